import type { GroupKind } from '@/lib/groups/queries';
import type { Membership } from '@/lib/access/labels';

/** The words on screen for coded values, in the order in which they are listed. */

export const groupKindNames: Record<GroupKind, string> = {
  executive: 'Executive',
  engine_room: 'Engine Room',
  task_and_finish: 'Task-and-finish group',
  other: 'Another group',
};

/** The fields of the form, as it calls them and as they are told to somebody who typed over an older version. */
export const groupFields = {
  name: 'Name',
  purpose: 'What is it for?',
  cadence: 'How often does it meet?',
  cadenceWeeks: 'Weeks between meetings',
  cadenceMonths: 'Or months between meetings',
  chairedBy: 'How is it chaired?',
  startedOn: 'First day',
  endedOn: 'Last day',
} as const;

/** What somebody can be in a group of each kind, and what it is called there. */
export const capacitiesOf: Record<GroupKind, Partial<Record<Membership, string>>> = {
  executive: { EX: 'Executive member', CH: 'Chair' },
  engine_room: { ER: 'Engine Room member', CH: 'Chair' },
  task_and_finish: { TF: 'Member', TC: 'Task-and-finish chair', CH: 'Chair with the group’s decisions' },
  other: { TF: 'Member', CH: 'Chair' },
};
