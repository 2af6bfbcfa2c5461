import type { GroupKind } from '@/lib/groups/queries';

/** The words on screen for coded values, in the order in which they are listed. */

export const groupKindNames: Record<GroupKind, string> = {
  executive: 'Executive',
  engine_room: 'Engine Room',
  task_and_finish: 'Task-and-finish group',
  other: 'Another group',
};
