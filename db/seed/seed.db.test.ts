import { randomBytes } from 'node:crypto';
import { count, eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CalendarDate, asCalendarDate } from '../../lib/dates/calendar-date';
import { isWorkingDay } from '../../lib/dates/holidays';
import { workingDaysBetween } from '../../lib/dates/working-days';
import { memberships } from '../policies/matrix';
import { actions, actionSources, agencies, clocks, findings, findingThemes, identities, installation, membershipRows, reportedCounts, reviewOrigins, reviewPlaces, reviews, sources, themes } from '../schema';
import { aTestDatabase } from '../testing/harness';
import { listDemonstrationPeople, loadDemonstration } from './index';

const options = { encryptionKey: randomBytes(32).toString('base64'), log: () => {} };

describe('the demonstration', () => {
  const database = aTestDatabase();
  beforeAll(async () => {
    expect(await loadDemonstration(database.ownerUrl, options)).toEqual({ loaded: true });
  });

  const real = () => eq(sources.example, false);
  const many = async (rows: PromiseLike<{ n: number }[]>) => (await rows)[0]?.n;

  it('is loaded once: a second start finds it and changes nothing', async () => {
    const before = await many(database.owner.select({ n: count() }).from(actions));
    expect(await loadDemonstration(database.ownerUrl, options)).toEqual({ loaded: false });
    expect(await many(database.owner.select({ n: count() }).from(actions))).toBe(before);
  });

  it('gives back the sentence of the report from its records: six, four, three, and the fourth in 2021-22', async () => {
    const kept = await database.owner
      .select({ kind: reviews.kind, undertaken: sources.undertakenFrom, completed: sources.completedFrom, expected: reviews.expectedYear, outcome: reviews.outcome })
      .from(reviews).innerJoin(sources, eq(sources.id, reviews.id)).where(real());
    expect(kept.filter((review) => review.kind === 'rapid_review' && review.undertaken === '2020-04-01')).toHaveLength(6);
    expect(kept.filter((review) => review.kind === 'lcspr' && review.completed === '2020-04-01')).toHaveLength(3);
    expect(kept.filter((review) => review.kind === 'lcspr' && review.completed === null && review.expected === '2021-22')).toHaveLength(1);
    expect(kept.filter((review) => review.kind === 'rapid_review' && review.outcome === 'lcspr')).toHaveLength(4);
    // Which of them led to which child's the report does not say, and neither do its records.
    expect(await database.owner.select({ id: reviewOrigins.id }).from(reviewOrigins).innerJoin(sources, eq(sources.id, reviewOrigins.originReviewId)).where(real())).toEqual([]);
  });

  it('keeps the two counts of the briefings beside each other, not reconciled', async () => {
    const counts = await database.owner.select({ value: reportedCounts.value, note: reportedCounts.note }).from(reportedCounts);
    expect(counts.filter(({ note }) => note?.startsWith('Two counts, not reconciled')).map(({ value }) => value).sort()).toEqual([320, 328]);
  });

  it('has four safeguarding partners and the twenty lines of the report', async () => {
    const kinds = await database.owner.select({ kind: agencies.kind, n: count() }).from(agencies).where(eq(agencies.example, false)).groupBy(agencies.kind);
    expect(Object.fromEntries(kinds.map(({ kind, n }) => [kind, n]))).toEqual({ safeguarding_partner: 4, relevant_agency: 18, community_voice: 2 });
  });

  it('leaves not stated what the report does not state of its nineteen plan lines', async () => {
    const lines = await database.owner.select().from(actions).where(eq(actions.example, false));
    expect(lines).toHaveLength(19);
    for (const line of lines) {
      expect(line).toMatchObject({ ownerAgencyId: null, ownerPersonId: null, dueOn: null, agreedOn: null, completeOn: null, ragFixed: 'not_stated', recordBasis: 'recorded_from_document', document: 'Annual report 2020-21' });
      // Every word of it is the report's: no remark of ours stands among them.
      for (const words of [line.title, line.detail ?? '', line.statedStatus ?? '']) expect(words).not.toMatch(/\[|“|the report|not stated|possibly/i);
      expect(line.documentPage).toBeTruthy();
    }
    expect(lines.filter((line) => line.statedStatus !== null)).toHaveLength(15);
    const hung = await database.owner.selectDistinct({ id: actionSources.actionId }).from(actionSources).innerJoin(actions, eq(actions.id, actionSources.actionId)).where(eq(actions.example, false));
    expect(hung).toHaveLength(19);
  });

  it('gives back what the report says was found, in its words, with its page and its themes, and states no more of it', async () => {
    const found = await database.owner.select().from(findings).where(eq(findings.example, false));
    expect(found).toHaveLength(5);
    for (const finding of found) expect(finding).toMatchObject({ agreement: 'agreed', decidedOn: null, level: 'not_stated', recordBasis: 'recorded_from_document', document: 'Annual report 2020-21', documentPage: expect.any(String), why: null, writtenById: null });
    const given = await database.owner.select({ set: themes.parentId }).from(findingThemes).innerJoin(themes, eq(themes.id, findingThemes.themeId)).innerJoin(findings, eq(findings.id, findingThemes.findingId)).where(eq(findings.example, false));
    expect(given).toHaveLength(6);
  });

  it('marks the names of themes that nobody has read in their source', async () => {
    const names = await database.owner.select({ name: themes.name }).from(themes).where(eq(themes.nameToCheck, true));
    expect(names).toHaveLength(11);
    expect(await database.owner.select().from(themes).where(sql`parent_id is null`)).toHaveLength(9);
  });

  it('names document and page for every real source', async () => {
    expect(await database.owner.select({ title: sources.title }).from(sources).where(sql`not ${sources.example} and (${sources.document} is null or ${sources.documentPage} is null)`)).toEqual([]);
  });

  it('has somebody to look with for each membership', async () => {
    const rows = await database.owner.selectDistinct({ membership: membershipRows.membership }).from(membershipRows);
    const places = await database.owner.selectDistinct({ membership: reviewPlaces.capacity }).from(reviewPlaces);
    const held = new Set([...rows, ...places].map(({ membership }) => membership));
    expect(memberships.filter((membership) => membership !== 'AO' && !held.has(membership))).toEqual([]);
    const people = await listDemonstrationPeople(database.ownerUrl);
    expect(people).toContainEqual({ name: 'Jo Hale', membership: 'Action owner', email: 'jo.hale@example.invalid' });
    for (const { email } of people) expect(email).toMatch(/@example\.invalid$/);
  });

  it('holds no name of a child in the open', async () => {
    const sealed = await database.owner.select({ sealed: identities.sealed }).from(identities);
    expect(sealed).toHaveLength(8);
    for (const row of sealed) expect(row.sealed).not.toContain('Invented');
    const [{ told } = { told: 'nothing' }] = await database.owner.execute<{ told: boolean }>(sql`select exists (select 1 from app.history where coalesce(before::text, '') || coalesce(after::text, '') like '%Invented Example%') as told`);
    expect(told).toBe(false);
  });

  it('shows nothing to nobody', async () => {
    for (const table of [actions, sources, agencies]) expect(await many(database.app.select({ n: count() }).from(table))).toBe(0);
  });
});

describe('a live partnership\'s database', () => {
  const database = aTestDatabase();

  it('is refused the demonstration', async () => {
    await database.owner.transaction(async (tx) => {
      await tx.execute(sql`alter table app.installation disable trigger a_mode`);
      await tx.update(installation).set({ mode: 'live' });
      await tx.execute(sql`alter table app.installation enable trigger a_mode`);
    });
    await expect(loadDemonstration(database.ownerUrl, options)).rejects.toThrow("live partnership's records");
  });
});

// A working day, a Sunday, between Christmas and New Year, the last day of a reporting year, a leap day.
describe.each(['2026-11-23', '2026-11-22', '2026-12-27', '2027-03-31', '2028-02-29'].map(asCalendarDate))('the invented caseload, loaded on %s', (today: CalendarDate) => {
  const database = aTestDatabase();
  beforeAll(async () => {
    await loadDemonstration(database.ownerUrl, { ...options, today });
  });

  it('has actions of every colour', async () => {
    const colours = await database.owner.execute<{ rag: string; n: number }>(sql`
      select coalesce(rag_fixed, case when start_on > ${today} then 'grey' when red_from <= ${today} then 'red' when amber_from <= ${today} then 'amber' else 'green' end) as rag, count(*)::int as n
        from app.actions where example group by 1`);
    expect(Object.fromEntries(colours.map(({ rag, n }) => [rag, n]))).toEqual({ red: 10, amber: 9, green: 16, grey: 8, blue: 1 });
  });

  it('has something of all that is asked about an action, a second check that is due, one that has slipped, and an owner who has left', async () => {
    const asked = await database.owner.execute<{ kind: string; result: string | null }>(sql`select distinct kind, result from app.action_requests`);
    expect(asked.map(({ kind, result }) => `${kind} ${result ?? 'open'}`).sort()).toEqual(['closing granted', 'closing open', 'date open', 'date refused', 'escalation granted', 'escalation open']);
    const [found] = await database.owner.execute<{ due: number; slipped: number; blocked: number; left: number }>(sql`select
      (select count(*)::int from app.actions where next_check_on <= ${today}) as due, (select count(*)::int from app.actions where reopened_on is not null) as slipped,
      (select count(*)::int from app.actions where blocker is not null and priority is not null) as blocked, (select count(*)::int from app.actions a join app.posts p on p.person_id = a.owner_person_id where p.to_on < ${today}) as left`);
    expect(found).toEqual({ due: 1, slipped: 1, blocked: 2, left: 1 });
  });

  it('has nothing that people set or did on a day nobody works', async () => {
    const days = await database.owner.execute<{ day: string }>(sql`
      select distinct d.day::text as day from (
        select unnest(array[proposed_on, agreed_on, start_on, first_due_on, due_on, last_update_on, aside_on, complete_on, checked_on, closed_on, reopened_on, blocked_since, worsened_on]) as day from app.actions where example
        union all select unnest(array[accepted_on, by_when, measure_on]) from app.recommendations where example
        union all select unnest(array[decided_on, answered_on]) from app.findings where example union all select changed_on from app.theme_changes
        union all select unnest(array[moved_on, from_on, to_on]) from app.due_moves
        union all select unnest(array[wanted_on, asked_on, answered_on]) from app.action_requests
        union all select said_on from app.updates union all select checked_on from app.checks union all select unnest(array[dated_on, checked_on]) from app.evidence
        union all select unnest(array[opened_on, decided_from]) from app.decisions union all select given_on from app.decision_views
        union all select unnest(array[asked_on, due_on, replied_on]) from app.agency_requests union all select unnest(array[opened_on, meeting_on, sent_to_panel_on]) from app.rapid_reviews
        union all select override_due_on from app.clocks union all select unnest(array[from_on, to_on]) from app.review_places union all select unnest(array[from_on, to_on]) from app.conflicts_of_interest
      ) d where d.day is not null`);
    expect(days.map(({ day }) => day).filter((day) => !isWorkingDay(asCalendarDate(day)) && day !== today)).toEqual([]);
  });

  it('has rapid reviews on day 0, 2, 9 and 14, one sent late, and one practice review whose clock was moved', async () => {
    const all = await database.owner.select().from(clocks);
    const running = all.filter((clock) => clock.rule === 'rapid_review' && clock.metOn === null).map((clock) => workingDaysBetween(clock.startedOn, today));
    expect(running.sort((a, b) => a - b)).toEqual([0, 2, 9, 14]);
    expect(all.filter((clock) => clock.rule === 'rapid_review' && clock.metOn !== null && clock.metOn > clock.computedDueOn)).toHaveLength(1);
    expect(all.filter((clock) => clock.overrideReason !== null).map((clock) => clock.rule)).toEqual(['lcspr']);
  });
});
