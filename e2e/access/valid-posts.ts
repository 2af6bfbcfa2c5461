import { randomUUID } from 'node:crypto';
import { sql as sqlText } from 'drizzle-orm';
import * as make from '../../db/testing/builders';
import { todayInEngland } from '../../lib/dates/calendar-date';
import { addWorkingDays } from '../../lib/dates/working-days';
import type { TestData } from '../setup/database';
import { somebodyToTry } from '../setup/people';

/** What a form would send so that it is done, and who may do it to that record. Each call makes its own records. */
export type ValidPost = { as: string; values: Record<string, string | string[]>; /** Who may do such a thing, but not to this record. */ not?: string[] };

const criteria = ['abuse_or_neglect', 'died_or_seriously_harmed', 'improvements_needed', 'recurrent_themes', 'two_or_more_agencies', 'panel_suggests_local'];
const unit = 'Priya Nair';

/** By the name of the server function. */
export function validPosts(data: TestData): Record<string, () => Promise<ValidPost>> {
  const { store, sql } = data;
  const today = todayInEngland(new Date());
  const asTyped = (date: string) => date.split('-').reverse().join('/');
  const spoken = asTyped(today);
  const some = () => `Spec ${randomUUID().slice(0, 8)}`;
  const idOf = async (name: string) => (await sql<{ id: string }[]>`select id from app.persons where name = ${name}`)[0]!.id;
  const council = async () => (await sql<{ id: string }[]>`select a.id from app.agencies a join app.agency_names n on n.agency_id = a.id where n.name = 'Example Borough Council'`)[0]!.id;
  const versionOf = async (table: string, id: string) => String((await sql<{ version: number }[]>`select version from app.${sql(table)} where id = ${id}`)[0]!.version);
  const notification = async () => ({
    pseudonym: some(), area: 'other', notifyingAgency: await council(), nature: 'serious_harm', abuseSuspected: 'yes', harmTypes: ['neglect'], incidentOn: spoken, awareOn: spoken, ageBand: '1_to_5',
    gender: 'boy', ethnicity: 'not_known', disability: 'no', livingArrangement: 'parents', careStatus: 'child_in_need', setting: 'home', outline: 'What is known so far', mediaInterest: 'no',
  });
  const notTheirs = ['Sam Okafor', 'Grace Adeyemi'];

  /** A review that nobody but the business unit, the Executive and the scrutineer sees. */
  const reviewed = async (upTo: 'notified' | 'opened' | 'tested' | 'put' | 'decided') => {
    const review = await make.aReview(store, { example: true });
    await make.aNotification(store, { review, agency: await council() });
    await make.aClock(store, { review });
    if (upTo === 'notified') return review;
    await make.aRapidReview(store, { review, facts: 'What happened' });
    if (upTo === 'opened') return review;
    for (const criterion of criteria) await make.aCriterionTest(store, { review, criterion: criterion as 'abuse_or_neglect' });
    if (upTo === 'put') await make.aDecision(store, { review });
    if (upTo === 'decided') await make.aDecision(store, { review, outcome: 'lcspr', decidedFrom: '2026-01-22', decidedTo: '2026-01-22', decidedPrecision: 'day' });
    return review;
  };
  const decisionOf = async (review: { id: string }) => (await sql<{ id: string }[]>`select id from app.decisions where review_id = ${review.id}`)[0]!.id;
  const rapidVersion = async (reviewId: string) => String((await sql<{ version: number }[]>`select version from app.rapid_reviews where review_id = ${reviewId}`)[0]!.version);
  const action = (given: Parameters<typeof make.anAction>[1] = {}) => make.anAction(store, { example: true, dueOn: today, ...given });
  const owned = async () => action({ owner: await idOf('Jo Hale') });
  /** Complete and checked, with evidence that it is in use. */
  const checked = async (given: Parameters<typeof make.anAction>[1] = {}) => {
    const one = await action({ completeOn: '2026-01-05', completeSaidBy: await idOf('Jo Hale'), checkedOn: '2026-01-12', checkedBy: await idOf('Marcus Bell'), ...given });
    await make.someEvidence(store, { action: one, level: 'reached', addedBy: await idOf('Jo Hale'), checkedOn: '2026-01-12', checkedBy: await idOf('Marcus Bell') });
    return one;
  };

  return {
    submitRecordNotification: async () => ({ as: unit, values: await notification() }),
    submitChangeNotification: async () => {
      const review = await reviewed('notified');
      return { as: unit, not: notTheirs, values: { ...(await notification()), reference: review.reference, version: '1', _version: '1' } };
    },
    submitOpenRapidReview: async () => ({ as: unit, not: notTheirs, values: { reference: (await reviewed('notified')).reference, openedOn: spoken } }),
    submitAskAgencies: async () => ({ as: unit, not: notTheirs, values: { reference: (await reviewed('opened')).reference, agencies: [(await make.anAgency(store)).id], askedOn: spoken, replyBy: spoken } }),
    submitRecordReply: async () => {
      const review = await reviewed('opened');
      const agency = await make.anAgency(store);
      await make.anAgencyRequest(store, { review, agency });
      return { as: unit, not: notTheirs, values: { reference: review.reference, _version: '1', agency: agency.id, repliedOn: spoken } };
    },
    submitRecordFacts: async () => {
      const review = await reviewed('opened');
      const texts = { facts: 'More', immediateSafety: '', agencyInvolvement: '', contextAndInequality: '', childsVoice: '', goodPractice: '', learning: '' };
      return { as: unit, not: notTheirs, values: { reference: review.reference, _version: await rapidVersion(review.id), ...texts } };
    },
    submitTestCriteria: async () => ({ as: unit, not: notTheirs, values: { reference: (await reviewed('opened')).reference, _version: '0', 'answer-abuse_or_neglect': 'yes', 'reason-abuse_or_neglect': 'Seen' } }),
    submitOverrideClock: async () => ({ as: unit, not: notTheirs, values: { reference: (await reviewed('notified')).reference, _version: '1', rule: 'rapid_review', dueOn: asTyped(addWorkingDays(today, 5)), reason: 'An inquest' } }),
    submitRecordIdentity: async () => ({ as: unit, not: notTheirs, values: { reference: (await reviewed('notified')).reference, _version: '0', name: 'Invented Example' } }),
    submitOpenDecision: async () => ({ as: unit, not: notTheirs, values: { reference: (await reviewed('tested')).reference, recommendedOutcome: 'lcspr', recommendedBecause: 'The criteria are met', openedOn: spoken } }),
    submitGiveView: async () => ({ as: 'Helen Whitaker', not: ['Daniel Osei', ...notTheirs], values: { decision: await decisionOf(await reviewed('put')), _version: '0', agency: await council(), view: 'lcspr', reason: 'We agree', givenOn: spoken, how: 'in_person' } }),
    submitSettle: async () => {
      const review = await reviewed('put');
      const decision = await decisionOf(review);
      const partners = await sql<{ id: string }[]>`select a.id from app.agencies a where a.kind = 'safeguarding_partner' and a.example and exists (select 1 from app.memberships m where m.votes_for_agency_id = a.id)`;
      for (const [place, partner] of partners.entries()) await make.aPartnerView(store, { decision: { id: decision, reviewId: review.id }, agency: partner.id, view: place === 0 ? 'no_lcspr' : 'lcspr' });
      // The chair of the Executive does; the chair of another group, and the business unit of itself, do not.
      return { as: 'Eleanor Baptiste', not: ['Marcus Bell', unit], values: { decision, _version: await versionOf('decisions', decision), outcome: 'lcspr', reason: 'Two of three', decidedOn: spoken } };
    },
    submitSupersede: async () => ({ as: unit, not: notTheirs, values: { decision: await decisionOf(await reviewed('decided')), because: 'The National Panel’s reply', recommendedOutcome: 'no_lcspr', openedOn: spoken } }),
    submitSendToPanel: async () => {
      const review = await reviewed('decided');
      return { as: unit, not: notTheirs, values: { reference: review.reference, _version: await rapidVersion(review.id), sentOn: spoken } };
    },
    submitOpenLcspr: async () => ({ as: unit, not: notTheirs, values: { reference: (await reviewed('decided')).reference, pseudonym: some() } }),
    submitGrantPlace: async () => ({ as: unit, not: ['Fiona Castellan'], values: { reference: (await reviewed('notified')).reference, person: await idOf('Grace Adeyemi'), capacity: 'ER', reason: 'Reads the health part', toOn: `31/12/${Number(today.slice(0, 4)) + 1}` } }),
    submitEndPlace: async () => {
      const review = await reviewed('notified');
      const place = await make.aPlace(store, { review, person: await make.aPerson(store) });
      return { as: unit, not: ['Fiona Castellan'], values: { reference: review.reference, place: place.id, _version: '1' } };
    },
    submitTakeOffList: async () => ({ as: unit, values: { reference: (await reviewed('notified')).reference, person: (await make.aMember(store, 'BU')).id, reason: 'Worked with the family' } }),
    submitPutBackOnList: async () => {
      const review = await reviewed('notified');
      const removal = await make.aRemoval(store, { review, person: await make.aMember(store, 'BU') });
      return { as: unit, values: { reference: review.reference, removal: removal.id, reason: 'Needed again', _version: '1' } };
    },
    submitTakeEmergencyPlace: async () => {
      const [review, taken] = [await reviewed('notified'), await somebodyToTry(data, 'BU')];
      await make.aRemoval(store, { review, person: taken.personId });
      return { as: taken.name, not: [unit], values: { reference: review.reference, reason: 'The court asks today' } };
    },
    submitDeclareInterest: async () => ({ as: 'Daniel Osei', not: notTheirs, values: { reference: (await reviewed('notified')).reference, outcome: 'excluded', reason: 'A relative' } }),
    submitDeclareForAnother: async () => ({ as: unit, values: { reference: (await reviewed('notified')).reference, person: (await make.aPerson(store)).id, outcome: 'steps_back', reason: 'A relative' } }),
    submitConfirmInterest: async () => {
      const review = await reviewed('notified');
      const interest = await make.anInterest(store, { review, person: await make.aPerson(store), declaredBy: await idOf(unit), confirmBy: today });
      return { as: 'Helen Whitaker', not: ['Marcus Bell'], values: { reference: review.reference, interest: interest.id, _version: '1' } };
    },
    submitEndInterest: async () => {
      const review = await reviewed('notified');
      const interest = await make.anInterest(store, { review, person: await make.aPerson(store) });
      return { as: unit, values: { reference: review.reference, interest: interest.id, reason: 'It was somebody else', _version: '1' } };
    },

    submitProposal: async () => ({ as: unit, values: { source: (await make.aSource(store, { example: true })).reference, title: some(), type: 'procedure', area: 'other', agency: await council(), post: 'Head of service', due: `31/12/${Number(today.slice(0, 4)) + 1}` } }),
    submitAgreement: async () => {
      const proposed = await action({ agency: await council(), agreedOn: null });
      return { as: unit, not: ['Marcus Bell'], values: { reference: proposed.reference, _version: await versionOf('actions', proposed.id) } };
    },
    submitUpdate: async () => ({ as: 'Jo Hale', not: ['Laura Fenwick', 'Ben Ainsley'], values: { reference: (await owned()).reference, text: 'Done as planned' } }),
    submitEvidence: async () => ({ as: 'Jo Hale', not: ['Laura Fenwick', 'Ben Ainsley'], values: { reference: (await owned()).reference, evidenceTitle: 'Minute', evidenceKind: 'minute', evidenceLevel: 'done', evidenceDate: spoken } }),
    submitComplete: async () => {
      const one = await owned();
      return { as: 'Jo Hale', not: ['Laura Fenwick', 'Dee Marsh'], values: { reference: one.reference, _version: await versionOf('actions', one.id), text: 'All done', evidenceTitle: 'Minute', evidenceKind: 'minute', evidenceLevel: 'done', evidenceDate: spoken } };
    },
    submitCheck: async () => {
      const owner = await somebodyToTry(data, 'ER');
      const one = await action({ owner: owner.personId, completeOn: today, completeSaidBy: owner.personId });
      const item = await make.someEvidence(store, { action: one, addedBy: owner.personId });
      // A member of the Engine Room checks actions, but not their own.
      return { as: unit, not: [owner.name], values: { reference: one.reference, _version: await versionOf('actions', one.id), result: 'accepted', reason: 'Read it', evidence: [item.id] } };
    },
    submitEvidenceCheck: async () => {
      const one = await owned();
      const item = await make.someEvidence(store, { action: one, addedBy: await idOf('Jo Hale') });
      return { as: 'Grace Adeyemi', values: { reference: one.reference, evidence: [item.id], result: 'accepted', reason: 'Read it' } };
    },

    submitSaveView: async () => ({ as: 'Grace Adeyemi', values: { name: some(), query: '?rag=red' } }),
    submitRemoveView: async () => {
      const [account] = await sql<{ id: string }[]>`select a.id from app.accounts a join app.persons p on p.id = a.person_id where p.name = 'Grace Adeyemi'`;
      const [view] = await sql<{ id: string }[]>`insert into app.saved_views (id, account_id, name, query) values (gen_random_uuid(), ${account!.id}, ${some()}, '?rag=red') returning id`;
      return { as: 'Grace Adeyemi', not: [unit], values: { view: view!.id } };
    },
    submitSecondCheck: async () => {
      const one = await checked();
      return { as: 'Grace Adeyemi', values: { reference: one.reference, _version: await versionOf('actions', one.id), result: 'in_place', reason: 'Still in use' } };
    },
    submitChangeProposal: async () => {
      const one = await action({ agreedOn: null });
      return { as: unit, not: ['Sam Okafor', 'Eleanor Baptiste'], values: { reference: one.reference, _version: '1', title: some(), type: 'training', area: 'other', due: spoken } };
    },
    submitPriority: async () => ({ as: unit, not: ['Marcus Bell', 'Eleanor Baptiste'], values: { reference: (await owned()).reference, _version: '1', priority: 'high' } }),
    submitOwner: async () => {
      const one = await owned();
      const [post] = await sql<{ agency_id: string }[]>`select agency_id from app.posts where person_id = ${await idOf('Jo Hale')}`;
      return { as: unit, not: ['Joanne Hargreaves'], values: { reference: one.reference, _version: '1', agency: post!.agency_id, post: 'Practice improvement lead', person: await idOf('Jo Hale') } };
    },
    submitContribution: async () => {
      const agency = await make.anAgency(store, { example: true });
      return { as: unit, not: ['Joanne Hargreaves'], values: { reference: (await action({ contributors: [agency] })).reference, _version: '1', agency: agency.id, contribution: 'done' } };
    },
    submitAside: async () => ({ as: unit, not: ['Marcus Bell', 'Eleanor Baptiste'], values: { reference: (await owned()).reference, _version: '1', aside: 'paused', reason: 'Until the spring' } }),
    submitTakeUp: async () => ({ as: unit, not: ['Marcus Bell', 'Eleanor Baptiste'], values: { reference: (await action({ aside: 'paused', asideReason: 'Until the spring', asideOn: today })).reference, _version: '1' } }),
    submitWorsen: async () => ({ as: 'Jo Hale', not: ['Marcus Bell', 'Eleanor Baptiste'], values: { reference: (await owned()).reference, _version: '1', worsenedTo: 'red', reason: 'It has stopped' } }),
    submitTakeBackWorse: async () => {
      const me = await idOf('Jo Hale');
      return { as: 'Jo Hale', not: ['Marcus Bell', 'Eleanor Baptiste'], values: { reference: (await action({ owner: me, worsenedTo: 'red', worsenedBecause: 'It has stopped', worsenedById: me })).reference, _version: '1' } };
    },
    submitAskForDate: async () => ({ as: 'Jo Hale', values: { reference: (await owned()).reference, wantedOn: asTyped(addWorkingDays(today, 20)), reason: 'The trainer is ill' } }),
    submitAskForHelp: async () => ({ as: unit, values: { reference: (await owned()).reference, escalatedTo: 'chair', reason: 'Nobody releases staff' } }),
    submitProposeClosing: async () => ({ as: unit, values: { reference: (await checked()).reference, rests: 'own_evidence', reason: 'In use everywhere' } }),
    submitException: async () => ({ as: unit, values: { reference: (await checked()).reference, reason: 'Its records are lost' } }),
    submitRequestAnswer: async () => {
      const one = await owned();
      const request = await make.aRequest(store, { action: one, askedBy: await idOf('Jo Hale') });
      return { as: unit, not: ['Eleanor Baptiste'], values: { reference: one.reference, request: request.id, _version: '1', result: 'refused', answer: 'The date stands' } };
    },
    submitReopening: async () => {
      const one = await checked({ closedOn: today, closedBy: await idOf('Marcus Bell') });
      const request = await make.aRequest(store, { action: one, askedBy: await idOf('Grace Adeyemi'), kind: 'closing', answeredBy: await idOf('Marcus Bell') });
      return { as: unit, values: { reference: one.reference, request: request.id, _version: '1', reason: 'It has slipped' } };
    },

    submitWriteFinding: async () => ({ as: unit, not: ['Sam Okafor'], values: { source: (await reviewed('opened')).reference, kind: 'gap', text: some(), level: 'system' } }),
    submitChangeFinding: async () => {
      const one = await make.aFinding(store, { source: await reviewed('opened'), example: true });
      return { as: unit, not: ['Sam Okafor'], values: { reference: one.reference, _version: await versionOf('findings', one.id), kind: 'gap', text: some(), level: 'system' } };
    },
    submitAgreeFinding: async () => {
      const one = await make.aFinding(store, { source: await reviewed('opened'), example: true });
      return { as: unit, not: ['Grace Adeyemi'], values: { reference: one.reference, _version: await versionOf('findings', one.id), agreement: 'agreed', decidedOn: spoken, how: 'meeting', howNote: 'Minute 4' } };
    },
    submitConnectFinding: async () => {
      const one = await make.aFinding(store, { source: await reviewed('opened'), agreed: true, example: true });
      const earlier = await make.aFinding(store, { agreed: true, example: true });
      return { as: 'Grace Adeyemi', not: ['Sam Okafor'], values: { reference: one.reference, _version: await versionOf('findings', one.id), earlier: earlier.reference } };
    },
    submitAnswerFinding: async () => {
      const one = await make.aFinding(store, { source: await reviewed('opened'), agreed: true, example: true });
      return { as: 'Grace Adeyemi', values: { reference: one.reference, _version: await versionOf('findings', one.id), answer: 'addressed', reason: 'The checklist is in use', answeredOn: spoken } };
    },
    submitAddTheme: async () => ({ as: 'Grace Adeyemi', values: { name: some(), edition: '2026', source: 'Our own' } }),
    submitChangeTheme: async () => ({ as: 'Grace Adeyemi', values: { themeId: (await make.aTheme(store)).id, _version: '1', name: some(), edition: '2026', source: 'Our own', checked: 'yes' } }),
    submitEndTheme: async () => ({ as: 'Grace Adeyemi', values: { themeId: (await make.aTheme(store)).id, kind: 'retired', changedOn: spoken, reason: 'Nobody uses it' } }),
    submitRestoreTheme: async () => {
      const theme = await make.aTheme(store);
      await make.aThemeChange(store, { theme });
      return { as: 'Grace Adeyemi', values: { themeId: theme.id, reason: 'It is used again' } };
    },

    submitWriteRecommendation: async () => ({ as: unit, not: notTheirs, values: { source: (await reviewed('opened')).reference, text: some(), addressedTo: 'partnership', outcome: 'Children are asked', measure: 'Files read' } }),
    submitChangeRecommendation: async () => {
      const one = await make.aRecommendation(store, { source: await reviewed('opened'), example: true });
      return { as: unit, not: notTheirs, values: { reference: one.reference, _version: await versionOf('recommendations', one.id), text: some(), addressedTo: 'partnership', outcome: 'Children are asked', measure: 'Files read' } };
    },
    submitAcceptRecommendation: async () => {
      const one = await make.aRecommendation(store, { source: await reviewed('opened'), example: true });
      return { as: unit, not: ['Grace Adeyemi'], values: { reference: one.reference, _version: await versionOf('recommendations', one.id), acceptance: 'accepted', acceptedOn: spoken, how: 'meeting', howNote: 'Minute 4' } };
    },
    submitReleaseRecommendation: async () => {
      const one = await make.aRecommendation(store, { source: await reviewed('opened'), accepted: true, example: true });
      return { as: unit, not: ['Fiona Castellan'], values: { reference: one.reference, _version: await versionOf('recommendations', one.id) } };
    },

    submitAddAgency: async () => ({ as: unit, values: { name: some(), kind: 'relevant_agency', area: 'other' } }),
    submitChangeAgency: async () => ({ as: unit, values: { agencyId: (await make.anAgency(store)).id, kind: 'relevant_agency', area: 'other', _version: '1' } }),
    submitRenameAgency: async () => ({ as: unit, values: { agencyId: (await make.anAgency(store)).id, name: some(), nameFromOn: spoken, _version: '1' } }),
    submitEndAgency: async () => ({ as: unit, values: { agencyId: (await make.anAgency(store)).id, toOn: spoken, _version: '1' } }),
    submitAddGroup: async () => ({ as: unit, values: { kind: 'other', name: some() } }),
    submitChangeGroup: async () => ({ as: unit, values: { groupId: (await make.aGroup(store)).id, name: some(), _version: '1' } }),
    submitAddMember: async () => ({ as: unit, not: ['Wei Chen', 'Helen Whitaker'], values: { groupId: (await make.aGroup(store, { kind: 'task_and_finish' })).id, personId: (await make.aPerson(store)).id, membership: 'TF', fromOn: spoken } }),
    submitGrantMembership: async () => ({ as: unit, not: ['Wei Chen', 'Helen Whitaker'], values: { personId: (await make.aPerson(store)).id, membership: 'OB', fromOn: spoken } }),
    submitConfirmMembership: async () => {
      const person = await make.aPerson(store);
      const row = await make.aMembership(store, { person, membership: 'EX', grantedBy: await idOf(unit), needsSecond: true });
      // Who granted it is not the second person.
      return { as: 'Imran Sheikh', not: [unit], values: { membershipId: row.id, _version: '1' } };
    },
    submitEndMembership: async () => {
      const row = await make.aMembership(store, { person: await make.aPerson(store), membership: 'OB' });
      return { as: unit, not: ['Wei Chen', 'Helen Whitaker'], values: { membershipId: row.id, when: 'now', reason: 'Has left', _version: '1' } };
    },
    submitSetCover: async () => ({ as: unit, not: ['Ben Ainsley'], values: { personId: (await make.aMember(store, 'IS')).id, membership: 'IS', byPersonId: (await make.aPerson(store)).id, fromOn: spoken } }),
    submitEndCover: async () => {
      const cover = await make.aCover(store, { person: await make.aMember(store, 'IS'), by: await make.aPerson(store), membership: 'IS' });
      return { as: unit, not: ['Ben Ainsley'], values: { coverId: cover.id, when: 'now', _version: '1' } };
    },
    ...ofGroups(data),
    ...ofChallenges(data, idOf),
    submitAddPerson: async () => ({ as: unit, values: { name: some() } }),
    submitRenamePerson: async () => ({ as: unit, values: { personId: (await make.aPerson(store)).id, name: some(), _version: '1' } }),
    submitAddPost: async () => ({ as: unit, values: { personId: (await make.aPerson(store)).id, agencyId: (await make.anAgency(store)).id, title: 'Head of service', fromOn: spoken } }),
    submitEndPost: async () => ({ as: unit, values: { postId: (await make.aPost(store, { person: await make.aPerson(store), agency: await make.anAgency(store) })).id, when: 'now', _version: '1' } }),
    submitAddAccount: async () => ({ as: unit, values: { personId: (await make.aPerson(store)).id, email: `${randomUUID()}@example.invalid` } }),
    submitDisableAccount: async () => ({ as: 'Wei Chen', not: [unit], values: { accountId: (await make.anAccount(store, { person: await make.aPerson(store) })).id, reason: 'Has left', _version: '1' } }),
    submitEnableAccount: async () => ({ as: 'Wei Chen', not: [unit], values: { accountId: (await make.anAccount(store, { person: await make.aPerson(store), disabledAt: new Date(), disabledReason: 'Was away' })).id, _version: '1' } }),
    submitStartSignInLink: async () => ({ as: 'Wei Chen', values: { accountId: (await make.anAccount(store, { person: await make.aPerson(store) })).id, how: 'yes' } }),
    submitChangeSettings: async () => {
      const [now] = await sql<Record<string, string | number | boolean | number[]>[]>`select * from app.settings`;
      const { partnership_name, partnership_short_name, rapid_review_starts_from, count_start_day, rag_due_soon_days, rag_quiet_days, rag_moves_for_red, second_check_months, idle_minutes, session_hours, version } = now!;
      const values = { partnershipName: partnership_name, partnershipShortName: partnership_short_name, rapidReviewStartsFrom: rapid_review_starts_from, ragDueSoonDays: rag_due_soon_days, ragQuietDays: rag_quiet_days, ragMovesForRed: rag_moves_for_red, secondCheckMonths: second_check_months, idleMinutes: idle_minutes, sessionHours: session_hours, _version: version };
      return { as: 'Wei Chen', values: { ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])), countStartDay: count_start_day ? 'yes' : 'no' } };
    },
  };
}

