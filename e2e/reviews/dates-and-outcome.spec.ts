import { aDecision, aReview, aNotification, aRapidReview } from '../../db/testing/builders';
import { expect, test } from '../setup/test';

test('an auditor reads the dates and the outcome of a review, and nothing hidden is told as absent', async ({ signInAs, data, axe }) => {
  const review = await aReview(data.store, { example: true, area: 'other', title: 'Child of the auditor’s spec' });
  await aNotification(data.store, { review });
  await aRapidReview(data.store, { review, facts: 'Not for an auditor.' });
  await aDecision(data.store, { review, outcome: 'no_lcspr', decidedFrom: '2026-01-22', decidedTo: '2026-01-22', decidedPrecision: 'day' });
  const page = await signInAs('Katherine Doyle');
  await page.goto('/reviews');
  const row = page.getByRole('row').filter({ hasText: review.reference });
  await expect(row).toContainText('Decided');
  await expect(row).toContainText('No LCSPR: the learning is complete');
  await row.getByRole('link').click();
  const main = page.getByRole('main');
  for (const [what, when] of [['Notification sent to the National Panel', '8 January 2026'], ['Rapid review opened', '8 January 2026'], ['Put to the safeguarding partners', '20 January 2026'], ['Decided', '22 January 2026'], ['Rapid review sent to the National Panel', 'Not yet']] as const) {
    await expect(main.getByRole('term').filter({ hasText: new RegExp(`^${what}$`) }).locator('xpath=following-sibling::dd')).toHaveText(when);
  }
  for (const untrue of ['Not sent', 'not opened yet', 'On its list', 'Nobody', 'Not for an auditor.']) await expect(main).not.toContainText(untrue);
  await expect(main.getByRole('navigation').getByRole('link', { name: 'Decision' })).toHaveCount(0);
  await axe(page);
  await main.getByRole('link', { name: 'What changed, as far as you may see it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^History of/ })).toBeVisible();
  for (const untrue of ['On its list', 'Nobody']) await expect(main).not.toContainText(untrue);
});
