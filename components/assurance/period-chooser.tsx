import { ErrorTitle } from '@/components/ui/error-summary';
import { FilterBar } from '@/components/ui/filter-bar';
import { TextInput } from '@/components/ui/static-field';
import type { PeriodRead } from '@/lib/assurance/rules';
import { formatDate } from '@/lib/dates/calendar-date';

/** Which period the figures are of. What cannot be read stays as it was typed, with what is wrong beside it. */
export function PeriodChooser({ read, asked }: { read: PeriodRead; asked: { from?: string | string[]; to?: string | string[] } }) {
  const wrong = read.problems.from !== undefined || read.problems.to !== undefined;
  const shown = (end: 'from' | 'to') => (wrong ? String(asked[end] ?? '') : formatDate(read.period[end]));
  return (
    <>
      {wrong && <ErrorTitle title="Assurance" />}
      <FilterBar action="/assurance" label="Choose a period" clear={asked.from || asked.to ? '/assurance' : undefined}>
        <TextInput name="from" label="From" hint="For example the day you last met" value={shown('from')} problem={read.problems.from} />
        <TextInput name="to" label="To" hint="Like 14/3/26, 14 Mar or today" value={shown('to')} problem={read.problems.to} />
      </FilterBar>
      {wrong && <p>The figures below are of the last three months.</p>}
    </>
  );
}
