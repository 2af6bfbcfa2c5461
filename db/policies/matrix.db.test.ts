import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Transaction } from '../client';
import { aTestDatabase } from '../testing/harness';
import { referenceModel, type Who } from '../testing/reference-model';
import { allTables, columnsOf, readWorld, tableNames, type Row, type TableName, type World } from '../testing/tables';
import { buildWorld, type Principal, type WholeWorld } from '../testing/whole-world';
import { memberships } from './matrix';

const db = aTestDatabase();

/**
 * A change of one column of every row one may change: what the rules look at stays as it is. Where an act is asked of each column, a
 * change of nothing: which columns, the deeds below ask. A table without a version has a constant here, for `blindTouch`.
 */
const touches: Record<TableName, string> = {
  installation: 'set_up_at = now()', settings: "partnership_name = partnership_name || '!'", permission_cells: "reach = 'all'",
  agencies: 'position = position + 1', agency_names: "name = 'Changed'", groups: "purpose = 'Changed'", persons: "name = name || '!'", posts: "title = title || '!'",
  priorities: "title = 'Changed'", reported_counts: "note = 'Changed'", accounts: "disabled_reason = 'Changed'", memberships: 'includes_below = includes_below', covers: "reason = 'Changed'",
  review_places: 'to_on = coalesce(to_on, current_date)', list_removals: 'reason = reason', conflicts_of_interest: 'reason = reason', denials: "attempt = attempt || '!'", sources: "summary = 'Changed'", reviews: 'kind = kind',
  review_origins: "note = 'Changed'", notifications: "outline = outline || '!'", identities: "sealed = sealed || '!'", rapid_reviews: "facts = facts || '!'", criteria_tests: "reason = reason || '!'",
  agency_requests: "reminded_on = '2026-02-01'", clocks: "met_on = '2026-02-01'", decisions: 'matter = matter', decision_views: "reason = reason || '!'",
  themes: "description = 'Changed'", theme_changes: "reason = 'Changed'", findings: 'text = text', finding_agencies: 'recorded_at = now()', finding_themes: 'recorded_at = now()',
  finding_recommendations: 'recorded_at = now()', finding_repeats: 'recorded_at = now()',
  meetings: "place = 'Changed'", meeting_attendances: 'agency_id = agency_id', meeting_decisions: 'matter = matter', challenges: 'topic = topic',
  recommendations: 'text = text', recommendation_addressees: 'recorded_at = now()', actions: 'detail = detail', action_recommendations: 'recorded_at = now()',
  action_sources: 'recorded_at = now()', action_agencies: "note = 'Changed'", action_requests: 'kind = kind', action_scopes: 'key = gen_random_uuid()', search_entries: "words = ''", updates: "text = 'Changed'", evidence: 'detail = detail',
  uploads: 'size = size', file_chunks: "bytes = 'x'", files: "name = 'Changed'",
  checks: "reason = 'Changed'", due_moves: "reason = 'Changed'", record_views: "place = 'Changed'", record_view_reviews: 'review_id = gen_random_uuid()', commands: "result_path = '/'",
  drafts: "sealed = 'Changed'", saved_views: "name = name || '!'", outbox: 'read_at = now()', limits: 'used = 0', jobs: "last_failure = 'Changed'", history: "command = 'Changed'", history_seals: 'sealed_at = now()',
  history_sealed: 'seal_number = 1', credentials: "password_hash = 'Changed'", account_identities: "subject = 'Changed'", sessions: 'ended_at = now()', sign_in_links: 'used_at = now()',
  set_up_codes: 'used_at = now()', gate_secrets: "secret = 'Changed'", counters: 'next = 1', schema_versions: "digest = 'Changed'",
};

/** A change that reads no column, so that only the policy for changes stands before it: a version, which the database keeps, or a constant. */
const blindTouch = (table: TableName) => (columnsOf(allTables[table]).includes('version') ? 'version = 1' : touches[table]);

type Candidate = { [T in TableName]: { table: T; situation: string; row: Row<T> } }[TableName];

