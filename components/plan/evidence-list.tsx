import { Empty } from '@/components/ui/empty';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatDateShort } from '@/lib/dates/calendar-date';
import { evidenceKindNames, levelNames } from '@/lib/plan/labels';
import type { EvidenceShown } from '@/lib/plan/queries';

/** What shows that an action was done, is used, or made a difference, and who has looked at it. */
export function EvidenceList({ evidence, today, mayAdd, reference }: { evidence: EvidenceShown[]; today: string; mayAdd: boolean; reference: string }) {
  if (evidence.length === 0) {
    return <Empty title="No evidence yet" action={mayAdd ? { href: `/plan/${reference}/evidence`, label: 'Add evidence' } : undefined}><p>A minute, a procedure, a training record: what somebody else can look at and check.</p></Empty>;
  }
  return (
    <Table
      caption={`${evidence.length} ${evidence.length === 1 ? 'item' : 'items'} of evidence, oldest first`} captionHidden
      columns={[{ header: 'Evidence' }, { header: 'Shows' }, { header: 'Checked' }]}
      rows={evidence.map((item) => ({
        key: item.id,
        cells: [
          <Item key="item" item={item} today={today} />,
          levelNames[item.level],
          item.checkedOn ? <Tag key="checked" tone="green">{`${item.checkedByName ?? 'Checked'}, ${formatDateShort(item.checkedOn, today)}`}</Tag> : <Tag key="open">Not checked yet</Tag>,
        ],
      }))}
    />
  );
}

function Item({ item, today }: { item: EvidenceShown; today: string }) {
  return (
    <>
      {item.webAddress ? <a href={item.webAddress} rel="noreferrer noopener external">{item.title}</a> : item.title}
      <span className="soft">{[evidenceKindNames[item.kind], formatDateShort(item.datedOn, today), item.addedByName && `added by ${item.addedByName}`].filter(Boolean).join(' · ')}</span>
      {item.detail && <span className="soft typed">{item.detail}</span>}
    </>
  );
}