/** Meetings and decisions: of a group that nobody else chairs. */
function ofGroups({ store }: TestData): Record<string, () => Promise<ValidPost>> {
  const today = todayInEngland(new Date()).split('-').reverse().join('/');
  const held = () => make.aMeeting(store, { example: true, heldOn: '2026-03-12' });
  const others = ['Marcus Bell', 'Dee Marsh'];
  const decided = { matter: 'The tool', decision: 'It fits on one page', reasons: 'The second page was left empty' };
  return {
    submitPlanMeeting: async () => ({ as: unit, not: others, values: { groupId: (await make.aGroup(store, { example: true })).id, plannedOn: today } }),
    submitChangeMeeting: async () => {
      const meeting = await make.aMeeting(store, { example: true });
      const person = await make.aPerson(store, { example: true });
      return { as: unit, not: others, values: { meetingId: meeting.id, _version: '1', plannedOn: today, chairedBy: person.id, heldOn: today, present: [person.id] } };
    },
    submitRecordDecision: async () => ({ as: unit, not: others, values: { meetingId: (await held()).id, ...decided } }),
    submitChangeDecision: async () => ({ as: unit, not: others, values: { reference: (await make.aMeetingDecision(store, { meeting: await held() })).reference, _version: '1', ...decided } }),
    submitConfirmDecision: async () => {
      const meeting = await make.aMeeting(store, { example: true, heldOn: '2026-03-12', group: await engineRoom(store) });
      return { as: 'Marcus Bell', not: ['Dee Marsh', 'Eleanor Baptiste'], values: { reference: (await make.aMeetingDecision(store, { meeting })).reference, _version: '1' } };
    },
  };
}

