import { ActionCell, DueCell, LevelCell, OwnerCell } from '@/components/plan/action-cells';
import { RagTag } from '@/components/plan/rag-tag';
import { Table } from '@/components/ui/table';
import { orderWords, planAddress, sortedBy, type PlanView } from '@/lib/plan/filter/rules';
import type { ActionsFound, PlanSort } from '@/lib/plan/queries';

/** The plan: what is to be done and what it comes from, who owns it, by when, how it is going and why, and what the evidence shows. */
export function PlanTable({ found, view, today, mixed }: { found: ActionsFound; view: PlanView; today: string; mixed: boolean }) {
  const column = (header: string, sort: PlanSort) => ({
    header, sort: planAddress(sortedBy(view, sort)),
    sorted: view.sort === sort ? (view.descending ? ('descending' as const) : ('ascending' as const)) : undefined,
  });
  return (
    <Table
      narrow="brief"
      caption={`${found.more ? 'More than ' : ''}${found.total} ${found.total === 1 ? 'action' : 'actions'}, ${orderWords(view)}`}
      columns={[column('Action', 'reference'), column('Owner', 'owner'), column('Due', 'due'), column('Delivery', 'rag'), { header: 'Evidence' }]}
      rows={found.actions.map((action) => ({
        key: action.id,
        cells: [
          <ActionCell key="action" action={action} mixed={mixed} from={view} />, <OwnerCell key="owner" action={action} />, <DueCell key="due" action={action} today={today} />,
          <Delivery key="rag" action={action} />, <LevelCell key="level" action={action} />,
        ],
      }))}
    />
  );
}

function Delivery({ action }: { action: ActionsFound['actions'][number] }) {
  return (
    <>
      <RagTag rag={action.rag} because={action.because} />
      {action.statedStatus && <span className="soft">In the document: {action.statedStatus}</span>}
    </>
  );
}
