import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import * as schema from '../schema';
import type { Membership, PlaceCapacity } from '../schema';

/**
 * Makes records for tests, as the owner of the tables: each call states only what matters to its test, and the rest is
 * ordinary. What a builder is given for another record is that record, or its id.
 */
export type Store = Pick<Database, 'insert' | 'update' | 'select' | 'execute'>;
export type Of = string | { id: string };

type Inserted<T extends { $inferInsert: unknown }> = Partial<T['$inferInsert']>;

const idOf = (of: Of): string => (typeof of === 'string' ? of : of.id);
const idOrNull = (of: Of | null | undefined): string | null => (of ? idOf(of) : null);
const letters = () => randomBytes(3).toString('hex').toUpperCase();
const only = <T>(rows: T[]): T => rows[0]!;

/** Long enough ago to be in force, whatever day the tests run on. */
const longAgo = '2020-01-01';

// ── People ──

export async function aPerson(store: Store, given: Inserted<typeof schema.persons> = {}) {
  return only(await store.insert(schema.persons).values({ id: randomUUID(), name: `Person ${letters()}`, ...given }).returning());
}

export async function anAccount(store: Store, { person, ...given }: { person: Of } & Inserted<typeof schema.accounts>) {
  const id = randomUUID();
  return only(await store.insert(schema.accounts).values({ id, personId: idOf(person), email: `${id}@example.invalid`, ...given }).returning());
}

/** A session of the person's account, which is made where there is none. The token itself is thrown away: its hash is what enters. */
export async function enterAs(store: Store, person: Of, given: Inserted<typeof schema.sessions> = {}): Promise<{ tokenHash: string; accountId: string; sessionId: string }> {
  const [known] = await store.select({ id: schema.accounts.id }).from(schema.accounts).where(eq(schema.accounts.personId, idOf(person)));
  const accountId = known?.id ?? (await anAccount(store, { person })).id;
  const tokenHash = createHash('sha256').update(randomBytes(32)).digest('hex');
  const session = only(
    await store.insert(schema.sessions)
      .values({ id: randomUUID(), accountId, tokenHash, strength: 'password', expiresAt: new Date(Date.now() + 12 * 60 * 60 * 1000), ...given })
      .returning(),
  );
  return { tokenHash, accountId, sessionId: session.id };
}

type MembershipGiven = { person: Of; membership: Membership; agency?: Of; group?: Of; source?: Of; votesFor?: Of; grantedBy?: Of } & Inserted<typeof schema.membershipRows>;

/** In force since long ago. A lead reviewer or review panel member is a place on a list (`aPlace`); an action owner, an owned action. */
export async function aMembership(store: Store, { person, agency, group, source, votesFor, grantedBy, ...given }: MembershipGiven) {
  return only(
    await store.insert(schema.membershipRows)
      .values({
        id: randomUUID(), personId: idOf(person), agencyId: idOrNull(agency), groupId: idOrNull(group), sourceId: idOrNull(source),
        votesForAgencyId: idOrNull(votesFor), grantedById: idOrNull(grantedBy), fromOn: longAgo, ...given,
      })
      .returning(),
  );
}

type MemberGiven = { name?: string; agency?: Of; group?: Of; source?: Of; review?: Of; votesFor?: Of };

/**
 * A person who is this in the partnership: what the membership hangs on is made where it is not given. A lead reviewer or
 * review panel member needs `review`, and so may a case review lead have; an action owner is given an action of their own.
 */
export async function aMember(store: Store, membership: Membership, given: MemberGiven = {}) {
  const person = await aPerson(store, given.name ? { name: given.name } : {});
  switch (membership) {
    case 'LR':
    case 'RP':
      await aPlace(store, { review: given.review ?? (await aReview(store)), person, capacity: membership });
      break;
    case 'AO':
      await anAction(store, { owner: person, agency: given.agency });
      break;
    case 'AL':
      await aMembership(store, { person, membership, agency: given.agency ?? (await anAgency(store)) });
      break;
    case 'CH':
    case 'TF':
    case 'TC':
      await aMembership(store, { person, membership, group: given.group ?? (await aGroup(store, { kind: 'task_and_finish' })) });
      break;
    case 'CF':
      await aMembership(store, { person, membership, source: given.source ?? (await aSource(store, { kind: 'line_of_enquiry' })) });
      break;
    case 'BU':
    case 'CL':
    case 'ER':
      await aMembership(store, { person, membership });
      if (given.review) await aPlace(store, { review: given.review, person, capacity: membership });
      break;
    case 'EX':
      await aMembership(store, { person, membership, votesFor: given.votesFor });
      break;
    case 'IS':
    case 'AU':
    case 'OB':
    case 'SA':
      await aMembership(store, { person, membership });
      break;
  }
  return person;
}

