import { keyIdOf, sealWith } from '../../lib/access/sealing';
import { type CalendarDate, formatDate, reportingYearOf } from '../../lib/dates/calendar-date';
import { addMonthsClamped, addWorkingDays } from '../../lib/dates/working-days';
import { agencyRequests, clocks, conflictsOfInterest, criteriaTests, decisions, decisionViews, identities, notifications, rapidReviews, reviewOrigins, reviewPlaces, reviews, sources, type Criterion } from '../schema';
import * as invented from './example-caseload';
import { loadExampleFindings } from './load-findings';
import { loadExampleChallenges } from './load-challenges';
import { loadExampleMeetings } from './load-meetings';
import { loadExamplePlan } from './load-plan';
import { loadMemberships } from './load-people';
import { type Loading, momentOn, randomReference } from './loading';

const edition = 'WT 2026';

/** The invented present-day caseload: reviews at every stage, what they recommend, and the plan that follows. */
export async function loadExampleCaseload(loading: Loading): Promise<void> {
  const reviewed = invented.exampleReviews(loading.today);
  for (const review of reviewed) await loadRapidReview(loading, review);
  for (const review of invented.examplePracticeReviews(loading.today, reviewed)) await loadPracticeReview(loading, review);
  for (const source of invented.exampleSources(loading.today)) await loadSource(loading, source);
  await loadMemberships(loading);
  await loadExamplePlan(loading);
  await loadExampleFindings(loading);
  await loadExampleMeetings(loading);
  await loadExampleChallenges(loading);
}

async function loadRapidReview(loading: Loading, review: invented.ExampleReview) {
  const { tx, idOf } = loading;
  const { sentOn } = review.notification;
  await loadSpine(loading, { key: review.key, kind: 'rapid_review', title: review.title, recordedBy: review.recordedBy, recordedOn: sentOn, undertakenOn: review.openedOn, completedOn: review.sentToPanelOn });
  await loadNotification(loading, review);
  await loadIdentity(loading, review);
  if (review.openedOn) {
    await tx.insert(rapidReviews).values({
      id: idOf(`rapid-review:${review.key}`), reviewId: idOf(`source:${review.key}`), openedOn: review.openedOn, meetingOn: review.meetingOn, sentToPanelOn: review.sentToPanelOn, ...review.narrative,
      recordedAt: momentOn(loading, review.openedOn),
    });
  }
  for (const [criterion, [answer, reason]] of Object.entries(review.criteria ?? {}) as [Criterion, NonNullable<NonNullable<invented.ExampleReview['criteria']>[Criterion]>][]) {
    await tx.insert(criteriaTests).values({ id: idOf(`criterion:${review.key}:${criterion}`), reviewId: idOf(`source:${review.key}`), criterion, answer, reason });
  }
  for (const { agency, ...request } of review.requests ?? []) {
    await tx.insert(agencyRequests).values({ id: idOf(`request:${review.key}:${agency}`), reviewId: idOf(`source:${review.key}`), agencyId: idOf(`agency:${agency}`), ...request, recordedAt: momentOn(loading, request.askedOn) });
  }
  for (const decision of review.decisions ?? []) await loadDecision(loading, review, decision);
  await loadPlaces(loading, review.key, [
    ...(review.recordedBy === 'sam' ? [{ person: 'sam', capacity: 'CL' as const, reason: 'Recorded the notification', from: sentOn, grantedBy: null }] : []),
    ...(review.places ?? []),
  ]);
  for (const { person, outcome, reason, on, declaredBy, ended } of review.interests ?? []) {
    await tx.insert(conflictsOfInterest).values({
      id: idOf(`interest:${review.key}:${person}`), reviewId: idOf(`source:${review.key}`), personId: idOf(`person:${person}`), outcome, reason, fromOn: on, declaredById: idOf(`person:${declaredBy}`),
      ...(ended ? { toOn: ended.on, endedById: idOf(`person:${ended.by}`), endedReason: ended.reason } : {}), recordedAt: momentOn(loading, on),
    });
  }
}

