import type { TestProject } from 'vitest/node';
import { databaseUrl, copyTemplate } from '../../db/testing/databases';
import startTestStore, { type TestStore } from '../../db/testing/global-setup';
import { loadDemonstration } from '../../db/seed';
import { encryptionKey, rememberStore, startInstallation } from './installation';

/**
 * Before the first browser test: the throwaway PostgreSQL (the one `npm test` started, or its own), one database with the
 * demonstration loaded that every installation is a copy of, and one server that most specs share.
 */
export default async function start(): Promise<() => Promise<void>> {
  const given: { store?: TestStore } = {};
  const stopStore = await startTestStore({ provide: (_name: string, store: TestStore) => void (given.store = store) } as unknown as TestProject);
  if (!given.store) throw new Error('The throwaway PostgreSQL did not say where it is');
  try {
    const demonstration = await copyTemplate(given.store);
    await loadDemonstration(databaseUrl(given.store, 'crt_owner', demonstration), { encryptionKey, log: () => {} });
    const store = { ...given.store, template: demonstration };
    rememberStore(store);
    const installation = await startInstallation(store);
    process.env.CRT_E2E_INSTALLATION = JSON.stringify(installation.where);
    return async () => {
      await installation.stop();
      await stopStore();
    };
  } catch (error) {
    await stopStore();
    throw error;
  }
}
