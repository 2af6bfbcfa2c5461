import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '@/lib/access/context';

/** What is wrong with the record of changes, and where. */
export type HistoryProblem = { what: string; entry?: number; seal?: number; record?: string };

export type HistoryVerified = {
  entries: number;
  /** Bound into the chain of seals. */
  sealed: number;
  /** Committed since the last seal: only their own hashes and the chain of their record hold them. */
  unsealed: number;
  seals: number;
  problems: HistoryProblem[];
};

type Reader = Pick<Transaction, 'execute'>;

/** As many of each kind as are told one by one: of a history that was rebuilt everything is wrong. */
const told = 50;

/** An entry that seals made this much later leave out was not there when they were made. */
const settled = sql`interval '1 hour'`;

const instant = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
const sha256 = (text: SQL) => sql`encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;

/**
 * Works every hash, every record's chain and the chain of seals out again from what is stored, without the functions that wrote
 * them, and says where the two differ. Reads only; run it in a transaction that sees every row (the owner's) and one snapshot.
 *
 * What it cannot see alone: entries newer than the last seal rebuilt whole, or the newest seals cut off with all they hold. For
 * those, the last seal's hash is compared with a copy kept elsewhere.
 */
export async function verifyHistory(tx: Reader): Promise<HistoryVerified> {
  const [counts] = await tx.execute<{ entries: number; sealed: number; seals: number }>(sql`
    select (select count(*)::int from app.history) as entries,
           (select count(*)::int from app.history h where exists (select 1 from app.history_sealed s where s.history_id = h.id)) as sealed,
           (select count(*)::int from app.history_seals) as seals`);
  const problems = [...(await wrongEntries(tx)), ...(await wrongSeals(tx))];
  return { ...counts!, unsealed: counts!.entries - counts!.sealed, problems };
}

async function wrongEntries(tx: Reader): Promise<HistoryProblem[]> {
  const rows = await tx.execute<{ entry: number; record: string; what: string }>(sql`
    with read as (
      select h.*,
        ${sha256(sql`coalesce(h.before::text, '{}') || '>' || coalesce(h.after::text, '{}')`)} as content_is,
        ${sha256(sql`concat_ws('|', h.table_name, h.record_id, ${instant(sql`h.at`)}, h.operation, coalesce(h.command_id::text, '-'), h.command, h.actor_kind,
          coalesce(h.person_id::text, '-'), h.content_digest, coalesce(h.previous_hash, '-'))`)} as hash_is,
        lag(h.hash) over (partition by h.table_name, h.record_id order by h.id) as previous_is,
        (select max(s.sealed_at) from app.history_seals s) as last_seal
      from app.history h
    ), found as (
      select r.id, r.table_name, r.record_id, wrong.what,
        row_number() over (partition by wrong.what order by r.id) as place
      from read r
      cross join lateral (values
        ('its content is gone', r.before is null and r.after is null),
        ('its content is not what was written', (r.before is not null or r.after is not null) and r.content_digest <> r.content_is),
        ('its hash is not that of what it says', r.hash <> r.hash_is),
        ('it does not follow the entry before it', r.previous_hash is distinct from r.previous_is),
        ('its command is not there, or was another', r.command_id is not null and not exists (
          select 1 from app.commands c where c.id = r.command_id and c.command = r.command and c.person_id is not distinct from r.person_id)),
        ('the seals made after it leave it out', r.at < r.last_seal - ${settled} and not exists (select 1 from app.history_sealed s where s.history_id = r.id))
      ) as wrong (what, is_so)
      where wrong.is_so
    )
    select id::int as entry, table_name || ' ' || record_id as record, what from found where place <= ${told} order by id, what`);
  return [...rows];
}

async function wrongSeals(tx: Reader): Promise<HistoryProblem[]> {
  const rows = await tx.execute<{ seal: number; what: string }>(sql`
    with held as (
      select x.seal_number, count(h.id)::bigint as entries, ${sha256(sql`string_agg(h.id::text || ':' || h.hash, ',' order by h.id)`)} as digest
        from app.history_sealed x left join app.history h on h.id = x.history_id group by x.seal_number
    ), read as (
      select s.*, coalesce(held.entries, 0) as entries_are, held.digest as digest_is,
        ${sha256(sql`concat_ws('|', s.number::text, ${instant(sql`s.sealed_at`)}, s.entries::text, s.entries_digest, coalesce(s.previous_hash, '-'))`)} as hash_is,
        lag(s.hash) over (order by s.number) as previous_is, lag(s.number) over (order by s.number) as number_before
      from app.history_seals s left join held on held.seal_number = s.number
    ), found as (
      select r.number, wrong.what, row_number() over (partition by wrong.what order by r.number) as place
      from read r
      cross join lateral (values
        ('a seal before it is missing', r.number <> coalesce(r.number_before, 0) + 1),
        ('it does not follow the seal before it', r.previous_hash is distinct from r.previous_is),
        ('its hash is not that of what it says', r.hash <> r.hash_is),
        ('it holds another number of entries than were sealed', r.entries <> r.entries_are),
        ('its entries are not those that were sealed', r.entries_digest is distinct from r.digest_is)
      ) as wrong (what, is_so)
      where wrong.is_so
    )
    select number::int as seal, what from found where place <= ${told} order by number, what`);
  return [...rows];
}
