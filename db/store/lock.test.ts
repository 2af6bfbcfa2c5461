import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FolderInUse, lockFolder } from './lock';
import { markProcess } from './processes';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function leaveLock(holder: object) {
  writeFileSync(join(folder, 'lock.4'), JSON.stringify({ since: '2026-01-01T00:00:00Z', released: false, ...holder }));
}

describe('a data folder', () => {
  test('is held by one at a time, and the refusal says who holds it and what to do', () => {
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(FolderInUse);
    expect(() => lockFolder(folder)).toThrow(new RegExp(`already in use.*process ${process.pid}.*CRT_DATA_DIR`));
    lock.release();
    lockFolder(folder).release();
    expect(readdirSync(folder)).toEqual(['lock.2']);
  });

  test('is taken over from a process that has ended', () => {
    leaveLock({ pid: 2 ** 22 - 1, began: 'long ago' });
    lockFolder(folder);
    expect(readdirSync(folder)).toEqual(['lock.5']);
  });

  test('is taken over where another program has come to have the process id', () => {
    leaveLock({ pid: process.pid, began: 'before this process began' });
    lockFolder(folder);
  });

  test('is never taken from a process that lives', () => {
    leaveLock(markProcess(process.ppid));
    expect(() => lockFolder(folder)).toThrow(FolderInUse);
  });

  test('is taken over from a lock that was left damaged', () => {
    writeFileSync(join(folder, 'lock.4'), '');
    lockFolder(folder);
  });
});
