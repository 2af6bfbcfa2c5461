import { expect, test } from 'vitest';
import { whatStopsCover } from '@/lib/partnership/cover/rules';

const wanted = { personId: 'me', byPersonId: 'other', membership: 'AL', fromOn: '2026-12-01', toOn: '2026-12-31' } as const;
const known = { held: ['AL'], coveringHolds: [], covers: [] } as const;

test('a membership in force is covered by somebody else', () => expect(whatStopsCover(wanted, known)).toEqual([]));
test('nobody covers for themselves', () => expect(whatStopsCover({ ...wanted, byPersonId: 'me' }, known)).toMatchObject([{ field: 'byPersonId' }]));
test('what is not held is not covered', () => expect(whatStopsCover({ ...wanted, membership: 'ER' }, known)).toMatchObject([{ field: 'membership' }]));
test('an administrator covers nothing', () => expect(whatStopsCover(wanted, { ...known, coveringHolds: ['SA'] })).toMatchObject([{ field: 'byPersonId' }]));
test('the same cover is not set twice', () => {
  expect(whatStopsCover(wanted, { ...known, covers: [{ byPersonId: 'other', membership: 'AL', fromOn: '2026-12-31', toOn: null }] })).toHaveLength(1);
  expect(whatStopsCover(wanted, { ...known, covers: [{ byPersonId: 'other', membership: 'AL', fromOn: '2027-01-01', toOn: null }] })).toEqual([]);
});
