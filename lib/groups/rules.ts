import type { Issue } from '@/lib/forms/state';
import type { GroupKind } from '@/lib/groups/queries';

type Named = { id?: string; kind: GroupKind; name: string; startedOn: string | null; endedOn: string | null };

/** What stops a group as it would be saved: there is one Executive and one Engine Room, and two groups never share a name. */
export function whatStopsGroup(group: Named & { cadenceWeeks?: number | null; cadenceMonths?: number | null }, others: readonly (Named & { id: string; isCurrent: boolean })[]): Issue[] {
  const issues: Issue[] = [];
  const beside = others.filter((other) => other.id !== group.id && other.isCurrent);
  if (beside.some((other) => other.name.toLowerCase() === group.name.toLowerCase())) issues.push({ field: 'name', message: 'Enter another name: there is a group of this name already' });
  const only = group.id === undefined && (group.kind === 'executive' || group.kind === 'engine_room') && beside.some((other) => other.kind === group.kind);
  if (only) issues.push({ field: 'kind', message: `Choose another kind: there is ${group.kind === 'executive' ? 'an Executive' : 'an Engine Room'} already` });
  if (group.cadenceWeeks && group.cadenceMonths) issues.push({ field: 'cadenceMonths', message: 'Enter the weeks or the months between meetings: not both' });
  if (group.startedOn && group.endedOn && group.endedOn < group.startedOn) issues.push({ field: 'endedOn', message: 'Enter a last day that is not before the first day' });
  return issues;
}
