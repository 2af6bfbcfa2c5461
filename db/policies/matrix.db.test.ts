import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Transaction } from '../client';
import { aTestDatabase } from '../testing/harness';
import { referenceModel, type Who } from '../testing/reference-model';
import { allTables, readWorld, tableNames, type Row, type TableName, type World } from '../testing/tables';
import { buildWorld, type Principal, type WholeWorld } from '../testing/whole-world';
import { memberships } from './matrix';

const db = aTestDatabase();

/** A change of one column of every row one may change: what the rules look at stays as it is. */
const touches: Record<TableName, string> = {
  installation: 'set_up_at = now()', settings: "partnership_name = partnership_name || '!'", permission_cells: "reach = 'all'",
  agencies: 'position = position + 1', agency_names: "name = name || '!'", groups: "purpose = 'Changed'", persons: "name = name || '!'", posts: "title = title || '!'",
  priorities: "title = title || '!'", reported_counts: "note = 'Changed'", accounts: "disabled_reason = 'Changed'", memberships: "ended_reason = 'Changed'", covers: "reason = 'Changed'",
  review_places: "to_on = coalesce(to_on, app.today())", exclusions: "reason = reason || '!'", denials: "attempt = attempt || '!'", sources: "summary = 'Changed'", reviews: "published_items = 'Changed'",
  review_origins: "note = 'Changed'", notifications: "outline = outline || '!'", identities: "sealed = sealed || '!'", rapid_reviews: "facts = facts || '!'", criteria_tests: "reason = reason || '!'",
  agency_requests: "reminded_on = '2026-02-01'", clocks: "met_on = '2026-02-01'", decisions: "recommended_because = recommended_because || '!'", decision_views: "reason = reason || '!'",
  recommendations: "baseline = 'Changed'", recommendation_addressees: 'recorded_at = now()', actions: "detail = 'Changed'", action_recommendations: 'recorded_at = now()',
  action_sources: 'recorded_at = now()', action_agencies: "contribution = 'behind'", action_scopes: 'key = gen_random_uuid()', action_words: "words = ''", updates: "text = 'Changed'", evidence: "detail = 'Changed'",
  checks: "reason = 'Changed'", due_moves: "reason = 'Changed'", record_views: "place = 'Changed'", record_view_reviews: 'review_id = gen_random_uuid()', commands: "result_path = '/'",
  drafts: "sealed = sealed || '!'", outbox: 'read_at = now()', limits: 'used = 0', jobs: "last_failure = 'Changed'", history: "command = 'Changed'", history_seals: 'sealed_at = now()',
  history_sealed: 'seal_number = 1', credentials: "password_hash = 'Changed'", account_identities: "subject = 'Changed'", sessions: 'ended_at = now()', sign_in_links: 'used_at = now()',
  set_up_codes: 'used_at = now()', gate_secrets: "secret = 'Changed'", counters: 'next = 1', schema_versions: "digest = 'Changed'",
};

type Candidate = { [T in TableName]: { table: T; situation: string; row: Row<T> } }[TableName];

