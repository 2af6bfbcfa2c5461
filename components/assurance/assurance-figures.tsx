import { Bars } from '@/components/ui/bars';
import { Card } from '@/components/ui/card';
import { Parts } from '@/components/ui/columns';
import { StackedBars } from '@/components/ui/stacked-bars';
import { Stat } from '@/components/ui/stat';
import type { Tone } from '@/components/ui/tag';
import { FigureTable } from '@/components/assurance/figure-table';
import { figureLabels, levelBarLabels, type Figure } from '@/lib/assurance/labels';
import type { Assurance } from '@/lib/assurance/queries';
import type { Period } from '@/lib/assurance/rules';

const tones: [Tone, string][] = [['red', 'Red'], ['amber', 'Amber'], ['green', 'Green'], ['grey', 'Grey'], ['blue', 'Closed']];

/** The figures of a period, each opening its rows, the worst thing behind it beside it; then the plan as pictures. */
export function AssuranceFigures({ assurance, period }: { assurance: Assurance; period: Period }) {
  const { figures, byRag, byAgency, levels } = assurance;
  const open = (figure: Figure) => `/assurance/rows/${figure}?from=${period.from}&to=${period.to}`;
  const first = (figure: Figure) => figures[figure].first[0];
  const stat = (figure: Figure, value: string | number = figures[figure].count, worst = first(figure)) => (
    <Stat key={figure} label={figureLabels[figure]} value={value} href={open(figure)} worst={worst && { text: `${worst.reference}: ${worst.because}`, href: worst.href }} />
  );
  const due = figures['clocks-met'].count + figures['clocks-late'].count;
  const known = levels.reduce((sum, level) => sum + level.count, 0);
  const better = levels.find((level) => level.level === 'better_for_children')?.count ?? 0;
  return (
    <>
      <h2>In the period</h2>
      <Parts of="stats">
        {stat('notifications')}
        {stat('reviews-opened')}
        {stat('clocks-met', due === 0 ? 'None due' : `${figures['clocks-met'].count} of ${due}`, first('clocks-late'))}
        {stat('clocks-late')}
        {stat('decisions')}
        {stat('recommendations')}
        {stat('agreed')}
        {stat('updated')}
        {stat('moved')}
        {stat('evidence-checked')}
        {stat('checked')}
      </Parts>
      <h2>Today</h2>
      <Parts of="stats">
        {stat('past-due')}
        {stat('awaiting-check')}
        {stat('recommendations-without-action')}
        {stat('not-stated')}
      </Parts>
      <Parts of="halves">
        <Card>
          <StackedBars
            title="The plan by agency" of="Agency" tones={tones} says={`By owner. ${byRag.red} red, ${byRag.amber} amber, ${byRag.green} green, ${byRag.grey} grey. ${byRag.not_stated} left out as not stated.`}
            rows={byAgency.filter((agency) => tones.some(([tone]) => agency.counts[tone])).map((agency) => ({
              label: agency.agencyName ?? 'No owner', href: `/assurance/plan/owner/${agency.agencyId ?? 'nobody'}`, segments: tones.map(([tone]) => ({ tone, count: agency.counts[tone] ?? 0 })),
            }))}
          />
        </Card>
        <Card>
          <Bars title="How far the checked evidence reaches" headers={['Level of evidence', 'Actions']} says={`For ${better} of ${known} agreed actions, checked evidence shows that something is better for children.`} bars={levels.map((level) => ({ label: levelBarLabels[level.level] ?? level.level, value: level.count, href: `/assurance/plan/level/${level.level}` }))} />
        </Card>
      </Parts>
      <Card title="Decisions of the safeguarding partners"><FigureTable rows={figures.decisions.first} caption={`${figures.decisions.first.length} of ${figures.decisions.count} in the period, earliest first`} /><p><a href={open('decisions')}>All decisions in the period</a></p></Card>
      <Card title="Red because past due"><FigureTable rows={figures['past-due'].first} caption={`${figures['past-due'].first.length} of ${figures['past-due'].count}, longest overdue first`} /><p><a href="/plan?rag=red">All red actions and why</a></p></Card>
      <p className="soft">{figures['not-stated'].count} actions taken from documents give no date: they are <a href={open('not-stated')}>left out as not stated</a>.</p>
    </>
  );
}
