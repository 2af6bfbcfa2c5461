import { sql } from 'drizzle-orm';
import { type CalendarDate, todayInEngland } from '../../lib/dates/calendar-date';
import { openDatabase } from '../client';
import { installation } from '../schema';
import { loadExampleCaseload } from './load-caseload';
import { loadHsscp, markLoaded } from './load-hsscp';
import { beginLoading } from './loading';
import { listPeople, loadExamplePeople } from './load-people';

type Options = {
  encryptionKey: string;
  log(line: string): void;
  /** What the invented caseload is told from: the day it is in England, where nothing is given. */
  today?: CalendarDate;
};

/** One number for one loading, so that two starts at once load one after the other, and the second finds it done. */
const loadingLock = 7_301_947;

/**
 * Loads what a demonstration shows: the real year 2020-21 as the partnership's report gives it, and an invented present-day
 * caseload marked EXAMPLE. Once for each database, all of it or nothing. Throws where the database is a live partnership's.
 */
export async function loadDemonstration(ownerUrl: string, options: Options): Promise<{ loaded: boolean }> {
  return withOwner(ownerUrl, (database) =>
    database.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${loadingLock})`);
      const [made] = await tx.select().from(installation);
      if (made?.mode !== 'demonstration') throw new Error("This database holds a live partnership's records. The demonstration is loaded only where CRT_MODE was demonstration from the start.");
      if (made.demonstrationLoadedAt) return { loaded: false };

      options.log('Loading the demonstration');
      await tx.execute(sql`select set_config('app.owner_command', 'load-demonstration', true)`);
      const now = new Date();
      const loading = beginLoading(tx, { now, today: options.today ?? todayInEngland(now), encryptionKey: options.encryptionKey });
      await loadHsscp(loading);
      await loadExamplePeople(loading);
      await loadExampleCaseload(loading);
      await markLoaded(loading);
      return { loaded: true };
    }),
  );
}

/** Who one can sign in as, and what each of them is. */
export async function listDemonstrationPeople(ownerUrl: string): Promise<{ name: string; membership: string; email: string }[]> {
  return withOwner(ownerUrl, (database) => database.transaction(listPeople));
}

async function withOwner<T>(ownerUrl: string, work: (database: ReturnType<typeof openDatabase>['database']) => Promise<T>): Promise<T> {
  const { database, close } = openDatabase(ownerUrl, { max: 1 });
  try {
    return await work(database);
  } finally {
    await close();
  }
}
