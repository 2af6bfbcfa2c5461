'use server';

import { formAction } from '@/lib/access/form-action';
import { confirmInterest, declareForAnother, declareInterest, endInterest } from '@/lib/reviews/interests/commands';
import { confirmInterestInput, declareForAnotherInput, declareInterestInput, endInterestInput } from '@/lib/reviews/interests/input';
import { theirInterest } from '@/lib/reviews/interests/queries';

export const submitDeclareInterest = formAction(declareInterestInput, declareInterest, { act: 'declare-interest', name: 'declare-interest', path: (value) => (value.hidden ? '/?said=excluded' : `/reviews/${value.reference}/conflict?said=declared`) });
export const submitDeclareForAnother = formAction(declareForAnotherInput, declareForAnother, { act: 'declare-interest-of-another', name: 'declare-interest-of-another', path: (value, input) => `/reviews/${value.reference}/conflict?said=${input.outcome === 'stays' ? 'declared' : 'declared-of-another'}` });
export const submitConfirmInterest = formAction(confirmInterestInput, confirmInterest, { act: 'confirm-interest', name: 'confirm-interest', path: (value) => `/reviews/${value.reference}/conflict?said=confirmed`, theirs: theirInterest });
export const submitEndInterest = formAction(endInterestInput, endInterest, { act: 'end-interest', name: 'end-interest', path: (value) => `/reviews/${value.reference}/conflict?said=ended`, theirs: theirInterest });
