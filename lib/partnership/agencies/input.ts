import { z } from 'zod';
import { agencyKindNames, areaNames } from '@/lib/partnership/labels';
import { optionalDay, optionalId, text, typedDay, version } from '@/lib/partnership/input';

const keys = <Names extends Record<string, string>>(names: Names) => Object.keys(names) as [keyof Names & string, ...(keyof Names & string)[]];

const name = text('Enter the name of the agency');
const about = {
  kind: z.enum(keys(agencyKindNames), { error: 'Choose what kind of agency it is' }),
  area: z.enum(keys(areaNames), { error: 'Choose its area' }),
  parentId: optionalId('Choose an agency from the list'),
  fromOn: optionalDay(),
};

export const addAgencyInput = z.object({ name, ...about });
export type AddAgencyInput = z.output<typeof addAgencyInput>;

export const changeAgencyInput = z.object({ agencyId: z.uuid(), ...about, version });
export type ChangeAgencyInput = z.output<typeof changeAgencyInput>;

export const renameAgencyInput = z.object({ agencyId: z.uuid(), name, nameFromOn: typedDay('Enter the first day of the new name'), version });
export type RenameAgencyInput = z.output<typeof renameAgencyInput>;

export const endAgencyInput = z.object({ agencyId: z.uuid(), toOn: typedDay('Enter the last day of the agency'), successorId: optionalId('Choose an agency from the list'), version });
export type EndAgencyInput = z.output<typeof endAgencyInput>;
