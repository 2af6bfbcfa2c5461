import { z } from 'zod';
import { laterText, oneOf, optionalDay, optionalId, optionalOneOf, optionalText, pastDay, several, text, version } from '@/lib/forms/readers';
import { acceptanceLabels, addressedLabels, dateAsks } from '@/lib/recommendations/labels';
import { howLabels } from '@/lib/reviews/labels';

const reference = z.string().regex(/^R-\d{3,9}$/, 'Open the recommendation again and send the form from there');
const agencies = several(z.uuid('Choose agencies from the list'));

const fields = {
  text: text('Enter what is recommended'),
  addressedTo: oneOf(addressedLabels, 'Choose who it is addressed to'),
  agencies,
  nationalBody: optionalText(200),
  byWhen: optionalDay(dateAsks.byWhen, 'future'),
  outcome: laterText(),
  measure: laterText(),
  baseline: optionalText(500),
  target: optionalText(500),
  measureOn: optionalDay(dateAsks.measureOn, 'future'),
};

type Addressed = { addressedTo: string; nationalBody: string | null; agencies: string[] };
const namesTheBody = (typed: Addressed) => typed.addressedTo !== 'national' || typed.nationalBody !== null;
const nameTheBody = { path: ['nationalBody'], message: 'Enter the national body it is addressed to' };
const choosesAgencies = (typed: Addressed) => typed.addressedTo !== 'agencies' || typed.agencies.length > 0;
const chooseAgencies = { path: ['agencies'], message: 'Choose at least one agency' };

export const writeRecommendationInput = z
  .object({ source: z.string({ error: 'Choose what it comes from' }).trim().min(3, 'Choose what it comes from').max(60), ...fields })
  .refine(namesTheBody, nameTheBody)
  .refine(choosesAgencies, chooseAgencies);
export type WriteRecommendationInput = z.output<typeof writeRecommendationInput>;

export const changeRecommendationInput = z.object({ reference, version, ...fields }).refine(namesTheBody, nameTheBody).refine(choosesAgencies, chooseAgencies);
export type ChangeRecommendationInput = z.output<typeof changeRecommendationInput>;

export const acceptRecommendationInput = z
  .object({
    reference,
    version,
    acceptance: oneOf(acceptanceLabels, 'Choose whether it is accepted'),
    reason: optionalText(),
    acceptedOn: pastDay('Enter the date it was decided'),
    group: optionalId('Choose the group from the list'),
    how: optionalOneOf(howLabels, 'Choose how it was said'),
    howNote: optionalText(500),
  })
  .refine((typed) => typed.acceptance === 'accepted' || typed.reason !== null, { path: ['reason'], message: 'Give the reason it is not accepted, or not in full' });
export type AcceptRecommendationInput = z.output<typeof acceptRecommendationInput>;

export const releaseRecommendationInput = z.object({ reference, version });
export type ReleaseRecommendationInput = z.output<typeof releaseRecommendationInput>;
