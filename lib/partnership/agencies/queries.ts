import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { agencyNames } from '@/db/schema';
import { foundOr404, type ReadContext } from '@/lib/access/context';
import type { Theirs } from '@/lib/access/form-action';
import { formatDate } from '@/lib/dates/calendar-date';
import { listAgencies, type AgencyListed } from '@/lib/partnership/queries';

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

/** What an agency holds now, for somebody who typed over an older version of it. */
export async function agencyAsItIs(ctx: ReadContext, { agencyId }: { agencyId: string }): Promise<Theirs> {
  const agency = await getAgency(ctx, agencyId);
  return {
    version: agency.version,
    fields: [
      { name: 'kind', label: 'Kind', value: agency.kind },
      { name: 'area', label: 'Area', value: agency.area },
      { name: 'fromOn', label: 'First day', value: agency.fromOn ? formatDate(agency.fromOn) : '' },
      { name: 'toOn', label: 'Last day', value: agency.toOn ? formatDate(agency.toOn) : '' },
    ],
  };
}