/** `by` acts for `person` in one membership. */
export async function aCover(store: Store, { person, by, membership, setBy, ...given }: { person: Of; by: Of; membership: Membership; setBy?: Of } & Inserted<typeof schema.covers>) {
  return only(
    await store.insert(schema.covers)
      .values({ id: randomUUID(), personId: idOf(person), byPersonId: idOf(by), membership, setById: idOrNull(setBy), fromOn: longAgo, ...given })
      .returning(),
  );
}

export async function aPost(store: Store, { person, agency, ...given }: { person: Of; agency: Of } & Inserted<typeof schema.posts>) {
  return only(
    await store.insert(schema.posts)
      .values({ id: randomUUID(), personId: idOf(person), agencyId: idOf(agency), title: 'Head of service', fromOn: longAgo, ...given })
      .returning(),
  );
}

// ── The partnership ──

/** An agency with its name: a relevant agency unless told otherwise. */
export async function anAgency(store: Store, { name, parent, successor, ...given }: { name?: string; parent?: Of; successor?: Of } & Inserted<typeof schema.agencies> = {}) {
  const agency = only(
    await store.insert(schema.agencies)
      .values({ id: randomUUID(), kind: 'relevant_agency', parentId: idOrNull(parent), successorId: idOrNull(successor), ...given })
      .returning(),
  );
  const called = name ?? `Agency ${letters()}`;
  await store.insert(schema.agencyNames).values({ id: randomUUID(), agencyId: agency.id, name: called });
  return { ...agency, name: called };
}

export async function aSafeguardingPartner(store: Store, given: { name?: string } & Inserted<typeof schema.agencies> = {}) {
  return anAgency(store, { kind: 'safeguarding_partner', ...given });
}

export async function aGroup(store: Store, given: Inserted<typeof schema.groups> = {}) {
  return only(await store.insert(schema.groups).values({ id: randomUUID(), kind: 'other', name: `Group ${letters()}`, ...given }).returning());
}

/** Planned, and neither held nor called off, unless told otherwise. */
export async function aMeeting(store: Store, { group, chairedBy, recordedBy, ...given }: { group?: Of; chairedBy?: Of; recordedBy?: Of } & Inserted<typeof schema.meetings> = {}) {
  return only(
    await store.insert(schema.meetings)
      .values({ id: randomUUID(), groupId: idOf(group ?? (await aGroup(store))), plannedOn: '2026-03-12', chairedById: idOrNull(chairedBy), recordedById: idOrNull(recordedBy), ...given })
      .returning(),
  );
}

export async function anAttendance(store: Store, { meeting, person, agency, ...given }: { meeting: { id: string; groupId: string }; person?: Of; agency?: Of } & Inserted<typeof schema.meetingAttendances>) {
  return only(
    await store.insert(schema.meetingAttendances)
      .values({ id: randomUUID(), meetingId: meeting.id, groupId: meeting.groupId, personId: idOf(person ?? (await aPerson(store))), agencyId: idOrNull(agency), presence: 'present', ...given })
      .returning(),
  );
}

type MeetingDecisionGiven = { meeting: { id: string; groupId: string }; source?: Of; recommendation?: Of; action?: Of; recordedBy?: Of; confirmedBy?: Of; supersedes?: Of } & Inserted<typeof schema.meetingDecisions>;

/** Recorded, and not yet confirmed by the chair unless told who confirmed it. */
export async function aMeetingDecision(store: Store, { meeting, source, recommendation, action, recordedBy, confirmedBy, supersedes, ...given }: MeetingDecisionGiven) {
  return only(
    await store.insert(schema.meetingDecisions)
      .values({
        id: randomUUID(), reference: await nextReference(store, 'decision'), meetingId: meeting.id, groupId: meeting.groupId, matter: 'The audit', decision: 'It is repeated in the autumn', reasons: 'Practice has changed since',
        aboutSourceId: idOrNull(source), aboutRecommendationId: idOrNull(recommendation), aboutActionId: idOrNull(action), recordedById: idOrNull(recordedBy), supersedesId: idOrNull(supersedes),
        confirmedById: idOrNull(confirmedBy), confirmedAt: confirmedBy ? new Date('2026-03-13T09:00:00Z') : null, ...given,
      })
      .returning(),
  );
}

