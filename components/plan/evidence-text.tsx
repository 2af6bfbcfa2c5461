import { Tag } from '@/components/ui/tag';
import { formatDateShort } from '@/lib/dates/calendar-date';
import { sizeInWords } from '@/lib/files/kinds';
import { evidenceKindNames } from '@/lib/plan/labels';
import type { EvidenceShown } from '@/lib/plan/queries';
import { numbersInWords } from '@/lib/plan/rules';

/** What an item of evidence is, in one line: its kind, the time it tells of, whose it is and who added it. */
export function evidenceLine(item: EvidenceShown, today: string): string {
  const period = item.periodFrom && item.periodTo && `${formatDateShort(item.periodFrom, today)} to ${formatDateShort(item.periodTo, today)}`;
  return [evidenceKindNames[item.kind], period || formatDateShort(item.datedOn, today), item.agencyName, item.addedByName && `added by ${item.addedByName}`].filter(Boolean).join(' · ');
}

/** What an item of evidence says: its numbers, its words, its files, and that somebody could be recognised by it. */
export function EvidenceText({ item }: { item: EvidenceShown }) {
  const numbers = numbersInWords(item);
  return (
    <>
      {numbers && <span className="block">{numbers}</span>}
      {item.detail && <span className="block typed">{item.detail}</span>}
      {item.files.map((file) => <span key={file.id} className="block"><a href={file.href} download>{file.name}</a> ({sizeInWords(file.size)})</span>)}
      {item.holdsPersonalData && <span className="block"><Tag tone="blue">Holds personal data</Tag></span>}
    </>
  );
}
