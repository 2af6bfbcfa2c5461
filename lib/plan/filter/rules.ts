import type { CalendarDate } from '@/lib/dates/calendar-date';
import { readTypedDate } from '@/lib/dates/typed-date';
import { dueNames, needsNames, orderNames, priorityNames, ragChoices } from '@/lib/plan/labels';
import type { DueFilter, NeedsFilter, PlanFilter, PlanSort, PriorityLevel } from '@/lib/plan/queries';

export type PlanQuery = Record<string, string | string[] | undefined>;

/** What the address asks of the plan, as it was typed: known words only, everything else is left out. */
export type PlanView = { rag: string; agency: string; owner: string; group: string; source: string; due: string; priority: string; needs: string; from: string; to: string; q: string; /** The day whose plan it is, as typed; empty for today. */ at: string; sort: PlanSort; descending: boolean; page: number; /** All rows on one page. */ onePage: boolean };

const sorts = Object.keys(orderNames) as PlanSort[];
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the address of the plan. Nothing in it can fail: what is not understood does not filter. */
export function readPlanQuery(query: PlanQuery): PlanView {
  const one = (name: string, longest = 100) => [query[name] ?? ''].flat()[0]!.replaceAll('\u0000', '').trim().slice(0, longest);
  const among = (name: string, known: readonly string[]) => (known.includes(one(name)) ? one(name) : '');
  const identified = (name: string) => (id.test(one(name)) ? one(name).toLowerCase() : '');
  const sort = sorts.find((known) => known === one('sort')) ?? 'due';
  return {
    rag: among('rag', ragChoices.map((choice) => choice.value)),
    agency: identified('agency'),
    owner: one('owner') === 'me' ? 'me' : identified('owner'),
    group: identified('group'),
    source: /^[A-Za-z0-9-]{1,60}$/.test(one('source')) ? one('source') : '',
    due: among('due', ['past', 'next30']),
    priority: among('priority', Object.keys(priorityNames)),
    needs: among('needs', Object.keys(needsNames)),
    from: one('from', 60),
    to: one('to', 60),
    q: one('q', 200),
    at: one('at', 60),
    sort,
    descending: one('order') === 'desc',
    page: Math.min(100_000, Math.max(1, Math.trunc(Number(one('page'))) || 1)),
    onePage: one('show') === 'all',
  };
}

/** The filter behind the words of an address, and what to do about a date that was not understood. */
export function planFilterOf(view: PlanView, me: string, today: CalendarDate): { filter: PlanFilter; problems: string[] } {
  const from = readEnd('Due from', view.from, today);
  const to = readEnd('Due to', view.to, today);
  const at = readDayGone(view.at, today);
  return {
    filter: {
      rag: ragChoices.find((choice) => choice.value === view.rag)?.rags,
      agencyId: view.agency || undefined,
      ownerId: view.owner === 'me' ? me : view.owner || undefined,
      groupId: view.group || undefined,
      source: view.source || undefined,
      due: view.due === 'past' || view.due === 'next30' ? view.due : undefined,
      priority: (view.priority as PriorityLevel) || undefined,
      needs: (view.needs as NeedsFilter) || undefined,
      dueFrom: from.date,
      dueTo: to.date,
      asAt: at.date,
      text: view.q || undefined,
      sort: view.sort,
      descending: view.descending,
      page: view.page,
      onePage: view.onePage,
    },
    problems: [...at.problems, ...from.problems, ...to.problems],
  };
}

/** One end of the time in which an action is due; an empty one leaves it open. */
function readEnd(label: string, typed: string, today: CalendarDate): { date?: CalendarDate; problems: string[] } {
  if (typed === '') return { problems: [] };
  const { date, problem } = readTypedDate(typed, today);
  return { date, problems: problem ? [`${label}: ${problem}`] : [] };
}

/** The day whose plan is asked for; today's is the plan as it is. */
function readDayGone(typed: string, today: CalendarDate): { date?: CalendarDate; problems: string[] } {
  if (typed === '') return { problems: [] };
  const { date, problem } = readTypedDate(typed, today, { prefer: 'past' });
  if (date === undefined) return { problems: [`As at: ${problem}`] };
  if (date > today) return { problems: ['As at: Enter a day that has gone by'] };
  return { date: date === today ? undefined : date, problems: [] };
}

/** The address of the plan, or of its file, for a view: only what differs from the plain plan is in it. */
export function planAddress(view: Partial<PlanView>, path = '/plan'): string {
  const query = new URLSearchParams();
  for (const name of ['rag', 'agency', 'owner', 'group', 'source', 'due', 'priority', 'needs', 'from', 'to', 'q', 'at'] as const) if (view[name]) query.set(name, view[name]);
  if (view.sort && view.sort !== 'due') query.set('sort', view.sort);
  if (view.descending) query.set('order', 'desc');
  if (view.onePage) query.set('show', 'all');
  else if (view.page && view.page > 1) query.set('page', String(view.page));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The page of an action. Opened from a list, it leads back to what that was narrowed to. */
export function actionAddress(reference: string, { from, said }: { from?: PlanView; said?: string } = {}): string {
  const query = new URLSearchParams(said ? { said } : {});
  const [, view] = from ? planAddress(from).split('?') : [];
  if (view) query.set('plan', view);
  return `/plan/${reference}${query.size > 0 ? `?${query}` : ''}${said ? '#said' : ''}`;
}

/** The view of the plan that an action's address says it was opened from: only what the plan understands, whatever stands there. */
export function viewBehind(asked: string | string[] | null | undefined): PlanView {
  return readPlanQuery(Object.fromEntries(new URLSearchParams([asked ?? ''].flat()[0]!.slice(0, 1000))));
}

/** The order of a view in words: "soonest due first, finished last". */
export function orderWords(view: Pick<PlanView, 'sort' | 'descending'>): string {
  return orderNames[view.sort][view.descending ? 1 : 0];
}

/** The view that a press on a column's header leads to: in its order, or the other way round where it is in that order already. */
export function sortedBy(view: PlanView, sort: PlanSort): PlanView {
  return { ...view, sort, descending: view.sort === sort && !view.descending, page: 1 };
}

/** The choices of a view as a print says them, each with the name of its field: "Colour: Red and amber". `named` puts names to what an address holds by its key. */
export function filterWords(view: PlanView, named: Record<'agencies' | 'groups' | 'owners' | 'sources', { value: string; label: string }[]>): string[] {
  const of = (what: keyof typeof named, value: string) => named[what].find((option) => option.value === value)?.label ?? value;
  const chosen: [string, string][] = [
    ['Colour', ragChoices.find((choice) => choice.value === view.rag)?.label ?? ''],
    ['Agency', of('agencies', view.agency)],
    ['Group', of('groups', view.group)],
    ['Owner', view.owner === 'me' ? 'Me' : of('owners', view.owner)],
    ['From', of('sources', view.source)],
    ['Due', view.due === '' ? '' : dueNames[view.due as DueFilter]],
    ['Priority', view.priority === '' ? '' : priorityNames[view.priority as PriorityLevel]],
    ['What it needs', view.needs === '' ? '' : needsNames[view.needs as NeedsFilter]],
    ['Due from', view.from],
    ['Due to', view.to],
    ['Words', view.q],
  ];
  return chosen.flatMap(([field, words]) => (words === '' ? [] : [`${field}: ${words}`]));
}

/** Whether anything is left out of the list. */
export function isFiltered(view: PlanView): boolean {
  return [view.rag, view.agency, view.owner, view.group, view.source, view.due, view.priority, view.needs, view.from, view.to, view.q].some((value) => value !== '');
}
