import { anOpenReview, somebodyToTry } from '../setup/people';
import { expect, signInOn, test } from '../setup/test';

for (const javaScriptEnabled of [true, false]) {
  test(`what has been done is said once, and only to who did it, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ signInAs, aBrowser, data }) => {
    const [one, other] = [await somebodyToTry(data, 'CL'), await somebodyToTry(data, 'CL')];
    const { reference } = await anOpenReview(data, [one, other]);
    const page = await signInAs(one.name, { javaScriptEnabled });
    await page.goto(`/reviews/${reference}/facts`);
    await page.getByLabel('Good practice').fill('The nursery rang.');
    await page.getByRole('button', { name: 'Save the rapid review' }).click();
    await expect(page).toHaveURL(/\?said=facts$/);
    const said = page.getByText('The rapid review is saved.');
    await expect(said).toBeVisible();
    const address = page.url();

    await page.reload();
    await expect(page).toHaveURL(new RegExp(`/reviews/${reference}$`));
    await expect(page.getByText('The nursery rang.')).toBeVisible();
    await expect(said).toHaveCount(0);

    // As a link that somebody passes on.
    const elsewhere = await aBrowser({ javaScriptEnabled });
    await elsewhere.goto(`/sign-in?then=${encodeURIComponent(new URL(address).pathname + new URL(address).search)}`);
    await signInOn(elsewhere, other.name);
    await expect(elsewhere).toHaveURL(new RegExp(`/reviews/${reference}$`));
    await expect(elsewhere.getByText('The nursery rang.')).toBeVisible();
    await expect(elsewhere.getByText('The rapid review is saved.')).toHaveCount(0);
  });
}
