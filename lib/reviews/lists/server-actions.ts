'use server';

import { formAction } from '@/lib/access/form-action';
import { endPlace, putBackOnList, takeEmergencyPlace, takeOffList } from '@/lib/reviews/lists/commands';
import { endPlaceInput, putBackOnListInput, takeEmergencyPlaceInput, takeOffListInput } from '@/lib/reviews/lists/input';
import { theirPlace, theirRemoval } from '@/lib/reviews/lists/queries';

export const submitEndPlace = formAction(endPlaceInput, endPlace, { act: 'grant-place', name: 'end-place', path: (value) => `/reviews/${value.reference}/history?said=place-ended`, theirs: theirPlace });
export const submitTakeOffList = formAction(takeOffListInput, takeOffList, { act: 'take-off-list', name: 'take-off-list', path: (value) => `/reviews/${value.reference}/history?said=removed` });
export const submitPutBackOnList = formAction(putBackOnListInput, putBackOnList, { act: 'take-off-list', name: 'put-back-on-list', path: (value) => `/reviews/${value.reference}/history?said=put-back`, theirs: theirRemoval });
export const submitTakeEmergencyPlace = formAction(takeEmergencyPlaceInput, takeEmergencyPlace, { act: 'take-emergency-place', name: 'take-emergency-place', path: (value) => `/reviews/${value.reference}?said=emergency` });
