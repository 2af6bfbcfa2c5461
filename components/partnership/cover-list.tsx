import { Dates } from '@/components/partnership/dates';
import { Empty } from '@/components/ui/empty';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { membershipNames } from '@/lib/access/labels';
import type { CoverShown } from '@/lib/partnership/cover/queries';

type CoverListProps = {
  covers: CoverShown[];
  /** Whose cover it is: tells "covered by" from "covers for". */
  of: string;
  /** The ids of cover that the reader may end. */
  mayEnd: string[];
  none: string;
};

/** Who acts for somebody, and for whom they act: what is over comes last. */
export function CoverList({ covers, of, mayEnd, none }: CoverListProps) {
  if (covers.length === 0) return <Empty title={none} />;
  const inOrder = [...covers].sort((a, b) => Number(a.isOver) - Number(b.isOver));
  return (
    <Table
      caption="Cover" captionHidden
      columns={[{ header: 'Who acts for whom' }, { header: 'As' }, { header: 'Days' }, { header: 'State' }, ...(mayEnd.length > 0 ? [{ header: 'What you can do', headerHidden: true }] : [])]}
      rows={inOrder.map((cover) => ({
        key: cover.id,
        cells: [
          <span key="who">{cover.by} for {cover.person}{cover.reason && <span className="soft">{cover.reason}</span>}</span>,
          membershipNames[cover.membership],
          cover.toOn === null ? <span key="days"><Dates fromOn={cover.fromOn} toOn={null} /><span className="soft">Standing deputy: no last day</span></span> : <Dates key="days" fromOn={cover.fromOn} toOn={cover.toOn} />,
          <Tag key="state" tone={cover.isCurrent ? 'green' : 'grey'}>{cover.isCurrent ? 'In force' : cover.isOver ? 'Over' : 'Not begun yet'}</Tag>,
          ...(mayEnd.length > 0 ? [mayEnd.includes(cover.id) && !cover.isOver ? <a key="end" href={endHref(cover, of)}>End<VisuallyHidden> the cover by {cover.by}</VisuallyHidden></a> : null] : []),
        ],
      }))}
    />
  );
}

function endHref(cover: CoverShown, of: string): string {
  return `/partnership/people/${of === cover.byPersonId ? cover.personId : of}/cover?end=${cover.id}`;
}