/** Rows that somebody might try to add, each about a record within their reach or out of it. */
function candidates(w: WholeWorld & { world: World; anotherAccount: string }, principal: Principal): Candidate[] {
  const me = principal.personId ?? w.somebody.id;
  const account = principal.accountId ?? w.elsewhere.accountId;
  const id = randomUUID;
  const found: Candidate[] = [];
  const add = <T extends TableName>(table: T, situation: string, row: Row<T>) => void found.push({ table, situation, row } as Candidate);

  add('agencies', 'a new one', { id: id(), kind: 'outside' });
  add('agency_names', 'another name', { id: id(), agencyId: w.own.id, name: 'Renamed' });
  add('groups', 'a new one', { id: id(), kind: 'other', name: 'Another' });
  add('persons', 'a new one', { id: id(), name: 'Another' });
  add('posts', 'a new one', { id: id(), personId: w.somebody.id, agencyId: w.own.id, title: 'Manager', fromOn: '2026-01-01' });
  add('priorities', 'a new one', { id: id(), reportingYear: '2030-31', number: 99, kind: 'practice', title: 'Neglect' });
  add('reported_counts', 'a new one', { id: id(), reportingYear: '2030-31', key: 'trained', counted: 'Trained', value: 1 });
  add('accounts', "somebody else's", { id: id(), personId: w.somebodyElse.id, email: `${id()}@example.invalid` });
  for (const membership of ['AL', 'EX', 'SA'] as const) {
    const given = { id: id(), membership, agencyId: membership === 'AL' ? w.own.id : null, fromOn: '2026-01-01', needsSecond: membership !== 'AL' };
    add('memberships', `${membership} for somebody else`, { ...given, personId: w.somebodyElse.id, grantedById: me });
    add('memberships', `${membership} in another's name`, { ...given, personId: w.somebodyElse.id, grantedById: w.somebody.id });
  }
  add('memberships', 'AU for oneself', { id: id(), personId: me, membership: 'AU', fromOn: '2026-01-01', grantedById: me });
  add('memberships', 'BU by one person alone', { id: id(), personId: w.somebodyElse.id, membership: 'BU', fromOn: '2026-01-01', grantedById: me });
  add('covers', 'of oneself by another', { id: id(), personId: me, byPersonId: w.somebodyElse.id, membership: 'ER', fromOn: '2026-01-01', setById: me });
  add('covers', 'of another by somebody else', { id: id(), personId: w.somebody.id, byPersonId: w.somebodyElse.id, membership: 'ER', fromOn: '2026-01-01', setById: me });
  add('covers', 'of another, for what two people grant', { id: id(), personId: w.somebody.id, byPersonId: w.somebodyElse.id, membership: 'EX', fromOn: '2026-01-01', setById: me });
  add('covers', 'of another by oneself', { id: id(), personId: w.somebodyElse.id, byPersonId: me, membership: 'EX', fromOn: '2026-01-01', setById: me });
  add('covers', "in another's name", { id: id(), personId: w.somebody.id, byPersonId: w.somebodyElse.id, membership: 'EX', fromOn: '2026-01-01', setById: w.somebody.id });

  for (const [situation, review] of Object.entries({ inside: w.bareInside, outside: w.bareOutside, conflicted: w.bareConflicted })) {
    const reviewId = review.id;
    add('review_places', `${situation}, for another`, { id: id(), reviewId, personId: w.somebodyElse.id, capacity: 'RP', reason: 'Joins the panel', fromOn: '2026-01-01', grantedById: me });
    add('review_places', `${situation}, for oneself`, { id: id(), reviewId, personId: me, capacity: 'RP', reason: 'Joins the panel', fromOn: '2026-01-01', grantedById: me });
    add('review_places', `${situation}, in another's name`, { id: id(), reviewId, personId: w.somebodyElse.id, capacity: 'RP', reason: 'Joins the panel', fromOn: '2026-01-01', grantedById: w.somebody.id });
    add('exclusions', situation, { id: id(), reviewId, personId: w.somebodyElse.id, reason: 'A relative', fromOn: '2026-01-01' });
    add('notifications', situation, {
      id: id(), reviewId, notifyingAgencyId: w.partner.id, incidentFrom: '2026-01-05', incidentTo: '2026-01-05', incidentPrecision: 'day', awareOn: '2026-01-06',
      natureAtNotification: 'death', natureNow: 'death', abuseSuspected: 'yes', ageBand: 'under_1', outline: 'What is known',
    });
    add('identities', situation, { id: id(), reviewId, subject: 'child', sealed: 'sealed', keyId: 'test' });
    add('rapid_reviews', situation, { id: id(), reviewId, openedOn: '2026-01-08' });
    add('criteria_tests', situation, { id: id(), reviewId, criterion: 'recurrent_themes', answer: 'no', reason: 'None known' });
    add('agency_requests', situation, { id: id(), reviewId, agencyId: w.own.id, askedOn: '2026-01-09', dueOn: '2026-01-16' });
    add('clocks', situation, { id: id(), reviewId, rule: 'lcspr', startEvent: 'decided', startedOn: '2026-01-20', guidanceEdition: 'WT 2026', length: 6, unit: 'month', computedDueOn: '2026-07-20' });
    add('decisions', situation, { id: id(), reviewId, matter: 'rapid_review_outcome', openedOn: '2026-01-20', recommendedOutcome: 'lcspr', recommendedBecause: 'The criteria are met' });
    add('review_origins', `${situation}, from a published one`, { id: id(), reviewId, originReviewId: w.published.id });
    add('review_origins', `${situation}, from one outside`, { id: id(), reviewId, originReviewId: w.outside.id });
  }
  for (const situation of ['inside', 'outside', 'published', 'conflicted'] as const) {
    const reviewId = w[situation].id;
    add('decision_views', situation, {
      id: id(), decisionId: w.world.decisions.find((row) => row.reviewId === reviewId)!.id, reviewId, agencyId: w.secondPartner.id, view: 'lcspr', reason: 'We agree', givenOn: '2026-01-21', how: 'in_person', recordedById: me,
    });
    add('record_view_reviews', `${situation}, in one's own view`, { viewId: w.views.find((view) => view.personId === me)!.id, reviewId });
    add('record_view_reviews', `${situation}, in another's view`, { viewId: w.views.find((view) => view.personId !== me)!.id, reviewId });
  }
  add('sources', 'an audit', { id: id(), kind: 'audit', reference: id(), title: 'Files', area: 'both', reportingYear: '2025-26' });
  const spine = id();
  add('sources', 'the source of a review', { id: spine, reviewId: spine, kind: 'review', reference: id(), title: 'Child', area: 'both', reportingYear: '2025-26' });
  add('reviews', 'a new one', { id: w.unspined, kind: 'rapid_review', guidanceEdition: 'WT 2026' });

  for (const situation of ['inside', 'outside', 'published', 'conflicted', 'enquiry', 'audit'] as const) {
    add('recommendations', situation, {
      id: id(), reference: id(), sourceId: w[situation].id, text: 'Listen', outcome: 'Heard', measure: 'Files', addressedTo: 'partnership',
      // What the database copies is not believed when it is sent.
      reviewId: w.bareInside.id,
    });
  }
  for (const [name, recommendation] of Object.entries(w.recommendations)) {
    add('recommendation_addressees', name, { id: id(), recommendationId: recommendation.id, agencyId: w.other.id });
    for (const action of ['of nothing yet', 'of own group', 'of another agency'] as const) {
      const linked = w.world.action_recommendations.some((row) => row.actionId === w.actions[action]!.id && row.recommendationId === recommendation.id);
      if (!linked) add('action_recommendations', `${name}, to an action ${action}`, { id: id(), actionId: w.actions[action]!.id, recommendationId: recommendation.id });
    }
  }
  add('actions', 'a new one', { id: id(), reference: id(), title: 'Train', type: 'training' });
  for (const [name, action] of Object.entries(w.actions)) {
    const actionId = action.id;
    for (const situation of ['inside', 'outside', 'enquiry', 'conflicted'] as const) {
      const linked = w.world.action_sources.some((row) => row.actionId === actionId && row.sourceId === w[situation].id);
      if (!linked) add('action_sources', `${situation}, to an action ${name}`, { id: id(), actionId, sourceId: w[situation].id, reviewId: w.inside.id });
    }
    add('action_agencies', name, { id: id(), actionId, agencyId: w.partner.id });
    add('updates', name, { id: id(), actionId, text: 'Half of the teams are trained', saidOn: '2026-02-02' });
    add('evidence', name, { id: id(), actionId, kind: 'procedure', level: 'done', title: 'The procedure', datedOn: '2026-02-03' });
    add('checks', name, { id: id(), actionId, result: 'accepted', reason: 'It is in use', checkedOn: '2026-02-20', checkedById: me });
    add('due_moves', name, { id: id(), actionId, fromOn: '2026-03-01', toOn: '2026-04-01', reason: 'The trainer was ill', movedOn: '2026-02-20' });
  }

  add('record_views', "one's own", { personId: me, kind: 'opened', place: '/', sensitivity: 'case' });
  add('record_views', "another's", { personId: w.somebodyElse.id, kind: 'opened', place: '/', sensitivity: 'case' });
  add('drafts', "one's own", { id: id(), accountId: account, form: `form-${id()}`, sealed: 'sealed', keyId: 'test' });
  add('drafts', "another's", { id: id(), accountId: w.anotherAccount, form: `form-${id()}`, sealed: 'sealed', keyId: 'test' });
  add('outbox', 'to another', { id: id(), toPersonId: w.somebodyElse.id, message: 'Something changed', recordName: 'review', recordId: w.inside.id, path: '/' });

  // Written by the gate, by triggers or by migrations alone.
  add('installation', 'another', { id: 1, mode: 'live' });
  add('settings', 'others', { id: 1, partnershipName: 'Another', partnershipShortName: 'Another' });
  add('permission_cells', 'another', { family: 'identities', membership: 'OB', operation: 'see', reach: 'all' });
  add('denials', 'one', { attempt: '/' });
  add('commands', "one's own", { id: id(), command: 'record-update', actorKind: 'person', personId: me, accountId: account });
  add('limits', 'another', { key: id(), used: 0, resetsAt: new Date() });
  add('jobs', 'another', { name: id() });
  add('history', 'an entry', { at: new Date(), tableName: 'actions', recordId: id(), rootName: 'action', rootId: id(), family: 'action', operation: 'update', command: 'x', actorKind: 'person', contentDigest: 'x', hash: 'x' });
  add('history_seals', 'a seal', { number: 9999, entries: 1, entriesDigest: 'x', hash: 'x' });
  add('history_sealed', 'a sealed entry', { historyId: 1, sealNumber: 1 });
  add('credentials', "one's own", { accountId: account, passwordHash: 'x' });
  add('account_identities', "one's own", { provider: 'p', subject: id(), accountId: account });
  add('sessions', "one's own", { id: id(), accountId: account, tokenHash: id(), expiresAt: new Date(), strength: 'password' });
  add('sign_in_links', "one's own", { id: id(), accountId: account, tokenHash: id(), expiresAt: new Date() });
  add('set_up_codes', 'another', { codeHash: id() });
  add('gate_secrets', 'another', { id: 2, secret: 'known' });
  add('counters', 'another', { name: id(), next: 1 });
  add('action_scopes', 'a key to any action', { openedId: w.actions['of another agency']!.id, key: me, byActionId: w.actions['of another agency']!.id });
  add('action_words', 'of any action', { actionId: w.actions['of another agency']!.id, words: 'anything' });
  add('schema_versions', 'another', { name: id(), digest: 'x' });
  return found;
}