/** Rows that somebody might try to add, each about a record within their reach or out of it. */
function candidates(w: WholeWorld & { world: World; anotherAccount: string; today: string }, principal: Principal): Candidate[] {
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
    const interest = { reviewId, reason: 'A relative', fromOn: w.today } as const;
    for (const outcome of ['stays', 'steps_back', 'excluded'] as const) {
      add('conflicts_of_interest', `${situation}, ${outcome}, one's own`, { ...interest, id: id(), personId: me, declaredById: me, outcome });
      add('conflicts_of_interest', `${situation}, ${outcome}, another's`, { ...interest, id: id(), personId: w.somebody.id, declaredById: me, outcome, confirmBy: outcome === 'stays' ? null : w.today });
      add('conflicts_of_interest', `${situation}, ${outcome}, by somebody else's word`, { ...interest, id: id(), personId: me, declaredById: w.somebody.id, outcome });
    }
    add('conflicts_of_interest', `${situation}, another's, for good`, { ...interest, id: id(), personId: w.somebody.id, declaredById: me, outcome: 'excluded' });
    add('conflicts_of_interest', `${situation}, another's, with the chair's word`, { ...interest, id: id(), personId: w.somebody.id, declaredById: me, outcome: 'excluded', confirmBy: w.today, chairConfirmedById: me });
    const removal = { reviewId, reason: 'Worked with the family', fromOn: '2026-01-01' };
    add('list_removals', `${situation}, of the business unit`, { ...removal, id: id(), personId: w.unit.id, removedById: me });
    add('list_removals', `${situation}, of somebody else`, { ...removal, id: id(), personId: w.somebody.id, removedById: me });
    add('list_removals', `${situation}, in another's name`, { ...removal, id: id(), personId: w.unit.id, removedById: w.somebody.id });
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
  for (const { id: decisionId, matter, recommendedOutcome } of w.world.decisions) {
    add('decision_views', `on ${matter}`, { id: id(), decisionId, reviewId: w.bareInside.id, matter, agencyId: w.secondPartner.id, view: recommendedOutcome, reason: 'We agree', givenOn: '2026-01-21', how: 'in_person', givenById: me, recordedById: me });
  }
  for (const situation of ['inside', 'outside', 'published', 'conflicted'] as const) {
    const reviewId = w[situation].id;
    add('record_view_reviews', `${situation}, in one's own view`, { viewId: w.views.find((view) => view.personId === me)!.id, reviewId });
    add('record_view_reviews', `${situation}, in another's view`, { viewId: w.views.find((view) => view.personId !== me)!.id, reviewId });
  }
  for (const [situation, group] of Object.entries({ 'own group': w.ownGroup, 'another group': w.otherGroup })) {
    const held = w.world.meetings.find((row) => row.groupId === group.id)!;
    add('meetings', situation, { id: id(), groupId: group.id, plannedOn: '2026-05-14', recordedById: me });
    add('meetings', `${situation}, in another's name`, { id: id(), groupId: group.id, plannedOn: '2026-05-14', recordedById: w.somebody.id });
    // What the database copies is not believed when it is sent.
    add('meeting_attendances', situation, { id: id(), meetingId: held.id, groupId: w.ownGroup.id, personId: w.somebodyElse.id, presence: 'apologies' });
    const minuted = { meetingId: held.id, groupId: w.ownGroup.id, matter: 'The tool', decision: 'It is used', reasons: 'It works', recordedById: me };
    add('meeting_decisions', situation, { ...minuted, id: id(), reference: id() });
    add('meeting_decisions', `${situation}, in another's name`, { ...minuted, id: id(), reference: id(), recordedById: w.somebody.id });
    add('meeting_decisions', `${situation}, as confirmed`, { ...minuted, id: id(), reference: id(), confirmedAt: new Date(), confirmedById: me });
    for (const about of ['inside', 'outside', 'conflicted'] as const) add('meeting_decisions', `${situation}, about ${about}`, { ...minuted, id: id(), reference: id(), aboutSourceId: w[about].id });
    add('meeting_decisions', `${situation}, about an action of the conflicted review`, { ...minuted, id: id(), reference: id(), aboutActionId: w.actions['of the conflicted review']!.id });
    add('meeting_decisions', `${situation}, about a draft outside`, { ...minuted, id: id(), reference: id(), aboutRecommendationId: w.recommendations['outside, draft']!.id });
  }
  const challenged = { topic: 'quality' as const, challenge: 'It is thin', asked: 'More', raisedOn: '2026-03-02', dueOn: '2026-03-09', aboutAgencyId: w.other.id, raisedById: me };
  add('challenges', 'about another agency', { ...challenged, id: id(), reference: id() });
  add('challenges', "in another's name", { ...challenged, id: id(), reference: id(), raisedById: w.somebody.id });
  add('challenges', 'as answered', { ...challenged, id: id(), reference: id(), answer: 'Yes', answeredOn: '2026-03-03', answeredById: me, how: 'in_person', answerRecordedById: me });
  add('challenges', 'as closed', { ...challenged, id: id(), reference: id(), outcome: 'upheld', outcomeReason: 'It was', closedOn: '2026-03-03', closedById: me });
  for (const about of ['inside', 'outside', 'published', 'conflicted', 'audit'] as const) add('challenges', `about ${about}`, { ...challenged, id: id(), reference: id(), aboutSourceId: w[about].id });
  add('challenges', 'about a draft outside', { ...challenged, id: id(), reference: id(), aboutRecommendationId: w.recommendations['outside, draft']!.id });
  for (const about of ['of own agency', 'of another agency', 'of the conflicted review'] as const) add('challenges', `about an action ${about}`, { ...challenged, id: id(), reference: id(), aboutActionId: w.actions[about]!.id });
  add('challenges', 'about a decision of another group', { ...challenged, id: id(), reference: id(), aboutDecisionId: w.world.meeting_decisions.find((row) => row.groupId === w.otherGroup.id)!.id });
  add('sources', 'an audit', { id: id(), kind: 'audit', reference: id(), title: 'Files', area: 'both', reportingYear: '2025-26' });
  const spine = id();
  add('sources', 'an audit, as published', { id: id(), kind: 'audit', reference: id(), title: 'Files', area: 'both', reportingYear: '2025-26', publishedFrom: '2026-03-02' });
  add('sources', 'the source of a review', { id: spine, reviewId: spine, kind: 'review', reference: id(), title: 'Child', area: 'both', reportingYear: '2025-26' });
  add('reviews', 'a new one', { id: w.unspined, kind: 'rapid_review', guidanceEdition: 'WT 2026', recordedById: me });
  add('reviews', "in another's name", { id: w.unspined, kind: 'rapid_review', guidanceEdition: 'WT 2026', recordedById: w.somebody.id });

  for (const situation of ['inside', 'outside', 'published', 'conflicted', 'enquiry', 'audit'] as const) {
    const written = {
      reference: id(), sourceId: w[situation].id, text: 'Listen', outcome: 'Heard', measure: 'Files', addressedTo: 'partnership' as const,
      // What the database copies is not believed when it is sent.
      reviewId: w.bareInside.id,
    };
    add('recommendations', situation, { ...written, id: id(), writtenById: me });
    add('recommendations', `${situation}, in another's name`, { ...written, id: id(), writtenById: w.somebody.id });
    add('recommendations', `${situation}, as accepted`, { ...written, id: id(), writtenById: me, acceptance: 'accepted', acceptedOn: '2026-02-10' });
  }
  // What the database copies is not believed when it is sent.
  const exception = { reviewId: w.bareInside.id, example: true, matter: 'closed_without_impact', openedOn: '2026-01-20', recommendedOutcome: 'agreed', recommendedBecause: 'There is no data' } as const;
  for (const [name, recommendation] of Object.entries(w.recommendations)) {
    const isPut = w.world.decisions.some((row) => row.recommendationId === recommendation.id && row.matter === exception.matter);
    if (!isPut) add('decisions', `on a recommendation ${name}`, { ...exception, id: id(), recommendationId: recommendation.id });
    add('recommendation_addressees', name, { id: id(), recommendationId: recommendation.id, agencyId: w.other.id });
    for (const action of ['of nothing yet', 'of own group', 'of another agency'] as const) {
      const linked = w.world.action_recommendations.some((row) => row.actionId === w.actions[action]!.id && row.recommendationId === recommendation.id);
      if (!linked) add('action_recommendations', `${name}, to an action ${action}`, { id: id(), actionId: w.actions[action]!.id, recommendationId: recommendation.id });
    }
  }
  add('themes', 'a new one', { id: id(), name: 'Missing', edition: '2026', source: 'Our own' });
  add('theme_changes', 'retired', { id: id(), themeId: w.theme.id, kind: 'retired', changedOn: '2026-03-01', reason: 'Nobody uses it' });
  for (const situation of ['inside', 'outside', 'published', 'conflicted', 'enquiry', 'audit'] as const) {
    // What the database copies is not believed when it is sent.
    const found = { reference: id(), sourceId: w[situation].id, reviewId: w.bareInside.id, kind: 'gap', level: 'system', text: 'Nobody asked' } as const;
    add('findings', situation, { ...found, id: id(), writtenById: me });
    add('findings', `${situation}, in another's name`, { ...found, id: id(), writtenById: w.somebody.id });
    add('findings', `${situation}, as agreed`, { ...found, id: id(), writtenById: me, agreement: 'agreed', decidedOn: '2026-02-10' });
  }
  const [unlinked, unrelated] = [w.recommendations['published, released']!, w.findings['published, agreed']!];
  for (const [name, finding] of Object.entries(w.findings)) {
    const findingId = finding.id;
    add('finding_agencies', name, { id: id(), findingId, agencyId: w.other.id });
    add('finding_themes', name, { id: id(), findingId, themeId: w.world.themes.find((one) => one.parentId === null)!.id });
    add('finding_recommendations', name, { id: id(), findingId, recommendationId: unlinked.id });
    const repeats = w.world.finding_repeats.some((row) => row.findingId === findingId);
    if (!repeats && findingId !== unrelated.id && name !== 'outside, agreed') {
      add('finding_repeats', name, { id: id(), findingId, earlierId: unrelated.id, saidById: me });
      add('finding_repeats', `${name}, in another's name`, { id: id(), findingId, earlierId: unrelated.id, saidById: w.somebody.id });
    }
  }
  add('actions', 'a proposal', { id: id(), reference: id(), title: 'Train', type: 'training', proposedById: me });
  add('actions', "a proposal in another's name", { id: id(), reference: id(), title: 'Train', type: 'training', proposedById: w.somebody.id });
  add('actions', 'one that is agreed', { id: id(), reference: id(), title: 'Train', type: 'training', proposedById: me, agreedOn: '2026-01-19' });
  add('actions', 'one that is said to be complete', { id: id(), reference: id(), title: 'Train', type: 'training', proposedById: me, completeOn: '2026-01-19' });
  for (const [name, action] of Object.entries(w.actions)) {
    const actionId = action.id;
    for (const situation of ['inside', 'outside', 'enquiry', 'conflicted'] as const) {
      const linked = w.world.action_sources.some((row) => row.actionId === actionId && row.sourceId === w[situation].id);
      if (!linked) add('action_sources', `${situation}, to an action ${name}`, { id: id(), actionId, sourceId: w[situation].id, reviewId: w.inside.id });
    }
    if (!w.world.decisions.some((row) => row.actionId === actionId)) add('decisions', `on an action ${name}`, { ...exception, id: id(), actionId });
    add('action_agencies', name, { id: id(), actionId, agencyId: w.partner.id });
    const said = { actionId, text: 'Half of the teams are trained', saidOn: '2026-02-02' };
    const byPhone = { how: 'phone', howNote: 'A call' } as const;
    add('updates', `${name}, one's own`, { ...said, id: id(), saidById: me, recordedById: me });
    add('updates', `${name}, somebody's, by phone`, { ...said, ...byPhone, id: id(), saidById: w.somebody.id, recordedById: me });
    add('updates', `${name}, the action owner's, by phone`, { ...said, ...byPhone, id: id(), saidById: w.actionOwner.id, recordedById: me });
    add('updates', `${name}, a group member's, by phone`, { ...said, ...byPhone, id: id(), saidById: w.groupMember.id, recordedById: me });
    add('updates', `${name}, somebody's, as if in person`, { ...said, id: id(), saidById: w.somebody.id, recordedById: me });
    add('updates', `${name}, as if recorded by another`, { ...said, id: id(), saidById: me, recordedById: w.somebody.id });
    const shown = { actionId, kind: 'procedure', level: 'done', title: 'The procedure', datedOn: '2026-02-03' } as const;
    add('evidence', `${name}, one's own`, { ...shown, id: id(), addedById: me });
    add('evidence', `${name}, one's own with personal data`, { ...shown, id: id(), addedById: me, holdsPersonalData: true });
    add('evidence', `${name}, in another's name`, { ...shown, id: id(), addedById: w.actionOwner.id });
    add('evidence', `${name}, as if it were checked`, { ...shown, id: id(), addedById: w.somebody.id, checkedOn: '2026-02-20', checkedById: me });
    add('checks', name, { id: id(), actionId, result: 'accepted', reason: 'It is in use', checkedOn: '2026-02-20', checkedById: me });
    add('checks', `${name}, in another's name`, { id: id(), actionId, result: 'accepted', reason: 'It is in use', checkedOn: '2026-02-20', checkedById: w.somebodyElse.id });
    const slipped = { actionId, result: 'in_place', afterMonths: 3, reason: 'Still in use', checkedOn: '2026-02-20' } as const;
    add('checks', `${name}, a second one`, { ...slipped, id: id(), checkedById: me });
    add('due_moves', name, { actionId, fromOn: '2026-03-01', toOn: '2026-04-01', reason: 'The trainer was ill', movedOn: '2026-02-20', id: id(), grantedById: me });
    const waiting = (kind: string) => w.world.action_requests.some((row) => row.actionId === actionId && row.kind === kind && row.result === null);
    const asks = { actionId, reason: 'The trainer is ill', askedOn: '2026-02-20', recordedById: me };
    const late = { ...asks, kind: 'date', wantedOn: '2099-06-30' } as const;
    if (!waiting('date')) {
      add('action_requests', `${name}, another date`, { ...late, id: id(), askedById: me });
      add('action_requests', `${name}, another date for its owner, by phone`, { ...late, ...byPhone, id: id(), askedById: w.actionOwner.id });
      add('action_requests', `${name}, another date for somebody else`, { ...late, id: id(), askedById: w.somebody.id });
      add('action_requests', `${name}, another date, as granted`, { ...late, id: id(), askedById: me, result: 'granted', answeredOn: '2026-02-21', answeredById: w.somebody.id, answerHow: 'in_person' });
    }
    if (!waiting('escalation')) add('action_requests', `${name}, help`, { ...asks, kind: 'escalation', escalatedTo: 'executive', id: id(), askedById: me });
    for (const basis of ['own_evidence', 'exception'] as const) if (!waiting('closing')) add('action_requests', `${name}, its closing, ${basis}`, { ...asks, kind: 'closing', basis, id: id(), askedById: me });
    if (!waiting('closing')) add('action_requests', `${name}, its closing on a recommendation`, { ...asks, kind: 'closing', basis: 'recommendation', recommendationId: w.recommendations['audit, accepted']!.id, id: id(), askedById: me });
  }

  for (const [situation, { sent }] of Object.entries({ "one's own": w.sent.find((one) => one.personId === principal.personId) ?? w.sent[0]!, "another's": w.sent.find((one) => one.personId !== principal.personId)! })) {
    add('file_chunks', `of ${situation} upload`, { uploadId: sent, number: 7, bytes: Buffer.from('more') });
    for (const [of, item] of w.evidence) add('files', `${situation}, to evidence ${of}`, { id: sent, evidenceId: item.id, actionId: item.actionId, name: 'x', mediaType: 'x', size: 1, sha256: 'x', uploadedById: me, uploadedAt: new Date() });
  }
  add('file_chunks', 'of what is attached', { uploadId: w.attached, number: 7, bytes: Buffer.from('more') });
  add('uploads', "one's own", { id: id(), personId: me, name: 'minute.pdf' });
  add('uploads', "another's", { id: id(), personId: w.somebodyElse.id, name: 'minute.pdf' });
  add('uploads', 'one that was not looked at, as ready', { id: id(), personId: me, name: 'minute.pdf', mediaType: 'application/pdf', size: 1, sha256: 'x', readyAt: new Date() });

  add('record_views', "one's own", { personId: me, kind: 'opened', place: '/', sensitivity: 'case' });
  add('record_views', "another's", { personId: w.somebodyElse.id, kind: 'opened', place: '/', sensitivity: 'case' });
  add('drafts', "one's own", { id: id(), accountId: account, form: `form-${id()}`, sealed: 'sealed', keyId: 'test' });
  add('drafts', "another's", { id: id(), accountId: w.anotherAccount, form: `form-${id()}`, sealed: 'sealed', keyId: 'test' });
  add('saved_views', "one's own", { id: id(), accountId: account, name: id(), query: '?rag=red' });
  add('saved_views', "another's", { id: id(), accountId: w.anotherAccount, name: id(), query: '?rag=red' });
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
  add('search_entries', 'of any action', { tableName: 'actions', recordId: id(), family: 'actions', scopeId: w.actions['of another agency']!.id, at: new Date(), words: 'anything' });
  add('schema_versions', 'another', { name: id(), digest: 'x' });
  return found;
}

