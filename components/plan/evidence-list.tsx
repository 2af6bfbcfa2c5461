import { EvidenceText, evidenceLine } from '@/components/plan/evidence-text';
import { Empty } from '@/components/ui/empty';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatDateShort } from '@/lib/dates/calendar-date';
import { levelNames, strengthNames } from '@/lib/plan/labels';
import type { EvidenceShown } from '@/lib/plan/queries';
import { ageInWords, expiryOf } from '@/lib/plan/rules';

/** What shows that an action was done, is used, or made a difference: how old and how strong it is, and who has looked at it. */
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
        cells: [<Item key="item" item={item} today={today} />, <Shows key="shows" item={item} today={today} />, <Checked key="checked" item={item} today={today} />],
      }))}
    />
  );
}

function Item({ item, today }: { item: EvidenceShown; today: string }) {
  return (
    <>
      {item.webAddress ? <a href={item.webAddress} rel="noreferrer noopener external">{item.title}</a> : item.title}
      <span className="soft">{evidenceLine(item, today)}</span>
      <span className="soft"><EvidenceText item={item} /></span>
    </>
  );
}

function Shows({ item, today }: { item: EvidenceShown; today: string }) {
  const expiry = expiryOf(item, today);
  return (
    <>
      {levelNames[item.level]}
      {item.strength && <span className="soft">{strengthNames[item.strength]}</span>}
      <span className="soft">{ageInWords(item, today)}</span>
      {expiry && <span className="soft">{expiry.state === 'good' ? expiry.words : <Tag tone={expiry.state === 'soon' ? 'amber' : 'red'}>{expiry.words}</Tag>}</span>}
    </>
  );
}

function Checked({ item, today }: { item: EvidenceShown; today: string }) {
  const [on, by] = item.declinedOn ? [item.declinedOn, item.declinedByName] : [item.checkedOn, item.checkedByName];
  if (on === null) return <Tag>Not checked yet</Tag>;
  return (
    <>
      {item.declinedOn ? <Tag tone="amber">Does not show it</Tag> : <Tag tone="green">Accepted</Tag>}
      <span className="soft">{[by ?? 'Not stated who', formatDateShort(on, today)].join(', ')}</span>
      {item.checkReason && <span className="soft typed">{item.checkReason}</span>}
    </>
  );
}
