import { resolve } from 'node:path';
import { z } from 'zod';

export type Mode = 'demonstration' | 'live';

export type Settings = {
  mode: Mode;
  /** Embedded: the PostgreSQL that npm installs, in the data folder. External: the one that DATABASE_URL names. */
  store: 'embedded' | 'external';
  dataDir: string;
  host: string;
  port: number;
  nextauthUrl: string;
  nextauthSecret: string;
  /** How many proxies of one's own stand in front: whose word on a visitor's address is believed. */
  proxies: number;
  /** 32 bytes in base64: what identifying details are encrypted with. */
  encryptionKey: string;
  /** Where a virus scanner listens that every file is shown to; null where there is none. */
  virusScanner: string | null;
  /** Signs in as the application role. */
  databaseUrl: string;
  /** What the database must have applied for this build to run on it; npm start reads it from the migrations. Empty: not known. */
  schemaState: string;
};

// What is still to come from the data folder where the embedded store is used: its address, and the key and the secret made for it.
export type StartSettings = Omit<Settings, 'nextauthSecret' | 'encryptionKey' | 'databaseUrl' | 'schemaState'> & {
  nextauthSecret: string | null;
  encryptionKey: string | null;
  databaseUrl: string | null;
  /** Signs in as the role that owns the tables; for migrations alone, so the server itself is not given it. */
  databaseOwnerUrl: string | null;
};

export type Checked = { ok: true; settings: StartSettings } | { ok: false; problems: string[] };

type Environment = Record<string, string | undefined>;

const address = (what: string) =>
  z.string().refine((text) => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol), {
    error: `${what} is not the address of a PostgreSQL database. It looks like postgres://role:password@server:5432/database.`,
  });

const environmentShape = z.object({
  CRT_MODE: z.enum(['demonstration', 'live'], { error: 'CRT_MODE must be demonstration or live.' }).default('demonstration'),
  CRT_STORE: z.enum(['embedded', 'external'], { error: 'CRT_STORE is set by npm start. Take it out of the settings.' }).optional(),
  CRT_DATA_DIR: z.string().default('.data'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: 'PORT must be a number, such as 3000.' })
    .refine((port) => Number.isInteger(port) && port >= 1 && port <= 65_535, { error: 'PORT must be a whole number from 1 to 65535.' })
    .default(3000),
  CRT_PROXIES: z.coerce
    .number({ error: 'CRT_PROXIES must be a number: how many proxies of your own stand in front, or 0.' })
    .refine((count) => Number.isInteger(count) && count >= 0 && count <= 5, { error: 'CRT_PROXIES must be a whole number from 0 to 5.' })
    .default(0),
  NEXTAUTH_URL: z
    .string()
    .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).pathname === '/', {
      error: 'NEXTAUTH_URL must be the address people type, without a path, such as https://reviews.example.org.',
    })
    .optional(),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, { error: 'NEXTAUTH_SECRET is too short: at least 32 characters. Make one with: openssl rand -base64 32' })
    .optional(),
  CRT_ENCRYPTION_KEY: z
    .string()
    .refine((text) => /^[A-Za-z0-9+/]{43}=$/.test(text), {
      error: 'CRT_ENCRYPTION_KEY must be 32 bytes in base64. Make one with: openssl rand -base64 32',
    })
    .optional(),
  CRT_VIRUS_SCANNER: z
    .string()
    .refine((text) => /^unix:\/.+$/.test(text) || (URL.canParse(text) && /^tcp:\/\/[^/]+\/?$/.test(text)), {
      error: 'CRT_VIRUS_SCANNER must say where clamd listens: tcp://127.0.0.1:3310, or unix:/run/clamav/clamd.ctl.',
    })
    .optional(),
  DATABASE_URL: address('DATABASE_URL').optional(),
  DATABASE_OWNER_URL: address('DATABASE_OWNER_URL').optional(),
});

