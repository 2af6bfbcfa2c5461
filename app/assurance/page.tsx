import { AssuranceFigures } from '@/components/assurance/assurance-figures';
import { PageFrame } from '@/components/access/page-frame';
import { FilterBar } from '@/components/ui/filter-bar';
import { TextInput } from '@/components/ui/static-field';
import { readAs, requireActor } from '@/lib/access/guard';
import { holds, mayDo } from '@/lib/access/rights';
import { findReportedYear, getAssurance } from '@/lib/assurance/queries';
import { periodInWords, readPeriod } from '@/lib/assurance/rules';
import { formatDate } from '@/lib/dates/calendar-date';
import { readTypedDate } from '@/lib/dates/typed-date';

type Props = { searchParams: Promise<{ from?: string; to?: string }> };

export default async function AssurancePage({ searchParams }: Props) {
  const asked = await searchParams;
  const { actor, now, period, assurance, year } = await readAs(await requireActor(), async (ctx) => {
    // Typed as people write it, or as another page links it.
    const typed = (text: string | undefined) => (typeof text === 'string' && text.trim() ? (readTypedDate(text, ctx.today, { prefer: 'past' }).date ?? undefined) : undefined);
    const period = readPeriod({ from: typed(asked.from), to: typed(asked.to) }, ctx.today);
    return { actor: ctx.actor, now: ctx.now, period, assurance: await getAssurance(ctx, period), year: mayDo(ctx.actor, 'see-year') ? await findReportedYear(ctx) : null };
  }, { act: 'see-assurance' });
  return (
    <PageFrame actor={actor} now={now} section="assurance" title="Assurance" soft={`${periodInWords(period)} · live · every number opens its rows${holds(actor, 'BU', 'EX', 'IS') ? '' : ' · of reviews, it counts those on whose list you are'}`} sensitivity="case" example={assurance.example} actions={year && <a href={`/assurance/years/${year}`}>The year {year}</a>}>
      <FilterBar action="/assurance" label="Choose a period" clear={asked.from || asked.to ? '/assurance' : undefined}>
        <TextInput name="from" label="From" value={formatDate(period.from)} />
        <TextInput name="to" label="To" value={formatDate(period.to)} />
      </FilterBar>
      <AssuranceFigures assurance={assurance} period={period} />
    </PageFrame>
  );
}
