import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Secrets = { encryptionKey: string; nextauthSecret: string };
type Given = { encryptionKey: string | null; nextauthSecret: string | null };

const secretsFile = 'secrets.json';

/**
 * The key and the secret of an installation with the embedded store: those given, else those in its data folder, made there on the first
 * start. Never made for a folder that already holds records: what those were encrypted with could then not be read any more.
 */
export function keepSecrets(dataDir: string, given: Given, holdsRecords: boolean): Secrets {
  const path = join(dataDir, secretsFile);
  let kept = read(path);
  if (kept && given.encryptionKey && given.encryptionKey !== kept.encryptionKey) {
    throw new Error(
      `CRT_ENCRYPTION_KEY is not the key in ${path}, with which the records of this data folder are encrypted. Take the setting away, or set ` +
        'CRT_DATA_DIR to the folder that it belongs to.',
    );
  }
  if (given.encryptionKey && given.nextauthSecret) return { encryptionKey: given.encryptionKey, nextauthSecret: given.nextauthSecret };
  if (!kept) {
    if (holdsRecords && !given.encryptionKey) {
      throw new Error(
        `The data folder ${dataDir} holds records, but not the key that they are encrypted with: ${secretsFile} is missing or damaged. Put ` +
          'that file back from your copy of the folder, or set CRT_ENCRYPTION_KEY to the key.',
      );
    }
    make(path, { encryptionKey: given.encryptionKey ?? newSecret(), nextauthSecret: newSecret() });
    kept = read(path);
    if (!kept) throw new Error(`${path} could not be read back after it was written.`);
  }
  return { encryptionKey: given.encryptionKey ?? kept.encryptionKey, nextauthSecret: given.nextauthSecret ?? kept.nextauthSecret };
}

/** What Next.js encrypts the closures of server functions with; the same for every instance that has the same settings. */
export function serverActionsKey({ encryptionKey }: Pick<Secrets, 'encryptionKey'>): string {
  return createHmac('sha256', Buffer.from(encryptionKey, 'base64')).update('server functions').digest('base64');
}

// Whole or not at all, on disk before anything is encrypted with it, and never over a file that another start has just made.
function make(path: string, secrets: Secrets) {
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeFileSync(file, JSON.stringify(secrets, null, 2));
    fsyncSync(file);
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    closeSync(file);
    rmSync(draft, { force: true });
  }
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function read(path: string): Secrets | null {
  try {
    const { encryptionKey, nextauthSecret } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Secrets>;
    return encryptionKey && nextauthSecret ? { encryptionKey, nextauthSecret } : null;
  } catch {
    return null;
  }
}

function newSecret(): string {
  return randomBytes(32).toString('base64');
}
