import { z } from 'zod';
import { text } from '@/lib/forms/readers';
import { planAddress, readPlanQuery } from '@/lib/plan/filter/rules';

/** What follows `/plan` in the address of a filtered plan; whatever it says that the plan does not know is left out. */
const query = z.string().max(2000).transform((typed) => planAddress({ ...readPlanQuery(Object.fromEntries(new URLSearchParams(typed))), page: 1 }).slice('/plan'.length));

export const saveViewInput = z.object({ name: text('Enter a name for this view, such as “Red, ours”', 80), query });
export type SaveViewInput = z.output<typeof saveViewInput>;

export const removeViewInput = z.object({ view: z.uuid() });
export type RemoveViewInput = z.output<typeof removeViewInput>;
