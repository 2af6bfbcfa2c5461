import { anOpenReview, somebodyToTry } from '../setup/people';
import { expect, test } from '../setup/test';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('“Save and come back” keeps a form half filled in, unchecked, until it is sent', async ({ signInAs, data, axe }) => {
      const person = await somebodyToTry(data, 'CL');
      const review = await anOpenReview(data, [person], 'As it was saved.');
      const page = await signInAs(person.name);
      await page.goto(`/reviews/${review.reference}/facts`);
      await page.getByLabel('Rapid review meeting').fill('not a date yet');
      await page.getByLabel('The facts').fill('Half a sentence');
      await page.getByRole('button', { name: 'Save and come back' }).click();
      await expect(page).toHaveURL(/\?said=draft$/);
      await axe(page);

      await page.goto(`/reviews/${review.reference}`);
      await expect(page.getByText('As it was saved.')).toBeVisible();
      await page.goto(`/reviews/${review.reference}/facts`);
      await expect(page.getByText(/Your draft of .* is below/)).toBeVisible();
      await expect(page.getByLabel('Rapid review meeting')).toHaveValue('not a date yet');
      await expect(page.getByLabel('The facts')).toHaveValue('Half a sentence');
      await axe(page);

      // Sent as it is: what is wrong is said first and at the field, and nothing typed is lost.
      await page.getByRole('button', { name: 'Save the rapid review' }).click();
      await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByLabel('The facts')).toHaveValue('Half a sentence');
      await axe(page);

      await page.getByLabel('Rapid review meeting').fill('');
      await page.getByRole('button', { name: 'Save the rapid review' }).click();
      await expect(page).toHaveURL(/\?said=facts$/);
      await expect(page.getByText('Half a sentence')).toBeVisible();
      await page.goto(`/reviews/${review.reference}/facts`);
      await expect(page.getByText(/Your draft/)).toHaveCount(0);
    });

    test('a draft can be thrown away, and the form starts again from what is saved', async ({ signInAs, data, axe }) => {
      const person = await somebodyToTry(data, 'CL');
      const review = await anOpenReview(data, [person], 'As it was saved.');
      const page = await signInAs(person.name);
      await page.goto(`/reviews/${review.reference}/facts`);
      await page.getByLabel('The facts').fill('Half a sentence that nobody wants');
      await page.getByRole('button', { name: 'Save and come back' }).click();
      await expect(page).toHaveURL(/\?said=draft$/);

      await page.goto(`/reviews/${review.reference}/facts`);
      await expect(page.getByText('It is not saved yet.')).toBeVisible();
      await page.getByText('Start again from what is saved').click();
      await axe(page);
      await page.getByRole('button', { name: 'Throw the draft away' }).click();
      await expect(page.getByLabel('The facts')).toHaveValue('As it was saved.');
      await expect(page.getByText(/Your draft/)).toHaveCount(0);
      await page.goto(`/reviews/${review.reference}/facts`);
      await expect(page.getByLabel('The facts')).toHaveValue('As it was saved.');
    });
  });
}
