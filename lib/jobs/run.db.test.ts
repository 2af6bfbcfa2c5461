import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { jobs } from '@/db/schema';
import { aTestDatabase } from '@/db/testing/harness';
import { jobsAreBehind, runIfDue } from './run';

const db = aTestDatabase();
const job = (run: () => Promise<void>) => ({ name: 'clear-limits', everySeconds: 600, run });
const row = async () => (await db.owner.select().from(jobs).where(eq(jobs.name, 'clear-limits')))[0]!;

beforeEach(async () => {
  await db.owner.update(jobs).set({ dueAt: sql`now() - interval '1 minute'`, lastStartedAt: null, lastFinishedAt: null });
});

describe('a job', () => {
  test('runs once, whichever server looks first, and then in its time', async () => {
    let runs = 0;
    const slow = job(async () => {
      runs += 1;
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect((await Promise.all([runIfDue(slow), runIfDue(slow), runIfDue(slow)])).filter(Boolean)).toHaveLength(1);
    expect(runs).toBe(1);
    const { dueAt, lastFinishedAt } = await row();
    expect(lastFinishedAt).not.toBeNull();
    expect(dueAt.getTime()).toBeGreaterThan(Date.now() + 500_000);
    expect(await runIfDue(slow)).toBe(false);
  });

  test('that fails leaves its row as it was, and is tried again', async () => {
    await expect(runIfDue(job(() => Promise.reject(new Error('A fault'))))).rejects.toThrow();
    expect(await row()).toMatchObject({ lastStartedAt: null, lastFinishedAt: null });
    expect(await runIfDue(job(async () => undefined))).toBe(true);
  });
});

describe('the jobs are behind', () => {
  const finished = (ago: string) => db.owner.update(jobs).set({ lastFinishedAt: sql`now() - ${ago}::interval` });
  const aDay = 86_400;

  test('where one has not ended for ten of its turns, and the server has been up for as long', async () => {
    await finished('1 minute');
    expect(await jobsAreBehind(aDay)).toBe(false);
    await finished('11 minutes');
    expect(await jobsAreBehind(aDay)).toBe(true);
    expect(await jobsAreBehind(60)).toBe(false);
  });

  test('where one never ended', async () => {
    expect(await jobsAreBehind(aDay)).toBe(true);
    expect(await jobsAreBehind(60)).toBe(false);
  });
});
