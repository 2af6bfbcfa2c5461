'use server';

import { formAction } from '@/lib/access/form-action';
import { acceptRecommendation, changeRecommendation, releaseRecommendation, writeRecommendation } from '@/lib/recommendations/commands';
import { acceptRecommendationInput, changeRecommendationInput, releaseRecommendationInput, writeRecommendationInput } from '@/lib/recommendations/input';
import { theirAcceptance, theirRecommendation, theirRelease } from '@/lib/recommendations/queries';

export const submitWriteRecommendation = formAction(writeRecommendationInput, writeRecommendation, { act: 'write-recommendation', name: 'write-recommendation', path: (value) => `/recommendations/${value.reference}?said=written#said` });
export const submitChangeRecommendation = formAction(changeRecommendationInput, changeRecommendation, { act: 'write-recommendation', name: 'change-recommendation', path: (value) => `/recommendations/${value.reference}?said=changed#said`, theirs: theirRecommendation });
export const submitAcceptRecommendation = formAction(acceptRecommendationInput, acceptRecommendation, { act: 'accept-recommendation', name: 'accept-recommendation', path: (value) => `/recommendations/${value.reference}?said=accepted#said`, theirs: theirAcceptance });
export const submitReleaseRecommendation = formAction(releaseRecommendationInput, releaseRecommendation, { act: 'release-recommendation', name: 'release-recommendation', path: (value) => `/recommendations/${value.reference}?said=released#said`, theirs: theirRelease });
