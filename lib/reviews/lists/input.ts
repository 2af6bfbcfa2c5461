import { z } from 'zod';
import { text, version } from '@/lib/forms/readers';

const reference = z.string().min(3).max(40);

export const endPlaceInput = z.object({ reference, place: z.uuid(), version });
export type EndPlaceInput = z.output<typeof endPlaceInput>;

export const takeOffListInput = z.object({ reference, person: z.uuid('Choose who is taken off the list'), reason: text('Say why they should not see it', 1_000) });
export type TakeOffListInput = z.output<typeof takeOffListInput>;

export const putBackOnListInput = z.object({ reference, removal: z.uuid(), version, reason: text('Say why they may see it again', 1_000) });
export type PutBackOnListInput = z.output<typeof putBackOnListInput>;

export const takeEmergencyPlaceInput = z.object({
  reference: z.string({ error: 'Enter the reference of the review' }).trim().toUpperCase().min(3, 'Enter the reference of the review, such as RR-2026-7KQ4').max(40, 'Enter the reference of the review, such as RR-2026-7KQ4'),
  reason: text('Say why it cannot wait', 1_000),
});
export type TakeEmergencyPlaceInput = z.output<typeof takeEmergencyPlaceInput>;
