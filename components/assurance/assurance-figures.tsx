import { FigureTable } from '@/components/assurance/figure-table';
import { PeriodSentence } from '@/components/assurance/period-sentence';
import { Bars } from '@/components/ui/bars';
import { Card } from '@/components/ui/card';
import { Parts } from '@/components/ui/columns';
import { StackedBars } from '@/components/ui/stacked-bars';
import { Stat } from '@/components/ui/stat';
import type { Tone } from '@/components/ui/tag';
import { figureLabels, levelBarLabels, type Figure } from '@/lib/assurance/labels';
import type { Assurance } from '@/lib/assurance/queries';
import type { Period } from '@/lib/assurance/rules';

const allTones: [Tone, string][] = [['red', 'Red'], ['amber', 'Amber'], ['green', 'Green'], ['grey', 'Grey'], ['blue', 'Closed']];

/** How the plan stands today and what happened in a period: each figure opens its rows, the worst thing behind it beside it; then the plan as pictures. */
export function AssuranceFigures({ assurance, period, today }: { assurance: Assurance; period: Period; today: string }) {
  const { figures, byRag, byAgency } = assurance;
  const open = (figure: Figure) => `/assurance/rows/${figure}?from=${period.from}&to=${period.to}`;
  const first = (figure: Figure) => figures[figure].rows[0];
  const stat = (figure: Figure, value: string | number = figures[figure].count, worst = first(figure)) => (
    <Stat key={figure} label={figureLabels[figure]} value={value} href={open(figure)} worst={worst && { link: { text: worst.reference, href: worst.href }, text: worst.because }} />
  );
  const due = figures['clocks-met'].count + figures['clocks-late'].count;
  const mostRed = byAgency.find((agency) => agency.counts.red);
  return (
    <>
      <PeriodSentence assurance={assurance} period={period} today={today} />
      <h2>Today</h2>
      <Parts of="stats">
        <Stat label="Red actions" value={byRag.red} href="/plan?rag=red" worst={mostRed && { link: { text: `${mostRed.counts.red} of them`, href: ownerHref(mostRed.agencyId) }, text: mostRed.agencyName ? `held by ${mostRed.agencyName}` : 'without an owner' }} />
        {stat('past-due')}
        {stat('awaiting-check')}
        {stat('recommendations-without-action')}
        {stat('not-stated')}
        {stat('challenges-open')}
      </Parts>
      <h2>In the period</h2>
      <Parts of="stats">
        {stat('notifications')}
        {stat('reviews-opened')}
        {stat('clocks-met', due === 0 ? 'None due' : `${figures['clocks-met'].count} of ${due}`, first('clocks-late'))}
        {stat('decisions')}
        {stat('recommendations')}
        {stat('agreed')}
        {stat('updated')}
        {stat('moved')}
        {stat('evidence-checked')}
        {stat('checked')}
        {stat('challenges')}
      </Parts>
      <Parts of="halves">
        <PlanByAgency assurance={assurance} />
        <EvidenceByLevel assurance={assurance} />
      </Parts>
      <Card title="Decisions of the safeguarding partners"><FigureTable rows={figures.decisions.rows} caption={`${figures.decisions.rows.length} of ${figures.decisions.count} in the period, earliest first`} /><p><a href={open('decisions')}>All decisions in the period</a></p></Card>
      <Card title="Past their fifteen days"><FigureTable rows={figures['clocks-late'].rows} caption={`${figures['clocks-late'].rows.length} of ${figures['clocks-late'].count} in the period, still open first`} /><p><a href={open('clocks-late')}>All rapid reviews past their fifteen days</a></p></Card>
      <Card title="Red because past due"><FigureTable rows={figures['past-due'].rows} caption={`${figures['past-due'].rows.length} of ${figures['past-due'].count}, longest overdue first`} /><p><a href="/plan?rag=red">All red actions and why</a></p></Card>
      <p className="soft">{figures['not-stated'].count} actions taken from documents give no date: they are <a href={open('not-stated')}>left out as not stated</a>.</p>
      <p><a href="/challenges">The challenge log</a></p>
    </>
  );
}

const ownerHref = (agencyId: string | null) => `/assurance/plan/owner/${agencyId ?? 'nobody'}`;

function PlanByAgency({ assurance: { byRag, byAgency } }: { assurance: Assurance }) {
  const tones = allTones.filter(([tone]) => tone !== 'blue' || byRag.blue > 0);
  const owned = byAgency.filter((agency) => tones.some(([tone]) => agency.counts[tone]));
  // What nobody owns is no agency: it stands last.
  const rows = [...owned.filter((agency) => agency.agencyId !== null), ...owned.filter((agency) => agency.agencyId === null)];
  return (
    <Card>
      <StackedBars
        title="The plan by agency" of="Agency" tones={tones}
        says={<>By owner. {tones.map(([tone, word]) => <span key={tone}><a href={`/plan?rag=${tone}`}>{byRag[tone]} {word.toLowerCase()}</a>, </span>)}<a href="/plan?rag=not-stated">{byRag.not_stated} left out</a> as not stated.</>}
        rows={rows.map((agency) => ({ label: agency.agencyName ?? 'Without an owner', href: ownerHref(agency.agencyId), segments: tones.map(([tone]) => ({ tone, count: agency.counts[tone] ?? 0 })) }))}
      />
    </Card>
  );
}

function EvidenceByLevel({ assurance: { byRag, levels } }: { assurance: Assurance }) {
  const agreed = levels.reduce((sum, level) => sum + level.count, 0);
  const better = levels.find((level) => level.level === 'better_for_children')?.count ?? 0;
  const inPlan = allTones.reduce((sum, [tone]) => sum + byRag[tone], 0);
  return (
    <Card>
      <Bars
        title="How far the checked evidence reaches" headers={['Level of evidence', 'Actions']}
        says={`Of the ${agreed} actions that are agreed and not put aside, checked evidence shows for ${better} that something is better for children.${inPlan > agreed ? ` The other ${inPlan - agreed} of the plan’s ${inPlan} are proposed, or put aside.` : ''}`}
        bars={levels.map((level) => ({ label: levelBarLabels[level.level] ?? level.level, value: level.count, href: `/assurance/plan/level/${level.level}` }))}
      />
    </Card>
  );
}