async function loadNotification(loading: Loading, { key, notification, sentToPanelOn }: invented.ExampleReview) {
  const { tx, idOf } = loading;
  const { nature, natureNow, incidentOn, awareOn, sentOn, ...told } = notification;
  const reviewId = idOf(`source:${key}`);
  await tx.insert(notifications).values({
    id: idOf(`notification:${key}`), reviewId, notifyingAgencyId: idOf('agency:council'), incidentFrom: incidentOn, incidentTo: incidentOn, incidentPrecision: 'day', awareOn, sentOn,
    natureAtNotification: nature, natureNow: natureNow ?? nature, ...told, recordedAt: momentOn(loading, sentOn),
  });
  await tx.insert(clocks).values([
    {
      id: idOf(`clock:notification:${key}`), reviewId, rule: 'notification', startEvent: 'The council became aware of the incident', startedOn: awareOn, guidanceEdition: edition, length: 5, unit: 'working_day',
      computedDueOn: addWorkingDays(awareOn, 5), metOn: sentOn, recordedAt: momentOn(loading, sentOn),
    },
    {
      id: idOf(`clock:rapid-review:${key}`), reviewId, rule: 'rapid_review', startEvent: 'The notification was sent to the National Panel', startedOn: sentOn, guidanceEdition: edition, length: 15, unit: 'working_day',
      computedDueOn: addWorkingDays(sentOn, 15), metOn: sentToPanelOn, recordedAt: momentOn(loading, sentOn),
    },
  ]);
}

async function loadIdentity(loading: Loading, { key, identity, notification }: invented.ExampleReview) {
  const { tx, idOf, encryptionKey } = loading;
  const id = idOf(`identity:${key}`);
  const told = { name: identity.name, dateOfBirth: formatDate(identity.bornOn), otherNames: null, address: null, school: null, family: identity.family ?? null };
  await tx.insert(identities).values({
    id, reviewId: idOf(`source:${key}`), subject: 'child', sealed: sealWith(encryptionKey, JSON.stringify(told), `identity:${id}`), keyId: keyIdOf(encryptionKey), recordedAt: momentOn(loading, notification.sentOn, 5),
  });
}

async function loadDecision(loading: Loading, review: invented.ExampleReview, decided: NonNullable<invented.ExampleReview['decisions']>[number]) {
  const { tx, idOf } = loading;
  const person = (key: string | undefined) => (key ? idOf(`person:${key}`) : null);
  const id = idOf(`decision:${decided.key}`);
  await tx.insert(decisions).values({
    id, reviewId: idOf(`source:${review.key}`), matter: 'rapid_review_outcome', openedOn: decided.openedOn, openedById: person(decided.openedBy), recommendedOutcome: decided.recommended, recommendedBecause: decided.because,
    outcome: decided.outcome, decidedFrom: decided.decidedOn, decidedTo: decided.decidedOn, decidedPrecision: decided.decidedOn ? 'day' : null,
    chairReason: decided.chair?.reason, chairedById: person(decided.chair?.by),
    supersedesId: decided.supersedes ? idOf(`decision:${decided.supersedes.key}`) : null, supersededBecause: decided.supersedes?.because,
    recordedAt: momentOn(loading, decided.openedOn),
  });
  for (const [place, { partner, view, reason, givenBy, givenFor, on, how = 'in_person', howNote }] of decided.views.entries()) {
    await tx.insert(decisionViews).values({
      id: idOf(`view:${decided.key}:${partner}`), decisionId: id, reviewId: idOf(`source:${review.key}`), matter: 'rapid_review_outcome', agencyId: idOf(`agency:${partner}`), view, reason, givenById: person(givenBy), givenForId: person(givenFor), givenOn: on, how, howNote,
      recordedById: how === 'in_person' ? person(givenBy) : person('priya'), recordedAt: momentOn(loading, on, 10 + place),
    });
  }
}

