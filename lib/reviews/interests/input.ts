import { z } from 'zod';
import { oneOf, text, version } from '@/lib/forms/readers';
import { interestOutcomeLabels } from '@/lib/reviews/interests/labels';

const reference = z.string().min(3).max(40);
const declaring = {
  reference,
  outcome: oneOf(interestOutcomeLabels, 'Choose what follows from it'),
  reason: text('Say what the interest is', 2_000),
};

export const declareInterestInput = z.object(declaring);
export type DeclareInterestInput = z.output<typeof declareInterestInput>;

export const declareForAnotherInput = z.object({ person: z.uuid('Choose whose interest it is'), ...declaring });
export type DeclareForAnotherInput = z.output<typeof declareForAnotherInput>;

export const confirmInterestInput = z.object({ reference, interest: z.uuid(), version });
export type ConfirmInterestInput = z.output<typeof confirmInterestInput>;

export const endInterestInput = z.object({ reference, interest: z.uuid(), version, reason: text('Say why it ends', 2_000) });
export type EndInterestInput = z.output<typeof endInterestInput>;
