import { PageFrame } from '@/components/access/page-frame';
import { DecisionLog } from '@/components/groups/decision-log';
import { Card } from '@/components/ui/card';
import { readAs, requireActor } from '@/lib/access/guard';
import { NotFound } from '@/lib/errors/kinds';
import { listDecisions } from '@/lib/groups/meetings/queries';
import { seesWork } from '@/lib/groups/policy';
import { getGroup } from '@/lib/groups/queries';

export default async function DecisionsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, now, group, decisions } = await readAs(await requireActor(), async (ctx) => {
    const group = await getGroup(ctx, id);
    if (!seesWork(ctx.actor, group)) throw new NotFound('decision log');
    return { actor: ctx.actor, now: ctx.now, group, decisions: await listDecisions(ctx, { groupId: group.id }) };
  });
  return (
    <PageFrame
      actor={actor} now={now} section="groups" title={`Decisions of ${group.name}`} sensitivity={decisions.some((one) => one.showsCase) ? 'case' : 'partnership'} example={group.example}
      soft="Decisions about what you may not see are left out" back={{ href: `/groups/${group.id}`, label: group.name }}
    >
      <Card><DecisionLog decisions={decisions} caption={`${decisions.length} ${decisions.length === 1 ? 'decision' : 'decisions'}, the latest first`} empty="What a meeting decides is recorded on the page of that meeting." /></Card>
    </PageFrame>
  );
}
