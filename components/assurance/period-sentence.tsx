import { Fragment } from 'react';
import { Notice } from '@/components/ui/notice';
import type { Figure } from '@/lib/assurance/labels';
import type { Assurance } from '@/lib/assurance/queries';
import type { Period } from '@/lib/assurance/rules';
import { formatDate } from '@/lib/dates/calendar-date';

/** What happened in a period, in one sentence, for somebody who was last here on its first day. Each number opens its rows. */
export function PeriodSentence({ assurance: { figures }, period, today }: { assurance: Assurance; period: Period; today: string }) {
  const told: [Figure, string, string][] = [
    ['checked', 'action complete and checked', 'actions complete and checked'],
    ['agreed', 'action agreed', 'actions agreed'],
    ['moved', 'due date moved', 'due dates moved'],
    ['decisions', 'decision of the safeguarding partners', 'decisions of the safeguarding partners'],
    ['clocks-late', 'rapid review past its fifteen days', 'rapid reviews past their fifteen days'],
    ['notifications', 'serious incident notified', 'serious incidents notified'],
  ];
  const happened = told.filter(([figure]) => figures[figure].count > 0);
  return (
    <Notice>
      <p>
        <b>{period.to === today ? `Since ${formatDate(period.from)}` : `From ${formatDate(period.from)} to ${formatDate(period.to)}`}:</b>{' '}
        {happened.length === 0 ? 'nothing that you may see' : happened.map(([figure, one, more], place) => (
          <Fragment key={figure}>
            {place > 0 && ', '}
            <a href={`/assurance/rows/${figure}?from=${period.from}&to=${period.to}`}>{figures[figure].count} {figures[figure].count === 1 ? one : more}</a>
          </Fragment>
        ))}.
      </p>
    </Notice>
  );
}
