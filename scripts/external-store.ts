import postgres from 'postgres';

/**
 * Throws, in words for whoever set it up, unless the address leads to a PostgreSQL 15 or later and signs in as a role that row security binds.
 */
export async function checkExternalStore(name: 'DATABASE_URL' | 'DATABASE_OWNER_URL', url: string): Promise<void> {
  if (!URL.canParse(url)) throw new Error(`${name} is not an address. It looks like postgres://role:password@server:5432/database.`);
  const { hostname, port } = new URL(url);
  const where = `${hostname}:${port || 5432}`;
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const [found] = await sql<{ version: number; unbound: boolean }[]>`
      select current_setting('server_version_num')::int as version, rolsuper or rolbypassrls as unbound from pg_roles where rolname = current_user`;
    if (!found || found.version < 150_000) throw new Error(`${name} leads to a PostgreSQL older than 15. Move to 15 or later.`);
    if (found.unbound) {
      throw new Error(`${name} signs in as a role that row security does not bind (a superuser, or one with BYPASSRLS). npm run db:roles prints the roles to use instead.`);
    }
  } catch (cause) {
    throw new Error(inWords(name, where, cause as Error & { code?: string }), { cause });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function inWords(name: string, where: string, { code, message }: Error & { code?: string }): string {
  switch (code) {
    case '28P01':
    case '28000':
      return `${name}: the database at ${where} does not accept the role or its password. npm run db:roles prints what its administrator runs once.`;
    case '3D000':
      return `${name}: the server at ${where} has no database of that name. npm run db:roles prints what its administrator runs once.`;
    case '42501':
      return `${name}: the role may not use that database. npm run db:roles prints what its administrator runs once.`;
    case undefined:
      return message;
    default:
      return `${name}: no database answers at ${where} (${code}). Check the address, and that the server runs and lets this machine in.`;
  }
}