async function loadPracticeReview(loading: Loading, review: invented.ExamplePracticeReview) {
  const { tx, idOf } = loading;
  const { commissionedOn, completedOn, published, override } = review;
  await loadSpine(loading, {
    key: review.key, kind: 'lcspr', title: review.title, summary: review.summary, recordedBy: 'priya', recordedOn: commissionedOn, commissionedOn, completedOn, publishedOn: published?.on, publishedItems: published?.items,
  });
  await tx.insert(reviewOrigins).values({ id: idOf(`origin:${review.key}`), reviewId: idOf(`source:${review.key}`), originReviewId: idOf(`source:${review.from}`), recordedAt: momentOn(loading, commissionedOn, 1) });
  await tx.insert(clocks).values({
    id: idOf(`clock:lcspr:${review.key}`), reviewId: idOf(`source:${review.key}`), rule: 'lcspr', startEvent: 'The decision to initiate it', startedOn: commissionedOn, guidanceEdition: edition, length: 6, unit: 'month',
    computedDueOn: addMonthsClamped(commissionedOn, 6), metOn: published?.on, recordedAt: momentOn(loading, commissionedOn, 1),
    ...(override ? { overrideDueOn: override.dueOn, overrideReason: override.reason, overriddenById: idOf(`person:${override.by}`) } : {}),
  });
  await loadPlaces(loading, review.key, review.places);
}

type Spine = {
  key: string; kind: 'rapid_review' | 'lcspr'; title: string; summary?: string; recordedBy: string; recordedOn: CalendarDate;
  commissionedOn?: CalendarDate; undertakenOn?: CalendarDate; completedOn?: CalendarDate; publishedOn?: CalendarDate; publishedItems?: string;
};

async function loadSpine(loading: Loading, spine: Spine) {
  const { tx, idOf } = loading;
  const id = idOf(`source:${spine.key}`);
  const year = reportingYearOf(spine.recordedOn);
  await tx.insert(sources).values({
    id, reviewId: id, kind: 'review', reference: randomReference(spine.kind === 'lcspr' ? 'LCSPR' : 'RR', spine.recordedOn), title: spine.title, area: 'other', reportingYear: year, summary: spine.summary,
    commissionedFrom: spine.commissionedOn, commissionedTo: spine.commissionedOn, commissionedPrecision: day(spine.commissionedOn),
    undertakenFrom: spine.undertakenOn, undertakenTo: spine.undertakenOn, undertakenPrecision: day(spine.undertakenOn),
    completedFrom: spine.completedOn, completedTo: spine.completedOn, completedPrecision: day(spine.completedOn),
    publishedFrom: spine.publishedOn, publishedTo: spine.publishedOn, publishedPrecision: day(spine.publishedOn),
    example: true, recordedAt: momentOn(loading, spine.recordedOn),
  });
  await tx.insert(reviews).values({ id, kind: spine.kind, guidanceEdition: edition, recordedById: idOf(`person:${spine.recordedBy}`), publishedItems: spine.publishedItems, recordedAt: momentOn(loading, spine.recordedOn) });
}

async function loadSource(loading: Loading, { key, kind, letters, title, summary, commissionedOn, undertakenOn, completedOn }: invented.ExampleSource) {
  const year = reportingYearOf(commissionedOn);
  await loading.tx.insert(sources).values({
    id: loading.idOf(`source:${key}`), kind, reference: `${letters}-${year.slice(0, 4)}-1`, title, summary, area: 'other', reportingYear: year,
    commissionedFrom: commissionedOn, commissionedTo: commissionedOn, commissionedPrecision: 'day',
    undertakenFrom: undertakenOn, undertakenTo: undertakenOn, undertakenPrecision: day(undertakenOn),
    completedFrom: completedOn, completedTo: completedOn, completedPrecision: day(completedOn),
    example: true, recordedAt: momentOn(loading, commissionedOn),
  });
}

async function loadPlaces(loading: Loading, key: string, places: (Omit<NonNullable<invented.ExampleReview['places']>[number], 'grantedBy'> & { grantedBy: string | null })[]) {
  for (const [order, { person, capacity, reason, from, to, grantedBy }] of places.entries()) {
    await loading.tx.insert(reviewPlaces).values({
      id: loading.idOf(`place:${key}:${person}`), reviewId: loading.idOf(`source:${key}`), personId: loading.idOf(`person:${person}`), capacity, reason, fromOn: from, toOn: to,
      grantedById: grantedBy ? loading.idOf(`person:${grantedBy}`) : null, recordedAt: momentOn(loading, from, 20 + order),
    });
  }
}

const day = (known: CalendarDate | undefined) => (known ? ('day' as const) : null);
