import { z } from 'zod';
import { optionalDay, optionalText, typedDay, version } from '@/lib/forms/readers';
import { coveredMemberships } from '@/lib/partnership/cover/labels';
import { ending, lastDayIsGiven } from '@/lib/partnership/input';

export const setCoverInput = z.object({
  personId: z.uuid(),
  membership: z.enum(coveredMemberships, { error: 'Choose which membership is covered' }),
  byPersonId: z.uuid('Choose who covers it'),
  fromOn: typedDay('Enter the first day, for example today'),
  toOn: optionalDay('Enter the last day'),
  reason: optionalText(500),
});
export type SetCoverInput = z.output<typeof setCoverInput>;

export const endCoverInput = z.object({ coverId: z.uuid(), ...ending, version }).refine((input) => input.when === 'now' || input.lastDay !== null, lastDayIsGiven);
export type EndCoverInput = z.output<typeof endCoverInput>;