type Model = ReturnType<typeof referenceModel>;
type Deed = { table: TableName; row: string; what: string; statements: string; expected: boolean };

/** What somebody who may change a record might do to it: each with who may, by the reference model. */
function deeds(w: WholeWorld & { world: World }, principal: Principal, model: Model, today: string): Deed[] {
  const me = literal(principal.personId ?? w.somebody.id);
  const somebody = literal(w.somebody.id);
  const nobody = () => false;
  const found: Deed[] = [];
  const tries = <T extends 'actions' | 'action_agencies' | 'action_requests' | 'conflicts_of_interest' | 'decisions' | 'evidence' | 'list_removals' | 'meetings' | 'meeting_decisions' | 'challenges' | 'recommendations' | 'findings' | 'sources' | 'reviews'>(table: T, what: string, change: string | ((row: Row<T>) => string), may: (row: Row<T>) => boolean, first: (row: Row<T>) => string = () => '') => {
    for (const row of w.world[table] as (Row<T> & { id: string })[]) {
      if (!model.mayChange(table, row)) continue;
      const statements = `${first(row)} update app.${table} set ${typeof change === 'string' ? change : change(row)} where id = ${literal(row.id)};`;
      found.push({ table, row: row.id, what, statements, expected: may(row) });
    }
  };
  // An action is complete by a word that was said: the update is of the same person, or the deed fails with it.
  const saying = (row: Row<'actions'>) =>
    `insert into app.updates (id, action_id, text, said_on, said_by_id, recorded_by_id) values (gen_random_uuid(), ${literal(row.id)}, 'All done', ${literal(today)}, ${me}, ${me});`;

  tries('actions', 'agrees', `agreed_on = '2026-03-01', agreed_by_id = ${me}`, model.deeds.agree);
  tries('actions', "agrees in another's name", `agreed_on = '2026-03-01', agreed_by_id = ${somebody}`, nobody);
  tries('actions', 'updates', `last_update_on = '2026-03-01'`, model.deeds.update);
  tries('actions', 'says that it is complete', `complete_on = ${literal(today)}, complete_said_by_id = ${me}`, model.deeds.sayComplete, saying);
  tries('actions', 'says that it is complete, without a word', `complete_on = ${literal(today)}, complete_said_by_id = ${me}`, nobody);
  tries('actions', 'returns', 'complete_on = null, complete_said_by_id = null', (row) => !row.completeOn || model.deeds.returnToOwner(row));
  tries('actions', 'checks', `checked_on = '2026-03-01', checked_by_id = ${me}`, model.deeds.check);
  tries('actions', "checks in another's name", `checked_on = '2026-03-01', checked_by_id = ${somebody}`, nobody);
  tries('actions', 'changes the words of a proposal', "title = 'Another', due_on = '2030-01-01', first_due_on = '2030-01-01'", model.deeds.changeProposal);
  tries('actions', 'says how urgent it is', "priority = 'high'", model.deeds.prioritise);
  tries('actions', 'names the post', "owner_post = 'Another'", model.deeds.nameOwner);
  tries('actions', 'names an owner of the agency', `owner_person_id = ${somebody}, owner_agency_id = coalesce(owner_agency_id, ${literal(w.own.id)})`, (row) => (row.ownerPersonId === w.somebody.id || model.deeds.nameSomebody(row, w.somebody.id)) && (Boolean(row.ownerAgencyId) || model.deeds.move()));
  tries('actions', 'gives it to another agency', `owner_agency_id = ${literal(w.secondPartner.id)}`, model.deeds.move);
  tries('actions', 'gives it to another group', `accountable_group_id = null`, (row) => !row.accountableGroupId || model.deeds.move());
  tries('actions', 'pauses it', "aside = 'paused', aside_reason = 'Later', aside_on = '2026-03-01'", model.deeds.pause);
  tries('actions', 'does not accept it', "aside = 'not_accepted', aside_reason = 'Not now', aside_on = '2026-03-01'", model.deeds.turnDown);
  tries('actions', 'makes it worse', `worsened_to = 'red', worsened_because = 'It has stopped', worsened_by_id = ${me}`, model.deeds.worsen);
  tries('actions', "makes it worse in another's name", `worsened_to = 'red', worsened_because = 'It has stopped!', worsened_by_id = ${literal(w.somebodyElse.id)}`, nobody);
  tries('actions', 'takes back that it is worse', 'worsened_to = null, worsened_because = null, worsened_by_id = null', model.deeds.takeBack);
  const answered = "result = 'granted', answered_on = '2026-03-01'";
  const byMe = `answer_how = 'in_person', answered_by_id = ${me}, answer_recorded_by_id = ${me}`;
  tries('action_requests', 'grants', `${answered}, ${byMe}`, model.deeds.answer);
  tries('action_requests', 'refuses', `result = 'refused', answer = 'Not now', answered_on = '2026-03-01', ${byMe}`, model.deeds.answer);
  const chair = w.principals.find(({ name }) => name === 'CH')!.personId!;
  tries('action_requests', 'records what the chair said', `${answered}, answer_how = 'meeting', answer_note = 'Minute 4', answered_by_id = ${literal(chair)}, answer_recorded_by_id = ${me}`, (row) => model.deeds.answerFor(row, chair) && !(principal.personId === chair));
  tries('action_requests', "grants in another's name", `${answered}, answer_how = 'in_person', answered_by_id = ${literal(w.somebodyElse.id)}, answer_recorded_by_id = ${me}`, nobody);
  tries('action_requests', 'opens again', `undone_on = '2026-03-01', undone_because = 'It has slipped', undone_by_id = ${me}`, model.deeds.openAgain);
  tries('action_requests', 'changes', "reason = 'Another'", nobody);
  for (const change of ["first_due_on = '2030-01-01', due_on = '2030-01-01', moves = 7", "closed_on = '2026-03-02'", "reopened_on = '2026-03-02', reopened_because = 'x'", 'moves = 7']) {
    tries('actions', `sets ${change}`, change, nobody);
  }
  for (const action of ['of nothing yet', 'of the conflicted review'] as const) tries('action_agencies', `moves to an action ${action}`, `action_id = ${literal(w.actions[action]!.id)}`, nobody);
  tries('action_agencies', 'moves to another agency', `agency_id = ${literal(w.secondPartner.id)}`, nobody);
  const settles = (row: Row<'decisions'>) => `outcome = ${literal(row.recommendedOutcome)}, decided_from = ${literal(today)}, decided_to = ${literal(today)}, decided_precision = 'day'`;
  tries('decisions', 'settles as its chair', (row) => `${settles(row)}, chaired_by_id = ${me}`, model.deeds.settle);
  tries('decisions', 'settles for its chair', (row) => `${settles(row)}, chaired_by_id = ${somebody}`, model.deeds.settleForChair);
  tries('decisions', 'settles before every view is given', settles, nobody);
  tries('decisions', 'changes', "recommended_because = 'Another'", nobody);
  const answersAs = (person: string, how: string) => `answer = 'By May', answered_on = '2026-03-04', answered_by_id = ${person}, how = '${how}', how_note = 'A call', answer_recorded_by_id = ${me}`;
  tries('challenges', 'answers', answersAs(me, 'in_person'), model.deeds.answerChallenge);
  tries('challenges', 'answers for another', answersAs(somebody, 'phone'), model.deeds.answerChallengeFor);
  tries('challenges', "answers in another's name", answersAs(somebody, 'in_person'), nobody);
  tries('challenges', 'escalates', "stage = 'executive'", model.deeds.closeChallenge);
  tries('challenges', 'closes', `outcome = 'partly', outcome_reason = 'In part', closed_on = '2026-03-10', closed_by_id = ${me}`, model.deeds.closeChallenge);
  tries('challenges', "closes in another's name", `outcome = 'partly', outcome_reason = 'In part', closed_on = '2026-03-10', closed_by_id = ${somebody}`, nobody);
  tries('challenges', 'asks for something else', "asked = 'Another'", nobody);
  tries('meeting_decisions', 'changes', "decision = 'Another'", model.deeds.changeMinute);
  tries('meeting_decisions', 'confirms', `confirmed_at = now(), confirmed_by_id = ${me}`, model.deeds.confirmMinute);
  tries('meeting_decisions', "confirms in another's name", `confirmed_at = now(), confirmed_by_id = ${somebody}`, nobody);
  tries('meeting_decisions', 'takes to another group', `group_id = ${literal(w.otherGroup.id)}`, (row) => row.groupId === w.otherGroup.id);
  tries('meetings', 'takes to another group', `group_id = ${literal(w.otherGroup.id)}`, (row) => row.groupId === w.otherGroup.id);
  tries('recommendations', 'writes', "baseline = 'Changed'", model.deeds.write);
  tries('recommendations', 'accepts', `acceptance = 'partly', accepted_on = '2026-03-01', acceptance_reason = 'In part', acceptance_recorded_by_id = ${me}`, model.deeds.accept);
  tries('recommendations', "accepts in another's name", `acceptance = 'partly', accepted_on = '2026-03-01', acceptance_reason = 'In part', acceptance_recorded_by_id = ${somebody}`, nobody);
  tries('recommendations', 'records what the group accepted', `acceptance = 'partly', accepted_on = '2026-03-01', acceptance_reason = 'In part', acceptance_how = 'meeting', acceptance_recorded_by_id = ${me}`, model.deeds.acceptForGroup);
  tries('conflicts_of_interest', 'confirms as the chair', `chair_confirmed_by_id = ${me}`, model.deeds.confirmAsChair);
  tries('conflicts_of_interest', 'confirms as a partner', `partner_confirmed_by_id = ${me}`, model.deeds.confirmAsPartner);
  tries('conflicts_of_interest', "confirms in another's name", `partner_confirmed_by_id = ${somebody}`, nobody);
  tries('conflicts_of_interest', 'ends', `to_on = ${literal(today)}, ended_by_id = ${me}, ended_reason = 'Over'`, model.deeds.endInterest);
  tries('conflicts_of_interest', "ends in another's name", `to_on = ${literal(today)}, ended_by_id = ${somebody}, ended_reason = 'Over'`, nobody);
  for (const change of ["reason = 'Another'", "outcome = 'stays', reason = reason || '!'", `person_id = ${literal(w.administrator.id)}`, "confirm_by = '2027-01-01'"]) tries('conflicts_of_interest', `sets ${change}`, change, nobody);
  tries('list_removals', 'puts back', `to_on = ${literal(today)}, ended_by_id = ${me}, ended_reason = 'Needed again'`, model.deeds.putBackOnList);
  tries('list_removals', "puts back in another's name", `to_on = ${literal(today)}, ended_by_id = ${somebody}, ended_reason = 'Needed again'`, nobody);
  tries('recommendations', 'releases', `released_at = now(), released_by_id = ${me}`, model.deeds.release);
  tries('recommendations', 'takes out of its review', `review_id = ${literal(w.bareInside.id)}`, nobody);
  tries('recommendations', 'makes a draft again', 'acceptance = null, accepted_on = null', (row) => !row.acceptance);
  tries('findings', 'writes', "voice = 'Changed'", model.deeds.writeFinding);
  tries('findings', 'agrees', `agreement = 'agreed', agreement_reason = null, decided_on = '2026-03-01', decision_recorded_by_id = ${me}`, model.deeds.agreeFinding);
  tries('findings', 'records what the group agreed', `agreement = 'agreed', agreement_reason = null, decided_on = '2026-03-01', decided_how = 'meeting', decision_recorded_by_id = ${me}`, model.deeds.agreeFindingForGroup);
  tries('findings', "agrees in another's name", `agreement = 'agreed', decided_on = '2026-03-01', decision_recorded_by_id = ${somebody}`, nobody);
  tries('findings', 'says what became of it', `answer = 'addressed', answered_on = '2026-03-01', answered_by_id = ${me}`, model.deeds.answerFinding);
  tries('findings', "says what became of it in another's name", `answer = 'addressed', answered_on = '2026-03-01', answered_by_id = ${somebody}`, nobody);
  tries('findings', 'takes out of its review', `review_id = ${literal(w.bareInside.id)}`, nobody);
  tries('findings', 'makes a draft again', 'agreement = null, decided_on = null', (row) => !row.agreement);
  tries('evidence', 'checks', `checked_on = '2026-03-01', checked_by_id = ${me}`, model.deeds.checkEvidence);
  tries('evidence', 'declines', `declined_on = '2026-03-01', declined_by_id = ${me}, check_reason = 'It shows who came, and not what they learned'`, model.deeds.checkEvidence);
  tries('evidence', "declines in another's name", `declined_on = '2026-03-01', declined_by_id = ${somebody}, check_reason = 'It does not show it'`, nobody);
  tries('evidence', 'changes', "title = 'Another'", nobody);
  tries('evidence', 'makes open to all', 'holds_personal_data = not holds_personal_data', nobody);
  tries('sources', 'publishes', "published_from = '2026-03-05'", nobody);
  tries('reviews', 'withdraws', "withdrawn_on = '2026-03-05'", nobody);
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

/** Constraints that keep a rule about who does what, beside policies and triggers. */
const refusingConstraints = ['_sa_alone', 'actions_checked_after_complete', 'actions_checked_by_another', 'evidence_checked_by_another', 'evidence_one_result', 'recommendations_released', 'findings_answered', 'action_requests_by_another', 'action_requests_undone', 'actions_closed_after_checked', 'actions_owner'];

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
  return tryEach(tx, rows.map(({ table, situation, row }) => {
    const { sql: text, params } = tx.insert(allTables[table] as PgTable).values(row).toSQL();
    return { what: `Adding to ${table} (${situation})`, statements: `${text.replace(/\$(\d+)/g, (_, number) => literal(params[Number(number) - 1]))};` };
  }));
}