/** Reads the settings, or says everything that is wrong with them at once. */
export function checkSettings(env: Environment): Checked {
  // A setting left empty in a file or a form of a hosting service is one that is not given.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const read = environmentShape.safeParse(given);
  const problems = read.success ? [] : read.error.issues.map((issue) => issue.message);

  const external = given.CRT_STORE === 'external' || (given.CRT_STORE !== 'embedded' && given.DATABASE_URL !== undefined);
  if (external) {
    if (!given.DATABASE_URL) problems.push('DATABASE_URL is missing.');
    if (!given.CRT_ENCRYPTION_KEY) {
      problems.push('CRT_ENCRYPTION_KEY is missing. With DATABASE_URL it must be given; make one once, and keep it: openssl rand -base64 32');
    }
    if (!given.NEXTAUTH_SECRET) {
      problems.push('NEXTAUTH_SECRET is missing. With DATABASE_URL it must be given; make one once: openssl rand -base64 32');
    }
    if (given.DATABASE_OWNER_URL && roleOf(given.DATABASE_OWNER_URL) === roleOf(given.DATABASE_URL)) {
      problems.push('DATABASE_URL and DATABASE_OWNER_URL sign in as the same role. The application must not own its tables: npm run db:roles prints both roles.');
    }
  } else if (given.DATABASE_OWNER_URL) {
    problems.push('DATABASE_OWNER_URL is set without DATABASE_URL. Set both, or neither.');
  }

  if (!read.success || problems.length > 0) return { ok: false, problems: [...new Set(problems)] };
  const values = read.data;
  return {
    ok: true,
    settings: {
      mode: values.CRT_MODE,
      store: external ? 'external' : 'embedded',
      dataDir: resolve(values.CRT_DATA_DIR),
      host: values.HOST,
      port: values.PORT,
      proxies: values.CRT_PROXIES,
      nextauthUrl: (values.NEXTAUTH_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, ''),
      nextauthSecret: values.NEXTAUTH_SECRET ?? null,
      encryptionKey: values.CRT_ENCRYPTION_KEY ?? null,
      virusScanner: values.CRT_VIRUS_SCANNER ?? null,
      databaseUrl: values.DATABASE_URL ?? null,
      databaseOwnerUrl: values.DATABASE_OWNER_URL ?? null,
    },
  };
}

let known: Settings | undefined;

/** The settings of the running server, as npm start passed them on. Throws, naming all that is missing. */
export function settings(): Settings {
  return (known ??= readRunning(process.env));
}

function readRunning(env: Environment): Settings {
  const checked = checkSettings(env);
  if (!checked.ok) throw new Error(settingsMessage(checked.problems));
  const { databaseUrl, encryptionKey, nextauthSecret, ...rest } = checked.settings;
  if (!databaseUrl || !encryptionKey || !nextauthSecret) {
    const missing = Object.entries({ DATABASE_URL: databaseUrl, CRT_ENCRYPTION_KEY: encryptionKey, NEXTAUTH_SECRET: nextauthSecret });
    throw new Error(
      settingsMessage([...missing.filter(([, value]) => !value).map(([name]) => `${name} is missing.`), 'Start with npm start, which sets what the embedded database needs.']),
    );
  }
  return {
    mode: rest.mode,
    store: rest.store,
    dataDir: rest.dataDir,
    host: rest.host,
    port: rest.port,
    proxies: rest.proxies,
    nextauthUrl: rest.nextauthUrl,
    virusScanner: rest.virusScanner,
    databaseUrl,
    encryptionKey,
    nextauthSecret,
    schemaState: env.CRT_SCHEMA_STATE ?? '',
  };
}

export function settingsMessage(problems: string[]): string {
  return ['The settings are not complete:', ...problems.map((problem) => `  - ${problem}`)].join('\n');
}

function roleOf(url: string | undefined): string | null {
  return url && URL.canParse(url) ? new URL(url).username : null;
}
