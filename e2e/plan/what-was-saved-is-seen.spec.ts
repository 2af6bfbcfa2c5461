import { aPost, anAction } from '../../db/testing/builders';
import { somebodyToTry } from '../setup/people';
import { expect, test } from '../setup/test';
import { inDays, today } from '../thread/steps';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('an owner who updates twice on a phone is taken to what is said of it, each time', async ({ signInAs, data, axe }) => {
      const owner = await somebodyToTry(data, 'OB');
      const [agency] = await data.sql<{ id: string }[]>`select agency_id as id from app.agency_names where name = 'Example NHS Trust'`;
      await aPost(data.store, { person: owner.personId, agency: agency!.id });
      const action = await anAction(data.store, { owner: owner.personId, agency: agency!.id, dueOn: today(), example: true, title: 'Ask on the same day' });
      const page = await signInAs(owner.name, { viewport: { width: 390, height: 844 } });
      await page.goto(`/plan/${action.reference}#update`);
      const saved = page.getByRole('status').filter({ hasText: 'Saved. Thank you.' });
      for (const words of ['One of five teams asks.', 'Two of five teams ask.']) {
        await page.getByLabel('What has happened').fill(words);
        await page.getByRole('button', { name: 'Save update' }).click();
        await expect(page.getByRole('listitem').getByText(words)).toBeVisible();
        await expect(saved).toBeInViewport();
        await expect(saved).toBeFocused();
        await expect(page.getByLabel('What has happened')).toHaveValue('');
      }
      await axe(page);
    });

    test('an update of too many words is told how many, and is still there', async ({ signInAs, data }) => {
      const owner = await somebodyToTry(data, 'OB');
      const [agency] = await data.sql<{ id: string }[]>`select agency_id as id from app.agency_names where name = 'Example NHS Trust'`;
      await aPost(data.store, { person: owner.personId, agency: agency!.id });
      const action = await anAction(data.store, { owner: owner.personId, agency: agency!.id, dueOn: today(), example: true, title: 'Ask on the same day' });
      const page = await signInAs(owner.name);
      await page.goto(`/plan/${action.reference}`);
      const long = Array.from({ length: 160 }, (_, place) => `word${place}`).join(' ');
      await page.getByLabel('What has happened').fill(long);
      await page.getByRole('button', { name: 'Save update' }).click();
      await expect(page.getByRole('link', { name: 'Enter what has happened in up to 150 words. This has 160: 10 too many' })).toBeVisible();
      await expect(page).toHaveTitle(`Error: ${action.reference} Ask on the same day · Case Review Tracker`);
      await expect(page.getByLabel('What has happened')).toHaveValue(long);
    });
  });
}

test('an action is not proposed for a day that has passed', async ({ signInAs, data }) => {
  const page = await signInAs('Priya Nair');
  const [audit] = await data.sql<{ reference: string }[]>`select reference from app.sources where kind = 'audit' and example limit 1`;
  await page.goto(`/plan/new?source=${audit!.reference}`);
  await page.getByLabel('Due', { exact: true }).fill(inDays(-1));
  await page.getByRole('button', { name: 'Propose this action' }).click();
  await expect(page.getByRole('link', { name: 'Enter when it is due. It cannot be before today' })).toBeVisible();
});
