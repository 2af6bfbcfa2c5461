import { AssuranceFigures } from '@/components/assurance/assurance-figures';
import { PeriodChooser } from '@/components/assurance/period-chooser';
import { PageFrame } from '@/components/access/page-frame';
import { CameBack } from '@/components/recommendations/came-back';
import { readAs, requireActor } from '@/lib/access/guard';
import { holds, mayDo } from '@/lib/access/rights';
import { findReportedYear, getAssurance } from '@/lib/assurance/queries';
import { periodInWords, readPeriod } from '@/lib/assurance/rules';
import { listRepeats } from '@/lib/recommendations/findings/queries';

type Props = { searchParams: Promise<{ from?: string | string[]; to?: string | string[] }> };

export default async function AssurancePage({ searchParams }: Props) {
  const asked = await searchParams;
  const { actor, now, today, read, assurance, repeats, year } = await readAs(await requireActor(), async (ctx) => {
    const read = readPeriod(asked, ctx.today);
    return { actor: ctx.actor, now: ctx.now, today: ctx.today, read, assurance: await getAssurance(ctx, read.period), repeats: await listRepeats(ctx), year: mayDo(ctx.actor, 'see-year') ? await findReportedYear(ctx) : null };
  }, { act: 'see-assurance' });
  const soft = [
    `${read.isDefault ? 'The last three months: ' : ''}${periodInWords(read.period)}`, 'live', 'every number opens its rows', ...(holds(actor, 'BU', 'EX', 'IS') ? [] : ['of reviews, it counts those on whose list you are']),
  ].join(' · ');
  return (
    <PageFrame actor={actor} now={now} section="assurance" title="Assurance" soft={soft} sensitivity="case" example={assurance.example || repeats.some((finding) => finding.example)} actions={year && <a href={`/assurance/years/${year}`}>The year {year}</a>}>
      <PeriodChooser read={read} asked={asked} />
      <AssuranceFigures assurance={assurance} period={read.period} today={today} />
      <CameBack findings={repeats} />
    </PageFrame>
  );
}