/** As many as one statement takes in its time, also where several people share the machine. */
const atOnce = 80;

async function tryEach(tx: Transaction, tried: { what: string; statements: string }[]): Promise<boolean[]> {
  if (tried.length > atOnce) return [...(await tryEach(tx, tried.slice(0, atOnce))), ...(await tryEach(tx, tried.slice(atOnce)))];
  const blocks = tried.map(({ statements }) => {
    return `begin ${statements} if not found then raise insufficient_privilege; end if; raise exception using errcode = 'CRT01';
      exception when others then get stacked diagnostics code = returned_sqlstate, broken = constraint_name; outcomes := outcomes || (code || ' ' || coalesce(broken, '')); end;`;
  });
  await tx.execute(sql.raw(`do $try$ declare code text; broken text; outcomes text[] := '{}'; begin ${blocks.join('\n')} perform set_config('test.outcomes', outcomes::text, true); end $try$`));
  const [answer] = await tx.execute<{ outcomes: string[] }>(sql`select current_setting('test.outcomes')::text[] as outcomes`);
  return answer!.outcomes.map((outcome, place) => {
    const refusedIt = outcome.startsWith('42501') || refusingConstraints.some((constraint) => outcome.endsWith(constraint));
    if (!refusedIt && !outcome.startsWith('CRT01')) throw new Error(`${tried[place]!.what} failed with ${outcome}: a fault of the test`);
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
  let w: WholeWorld & { world: World; anotherAccount: string; today: string };
  let today: string;
  /** What the application may do with a table at all: without the grant, every row is refused. */
  const granted = { select: new Set<string>(), update: new Set<string>(), delete: new Set<string>() };
  const cells = { see: { yes: 0, no: 0 }, add: { yes: 0, no: 0 }, change: { yes: 0, no: 0 }, do: { yes: 0, no: 0 } };
  let rowsCompared = 0;

  beforeAll(async () => {
    const built = await buildWorld(db.owner);
    const anotherAccount = built.principals.find((one) => one.name === 'OB')!.accountId!;
    today = (await db.owner.execute<{ today: string }>(sql`select app.today()::text as today`))[0]!.today;
    w = { ...built, world: await readWorld(db.owner), anotherAccount, today };
    for (const privilege of ['select', 'update', 'delete'] as const) {
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
  }, 900_000);

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
        const all = w.world[table] as Row<typeof table>[];
        check('change', table, all, (row) => model.mayChange(table, row as never), (row) => ids.has(idOf(row)));

        const blindly = async (statement: string, first: string[] = []) => (await attempt(tx, async (inner) => {
          for (const one of first) await inner.execute(sql.raw(one));
          return inner.execute(sql.raw(statement));
        }))?.count ?? 0;
        const counts = (what: string, actual: number, expected: number) => {
          if (actual !== expected) differences.push(`${principal.name}: ${what} ${table} blindly: ${actual} rows, and should be ${expected}`);
        };
        if (granted.update.has(table)) counts('changes', await blindly(`update app.${table} set ${blindTouch(table)}`), all.filter((row) => model.mayChange(table, row as never)).length);
        // Where anything is removed, it is whatever one sees; of bytes, those that are not attached.
        if (granted.delete.has(table)) counts('removes', await blindly(`delete from app.${table}`, table === 'uploads' ? ['delete from app.file_chunks'] : []), all.filter((row) => model.sees(table, row as never) && !(table === 'file_chunks' && w.world.files.some((file) => file.id === (row as { uploadId: string }).uploadId))).length);
      }

      const tried = candidates(w, principal);
      const added = await addEach(tx, tried);
      for (const [place, { table, situation, row }] of tried.entries()) {
        const expected = model.mayAdd(table, row as never);
        cells.add[expected ? 'yes' : 'no'] += 1;
        if (added[place] !== expected) differs(`add to ${table} (${situation})`, expected);
      }

      const done = deeds(w, principal, model, today);
      const permitted = await tryEach(tx, done);
      for (const [place, { table, row, what, expected }] of done.entries()) {
        cells.do[expected ? 'yes' : 'no'] += 1;
        if (permitted[place] !== expected) differs(`${what}, ${table} ${describeRow(w, { id: row })}`, expected);
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
  for (const [name, { id }] of [...Object.entries(w.actions), ...Object.entries(w.recommendations), ...Object.entries(w.findings)]) names.set(id, name);
  for (const { name, personId } of w.principals) if (personId) names.set(personId, name);
  const told = Object.entries(row).flatMap(([column, value]) => (names.has(value) ? [`${column} ${names.get(value)}`] : []));
  return told.length > 0 ? `(${told.join(', ')})` : JSON.stringify(row).slice(0, 160);
}
