import { expect, test } from 'vitest';
import { asCalendarDate } from '../../lib/dates/calendar-date';
import { ragOf, type ActionFacts } from '../../lib/plan/rules';
import { planOf, type Cast } from './large-plan';

const today = asCalendarDate('2026-11-23');
const agencies = ['lead', 'other', 'third'].map((id) => ({ id, name: id }));
const cast: Cast = { agencies, groups: [{ id: 'group' }], people: [{ id: 'a', agencyId: 'lead', post: 'Nurse' }, { id: 'b', agencyId: 'other', post: 'Manager' }] };
const thresholds = { dueSoonDays: 30, quietDays: 45, movesForRed: 2 };

function shares(count: number) {
  const plan = planOf({ actions: count, sources: 20 }, cast, today, 1);
  const rags = plan.actions.map((action) => ragOf({ recordBasis: 'worked_here', startOn: null, aside: null, worsenedTo: null, worsenedBecause: null, agenciesBehind: 0, ...action } as ActionFacts, today, thresholds).rag);
  const contributes = new Set(plan.actionAgencies.filter(({ agencyId }) => agencyId === 'lead').map(({ actionId }) => actionId));
  const withLead = plan.actions.filter((action) => action.ownerAgencyId === 'lead' || contributes.has(action.id));
  const redWithLead = plan.actions.filter((action, place) => rags[place] === 'red' && withLead.includes(action));
  const share = (rows: unknown[]) => rows.length / count;
  return { red: share(rags.filter((rag) => rag === 'red')), amber: share(rags.filter((rag) => rag === 'amber')), grey: share(rags.filter((rag) => rag === 'grey')), blue: share(rags.filter((rag) => rag === 'blue')), withLead: share(withLead), redWithLead: share(redWithLead) };
}

test('the same plan comes out every time', () => {
  const plan = planOf({ actions: 600, sources: 40 }, cast, today, 60);
  expect(planOf({ actions: 600, sources: 40 }, cast, today, 60)).toEqual(plan);
  expect(plan.actions[0]).toMatchObject({ id: 'b741f571-dadc-4cc9-8186-432cc90dc3c5', reference: 'A-060' });
});

test('a filter finds the same share of a short plan and of a long one, and fills a page of either', () => {
  expect(shares(200)).toEqual(shares(2000));
  expect(shares(200)).toMatchObject({ red: 0.4, amber: 0.15, grey: 0.1, blue: 0.1 });
  expect(shares(200).redWithLead * 200).toBeGreaterThanOrEqual(50);
});

test('no two rows are one, and the texts are as long as those people write', () => {
  const plan = planOf({ actions: 2000, sources: 150 }, cast, today, 1);
  for (const rows of Object.values(plan)) expect(new Set(rows.map((row: { id?: string }) => row.id)).size).toBe(rows.length);
  const average = (texts: (string | null | undefined)[]) => texts.reduce((sum, one) => sum + (one ?? '').length, 0) / texts.length;
  expect(average(plan.actions.map((action) => action.title))).toBeGreaterThan(60);
  expect(average(plan.actions.map((action) => action.detail))).toBeGreaterThan(400);
  expect(Math.max(...plan.actions.map((action) => action.title.length))).toBeLessThanOrEqual(200);
});
