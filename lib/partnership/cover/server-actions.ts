'use server';

import { formAction } from '@/lib/access/form-action';
import { endCover, setCover } from '@/lib/partnership/cover/commands';
import { endCoverInput, setCoverInput } from '@/lib/partnership/cover/input';
import { coverEndAsItIs } from '@/lib/partnership/cover/queries';

export const submitSetCover = formAction(setCoverInput, setCover, {
  act: 'set-cover', name: 'set-cover', path: ({ personId, own }) => (own ? '/account?said=cover-set' : `/partnership/people/${personId}?said=cover-set`),
});
export const submitEndCover = formAction(endCoverInput, endCover, {
  act: 'set-cover', name: 'end-cover', path: ({ personId, own }) => (own ? '/account?said=cover-ended' : `/partnership/people/${personId}?said=cover-ended`),
  theirs: coverEndAsItIs,
});
