import { PageFrame } from '@/components/access/page-frame';
import { FigureTable } from '@/components/assurance/figure-table';
import { ReportedCounts } from '@/components/assurance/reported-counts';
import { YearSentence } from '@/components/assurance/year-sentence';
import { Card } from '@/components/ui/card';
import { Parts } from '@/components/ui/columns';
import { Stat } from '@/components/ui/stat';
import { Tabs } from '@/components/ui/tabs';
import { readAs, requireActor } from '@/lib/access/guard';
import { getYear } from '@/lib/assurance/queries';
import { readReportingYear } from '@/lib/assurance/rules';
import { foundOr404 } from '@/lib/access/context';

type Props = { params: Promise<{ year: string }> };

export default async function YearPage({ params }: Props) {
  const asked = (await params).year;
  const { actor, now, year, found } = await readAs(await requireActor(), async (ctx) => {
    const year = foundOr404(readReportingYear(asked), 'year');
    return { actor: ctx.actor, now: ctx.now, year, found: await getYear(ctx, year) };
  }, { act: 'see-year' });
  const start = Number(year.slice(0, 4));
  const nextYear = `${start + 1}-${String((start + 2) % 100).padStart(2, '0')}`;
  const next = found.priorities.filter((priority) => priority.reportingYear === nextYear);
  const open = (figure: string) => `/assurance/years/${year}/${figure}`;
  return (
    <PageFrame actor={actor} now={now} section="assurance" title={`The year ${year}`} soft="Counted from the records, as they are now. Invented examples are counted in no year." sensitivity="case" back={{ href: '/assurance', label: 'Assurance' }}>
      {found.years.length > 1 && <Tabs label="Years" tabs={found.years.map((one) => ({ href: `/assurance/years/${one}`, label: one, current: one === year }))} />}
      <YearSentence year={year} nextYear={nextYear} shortName={actor.partnership.shortName} reviews={found.reviews} />
      <Parts of="stats">
        <Stat label="Reviews carried over" value={found.reviews.carriedOver.length} href={open('carried-over')} worst={{ text: found.reviews.carriedOver.map((review) => review.title).join(', ') }} />
        <Stat label="Lines of enquiry" value={found.linesOfEnquiry.length} href={open('lines-of-enquiry')} />
        <Stat label="Multi-agency audit days" value={found.audits.length} href={open('audits')} />
        <Stat label="Lines of the plan" value={found.planLines.length} href={open('plan-lines')} worst={found.planLines.length > 0 ? { text: 'As their report gives them: no owner and no date' } : undefined} />
      </Parts>
      {found.counts.length > 0 && <ReportedCounts counts={found.counts} />}
      <Card title="Lines of the combined learning action plan"><FigureTable rows={found.planLines} beside="How far it was, and where it is from" caption={`${found.planLines.length} lines, with the report’s own word for how far each was`} /></Card>
      {next.length > 0 && <Card title={`Priorities for ${nextYear}`}><ol className="plain">{next.map((priority) => <li key={priority.number}>{priority.number}. {priority.title}</li>)}</ol></Card>}
    </PageFrame>
  );
}
