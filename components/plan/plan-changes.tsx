import { ActionCell } from '@/components/plan/action-cells';
import { RagTag } from '@/components/plan/rag-tag';
import { Card } from '@/components/ui/card';
import { Empty } from '@/components/ui/empty';
import { Pagination } from '@/components/ui/pagination';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatDateShort } from '@/lib/dates/calendar-date';
import type { ActionChanged, PlanChanges } from '@/lib/plan/changes/queries';
import { changeKinds } from '@/lib/plan/changes/rules';
import { planAddress, type PlanView } from '@/lib/plan/filter/rules';
import { changeKindNames, ragNames } from '@/lib/plan/labels';

type Props = { found: PlanChanges; view: PlanView; since: { on: string; typed: string }; today: string };

/** How much of the plan has changed, and each action that has: what happened to it, and how it stood and stands. */
export function PlanChangesFound({ found, view, since, today }: Props) {
  if (found.total === 0) {
    return (
      <Card>
        <Empty title="Nothing has changed since then" action={{ href: '/plan', label: 'Show the plan' }}>
          <p>Choose an earlier day to see more. You see the actions that follow from your memberships.</p>
        </Empty>
      </Card>
    );
  }
  const address = (page: number) => `${planAddress({ ...view, page }, '/plan/changes')}${page > 1 || view.agency || view.group ? '&' : '?'}since=${encodeURIComponent(since.typed)}`;
  const mixed = found.changed.some(({ action }) => action.example) && found.changed.some(({ action }) => !action.example);
  return (
    <Card>
      <Tally found={found} />
      <Table
        narrow="brief"
        caption={`${found.total} ${found.total === 1 ? 'action has' : 'actions have'} changed, what got worse first`}
        columns={[{ header: 'Action' }, { header: 'What happened' }, { header: 'It was' }, { header: 'It is' }]}
        rows={found.changed.map((one) => ({
          key: one.action.id,
          cells: [<ActionCell key="action" action={one.action} mixed={mixed} />, <Happened key="happened" one={one} today={today} />, <Was key="was" one={one} />, <RagTag key="is" rag={one.action.rag} because={one.action.because} />],
        }))}
      />
      <Pagination page={found.page} perPage={50} total={found.total} of="actions" hrefFor={address} />
      {found.more && <p className="soft">Only a part of the plan was looked through: choose an agency or a group to see the rest.</p>}
    </Card>
  );
}

function Tally({ found }: { found: PlanChanges }) {
  const counted = changeKinds.flatMap((kind) => (found.counts[kind] > 0 ? [`${changeKindNames[kind]}: ${found.counts[kind]}`] : []));
  return <p>{[...counted, `Updated: ${found.updated}`].join(' · ')}</p>;
}

function Happened({ one, today }: { one: ActionChanged; today: string }) {
  const words = one.changes.map((change) => change.words).join('; ');
  return (
    <>
      {words && <>{words.charAt(0).toUpperCase()}{words.slice(1)}</>}
      {one.updates && (
        <span className="soft">
          {one.updates.count === 1 ? 'Update' : `${one.updates.count} updates, the last`} of {formatDateShort(one.updates.saidOn, today)}: {shortened(one.updates.text)}
        </span>
      )}
    </>
  );
}

function Was({ one }: { one: ActionChanged }) {
  if (!one.then) return <span className="soft">not in the plan</span>;
  if (one.then.rag === 'not_stated') return <>Not stated</>;
  return <><span className="narrow-only">Was </span><Tag tone={one.then.rag}>{ragNames[one.then.rag]}</Tag></>;
}

function shortened(text: string): string {
  return text.length > 160 ? `${text.slice(0, text.lastIndexOf(' ', 157))} …` : text;
}
