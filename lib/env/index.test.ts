import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkSettings } from './index';

const key = randomBytes(32).toString('base64');
const external = {
  DATABASE_URL: 'postgres://crt_app:one@db.example.org:5432/case_review_tracker',
  CRT_ENCRYPTION_KEY: key,
  NEXTAUTH_SECRET: 'x'.repeat(32),
};

function problemsOf(env: Record<string, string | undefined>): string[] {
  const checked = checkSettings(env);
  return checked.ok ? [] : checked.problems;
}

describe('settings', () => {
  test('are complete with nothing given: a demonstration on the embedded store', () => {
    expect(checkSettings({})).toEqual({
      ok: true,
      settings: {
        mode: 'demonstration',
        store: 'embedded',
        dataDir: resolve('.data'),
        host: '127.0.0.1',
        port: 3000,
        proxies: 0,
        nextauthUrl: 'http://localhost:3000',
        nextauthSecret: null,
        encryptionKey: null,
        virusScanner: null,
        databaseUrl: null,
        databaseOwnerUrl: null,
      },
    });
  });

  test('take the address from the port', () => {
    expect(checkSettings({ PORT: '3210' })).toMatchObject({ settings: { port: 3210, nextauthUrl: 'http://localhost:3210' } });
  });

  test('count what is left empty as not given', () => {
    expect(checkSettings({ DATABASE_URL: '', CRT_MODE: ' ' })).toMatchObject({ ok: true, settings: { store: 'embedded', mode: 'demonstration' } });
  });

  test('name everything that a database of one\'s own still needs', () => {
    expect(problemsOf({ DATABASE_URL: external.DATABASE_URL })).toEqual([
      expect.stringMatching(/^CRT_ENCRYPTION_KEY is missing/),
      expect.stringMatching(/^NEXTAUTH_SECRET is missing/),
    ]);
    expect(checkSettings(external)).toMatchObject({ ok: true, settings: { store: 'external' } });
  });

  test('name everything that is wrong, at once', () => {
    expect(
      problemsOf({ CRT_MODE: 'production', PORT: 'http', NEXTAUTH_URL: 'reviews', NEXTAUTH_SECRET: 'short', CRT_ENCRYPTION_KEY: 'abc', DATABASE_URL: 'mysql://x' }),
    ).toHaveLength(6);
  });

  test('know where a virus scanner listens, in either way, and take nothing else for one', () => {
    for (const CRT_VIRUS_SCANNER of ['tcp://127.0.0.1:3310', 'unix:/run/clamav/clamd.ctl']) expect(checkSettings({ CRT_VIRUS_SCANNER })).toMatchObject({ settings: { virusScanner: CRT_VIRUS_SCANNER } });
    for (const CRT_VIRUS_SCANNER of ['127.0.0.1:3310', 'http://scanner', 'unix:clamd.ctl', 'tcp://host/path/further']) expect(problemsOf({ CRT_VIRUS_SCANNER })).toEqual([expect.stringMatching(/^CRT_VIRUS_SCANNER must say where/)]);
  });

  test.each(['0', '65536', '3000.5'])('refuse the port %s', (PORT) => {
    expect(problemsOf({ PORT })).toEqual(['PORT must be a whole number from 1 to 65535.']);
  });

  test('refuse a key that is not 32 bytes', () => {
    expect(problemsOf({ CRT_ENCRYPTION_KEY: randomBytes(31).toString('base64') })).toHaveLength(1);
    expect(problemsOf({ CRT_ENCRYPTION_KEY: key })).toEqual([]);
  });

  test('refuse an application that signs in as the owner of its tables', () => {
    expect(problemsOf({ ...external, DATABASE_OWNER_URL: external.DATABASE_URL })).toEqual([expect.stringContaining('same role')]);
    expect(problemsOf({ ...external, DATABASE_OWNER_URL: external.DATABASE_URL.replace('crt_app', 'crt_owner') })).toEqual([]);
  });

  test('refuse an owner without a database', () => {
    expect(problemsOf({ DATABASE_OWNER_URL: external.DATABASE_URL })).toEqual([expect.stringContaining('without DATABASE_URL')]);
  });

  test('never repeat a value, which may be a secret', () => {
    expect(problemsOf({ NEXTAUTH_SECRET: 'hunter2', CRT_ENCRYPTION_KEY: 'hunter2', DATABASE_URL: 'hunter2' }).join(' ')).not.toContain('hunter2');
  });

  test('keep to the store that npm start has begun, whose address is in DATABASE_URL too', () => {
    expect(checkSettings({ ...external, CRT_STORE: 'embedded' })).toMatchObject({ ok: true, settings: { store: 'embedded', databaseUrl: external.DATABASE_URL } });
  });
});
