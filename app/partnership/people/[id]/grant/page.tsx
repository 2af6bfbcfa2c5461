import { PageFrame } from '@/components/access/page-frame';
import { GrantForm } from '@/components/partnership/membership-forms';
import { Card } from '@/components/ui/card';
import { currentPath, readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { saidBack } from '@/lib/forms/said';
import { listGroupOptions } from '@/lib/groups/queries';
import { saidLabels } from '@/lib/partnership/labels';
import { grantableBy } from '@/lib/partnership/memberships/policy';
import { listEnquiryOptions } from '@/lib/partnership/memberships/queries';
import { getPerson } from '@/lib/partnership/people/queries';
import { listAgencyOptions } from '@/lib/partnership/queries';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function GrantPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { said } = await searchParams;
  const { actor, now, person, agencies, groups, enquiries, draft } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now, person: await getPerson(ctx, id),
    agencies: await listAgencyOptions(ctx), groups: await listGroupOptions(ctx), enquiries: await listEnquiryOptions(ctx), draft: await findDraft(ctx, `grant-membership:${id}`),
  }), { act: 'grant-membership' });
  const title = `Grant ${person.name} a membership`;
  const lists = {
    agencies, partners: agencies.filter((agency) => agency.kind === 'safeguarding_partner'), groups,
    taskGroups: groups.filter((group) => group.kind === 'task_and_finish' || group.kind === 'other'), enquiries,
  };
  return (
    <PageFrame actor={actor} now={now} section="partnership" title={title} example={person.example} back={{ href: `/partnership/people/${id}`, label: person.name }} said={saidBack(saidLabels, said)}>
      {actor.personId === id
        ? <Card><p>Nobody grants a membership to themselves. Ask somebody else of the business unit.</p></Card>
        : <GrantForm person={person} allowed={grantableBy(actor)} lists={lists} title={title} page={await currentPath()} draft={draft} />}
    </PageFrame>
  );
}
