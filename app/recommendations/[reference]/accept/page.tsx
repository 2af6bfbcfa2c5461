import { PageFrame } from '@/components/access/page-frame';
import { AcceptForm } from '@/components/recommendations/accept-form';
import { RecommendationCard } from '@/components/recommendations/recommendation-card';
import { SecondLook } from '@/components/recommendations/second-look';
import { Blocked } from '@/components/ui/blocked';
import { Columns } from '@/components/ui/columns';
import { foundOr404 } from '@/lib/access/context';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { listGroupOptions } from '@/lib/groups/queries';
import { accepterLabels } from '@/lib/recommendations/labels';
import { acceptsAs } from '@/lib/recommendations/policy';
import { countRecommendationsOfSource, getRecommendation, listTextsToCompare } from '@/lib/recommendations/queries';
import { accepterOf, showsCase, whatStopsAccepting, worthASecondLookToAccept } from '@/lib/recommendations/rules';

type Props = { params: Promise<{ reference: string }> };

export default async function AcceptRecommendationPage({ params }: Props) {
  const { reference } = await params;
  const { actor, now, today, recommendation, as, draft, notes, groups } = await readAs(await requireActor(), async (ctx) => {
    const found = await getRecommendation(ctx, reference);
    const as = foundOr404(acceptsAs(ctx.actor, found), 'recommendation');
    const ofSource = found.source ? await countRecommendationsOfSource(ctx, found.source.id) : 1;
    const notes = found.state === 'draft' ? worthASecondLookToAccept(found, await listTextsToCompare(ctx, reference), ofSource) : [];
    const groups = (await listGroupOptions(ctx, { onlyExample: found.example })).filter((group) => group.kind === 'engine_room' || as === 'on_behalf');
    return { actor: ctx.actor, now: ctx.now, today: ctx.today, recommendation: found, as, notes, groups, draft: await findDraft(ctx, `accept-recommendation:${reference}`) };
  }, { act: 'accept-recommendation' });
  const title = `Accept recommendation ${reference}`;
  const issues = whatStopsAccepting(recommendation);
  const inOrder = groups.toSorted((a, b) => Number(b.kind === 'engine_room') - Number(a.kind === 'engine_room'));
  const on = as === 'on_behalf' ? `You record what ${accepterLabels[accepterOf(recommendation)]} decided.` : 'You record what the Engine Room decided.';
  return (
    <PageFrame actor={actor} now={now} section="recommendations" title={title} soft={on} sensitivity={showsCase(recommendation) ? 'case' : 'learning'} example={recommendation.example} back={{ href: `/recommendations/${reference}`, label: `Recommendation ${reference}` }}>
      <Columns aside={<><RecommendationCard recommendation={recommendation} mayChange={false} /><SecondLook notes={notes} /></>}>
        {issues.length > 0 && <Blocked title={recommendation.releasedAt ? 'It cannot be changed:' : 'Still needed before it can be accepted:'} issues={issues} />}
        {!recommendation.releasedAt && <AcceptForm recommendation={recommendation} as={as} groups={inOrder} title={title} today={today} draft={draft} />}
      </Columns>
    </PageFrame>
  );
}
