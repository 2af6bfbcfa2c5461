import * as make from '../../db/testing/builders';
import { anOpenReview, somebodyToTry } from '../setup/people';
import { expect, test } from '../setup/test';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('somebody who is excluded while the page is open sends it to nothing, and nothing of it is shown to them any more', async ({ data, signInAs, consoleErrors, axe }) => {
      const lead = await somebodyToTry(data, 'CL');
      const review = await anOpenReview(data, [lead]);
      const open = await signInAs(lead.name);
      await open.goto(`/reviews/${review.reference}/facts`);
      await open.getByLabel('The facts').fill('What I was typing');

      const unit = await signInAs('Priya Nair');
      await unit.goto(`/reviews/${review.reference}`);
      await unit.getByRole('link', { name: 'Declare a conflict of interest' }).click();
      await unit.getByText('Declare it for somebody else').click();
      const form = unit.locator('form', { has: unit.getByRole('button', { name: 'Declare it for them' }) });
      await form.getByLabel('Who has it').selectOption(lead.personId);
      await form.getByLabel(/^Excluded/).check();
      await form.getByLabel('What the interest is').fill('Supervised the practitioner');
      await form.getByRole('button', { name: 'Declare it for them' }).click();
      await expect(unit.getByText('It is declared, and holds from now on.')).toBeVisible();
      await expect(unit.getByText('To be confirmed')).toBeVisible();
      await axe(unit);

      consoleErrors.expectMissing(`/reviews/${review.reference}/facts`);
      await open.getByRole('button', { name: 'Save the rapid review' }).click();
      await expect(open.getByRole('heading', { level: 1 })).toHaveText('Page not found');
      for (const path of ['/', '/reviews']) {
        await open.goto(path);
        await expect(open.getByText(review.reference)).toHaveCount(0);
        await expect(open.getByText(review.title)).toHaveCount(0);
        await expect(open.getByText('Go on with what you typed')).toHaveCount(0);
      }
      await open.goto('/');
      await expect(open.getByRole('link', { name: 'You are excluded from one matter. Speak to Priya Nair' })).toBeVisible();
    });

    test('a partner’s decision-maker steps back, and their deputy gives the view for them', async ({ data, signInAs }) => {
      const review = await anOpenReview(data, []);
      await make.aDecision(data.store, { review });
      const director = await signInAs('Helen Whitaker');
      await director.goto(`/reviews/${review.reference}/conflict`);
      await director.getByLabel(/^Steps back/).first().check();
      await director.getByLabel('What the interest is').first().fill('A relative works in the team');
      await director.getByRole('button', { name: 'Declare it', exact: true }).click();
      await expect(director.getByText('The conflict of interest is declared.')).toBeVisible();
      await director.goto(`/reviews/${review.reference}/decision`);
      await expect(director.getByText('You stepped back from deciding on this review. Laura Fenwick acts for you.')).toBeVisible();
      await expect(director.getByRole('button', { name: 'Give this view' })).toHaveCount(0);

      const deputy = await signInAs('Laura Fenwick');
      await deputy.goto(`/reviews/${review.reference}/decision`);
      await deputy.getByLabel('Local Child Safeguarding Practice Review', { exact: true }).check();
      await deputy.getByLabel('Because').fill('The criteria are met');
      await deputy.getByRole('button', { name: 'Give this view' }).click();
      await expect(deputy.getByText('Laura Fenwick, for Helen Whitaker')).toBeVisible();
    });
  });
}