type ChallengeGiven = { raisedBy: Of; by?: Of; about: Of; source?: Of; recommendation?: Of; action?: Of; decision?: Of; answeredBy?: Of; closedBy?: Of } & Inserted<typeof schema.challenges>;

/** Raised by somebody, for an agency or none, about another; answered and closed where told by whom. */
export async function aChallenge(store: Store, { raisedBy, by, about, source, recommendation, action, decision, answeredBy, closedBy, ...given }: ChallengeGiven) {
  return only(
    await store.insert(schema.challenges)
      .values({
        id: randomUUID(), reference: await nextReference(store, 'challenge'), raisedOn: '2026-03-02', raisedById: idOf(raisedBy), raisedByAgencyId: idOrNull(by), aboutAgencyId: idOf(about), topic: 'slipped_action',
        challenge: 'It has moved twice', asked: 'A date that holds', dueOn: '2026-03-09', aboutSourceId: idOrNull(source), aboutRecommendationId: idOrNull(recommendation), aboutActionId: idOrNull(action), aboutDecisionId: idOrNull(decision),
        ...(answeredBy ? { answer: 'It is done by May', answeredOn: '2026-03-05', answeredById: idOf(answeredBy), how: 'in_person', answerRecordedById: idOf(answeredBy) } : {}),
        ...(closedBy ? { outcome: 'upheld', outcomeReason: 'The date was met', closedOn: '2026-03-20', closedById: idOf(closedBy) } : {}),
        ...given,
      })
      .returning(),
  );
}

export async function aPriority(store: Store, given: Inserted<typeof schema.priorities> = {}) {
  return only(
    await store.insert(schema.priorities)
      .values({ id: randomUUID(), reportingYear: '2025-26', number: Number.parseInt(letters(), 16), kind: 'practice', title: 'Neglect', ...given })
      .returning(),
  );
}

export async function aReportedCount(store: Store, given: Inserted<typeof schema.reportedCounts> = {}) {
  return only(
    await store.insert(schema.reportedCounts)
      .values({ id: randomUUID(), reportingYear: '2025-26', key: `count-${letters()}`, counted: 'Practitioners trained', value: 320, ...given })
      .returning(),
  );
}

// ── Sources and reviews ──

/** An audit, a line of enquiry or another source that is not a review. */
export async function aSource(store: Store, given: Inserted<typeof schema.sources> = {}) {
  return only(
    await store.insert(schema.sources)
      .values({ id: randomUUID(), kind: 'audit', reference: `SRC-${letters()}`, title: `Audit ${letters()}`, area: 'both', reportingYear: '2025-26', ...given })
      .returning(),
  );
}

type ReviewGiven = { published?: boolean; kind?: schema.ReviewKind; guidanceEdition?: string; recordedBy?: Of } & Omit<Inserted<typeof schema.sources>, 'kind' | 'reviewId'>;

/** The spine of a review, not yet published and undertaken unless told otherwise: a source and a review of the same id. */
export async function aReview(store: Store, { published = false, kind = 'rapid_review', guidanceEdition = 'WT 2026', recordedBy, ...given }: ReviewGiven = {}) {
  const id = given.id ?? randomUUID();
  const source = await aSource(store, {
    kind: 'review', reference: `RR-2025-${letters()}`, title: `Child ${letters()}`, area: 'hartlepool',
    ...(published ? { publishedFrom: '2026-03-02', publishedTo: '2026-03-02', publishedPrecision: 'day' } : {}),
    ...given, id, reviewId: id,
  });
  const review = only(await store.insert(schema.reviews).values({ id, kind, guidanceEdition, recordedById: idOrNull(recordedBy) }).returning());
  return { ...source, kind: review.kind, isPublished: review.isPublished };
}

export async function aReviewOrigin(store: Store, { review, origin, ...given }: { review: Of; origin: Of } & Inserted<typeof schema.reviewOrigins>) {
  return only(await store.insert(schema.reviewOrigins).values({ id: randomUUID(), reviewId: idOf(review), originReviewId: idOf(origin), ...given }).returning());
}

