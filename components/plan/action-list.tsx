import { ActionCell, DueCell, LevelCell, OwnerCell } from '@/components/plan/action-cells';
import { RagTag } from '@/components/plan/rag-tag';
import { Empty } from '@/components/ui/empty';
import { Table } from '@/components/ui/table';
import type { ActionListed } from '@/lib/plan/queries';

type Props = {
  actions: ActionListed[]; today: string;
  /** The source on whose page they stand. */
  of?: string;
  /** That there are none, as the reader may know it. */
  title?: string;
  /** What to do about that. */
  empty?: string;
};

/** The actions of one record, open ones first, the soonest due first: on the page of a review, a recommendation, an audit. */
export function ActionList({ actions, today, of, title = 'No actions yet', empty }: Props) {
  if (actions.length === 0) return <Empty title={title}><p>{empty ?? 'An action says what will be done about a recommendation, who owns it and by when.'}</p></Empty>;
  return (
    <Table
      narrow="brief"
      caption={`${actions.length} ${actions.length === 1 ? 'action' : 'actions'}, soonest due first, finished last`}
      captionHidden
      columns={[{ header: 'Action' }, { header: 'Owner' }, { header: 'Due' }, { header: 'Delivery' }, { header: 'Evidence' }]}
      rows={actions.map((action) => ({
        key: action.id,
        cells: [
          <ActionCell key="action" action={action} of={of} />, <OwnerCell key="owner" action={action} />, <DueCell key="due" action={action} today={today} />,
          <RagTag key="rag" rag={action.rag} because={action.because} />, <LevelCell key="level" action={action} />,
        ],
      }))}
    />
  );
}
