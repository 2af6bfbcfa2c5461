import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { patchPostgres } from './patch-postgres.mjs';

const installed = join(import.meta.dirname, '..', 'node_modules', 'postgres');
const sources = ['src/connection.js', 'cjs/src/connection.js'];
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'driver-'));
  for (const file of ['package.json', 'src', 'cjs']) cpSync(join(installed, file), join(copy, file), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

describe('the PostgreSQL driver', () => {
  test.each(sources)('is installed with the change: %s', (file) => {
    const text = readFileSync(join(installed, file), 'utf8');
    expect(text).toContain('if (!socket) {\n      chunk = nextWriteTimer = null');
    expect(text.match(/clearImmediate\(nextWriteTimer\)\n {4}chunk = nextWriteTimer = null/g)).toHaveLength(3);
  });

  test('is changed once, however often the change is made', () => {
    patchPostgres(copy);
    const once = sources.map((file) => readFileSync(join(copy, file), 'utf8'));
    patchPostgres(copy);
    expect(sources.map((file) => readFileSync(join(copy, file), 'utf8'))).toEqual(once);
  });

  test('of another version is refused', () => {
    writeFileSync(join(copy, 'package.json'), JSON.stringify({ version: '3.5.0' }));
    expect(() => patchPostgres(copy)).toThrow('3.5.0 is installed');
  });

  test('that reads otherwise is refused', () => {
    writeFileSync(join(copy, 'src/connection.js'), 'export default 1');
    expect(() => patchPostgres(copy)).toThrow('does not read as');
  });
});
