import { routes } from '../../app/routes';
import type { Act } from '../../db/policies/matrix';
import { people } from '../../db/seed/example-people';
import { todayInEngland } from '../../lib/dates/calendar-date';
import { callAs, signedOut, type Caller } from '../setup/http';
import { expect, test } from '../setup/test';
import { pagesOfAction, pagesOfFile, pagesOfFinding, pagesOfPartnership, pagesOfRecommendation, pagesOfReview, peopleOf, type Asked, type Person, type World } from './expectations';

type Route = keyof typeof routes;
/** Everybody of the demonstration, one for each membership at least: specs make others beside them. */
const demonstration = new Set(people.filter((person) => person.account).map((person) => person.name));

type Cell = { who: string; route: string; path: string; expected: string; found: string };

const everybody = () => true;
const nobody = () => false;

/** Every address asked for, by route: each record that tells one rule from another, and one that does not exist. */
function everyAddress(world: World, today: string): Map<string, Asked[]> {
  const asked = new Map<string, Asked[]>();
  const add = (route: string, ...more: Asked[]) => asked.set(route, [...(asked.get(route) ?? []), ...more]);
  const byRule = (route: Route): Asked['isThereFor'] => {
    const rule: string = routes[route];
    return rule === 'signed-in' || rule === 'visitor' || rule === 'anyone' ? everybody : (person: Person) => person.may(rule as Act);
  };
  for (const route of Object.keys(routes) as Route[]) if (!route.includes('[')) add(route, { path: route, isThereFor: byRule(route) });

  // Of the reviews one of each that the rules tell apart; those taken from a document have no pages of their own besides.
  const apart = new Set<string>();
  for (const review of world.reviews) {
    const of = (rows: { reviewId: string }[]) => rows.some((one) => one.reviewId === review.id);
    const kind = [review.kind, of(world.notifications), of(world.rapid_reviews), review.isPublished, world.review_places.some((one) => one.reviewId === review.id && ['ER', 'LR'].includes(one.capacity))].join();
    if (apart.has(kind)) continue;
    apart.add(kind);
    for (const [route, page] of Object.entries(pagesOfReview(world, today, review.id))) if (route === '/reviews/[reference]' || of(world.notifications)) add(route, page);
  }
  for (const route of asked.keys()) if (route.startsWith('/reviews/[reference]')) add(route, { path: route.replace('[reference]', 'RR-2026-ZZZZ'), isThereFor: nobody });

  // One decision of each matter.
  for (const [place, decision] of world.decisions.entries()) {
    if (world.decisions.findIndex((one) => one.matter === decision.matter) === place) add('/decisions/[id]', { path: `/decisions/${decision.id}`, isThereFor: ({ model }) => model.sees('decisions', decision) });
  }
  add('/decisions/[id]', { path: '/decisions/00000000-0000-4000-8000-000000000000', isThereFor: nobody }, { path: '/decisions/not-an-id', isThereFor: nobody });

  // Every sixth action and third recommendation: the page of each would take minutes.
  for (const [place, action] of world.actions.entries()) if (place % 6 === 0) for (const [route, page] of Object.entries(pagesOfAction(world, action.id))) if (route === '/plan/[reference]' || place % 18 === 0) add(route, page);
  for (const file of world.files) for (const [route, page] of Object.entries(pagesOfFile(world, file.id))) add(route, page);
  add('/plan/[reference]/files/[file]', { path: `/plan/${world.actions[0]!.reference}/files/00000000-0000-4000-8000-000000000000`, isThereFor: nobody });
  for (const [place, one] of world.recommendations.entries()) for (const [route, page] of Object.entries(pagesOfRecommendation(world, today, one.id))) if (place % 3 === 0) add(route, page);
  for (const [place, one] of world.findings.entries()) for (const [route, page] of Object.entries(pagesOfFinding(world, today, one.id))) if (place % 3 === 0) add(route, page);
  const theme = world.themes[0]!;
  add('/findings/themes/[id]', { path: `/findings/themes/${theme.id}`, isThereFor: ({ model }) => model.sees('themes', theme) }, { path: '/findings/themes/00000000-0000-4000-8000-000000000000', isThereFor: nobody });
  for (const route of asked.keys()) {
    if (route.startsWith('/findings/[reference]')) add(route, { path: route.replace('[reference]', 'F-99999'), isThereFor: nobody });
    if (route.startsWith('/plan/[reference]') && !route.includes('[file]')) add(route, { path: route.replace('[reference]', 'A-99999'), isThereFor: nobody });
    if (route.startsWith('/recommendations/[reference]')) add(route, { path: route.replace('[reference]', 'R-99999'), isThereFor: nobody });
  }
  for (const [route, pages] of Object.entries(pagesOfPartnership(world, routes))) add(route, ...pages);

  for (const challenge of world.challenges) add('/challenges/[reference]', { path: `/challenges/${challenge.reference}`, isThereFor: ({ model }) => model.sees('challenges', challenge) });
  add('/challenges/[reference]', { path: '/challenges/C-99999', isThereFor: nobody });
  const figures = ['notifications', 'decisions', 'past-due', 'checked'];
  add('/assurance/rows/[figure]', ...figures.map((figure) => ({ path: `/assurance/rows/${figure}`, isThereFor: byRule('/assurance/rows/[figure]') })), { path: '/assurance/rows/no-such-figure', isThereFor: nobody });
  const [council] = world.agencies.filter((agency) => agency.example);
  for (const bar of [`owner/${council!.id}`, 'owner/nobody', 'level/reached']) add('/assurance/plan/[by]/[key]', { path: `/assurance/plan/${bar}`, isThereFor: byRule('/assurance/plan/[by]/[key]') });
  for (const bar of ['owner/00000000-0000-4000-8000-000000000000', 'level/no-such-level', 'other/nobody']) add('/assurance/plan/[by]/[key]', { path: `/assurance/plan/${bar}`, isThereFor: nobody });
  add('/assurance/years/[year]', { path: '/assurance/years/2020-21', isThereFor: byRule('/assurance/years/[year]') }, { path: '/assurance/years/2020-22', isThereFor: nobody });
  const ofYear = ['rapid-reviews', 'plan-lines'];
  add('/assurance/years/[year]/[figure]', ...ofYear.map((figure) => ({ path: `/assurance/years/2020-21/${figure}`, isThereFor: byRule('/assurance/years/[year]/[figure]') })), { path: '/assurance/years/2020-21/no-such-figure', isThereFor: nobody });
  add('/sign-in/[token]', { path: '/sign-in/not-a-token-that-anybody-was-given', isThereFor: everybody });
  return asked;
}