/** A place on a review's list: panel member unless told otherwise. */
export async function aPlace(store: Store, { review, person, capacity = 'RP', grantedBy, ...given }: { review: Of; person: Of; capacity?: PlaceCapacity; grantedBy?: Of } & Inserted<typeof schema.reviewPlaces>) {
  return only(
    await store.insert(schema.reviewPlaces)
      .values({ id: randomUUID(), reviewId: idOf(review), personId: idOf(person), capacity, reason: 'Works on this review', grantedById: idOrNull(grantedBy), fromOn: longAgo, ...given })
      .returning(),
  );
}

type InterestGiven = { review: Of; person: Of; declaredBy?: Of } & Inserted<typeof schema.conflictsOfInterest>;

/** A conflict of interest in which somebody steps back from deciding, unless told otherwise. */
export async function anInterest(store: Store, { review, person, declaredBy, ...given }: InterestGiven) {
  return only(
    await store.insert(schema.conflictsOfInterest)
      .values({ id: randomUUID(), reviewId: idOf(review), personId: idOf(person), outcome: 'steps_back', reason: 'A relative', declaredById: idOrNull(declaredBy), fromOn: longAgo, ...given })
      .returning(),
  );
}

export async function anExclusion(store: Store, given: InterestGiven) {
  return anInterest(store, { outcome: 'excluded', ...given });
}

/** Somebody of the business unit taken off a review's list. */
export async function aRemoval(store: Store, { review, person, removedBy, ...given }: { review: Of; person: Of; removedBy?: Of } & Inserted<typeof schema.listRemovals>) {
  return only(
    await store.insert(schema.listRemovals)
      .values({ id: randomUUID(), reviewId: idOf(review), personId: idOf(person), reason: 'Worked with the family', removedById: idOrNull(removedBy), fromOn: longAgo, ...given })
      .returning(),
  );
}

export async function aNotification(store: Store, { review, agency, ...given }: { review: Of; agency?: Of } & Inserted<typeof schema.notifications>) {
  return only(
    await store.insert(schema.notifications)
      .values({
        id: randomUUID(), reviewId: idOf(review), notifyingAgencyId: idOf(agency ?? (await aSafeguardingPartner(store))),
        incidentFrom: '2026-01-05', incidentTo: '2026-01-05', incidentPrecision: 'day', awareOn: '2026-01-06', sentOn: '2026-01-08',
        natureAtNotification: 'serious_harm', natureNow: 'serious_harm', abuseSuspected: 'yes', ageBand: 'under_1', outline: 'What is known so far', ...given,
      })
      .returning(),
  );
}

/** Sealed with no key: for tests of who may see the row, not of what is in it. */
export async function anIdentity(store: Store, { review, ...given }: { review: Of } & Inserted<typeof schema.identities>) {
  return only(await store.insert(schema.identities).values({ id: randomUUID(), reviewId: idOf(review), subject: 'child', sealed: `sealed-${letters()}`, keyId: 'test', ...given }).returning());
}

export async function aRapidReview(store: Store, { review, ...given }: { review: Of } & Inserted<typeof schema.rapidReviews>) {
  return only(await store.insert(schema.rapidReviews).values({ id: randomUUID(), reviewId: idOf(review), openedOn: '2026-01-08', ...given }).returning());
}

export async function aCriterionTest(store: Store, { review, ...given }: { review: Of } & Inserted<typeof schema.criteriaTests>) {
  return only(
    await store.insert(schema.criteriaTests)
      .values({ id: randomUUID(), reviewId: idOf(review), criterion: 'abuse_or_neglect', answer: 'yes', reason: 'Neglect is suspected', ...given })
      .returning(),
  );
}

export async function anAgencyRequest(store: Store, { review, agency, ...given }: { review: Of; agency?: Of } & Inserted<typeof schema.agencyRequests>) {
  return only(
    await store.insert(schema.agencyRequests)
      .values({ id: randomUUID(), reviewId: idOf(review), agencyId: idOf(agency ?? (await anAgency(store))), askedOn: '2026-01-09', dueOn: '2026-01-16', ...given })
      .returning(),
  );
}

