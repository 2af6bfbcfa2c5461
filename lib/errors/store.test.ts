import { expect, it } from 'vitest';
import { NotPermitted, Overtaken, StoreAway, StoreFailed } from '@/lib/errors/kinds';
import { fromStore } from '@/lib/errors/store';

const coded = (code: string) => new Error('Failed query', { cause: Object.assign(new Error('with what was typed'), { code }) });

it.each(['40001', '40P01'])('what another write undid can be sent again, like what met a database that was away: %s', (code) => {
  expect(fromStore(coded(code))).toBeInstanceOf(Overtaken);
  expect(fromStore(coded(code))).toBeInstanceOf(StoreAway);
});

it('a refusal stays a refusal, and any other failure keeps its code alone', () => {
  expect(fromStore(coded('42501'))).toBeInstanceOf(NotPermitted);
  expect(fromStore(coded('22001'))).toEqual(new StoreFailed('22001'));
  expect(fromStore(coded('ECONNREFUSED'))).not.toBeInstanceOf(Overtaken);
});
