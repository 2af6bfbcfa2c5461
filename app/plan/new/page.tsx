import { randomUUID } from 'node:crypto';
import { PageFrame } from '@/components/access/page-frame';
import { ProposeForm } from '@/components/plan/propose-form';
import { Card } from '@/components/ui/card';
import { Empty } from '@/components/ui/empty';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { listGroupOptions } from '@/lib/groups/queries';
import { listAgencyOptions, listOwnerOptions } from '@/lib/partnership/queries';
import { getProposalBasis } from '@/lib/plan/queries';

const word = /^[A-Za-z0-9-]{1,60}$/;

export default async function ProposePage({ searchParams }: { searchParams: Promise<{ recommendation?: string; source?: string }> }) {
  const query = await searchParams;
  const asked = [query.recommendation, query.source].map((reference) => (typeof reference === 'string' && word.test(reference) ? reference : undefined));
  const [recommendation, source] = asked;
  const draftForm = `propose-action:${recommendation ?? source ?? 'new'}`;
  const { actor, now, basis, agencies, people, groups, draft } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now, basis: await getProposalBasis(ctx, { recommendation, source }), draft: await findDraft(ctx, draftForm),
    agencies: await listAgencyOptions(ctx, { kinds: ['safeguarding_partner', 'relevant_agency', 'outside'] }), people: await listOwnerOptions(ctx), groups: await listGroupOptions(ctx),
  }), { act: 'propose-action' });
  const page = recommendation ? `/plan/new?recommendation=${recommendation}` : source ? `/plan/new?source=${source}` : '/plan/new';
  const nothing = basis.source === null && basis.recommendations.length === 0;
  return (
    <PageFrame
      actor={actor} now={now} section="plan" title="Propose an action" soft="It is in the plan at once, and grey until it is agreed" sensitivity={basis.showsCase ? 'case' : 'learning'} example={basis.example}
      back={{ href: '/plan', label: 'Plan' }}
    >
      <Card>
        {nothing
          ? <Empty title="There is nothing to propose an action for" action={{ href: '/recommendations', label: 'Go to the recommendations' }}><p>An action serves a recommendation that has been accepted, or comes from a review, an audit or a line of enquiry: open it and propose the action there.</p></Empty>
          : <ProposeForm basis={basis} agencies={agencies} people={people} groups={groups} formKey={randomUUID()} draft={draft} page={page} draftForm={draftForm} chosen={recommendation} />}
      </Card>
    </PageFrame>
  );
}
