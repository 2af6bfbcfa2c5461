// npm run db:migrate: brings the tables to this version, in the database of DATABASE_OWNER_URL or in the embedded one.
import { migrateDatabase } from '../db/migrate';
import { findRunningStore, openDataFolder, startEmbeddedStore } from '../db/store/embedded';
import { checkSettings, settingsMessage, type StartSettings } from '../lib/env';
import { checkExternalStore } from './external-store';
import { patchPostgres } from './patch-postgres.mjs';

const log = (line: string) => console.log(line);

try {
  patchPostgres();
  const { DATABASE_OWNER_URL: ownerUrl, CRT_MODE, CRT_DATA_DIR, DATABASE_URL } = process.env;
  if (DATABASE_URL && !ownerUrl) {
    throw new Error('Set DATABASE_OWNER_URL to the address that signs in as crt_owner: the role of DATABASE_URL owns no tables.');
  }
  // Whoever migrates need not hold the application's key and secret.
  const checked = checkSettings({ CRT_MODE, CRT_DATA_DIR });
  if (!checked.ok) throw new Error(settingsMessage(checked.problems));
  if (ownerUrl) {
    await checkExternalStore('DATABASE_OWNER_URL', ownerUrl);
    await migrateDatabase(ownerUrl, { mode: checked.settings.mode, log });
  } else {
    await migrateEmbedded(checked.settings);
  }
  console.log('The database is up to date.');
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function migrateEmbedded({ dataDir, mode }: StartSettings) {
  const running = findRunningStore(dataDir);
  if (running) return migrateDatabase(running.ownerUrl, { mode, log });
  const store = await startEmbeddedStore({ dataDir: openDataFolder(dataDir), durable: true, log });
  try {
    await migrateDatabase(store.ownerUrl, { mode, log });
  } finally {
    await store.stop();
  }
}