export async function aClock(store: Store, { review, ...given }: { review: Of } & Inserted<typeof schema.clocks>) {
  return only(
    await store.insert(schema.clocks)
      .values({
        id: randomUUID(), reviewId: idOf(review), rule: 'rapid_review', startEvent: 'sent', startedOn: '2026-01-08', guidanceEdition: 'WT 2026',
        length: 15, unit: 'working_day', computedDueOn: '2026-01-29', ...given,
      })
      .returning(),
  );
}

type DecisionGiven = { review?: Of; recommendation?: Of; action?: Of; openedBy?: Of; supersedes?: Of } & Inserted<typeof schema.decisions>;

/** Put to the partners and not yet settled: whether a rapid review leads to a practice review, unless told otherwise. */
export async function aDecision(store: Store, { review, recommendation, action, openedBy, supersedes, ...given }: DecisionGiven) {
  return only(
    await store.insert(schema.decisions)
      .values({
        id: randomUUID(), reviewId: idOrNull(review), recommendationId: idOrNull(recommendation), actionId: idOrNull(action), matter: 'rapid_review_outcome', openedOn: '2026-01-20', recommendedOutcome: 'lcspr',
        recommendedBecause: 'The criteria are met', openedById: idOrNull(openedBy), supersedesId: idOrNull(supersedes), ...given,
      })
      .returning(),
  );
}

type PartnerViewGiven = { decision: { id: string; reviewId: string | null; matter?: schema.DecisionMatter }; agency?: Of; givenBy?: Of; givenFor?: Of; recordedBy?: Of } & Inserted<typeof schema.decisionViews>;

export async function aPartnerView(store: Store, { decision, agency, givenBy, givenFor, recordedBy, ...given }: PartnerViewGiven) {
  return only(
    await store.insert(schema.decisionViews)
      .values({
        id: randomUUID(), decisionId: decision.id, reviewId: decision.reviewId, matter: decision.matter ?? 'rapid_review_outcome', agencyId: idOf(agency ?? (await aSafeguardingPartner(store))), view: 'lcspr',
        reason: 'We agree', givenOn: '2026-01-21', how: 'in_person', givenById: idOrNull(givenBy), givenForId: idOrNull(givenFor), recordedById: idOrNull(recordedBy), ...given,
      })
      .returning(),
  );
}

// ── Recommendations ──

type RecommendationGiven = { source?: Of; accepted?: boolean | schema.Acceptance; released?: boolean; agencies?: Of[]; writtenBy?: Of } & Inserted<typeof schema.recommendations>;

/** A draft unless told otherwise; released ones are accepted. Its source is an audit where none is given. */
export async function aRecommendation(store: Store, { source, accepted, released = false, agencies = [], writtenBy, ...given }: RecommendationGiven = {}) {
  const acceptance = accepted === true || (accepted === undefined && released) ? 'accepted' : accepted || null;
  const recommendation = only(
    await store.insert(schema.recommendations)
      .values({
        id: randomUUID(), reference: await nextReference(store, 'recommendation'), sourceId: idOf(source ?? (await aSource(store))), text: `Recommendation ${letters()}`,
        outcome: 'Children are asked how they are', measure: 'Share of files with the child’s own words', addressedTo: agencies.length > 0 ? 'agencies' : 'partnership',
        writtenById: idOrNull(writtenBy),
        ...(acceptance ? { acceptance, acceptedOn: '2026-02-10', acceptanceReason: acceptance === 'accepted' ? null : 'Partly done already' } : {}),
        ...(released ? { releasedAt: new Date('2026-02-11T09:00:00Z') } : {}),
        ...given,
      })
      .returning(),
  );
  for (const agency of agencies) await store.insert(schema.recommendationAddressees).values({ id: randomUUID(), recommendationId: recommendation.id, agencyId: idOf(agency) });
  return recommendation;
}

// ── Findings and themes ──

/** A set of themes where no parent is given. */
export async function aTheme(store: Store, { parent, ...given }: { parent?: Of } & Inserted<typeof schema.themes> = {}) {
  return only(await store.insert(schema.themes).values({ id: randomUUID(), parentId: idOrNull(parent), name: `Theme ${letters()}`, edition: '2020', source: 'Our own', ...given }).returning());
}

