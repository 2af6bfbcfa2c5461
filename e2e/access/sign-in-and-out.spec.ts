import { hash } from '@node-rs/argon2';
import { randomUUID } from 'node:crypto';
import { aMember, anAccount } from '../../db/testing/builders';
import { endSessionsOf, type TestData } from '../setup/database';
import { expect, signInOn, test, type Page } from '../setup/test';

const rightPassword = 'three quiet brown horses';

/** Somebody of the spec's own, with a password, whom no other spec signs in or out. */
async function somebody({ store, sql }: TestData, name = `Spec ${randomUUID().slice(0, 8)}`) {
  const person = await aMember(store, 'BU', { name });
  const email = `${randomUUID()}@example.invalid`;
  const account = await anAccount(store, { person, email });
  await sql`insert into app.credentials (account_id, password_hash) values (${account.id}, ${await hash(rightPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })})`;
  return { name, email, accountId: account.id };
}

async function tryPassword(page: Page, email: string, password: string) {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Guesses are counted by address as well: each spec comes from an address of its own. */
async function fromAddress(page: Page) {
  const part = () => 1 + Math.floor(Math.random() * 250);
  await page.context().setExtraHTTPHeaders({ 'x-forwarded-for': `10.${part()}.${part()}.${part()}` });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('somebody signs in with a password, comes to the page they asked for, and signs out', async ({ page, data, axe }) => {
      const { email, name } = await somebody(data);
      await fromAddress(page);
      await page.goto('/reviews?kind=lcspr');
      await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
      await axe(page);
      await page.getByLabel('E-mail address').fill(email.toUpperCase());
      await page.getByLabel('Password', { exact: true }).fill(rightPassword);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page).toHaveURL(/\/reviews\?kind=lcspr$/);
      await page.getByRole('group').getByText(name).click();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await expect(page).toHaveURL(/\/signed-out$/);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await axe(page);
      await page.goto('/reviews');
      await expect(page).toHaveURL(/\/sign-in\?then=%2Freviews$/);
    });

    test('a wrong password is answered the same, whether or not there is such an account', async ({ page, data, axe }) => {
      const { email } = await somebody(data);
      await fromAddress(page);
      const said: string[] = [];
      for (const address of [email, 'nobody.at.all@example.invalid']) {
        await tryPassword(page, address, 'not the right one');
        await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible();
        await expect(page).toHaveTitle(/^Error: /);
        await expect(page.getByLabel('E-mail address')).toHaveValue(address);
        await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
        await axe(page);
        // Not the whole page: whom one can try it as changes while other specs add people.
        said.push((await page.getByRole('alert').filter({ hasText: 'There is a problem' }).innerText()).replaceAll(address, ''));
      }
      expect(said[0]).toContain('The e-mail address or the password is not right');
      expect(said[1]).toBe(said[0]);
    });
  });
}

test('after five wrong tries one has to wait, even with the right password, and others do not', async ({ page, data, aBrowser }) => {
  const [guessed, other] = [await somebody(data), await somebody(data)];
  await fromAddress(page);
  for (let tries = 0; tries < 5; tries += 1) {
    await tryPassword(page, guessed.email, `guess ${tries}`);
    await expect(page.getByText('The e-mail address or the password is not right').first()).toBeVisible();
  }
  await tryPassword(page, guessed.email, rightPassword);
  await expect(page.getByText(/There were too many tries\. Wait \d+ minutes/).first()).toBeVisible();
  const elsewhere = await aBrowser();
  await fromAddress(elsewhere);
  await tryPassword(elsewhere, guessed.email, rightPassword);
  await expect(elsewhere).toHaveURL(/\/$/);
  await tryPassword(page, other.email, rightPassword);
  await expect(page).toHaveURL(/\/$/);
});

test('a disabled account cannot sign in, and its open browser is out at the next step', async ({ page, data }) => {
  const { email, accountId } = await somebody(data);
  await fromAddress(page);
  await tryPassword(page, email, rightPassword);
  await expect(page.getByRole('heading', { name: 'What needs doing' })).toBeVisible();
  await data.sql`update app.accounts set disabled_at = now(), disabled_reason = 'Has left' where id = ${accountId}`;
  await page.goto('/reviews');
  await expect(page).toHaveURL(/\/sign-in\?then=%2Freviews&ended=1$/);
  await tryPassword(page, email, rightPassword);
  await expect(page.getByText('The e-mail address or the password is not right').first()).toBeVisible();
});

test('“Sign out everywhere” ends another browser at once', async ({ page, data, aBrowser, axe }) => {
  const { email } = await somebody(data);
  const other = await aBrowser();
  for (const one of [page, other]) {
    await fromAddress(one);
    await tryPassword(one, email, rightPassword);
    await expect(one.getByRole('heading', { name: 'What needs doing' })).toBeVisible();
  }
  await page.goto('/account');
  await axe(page);
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page).toHaveURL(/\/signed-out$/);
  await other.goto('/reviews');
  await expect(other).toHaveURL(/\/sign-in\?then=%2Freviews&ended=1$/);
  await expect(other.getByText('You have been signed out.')).toBeVisible();
  await axe(other);
});

test('a session ended in the database is ended at the next request', async ({ page, data }) => {
  const { email, name } = await somebody(data);
  await fromAddress(page);
  await tryPassword(page, email, rightPassword);
  await expect(page.getByRole('heading', { name: 'What needs doing' })).toBeVisible();
  expect(await endSessionsOf(data, name)).toBe(1);
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in\?ended=1$/);
});

test('a session that nobody used for longer than the idle limit is over', async ({ page, data }) => {
  const { email, accountId } = await somebody(data);
  await fromAddress(page);
  await tryPassword(page, email, rightPassword);
  await expect(page.getByRole('heading', { name: 'What needs doing' })).toBeVisible();
  await data.sql`update app.sessions s set last_seen_at = now() - make_interval(mins => t.idle_minutes + 1) from app.settings t where s.account_id = ${accountId}`;
  await page.goto('/reviews');
  await expect(page).toHaveURL(/\/sign-in\?then=%2Freviews&ended=1$/);
});

test('a cookie of another secret, or of no session, opens nothing', async ({ page, baseURL }) => {
  for (const value of ['forged', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.BBBB.CCCC']) {
    await page.context().addCookies([{ name: 'crt-session', value, url: baseURL! }]);
    await page.goto('/reviews');
    await expect(page).toHaveURL(/\/sign-in\?then=%2Freviews$/);
  }
});

test('coming back after signing in leads to this site alone', async ({ page }) => {
  for (const then of ['https://example.invalid/', '//example.invalid/', '/\\example.invalid', 'javascript:alert(1)', '/sign-in?then=/sign-in']) {
    await page.goto(`/sign-in?then=${encodeURIComponent(then)}`);
    await signInOn(page, 'Grace Adeyemi');
    expect(new URL(page.url()).pathname).toBe('/');
  }
});
