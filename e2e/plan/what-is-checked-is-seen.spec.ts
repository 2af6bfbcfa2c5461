import { aPost, anAction, someEvidence } from '../../db/testing/builders';
import { somebodyToTry } from '../setup/people';
import { expect, expectNoOverflow, test } from '../setup/test';
import { inDays, pick, today } from '../thread/steps';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('whoever checks an action reads what was to be done, what was said, and the evidence itself', async ({ signInAs, data, axe }) => {
      const owner = await somebodyToTry(data, 'OB');
      const checker = await somebodyToTry(data, 'ER');
      const [agency] = await data.sql<{ id: string }[]>`select agency_id as id from app.agency_names where name = 'Example NHS Trust'`;
      await aPost(data.store, { person: owner.personId, agency: agency!.id });
      const action = await anAction(data.store, { owner: owner.personId, agency: agency!.id, dueOn: today(), example: true, title: 'Ask on the same day' });
      await data.sql`update app.actions set detail = 'Whoever takes the call asks.', measure = 'Dip sample of 20 calls' where id = ${action.id}`;
      await someEvidence(data.store, { action, addedBy: owner.personId, title: 'Desk order', detail: 'Order 14: every caller is asked.', webAddress: 'https://example.invalid/order-14' });

      // The business unit records what the owner said in a meeting.
      const unit = await signInAs('Priya Nair');
      await unit.goto(`/plan/${action.reference}/complete`);
      await unit.getByLabel('What was done').fill('Every team asks, on every shift.');
      await pick(unit, 'Who said it', owner.name);
      await pick(unit, 'How they said it', 'In a meeting');
      await unit.getByLabel('Which meeting, e-mail or call').fill('Engine Room, item 4');
      await unit.getByRole('button', { name: 'Say it is complete' }).click();
      await expect(unit).toHaveURL(/said=complete/);

      for (const width of [1280, 390]) {
        const page = await signInAs(checker.name, { viewport: { width, height: 900 } });
        await page.goto(`/plan/${action.reference}/check`);
        const asked = page.getByRole('region', { name: 'What was to be done' });
        await expect(asked.getByText('Whoever takes the call asks.')).toBeVisible();
        await expect(asked.getByText('Dip sample of 20 calls')).toBeVisible();
        const said = page.getByRole('region', { name: 'What was said to be done' });
        await expect(said.getByText('Every team asks, on every shift.')).toBeVisible();
        await expect(said).toContainText(`${owner.name}, in a meeting (Engine Room, item 4). Recorded by Priya Nair, on ${inDays(0)}`);
        const evidence = page.getByRole('group', { name: 'Evidence you have looked at and accept' });
        await expect(evidence.getByRole('checkbox', { name: 'Desk order' })).toBeVisible();
        await expect(evidence.getByText('Order 14: every caller is asked.')).toBeVisible();
        await expect(evidence.getByRole('link', { name: 'https://example.invalid/order-14' })).toBeVisible();
        await expectNoOverflow(page);
        await axe(page);
      }
    });
  });
}
