import { randomBytes } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, markProcess, type ProcessMark } from './processes';

type Holder = ProcessMark & { since: string; released: boolean };

export class FolderInUse extends Error {
  constructor(readonly folder: string, readonly holder: ProcessMark & { since: string }) {
    super(
      `The data folder ${folder} is already in use: Case Review Tracker is running on it as process ${holder.pid}, since ${inWords(holder.since)}. ` +
        'Stop that one first (Ctrl-C where it runs), or set CRT_DATA_DIR to another folder.',
    );
  }
}

/**
 * Takes a folder for this process, or throws FolderInUse. A lock whose process has ended is passed over, never one whose process lives.
 *
 * Each holder makes the next file in a row (lock.1, lock.2, …), and only one can make a given file. A file is not removed on release, only
 * marked: were it removed, two starts that read the folder at different moments could each believe that theirs is the next.
 */
export function lockFolder(folder: string): { release(): void } {
  for (;;) {
    const [newest, holder] = newestLock(folder);
    if (holder && !holder.released && isRunning(holder)) throw new FolderInUse(folder, holder);

    const mine = join(folder, `lock.${newest + 1}`);
    const held: Holder = { ...markProcess(process.pid), since: new Date().toISOString(), released: false };
    if (!makeWhole(folder, mine, held)) continue;

    // Someone may have gone two steps on and cleared the file that this one has just made again.
    if (newestLock(folder)[0] > newest + 1) {
      rmSync(mine, { force: true });
      continue;
    }
    for (const number of numbersIn(folder)) if (number <= newest) rmSync(join(folder, `lock.${number}`), { force: true });

    return {
      release() {
        try {
          const marked = join(folder, `lock-release.${randomBytes(6).toString('hex')}`);
          writeFileSync(marked, JSON.stringify({ ...held, released: true }), { mode: 0o600 });
          renameSync(marked, mine);
        } catch {
          // The folder is gone, and the lock with it.
        }
      },
    };
  }
}

// The file appears with all its content or not at all; false when somebody else made it first.
function makeWhole(folder: string, path: string, holder: Holder): boolean {
  const draft = join(folder, `lock-draft.${randomBytes(6).toString('hex')}`);
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function newestLock(folder: string): [number, Holder | null] {
  const newest = Math.max(0, ...numbersIn(folder));
  if (newest === 0) return [0, null];
  try {
    return [newest, JSON.parse(readFileSync(join(folder, `lock.${newest}`), 'utf8')) as Holder];
  } catch {
    return [newest, null];
  }
}

function inWords(instant: string): string {
  return new Date(instant).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
}

function numbersIn(folder: string): number[] {
  return readdirSync(folder).flatMap((name) => {
    const match = /^lock\.(\d+)$/.exec(name);
    return match ? [Number(match[1])] : [];
  });
}
