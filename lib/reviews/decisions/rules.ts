import { decidedLabels, matterWords, outcomesOf } from '@/lib/reviews/decisions/labels';

export type Matter = keyof typeof outcomesOf;
export type Decided = keyof typeof decidedLabels;

/** Whether a matter can come to this: each has a list of its own. */
export function canComeTo(matter: Matter, outcome: string): boolean {
  return outcome in outcomesOf[matter];
}

export type PartnerView = { agencyId: string; view: Decided | 'not_given' };

export type Settlement =
  | { kind: 'waiting'; missing: string[] }
  /** All the same: the outcome stands. */
  | { kind: 'agreed'; outcome: Decided }
  /** They differ, or one was not given: the chair records the outcome with the reason, and dissent stays visible. */
  | { kind: 'chair'; views: (Decided | 'not_given')[] };

/** What follows from the safeguarding partners' views. `partners` are those who must answer. */
export function settlementOf(partners: { id: string; name: string }[], views: PartnerView[]): Settlement {
  const missing = partners.filter((partner) => !views.some((view) => view.agencyId === partner.id));
  if (missing.length > 0) return { kind: 'waiting', missing: missing.map((partner) => partner.name) };
  const given = views.filter((view) => partners.some((partner) => partner.id === view.agencyId)).map((view) => view.view);
  const [first] = given;
  if (first !== undefined && first !== 'not_given' && given.every((view) => view === first)) return { kind: 'agreed', outcome: first };
  return { kind: 'chair', views: given };
}

/** What is said to whoever has just recorded a view: what it led to, or what is still to come. */
export function saidAfterView(outcome: Decided | null, settlement: Settlement): string {
  if (outcome) return `The view is recorded. It was the last one, and all are the same. Decided: ${decidedLabels[outcome]}.`;
  if (settlement.kind === 'chair') return 'The view is recorded. It was the last one, and they are not all the same: the chair of the Executive records the outcome.';
  return settlement.kind === 'waiting' ? `The view is recorded. Still to come: ${settlement.missing.join(', ')}.` : 'The view is recorded.';
}

/** The decision that stands: the one that no other has taken the place of, settled or not. */
export function standingOf<T extends { id: string; supersedesId: string | null }>(decisions: readonly T[]): T | null {
  return decisions.find((one) => !decisions.some((other) => other.supersedesId === one.id)) ?? null;
}

/** The decisions on one matter, from those of a review. */
export function onMatter<T extends { matter: Matter }>(decisions: readonly T[], matter: Matter): T[] {
  return decisions.filter((one) => one.matter === matter);
}

type About = { id: string; matter: Matter; reference: string };

/** Where a decision is made. A rapid review's has the case above it and what follows from it below; the others are made on a page of their own. */
export function pageOfDecision({ id, matter, reference }: About): string {
  return matter === 'rapid_review_outcome' ? `/reviews/${reference}/decision` : `/decisions/${id}`;
}

/** What those who decide are told: the reference and the matter, nothing of the case. */
export function viewAskedFor({ matter, reference }: Omit<About, 'id'>): string {
  return matter === 'rapid_review_outcome' ? `${reference}: your view is asked for` : `${reference}: your view is asked for on ${matterWords[matter]}`;
}

const short = (id: string) => id.slice(0, 8);

/** The names under which a decision's forms keep what is typed. The reference in them says whose draft it may be: whoever may not see the record finds none. */
export function draftNames({ id, reference }: Omit<About, 'matter'>) {
  const of = `${reference}-${short(id)}`;
  return { view: (partner: { id: string }) => `give-view:${of}-${short(partner.id)}`, settle: `settle-decision:${of}`, supersede: `supersede-decision:${of}` };
}
