import type { TestData } from '../setup/database';
import { somebodyToTry } from '../setup/people';
import { expect, expectNoOverflow, testAlone as test } from '../setup/test';

/** Nobody gets a row while this runs: every table a page begins with is held. */
async function whileNothingAnswers({ sql }: TestData, work: () => Promise<void>): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`lock table app.sessions in access exclusive mode`;
    await work();
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('what was typed is on the page that says so, and its button saves it once', async ({ signInAs, data, axe, consoleErrors }) => {
    const page = await signInAs((await somebodyToTry(data, 'CL')).name, { viewport: { width: 320, height: 720 } });
    await page.goto('/reviews/new');
    await page.getByLabel('Pseudonym').fill('Child Rowan');
    await page.getByLabel('Outline of what happened').fill('The first line.\n\n“Quoted”, <angled> & ü.');
    consoleErrors.expectFailure('/reviews/new');
    await whileNothingAnswers(data, async () => {
      await page.getByRole('button', { name: 'Save and come back' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This could not be saved just now');
      await expect(page.getByRole('definition').filter({ hasText: '“Quoted”, <angled> & ü.' })).toBeVisible();
      await expectNoOverflow(page);
      await axe(page);
    });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.goto('/reviews/new');
    await expect(page.getByLabel('Pseudonym')).toHaveValue('Child Rowan');
    await expect(page.getByLabel('Outline of what happened')).toHaveValue('The first line.\n\n“Quoted”, <angled> & ü.');
  });

  test('a page that cannot be read says so, and is there when it is tried again', async ({ signInAs, data, consoleErrors }) => {
    const page = await signInAs('Helen Whitaker');
    consoleErrors.expectFailure('/plan');
    await whileNothingAnswers(data, async () => {
      await page.goto('/plan');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is a problem with the service');
    });
    await page.getByRole('link', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('plan');
  });
});

test('with JavaScript what was typed stays in the form', async ({ signInAs, data }) => {
  const page = await signInAs((await somebodyToTry(data, 'CL')).name);
  await page.goto('/reviews/new');
  await page.getByLabel('Pseudonym').fill('Child Alder');
  await whileNothingAnswers(data, async () => {
    await page.getByRole('button', { name: 'Record the notification' }).click();
    await expect(page.getByText('This could not be saved just now. What you typed is still here. Try again in a minute.').first()).toBeVisible();
  });
  await expect(page.getByLabel('Pseudonym')).toHaveValue('Child Alder');
});