async function engineRoom(store: TestData['store']): Promise<{ id: string }> {
  return (await store.execute<{ id: string }>(sqlText`select id from app.groups where name = 'Example Engine Room'`))[0]!;
}

/** Challenges about an agency that nobody leads, raised by somebody else. */
function ofChallenges({ store }: TestData, idOf: (name: string) => Promise<string>): Record<string, () => Promise<ValidPost>> {
  const soon = addWorkingDays(todayInEngland(new Date()), 5).split('-').reverse().join('/');
  const others = ['Joanne Hargreaves', 'Sam Okafor'];
  const asked = async (answered: boolean) => {
    const about = await make.anAgency(store, { example: true });
    return make.aChallenge(store, { example: true, raisedBy: await idOf('Priya Nair'), about, ...(answered ? { answeredBy: await idOf('Sam Okafor') } : {}) });
  };
  return {
    submitChallenge: async () => ({ as: 'Jo Hale', values: { aboutAgency: (await make.anAgency(store, { example: true })).id, topic: 'quality', stage: 'informal', challenge: 'It is thin', asked: 'More of it', dueOn: soon } }),
    submitAnswer: async () => {
      const [agency, person] = [await make.anAgency(store, { example: true }), await make.aPerson(store, { example: true })];
      await make.aMembership(store, { person, membership: 'AL', agency });
      const challenge = await make.aChallenge(store, { example: true, raisedBy: await idOf('Sam Okafor'), about: agency });
      return { as: unit, not: ['Joanne Hargreaves'], values: { reference: challenge.reference, _version: '1', answer: 'It is put right', answeredBy: person.id, how: 'phone', howNote: 'A call' } };
    },
    submitEscalation: async () => ({ as: unit, not: others, values: { reference: (await asked(false)).reference, _version: '1', stage: 'formal', dueOn: soon } }),
    submitClosing: async () => ({ as: unit, not: others, values: { reference: (await asked(true)).reference, _version: '1', outcome: 'not_upheld', outcomeReason: 'It had been done' } }),
  };
}
