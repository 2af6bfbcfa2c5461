import { z } from 'zod';
import { oneOf, optionalDay, optionalId, text, tick, typedDay, version } from '@/lib/forms/readers';
import { agencyKindNames, areaNames } from '@/lib/partnership/labels';

const name = text('Enter the name of the agency', 200);
const about = {
  kind: oneOf(agencyKindNames, 'Choose what kind of agency it is'),
  area: oneOf(areaNames, 'Choose its area'),
  isCouncil: tick,
  parentId: optionalId('Choose an agency from the list'),
  fromOn: optionalDay('Enter the first day of the agency'),
};

export const addAgencyInput = z.object({ name, ...about });
export type AddAgencyInput = z.output<typeof addAgencyInput>;

export const changeAgencyInput = z.object({ agencyId: z.uuid(), ...about, version });
export type ChangeAgencyInput = z.output<typeof changeAgencyInput>;

export const renameAgencyInput = z.object({ agencyId: z.uuid(), name, nameFromOn: typedDay('Enter the first day of the new name'), version });
export type RenameAgencyInput = z.output<typeof renameAgencyInput>;

export const endAgencyInput = z.object({ agencyId: z.uuid(), toOn: typedDay('Enter the last day of the agency'), successorId: optionalId('Choose an agency from the list'), version });
export type EndAgencyInput = z.output<typeof endAgencyInput>;
