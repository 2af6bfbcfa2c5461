import { PlanTable } from '@/components/plan/plan-table';
import { Card } from '@/components/ui/card';
import { Empty } from '@/components/ui/empty';
import { Pagination } from '@/components/ui/pagination';
import { isFiltered, planAddress, type PlanView } from '@/lib/plan/filter/rules';
import type { ActionsFound } from '@/lib/plan/queries';

/** The rows, or what the list is empty of and what to do about it. */
export function PlanResults({ found, view, today, mayPropose }: { found: ActionsFound; view: PlanView; today: string; mayPropose: boolean }) {
  const mixed = found.actions.some((action) => action.example) && found.actions.some((action) => !action.example);
  if (found.actions.length === 0) return <Card><NothingFound found={found} view={view} mayPropose={mayPropose} /></Card>;
  return (
    <Card>
      <PlanTable found={found} view={view} today={today} mixed={mixed} />
      <Pagination page={found.page} perPage={found.perPage} total={found.total} of="actions" hrefFor={(page) => planAddress({ ...view, page })} />
      {view.onePage
        ? <p className="small no-print"><a href={planAddress({ ...view, onePage: false, page: 1 })}>Show it in pages</a></p>
        : found.total > found.perPage && <p className="small no-print"><a href={planAddress({ ...view, onePage: true })}>{found.more ? `The first ${found.total}` : `All ${found.total}`} on one page</a>, to print or to look through</p>}
      {found.more && <p className="soft">There are more than {found.total}: choose a colour, an agency or some words to see fewer.</p>}
    </Card>
  );
}

function NothingFound({ found, view, mayPropose }: { found: ActionsFound; view: PlanView; mayPropose: boolean }) {
  if (found.page > 1) return <Empty title="There is nothing on this page" action={{ href: planAddress({ ...view, page: 1 }), label: 'Go to the first page' }} />;
  if (isFiltered(view)) {
    return (
      <Empty title="No action fits what you chose" action={{ href: '/plan', label: 'Show the whole plan' }}>
        <p>You see the actions that follow from your memberships. Choose less, or look for other words.</p>
      </Empty>
    );
  }
  return (
    <Empty title="There are no actions for you to see" action={mayPropose ? { href: '/plan/new', label: 'Propose an action' } : undefined}>
      <p>An action appears here once it has been proposed from a recommendation, a review, an audit or a line of enquiry.</p>
    </Empty>
  );
}
