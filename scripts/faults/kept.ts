import { onConnection } from '../bench/stores';
import type { Write } from './writers';

export type Kept = { found: number; lost: string[]; doubled: string[]; halfWritten: string[] };

type Row = { token: string; record: string };
type Entry = { command: string; table: string; record: string; operation: string };

/**
 * What the database holds of these writes. Acknowledged ones must be there once; of the others either nothing or all. All of a write
 * is its row, the history entry of that row, and the finished command with the form's key that the entry points to.
 */
export async function lookFor(ownerUrl: string, writes: Write[]): Promise<Kept> {
  return onConnection(ownerUrl, async (sql) => {
    const rows: Record<Write['kind'], Row[]> = {
      update: await sql<Row[]>`select right(text, 36) as token, id::text as record from app.updates where text like 'The team managers have agreed who does this. %'`,
      notification: await sql<Row[]>`
        select right(n.outline, 36) as token, n.id::text as record from app.notifications n
          join app.reviews r on r.id = n.review_id join app.sources s on s.id = n.review_id where n.outline like 'What is known so far. %'`,
    };
    const commands = await sql<{ id: string; key: string; path: string | null }[]>`select id::text, form_key::text as key, result_path as path from app.commands where form_key = any (${writes.map(({ key }) => key)}::uuid[])`;
    const entries = await sql<Entry[]>`select command_id::text as command, table_name as table, record_id as record, operation from app.history where command_id = any (${commands.map(({ id }) => id)}::uuid[])`;
    const forks = await sql`select table_name, record_id from app.history group by table_name, record_id, previous_hash having count(*) > 1`;

    const byToken = { update: groupBy(rows.update, ({ token }) => token), notification: groupBy(rows.notification, ({ token }) => token) };
    const byCommand = groupBy(entries, ({ command }) => command);
    const byKey = groupBy(commands, ({ key }) => key);
    const kept: Kept = { found: 0, lost: [], doubled: [], halfWritten: forks.map((fork) => `the history of ${fork.table_name} ${fork.record_id} forks`) };
    const footprints = new Set<string>();

    for (const write of writes) {
      const found = byToken[write.kind].get(write.token) ?? [];
      const [command, another] = byKey.get(write.key) ?? [];
      const own = command ? (byCommand.get(command.id) ?? []) : [];
      if (write.acknowledged && found.length === 0) kept.lost.push(write.token);
      if (found.length > 1 || another) kept.doubled.push(write.token);
      if (found.length === 0 && (command || own.length > 0)) kept.halfWritten.push(`${write.token}: a command without its ${write.kind}`);
      if (found.length !== 1) continue;
      const table = write.kind === 'update' ? 'updates' : 'notifications';
      const recorded = own.filter((entry) => entry.table === table && entry.record === found[0]!.record && entry.operation === 'insert');
      if (recorded.length !== 1 || !command?.path) kept.halfWritten.push(`${write.token}: ${recorded.length} history entries, command ${command ? (command.path ? 'finished' : 'not finished') : 'missing'}`);
      else if (write.acknowledged) kept.found += 1;
      if (write.kind === 'notification') footprints.add(own.map((entry) => `${entry.table} ${entry.operation}`).sort().join(', '));
    }
    // A notification is several rows: every one that is there has left the same entries.
    if (footprints.size > 1) kept.halfWritten.push(`notifications differ in what they wrote: ${[...footprints].join(' | ')}`);
    return kept;
  });
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
