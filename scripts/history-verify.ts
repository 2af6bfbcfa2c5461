// npm run history:verify: works every hash, chain and seal of the record of changes out again, and says what differs.
import { openDatabase } from '../db/client';
import { findRunningStore } from '../db/store/embedded';
import { checkSettings, settingsMessage } from '../lib/env';
import { verifyHistory, type HistoryProblem } from '../lib/history/verify';

try {
  const { database, close } = openDatabase(ownerUrl(), { max: 1 });
  try {
    const found = await database.transaction((tx) => verifyHistory(tx), { isolationLevel: 'repeatable read', accessMode: 'read only' });
    console.log(`${count(found.entries, 'entry', 'entries')}, ${found.sealed.toLocaleString('en-GB')} of them in ${count(found.seals, 'seal', 'seals')}, ${found.unsealed.toLocaleString('en-GB')} not sealed yet.`);
    if (found.problems.length === 0) {
      console.log('Every entry, every record’s chain and every seal is as it was written.');
    } else {
      for (const problem of found.problems) console.error(inWords(problem));
      console.error(`${count(found.problems.length, 'problem', 'problems')} in the record of changes.`);
      process.exitCode = 1;
    }
  } finally {
    await close();
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** Signs in as the owner, who sees every row: of the database of DATABASE_OWNER_URL, or of the embedded one that runs. */
function ownerUrl(): string {
  const { DATABASE_OWNER_URL, DATABASE_URL, CRT_MODE, CRT_DATA_DIR } = process.env;
  if (DATABASE_OWNER_URL) return DATABASE_OWNER_URL;
  if (DATABASE_URL) throw new Error('Set DATABASE_OWNER_URL to the address that signs in as crt_owner: the role of DATABASE_URL sees no history of its own.');
  const checked = checkSettings({ CRT_MODE, CRT_DATA_DIR });
  if (!checked.ok) throw new Error(settingsMessage(checked.problems));
  const store = findRunningStore(checked.settings.dataDir);
  if (!store) throw new Error(`No database runs on the data folder ${checked.settings.dataDir}. Start the product with npm start, and ask again while it runs.`);
  return store.ownerUrl;
}

function inWords({ what, entry, record, seal }: HistoryProblem): string {
  return entry === undefined ? `Seal ${seal}: ${what}` : `Entry ${entry} (${record}): ${what}`;
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}
