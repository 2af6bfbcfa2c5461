import { acts, onlyAsChairOf, type Act, type Membership } from '../../db/policies/matrix';
import { referenceModel } from '../../db/testing/reference-model';
import type { TestData } from '../setup/database';

export type World = Awaited<ReturnType<TestData['world']>>;
export type Person = { name: string; may(act: Act): boolean; holds(...memberships: Membership[]): boolean; model: ReturnType<typeof referenceModel>; personId: string };

/** One address of a route: what to ask for, and who it is there for. */
export type Asked = { path: string; isThereFor(person: Person): boolean };

/** Everybody one can try it as, with what the matrix gives them. */
export function peopleOf(world: World, today: string): Person[] {
  return world.accounts.flatMap((account) => {
    const person = world.persons.find((one) => one.id === account.personId);
    if (!person?.example || account.disabledAt) return [];
    const model = referenceModel(world, today, { kind: 'person', personId: person.id, accountId: account.id });
    const holds = (...memberships: Membership[]) => model.held.some((held) => memberships.includes(held.membership));
    const chairs = (kind: string) => model.held.some((held) => held.membership === 'CH' && world.groups.some((group) => group.id === held.groupId && group.kind === kind));
    const may = (act: Act) => {
      const [ofGroup, others] = [onlyAsChairOf[act], acts[act].filter((membership) => membership !== 'CH')];
      return ofGroup ? holds(...others) || chairs(ofGroup) : holds(...acts[act]);
    };
    return [{ name: person.name, personId: person.id, model, holds, may }];
  });
}

/** Who works a review: the business unit, and the case review leads who are on its list. */
function works(world: World, today: string, person: Person, reviewId: string): boolean {
  return person.may('work-rapid-review') && (person.holds('BU') || (person.holds('CL') && isOnList(world, today, person, reviewId, 'CL')));
}

const within = (place: { fromOn: string; toOn: string | null }, today: string) => place.fromOn <= today && (!place.toOn || place.toOn >= today);

/** Whether a place on this review's list gives somebody this capacity today. */
function isOnList(world: World, today: string, person: Person, reviewId: string | null, ...capacities: string[]): boolean {
  return world.review_places.some((place) => place.reviewId === reviewId && place.personId === person.personId && capacities.includes(place.capacity) && within(place, today));
}

/** For one action, which of its pages are there for whom. What is not theirs to do is said on the page to those who see the action. */
export function pagesOfAction(world: World, id: string): Record<string, Asked> {
  const action = world.actions.find((one) => one.id === id)!;
  const page = (rest: string, act?: Act): Asked => ({ path: `/plan/${action.reference}${rest}`, isThereFor: (person) => person.model.sees('actions', action) && (!act || person.may(act)) });
  return {
    '/plan/[reference]': page(''),
    '/plan/[reference]/agree': page('/agree', 'agree-action'),
    '/plan/[reference]/check': page('/check', 'check-action'),
    '/plan/[reference]/complete': page('/complete', 'say-complete'),
    '/plan/[reference]/evidence': page('/evidence', 'add-evidence'),
    '/plan/[reference]/evidence/upload': page('/evidence/upload', 'add-evidence'),
    '/plan/[reference]/change': page('/change', 'change-proposal'),
    '/plan/[reference]/owner': page('/owner', 'name-owner'),
    '/plan/[reference]/contribution': page('/contribution', 'record-contribution'),
    '/plan/[reference]/date': page('/date', 'ask-for-date'),
    '/plan/[reference]/help': page('/help', 'escalate-action'),
    '/plan/[reference]/answer': page('/answer', 'answer-request'),
    '/plan/[reference]/close': page('/close', 'propose-closing'),
    '/plan/[reference]/reopen': page('/reopen', 'reopen-action'),
    '/plan/[reference]/second-check': page('/second-check', 'check-action'),
    '/plan/[reference]/aside': page('/aside', 'set-aside'),
    '/plan/[reference]/worse': page('/worse', 'worsen-rag'),
  };
}

