import 'server-only';
import { redirect } from 'next/navigation';
import type { Act } from '@/db/policies/matrix';
import type { Entry } from '@/lib/access/actor';
import { readEntry } from '@/lib/access/cookie';
import { isOwnOrigin } from '@/lib/access/form-action';

/**
 * A server function that is no form of the product's records: signing out, staying signed in, keeping a draft. The handler is
 * told who is here as the cookie says it, or that nobody is; the database decides what that is worth.
 */
export function serverFunction<Arguments extends unknown[], Result>(
  handler: (entry: Entry | null, ...given: Arguments) => Promise<Result>,
  _options: { act: Act | 'visitor' },
): (...given: Arguments) => Promise<Result> {
  return async (...given) => {
    if (!(await isOwnOrigin())) redirect('/');
    return handler(await readEntry(), ...given);
  };
}
