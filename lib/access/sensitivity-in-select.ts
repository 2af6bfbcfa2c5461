import 'server-only';
import { sql, type SQLWrapper } from 'drizzle-orm';
import { sources } from '@/db/schema';

/** Whether a source is a review that is *case*, in a select: the twin of `isCase`. An alias of the table is given. */
export function sourceIsCase(source: Record<'kind' | 'publishedFrom' | 'recordBasis', SQLWrapper> = sources) {
  return sql<boolean>`(${source.kind} = 'review' and ${source.publishedFrom} is null and ${source.recordBasis} = 'worked_here')`;
}
