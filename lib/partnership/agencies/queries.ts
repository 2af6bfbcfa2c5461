import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { agencyNames } from '@/db/schema';
import { foundOr404, type ReadContext } from '@/lib/access/context';
import { formatDate, formatDateIfAny } from '@/lib/dates/calendar-date';
import { sideBySide, type Theirs } from '@/lib/forms/conflict';
import type { ChangeAgencyInput, EndAgencyInput, RenameAgencyInput } from '@/lib/partnership/agencies/input';
import { agencyEndFields, agencyFields, agencyNameFields } from '@/lib/partnership/agencies/labels';
import { lastName } from '@/lib/partnership/agencies/rules';
import { agencyKindNames, areaNames } from '@/lib/partnership/labels';
import { listAgencies, namesOfAgencies, type AgencyListed } from '@/lib/partnership/queries';

export type AgencyShown = AgencyListed & {
  names: { id: string; name: string; fromOn: string | null; toOn: string | null }[];
  below: AgencyListed[];
  /** Whose duties it took on. */
  before: AgencyListed[];
};

export async function getAgency(ctx: ReadContext, id: string): Promise<AgencyShown> {
  const all = await listAgencies(ctx);
  const agency = foundOr404(all.find((each) => each.id === id), 'agency');
  const names = await ctx.tx
    .select({ id: agencyNames.id, name: agencyNames.name, fromOn: agencyNames.fromOn, toOn: agencyNames.toOn })
    .from(agencyNames).where(eq(agencyNames.agencyId, id)).orderBy(asc(agencyNames.fromOn));
  return { ...agency, names, below: all.filter((each) => each.parentId === id), before: all.filter((each) => each.successorId === id) };
}

/** What an agency is now, beside what somebody typed over an older version of it. */
export async function agencyAsItIs(ctx: ReadContext, input: ChangeAgencyInput): Promise<Theirs> {
  const agency = await getAgency(ctx, input.agencyId);
  const names = await namesOfAgencies(ctx);
  const inWords = (answers: Pick<AgencyListed, keyof typeof agencyFields>) =>
    ({ kind: agencyKindNames[answers.kind], area: areaNames[answers.area], isCouncil: answers.isCouncil ? 'Yes' : 'No', parentId: names.get(answers.parentId ?? '') ?? '', fromOn: formatDateIfAny(answers.fromOn) });
  return { version: agency.version, fields: sideBySide(agencyFields, inWords(agency), inWords(input)) };
}

/** What an agency is called now and since when, beside the new name. */
export async function agencyNameAsItIs(ctx: ReadContext, input: RenameAgencyInput): Promise<Theirs> {
  const agency = await getAgency(ctx, input.agencyId);
  const last = lastName(agency.names);
  return { version: agency.version, fields: sideBySide(agencyNameFields, { name: last?.name ?? '', nameFromOn: formatDateIfAny(last?.fromOn ?? null) }, { name: input.name, nameFromOn: formatDate(input.nameFromOn) }) };
}

/** How the end of an agency is recorded now, beside what somebody would record. */
export async function agencyEndAsItIs(ctx: ReadContext, input: EndAgencyInput): Promise<Theirs> {
  const agency = await getAgency(ctx, input.agencyId);
  const names = await namesOfAgencies(ctx);
  const inWords = (answers: Pick<AgencyListed, keyof typeof agencyEndFields>) => ({ toOn: formatDateIfAny(answers.toOn), successorId: names.get(answers.successorId ?? '') ?? '' });
  return { version: agency.version, fields: sideBySide(agencyEndFields, inWords(agency), inWords(input)) };
}
