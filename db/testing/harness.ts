import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { openDatabase, type Database } from '../client';
import { enterAs, type Of } from './builders';
import { adminUrl, copyTemplate, databaseUrl, dropDatabase } from './databases';

/** A session's token as the application passes it on: what `read` and `write` take. */
export type TestEntry = { readonly tokenHash: string };

export type TestDatabase = {
  /** As crt_owner: what builders insert with. Sees every row. */
  readonly owner: Database;
  /** As crt_app: what row security binds. */
  readonly app: Database;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** As the superuser, whom nothing binds: to look behind row security. */
  readonly adminUrl: string;
  /** Gives a person an account where they have none, and a session: who `read` and `write` then work as. */
  enterAs(person: Of): Promise<TestEntry>;
};

// Where `lib/access/context.ts` keeps its pool, in this process.
const application = globalThis as { crtDatabase?: { database: Database; close(): Promise<void> } };

/**
 * Gives a test file a migrated database of its own, dropped afterwards, and lets the application's `read` and `write` run on it.
 * Call it once at the top of the file, or of a `describe`; what it gives is there from the first `beforeAll` on.
 */
export function aTestDatabase(): TestDatabase {
  const store = inject('store');
  let name: string | undefined;
  let owner: ReturnType<typeof openDatabase> | undefined;
  let app: ReturnType<typeof openDatabase> | undefined;
  let former: typeof application.crtDatabase;

  beforeAll(async () => {
    name = await copyTemplate(store);
    owner = openDatabase(databaseUrl(store, 'crt_owner', name), { max: 4 });
    app = openDatabase(databaseUrl(store, 'crt_app', name), { max: 30 });
    former = application.crtDatabase;
    application.crtDatabase = app;
    // What commands read from the settings: an address, a key and a secret of this file alone.
    process.env.DATABASE_URL = databaseUrl(store, 'crt_app', name);
    process.env.CRT_STORE = 'external';
    process.env.CRT_ENCRYPTION_KEY ??= createHash('sha256').update('a key for tests').digest('base64');
    process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString('base64');
  });

  afterAll(async () => {
    application.crtDatabase = former;
    await Promise.all([owner?.close(), app?.close()]);
    if (name) await dropDatabase(store, name);
  });

  return {
    get owner() {
      return opened(owner).database;
    },
    get app() {
      return opened(app).database;
    },
    get ownerUrl() {
      return databaseUrl(store, 'crt_owner', opened(name));
    },
    get appUrl() {
      return databaseUrl(store, 'crt_app', opened(name));
    },
    get adminUrl() {
      return adminUrl(store, opened(name));
    },
    enterAs: (person) => enterAs(opened(owner).database, person),
  };
}

function opened<T>(what: T | undefined): T {
  if (what === undefined) throw new Error('The test database is there from beforeAll on: use it inside a test, a beforeAll or a beforeEach');
  return what;
}
