import { endSessionsOf } from '../setup/database';
import { somebodyToTry } from '../setup/people';
import { expect, signInOn, test } from '../setup/test';

const long = Array.from({ length: 40 }, (_, place) => `Sentence ${place + 1}: “quoted”, <angled>, & and ü.`).join('\n');

for (const javaScriptEnabled of [true, false]) {
  test(`what is sent after signing out in another tab is kept, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ signInAs, data }) => {
    const [{ name }, other] = [await somebodyToTry(data, 'CL'), await somebodyToTry(data, 'CL')];
    const page = await signInAs(name, { javaScriptEnabled });
    await page.goto('/reviews/new');
    await page.getByLabel('Outline of what happened').fill(long);
    const elsewhere = await page.context().newPage();
    await elsewhere.goto('/account');
    await elsewhere.getByRole('group').getByText(name).first().click();
    await elsewhere.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(elsewhere).toHaveURL(/\/signed-out$/);
    await page.getByRole('button', { name: 'Record the notification' }).click();
    await expect(page).toHaveURL(/\/sign-in\?then=%2Freviews%2Fnew&kept=1$/);
    await expect(page.getByText('You had been signed out. What you typed is kept.')).toBeVisible();

    // Theirs, also where somebody else signs in first.
    await signInOn(page, other.name);
    await expect(page.getByLabel('Outline of what happened')).toHaveValue('');
    await page.goto('/sign-in?then=%2Freviews%2Fnew');
    await signInOn(page, name);
    await expect(page.getByLabel('Outline of what happened')).toHaveValue(long);
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`what one person has typed is not saved for another who signs in meanwhile, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ signInAs, data, axe }) => {
    const [{ name }, other] = [await somebodyToTry(data, 'CL'), await somebodyToTry(data, 'CL')];
    const page = await signInAs(name, { javaScriptEnabled });
    await page.goto('/reviews/new');
    const elsewhere = await page.context().newPage();
    await elsewhere.goto('/account');
    await elsewhere.getByRole('group').getByText(name).first().click();
    await elsewhere.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(elsewhere).toHaveURL(/\/signed-out$/);
    await signInOn(elsewhere, other.name);

    await page.getByLabel('Outline of what happened').fill(long);
    if (javaScriptEnabled) await expect(page.getByText(/^Somebody else has signed in here since/)).toBeVisible();
    await page.getByRole('button', { name: 'Record the notification' }).click();
    await expect(page.getByText(/^Somebody else has signed in on this computer since this page was opened/)).toBeVisible();
    await expect(page.getByLabel('Outline of what happened')).toHaveValue(long);
    await axe(page);
    await elsewhere.goto('/reviews/new');
    await expect(elsewhere.getByLabel('Outline of what happened')).toHaveValue('');
    expect(await data.sql`select 1 from app.drafts where account_id in ${data.sql([other.accountId])}`).toHaveLength(0);
  });
}

test.describe('with JavaScript', () => {
  test('what is typed is kept every few seconds, and the last words when the form is sent', async ({ signInAs, data, axe }) => {
    const { name } = await somebodyToTry(data, 'CL');
    const page = await signInAs(name);
    await page.goto('/reviews/new');
    await page.getByLabel('Pseudonym').fill('Child Linden');
    await page.getByLabel('Outline of what happened').fill(long);
    await expect(page.getByRole('status').filter({ hasText: 'Draft saved' })).toBeVisible();

    await endSessionsOf(data, name);
    await page.getByLabel('Outline of what happened').fill(`${long}\nThe last words.`);
    await expect(page.getByText(/^You have been signed out\. Choose “Record the notification”/)).toBeVisible();
    await axe(page);
    await page.getByRole('button', { name: 'Record the notification' }).click();
    await expect(page).toHaveURL(/\/sign-in\?then=%2Freviews%2Fnew&kept=1$/);
    await expect(page.getByText('You had been signed out. What you typed is kept.')).toBeVisible();
    await axe(page);

    await signInOn(page, name);
    await expect(page).toHaveURL(/\/reviews\/new/);
    await expect(page.getByText(/Your draft of .* is below/)).toBeVisible();
    await expect(page.getByLabel('Pseudonym')).toHaveValue('Child Linden');
    await expect(page.getByLabel('Outline of what happened')).toHaveValue(`${long}\nThe last words.`);
    await axe(page);
  });

  test('a draft comes back in another browser of the same person, and to nobody else', async ({ signInAs, data }) => {
    const [{ name }, other] = [await somebodyToTry(data, 'CL'), await somebodyToTry(data, 'BU')];
    const page = await signInAs(name);
    await page.goto('/reviews/new');
    await page.getByLabel('Outline of what happened').fill('Begun on one computer.');
    await expect(page.getByRole('status').filter({ hasText: 'Draft saved' })).toBeVisible();
    const elsewhere = await signInAs(name);
    await elsewhere.goto('/reviews/new');
    await expect(elsewhere.getByLabel('Outline of what happened')).toHaveValue('Begun on one computer.');
    const another = await signInAs(other.name);
    await another.goto('/reviews/new');
    await expect(another.getByLabel('Outline of what happened')).toHaveValue('');
  });

  test('nothing that is typed is kept in the browser', async ({ signInAs, data }) => {
    const page = await signInAs((await somebodyToTry(data, 'CL')).name);
    await page.goto('/reviews/new');
    await page.getByLabel('Outline of what happened').fill('Not for this computer.');
    await expect(page.getByRole('status').filter({ hasText: 'Draft saved' })).toBeVisible();
    const kept = await page.evaluate(async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases(), await caches.keys(), document.cookie]));
    expect(kept).not.toContain('Not for this computer');
    expect(JSON.parse(kept)).toEqual([{}, {}, [], [], '']);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('what a dead session sends is parked, given back to whoever typed it and to nobody else', async ({ signInAs, data, axe }) => {
    const [{ name }, other] = [await somebodyToTry(data, 'CL'), await somebodyToTry(data, 'CL')];
    const page = await signInAs(name);
    await page.goto('/reviews/new');
    await page.getByLabel('Pseudonym').fill('Child Alder');
    await page.getByLabel('Outline of what happened').fill(long);
    await page.getByRole('group', { name: 'Gender' }).getByLabel('Girl').check();
    await endSessionsOf(data, name);
    await page.getByRole('button', { name: 'Record the notification' }).click();
    await expect(page).toHaveURL(/\/sign-in\?then=%2Freviews%2Fnew&kept=1$/);
    await expect(page.getByText('You had been signed out. What you typed is kept.')).toBeVisible();
    await axe(page);

    // Somebody else at the same computer is given an empty form.
    await signInOn(page, other.name);
    await expect(page).toHaveURL(/\/reviews\/new/);
    await expect(page.getByLabel('Outline of what happened')).toHaveValue('');
    await expect(page.getByText(/Your draft/)).toHaveCount(0);

    await page.goto('/sign-in?then=%2Freviews%2Fnew');
    await signInOn(page, name);
    await expect(page.getByText(/Your draft of .* is below/)).toBeVisible();
    await expect(page.getByLabel('Pseudonym')).toHaveValue('Child Alder');
    await expect(page.getByLabel('Outline of what happened')).toHaveValue(long);
    await expect(page.getByRole('group', { name: 'Gender' }).getByLabel('Girl')).toBeChecked();
    await axe(page);
    await page.goto('/');
    await expect(page.getByRole('link', { name: 'Go on with what you typed' })).toBeVisible();
  });
});
