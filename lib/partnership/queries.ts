import 'server-only';
import { and, asc, desc, eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { agencies, agencyKinds, agencyNames, persons, posts, priorities, type AgencyKind, type Area, type PriorityKind, type RecordBasis } from '@/db/schema';
import type { ReadContext } from '@/lib/access/context';
import type { CalendarDate } from '@/lib/dates/calendar-date';
import { agencyKindPlurals, areaNames } from '@/lib/partnership/labels';
import { groupedBy, isCurrent, nameOn } from '@/lib/partnership/rules';

export type { AgencyKind, Area, PriorityKind, RecordBasis };

/** The latest name of an agency, for a select. A column given here says its table: in a query of one table it would otherwise be taken for the inner one's. */
export const latestNameOfAgency = (id: SQLWrapper) => sql<string>`(select n.name from ${agencyNames} n where n.agency_id = ${id} order by n.from_on desc nulls last limit 1)`;

/** The name that an agency had on a day, or where none is of that day the latest, for a select: the twin of `nameOn`. */
export const nameOfAgencyOn = (id: SQLWrapper, day: SQL | CalendarDate) => sql<string>`(
  select n.name from ${agencyNames} n where n.agency_id = ${id}
   order by coalesce(n.from_on, '-infinity') <= (${day})::date and coalesce(n.to_on, 'infinity') >= (${day})::date desc, n.from_on desc nulls last limit 1)`;

/** Whether something dated is not over on a day, in a select. It may be yet to begin. */
export const notOver = ({ toOn }: { toOn: AnyPgColumn }, day: string) => sql<boolean>`(${toOn} is null or ${toOn} >= ${day})`;

/** Whether something dated holds on a day, or on one of the days up to another, in a select: the twin of `isCurrent` and `overlap`. */
export const inForce = (dated: { fromOn: AnyPgColumn; toOn: AnyPgColumn }, from: string, to = from) =>
  sql<boolean>`((${dated.fromOn} is null or ${dated.fromOn} <= ${to}) and ${notOver(dated, from)})`;

export type AgencyListed = {
  id: string;
  /** As it is called today. */
  name: string;
  kind: AgencyKind;
  parentId: string | null;
  parentName: string | null;
  successorId: string | null;
  successorName: string | null;
  area: Area;
  /** A local authority: it notifies serious incidents of its area. */
  isCouncil: boolean;
  fromOn: string | null;
  toOn: string | null;
  isCurrent: boolean;
  example: boolean;
  recordBasis: RecordBasis;
  document: string | null;
  documentPage: string | null;
  version: number;
};

/** All agencies in the order of the tree: by kind, then by place in the list, each before those below it. */
export async function listAgencies(ctx: ReadContext, filter: { onlyExample?: boolean; current?: boolean } = {}): Promise<AgencyListed[]> {
  const rows = await ctx.tx.select().from(agencies).orderBy(asc(agencies.position));
  const names = groupedBy(await ctx.tx.select().from(agencyNames), (name) => name.agencyId);
  const called = new Map(rows.map((row) => [row.id, nameOn(names.get(row.id) ?? [], ctx.today)]));
  const all = rows.map((row): AgencyListed => ({
    id: row.id, name: called.get(row.id)!, kind: row.kind, area: row.area, isCouncil: row.isCouncil,
    parentId: row.parentId, parentName: row.parentId && (called.get(row.parentId) ?? null),
    successorId: row.successorId, successorName: row.successorId && (called.get(row.successorId) ?? null),
    fromOn: row.fromOn, toOn: row.toOn, isCurrent: isCurrent(row, ctx.today), example: row.example,
    recordBasis: row.recordBasis, document: row.document, documentPage: row.documentPage, version: row.version,
  }));
  return inTreeOrder(all, rows.map((row) => row.id))
    .filter((agency) => (filter.onlyExample === undefined || agency.example === filter.onlyExample) && (!filter.current || agency.isCurrent));
}

function inTreeOrder(all: AgencyListed[], byPosition: string[]): AgencyListed[] {
  const place = new Map(byPosition.map((id, index) => [id, index]));
  const below = groupedBy(all, (agency) => agency.parentId ?? '');
  const sorted = (some: AgencyListed[]) =>
    some.toSorted((a, b) => agencyKinds.indexOf(a.kind) - agencyKinds.indexOf(b.kind) || place.get(a.id)! - place.get(b.id)! || a.name.localeCompare(b.name));
  const walk = (parent: string): AgencyListed[] => sorted(below.get(parent) ?? []).flatMap((agency) => [agency, ...walk(agency.id)]);
  return walk('');
}

/** What every agency is called today, by its id. */
export async function namesOfAgencies(ctx: ReadContext): Promise<Map<string, string>> {
  return new Map((await listAgencies(ctx)).map((agency) => [agency.id, agency.name]));
}

export type AgencyOption = { value: string; label: string; group: string; kind: AgencyKind; example: boolean };

/** Agencies as the options of a select, grouped by kind: those there are today, unless `also` names others to keep. */
export async function listAgencyOptions(ctx: ReadContext, filter: { kinds?: AgencyKind[]; onlyExample?: boolean; also?: (string | null)[] } = {}): Promise<AgencyOption[]> {
  const all = await listAgencies(ctx, { onlyExample: filter.onlyExample });
  return all
    .filter((agency) => (agency.isCurrent && (!filter.kinds || filter.kinds.includes(agency.kind))) || filter.also?.includes(agency.id))
    .sort((a, b) => agencyKinds.indexOf(a.kind) - agencyKinds.indexOf(b.kind))
    .map((agency) => ({
      value: agency.id, label: agency.parentName ? `${agency.name} (${agency.parentName})` : agency.name,
      group: agencyKindPlurals[agency.kind], kind: agency.kind, example: agency.example,
    }));
}

/** The names of all agencies, as they are called today, and of people, by their ids: for what names them by id alone. */
export async function listNames(ctx: ReadContext): Promise<Map<string, string>> {
  const [called, people] = await Promise.all([namesOfAgencies(ctx), ctx.tx.select({ id: persons.id, name: persons.name }).from(persons)]);
  return new Map([...called, ...people.map((person) => [person.id, person.name] as const)]);
}

/** The councils there are today, by area, as the options of who notifies a serious incident; and the one that did, if it is no more. */
export async function listCouncilOptions(ctx: ReadContext, filter: { onlyExample?: boolean; also?: string } = {}): Promise<{ value: string; label: string; group: string }[]> {
  const all = await listAgencies(ctx, { onlyExample: filter.onlyExample });
  return all.filter((agency) => (agency.isCouncil && agency.isCurrent) || agency.id === filter.also).map((agency) => ({ value: agency.id, label: agency.name, group: areaNames[agency.area] }));
}

export type PersonOption = { value: string; label: string; name: string; example: boolean };

/**
 * Who may be named as the owner of an action: whoever has a post today, of the invented or of the real people as the partnership's own records are. Not
 * those whose membership owns nothing.
 */
export async function listOwnerOptions(ctx: ReadContext): Promise<PersonOption[]> {
  const [people, inPosts, [never]] = await Promise.all([
    listPersonOptions(ctx, { onlyExample: ctx.actor.partnership.isDemonstration }),
    ctx.tx.selectDistinct({ id: posts.personId }).from(posts).where(inForce(posts, ctx.today)),
    ctx.tx.execute<{ ids: string[] }>(sql`select app.people_without_actions()::text[] as ids`),
  ]);
  const has = new Set(inPosts.map((post) => post.id));
  return people.filter((person) => has.has(person.value) && !never!.ids.includes(person.value));
}

/** People as the options of a select, with the post and agency that tell two of one name apart. */
export async function listPersonOptions(ctx: ReadContext, filter: { agencyId?: string; onlyExample?: boolean } = {}): Promise<PersonOption[]> {
  const called = await namesOfAgencies(ctx);
  const rows = await ctx.tx
    .select({ id: persons.id, name: persons.name, example: persons.example, title: posts.title, agencyId: posts.agencyId })
    .from(persons)
    .leftJoin(posts, and(eq(posts.personId, persons.id), inForce(posts, ctx.today)))
    .orderBy(asc(persons.name), asc(posts.fromOn));
  const options = new Map<string, PersonOption>();
  for (const row of rows) {
    if (options.has(row.id) || (filter.agencyId && row.agencyId !== filter.agencyId) || (filter.onlyExample !== undefined && row.example !== filter.onlyExample)) continue;
    const post = row.title && `${row.title}, ${called.get(row.agencyId!) ?? 'agency not stated'}`;
    options.set(row.id, { value: row.id, label: post ? `${row.name} (${post})` : row.name, name: row.name, example: row.example });
  }
  return [...options.values()];
}

/** What a person is called; nothing where nobody was chosen. */
export async function nameOfPerson(ctx: ReadContext, id: string | null): Promise<string> {
  const [row] = id ? await ctx.tx.select({ name: persons.name }).from(persons).where(eq(persons.id, id)) : [];
  return row?.name ?? '';
}

export type PriorityListed = { id: string; reportingYear: string; number: number; kind: PriorityKind; title: string; example: boolean; document: string | null; documentPage: string | null };

/** What the partnership set itself, latest year first. */
export async function listPriorities(ctx: ReadContext): Promise<PriorityListed[]> {
  return ctx.tx
    .select({
      id: priorities.id, reportingYear: priorities.reportingYear, number: priorities.number, kind: priorities.kind, title: priorities.title,
      example: priorities.example, document: priorities.document, documentPage: priorities.documentPage,
    })
    .from(priorities)
    .orderBy(desc(priorities.reportingYear), asc(priorities.number));
}
