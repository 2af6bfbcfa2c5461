import 'server-only';
import { asc } from 'drizzle-orm';
import { groupKinds, groups, type GroupKind } from '@/db/schema';
import type { ReadContext } from '@/lib/access/context';

export type { GroupKind };

export type GroupListed = {
  id: string;
  kind: GroupKind;
  name: string;
  purpose: string | null;
  cadence: string | null;
  chairedBy: string | null;
  startedOn: string | null;
  endedOn: string | null;
  isCurrent: boolean;
  example: boolean;
  document: string | null;
  documentPage: string | null;
};

/** The groups: the Executive first, then the Engine Room, then the rest by name. */
export async function listGroups(ctx: ReadContext, filter: { onlyExample?: boolean; current?: boolean } = {}): Promise<GroupListed[]> {
  const rows = await ctx.tx.select().from(groups).orderBy(asc(groups.name));
  return rows
    .map((row): GroupListed => ({
      id: row.id, kind: row.kind, name: row.name, purpose: row.purpose, cadence: row.cadence, chairedBy: row.chairedBy, startedOn: row.startedOn, endedOn: row.endedOn,
      isCurrent: row.endedOn === null || row.endedOn >= ctx.today, example: row.example, document: row.document, documentPage: row.documentPage,
    }))
    .filter((group) => (filter.onlyExample === undefined || group.example === filter.onlyExample) && (!filter.current || group.isCurrent))
    .sort((a, b) => groupKinds.indexOf(a.kind) - groupKinds.indexOf(b.kind));
}

export type GroupOption = { value: string; label: string; kind: GroupKind; example: boolean };

/** Groups as the options of a select: those there are today, unless `also` names others to keep. */
export async function listGroupOptions(ctx: ReadContext, filter: { onlyExample?: boolean; also?: (string | null)[] } = {}): Promise<GroupOption[]> {
  const all = await listGroups(ctx, { onlyExample: filter.onlyExample });
  return all.filter((group) => group.isCurrent || filter.also?.includes(group.id)).map((group) => ({ value: group.id, label: group.name, kind: group.kind, example: group.example }));
}
