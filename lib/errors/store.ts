import { ConstraintBroken, NotFound, NotPermitted, Overtaken, SessionEnded, StaleVersion, StoreAway, StoreFailed } from '@/lib/errors/kinds';

type Coded = { code?: unknown; constraint_name?: unknown; cause?: unknown };

const away = new Set(['CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN', '57P01', '57P02', '57P03', '08006', '08001', '08003', '53300']);
/** A snapshot that somebody else's write made old, and two transactions that waited for each other. */
const overtaken = new Set(['40001', '40P01']);

/**
 * Turns what the driver throws into one of our kinds. The driver's and the mapper's messages carry the statement and every
 * parameter, so neither they nor the original error go any further than here.
 */
export function fromStore(error: unknown): unknown {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = (at as Coded).cause, depth += 1) {
    if (at instanceof NotFound || at instanceof SessionEnded || at instanceof StaleVersion || at instanceof StoreAway || at instanceof NotPermitted || at instanceof ConstraintBroken || at instanceof StoreFailed) return at;
    const { code, constraint_name: constraint } = at as Coded;
    if (typeof code !== 'string') continue;
    if (away.has(code)) return new StoreAway();
    if (overtaken.has(code)) return new Overtaken();
    if (code === '42501') return new NotPermitted();
    if (code.startsWith('23')) return new ConstraintBroken(code, typeof constraint === 'string' ? constraint : '');
    if (/^[0-9A-Z]{5}$/.test(code)) return new StoreFailed(code);
  }
  // The mapper's own error carries the statement and what was typed, whatever its cause: nothing of it goes on.
  if (error instanceof Error && ('query' in error || 'params' in error)) return new StoreFailed('unknown');
  return error;
}
