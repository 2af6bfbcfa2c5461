import 'server-only';
import { sql } from 'drizzle-orm';
import { unentered } from '@/lib/access/context';
import { jobsAreBehind, jobsAreRunning } from '@/lib/jobs/run';
import { settings } from '@/lib/env';

export type Health = { ok: boolean; database: 'up' | 'down'; migrations: 'current' | 'behind' | 'unknown'; jobs: 'running' | 'stopped' | 'behind'; store: 'embedded' | 'external' };

export async function readHealth(): Promise<Health> {
  const jobs = jobsAreRunning() ? ('running' as const) : ('stopped' as const);
  const store = settings().store;
  try {
    const state = await unentered(async (tx) => (await tx.execute<{ state: string }>(sql`select app.schema_state() as state`))[0]?.state);
    const migrations = state === settings().schemaState ? ('current' as const) : ('behind' as const);
    const late = jobs === 'running' && migrations === 'current' && (await jobsAreBehind(process.uptime()));
    return { ok: migrations === 'current' && jobs === 'running' && !late, database: 'up', migrations, jobs: late ? 'behind' : jobs, store };
  } catch {
    return { ok: false, database: 'down', migrations: 'unknown', jobs, store };
  }
}