/** A policy, a grant or a rule about who may hold what says no. Any other failure is a fault of the test. */
function isRefusal(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && at.code === '42501') return true;
    if ('constraint_name' in at && String(at.constraint_name).endsWith('_sa_alone')) return true;
  }
  return false;
}

class Rollback extends Error {}

/** What came of it, or null where the database does not permit it. Whatever it did is undone. */
async function attempt<T>(tx: Transaction, work: (tx: Transaction) => Promise<T>): Promise<T | null> {
  let result: T | null = null;
  try {
    await tx.transaction(async (inner) => {
      result = await work(inner as Transaction);
      throw new Rollback();
    });
  } catch (error) {
    if (!(error instanceof Rollback) && !isRefusal(error)) throw error;
  }
  return result;
}

/** Tries to add each row, undoes it, and says which the database permitted: in one block, because there are hundreds of each. */
async function addEach(tx: Transaction, rows: Candidate[]): Promise<boolean[]> {
  const blocks = rows.map(({ table, row }) => {
    const { sql: text, params } = tx.insert(allTables[table] as PgTable).values(row).toSQL();
    return `begin ${text.replace(/\$(\d+)/g, (_, number) => literal(params[Number(number) - 1]))}; raise exception using errcode = 'CRT01';
      exception when others then get stacked diagnostics code = returned_sqlstate, broken = constraint_name; outcomes := outcomes || (code || ' ' || coalesce(broken, '')); end;`;
  });
  await tx.execute(sql.raw(`do $try$ declare code text; broken text; outcomes text[] := '{}'; begin ${blocks.join('\n')} perform set_config('test.outcomes', outcomes::text, true); end $try$`));
  const [answer] = await tx.execute<{ outcomes: string[] }>(sql`select current_setting('test.outcomes')::text[] as outcomes`);
  return answer!.outcomes.map((outcome, place) => {
    const refusedIt = outcome.startsWith('42501') || outcome.endsWith('_sa_alone');
    if (!refusedIt && !outcome.startsWith('CRT01')) throw new Error(`Adding to ${rows[place]!.table} (${rows[place]!.situation}) failed with ${outcome}: a fault of the test`);
    return !refusedIt;
  });
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return `'${String(value instanceof Date ? value.toISOString() : value).replaceAll("'", "''")}'`;
}

