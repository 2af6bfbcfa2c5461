import 'server-only';
import { and, eq, lt, lte, sql } from 'drizzle-orm';
import { drafts, jobs, limits } from '@/db/schema';
import { asJob, type JobContext } from '@/lib/access/context';
import { clearUploads } from '@/lib/files/commands';
import { log } from '@/lib/log/log';

/** Work done inside the server, each piece under the lock of its row in the database, so that any number of servers may run it. */
type Job = { name: string; everySeconds: number; run(ctx: JobContext): Promise<void> };

const draftDays = 30;

const all: Job[] = [
  { name: 'seal-history', everySeconds: 60, run: async ({ tx }) => void (await tx.execute(sql`select app.seal_history(5000)`)) },
  { name: 'clear-limits', everySeconds: 600, run: async ({ tx, now }) => void (await tx.delete(limits).where(lt(limits.resetsAt, now))) },
  {
    name: 'clear-drafts', everySeconds: 3600,
    run: async ({ tx, now }) => void (await tx.delete(drafts).where(lt(drafts.savedAt, new Date(now.getTime() - draftDays * 24 * 60 * 60 * 1000)))),
  },
  { name: 'clear-uploads', everySeconds: 900, run: clearUploads },
];

const lookEverySeconds = 15;
/** A job that has not ended for this many of its turns is behind. */
const turnsUntilBehind = 10;
const state = globalThis as { crtJobs?: NodeJS.Timeout };

export function jobsAreRunning(): boolean {
  return state.crtJobs !== undefined;
}

/** Whether a job has not ended for long, on any server, though this one has been up for as long. */
export async function jobsAreBehind(upSeconds: number): Promise<boolean> {
  return asJob('seal-history', async ({ tx, now }) => {
    const rows = await tx.select({ name: jobs.name, lastFinishedAt: jobs.lastFinishedAt }).from(jobs);
    return all.some(({ name, everySeconds }) => {
      const longest = everySeconds * turnsUntilBehind;
      const finishedAt = rows.find((row) => row.name === name)?.lastFinishedAt;
      return upSeconds > longest && (!finishedAt || now.getTime() - finishedAt.getTime() > longest * 1000);
    });
  });
}

export function startJobs(): void {
  if (state.crtJobs) return;
  state.crtJobs = setInterval(() => void look(), lookEverySeconds * 1000);
  // A server that has nothing else left to do may end.
  state.crtJobs.unref();
}

async function look(): Promise<void> {
  for (const job of all) {
    try {
      await runIfDue(job);
    } catch (error) {
      log.warn({ job: job.name, problem: error instanceof Error ? error.name : 'unknown' }, 'a job failed and will be tried again');
    }
  }
}

/** The lock, the work and its record are one transaction: a server that dies in the middle leaves it as it was. */
export async function runIfDue(job: Job): Promise<boolean> {
  return asJob(job.name, async (ctx) => {
    const [taken] = await ctx.tx
      .select({ name: jobs.name })
      .from(jobs)
      .where(and(eq(jobs.name, job.name), lte(jobs.dueAt, ctx.now)))
      .for('update', { skipLocked: true });
    if (!taken) return false;
    await job.run(ctx);
    await ctx.tx.update(jobs).set({ lastStartedAt: ctx.now, lastFinishedAt: new Date(), dueAt: new Date(ctx.now.getTime() + job.everySeconds * 1000) }).where(eq(jobs.name, job.name));
    return true;
  });
}
