import { Empty } from '@/components/ui/empty';
import { SummaryList } from '@/components/ui/summary-list';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatDate, formatInstant } from '@/lib/dates/calendar-date';
import type { About, DecisionListed, DecisionShown } from '@/lib/groups/meetings/queries';

const hrefOf = (decision: { groupId: string; reference: string }) => `/groups/${decision.groupId}/decisions/${decision.reference}`;

/** Whether a decision is in force, and whether the chair has confirmed its words. */
export function DecisionTag({ decision }: { decision: DecisionListed }) {
  if (decision.supersededBy) return <Tag tone="grey">Superseded by {decision.supersededBy}</Tag>;
  return decision.confirmedAt ? <Tag tone="green">Confirmed</Tag> : <Tag tone="amber">Not confirmed by the chair yet</Tag>;
}

/** The decision log: what was decided, when, about what. */
export function DecisionLog({ decisions, caption, empty }: { decisions: DecisionListed[]; caption: string; empty: string }) {
  if (decisions.length === 0) return <Empty title="No decisions here yet"><p>{empty}</p></Empty>;
  return (
    <Table
      caption={caption}
      columns={[{ header: 'Decision' }, { header: 'What was decided' }, { header: 'About' }, { header: 'State' }]}
      rows={decisions.map((decision) => ({
        key: decision.id,
        cells: [
          <span key="which"><a href={hrefOf(decision)}><b>{decision.reference}</b> {decision.matter}</a><span className="soft">{formatDate(decision.on)}</span></span>,
          <span key="what">{decision.decision}{decision.reviewOn && <span className="soft">looked at again {formatDate(decision.reviewOn)}</span>}</span>,
          <AboutLink key="about" about={decision.about} />, <DecisionTag key="state" decision={decision} />,
        ],
      }))}
    />
  );
}

function AboutLink({ about }: { about: About | null }) {
  if (!about) return <span className="soft">No one record</span>;
  return about.href ? <a href={about.href}>{about.reference}</a> : <>{about.reference} {about.title}</>;
}

/** One decision with everything that the log keeps of it. */
export function DecisionRecord({ decision }: { decision: DecisionShown }) {
  const stated = (text: string | null) => (text ? <span className="typed">{text}</span> : <span className="soft">Not stated</span>);
  return (
    <SummaryList rows={[
      { key: 'Decided', value: stated(decision.decision) },
      { key: 'Why', value: stated(decision.reasons) },
      { key: 'The choices', value: stated(decision.options) },
      { key: 'Seen before deciding', value: stated(decision.evidenceSeen) },
      { key: 'Decided by', value: stated(decision.decidedBy) },
      { key: 'Dissent', value: decision.dissent ? stated(decision.dissent) : 'None recorded' },
      { key: 'Conflicts declared', value: decision.conflicts ? stated(decision.conflicts) : 'None recorded' },
      { key: 'Duty or power', value: stated(decision.legalBasis) },
      { key: 'Concerns', value: <>{<AboutLink about={decision.about} />}{decision.about?.href && ` ${decision.about.title}`}</> },
      { key: 'Looked at again', value: decision.reviewOn ? formatDate(decision.reviewOn) : <span className="soft">No day is set</span> },
      ...(decision.supersedes ? [{ key: 'In place of', value: <a href={hrefOf({ groupId: decision.groupId, reference: decision.supersedes })}>{decision.supersedes}</a> }] : []),
      ...(decision.supersededBy ? [{ key: 'Superseded by', value: <a href={hrefOf({ groupId: decision.groupId, reference: decision.supersededBy })}>{decision.supersededBy}</a> }] : []),
      { key: 'Confirmed', value: decision.confirmedAt ? `By ${decision.confirmedBy}, ${formatInstant(decision.confirmedAt)}` : 'Not yet: the chair confirms its words' },
    ]} />
  );
}
