import { randomUUID } from 'node:crypto';
import { anAgency, anAgencyRequest } from '../../db/testing/builders';
import { formatDate, todayInEngland } from '../../lib/dates/calendar-date';
import { asFormData, callAs, formsIn } from '../setup/http';
import { anOpenReview, somebodyToTry } from '../setup/people';
import { expect, test, type Page } from '../setup/test';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('the second of two editors sees both texts side by side and saves theirs knowingly', async ({ signInAs, data, axe }) => {
      const [first, second] = [await somebodyToTry(data, 'CL'), await somebodyToTry(data, 'CL')];
      const review = await anOpenReview(data, [first, second], 'The family moved in June.');
      const [one, other] = [await signInAs(first.name), await signInAs(second.name)];
      for (const page of [one, other]) await page.goto(`/reviews/${review.reference}/facts`);

      await one.getByLabel('The facts').fill('The family moved in May.');
      await one.getByRole('button', { name: 'Save the rapid review' }).click();
      await expect(one).toHaveURL(/\?said=facts$/);

      await other.getByLabel('The facts').fill('The family moved in July.');
      await other.getByLabel('Good practice').fill('The nursery rang.');
      await other.getByRole('button', { name: 'Save the rapid review' }).click();
      await expect(other.getByRole('heading', { name: 'Someone else saved this first' })).toBeVisible();
      await expect(other).toHaveTitle(/^Error: /);
      await axe(other);
      const both = other.getByRole('region', { name: /^(the )?facts$/i });
      await expect(both.getByText(`Saved by ${first.name}`)).toBeVisible();
      await expect(both.getByText('The family moved in May.')).toBeVisible();
      await expect(both.getByText('The family moved in July.')).toBeVisible();
      await expect(other.getByLabel('The facts', { exact: true }).and(other.getByRole('textbox'))).toHaveValue('The family moved in July.');
      // Nothing is over theirs yet.
      await one.reload();
      await expect(one.getByText('The family moved in May.')).toBeVisible();

      await other.getByRole('button', { name: 'Save mine over theirs' }).click();
      await expect(other).toHaveURL(/\?said=facts$/);
      await expect(other.getByText('The family moved in July.')).toBeVisible();
      await expect(other.getByText('The nursery rang.')).toBeVisible();
      await other.goto(`/reviews/${review.reference}/history`);
      // Both texts stay in the record of changes.
      const changes = other.getByRole('region', { name: 'What changed' });
      await expect(changes.getByText(first.name).first()).toBeVisible();
      await expect(changes.getByText(second.name).first()).toBeVisible();
    });

    test('a form that is folded away stands open where it has something to say: what is wrong, and what another saved first', async ({ signInAs, data, axe }) => {
      const [first, second] = [await somebodyToTry(data, 'CL'), await somebodyToTry(data, 'CL')];
      const review = await anOpenReview(data, [first, second]);
      const name = `Trust ${randomUUID().slice(0, 8)}`;
      await anAgencyRequest(data.store, { review, agency: await anAgency(data.store, { name, example: true }) });
      const [one, other] = [await signInAs(first.name), await signInAs(second.name)];
      const reply = (page: Page) => page.getByRole('group').filter({ hasText: `the reply of ${name}` });
      for (const page of [one, other]) {
        await page.goto(`/reviews/${review.reference}/agencies`);
        await page.getByText(`Record the reply of ${name}`).click();
      }
      await one.getByLabel('Arrived on').fill('1 January 2020');
      await reply(one).getByRole('button', { name: 'Record the reply' }).click();
      await expect(one.getByRole('alert').filter({ hasText: 'Arrived on: enter a date from' })).toBeVisible();
      await axe(one);
      await one.getByLabel('Arrived on').fill(formatDate(todayInEngland(new Date())));
      await reply(one).getByRole('button', { name: 'Record the reply' }).click();
      await expect(one).toHaveURL(/\?said=replied$/);
      await reply(other).getByLabel('The agency knew nothing').check();
      await reply(other).getByRole('button', { name: 'Record the reply' }).click();
      await expect(other.getByRole('heading', { name: 'Someone else saved this first' })).toBeVisible();
    });

    test('a draft that somebody has saved over meanwhile does not take theirs away', async ({ signInAs, data }) => {
      const [first, second] = [await somebodyToTry(data, 'CL'), await somebodyToTry(data, 'CL')];
      const review = await anOpenReview(data, [first, second]);
      const [one, other] = [await signInAs(first.name), await signInAs(second.name)];
      for (const page of [one, other]) await page.goto(`/reviews/${review.reference}/facts`);
      await other.getByLabel('Good practice').fill('The nursery rang.');
      if (javaScriptEnabled) await expect(other.getByText(/^Draft saved/)).toBeVisible();
      else await other.getByRole('button', { name: 'Save and come back' }).click();
      await one.getByLabel('Good practice').fill('The school rang.');
      await one.getByRole('button', { name: 'Save the rapid review' }).click();
      await expect(one).toHaveURL(/\?said=facts$/);

      await other.goto(`/reviews/${review.reference}/facts`);
      await expect(other.getByText(/Somebody saved this after you typed it/)).toBeVisible();
      await other.getByRole('button', { name: 'Save the rapid review' }).click();
      await expect(other.getByRole('heading', { name: 'Someone else saved this first' })).toBeVisible();
      await expect(other.getByText('The school rang.').first()).toBeVisible();
      await expect(other.getByRole('textbox', { name: 'Good practice' })).toHaveValue('The nursery rang.');
    });

    test('the second of two editors may leave the other’s text as it is', async ({ signInAs, data }) => {
      const [first, second] = [await somebodyToTry(data, 'CL'), await somebodyToTry(data, 'CL')];
      const review = await anOpenReview(data, [first, second]);
      const [one, other] = [await signInAs(first.name), await signInAs(second.name)];
      for (const page of [one, other]) await page.goto(`/reviews/${review.reference}/facts`);
      await one.getByLabel('The facts').fill('Theirs, saved first.');
      await one.getByRole('button', { name: 'Save the rapid review' }).click();
      await expect(one).toHaveURL(/\?said=facts$/);
      await other.getByLabel('The facts').fill('Mine, given up.');
      await other.getByRole('button', { name: 'Save the rapid review' }).click();
      await other.getByRole('link', { name: 'Leave theirs as it is' }).click();
      await other.goto(`/reviews/${review.reference}`);
      await expect(other.getByText('Theirs, saved first.')).toBeVisible();
    });
  });
}

