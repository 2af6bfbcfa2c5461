import type { TestData } from '../setup/database';
import { anOpenReview } from '../setup/people';
import { expect, expectNoOverflow, type Page } from '../setup/test';

/** Sends forms as they are found, so that each says what is wrong: first in its summary, and at the field in the same words. */
export async function lookAtForms(page: Page, axe: (page: Page) => Promise<void>, data: TestData): Promise<void> {
  const review = await anOpenReview(data, []);
  const forms: [string, string][] = [
    ['/reviews/new', 'Record the notification'],
    [`/recommendations/new?source=${review.reference}`, 'Save the recommendation'],
    [`/findings/new?source=${review.reference}`, 'Save the finding'],
    ['/findings/themes/new', 'Add the theme'],
    [`/plan/new?source=${review.reference}`, 'Propose this action'],
    ['/partnership/people/new', 'Add'],
    ['/partnership/agencies/new', 'Add'],
    ['/groups/new', 'Add'],
  ];
  for (const [path, label] of forms) {
    await page.goto(path);
    await page.getByRole('main').getByRole('button', { name: new RegExp(`^${label}`) }).first().click();
    const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
    await expect(summary, path).toBeVisible();
    await expect(page).toHaveTitle(/^Error: /);
    await expectNoOverflow(page);
    await axe(page);
    // In the order of the page, from top to bottom.
    const places = await summary.getByRole('link').evaluateAll((links) => links.map((link) => [...document.querySelectorAll('[id]')].findIndex((one) => `#${one.id}` === link.getAttribute('href'))));
    expect(places, path).toEqual(places.toSorted((a, b) => a - b));
    const link = summary.getByRole('link').first();
    const words = await link.innerText();
    await link.click();
    // The link leads to the field, which says the same.
    const field = page.locator(':focus');
    await expect(field, path).toHaveAttribute('aria-describedby', /-error/).catch(async () => expect(page.locator('fieldset').filter({ has: field }), path).toHaveAttribute('aria-describedby', /-error/));
    await expect(page.getByText(words).nth(1), path).toBeVisible();
  }
}