const keyOf = (row: object) => JSON.stringify(row);
const idOf = (row: object) => String((row as { id?: unknown }).id ?? (row as { name?: unknown }).name ?? keyOf(row));

describe('who may see and do what', () => {
  let w: WholeWorld & { world: World; anotherAccount: string };
  let today: string;
  /** What the application may do with a table at all: without the grant, every row is refused. */
  const granted = { select: new Set<string>(), update: new Set<string>() };
  const cells = { see: { yes: 0, no: 0 }, add: { yes: 0, no: 0 }, change: { yes: 0, no: 0 } };
  let rowsCompared = 0;

  beforeAll(async () => {
    const built = await buildWorld(db.owner);
    const anotherAccount = built.principals.find((one) => one.name === 'OB')!.accountId!;
    w = { ...built, world: await readWorld(db.owner), anotherAccount };
    today = (await db.owner.execute<{ today: string }>(sql`select app.today()::text as today`))[0]!.today;
    for (const privilege of ['select', 'update'] as const) {
      const names = await db.app.execute<{ name: string }>(sql`select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' and has_table_privilege(oid, ${privilege})`);
      for (const { name } of names) granted[privilege].add(name);
    }
  });

  test('is asked of somebody in every membership', () => {
    const model = (one: Principal) => referenceModel(w.world, today, whoIs(one)).held.map((held) => held.membership);
    expect(new Set(w.principals.flatMap(model))).toEqual(new Set(memberships));
    expect(Object.values(w.world).filter((rows) => rows.length === 0)).toEqual([]);
  });

  test('is the same at the database as in the reference model, for every person, table, operation and record', async () => {
    const differences: string[] = [];
    for (const principal of w.principals) differences.push(...(await compare(principal)));
    const total = Object.values(cells).reduce((sum, { yes, no }) => sum + yes + no, 0);
    console.log(`matrix: ${total} cells at the database, ${differences.length} differences (${w.principals.length} people, ${tableNames.length} tables, ${rowsCompared} rows)`);
    expect(differences).toEqual([]);
    expect(total).toBeGreaterThan(5_000);
    for (const [operation, { yes, no }] of Object.entries(cells)) {
      expect(yes, `permitted to ${operation}`).toBeGreaterThan(100);
      expect(no, `refused to ${operation}`).toBeGreaterThan(500);
    }
  }, 240_000);

  async function compare(principal: Principal): Promise<string[]> {
    const model = referenceModel(w.world, today, whoIs(principal));
    const differences: string[] = [];
    const differs = (what: string, expected: boolean) => differences.push(`${principal.name}: ${what}: ${expected ? 'refused, and should be permitted' : 'permitted, and should be refused'}`);

    await db.app.transaction(async (tx) => {
      await enter(tx, principal);
      for (const table of tableNames) {
        const seen = new Set(granted.select.has(table) ? (await tx.select().from(allTables[table] as PgTable)).map(keyOf) : []);
        const all = w.world[table] as Row<typeof table>[];
        check('see', table, all, (row) => model.sees(table, row as never), (row) => seen.has(keyOf(row)));
        const here = new Set(all.map(keyOf));
        for (const row of seen) if (!here.has(row)) differences.push(`${principal.name}: sees a row of ${table} that is not there: ${row.slice(0, 200)}`);
      }

      if (principal.kind !== 'nobody') await tx.execute(sql`select app.begin_command('try', null, null)`);
      for (const table of tableNames) {
        const change = sql.raw(`update app.${table} as t set ${touches[table]} returning to_jsonb(t) as row`);
        const changed = granted.update.has(table) ? await attempt(tx, (inner) => inner.execute(change)) : [];
        const ids = new Set(changed?.map(({ row }) => idOf(row as object)));
        check('change', table, w.world[table] as Row<typeof table>[], (row) => model.mayChange(table, row as never), (row) => ids.has(idOf(row)));
      }

      const tried = candidates(w, principal);
      const added = await addEach(tx, tried);
      for (const [place, { table, situation, row }] of tried.entries()) {
        const expected = model.mayAdd(table, row as never);
        cells.add[expected ? 'yes' : 'no'] += 1;
        if (added[place] !== expected) differs(`add to ${table} (${situation})`, expected);
      }
      throw new Rollback();
    }).catch((error: unknown) => {
      if (!(error instanceof Rollback)) throw error;
    });
    return differences;

    // One cell where some rows are within reach, one where some are out of it.
    function check(operation: 'see' | 'change', table: TableName, all: object[], expected: (row: object) => boolean, actual: (row: object) => boolean) {
      const outcomes = new Set<boolean>();
      for (const row of all) {
        const should = expected(row);
        outcomes.add(should);
        rowsCompared += 1;
        if (actual(row) !== should) differs(`${operation} ${table} ${describeRow(w, row)}`, should);
      }
      if (outcomes.has(true)) cells[operation].yes += 1;
      if (outcomes.has(false)) cells[operation].no += 1;
    }
  }
});

