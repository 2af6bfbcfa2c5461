export const databaseName = 'case_review_tracker';

type RolesInput = { database: string; ownerPassword: string; appPassword: string };

export type RolesSql = {
  /** Run first, in any database. */
  cluster: string[];
  /** Run where the database does not exist yet; PostgreSQL knows no CREATE DATABASE IF NOT EXISTS, and allows none in a block. */
  createDatabase: string;
  /** Run in the new database. */
  database: string[];
};

const signIn = 'LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION';
const noSignIn = 'NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION';

// crt_owner owns and migrates. crt_app signs in for the application and owns nothing. crt_resolver and crt_gate own the functions through
// which policies look things up and people are let in. crt_reporting is for read-only views.
const roles = [
  ['crt_owner', signIn],
  ['crt_app', signIn],
  ['crt_resolver', noSignIn],
  ['crt_gate', noSignIn],
  ['crt_reporting', noSignIn],
] as const;

/** What an administrator runs once, before the first migration. Running it again changes nothing but the two passwords. */
export function rolesSql({ database, ownerPassword, appPassword }: RolesInput): RolesSql {
  return statements({ database, ownerPassword: literal(ownerPassword), appPassword: literal(appPassword) });
}

/** The same as a script for psql, which asks for the passwords as variables, so that they are in no file. */
export function rolesScript(database: string): string {
  const { cluster, createDatabase, database: inside } = statements({
    database,
    ownerPassword: ":'owner_password'",
    appPassword: ":'app_password'",
  });
  const create = `${createDatabase} LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'`;
  return [
    '-- Case Review Tracker: roles and database, for PostgreSQL 15 or later. To be run once, by an administrator:',
    '--',
    `--   psql -v owner_password='…' -v app_password='…' -f roles.sql "<the administrator's address of the server, database postgres>"`,
    '--',
    '-- Letters and digits make passwords that fit into an address as they are. Then set, for the application:',
    '--',
    `--   DATABASE_URL=postgres://crt_app:<app password>@<server>:5432/${database}`,
    `--   DATABASE_OWNER_URL=postgres://crt_owner:<owner password>@<server>:5432/${database}   (for npm run db:migrate alone)`,
    '--',
    '-- It can be run again: what exists is left as it is, and the two passwords become those given.',
    '',
    '\\set ON_ERROR_STOP on',
    '',
    ...cluster.map((statement) => `${statement};`),
    '',
    '-- An administrator who is not a superuser may make a database for crt_owner only as one of its members.',
    `SELECT NOT rolsuper AS borrow_owner FROM pg_roles WHERE rolname = current_user \\gset`,
    '\\if :borrow_owner',
    'GRANT crt_owner TO CURRENT_USER;',
    '\\endif',
    '',
    `SELECT ${literal(create)} WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = ${literal(database)}) \\gexec`,
    `\\connect ${name(database)}`,
    '',
    ...inside.map((statement) => `${statement};`),
    '',
    '\\if :borrow_owner',
    'REVOKE crt_owner FROM CURRENT_USER;',
    '\\endif',
    '',
  ].join('\n');
}

function statements({ database, ownerPassword, appPassword }: RolesInput): RolesSql {
  const list = roles.map(([role]) => literal(role)).join(', ');
  return {
    cluster: [
      ...roles.map(([role, rights]) => `DO $$ BEGIN CREATE ROLE ${role} ${rights}; EXCEPTION WHEN duplicate_object THEN NULL; END $$`),
      // A role that was there before may have been given more. Row security means nothing to such a role, so it is not accepted.
      `DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname IN (${list}) AND (rolsuper OR rolbypassrls)) THEN ` +
        `RAISE EXCEPTION 'One of the roles ${roles.map(([role]) => role).join(', ')} is a superuser or bypasses row security. Take that right away and run this again.'; ` +
        'END IF; END $$',
      `ALTER ROLE crt_owner WITH LOGIN PASSWORD ${ownerPassword}`,
      `ALTER ROLE crt_app WITH LOGIN PASSWORD ${appPassword}`,
      // Only a member may give a function to a role.
      'GRANT crt_resolver, crt_gate TO crt_owner',
      'ALTER ROLE crt_owner SET search_path = app, public',
      'ALTER ROLE crt_app SET search_path = app',
      "ALTER ROLE crt_app SET statement_timeout = '15s'",
      "ALTER ROLE crt_app SET idle_in_transaction_session_timeout = '30s'",
    ],
    createDatabase: `CREATE DATABASE ${name(database)} OWNER crt_owner TEMPLATE template0 ENCODING 'UTF8'`,
    database: [
      `REVOKE ALL ON DATABASE ${name(database)} FROM PUBLIC`,
      `GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${name(database)} TO crt_owner`,
      `GRANT CONNECT ON DATABASE ${name(database)} TO crt_app, crt_reporting`,
      'REVOKE ALL ON SCHEMA public FROM PUBLIC',
    ],
  };
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function name(text: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
}
