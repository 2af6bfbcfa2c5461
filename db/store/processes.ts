import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

// A process id is used again after its process has ended, so it is only a name together with the moment the process began.
export type ProcessMark = { pid: number; began: string };

export function markProcess(pid: number): ProcessMark {
  return { pid, began: beganAt(pid) ?? 'unknown' };
}

/** Whether this very process still runs: the same id, begun at the same moment. */
export function isRunning(mark: ProcessMark): boolean {
  if (!exists(mark.pid)) return false;
  const began = beganAt(mark.pid);
  // Where the beginning cannot be read, the id alone decides: better to refuse a start than to share a folder.
  return began === null || mark.began === 'unknown' || began === mark.began;
}

export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return stateOf(pid) !== 'Z';
}

/** The command line of a process, or null where it cannot be read. */
export function commandOf(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
    } catch {
      return null;
    }
  }
  return ps(pid, 'command');
}

/** The process that started another one, or has inherited it; null where that cannot be read. */
export function parentOf(pid: number): number | null {
  if (process.platform !== 'linux') return Number(ps(pid, 'ppid')) || null;
  try {
    return Number(statOf(pid)[1]);
  } catch {
    return null;
  }
}

export function ownerOf(pid: number): string {
  return ps(pid, 'user') ?? 'another user';
}

/** Resolves true once the condition holds, false when the time is up. */
export async function until(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

function beganAt(pid: number): string | null {
  if (process.platform !== 'linux') return ps(pid, 'lstart');
  try {
    // Clock ticks since the machine booted mean nothing after the next boot, hence the boot's own id.
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${statOf(pid)[19]}`;
  } catch {
    return null;
  }
}

// An ended process whose parent has not yet asked for its result still answers to its id.
function stateOf(pid: number): string | null {
  if (process.platform !== 'linux') return ps(pid, 'state')?.charAt(0) ?? null;
  try {
    return statOf(pid)[0] ?? null;
  } catch {
    return null;
  }
}

// The fields after the name, which stands in brackets and may itself hold spaces and brackets.
function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function ps(pid: number, field: string): string | null {
  try {
    return execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null;
  } catch {
    return null;
  }
}