/** What became of a theme: retired unless told otherwise. */
export async function aThemeChange(store: Store, { theme, into, ...given }: { theme: Of; into?: Of } & Inserted<typeof schema.themeChanges>) {
  return only(
    await store.insert(schema.themeChanges)
      .values({ id: randomUUID(), themeId: idOf(theme), intoId: idOrNull(into), kind: into ? 'merged' : 'retired', changedOn: '2026-01-15', reason: 'Nobody uses it', ...given })
      .returning(),
  );
}

type FindingGiven = { source?: Of; agreed?: boolean; agencies?: Of[]; themes?: Of[]; recommendations?: Of[]; repeats?: Of; writtenBy?: Of } & Inserted<typeof schema.findings>;

/** A draft of a gap in frontline practice unless told otherwise. Its source is an audit where none is given. */
export async function aFinding(store: Store, { source, agreed = false, agencies = [], themes = [], recommendations = [], repeats, writtenBy, ...given }: FindingGiven = {}) {
  const finding = only(
    await store.insert(schema.findings)
      .values({
        id: randomUUID(), reference: await nextReference(store, 'finding'), sourceId: idOf(source ?? (await aSource(store))), kind: 'gap', level: 'frontline', text: `Finding ${letters()}`,
        writtenById: idOrNull(writtenBy), ...(agreed ? { agreement: 'agreed', decidedOn: '2026-02-10' } : {}), ...given,
      })
      .returning(),
  );
  const findingId = finding.id;
  for (const agency of agencies) await store.insert(schema.findingAgencies).values({ id: randomUUID(), findingId, agencyId: idOf(agency) });
  for (const theme of themes) await store.insert(schema.findingThemes).values({ id: randomUUID(), findingId, themeId: idOf(theme) });
  for (const recommendation of recommendations) await store.insert(schema.findingRecommendations).values({ id: randomUUID(), findingId, recommendationId: idOf(recommendation) });
  if (repeats) await store.insert(schema.findingRepeats).values({ id: randomUUID(), findingId, earlierId: idOf(repeats) });
  return finding;
}

// ── The plan ──

type ActionGiven = {
  owner?: Of; agency?: Of; group?: Of; sources?: Of[]; recommendations?: Of[]; contributors?: Of[]; proposedBy?: Of; agreedBy?: Of; completeSaidBy?: Of; checkedBy?: Of; closedBy?: Of;
} & Inserted<typeof schema.actions>;

/** Agreed and in progress, without a date, unless told otherwise. With an owner, the owning agency is made where it is not given. */
export async function anAction(store: Store, given: ActionGiven = {}) {
  const { owner, agency, group, sources = [], recommendations = [], contributors = [], proposedBy, agreedBy, completeSaidBy, checkedBy, closedBy, ...rest } = given;
  const owning = agency ?? (owner ? await anAgency(store) : null);
  const action = only(
    await store.insert(schema.actions)
      .values({
        id: randomUUID(), reference: await nextReference(store, 'action'), title: `Action ${letters()}`, type: 'procedure',
        ownerAgencyId: idOrNull(owning), ownerPersonId: idOrNull(owner), accountableGroupId: idOrNull(group),
        proposedOn: '2026-01-12', agreedOn: '2026-01-19', proposedById: idOrNull(proposedBy), agreedById: idOrNull(agreedBy),
        completeSaidById: idOrNull(completeSaidBy), checkedById: idOrNull(checkedBy), closedById: idOrNull(closedBy),
        firstDueOn: rest.dueOn ?? null, ...rest,
      })
      .returning(),
  );
  for (const source of sources) await store.insert(schema.actionSources).values({ id: randomUUID(), actionId: action.id, sourceId: idOf(source) });
  for (const recommendation of recommendations) await store.insert(schema.actionRecommendations).values({ id: randomUUID(), actionId: action.id, recommendationId: idOf(recommendation) });
  for (const contributor of contributors) await store.insert(schema.actionAgencies).values({ id: randomUUID(), actionId: action.id, agencyId: idOf(contributor) });
  return action;
}

export async function anUpdate(store: Store, { action, saidBy, recordedBy, ...given }: { action: Of; saidBy?: Of; recordedBy?: Of } & Inserted<typeof schema.updates>) {
  return only(
    await store.insert(schema.updates)
      .values({ id: randomUUID(), actionId: idOf(action), text: `Update ${letters()}`, saidOn: '2026-02-02', saidById: idOrNull(saidBy), recordedById: idOrNull(recordedBy), ...given })
      .returning(),
  );
}

