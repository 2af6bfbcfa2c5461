import 'server-only';
import { and, asc, eq, or } from 'drizzle-orm';
import { groupKinds, groups, membershipRows, type GroupKind } from '@/db/schema';
import { foundOr404, type ReadContext } from '@/lib/access/context';
import { formatDateIfAny } from '@/lib/dates/calendar-date';
import { sideBySide, type Theirs } from '@/lib/forms/conflict';
import type { ChangeGroupInput } from '@/lib/groups/input';
import { groupFields } from '@/lib/groups/labels';
import { listMemberships, type MembershipShown } from '@/lib/partnership/memberships/queries';
import { isId } from '@/lib/partnership/rules';

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

export type GroupShown = GroupListed & {
  cadenceWeeks: number | null;
  cadenceMonths: number | null;
  /** Everybody who is or was in it, as far as the reader may see memberships. */
  members: MembershipShown[];
  version: number;
};

/**
 * A group and who is in it: chairs and members of the group itself, and for the Executive and the Engine Room those who hold
 * that membership. Invented people belong to invented groups, and the others to the others.
 */
export async function getGroup(ctx: ReadContext, id: string): Promise<GroupShown> {
  const listed = foundOr404((await listGroups(ctx)).find((group) => group.id === id), 'group');
  const [row] = isId(id) ? await ctx.tx.select().from(groups).where(eq(groups.id, id)) : [];
  const inIt = or(
    eq(membershipRows.groupId, id),
    listed.kind === 'executive' ? eq(membershipRows.membership, 'EX') : undefined,
    listed.kind === 'engine_room' ? eq(membershipRows.membership, 'ER') : undefined,
  );
  const members = await listMemberships(ctx, and(inIt));
  return {
    ...listed, cadenceWeeks: row?.cadenceWeeks ?? null, cadenceMonths: row?.cadenceMonths ?? null, version: row?.version ?? 1,
    members: members.filter((member) => member.groupId === id || member.example === listed.example),
  };
}

/** What a group is now, beside what somebody typed over an older version of it. */
export async function groupAsItIs(ctx: ReadContext, input: ChangeGroupInput): Promise<Theirs> {
  const group = await getGroup(ctx, input.groupId);
  const inWords = (answers: Pick<GroupShown, keyof typeof groupFields>): Record<keyof typeof groupFields, string> => ({
    name: answers.name, purpose: answers.purpose ?? '', cadence: answers.cadence ?? '', cadenceWeeks: answers.cadenceWeeks?.toString() ?? '', cadenceMonths: answers.cadenceMonths?.toString() ?? '', chairedBy: answers.chairedBy ?? '',
    startedOn: formatDateIfAny(answers.startedOn), endedOn: formatDateIfAny(answers.endedOn),
  });
  return { version: group.version, fields: sideBySide(groupFields, inWords(group), inWords(input)) };
}
