import { randomUUID } from 'node:crypto';
import { aClock, aDecision, anAction, aPartnerView } from '../../db/testing/builders';
import { addDays, todayInEngland } from '../../lib/dates/calendar-date';
import { anOpenReview, somebodyToTry } from '../setup/people';
import { expect, test } from '../setup/test';

const today = todayInEngland(new Date());

test('somebody who owns, decides and checks nothing is told what they hold, and the way to it', async ({ signInAs, axe }) => {
  for (const [name, held, link, heading] of [
    ['Peter Langridge', 'Observer', 'Who is who in the partnership', 'Partnership'],
    ['Wei Chen', 'System administrator', 'People and accounts', 'People'],
    ['Tariq Mahmood', 'Review panel member, Child N', /^Open LCSPR-/, /Child N/],
    ['Oluwaseun Martins', /^Independent critical friend, /, 'Its actions', 'Combined learning action plan'],
    ['Ben Ainsley', /^Task-and-finish member, /, 'Its actions', 'Combined learning action plan'],
  ] as const) {
    const page = await signInAs(name);
    await expect(page.getByText('Nothing is waiting for you')).toBeVisible();
    const card = page.getByRole('region', { name: 'What you hold' });
    await expect(card.getByText(held).first()).toBeVisible();
    await axe(page);
    await card.getByRole('link', { name: link }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }
});

test('each figure of an Executive member opens as many rows', async ({ signInAs }) => {
  const page = await signInAs('Helen Whitaker');
  const rows = { 'Red actions': /^(\d+) actions?/, 'Actions past due': /^(\d+) actions?/, 'Reviews late or due within a week': /^(\d+) reviews?/ };
  for (const [label, count] of Object.entries(rows)) {
    // Another spec may add a record between the two pages: then they are asked again.
    await expect(async () => {
      await page.goto('/');
      const figure = page.getByRole('link', { name: new RegExp(`^${label} \\d+$`) });
      const said = /\d+$/.exec((await figure.innerText()).trim())![0];
      await figure.click();
      const caption = await page.getByRole('table').locator('caption').first().innerText();
      expect(count.exec(caption)?.[1], `${label}: ${caption}`).toBe(said);
    }).toPass();
  }
});

test('where the views differ the chair of the Executive is asked for the outcome, and nobody else is', async ({ signInAs, data }) => {
  const review = await anOpenReview(data, []);
  await aClock(data.store, { review, startedOn: addDays(today, -10), computedDueOn: addDays(today, 4) });
  const decision = await aDecision(data.store, { review });
  const partners = await data.sql<{ id: string }[]>`select a.id from app.agencies a where a.kind = 'safeguarding_partner' and a.example and a.to_on is null`;
  for (const [place, agency] of partners.entries()) await aPartnerView(data.store, { decision, agency, view: place === 0 ? 'no_lcspr' : 'lcspr' });

  const chair = await signInAs('Eleanor Baptiste');
  await chair.getByRole('link', { name: new RegExp(`^Record the outcome ${review.reference}`) }).click();
  await expect(chair).toHaveURL(new RegExp(`/reviews/${review.reference}/decision$`));
  const director = await signInAs('Helen Whitaker');
  await expect(director.getByRole('link', { name: new RegExp(`^Record the outcome ${review.reference}`) })).toHaveCount(0);
  await director.goto(`/reviews/${review.reference}/decision`);
  await expect(director.getByText('The chair of the Executive records the outcome with the reason.')).toBeVisible();
});

test('the Engine Room’s chair goes to assurance from the menu; another member of it does not', async ({ signInAs }) => {
  const chair = await signInAs('Marcus Bell');
  await chair.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Assurance' }).click();
  await expect(chair.getByRole('heading', { level: 1, name: 'Assurance' })).toBeVisible();
  const member = await signInAs('Grace Adeyemi');
  await expect(member.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Assurance' })).toHaveCount(0);
});

for (const javaScriptEnabled of [true, false]) {
  test(`a message is put away and does not come back, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ signInAs, data }) => {
    const somebody = await somebodyToTry(data, 'AL');
    const action = await anAction(data.store, { owner: somebody.personId, example: true, dueOn: addDays(today, 30) });
    const message = `${action.reference} is yours ${randomUUID().slice(0, 8)}`;
    await data.sql`insert into app.outbox (id, to_person_id, message, record_name, record_id, path) values (${randomUUID()}, ${somebody.personId}, ${message}, 'action', ${action.id}, ${`/plan/${action.reference}`})`;
    const page = await signInAs(somebody.name, { javaScriptEnabled });
    await expect(page.getByRole('link', { name: message })).toBeVisible();
    await page.getByRole('button', { name: `Put away ${message}` }).click();
    await expect(page.getByText('The message is put away.')).toBeVisible();
    await page.goto('/');
    await expect(page.getByRole('link', { name: message })).toHaveCount(0);
  });
}
