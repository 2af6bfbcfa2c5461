import { FilterBar } from '@/components/ui/filter-bar';
import { Notice } from '@/components/ui/notice';
import { SelectInput, TextInput } from '@/components/ui/static-field';
import { isFiltered, type PlanView } from '@/lib/plan/filter/rules';
import type { FilterOptions } from '@/lib/plan/queries';

/** Since when, and of which part of the plan. */
export function PlanChangesFilter({ view, since, options, problem }: { view: PlanView; since: string; options: FilterOptions; problem: string | null }) {
  return (
    <>
      <p className="print-only">Since {since}</p>
      {problem && <Notice tone="warning" title={problem} />}
      <FilterBar action="/plan/changes" label="Choose since when" clear={isFiltered(view) ? `/plan/changes?since=${encodeURIComponent(since)}` : undefined}>
        <TextInput name="since" label="Since the end of" value={since} hint="Like 14/3/26 or 1 Dec" />
        <div className="contents sm:[&_select]:max-w-48">
          <SelectInput name="agency" label="Agency" value={view.agency} options={options.agencies} any="Any agency" />
          <SelectInput name="group" label="Group" value={view.group} options={options.groups} any="Any group" />
        </div>
      </FilterBar>
    </>
  );
}
