import { z } from 'zod';
import { todayInEngland, type CalendarDate } from '@/lib/dates/calendar-date';
import { readTypedDate } from '@/lib/dates/typed-date';
import { acceptanceLabels, addressedLabels } from '@/lib/recommendations/labels';
import { howLabels } from '@/lib/reviews/labels';

const keys = <T extends Record<string, string>>(labels: T) => Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]];

const shorten = (longest: number) => `Shorten this to ${longest.toLocaleString('en-GB')} characters`;
const text = (missing: string, longest = 4_000) => z.string({ error: missing }).trim().min(1, missing).max(longest, shorten(longest));
const optionalText = (longest = 4_000) => z.string().trim().max(longest, shorten(longest)).optional().transform((typed) => typed || null);
/** May wait: what is missing is said before it can be accepted. */
const laterText = (longest = 4_000) => z.string().trim().max(longest, shorten(longest)).optional().transform((typed) => typed ?? '');

/** A day as people write it. Read against today in England, at the moment it is sent. */
const day = (typed: string, ctx: { addIssue(issue: { code: 'custom'; message: string }): void }, prefer: 'past' | 'future'): CalendarDate => {
  const read = readTypedDate(typed, todayInEngland(new Date()), { prefer });
  if (read.problem === undefined) return read.date;
  ctx.addIssue({ code: 'custom', message: read.problem });
  return z.NEVER;
};
const typedDay = (missing: string, prefer: 'past' | 'future' = 'past') => z.string({ error: missing }).trim().min(1, missing).transform((typed, ctx) => day(typed, ctx, prefer));
const optionalDay = (prefer: 'past' | 'future') => z.string().trim().optional().transform((typed, ctx) => (typed ? day(typed, ctx, prefer) : null));

const reference = z.string().regex(/^R-\d{3,9}$/, 'Open the recommendation again and send the form from there');
const version = z.coerce.number().int().min(1);
const agencies = z.preprocess((typed) => (typed === undefined || typed === '' ? [] : [typed].flat()), z.array(z.uuid('Choose agencies from the list')).max(100));

const fields = {
  text: text('Enter what is recommended'),
  addressedTo: z.enum(keys(addressedLabels), { error: 'Choose who it is addressed to' }),
  agencies,
  nationalBody: optionalText(200),
  outcome: laterText(),
  measure: laterText(),
  baseline: optionalText(500),
  target: optionalText(500),
  measureOn: optionalDay('future'),
  byWhen: optionalDay('future'),
};

type Addressed = { addressedTo: string; nationalBody: string | null };
const namesTheBody = (typed: Addressed) => typed.addressedTo !== 'national' || typed.nationalBody !== null;
const nameTheBody = { path: ['nationalBody'], message: 'Enter the national body it is addressed to' };

export const writeRecommendationInput = z
  .object({ source: z.string({ error: 'Choose what it comes from' }).trim().min(3, 'Choose what it comes from').max(60), ...fields })
  .refine(namesTheBody, nameTheBody)
  .refine((typed) => typed.addressedTo !== 'agencies' || typed.agencies.length > 0, { path: ['agencies'], message: 'Choose at least one agency' });
export type WriteRecommendationInput = z.output<typeof writeRecommendationInput>;

/** `agencies` are those to add: one that is addressed already stays. */
export const changeRecommendationInput = z.object({ reference, version, ...fields }).refine(namesTheBody, nameTheBody);
export type ChangeRecommendationInput = z.output<typeof changeRecommendationInput>;

export const acceptRecommendationInput = z
  .object({
    reference,
    version,
    acceptance: z.enum(keys(acceptanceLabels), { error: 'Choose whether it is accepted' }),
    reason: optionalText(),
    acceptedOn: typedDay('Enter the date it was decided'),
    group: z.union([z.literal(''), z.uuid('Choose the group from the list')]).optional().transform((chosen) => chosen || null),
    how: z.union([z.literal(''), z.enum(keys(howLabels), { error: 'Choose how it was said' })]).optional().transform((chosen) => chosen || null),
    howNote: optionalText(500),
  })
  .refine((typed) => typed.acceptance === 'accepted' || typed.reason !== null, { path: ['reason'], message: 'Give the reason it is not accepted, or not in full' });
export type AcceptRecommendationInput = z.output<typeof acceptRecommendationInput>;

export const releaseRecommendationInput = z.object({ reference, version });
export type ReleaseRecommendationInput = z.output<typeof releaseRecommendationInput>;
