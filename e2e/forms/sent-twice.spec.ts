import { randomUUID } from 'node:crypto';
import { asFormData, callAs, formsIn, type Caller } from '../setup/http';
import { somebodyToTry } from '../setup/people';
import { expect, test } from '../setup/test';
import { fillNotification } from '../thread/steps';

const answers: Record<string, string> = {
  area: 'other', nature: 'serious_harm', abuseSuspected: 'yes', harmTypes: 'neglect', incidentOn: 'yesterday', awareOn: 'today', ageBand: '1_to_5', gender: 'boy', ethnicity: 'not_known', disability: 'no',
  livingArrangement: 'parents', careStatus: 'child_in_need', setting: 'home', outline: 'What is known so far', mediaInterest: 'no',
};

/** The form of a new notification as a browser without JavaScript would send it. */
async function filledForm(caller: Caller, pseudonym: string): Promise<[string, string][]> {
  const html = await (await caller.get('/reviews/new')).text();
  const form = formsIn(html).find((one) => one.fields.some(([name]) => name === 'pseudonym'))!;
  const council = /<option value="([^"]+)">Example Borough Council/.exec(html)![1]!;
  const today = new Date().toLocaleDateString('en-GB', { timeZone: 'Europe/London' });
  const typed: Record<string, string> = { ...answers, pseudonym, notifyingAgency: council, incidentOn: today, awareOn: today };
  return [...form.fields.filter(([name]) => !(name in typed)), ...Object.entries(typed)];
}

test('twenty posts of one form at once make one record, and each leads to it', async ({ data, baseURL }) => {
  const caller = await callAs((await somebodyToTry(data, 'CL')).name, baseURL!);
  const pseudonym = `Child ${randomUUID().slice(0, 8)}`;
  const fields = await filledForm(caller, pseudonym);
  const sent = await Promise.all(Array.from({ length: 20 }, () => caller.context.post('/reviews/new', { multipart: asFormData(fields), headers: { origin: baseURL! }, maxRedirects: 0 })));
  expect(sent.map((answer) => answer.status())).toEqual(Array.from({ length: 20 }, () => 303));
  const [record, ...more] = await data.sql<{ reference: string }[]>`select reference from app.sources where title = ${pseudonym}`;
  expect(more).toEqual([]);
  expect([...new Set(sent.map((answer) => new URL(answer.headers().location!, baseURL).pathname))]).toEqual([`/reviews/${record!.reference}/open`]);
  // Once more with the same key and other words: told, and nothing is changed.
  const other = await caller.context.post('/reviews/new', { multipart: asFormData(fields.map(([name, value]) => [name, name === 'outline' ? 'Something else' : value])), headers: { origin: baseURL! }, maxRedirects: 0 });
  expect(other.status()).toBe(200);
  expect(await other.text()).toContain('This form was already sent with something else in it');
  expect(await data.sql`select 1 from app.sources where title = ${pseudonym}`).toHaveLength(1);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a double click makes one record', async ({ signInAs, data }) => {
      const page = await signInAs((await somebodyToTry(data, 'CL')).name);
      const pseudonym = `Child ${randomUUID().slice(0, 8)}`;
      await page.goto('/reviews/new');
      await fillNotification(page, pseudonym);
      await page.getByRole('button', { name: 'Record the notification' }).dblclick();
      await expect(page).toHaveURL(/\/reviews\/RR-\d{4}-\w{4}\/open/);
      expect(await data.sql`select 1 from app.sources where title = ${pseudonym}`).toHaveLength(1);
    });

    test('Back and sending the form again makes no second record', async ({ signInAs, data }) => {
      const page = await signInAs((await somebodyToTry(data, 'CL')).name);
      const pseudonym = `Child ${randomUUID().slice(0, 8)}`;
      await page.goto('/reviews/new');
      await fillNotification(page, pseudonym);
      await page.getByRole('button', { name: 'Record the notification' }).click();
      await expect(page).toHaveURL(/\/open\?said=notified$/);
      await page.goBack();
      await expect(page.getByRole('heading', { level: 1, name: 'Record a serious incident notification' })).toBeVisible();
      await page.getByRole('button', { name: 'Record the notification' }).click();
      await expect(page.getByText('This has not told the National Panel.').or(page.getByRole('heading', { name: 'There is a problem' }))).toBeVisible();
      expect(await data.sql`select 1 from app.sources where title = ${pseudonym}`).toHaveLength(1);
    });
  });
}