/** What a route answers somebody: the page, the one page that says nothing is there, or the way to sign in. */
function expectedFor(route: string, asked: Asked, person: Person | null): string {
  if (route === '/set-up') return '307 /sign-in';
  // Posts alone go there.
  if (route.endsWith('/upload')) return '405';
  const rule: string = routes[route as Route];
  if (rule === 'anyone' || rule === 'visitor') return '200';
  if (person === null) return asked.path === '/' ? '307 /sign-in' : `307 /sign-in?then=${encodeURIComponent(asked.path)}`;
  return asked.isThereFor(person) ? '200' : '404';
}

test('every route gives each person what the matrix gives them, and nobody else anything', async ({ data, baseURL }) => {
  test.setTimeout(400_000);
  const today = todayInEngland(new Date());
  const world = await data.world();
  const addresses = everyAddress(world, today);
  expect([...addresses.keys()].sort(), 'routes that this spec asks for').toEqual(Object.keys(routes).sort());

  const asking: (Person | null)[] = [null, ...peopleOf(world, today).filter((person) => demonstration.has(person.name))];
  expect(asking.length).toBe(demonstration.size + 1);
  const cells: Cell[] = [];
  for (const person of asking) {
    const caller = person ? await callAs(person.name, baseURL!) : await signedOut(baseURL!);
    const asked = [...addresses].flatMap(([route, all]) => all.map((one) => ({ route, one })));
    await inTurns(4, asked, async ({ route, one }) => {
      cells.push({ who: caller.name, route, path: one.path, expected: expectedFor(route, one, person), found: await answerOf(caller, one.path) });
    });
  }
  const different = cells.filter((cell) => cell.expected !== cell.found);
  console.log(`matrix: ${cells.length} cells over HTTP, ${different.length} differences`);
  expect(different.map((cell) => `${cell.who} ${cell.path}: ${cell.found}, and it should be ${cell.expected}`)).toEqual([]);
  // As many pages are there as are not: a table of refusals alone would also be met by a server that refuses everything.
  for (const status of ['200', '404']) expect(cells.filter((cell) => cell.found === status).length).toBeGreaterThan(150);
});

async function answerOf(caller: Caller, path: string): Promise<string> {
  const answer = await caller.get(path);
  const location = answer.headers().location;
  return location ? `${answer.status()} ${location.replace(/^https?:\/\/[^/]+/, '')}` : String(answer.status());
}

async function inTurns<T>(atOnce: number, all: T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  }));
}
