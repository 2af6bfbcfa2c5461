import { expect, test } from 'vitest';
import { whatStopsGroup } from '@/lib/groups/rules';

const executive = { id: '1', kind: 'executive', name: 'Executive', startedOn: null, endedOn: null, isCurrent: true } as const;
const wanted = { kind: 'task_and_finish', name: 'Neglect', startedOn: null, endedOn: null } as const;

test('a task-and-finish group stands beside the Executive', () => expect(whatStopsGroup(wanted, [executive])).toEqual([]));
test('there is one Executive', () => {
  expect(whatStopsGroup({ ...wanted, kind: 'executive' }, [executive])).toMatchObject([{ field: 'kind' }]);
  expect(whatStopsGroup({ ...wanted, kind: 'executive' }, [{ ...executive, isCurrent: false }])).toEqual([]);
});
test('two groups never share a name, and a group may keep its own', () => {
  expect(whatStopsGroup({ ...wanted, name: 'executive' }, [executive])).toMatchObject([{ field: 'name' }]);
  expect(whatStopsGroup({ ...executive }, [executive])).toEqual([]);
});
test('a group meets by weeks or by months, not by both', () => expect(whatStopsGroup({ ...wanted, cadenceWeeks: 6, cadenceMonths: 2 }, [])).toMatchObject([{ field: 'cadenceMonths' }]));
test('a group does not end before it starts', () => expect(whatStopsGroup({ ...wanted, startedOn: '2026-01-02', endedOn: '2026-01-01' }, [])).toMatchObject([{ field: 'endedOn' }]));
