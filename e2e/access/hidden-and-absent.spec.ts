import { todayInEngland } from '../../lib/dates/calendar-date';
import { callAs, signedOut, type Caller } from '../setup/http';
import { expect, test } from '../setup/test';
import { peopleOf } from './expectations';

const cannotSeeCase = ['Ben Ainsley', 'Jo Hale', 'Peter Langridge', 'Wei Chen', 'Joanne Hargreaves'];

test('a review that somebody may not see and one that does not exist are the same page', async ({ data, baseURL }) => {
  const world = await data.world();
  const people = peopleOf(world, todayInEngland(new Date()));
  let compared = 0;
  for (const name of cannotSeeCase) {
    const person = people.find((one) => one.name === name)!;
    const caller = await callAs(name, baseURL!);
    const hidden = world.reviews.filter((review) => !person.model.sees('reviews', review)).slice(0, 3);
    expect(hidden.length, `reviews that ${name} may not see`).toBe(3);
    for (const review of hidden) {
      const { reference } = world.sources.find((source) => source.id === review.id)!;
      const absent = `${reference.slice(0, -4)}ZZZZ`;
      for (const rest of ['', '/history', '/conflict', '/decision', '/facts', '/identity', '/notification']) {
        const [of, other] = [await wholeAnswer(caller, `/reviews/${reference}${rest}`, reference), await wholeAnswer(caller, `/reviews/${absent}${rest}`, absent)];
        expect(of).toEqual(other);
        expect(of.status).toBe(404);
        compared += 1;
      }
    }
  }
  console.log(`hidden and absent: ${compared} pairs over HTTP, 0 differences`);
});

test('a decision that somebody may not see and one that does not exist are the same page', async ({ data, baseURL }) => {
  const { decisions } = await data.world();
  for (const name of cannotSeeCase) {
    const caller = await callAs(name, baseURL!);
    const absent = '00000000-0000-4000-8000-000000000000';
    for (const { id } of decisions.slice(0, 2)) {
      const hidden = await wholeAnswer(caller, `/decisions/${id}`, id);
      expect(hidden).toEqual(await wholeAnswer(caller, `/decisions/${absent}`, absent));
      expect(hidden.status).toBe(404);
    }
  }
});

test('an action, a recommendation or a finding that somebody may not see and one that does not exist are the same page', async ({ data, baseURL }) => {
  const world = await data.world();
  const people = peopleOf(world, todayInEngland(new Date()));
  let compared = 0;
  for (const name of ['Ben Ainsley', 'Jo Hale', 'Joanne Hargreaves', 'Oluwaseun Martins', 'Peter Langridge', 'Wei Chen']) {
    const { model } = people.find((one) => one.name === name)!;
    const caller = await callAs(name, baseURL!);
    const actions = world.actions.filter((action) => !model.sees('actions', action)).slice(0, 2);
    const recommendations = world.recommendations.filter((one) => !model.sees('recommendations', one)).slice(0, 2);
    const findings = world.findings.filter((one) => !model.sees('findings', one)).slice(0, 2);
    expect([actions.length, recommendations.length, findings.length], `what ${name} may not see`).toEqual([2, 2, 2]);
    const pages = [
      ...actions.flatMap(({ reference }) => ['', '/agree', '/check', '/complete', '/evidence'].map((rest) => [`/plan/${reference}${rest}`, `/plan/A-99999${rest}`, reference, 'A-99999'] as const)),
      ...findings.flatMap(({ reference }) => ['', '/change', '/agree', '/connect', '/follow'].map((rest) => [`/findings/${reference}${rest}`, `/findings/F-99999${rest}`, reference, 'F-99999'] as const)),
      ...recommendations.flatMap(({ reference }) => ['', '/change', '/accept'].map((rest) => [`/recommendations/${reference}${rest}`, `/recommendations/R-99999${rest}`, reference, 'R-99999'] as const)),
    ];
    for (const [of, other, reference, absent] of pages) {
      const hidden = await wholeAnswer(caller, of, reference);
      expect(hidden).toEqual(await wholeAnswer(caller, other, absent));
      expect(hidden.status, of).toBe(404);
      compared += 1;
    }
  }
  console.log(`hidden and absent: ${compared} more pairs over HTTP, 0 differences`);
});

test('signed out, a record that exists and one that does not lead to the same way to sign in', async ({ data, baseURL }) => {
  const [review] = await data.sql<{ reference: string }[]>`select reference from app.sources where review_id is not null limit 1`;
  const visitor = await signedOut(baseURL!);
  const of = await wholeAnswer(visitor, `/reviews/${review!.reference}`, review!.reference);
  expect(of).toEqual(await wholeAnswer(visitor, '/reviews/RR-2026-ZZZZ', 'RR-2026-ZZZZ'));
  expect(of.status).toBe(307);
});

/** All that comes back, without what is new in every answer: the nonce, the time, and the address that was asked for. */
async function wholeAnswer(caller: Caller, path: string, reference: string) {
  const answer = await caller.get(path);
  const nonce = /'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1];
  const plain = (text: string) => (nonce ? text.replaceAll(nonce, 'NONCE') : text).replaceAll(reference, 'REFERENCE');
  const headers = answer.headersArray().filter(({ name }) => name.toLowerCase() !== 'date').map(({ name, value }) => `${name}: ${plain(value)}`);
  return { status: answer.status(), headers, body: plain(await answer.text()) };
}
