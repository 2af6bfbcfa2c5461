import { Fragment } from 'react';
import { Details } from '@/components/ui/details';
import { FilterBar } from '@/components/ui/filter-bar';
import { Notice } from '@/components/ui/notice';
import { SearchInput, SelectInput, TextInput } from '@/components/ui/static-field';
import { filterWords, isFiltered, planAddress, type PlanView } from '@/lib/plan/filter/rules';
import { dueNames, needsNames, priorityNames, ragChoices, sourceKindNames } from '@/lib/plan/labels';
import type { FilterOptions } from '@/lib/plan/queries';
import type { SavedView } from '@/lib/plan/views/queries';

const choices = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

/** What the list is narrowed to. The address is its state: it can be shared, kept and gone back to. */
export function PlanFilterBar({ view, options, problems, saved }: { view: PlanView; options: FilterOptions; problems: string[]; saved: SavedView[] }) {
  const keep = { ...(view.sort === 'due' ? {} : { sort: view.sort }), ...(view.descending ? { order: 'desc' } : {}), ...(view.onePage ? { show: 'all' } : {}) };
  const sources = Object.entries(sourceKindNames).flatMap(([kind, group]) => options.sources.filter((source) => source.kind === kind).map((source) => ({ ...source, group })));
  return (
    <>
      {isFiltered(view) && <p className="print-only">{filterWords(view, options).join(' · ')}</p>}
      {saved.length > 0 && (
        <nav className="no-print" aria-label="Your views">
          Your views: {saved.map((one) => <Fragment key={one.id}><a href={one.href}>{one.name}</a> · </Fragment>)}<a href="/plan/views">Change them</a>
        </nav>
      )}
      {problems.map((problem) => <Notice key={problem} tone="warning" title={problem} />)}
      <FilterBar
        action="/plan" label="Narrow the plan" keep={keep} clear={isFiltered(view) ? planAddress({ at: view.at, sort: view.sort, descending: view.descending, onePage: view.onePage }) : undefined}
        links={[...(isFiltered(view) ? [{ href: planAddress({ ...view, page: 1 }, '/plan/views'), label: 'Save this view' }] : []), { href: '/plan/changes', label: 'What has changed' }, { href: planAddress({ ...view, page: 1, onePage: false }, '/plan/export'), label: 'Download as .csv', download: true }]}
      >
        {/* The names of agencies are long: a choice is as wide as what it is about, not as its longest line. */}
        <div className="contents sm:[&_select]:max-w-48">
          <SelectInput name="rag" label="Colour" value={view.rag} options={ragChoices} any="Any colour" />
          <SelectInput name="agency" label="Agency" value={view.agency} options={options.agencies} any="Any agency" />
          <SelectInput name="group" label="Group" value={view.group} options={options.groups} any="Any group" />
          <SelectInput name="due" label="Due" value={view.due} options={choices(dueNames)} any="Any time" />
        </div>
        <SearchInput name="q" label="Words" value={view.q} maxLength={200} hint="Of a title, detail or outcome, or a reference" />
        <Details summary="More to choose from" open={[view.owner, view.source, view.priority, view.needs, view.from, view.to, view.at].some((value) => value !== '')}>
          <div className="row sm:[&_select]:max-w-64">
            <SelectInput name="owner" label="Owner" value={view.owner} options={[{ value: 'me', label: 'Me' }, ...options.owners]} any="Anybody" />
            <SelectInput name="source" label="From" value={view.source} options={sources} any="Any review, audit or enquiry" />
            <SelectInput name="priority" label="Priority" value={view.priority} options={choices(priorityNames)} any="Any priority" />
            <SelectInput name="needs" label="What it needs" value={view.needs} options={choices(needsNames)} any="Anything or nothing" />
            <TextInput name="from" label="Due from" value={view.from} hint="Like 14/3/26 or 1 Dec" />
            <TextInput name="to" label="Due to" value={view.to} hint="Like end June" />
            <TextInput name="at" label="As at the end of" value={view.at} hint="A day gone by; empty for today" />
          </div>
        </Details>
      </FilterBar>
    </>
  );
}
