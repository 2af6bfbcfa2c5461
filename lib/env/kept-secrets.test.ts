import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepSecrets, serverActionsKey } from './kept-secrets';

const none = { encryptionKey: null, nextauthSecret: null };
const otherKey = Buffer.alloc(32, 7).toString('base64');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the key and the secret of a data folder', () => {
  test('are made once, 32 bytes each, for their owner alone', () => {
    const made = keepSecrets(folder, none, false);
    expect(Buffer.from(made.encryptionKey, 'base64')).toHaveLength(32);
    expect(made.nextauthSecret).not.toBe(made.encryptionKey);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(keepSecrets(folder, none, true)).toEqual(made);
  });

  test('are not made anew for records that were encrypted with others', () => {
    expect(() => keepSecrets(folder, none, true)).toThrow('Put that file back');
    expect(keepSecrets(folder, { ...none, encryptionKey: otherKey }, true).encryptionKey).toBe(otherKey);
  });

  test('refuse a setting that contradicts them', () => {
    keepSecrets(folder, none, false);
    expect(() => keepSecrets(folder, { ...none, encryptionKey: otherKey }, true)).toThrow('is not the key');
  });

  test('give every instance with the same key the same key for server functions', () => {
    expect(serverActionsKey({ encryptionKey: otherKey })).toBe(serverActionsKey({ encryptionKey: otherKey }));
    expect(Buffer.from(serverActionsKey({ encryptionKey: otherKey }), 'base64')).toHaveLength(32);
    expect(serverActionsKey({ encryptionKey: otherKey })).not.toBe(otherKey);
  });
});
