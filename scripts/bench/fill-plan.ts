import { asc, eq, sql } from 'drizzle-orm';
import { openDatabase, type Transaction } from '../../db/client';
import { actionAgencies, actions, actionSources, agencies, agencyNames, counters, evidence, groups, installation, persons, posts, reviews, sources, updates } from '../../db/schema';
import { todayInEngland, type CalendarDate } from '../../lib/dates/calendar-date';
import { planOf, type Cast, type PlanSize } from './large-plan';

/** Adds a plan of that size to a demonstration, all of it or nothing. Throws where the database is a live partnership's. */
export async function fillPlan(ownerUrl: string, size: PlanSize, options: { today?: CalendarDate } = {}): Promise<void> {
  const { database, close } = openDatabase(ownerUrl, { max: 1 });
  try {
    await database.transaction(async (tx) => {
      const [made] = await tx.select().from(installation);
      if (made?.mode !== 'demonstration') throw new Error("This database holds a live partnership's records. Only a demonstration is filled with invented actions.");
      await tx.execute(sql`select set_config('app.owner_command', 'fill-plan', true)`);
      const plan = planOf(size, await readCast(tx), options.today ?? todayInEngland(new Date()), await takeNumbers(tx, size.actions));
      await inParts(plan.sources, (part) => tx.insert(sources).values(part));
      await inParts(plan.reviews, (part) => tx.insert(reviews).values(part));
      await inParts(plan.actions, (part) => tx.insert(actions).values(part));
      await inParts(plan.actionSources, (part) => tx.insert(actionSources).values(part));
      await inParts(plan.actionAgencies, (part) => tx.insert(actionAgencies).values(part));
      await inParts(plan.updates, (part) => tx.insert(updates).values(part));
      await inParts(plan.evidence, (part) => tx.insert(evidence).values(part));
    });
    // As PostgreSQL does by itself some time after so many rows.
    await database.execute(sql`vacuum (analyze)`);
  } finally {
    await close();
  }
}

/** The agency whose lead the demonstration lets one be stands first. */
async function readCast(tx: Transaction): Promise<Cast> {
  const named = await tx.select({ id: agencies.id, name: agencyNames.name }).from(agencies).innerJoin(agencyNames, eq(agencyNames.agencyId, agencies.id)).where(eq(agencies.example, true)).orderBy(asc(agencyNames.name));
  const people = await tx
    .select({ id: persons.id, agencyId: posts.agencyId, post: posts.title })
    .from(persons).innerJoin(posts, eq(posts.personId, persons.id)).where(eq(persons.example, true)).orderBy(asc(persons.name));
  const all = await tx.select({ id: groups.id }).from(groups).where(eq(groups.example, true)).orderBy(asc(groups.name));
  const lead = named.find(({ name }) => name === leadAgency);
  if (!lead || people.length === 0 || all.length === 0) throw new Error('The demonstration is not loaded: there is nobody to give an action to.');
  return { agencies: [lead, ...named.filter((agency) => agency !== lead)], groups: all, people };
}

export const leadAgency = 'Example NHS Trust';

async function takeNumbers(tx: Transaction, count: number): Promise<number> {
  const [row] = await tx
    .insert(counters).values({ name: 'action', next: count + 1 })
    .onConflictDoUpdate({ target: counters.name, set: { next: sql`${counters.next} + ${count}` } })
    .returning({ next: counters.next });
  return row!.next - count;
}

async function inParts<Row>(rows: Row[], insert: (part: Row[]) => PromiseLike<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) await insert(rows.slice(at, at + 500));
}
