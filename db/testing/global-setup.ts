import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '../migrate';
import { startEmbeddedStore } from '../store/embedded';
import { databaseUrl, prepareDatabase } from './databases';

declare module 'vitest' {
  interface ProvidedContext {
    store: TestStore;
  }
}

/** Where the throwaway PostgreSQL is, and the migrated database that each test file gets a copy of. */
export type TestStore = { adminUrl: string; ownerPassword: string; appPassword: string; template: string };

const template = 'crt_test_template';

/** Before the first database test: one throwaway PostgreSQL (the one `npm test` started, or its own) with one migrated template. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { CRT_TEST_ADMIN_URL, CRT_TEST_OWNER_PASSWORD, CRT_TEST_APP_PASSWORD } = process.env;
  const given = CRT_TEST_ADMIN_URL && CRT_TEST_OWNER_PASSWORD && CRT_TEST_APP_PASSWORD;
  const own = given ? null : await startOwnStore();
  const store: TestStore = own?.store ?? { adminUrl: CRT_TEST_ADMIN_URL!, ownerPassword: CRT_TEST_OWNER_PASSWORD!, appPassword: CRT_TEST_APP_PASSWORD!, template };
  const admin = postgres(store.adminUrl, { max: 1, onnotice: () => {} });
  try {
    await admin.unsafe(`drop database if exists ${template} with (force)`);
    await admin.unsafe(`create database ${template} owner crt_owner template template0 encoding 'UTF8'`);
    await prepareDatabase(store, template);
    await migrateDatabase(databaseUrl(store, 'crt_owner', template), { mode: 'demonstration', log: () => {} });
  } catch (error) {
    await own?.stop();
    throw error;
  } finally {
    await admin.end({ timeout: 5 });
  }
  project.provide('store', store);
  return async () => {
    await own?.stop();
  };
}

async function startOwnStore() {
  const folder = mkdtempSync(join(tmpdir(), 'case-review-tracker-test-'));
  // The database runs as another account where root tests, and has to be able to enter.
  chmodSync(folder, 0o755);
  const running = await startEmbeddedStore({ dataDir: join(folder, 'store'), durable: false, log: () => {} });
  return {
    store: { adminUrl: running.adminUrl, ownerPassword: new URL(running.ownerUrl).password, appPassword: new URL(running.appUrl).password, template },
    stop: async () => {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