/** For one file of an action's evidence: there for whoever sees that evidence. */
export function pagesOfFile(world: World, id: string): Record<string, Asked> {
  const file = world.files.find((one) => one.id === id)!;
  const { reference } = world.actions.find((one) => one.id === file.actionId)!;
  return { '/plan/[reference]/files/[file]': { path: `/plan/${reference}/files/${id}`, isThereFor: ({ model }) => model.sees('files', file) } };
}

export function pagesOfRecommendation(world: World, today: string, id: string): Record<string, Asked> {
  const row = world.recommendations.find((one) => one.id === id)!;
  const source = world.sources.find((one) => one.id === row.sourceId)!;
  const kind = world.reviews.find((one) => one.id === source.reviewId)?.kind;
  const addressees = world.recommendation_addressees.filter((one) => one.recommendationId === id && one.removedOn === null).length;
  const byEngineRoom = kind !== 'lcspr' && kind !== 'scr' && row.addressedTo !== 'national' && !(row.addressedTo === 'agencies' && addressees === 1);
  const page = (rest: string, isThereFor: (person: Person) => boolean): Asked => ({ path: `/recommendations/${row.reference}${rest}`, isThereFor: (person) => person.model.sees('recommendations', row) && isThereFor(person) });
  return {
    '/recommendations/[reference]': page('', () => true),
    '/recommendations/[reference]/change': page('/change', (person) => person.may('write-recommendation') && (person.holds('BU') || isOnList(world, today, person, source.reviewId, 'CL', 'LR'))),
    '/recommendations/[reference]/accept': page('/accept', (person) => person.holds('BU') || (person.may('accept-recommendation') && byEngineRoom && (source.reviewId === null || isOnList(world, today, person, source.reviewId, 'ER')))),
  };
}

export function pagesOfFinding(world: World, today: string, id: string): Record<string, Asked> {
  const row = world.findings.find((one) => one.id === id)!;
  const source = world.sources.find((one) => one.id === row.sourceId)!;
  const kind = world.reviews.find((one) => one.id === source.reviewId)?.kind;
  const byEngineRoom = kind !== 'lcspr' && kind !== 'scr';
  const writes = (person: Person) => person.may('write-finding')
    && (person.holds('BU') || isOnList(world, today, person, source.reviewId, 'CL', 'LR') || person.model.held.some((held) => held.membership === 'CF' && held.sourceId === source.id));
  const page = (rest: string, isThereFor: (person: Person) => boolean): Asked => ({ path: `/findings/${row.reference}${rest}`, isThereFor: (person) => person.model.sees('findings', row) && isThereFor(person) });
  return {
    '/findings/[reference]': page('', () => true),
    '/findings/[reference]/change': page('/change', writes),
    '/findings/[reference]/agree': page('/agree', (person) => person.holds('BU') || (person.may('agree-finding') && byEngineRoom && (source.reviewId === null || isOnList(world, today, person, source.reviewId, 'ER')))),
    '/findings/[reference]/connect': page('/connect', (person) => person.may('follow-finding') || (row.agreement === null && writes(person))),
    '/findings/[reference]/follow': page('/follow', (person) => person.may('follow-finding')),
  };
}

