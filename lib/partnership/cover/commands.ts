import 'server-only';
import { eq } from 'drizzle-orm';
import { covers, membershipRows, persons } from '@/db/schema';
import { foundOr404, newId, type WriteContext } from '@/lib/access/context';
import { membershipNames } from '@/lib/access/labels';
import { formatDate } from '@/lib/dates/calendar-date';
import { StaleVersion } from '@/lib/errors/kinds';
import { blocked, done, refused, type Outcome } from '@/lib/forms/outcome';
import { notify } from '@/lib/notifications/outbox';
import type { EndCoverInput, SetCoverInput } from '@/lib/partnership/cover/input';
import { mayEndCover, whyNotSetCover } from '@/lib/partnership/cover/policy';
import { listCovers, listHeld } from '@/lib/partnership/cover/queries';
import { whatStopsCover } from '@/lib/partnership/cover/rules';
import { membershipState } from '@/lib/partnership/memberships/rules';
import { lastDayOf } from '@/lib/partnership/rules';

type Done = Promise<Outcome<{ personId: string; own: boolean }>>;

export async function setCover(ctx: WriteContext, input: SetCoverInput): Done {
  const refusal = whyNotSetCover(ctx.actor, input);
  if (refusal) return refused(refusal);
  const person = foundOr404((await ctx.tx.select().from(persons).where(eq(persons.id, input.personId)))[0], 'person');
  const standing = await ctx.tx.select().from(membershipRows).where(eq(membershipRows.personId, input.byPersonId));
  const issues = whatStopsCover(input, {
    held: await listHeld(ctx, input.personId),
    coveringHolds: standing.filter((row) => membershipState(row, ctx.today) !== 'ended').map((row) => row.membership),
    covers: (await listCovers(ctx, input.personId)).filter((cover) => cover.personId === input.personId),
  });
  if (issues.length > 0) return blocked(issues);
  await ctx.tx.insert(covers).values({ id: newId(), ...input, setById: ctx.actor.personId });
  const what = `as ${membershipNames[input.membership]} from ${formatDate(input.fromOn)}${input.toOn ? ` to ${formatDate(input.toOn)}` : ''}`;
  await tell(ctx, input.byPersonId, input.personId, `You cover for ${person.name} ${what}`);
  await tell(ctx, input.personId, input.personId, `${ctx.actor.name} set cover for you ${what}`);
  return done({ personId: input.personId, own: input.personId === ctx.actor.personId });
}

export async function endCover(ctx: WriteContext, input: EndCoverInput): Done {
  const cover = foundOr404((await ctx.tx.select().from(covers).where(eq(covers.id, input.coverId)))[0], 'cover');
  if (!mayEndCover(ctx.actor, cover)) return refused('The person who is covered ends it, or somebody else of the business unit.');
  const [now] = await ctx.tx.select({ version: covers.version }).from(covers).where(eq(covers.id, cover.id)).for('update');
  if (now?.version !== input.version) throw new StaleVersion('covers', cover.id);
  const ended = lastDayOf(cover, input, ctx.today);
  if ('issues' in ended) return blocked(ended.issues);
  await ctx.tx.update(covers).set({ toOn: ended.lastDay }).where(eq(covers.id, cover.id));
  await tell(ctx, cover.byPersonId, cover.personId, `Your cover as ${membershipNames[cover.membership]} ends. Last day: ${formatDate(ended.lastDay)}`);
  await tell(ctx, cover.personId, cover.personId, `${ctx.actor.name} ended the cover for you as ${membershipNames[cover.membership]}. Last day: ${formatDate(ended.lastDay)}`);
  return done({ personId: cover.personId, own: cover.personId === ctx.actor.personId });
}

/** A notice, unless it would go to whoever did it. */
async function tell(ctx: WriteContext, toPersonId: string, aboutPersonId: string, message: string): Promise<void> {
  if (toPersonId === ctx.actor.personId) return;
  await notify(ctx, { toPersonId, message, recordName: 'person', recordId: aboutPersonId, path: '/account' });
}
