import { z } from 'zod';
import { oneOf, optionalDay, optionalText, text, typedDay, version } from '@/lib/forms/readers';
import { groupKindNames } from '@/lib/groups/labels';

const between = (what: string, most: number) => z.string().trim().optional().transform((typed, ctx): number | null => {
  if (!typed) return null;
  const number = Number(typed);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  ctx.addIssue({ code: 'custom', message: `Enter a whole number of ${what} from 1 to ${most}, or leave it empty` });
  return z.NEVER;
});

const about = {
  name: text('Enter the name of the group', 200),
  purpose: optionalText(2000),
  cadence: optionalText(200),
  cadenceWeeks: between('weeks', 52),
  cadenceMonths: between('months', 12),
  chairedBy: optionalText(200),
  startedOn: optionalDay('Enter the first day of the group'),
};

export const addGroupInput = z.object({ kind: oneOf(groupKindNames, 'Choose what kind of group it is'), ...about });
export type AddGroupInput = z.output<typeof addGroupInput>;

export const changeGroupInput = z.object({ groupId: z.uuid(), ...about, endedOn: optionalDay('Enter the last day of the group'), version });
export type ChangeGroupInput = z.output<typeof changeGroupInput>;

const capacities = ['EX', 'ER', 'CH', 'TF', 'TC'] as const;

/** Somebody joins a group: a membership like any other, granted from the group's page. */
export const addMemberInput = z.object({
  groupId: z.uuid(),
  personId: z.uuid('Choose a person'),
  membership: z.enum(capacities, { error: 'Choose what they are in the group' }),
  fromOn: typedDay('Enter the first day, for example today'),
  toOn: optionalDay('Enter the last day'),
}).transform(({ groupId, ...input }) => ({
  ...input, ofGroup: groupId, agencyId: null, includesBelow: false, sourceId: null, votesForAgencyId: null,
  groupId: input.membership === 'EX' || input.membership === 'ER' ? null : groupId,
}));
export type AddMemberInput = z.output<typeof addMemberInput>;