async function enter(tx: Transaction, principal: Principal): Promise<void> {
  if (principal.kind === 'visitor') await tx.execute(sql`select app.enter_visitor()`);
  if (principal.kind !== 'person') return;
  const [row] = await tx.execute<{ who: { person: string } | null }>(sql`select app.enter_session(${principal.tokenHash}) as who`);
  if (row?.who?.person !== principal.personId) throw new Error(`${principal.name} could not enter`);
}

function whoIs(principal: Principal): Who {
  if (principal.kind !== 'person') return { kind: principal.kind };
  return { kind: 'person', personId: principal.personId!, accountId: principal.accountId! };
}

/** The record as the test calls it, so that a difference can be read. */
function describeRow(w: WholeWorld, row: object): string {
  const names = new Map<unknown, string>();
  for (const name of ['inside', 'outside', 'published', 'conflicted', 'bareInside', 'bareOutside', 'bareConflicted', 'enquiry', 'audit', 'own', 'below', 'other'] as const) names.set(w[name].id, name);
  for (const [name, { id }] of [...Object.entries(w.actions), ...Object.entries(w.recommendations)]) names.set(id, name);
  for (const { name, personId } of w.principals) if (personId) names.set(personId, name);
  const told = Object.entries(row).flatMap(([column, value]) => (names.has(value) ? [`${column} ${names.get(value)}`] : []));
  return told.length > 0 ? `(${told.join(', ')})` : JSON.stringify(row).slice(0, 160);
}
