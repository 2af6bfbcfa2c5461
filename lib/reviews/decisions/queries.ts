import 'server-only';
import { and, asc, desc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { actions, agencies, covers, decisions, decisionViews, groups, membershipRows, persons, recommendations, sources, subjectOf } from '@/db/schema';
import { foundOr404, type ReadContext } from '@/lib/access/context';
import { findDraft, type Draft } from '@/lib/drafts/drafts';
import { inForce, latestNameOfAgency, notOver } from '@/lib/partnership/queries';
import { isId } from '@/lib/partnership/rules';
import { canGiveView, canRecordViewFor, canSettle, chairsExecutive } from '@/lib/reviews/decisions/policy';
import { draftNames, settlementOf, standingOf, type Matter } from '@/lib/reviews/decisions/rules';
import { findSteppingBack, listInterests, listSteppedBackFrom } from '@/lib/reviews/interests/queries';
import { whoStays } from '@/lib/reviews/interests/rules';

export type Decision = Awaited<ReturnType<typeof listDecisions>>[number];

/** What a decision is about, as the plan and the register call it: a recommendation, an action, or else the review. */
const about = {
  reference: sql<string>`coalesce(${recommendations.reference}, ${actions.reference}, ${sources.reference})`,
  title: sql<string>`coalesce(${recommendations.text}, ${actions.title}, ${sources.title})`,
};

/** The decisions of one review on one matter, newest first, each with the safeguarding partners' views. */
export async function listDecisions(ctx: ReadContext, { reviewId, matter }: { reviewId: string; matter: Matter }) {
  return listWhere(ctx, and(eq(decisions.reviewId, reviewId), eq(decisions.matter, matter)));
}

async function listWhere(ctx: ReadContext, where: SQL | undefined) {
  const chair = alias(persons, 'chair');
  const rows = await ctx.tx
    .select({ decision: decisions, chairedBy: chair.name, ...about, reviewReference: sources.reference, reviewTitle: sources.title, isOnMyList: sql<boolean>`coalesce(${decisions.reviewId} = any (app.my_reviews('decisions', 'change')), false)` })
    .from(decisions)
    .leftJoin(chair, eq(chair.id, decisions.chairedById))
    .leftJoin(sources, eq(sources.id, decisions.reviewId))
    .leftJoin(recommendations, eq(recommendations.id, decisions.recommendationId))
    .leftJoin(actions, eq(actions.id, decisions.actionId))
    .where(where)
    .orderBy(desc(decisions.recordedAt));
  const views = await listViews(ctx, rows.map((row) => row.decision.id));
  return rows.map(({ decision, ...row }) => ({ ...decision, ...row, views: views.filter((view) => view.decisionId === decision.id) }));
}

async function listViews(ctx: ReadContext, decisionIds: string[]) {
  if (decisionIds.length === 0) return [];
  const giver = alias(persons, 'giver');
  const owner = alias(persons, 'owner');
  const recorder = alias(persons, 'recorder');
  return ctx.tx
    .select({ id: decisionViews.id, version: decisionViews.version, decisionId: decisionViews.decisionId, agencyId: decisionViews.agencyId, agency: latestNameOfAgency(decisionViews.agencyId), view: decisionViews.view, reason: decisionViews.reason, givenOn: decisionViews.givenOn, how: decisionViews.how, howNote: decisionViews.howNote, givenById: decisionViews.givenById, givenBy: giver.name, givenFor: owner.name, recordedBy: recorder.name })
    .from(decisionViews)
    .leftJoin(giver, eq(giver.id, decisionViews.givenById))
    .leftJoin(owner, eq(owner.id, decisionViews.givenForId))
    .leftJoin(recorder, eq(recorder.id, decisionViews.recordedById))
    .where(inArray(decisionViews.decisionId, decisionIds))
    .orderBy(asc(decisionViews.recordedAt));
}

/** A decision with those it took the place of, or that took its place: the one that stands, and the earlier ones. Its reading is noted at `place`. */
export async function getDecision(ctx: ReadContext, id: string, place = '/decisions/[id]') {
  const [asked] = isId(id) ? await ctx.tx.select({ matter: decisions.matter, subject: sql<string>`${subjectOf(decisions)}`, reviewId: decisions.reviewId }).from(decisions).where(eq(decisions.id, id)) : [];
  const { matter, subject, reviewId } = foundOr404(asked, 'decision');
  const chain = await listWhere(ctx, and(eq(decisions.matter, matter), sql`${subjectOf(decisions)} = ${subject}`));
  await ctx.recordView({ kind: 'opened', place, sensitivity: 'case', reviewIds: reviewId ? [reviewId] : [] });
  const decision = foundOr404(standingOf(chain), 'decision');
  return { ...decision, earlier: chain.filter((one) => one !== decision) };
}

export type Partner = { id: string; name: string; deciders: { personId: string; name: string; /** Whose vote it is, where they stand in for its decision-maker. */ deputyForId: string | null }[] };

/** The safeguarding partners who must answer: all of them that are current; invented ones for an invented record. Each with its decision-makers, then their deputies. */
export async function listPartners(ctx: ReadContext, about: { example: boolean }): Promise<Partner[]> {
  const rows = await ctx.tx
    .select({ id: agencies.id, name: latestNameOfAgency(agencies.id), personId: sql<string | null>`decider.person_id`, deputyForId: sql<string | null>`decider.deputy_for_id`, person: persons.name })
    .from(agencies)
    .leftJoin(sql`app.partner_deciders() as decider`, sql`decider.agency_id = ${agencies.id}`)
    .leftJoin(persons, sql`${persons.id} = decider.person_id`)
    .where(and(eq(agencies.kind, 'safeguarding_partner'), eq(agencies.example, about.example), notOver(agencies, ctx.today)))
    .orderBy(asc(agencies.position), asc(agencies.id), sql`decider.deputy_for_id nulls first`, asc(persons.name));
  const partners = new Map<string, Partner>();
  for (const row of rows) {
    const partner = partners.get(row.id) ?? { id: row.id, name: row.name, deciders: [] };
    if (row.personId && row.person) partner.deciders.push({ personId: row.personId, name: row.person, deputyForId: row.deputyForId });
    partners.set(row.id, partner);
  }
  return [...partners.values()];
}

/** Who chaired the Executive or stood in for its chair on any of these days: for the business unit, which may record what a chair decided. */
export async function listChairs(ctx: ReadContext, from: string, to = from): Promise<{ value: string; label: string }[]> {
  const chairs = ctx.tx.select({ id: membershipRows.personId }).from(membershipRows).innerJoin(groups, and(eq(groups.id, membershipRows.groupId), eq(groups.kind, 'executive')))
    .where(and(eq(membershipRows.membership, 'CH'), inForce(membershipRows, from, to)));
  const deputies = ctx.tx.select({ id: covers.byPersonId }).from(covers).where(and(eq(covers.membership, 'CH'), inArray(covers.personId, chairs), inForce(covers, from, to)));
  return ctx.tx.select({ value: persons.id, label: persons.name }).from(persons).where(or(inArray(persons.id, chairs), inArray(persons.id, deputies))).orderBy(asc(persons.name));
}

/** What of a decision is the reader's to do. `since` is the day from which somebody may have chaired it. */
export async function findDecisionRights(ctx: ReadContext, { partners, puts, since, about }: { partners: Partner[]; puts: boolean; since: string; about: { reviewId: string | null } }) {
  const steppedBack = about.reviewId ? await findSteppingBack(ctx, about.reviewId) : null;
  return {
    /** Who has declared an interest and decides all the same: told beside it. */
    interested: about.reviewId ? whoStays(await listInterests(ctx, about.reviewId)) : [],
    /** Where they do not decide on this review: who acts for them. */
    steppedBack,
    /** The partners whose view is theirs to give. */
    own: steppedBack ? [] : partners.filter((partner) => canGiveView(ctx.actor, partner.id)).map((partner) => partner.id),
    /** Records what a partner said elsewhere. */
    records: canRecordViewFor(ctx.actor),
    settles: canSettle(ctx.actor) && !(steppedBack && chairsExecutive(ctx.actor)),
    /** Puts it to the partners, and puts it to them again. */
    puts,
    /** Whom the business unit may record the outcome for; nobody where the reader is the chair. */
    chairs: chairsExecutive(ctx.actor) ? [] : await listChairs(ctx, since, ctx.today),
  };
}
export type DecisionRights = Awaited<ReturnType<typeof findDecisionRights>>;

/** What the reader has typed into a decision's forms and not sent, by the name of the form. */
export async function findDecisionDrafts(ctx: ReadContext, decision: { id: string; reference: string }, partners: Partner[]): Promise<Map<string, Draft | null>> {
  const names = draftNames(decision);
  const forms = [...partners.map(names.view), names.settle, names.supersede];
  return new Map(await Promise.all(forms.map(async (form) => [form, await findDraft(ctx, form)] as const)));
}

export type DecisionWaiting = {
  id: string;
  matter: Matter;
  /** The review's, the recommendation's or the action's. */
  reference: string;
  title: string;
  example: boolean;
  openedOn: string;
  recommendedOutcome: string;
  /** The safeguarding partners whose view is still to come. With none the views differ, or one was not given: the chair of the Executive records the outcome. */
  missing: string[];
  /** What of it is the reader's to do. */
  todo: 'view' | 'outcome' | null;
};

/** Decisions without an outcome: what each waits for, and whether that is the reader's to give. */
export async function listOpenDecisions(ctx: ReadContext): Promise<DecisionWaiting[]> {
  const rows = await ctx.tx
    .select({ id: decisions.id, matter: decisions.matter, reviewId: decisions.reviewId, openedOn: decisions.openedOn, recommendedOutcome: decisions.recommendedOutcome, example: decisions.example, ...about })
    .from(decisions)
    .leftJoin(sources, eq(sources.id, decisions.reviewId)).leftJoin(recommendations, eq(recommendations.id, decisions.recommendationId)).leftJoin(actions, eq(actions.id, decisions.actionId))
    .where(isNull(decisions.outcome)).orderBy(asc(decisions.openedOn));
  if (rows.length === 0) return [];
  await ctx.recordView({ kind: 'listed', place: '/', sensitivity: 'case', reviewIds: rows.flatMap((row) => row.reviewId ?? []) });
  const given = await ctx.tx.select({ decisionId: decisionViews.decisionId, agencyId: decisionViews.agencyId, view: decisionViews.view }).from(decisionViews).where(inArray(decisionViews.decisionId, rows.map((row) => row.id)));
  const votes = ctx.actor.memberships.flatMap((held) => held.votesForAgencyId ?? []);
  const steppedBackFrom = await listSteppedBackFrom(ctx);
  const partnersOf = new Map<boolean, Partner[]>();
  for (const example of new Set(rows.map((row) => row.example))) partnersOf.set(example, await listPartners(ctx, { example }));
  return rows.map(({ reviewId, ...row }) => {
    const partners = partnersOf.get(row.example) ?? [];
    const settlement = settlementOf(partners, given.filter((view) => view.decisionId === row.id));
    const missing = settlement.kind === 'waiting' ? settlement.missing : [];
    const isMine = partners.some((partner) => missing.includes(partner.name) && votes.includes(partner.id));
    const decides = reviewId === null || !steppedBackFrom.includes(reviewId);
    return { ...row, missing, todo: !decides ? null : isMine ? 'view' : settlement.kind === 'chair' && canSettle(ctx.actor) ? 'outcome' : null };
  });
}
