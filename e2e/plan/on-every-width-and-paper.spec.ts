import { expect, expectNoOverflow, test } from '../setup/test';

const widths = [320, 390, 480, 560, 640, 700, 719, 720, 760, 820, 900, 960, 1024, 1100, 1280];

test('nothing of the plan or of a recommendation is reached only by scrolling sideways', async ({ signInAs, data }) => {
  test.setTimeout(200_000);
  const page = await signInAs('Priya Nair');
  const [served] = await data.sql<{ reference: string }[]>`
    select r.reference from app.recommendations r join app.action_recommendations l on l.recommendation_id = r.id where r.example group by r.reference order by count(*) desc limit 1`;
  for (const path of ['/plan', '/recommendations', `/recommendations/${served!.reference}`]) {
    await page.goto(path);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoOverflow(page);
      const pastCard = await page.locator('.card table').evaluateAll((tables) => tables.filter((table) => table.getBoundingClientRect().right > table.closest('.card')!.getBoundingClientRect().right).length);
      expect(pastCard, `a table of ${path} is wider than its card at ${width}`).toBe(0);
    }
  }
});

test('the plan is printed with what it is narrowed to, as a table, and all of it where one asks for that', async ({ signInAs, axe }) => {
  const page = await signInAs('Priya Nair');
  await page.goto('/plan?due=next30&q=e');
  const chosen = page.getByText('Due: In the next 30 days · Words: e');
  await expect(chosen).toBeHidden();
  await page.setViewportSize({ width: 690, height: 900 });
  await page.emulateMedia({ media: 'print' });
  await expect(chosen).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Owner' })).toBeVisible();
  await page.emulateMedia({ media: 'screen' });

  await page.goto('/plan');
  await expect(page.getByRole('main').locator('tbody tr')).toHaveCount(50);
  await page.getByRole('link', { name: /^All \d+ on one page$/ }).click();
  await expect(page).toHaveURL(/\/plan\?show=all$/);
  // Other specs propose actions meanwhile: what counts is what this page says of itself.
  const [, first, last, all] = /Showing (\d+) to (\d+) of (\d+) actions/.exec(await page.getByRole('navigation', { name: 'Pages' }).innerText())!.map(Number);
  expect([first, last]).toEqual([1, all]);
  expect(all).toBeGreaterThan(50);
  await expect(page.getByRole('main').locator('tbody tr')).toHaveCount(all!);
  await axe(page);
  await page.getByRole('link', { name: 'Show it in pages' }).click();
  await expect(page).toHaveURL(/\/plan$/);
});
