import { PageFrame } from '@/components/access/page-frame';
import { GroupTable } from '@/components/groups/group-table';
import { AgencyTree } from '@/components/partnership/agency-tree';
import { PartnershipParts } from '@/components/partnership/partnership-parts';
import { Priorities } from '@/components/partnership/priorities';
import { readAs, requireActor } from '@/lib/access/guard';
import { mayDo } from '@/lib/access/rights';
import { listGroups } from '@/lib/groups/queries';
import { listAgencies, listPriorities } from '@/lib/partnership/queries';

export default async function PartnershipPage() {
  const { actor, now, agencies, groups, priorities } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now, agencies: await listAgencies(ctx), groups: await listGroups(ctx), priorities: await listPriorities(ctx),
  }));
  const may = { settings: mayDo(actor, 'change-settings'), people: mayDo(actor, 'manage-people') };
  return (
    <PageFrame actor={actor} now={now} section="partnership" title="Partnership" soft={actor.partnership.name} sensitivity="partnership" example={[...agencies, ...groups, ...priorities].some((each) => each.example)}>
      <PartnershipParts may={may} />
      <GroupTable groups={groups} mayAdd={mayDo(actor, 'manage-groups')} />
      <AgencyTree agencies={agencies} mayAdd={mayDo(actor, 'manage-agencies')} />
      {(priorities.length > 0 || mayDo(actor, 'manage-agencies')) && <Priorities priorities={priorities} />}
    </PageFrame>
  );
}