export async function someEvidence(store: Store, { action, addedBy, checkedBy, declinedBy, ...given }: { action: Of; addedBy?: Of; checkedBy?: Of; declinedBy?: Of } & Inserted<typeof schema.evidence>) {
  return only(
    await store.insert(schema.evidence)
      .values({
        id: randomUUID(), actionId: idOf(action), kind: 'procedure', level: 'done', title: `Evidence ${letters()}`, datedOn: '2026-02-03',
        addedById: idOrNull(addedBy), checkedById: idOrNull(checkedBy), declinedById: idOrNull(declinedBy), ...given,
      })
      .returning(),
  );
}

/** Sent whole and looked at, and attached to nothing. */
export async function anUpload(store: Store, { person, content = 'What was sent', ...given }: { person: Of; content?: string | Buffer } & Inserted<typeof schema.uploads>) {
  const bytes = Buffer.from(content);
  const upload = only(
    await store.insert(schema.uploads)
      .values({ id: randomUUID(), personId: idOf(person), name: 'minute.txt', mediaType: 'text/plain', size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), readyAt: new Date(), ...given })
      .returning(),
  );
  await store.insert(schema.fileChunks).values({ uploadId: upload.id, number: 0, bytes });
  return upload;
}

/** The file of some evidence. */
export async function aFile(store: Store, { evidence, person, ...given }: { evidence: { id: string; actionId: string } } & Parameters<typeof anUpload>[1]) {
  const { id, name, size } = await anUpload(store, { person, ...given });
  // The rest is copied from the upload.
  return only(
    await store.insert(schema.files)
      .values({ id, evidenceId: evidence.id, actionId: evidence.actionId, name, mediaType: '', size: size ?? 0, sha256: '', uploadedById: idOf(person), uploadedAt: new Date() })
      .returning(),
  );
}

export async function aCheck(store: Store, { action, checkedBy, ...given }: { action: Of; checkedBy: Of } & Inserted<typeof schema.checks>) {
  return only(
    await store.insert(schema.checks)
      .values({ id: randomUUID(), actionId: idOf(action), result: 'accepted', reason: 'The procedure is in use', checkedOn: '2026-02-20', checkedById: idOf(checkedBy), ...given })
      .returning(),
  );
}

export async function aDueMove(store: Store, { action, askedBy, grantedBy, ...given }: { action: Of; askedBy?: Of; grantedBy?: Of } & Inserted<typeof schema.dueMoves>) {
  return only(
    await store.insert(schema.dueMoves)
      .values({
        id: randomUUID(), actionId: idOf(action), fromOn: '2026-03-01', toOn: '2026-04-01', reason: 'The trainer was ill', movedOn: '2026-02-20',
        askedById: idOrNull(askedBy), grantedById: idOrNull(grantedBy), ...given,
      })
      .returning(),
  );
}

/** Asked and not answered: for another date, unless told otherwise. */
export async function aRequest(store: Store, { action, askedBy, recommendation, answeredBy, ...given }: { action: Of; askedBy: Of; recommendation?: Of; answeredBy?: Of } & Inserted<typeof schema.actionRequests>) {
  const kind = given.kind ?? 'date';
  return only(
    await store.insert(schema.actionRequests)
      .values({
        id: randomUUID(), actionId: idOf(action), kind, reason: 'The trainer is ill', askedOn: '2026-02-20', askedById: idOf(askedBy), recordedById: idOf(askedBy),
        ...(kind === 'date' ? { wantedOn: '2099-06-30' } : kind === 'escalation' ? { escalatedTo: 'chair' as const } : { basis: recommendation ? ('recommendation' as const) : ('own_evidence' as const) }),
        recommendationId: idOrNull(recommendation), ...(answeredBy ? { result: 'granted' as const, answeredOn: '2026-02-24', answeredById: idOf(answeredBy), answerHow: 'in_person' as const, answerRecordedById: idOf(answeredBy) } : {}), ...given,
      })
      .returning(),
  );
}

const runs = { action: 'A', recommendation: 'R', decision: 'D', challenge: 'C', finding: 'F' };

async function nextReference(store: Store, run: keyof typeof runs): Promise<string> {
  const [row] = await store.execute<{ number: string }>(sql`select app.next_number(${run}) as number`);
  return `${runs[run]}-${String(row?.number).padStart(3, '0')}`;
}
