import { routes } from '../../app/routes';
import type { TestData } from '../setup/database';
import { expect, expectNoOverflow, type ConsoleErrors, type Page } from '../setup/test';

type Rows = Record<string, string>[];

/** An address of every route that is there for the business unit, and the states of lists besides. */
export async function pagesOfBusinessUnit({ sql }: TestData): Promise<string[]> {
  const one = async (rows: PromiseLike<Rows>) => (await rows)[0]!.id!;
  const review = await one(sql`select s.reference as id from app.sources s join app.rapid_reviews r on r.review_id = s.id where s.title = 'Child H'`);
  const notOpen = await one(sql`select reference as id from app.sources where title = 'Child D' and example`);
  const deciding = await one(sql`select s.reference as id from app.sources s join app.rapid_reviews r on r.review_id = s.id where s.title = 'Sibling group J'`);
  const decided = await one(sql`select s.reference as id from app.sources s join app.rapid_reviews r on r.review_id = s.id where s.title = 'Child R'`);
  const reported = await one(sql`select s.reference as id from app.sources s where not s.example and s.review_id is not null order by s.reference limit 1`);
  const published = await one(sql`select s.reference as id from app.sources s where s.example and s.published_from is not null limit 1`);
  const action = await one(sql`select reference as id from app.actions where example and title like 'Step-down checklist%'`);
  const awaiting = await one(sql`select reference as id from app.actions where example and complete_on is not null and checked_on is null limit 1`);
  const checked = await one(sql`select reference as id from app.actions where example and checked_on is not null and closed_on is null and next_check_on is not null limit 1`);
  const closed = await one(sql`select reference as id from app.actions where example and closed_on is not null limit 1`);
  const asked = await one(sql`select a.reference as id from app.actions a join app.action_requests r on r.action_id = a.id where a.example and r.kind = 'date' and r.result is null limit 1`);
  const paused = await one(sql`select reference as id from app.actions where example and aside = 'paused' limit 1`);
  const proposed = await one(sql`select reference as id from app.actions where example and agreed_on is null and aside is null limit 1`);
  const notStated = await one(sql`select reference as id from app.actions where not example limit 1`);
  const draft = await one(sql`select r.reference as id from app.recommendations r where r.example and r.acceptance is null limit 1`);
  const released = await one(sql`select r.reference as id from app.recommendations r where r.example and r.released_at is not null limit 1`);
  const openDecision = await one(sql`select id from app.decisions where outcome is null limit 1`);
  const settledDecision = await one(sql`select id from app.decisions where outcome is not null limit 1`);
  const unagreed = await one(sql`select reference as id from app.findings where example and agreement is null limit 1`);
  const repeated = await one(sql`select f.reference as id from app.findings f join app.finding_repeats r on r.finding_id = f.id where f.agreement = 'agreed' limit 1`);
  const found = await one(sql`select reference as id from app.findings where not example limit 1`);
  const ended = await one(sql`select theme_id as id from app.theme_changes limit 1`);
  const theme = await one(sql`select id from app.themes where parent_id is not null and id not in (select theme_id from app.theme_changes) limit 1`);
  const challenged = {
    waiting: await one(sql`select reference as id from app.challenges where example and answered_on is null limit 1`),
    answered: await one(sql`select reference as id from app.challenges where example and answered_on is not null and closed_on is null limit 1`),
    closed: await one(sql`select reference as id from app.challenges where example and closed_on is not null limit 1`),
  };
  const ids: Record<string, string> = {
    agencies: await one(sql`select agency_id as id from app.agency_names where name = 'Example Borough Council'`),
    groups: await one(sql`select id from app.groups where name = 'Example Engine Room'`),
    meeting: await one(sql`select m.id from app.meetings m join app.groups g on g.id = m.group_id where g.name = 'Example Engine Room' and m.held_on is not null order by m.held_on desc limit 1`),
    decision: await one(sql`select d.reference as id from app.meeting_decisions d join app.groups g on g.id = d.group_id where g.name = 'Example Engine Room' and d.confirmed_at is null limit 1`),
    people: await one(sql`select id from app.persons where name = 'Grace Adeyemi'`),
    membership: await one(sql`select m.id from app.memberships m join app.persons p on p.id = m.person_id where p.name = 'Grace Adeyemi'`),
  };
  const actionFor: Record<string, string> = { check: awaiting, agree: proposed, change: proposed, answer: asked, close: checked, 'second-check': checked, reopen: closed, aside: paused };
  const addressOf = (route: string) => {
    if (route.startsWith('/reviews/')) return [route.replace('[reference]', route.endsWith('/open') ? notOpen : review)];
    if (route.startsWith('/decisions/')) return [openDecision, settledDecision].map((id) => route.replace('[id]', id));
    if (route.startsWith('/plan/[')) return [route.replace('[reference]', actionFor[route.split('/').at(-1)!] ?? action)];
    if (route.startsWith('/findings/')) return [route.replace('[reference]', route.endsWith('/follow') ? repeated : unagreed).replace('[id]', theme)];
    if (route.startsWith('/recommendations/[')) return [route.replace('[reference]', draft)];
    if (route.startsWith('/challenges/[')) return Object.values(challenged).map((reference) => `/challenges/${reference}`);
    if (route.startsWith('/groups/')) return [route.replace('[id]', ids.groups!).replace('[meeting]', ids.meeting!).replace('[reference]', ids.decision!)];
    if (route.startsWith('/partnership/')) return [route.replace('[id]', ids[route.split('/')[2]!] ?? '').replace('[membership]', ids.membership!)];
    if (route.startsWith('/assurance/')) return [route.replace('/rows/[figure]', '/rows/decisions').replace('[by]/[key]', 'level/reached').replace('[year]', '2020-21').replace('[figure]', 'rapid-reviews')];
    return [route];
  };
  const apart = ['/set-up', '/api/health', '/plan/export', '/sign-in', '/sign-in/[token]', '/signed-out', '/plan/[reference]/worse', '/plan/[reference]/evidence/upload', '/plan/[reference]/files/[file]'];
  return [
    ...Object.keys(routes).filter((route) => !apart.includes(route)).flatMap(addressOf),
    // Further states: not open yet, with the partners, decided twice, from a document, published; without a date, awaiting a check, complete.
    ...[notOpen, deciding, decided, reported, published].map((reference) => `/reviews/${reference}`),
    `/reviews/${deciding}/decision`, `/reviews/${decided}/decision`,
    ...[awaiting, proposed, notStated].map((reference) => `/plan/${reference}`), `/plan/${action}/check`, `/plan/${action}/change`, `/plan/${action}/aside`, `/plan/${closed}`, `/plan/${asked}`, `/plan/${awaiting}/complete`,
    `/recommendations/${released}`, `/recommendations/${released}/accept`, `/recommendations/new?source=${review}`, `/plan/new?source=${review}`, `/plan/new?recommendation=${released}`,
    `/findings/${repeated}`, `/findings/${repeated}/connect`, `/findings/${found}`, `/findings/new?source=${review}`, `/findings/themes/${ended}`, '/findings?repeats=yes&sort=repeats', '/findings?q=nothing-is-called-this',
    // Lists that are empty, filtered, sorted, or on their next page; dates that are none.
    '/plan?q=nothing-is-called-this', '/plan?rag=red', '/plan?page=2', '/plan?due=not-a-date', '/plan?at=1+Sep+2026&rag=red', '/plan/changes?since=1+Jan+2026', '/plan/changes?since=tomorrow', '/search?q=neglect', '/search?q=nothing-is-called-this', '/reviews?kind=local_learning_review', '/recommendations?q=nothing-is-called-this', '/partnership/people?q=nobody-is-called-this',
    `/assurance/plan/owner/${ids.agencies}`, '/assurance/plan/level/better_for_children', '/challenges?state=closed', `/challenges/new?about=${action}`,
    '/assurance?from=1+Jan+2019&to=2+Jan+2019', '/assurance/rows/decisions?from=2019-01-01&to=2019-01-02', '/assurance/years/2019-20',
  ];
}

