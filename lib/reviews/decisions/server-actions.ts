'use server';

import { formAction } from '@/lib/access/form-action';
import { giveView, settleByChair, supersedeDecision } from '@/lib/reviews/decisions/commands';
import { giveViewInput, settleInput, supersedeInput } from '@/lib/reviews/decisions/input';
import { theirSettlement, theirView } from '@/lib/reviews/conflicts/queries';

export const submitGiveView = formAction(giveViewInput, giveView, { act: 'give-partner-view', name: 'give-partner-view', path: (value) => `${value.page}?said=view`, theirs: theirView });
export const submitSettle = formAction(settleInput, settleByChair, { act: 'record-decision-outcome', name: 'settle-decision', path: (value) => `${value.page}?said=decided`, theirs: theirSettlement });
export const submitSupersede = formAction(supersedeInput, supersedeDecision, { act: 'open-decision', name: 'supersede-decision', path: (value) => `${value.page}?said=superseded` });
