import { expect, test } from '../setup/test';

const sentence = [
  'In 2020-21', 'undertook six Rapid Reviews into serious safeguarding incidents;', 'four of which progressed to Local Child Safeguarding Practice Reviews.',
  'Three of these were completed during 2020-21', 'and the fourth is scheduled to be completed during 2021-22',
];
const numbers: [string, number, RegExp][] = [
  ['six Rapid Reviews', 6, /^Rapid reviews undertaken, 2020-21$/],
  ['four', 4, /progressed/],
  ['Three', 3, /completed in the year/],
  ['the fourth', 1, /not completed in the year/],
];

for (const name of ['Priya Nair', 'Helen Whitaker', 'Eleanor Baptiste']) {
  test(`${name} comes to the year 2020-21 in one click, and each number opens as many rows`, async ({ signInAs, axe }) => {
    const page = await signInAs(name);
    await page.getByRole('link', { name: 'The year 2020-21' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'The year 2020-21' })).toBeVisible();
    const said = (await page.getByRole('main').innerText()).replace(/\s+/g, ' ');
    for (const part of sentence) expect(said).toContain(part);
    await axe(page);
    // What was invented is counted in no year, and nothing of it is on this page.
    await expect(page.getByText(/EXAMPLE/)).toHaveCount(0);

    for (const [words, count, heading] of numbers) {
      await page.getByRole('main').getByRole('link', { name: words, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      await expect(page.getByRole('main').locator('tbody tr')).toHaveCount(count);
      await expect(page.getByText(/EXAMPLE/)).toHaveCount(0);
      await axe(page);
      await page.goBack();
    }
    for (const [label, count] of [['Reviews carried over', 2], ['Lines of enquiry', 2], ['Multi-agency audit days', 2], ['Lines of the plan', 19]] as const) {
      const link = page.getByRole('main').getByRole('link', { name: `${label} ${count}` });
      await link.click();
      await expect(page.getByRole('main').locator('tbody tr')).toHaveCount(count);
      await page.goBack();
    }
  });
}

test('two counts that differ in the report stand beside each other, and neither is made to fit', async ({ signInAs }) => {
  const page = await signInAs('Helen Whitaker');
  await page.goto('/assurance/years/2020-21');
  await expect(page.getByRole('heading', { name: 'Professionals at the four briefings: 320 beside 328' })).toBeVisible();
  await expect(page.getByText('Two counts, not reconciled.')).toBeVisible();
  const table = page.getByRole('table', { name: 'The two counts' });
  for (const number of ['320', '328']) await expect(table.getByRole('cell', { name: number, exact: true })).toBeVisible();
});

test('whoever does not read assurance has no way to the year, nor the year', async ({ signInAs, consoleErrors }) => {
  const page = await signInAs('Grace Adeyemi');
  await expect(page.getByRole('link', { name: 'The year 2020-21' })).toHaveCount(0);
  consoleErrors.expectMissing('/assurance/years/2020-21');
  const answer = await page.goto('/assurance/years/2020-21');
  expect(answer?.status()).toBe(404);
});

test('an invented record bears the mark on its page and in every list that mixes it with real ones', async ({ signInAs }) => {
  const page = await signInAs('Priya Nair');
  await page.goto('/reviews');
  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
  const invented = rows.filter({ hasText: 'EXAMPLE' });
  expect(await invented.count()).toBeGreaterThanOrEqual(8);
  // Those of the report are real, and say which page of it they are from.
  const reported = rows.filter({ hasText: 'Annual report 2020-21' });
  expect(await reported.count()).toBeGreaterThanOrEqual(6);
  await expect(reported.filter({ hasText: 'EXAMPLE' })).toHaveCount(0);
  expect((await invented.count()) + (await reported.count())).toBe(await rows.count());
  await invented.first().getByRole('link').click();
  await expect(page.getByText('EXAMPLE: holds invented records').first()).toBeVisible();
  for (const path of ['/', '/plan', '/recommendations']) {
    await page.goto(path);
    await expect(page.getByText(/EXAMPLE/).first()).toBeVisible();
  }
});
