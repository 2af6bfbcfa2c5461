import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Database } from '../client';
import * as schema from '../schema';
import type { Membership } from '../schema';
import * as made from './builders';

/**
 * A small partnership with a record of every kind in every situation the rules tell apart, and somebody of every membership
 * whose reach ends at one of two: review `inside` and not `outside`, agency `own` and not `other`, group `own` and not `other`.
 */
export type Principal = { name: string; kind: 'person' | 'visitor' | 'nobody'; personId?: string; accountId?: string; tokenHash?: string };

const before = '2024-01-01';
const long = '2099-01-01';

export async function buildWorld(owner: Database) {
  // ── The partnership ──
  const own = await made.anAgency(owner, { name: 'Own council' });
  const below = await made.anAgency(owner, { name: 'Own council, early help', parent: own });
  const other = await made.anAgency(owner, { name: 'Other trust' });
  const partner = await made.aSafeguardingPartner(owner);
  const secondPartner = await made.aSafeguardingPartner(owner);
  const ownGroup = await made.aGroup(owner, { kind: 'task_and_finish' });
  const otherGroup = await made.aGroup(owner, { kind: 'engine_room' });
  const executiveGroup = await made.aGroup(owner, { kind: 'executive' });
  const somebody = await made.aPerson(owner);
  const somebodyElse = await made.aPerson(owner);
  await made.aPost(owner, { person: somebody, agency: own });
  await made.aPriority(owner);
  await made.aReportedCount(owner);

  // ── Sources ──
  const inside = await made.aReview(owner);
  const outside = await made.aReview(owner);
  const published = await made.aReview(owner, { published: true });
  const conflicted = await made.aReview(owner);
  const bareInside = await made.aReview(owner);
  const bareOutside = await made.aReview(owner);
  const bareConflicted = await made.aReview(owner);
  const enquiry = await made.aSource(owner, { kind: 'line_of_enquiry' });
  const audit = await made.aSource(owner, { kind: 'audit' });
  /** A source of a review whose spine is still to be recorded. */
  const unspined = randomUUID();
  await made.aSource(owner, { id: unspined, kind: 'review', reviewId: unspined });
  const worked = [inside, outside, published, conflicted];
  for (const review of worked) {
    await made.aNotification(owner, { review, agency: partner });
    await made.anIdentity(owner, { review });
    await made.aRapidReview(owner, { review });
    await made.aCriterionTest(owner, { review });
    await made.anAgencyRequest(owner, { review, agency: own });
    await made.aClock(owner, { review });
    await made.aPartnerView(owner, { decision: await made.aDecision(owner, { review }), agency: partner });
    await made.aPlace(owner, { review, person: somebody });
    await made.anExclusion(owner, { review, person: somebodyElse });
    await made.anInterest(owner, { review, person: somebody, outcome: 'stays' });
    await made.aRemoval(owner, { review, person: somebodyElse });
  }
  await made.aReviewOrigin(owner, { review: inside, origin: outside });
  await made.aReviewOrigin(owner, { review: published, origin: inside });

  // ── Recommendations, in each stage ──
  const recommendations: Record<string, { id: string }> = {};
  for (const [name, source] of Object.entries({ inside, outside, published, conflicted, enquiry, audit })) {
    recommendations[`${name}, draft`] = await made.aRecommendation(owner, { source, agencies: [own] });
    recommendations[`${name}, accepted`] = await made.aRecommendation(owner, { source, accepted: true, agencies: [own] });
    recommendations[`${name}, released`] = await made.aRecommendation(owner, { source, released: true, agencies: [own] });
  }
  const rec = (name: string) => recommendations[name]!;

  // ── Themes, and findings before and after they are agreed ──
  const themeSet = await made.aTheme(owner);
  const theme = await made.aTheme(owner, { parent: themeSet });
  await made.aThemeChange(owner, { theme: await made.aTheme(owner, { parent: themeSet }), into: theme });
  const findings: Record<string, { id: string }> = {};
  for (const [name, source] of Object.entries({ inside, outside, published, conflicted, enquiry, audit })) {
    const stands = { source, agencies: [own], themes: [theme] };
    findings[`${name}, draft`] = await made.aFinding(owner, { ...stands, recommendations: [rec(`${name}, draft`), rec('outside, accepted')] });
    findings[`${name}, agreed`] = await made.aFinding(owner, { ...stands, agreed: true, recommendations: [rec(`${name}, accepted`)], repeats: findings['outside, agreed'] });
    findings[`${name}, not agreed`] = await made.aFinding(owner, { source, agreement: 'not_agreed', agreementReason: 'Not shown', decidedOn: '2026-02-10', repeats: findings[`${name}, agreed`] });
  }

  // ── Actions ──
  const actions: Record<string, { id: string }> = {
    'of own agency': await made.anAction(owner, { agency: own, sources: [audit] }),
    'of the agency below': await made.anAction(owner, { agency: below, recommendations: [rec('audit, released')] }),
    'of another agency': await made.anAction(owner, { agency: other, sources: [audit] }),
    'own agency contributes': await made.anAction(owner, { agency: other, contributors: [own], recommendations: [rec('outside, released'), rec('outside, accepted')] }),
    'of own group': await made.anAction(owner, { group: ownGroup, recommendations: [rec('published, released')] }),
    'of another group': await made.anAction(owner, { group: otherGroup, sources: [published] }),
    'of the review inside': await made.anAction(owner, { recommendations: [rec('inside, released')], contributors: [other] }),
    'of the review outside': await made.anAction(owner, { recommendations: [rec('outside, released')], contributors: [other] }),
    'of both reviews': await made.anAction(owner, { sources: [inside, outside] }),
    'of the conflicted review': await made.anAction(owner, { recommendations: [rec('conflicted, released')], agency: own, group: ownGroup, dueOn: '2026-06-30' }),
    'of the conflicted review and an audit': await made.anAction(owner, { sources: [conflicted, audit], recommendations: [rec('conflicted, accepted')] }),
    'of the enquiry': await made.anAction(owner, { recommendations: [rec('enquiry, released')] }),
    'of nothing yet': await made.anAction(owner),
  };
  for (const [whose, group] of [['own group', ownGroup], ['another group', otherGroup]] as const) {
    const given = { group, sources: [audit], dueOn: '2026-06-30' };
    actions[`proposed to ${whose}`] = await made.anAction(owner, { ...given, agreedOn: null });
    actions[`of ${whose}, said to be complete`] = await made.anAction(owner, { ...given, owner: somebody, completeOn: '2026-02-15', completeSaidBy: somebody });
  }
  for (const action of Object.values(actions)) {
    await made.anUpdate(owner, { action });
    await made.someEvidence(owner, { action });
    await made.someEvidence(owner, { action, holdsPersonalData: true });
    await made.aCheck(owner, { action, checkedBy: somebody });
    await made.aDueMove(owner, { action });
  }

  // ── Decisions of the partners about what is no review ──
  for (const name of ['inside, draft', 'outside, draft', 'conflicted, draft']) await made.aDecision(owner, { matter: 'recommendation', recommendedOutcome: 'accepted', recommendation: rec(name) });
  for (const name of ['of own agency', 'of the conflicted review', 'of the conflicted review and an audit']) await made.aDecision(owner, { matter: 'closed_without_impact', recommendedOutcome: 'agreed', action: actions[name] });
  for (const name of ['audit, accepted', 'inside, accepted']) {
    const decision = await made.aDecision(owner, { matter: 'closed_without_impact', recommendedOutcome: 'agreed', recommendation: rec(name) });
    await made.aPartnerView(owner, { decision, agency: partner, view: 'agreed' });
  }

  // ── What groups decided, about records of every kind ──
  const minuted: { id: string }[] = [];
  for (const group of [ownGroup, otherGroup]) {
    const meeting = await made.aMeeting(owner, { group, heldOn: '2026-03-12' });
    await made.anAttendance(owner, { meeting, person: somebody, agency: own });
    await made.aMeetingDecision(owner, { meeting });
    await made.aMeetingDecision(owner, { meeting, confirmedBy: somebody });
    for (const source of [inside, outside, published, conflicted, audit]) minuted.push(await made.aMeetingDecision(owner, { meeting, source }));
    for (const recommendation of [rec('inside, draft'), rec('conflicted, released')]) await made.aMeetingDecision(owner, { meeting, recommendation });
    for (const name of ['of own group', 'of the conflicted review', 'of another agency']) await made.aMeetingDecision(owner, { meeting, action: actions[name]! });
  }

  // ── People ──
  const principals: Principal[] = [];
  const enters = async (name: string, person: { id: string }) => {
    const entry = await made.enterAs(owner, person);
    principals.push({ name, kind: 'person', personId: person.id, accountId: entry.accountId, tokenHash: entry.tokenHash });
    return person;
  };
  const member = (membership: Membership, given: Parameters<typeof made.aMember>[2] = {}) => made.aMember(owner, membership, given);
  const unit = await enters('BU', await member('BU'));
  await enters('CL', await member('CL', { review: inside }));
  const executive = await enters('EX', await member('EX', { votesFor: partner }));
  await enters('IS', await member('IS'));
  await enters('CH', await member('CH', { group: ownGroup }));
  await enters('CH of the Engine Room', await member('CH', { group: otherGroup }));
  await enters('ER', await member('ER'));
  const lead = await enters('LR', await member('LR', { review: inside }));
  await enters('RP', await member('RP', { review: inside }));
  await enters('AL', await member('AL', { agency: own }));
  const groupMember = await enters('TF', await member('TF', { group: ownGroup }));
  await enters('TC', await member('TC', { group: ownGroup }));
  const actionOwner = await enters('AO', await made.aPerson(owner));
  actions['of the action owner'] = await made.anAction(owner, { owner: actionOwner, agency: other, recommendations: [rec('published, accepted'), rec('enquiry, released')], contributors: [below] });
  await made.anUpdate(owner, { action: actions['of the action owner'], saidBy: actionOwner });
  await made.someEvidence(owner, { action: actions['of the action owner'], addedBy: actionOwner, holdsPersonalData: true });
  actions['of the action owner, said to be complete'] = await made.anAction(owner, { owner: actionOwner, sources: [enquiry], completeOn: '2026-02-15', completeSaidBy: somebody });
  await made.someEvidence(owner, { action: actions['of the action owner, said to be complete'], addedBy: somebody });
  await enters('CF', await member('CF', { source: enquiry }));
  await enters('AU', await member('AU'));
  await enters('OB', await member('OB'));
  const administrator = await enters('SA', await member('SA'));

  await enters('nobody in the partnership', await made.aPerson(owner));
  const onlyPlaced = await enters('on a list as case review lead without the membership', await made.aPerson(owner));
  await made.aPlace(owner, { review: inside, person: onlyPlaced, capacity: 'CL' });
  await enters('ER on the list', await member('ER', { review: inside }));
  const allBelow = await enters('AL with the agencies below', await made.aPerson(owner));
  await made.aMembership(owner, { person: allBelow, membership: 'AL', agency: own, includesBelow: true });

  for (const membership of ['BU', 'EX', 'IS', 'CL', 'ER', 'AL', 'TC'] as const) {
    const name = { BU: 'BU', EX: 'EX', IS: 'IS', CL: 'CL on its list', ER: 'ER on its list', AL: 'AL of its agency', TC: 'TC of its group' }[membership];
    const person = await enters(`${name}, excluded from a review`, await member(membership, { review: conflicted, agency: own, group: ownGroup }));
    await made.anExclusion(owner, { review: conflicted, person });
  }
  const conflictedLead = await enters('LR of a review and then excluded from it', await member('LR', { review: conflicted }));
  await made.anExclusion(owner, { review: conflicted, person: conflictedLead });
  const lapsed = await enters('BU whose exclusion has lapsed', await member('BU'));
  await made.anExclusion(owner, { review: conflicted, person: lapsed, fromOn: before, toOn: '2024-01-08' });

  const steppedBack = { BU: await member('BU'), EX: await member('EX', { votesFor: secondPartner }), ER: await member('ER', { review: conflicted }), CH: await member('CH', { group: executiveGroup }) };
  for (const [membership, person] of Object.entries(steppedBack)) {
    await enters(`${membership} who stepped back from deciding on a review`, person);
    await made.anInterest(owner, { review: conflicted, person });
  }
  await made.aMembership(owner, { person: steppedBack.CH, membership: 'IS' });
  const chair = await enters('CH of the Executive', await member('CH', { group: executiveGroup }));
  await made.aMembership(owner, { person: chair, membership: 'EX' });
  const soon = '2098-12-31';
  const declared = await enters('EX excluded by the word of somebody else', await member('EX'));
  await made.anExclusion(owner, { review: conflicted, person: declared, declaredBy: unit, confirmBy: soon });
  await made.anExclusion(owner, { review: outside, person: declared, declaredBy: unit, confirmBy: before });
  const stands = await enters('EX whose exclusion was confirmed by two', await member('EX'));
  await made.anExclusion(owner, { review: conflicted, person: stands, declaredBy: unit, confirmBy: before, chairConfirmedById: chair.id, partnerConfirmedById: executive.id });
  const open = await made.aPerson(owner);
  for (const outcome of ['excluded', 'steps_back'] as const) await made.anInterest(owner, { review: inside, person: open, outcome, declaredBy: unit, confirmBy: soon });

  const takenOff = await enters('BU taken off the lists of two reviews', await member('BU'));
  for (const review of [inside, published]) await made.aRemoval(owner, { review, person: takenOff });
  const takenOffOnce = await enters('BU taken off a list for a time that is over', await member('BU'));
  await made.aRemoval(owner, { review: inside, person: takenOffOnce, fromOn: before, toOn: '2024-02-01' });
  const inEmergency = await enters('BU taken off two lists, with an emergency place on one', await member('BU'));
  for (const review of [inside, outside]) {
    await made.aRemoval(owner, { review, person: inEmergency });
    await made.aPlace(owner, { review, person: inEmergency, capacity: 'BU', toOn: long, endsAt: review === inside ? new Date(Date.now() + 3_600_000) : new Date(Date.now() - 1_000) });
  }

  const past = await enters('BU whose membership has ended', await made.aPerson(owner));
  await made.aMembership(owner, { person: past, membership: 'BU', fromOn: before, toOn: '2024-02-01' });
  const future = await enters('EX from a later day', await made.aPerson(owner));
  await made.aMembership(owner, { person: future, membership: 'EX', fromOn: long });
  const unconfirmed = await enters('EX whom no second person has confirmed', await made.aPerson(owner));
  await made.aMembership(owner, { person: unconfirmed, membership: 'EX', needsSecond: true, grantedBy: unit });
  const confirmed = await enters('EX confirmed by a second person', await made.aPerson(owner));
  await made.aMembership(owner, { person: confirmed, membership: 'EX', needsSecond: true, grantedBy: unit, confirmedById: executive.id, confirmedAt: new Date() });
  const leftList = await enters('RP whose place has ended', await made.aPerson(owner));
  await made.aPlace(owner, { review: inside, person: leftList, fromOn: before, toOn: '2024-02-01' });

  const deputy = await enters('deputy of an Executive member', await made.aPerson(owner));
  await made.aCover(owner, { person: executive, by: deputy, membership: 'EX', setBy: executive });
  const leadsDeputy = await enters('deputy of a lead reviewer', await made.aPerson(owner));
  await made.aCover(owner, { person: lead, by: leadsDeputy, membership: 'LR', setBy: unit });
  const ownersDeputy = await enters('deputy of an action owner', await made.aPerson(owner));
  await made.aCover(owner, { person: actionOwner, by: ownersDeputy, membership: 'AO', setBy: actionOwner });
  const formerDeputy = await enters('deputy whose time is over', await made.aPerson(owner));
  await made.aCover(owner, { person: unit, by: formerDeputy, membership: 'BU', fromOn: before, toOn: '2024-02-01' });
  const conflictedDeputy = await enters('deputy of BU, excluded from a review', await made.aPerson(owner));
  await made.aCover(owner, { person: unit, by: conflictedDeputy, membership: 'BU' });
  await made.anExclusion(owner, { review: conflicted, person: conflictedDeputy });
  const engineOwner = await enters('ER who owns an action', await member('ER'));
  actions['of an Engine Room member, said to be complete'] = await made.anAction(owner, { owner: engineOwner, sources: [enquiry], completeOn: '2026-02-15', completeSaidBy: engineOwner });
  await made.someEvidence(owner, { action: actions['of an Engine Room member, said to be complete'], addedBy: somebody });
  const engineSayer = await enters('ER who said that an action is complete', await member('ER'));
  actions['said to be complete by an Engine Room member'] = await made.anAction(owner, { owner: somebody, sources: [enquiry], completeOn: '2026-02-15', completeSaidBy: engineSayer });
  await made.someEvidence(owner, { action: actions['said to be complete by an Engine Room member'], addedBy: engineSayer });

  // An owner whose only post in the owning agency has ended: its lead answers.
  const leaver = await enters('owner who has left', await made.aPerson(owner));
  await made.aPost(owner, { person: leaver, agency: own, fromOn: before, toOn: '2025-12-31' });
  actions['of an owner who has left'] = await made.anAction(owner, { owner: leaver, agency: own, sources: [audit], dueOn: '2026-06-30' });

  // What is asked about actions: another date, help, a closing; waiting, and granted.
  const executiveChair = await enters('CH of the Executive', await member('IS'));
  await made.aMembership(owner, { person: executiveChair, membership: 'CH', group: await made.aGroup(owner, { kind: 'executive' }) });
  const done = { completeOn: '2026-02-15', completeSaidBy: somebody, checkedOn: '2026-02-20', checkedBy: somebodyElse, dueOn: '2026-06-30' };
  for (const [name, given] of Object.entries({ 'of own group': { group: ownGroup }, 'of nobody’s group': {}, 'of the action owner': { owner: actionOwner, group: otherGroup } })) {
    const action = (actions[`${name}, checked`] = await made.anAction(owner, { agency: other, recommendations: [rec('audit, accepted')], ...done, ...given }));
    await made.someEvidence(owner, { action, level: 'seen_in_practice', checkedOn: '2026-02-20', checkedBy: somebodyElse });
    await made.aRequest(owner, { action, askedBy: somebody, kind: 'closing' });
  }
  const closed = (actions['of the action owner, closed'] = await made.anAction(owner, { owner: actionOwner, agency: other, group: ownGroup, sources: [audit], ...done, closedOn: '2026-02-24', closedBy: unit }));
  await made.aRequest(owner, { action: closed, askedBy: somebody, kind: 'closing', answeredBy: unit });
  const red = (actions['of own group, red when it was checked'] = await made.anAction(owner, { group: ownGroup, sources: [audit], ...done, dueOn: '2026-02-01' }));
  await made.aRequest(owner, { action: red, askedBy: somebody, kind: 'closing' });
  for (const [name, given] of Object.entries({ 'own group': { group: ownGroup }, 'the action owner': { owner: actionOwner, group: otherGroup } })) {
    const asked = (actions[`of ${name}, with questions`] = await made.anAction(owner, { agency: other, sources: [audit], dueOn: '2026-06-30', ...given, worsenedTo: 'red', worsenedBecause: 'A team has stopped', worsenedById: somebody.id }));
    await made.aRequest(owner, { action: asked, askedBy: somebody });
    await made.aRequest(owner, { action: asked, askedBy: unit, kind: 'escalation', escalatedTo: name === 'own group' ? 'executive' : 'chair' });
  }
  await made.aRequest(owner, { action: actions['of the conflicted review']!, askedBy: somebody });

  const two = await enters('AL and TF at once', await member('AL', { agency: below }));
  await made.aMembership(owner, { person: two, membership: 'TF', group: otherGroup });

  // ── Who holds whom to account, at each stage, about records of every kind ──
  const unitDecision = minuted[4]!;
  const asks: Omit<Parameters<typeof made.aChallenge>[1], 'raisedBy'>[] = [
    { by: own, about: other }, { by: other, about: own, answeredBy: somebody }, { by: other, about: below, answeredBy: somebody, closedBy: somebody }, { by: partner, about: secondPartner },
    ...[inside, outside, published, conflicted, audit].map((source) => ({ by: other, about: own, source })),
    { about: own, recommendation: rec('conflicted, draft') }, { about: own, action: actions['of own agency']! }, { about: other, action: actions['of own group']! }, { about: own, action: actions['of the conflicted review']! },
    { by: own, about: other, decision: unitDecision },
  ];
  const raised: { id: string }[] = [];
  for (const given of asks) raised.push(await made.aChallenge(owner, { raisedBy: somebody, ...given }));
  for (const name of ['AO', 'TF', 'BU, excluded from a review']) {
    const raisedBy = principals.find((one) => one.name === name)!.personId!;
    for (const given of [{ about: other }, { by: own, about: other, action: actions['of own group']! }, { by: own, about: other, source: conflicted }]) await made.aChallenge(owner, { raisedBy, ...given });
  }

  // The lists of the reviews on which nothing is recorded yet are those of the reviews on which something is.
  for (const [bare, like] of [[bareInside, inside], [bareConflicted, conflicted]] as const) {
    await owner.execute(sql`insert into app.review_places (id, review_id, person_id, capacity, reason, from_on, to_on, ends_at)
      select gen_random_uuid(), ${bare.id}::uuid, person_id, capacity, reason, from_on, to_on, ends_at from app.review_places where review_id = ${like.id}::uuid`);
    await owner.execute(sql`insert into app.conflicts_of_interest (id, review_id, person_id, outcome, reason, from_on, to_on, confirm_by, chair_confirmed_by_id, partner_confirmed_by_id)
      select gen_random_uuid(), ${bare.id}::uuid, person_id, outcome, reason, from_on, to_on, confirm_by, chair_confirmed_by_id, partner_confirmed_by_id from app.conflicts_of_interest where review_id = ${like.id}::uuid`);
    await owner.execute(sql`insert into app.list_removals (id, review_id, person_id, reason, from_on, to_on)
      select gen_random_uuid(), ${bare.id}::uuid, person_id, reason, from_on, to_on from app.list_removals where review_id = ${like.id}::uuid`);
  }

  // ── What everybody has of their own, and what somebody else has ──
  const people = principals.map(({ personId, accountId }) => ({ personId: personId!, accountId: accountId! }));
  const elsewhere = { personId: somebody.id, accountId: (await made.anAccount(owner, { person: somebody })).id };
  const views: { personId: string; id: number }[] = [];
  for (const { personId, accountId } of [...people, elsewhere]) {
    await owner.insert(schema.drafts).values({ id: randomUUID(), accountId, form: 'record-update:A-001', sealed: 'sealed', keyId: 'test' });
    await owner.insert(schema.savedViews).values({ id: randomUUID(), accountId, name: 'Red', query: '?rag=red' });
    await owner.insert(schema.commands).values({ id: randomUUID(), command: 'record-update', actorKind: 'person', personId, accountId, formKey: randomUUID() });
    const about: [string, string][] = [
      ['review', inside.id], ['review', conflicted.id], ['action', actions['of the conflicted review']!.id], ['action', actions['of own agency']!.id],
      ['recommendation', rec('conflicted, released').id], ['recommendation', rec('published, released').id],
      ['finding', findings['inside, draft']!.id], ['finding', findings['published, agreed']!.id],
      ...minuted.map((decision): [string, string] => ['meeting_decision', decision.id]), ...raised.map((challenge): [string, string] => ['challenge', challenge.id]),
    ];
    await owner.insert(schema.outbox).values(about.map(([recordName, recordId]) => ({ id: randomUUID(), toPersonId: personId, message: 'Something changed', recordName, recordId, path: '/' })));
    const [view] = await owner.insert(schema.recordViews).values({ personId, kind: 'opened', place: '/reviews/[reference]', sensitivity: 'case' }).returning({ id: schema.recordViews.id });
    views.push({ personId, id: view!.id });
  }
  for (const review of worked) {
    const [view] = await owner.insert(schema.recordViews).values({ personId: somebody.id, kind: 'opened', place: '/reviews/[reference]', sensitivity: 'case' }).returning({ id: schema.recordViews.id });
    await owner.insert(schema.recordViewReviews).values({ viewId: view!.id, reviewId: review.id });
  }

  // ── Files ──
  const sent: { personId: string; sent: string }[] = [];
  for (const { personId } of [...people, elsewhere]) sent.push({ personId, sent: (await made.anUpload(owner, { person: { id: personId } })).id });
  const evidence: [string, { id: string; actionId: string }][] = [
    ['of the action owner', await made.someEvidence(owner, { action: actions['of the action owner'], addedBy: actionOwner })],
    ['of the action owner, checked', await made.someEvidence(owner, { action: actions['of the action owner'], addedBy: actionOwner, checkedBy: somebody, checkedOn: '2026-02-20' })],
    ['of the business unit', await made.someEvidence(owner, { action: actions['of own agency']!, addedBy: unit })],
    ['of the business unit, with personal data', await made.someEvidence(owner, { action: actions['of the review inside']!, addedBy: unit, holdsPersonalData: true })],
  ];
  const [attached] = await Promise.all(evidence.slice(2).map(([, item]) => made.aFile(owner, { evidence: item, person: unit })));

  // ── What only the gate reaches, and logs ──
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  await owner.insert(schema.credentials).values({ accountId: elsewhere.accountId, passwordHash: 'a hash of a password' });
  await owner.insert(schema.accountIdentities).values({ provider: 'provider', subject: 'subject', accountId: elsewhere.accountId });
  await owner.insert(schema.signInLinks).values({ id: randomUUID(), accountId: elsewhere.accountId, tokenHash: hash('link'), expiresAt: new Date(Date.now() + 60_000) });
  await owner.insert(schema.setUpCodes).values({ codeHash: hash('code') });
  await owner.insert(schema.limits).values({ key: 'account:somebody', used: 1, resetsAt: new Date(Date.now() + 600_000) });
  await owner.insert(schema.denials).values({ personId: somebody.id, attempt: '/reviews/hidden' });
  await owner.execute(sql`select app.seal_history(100000)`);

  principals.push({ name: 'visitor', kind: 'visitor' }, { name: 'nobody entered', kind: 'nobody' });
  return {
    principals, inside, outside, published, conflicted, bareInside, bareOutside, bareConflicted, unspined, enquiry, audit, recommendations, theme, findings, actions,
    own, below, other, partner, secondPartner, ownGroup, otherGroup, unit, somebody, somebodyElse, actionOwner, leaver, groupMember, administrator, elsewhere, views, sent, evidence, attached: attached!.id,
  };
}

export type WholeWorld = Awaited<ReturnType<typeof buildWorld>>;
