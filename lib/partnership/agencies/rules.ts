import { addDays, asCalendarDate, type CalendarDate } from '@/lib/dates/calendar-date';
import type { Issue } from '@/lib/forms/state';

type Placed = { id: string; parentId: string | null };

/** What stops an agency from standing under another: a tree has no rings, and nothing stands under itself. */
export function whatStopsPlacing(agencyId: string, parentId: string | null, all: readonly Placed[]): Issue[] {
  if (parentId === agencyId) return [{ field: 'parentId', message: 'Choose another agency: it cannot be part of itself' }];
  const parentOf = new Map(all.map((agency) => [agency.id, agency.parentId]));
  for (let above = parentId; above; above = parentOf.get(above) ?? null) {
    if (above === agencyId) return [{ field: 'parentId', message: 'Choose an agency that is not itself part of this one' }];
  }
  return [];
}

type DatedName = { name: string; fromOn: string | null; toOn: string | null };

/** What stops a new name: it must be new, and begin after the one before it. */
export function whatStopsRenaming(names: readonly DatedName[], next: { name: string; fromOn: CalendarDate }): Issue[] {
  const last = lastName(names);
  if (last?.name === next.name) return [{ field: 'name', message: 'Enter the new name: this is what it is called already' }];
  if (last?.fromOn && last.fromOn >= next.fromOn) return [{ field: 'nameFromOn', message: 'Enter a day after the first day of the name before it' }];
  return [];
}

export function lastName<Name extends DatedName>(names: readonly Name[]): Name | undefined {
  return [...names].sort((a, b) => ((a.fromOn ?? '') < (b.fromOn ?? '') ? -1 : 1)).at(-1);
}

/** The last day of the name before one that begins on a day. */
export function dayBefore(fromOn: string): CalendarDate {
  return addDays(asCalendarDate(fromOn), -1);
}

type Ending = { agencyId: string; fromOn: string | null; toOn: string; successorId: string | null };

/** What stops an agency from ending: dates the wrong way round, or a successor that is itself, or that it succeeds. */
export function whatStopsEnding(ending: Ending, all: readonly { id: string; successorId: string | null }[]): Issue[] {
  const issues: Issue[] = [];
  if (ending.fromOn && ending.toOn < ending.fromOn) issues.push({ field: 'toOn', message: 'Enter a last day that is not before its first day' });
  const successorOf = new Map(all.map((agency) => [agency.id, agency.successorId]));
  for (let next = ending.successorId; next; next = successorOf.get(next) ?? null) {
    if (next === ending.agencyId) {
      issues.push({ field: 'successorId', message: 'Choose another agency: this one cannot come after itself' });
      break;
    }
  }
  return issues;
}