test('of twenty saves of the same version at once one is kept and nineteen are told', async ({ data, baseURL }) => {
  const person = await somebodyToTry(data, 'CL');
  const review = await anOpenReview(data, [person]);
  const caller = await callAs(person.name, baseURL!);
  const path = `/reviews/${review.reference}/facts`;
  const form = formsIn(await (await caller.get(path)).text()).find((one) => one.fields.some(([name]) => name === 'facts'))!;
  const answers = await Promise.all(
    Array.from({ length: 20 }, async (_, place) => {
      const fields = form.fields.map(([name, value]): [string, string] => [name, name === 'facts' ? `Text ${place}` : name === '_key' ? randomUUID() : value]);
      const answer = await caller.context.post(path, { multipart: asFormData(fields), headers: { origin: baseURL!, accept: 'text/html' }, maxRedirects: 0 });
      const said = /Someone else saved this first|could not be saved just now|does not fit with what is/.exec(await answer.text())?.[0];
      return { status: answer.status(), said, place };
    }),
  );
  const saved = answers.filter((answer) => answer.status === 303);
  expect(saved).toHaveLength(1);
  // Those whom a busy server keeps waiting are told to try again: never that theirs is saved, and never nothing.
  expect(answers.filter(({ status, said }) => status !== 303 && said !== 'Someone else saved this first' && said !== 'could not be saved just now')).toEqual([]);
  const [row] = await data.sql<{ facts: string; version: number }[]>`select facts, version from app.rapid_reviews where review_id = ${review.id}`;
  expect(row).toMatchObject({ facts: `Text ${saved[0]!.place}`, version: 2 });
});