/** What each kind of person comes to by themselves. */
export const pagesOfOthers: Record<string, string[]> = {
  'Sam Okafor': ['/', '/reviews', '/reviews/new', '/recommendations', '/plan'],
  'Helen Whitaker': ['/', '/assurance'],
  'Eleanor Baptiste': ['/'],
  'Marcus Bell': ['/', '/plan', '/groups'],
  'Grace Adeyemi': ['/', '/plan', '/reviews'],
  'Fiona Castellan': ['/', '/reviews', '/findings', '/recommendations'],
  'Tariq Mahmood': ['/', '/plan'],
  'Joanne Hargreaves': ['/', '/plan', '/challenges'],
  'Ben Ainsley': ['/', '/plan', '/reviews'],
  'Dee Marsh': ['/'],
  'Jo Hale': ['/', '/plan'],
  'Oluwaseun Martins': ['/', '/plan'],
  'Katherine Doyle': ['/', '/reviews', '/plan'],
  'Peter Langridge': ['/', '/reviews', '/plan', '/recommendations', '/partnership'],
  'Wei Chen': ['/', '/partnership', '/partnership/people', '/partnership/settings', '/plan'],
  'Laura Fenwick': ['/', '/account'],
};

export const missingPages = ['/no-such-page', '/reviews/RR-2026-ZZZZ', '/plan/A-99999', '/partnership/people/not-an-id'];

/** Goes there and looks at it with axe, at its width, and at what every page has once. */
export async function look(page: Page, path: string, axe: (page: Page) => Promise<void>, status = 200): Promise<void> {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(status);
  await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
  await expect(page, path).toHaveTitle(/^.+ · Case Review Tracker$/);
  await expectNoOverflow(page);
  await axe(page);
}

export function expectAllMissing(errors: ConsoleErrors): void {
  for (const path of missingPages) errors.expectMissing(path);
}