/** The partnership's own records, which every member sees; what they may do there, the act of the page says. */
export function pagesOfPartnership(world: World, rules: Record<string, string>): Record<string, Asked[]> {
  const first = <T extends { id: string }>(rows: T[], chosen: (row: T) => boolean = () => true) => rows.find(chosen)!;
  const [agency, group, person] = [first(world.agencies, (row) => row.example), first(world.groups, (row) => row.example && row.kind === 'engine_room'), first(world.persons, (row) => row.name === 'Priya Nair')];
  const membership = first(world.memberships, (row) => row.personId === person.id);
  const [meeting, decision] = [first(world.meetings, (row) => row.groupId === group.id && row.heldOn !== null), first(world.meeting_decisions, (row) => row.groupId === group.id)];
  const ids: Record<string, [string, (one: Person) => boolean]> = {
    '/partnership/agencies/': [agency.id, ({ model }) => model.sees('agencies', agency)],
    '/groups/': [group.id, ({ model }) => model.sees('groups', group)],
    '/partnership/people/': [person.id, ({ model }) => model.sees('persons', person)],
  };
  const absent = '00000000-0000-4000-8000-000000000000';
  return Object.fromEntries(
    Object.entries(rules).flatMap(([route, rule]): [string, Asked[]][] => {
      const [, [id, seen] = ['', () => false]] = Object.entries(ids).find(([start]) => route.startsWith(`${start}[id]`)) ?? [];
      if (!id) return [];
      // Cover is set for oneself, or by the business unit.
      const may = (one: Person) => rule === 'signed-in' || (one.may(rule as Act) && (!route.endsWith('/cover') || one.holds('BU') || one.personId === person.id));
      const path = (of: string, more: string, reference: string) => route.replace('[id]', of).replace('[membership]', more).replace('[meeting]', more).replace('[reference]', reference);
      const seesWhatFollows = ({ model }: Person) =>
        (!route.includes('[membership]') || model.sees('memberships', membership)) && (!route.includes('[meeting]') || model.sees('meetings', meeting)) &&
        (!route.includes('[reference]') || model.sees('meeting_decisions', decision)) && (route !== '/groups/[id]/decisions' || model.sees('meetings', meeting));
      return [[route, [{ path: path(id, route.includes('[meeting]') ? meeting.id : membership.id, decision.reference), isThereFor: (one) => may(one) && seen(one) && seesWhatFollows(one) }, ...(rule === 'signed-in' ? [{ path: path(absent, absent, 'D-99999'), isThereFor: () => false }] : [])]]];
    }),
  );
}

/** For one review, which of its pages are there for whom. */
export function pagesOfReview(world: World, today: string, reviewId: string): Record<string, Asked> {
  const source = world.sources.find((one) => one.id === reviewId)!;
  const review = world.reviews.find((one) => one.id === reviewId)!;
  const notification = world.notifications.find((one) => one.reviewId === reviewId);
  const rapid = world.rapid_reviews.find((one) => one.reviewId === reviewId);
  const hasClock = world.clocks.some((one) => one.reviewId === reviewId);
  const page = (rest: string, isThereFor: Asked['isThereFor']): Asked => ({ path: `/reviews/${source.reference}${rest}`, isThereFor });
  const worked = (rest: string, isReady: boolean) => page(rest, (person) => isReady && works(world, today, person, reviewId));
  return {
    '/reviews/[reference]': page('', ({ model }) => model.sees('reviews', review)),
    '/reviews/[reference]/history': page('/history', ({ model }) => model.sees('reviews', review)),
    '/reviews/[reference]/conflict': page('/conflict', ({ model }) => model.sees('reviews', review)),
    '/reviews/[reference]/decision': page('/decision', ({ model }) => review.kind === 'rapid_review' && rapid !== undefined && model.sees('reviews', review) && model.sees('rapid_reviews', rapid)),
    '/reviews/[reference]/notification': worked('/notification', notification !== undefined),
    '/reviews/[reference]/open': worked('/open', notification !== undefined && rapid === undefined),
    '/reviews/[reference]/facts': worked('/facts', rapid !== undefined),
    '/reviews/[reference]/criteria': worked('/criteria', rapid !== undefined),
    '/reviews/[reference]/agencies': worked('/agencies', rapid !== undefined),
    '/reviews/[reference]/clock': worked('/clock', hasClock),
    '/reviews/[reference]/identity': page('/identity', (person) => notification !== undefined && person.model.sees('identities', { id: reviewId, reviewId, subject: 'child', sealed: '', keyId: '' })),
  };
}
