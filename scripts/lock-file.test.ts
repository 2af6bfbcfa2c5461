import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complete, missingFrom } from './lock-file.mjs';
import { project } from './prepare.mjs';

const aLock = () => ({
  packages: {
    '': {},
    'node_modules/engine': { version: '1.2.3', optionalDependencies: { '@engine/linux-arm64-musl': '1.2.3', '@engine/linux-x64-gnu': '1.2.3' } },
    'node_modules/engine/node_modules/@engine/linux-x64-gnu': { version: '1.2.3' },
  },
});

describe('the lock file', () => {
  test('is complete, so that npm ci accepts it; where it is not: npm run lock:complete', () => {
    expect(missingFrom(JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')))).toEqual([]);
  });

  test('is completed with what it lacks, each for the machine that its name says', () => {
    expect(missingFrom(aLock())).toEqual([['@engine/linux-arm64-musl', '1.2.3', 'node_modules/engine']]);
    const lock = complete(aLock());
    expect(lock.packages).toHaveProperty(['node_modules/@engine/linux-arm64-musl'], { version: '1.2.3', cpu: ['arm64'], libc: ['musl'], optional: true, os: ['linux'] });
    expect(missingFrom(lock)).toEqual([]);
  });

  test('is not completed by guesses', () => {
    const lock = aLock();
    lock.packages['node_modules/engine'].optionalDependencies = { '@engine/linux-arm64-musl': '^1.2.3', '@engine/linux-x64-gnu': '1.2.3' };
    expect(() => complete(lock)).toThrow('Add it by hand');
  });
});
