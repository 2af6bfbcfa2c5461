import { PageFrame } from '@/components/access/page-frame';
import { RaiseChallengeLink } from '@/components/assurance/challenge-list';
import { ActionList } from '@/components/plan/action-list';
import { FindingList } from '@/components/recommendations/findings-table';
import { RecommendationList } from '@/components/recommendations/recommendation-list';
import { isBeforeThePartners, PartnersDecision, ReviewAside } from '@/components/reviews/review-aside';
import { ReviewBody } from '@/components/reviews/review-body';
import { ReviewThread } from '@/components/reviews/review-thread';
import { StageTag } from '@/components/reviews/stage-tag';
import { Card } from '@/components/ui/card';
import { Columns } from '@/components/ui/columns';
import { readAs, requireActor } from '@/lib/access/guard';
import { mayDo } from '@/lib/access/rights';
import { isCase } from '@/lib/access/sensitivity';
import { saidBack } from '@/lib/forms/said';
import { listLooks } from '@/lib/history/queries';
import { areaNames } from '@/lib/partnership/labels';
import { levelWords } from '@/lib/plan/labels';
import { listActionsOfSource } from '@/lib/plan/queries';
import { levelsOver, stepsReached } from '@/lib/plan/rules';
import { listFindingsOfSource } from '@/lib/recommendations/findings/queries';
import { listRecommendationsOfSource } from '@/lib/recommendations/queries';
import { listInterests } from '@/lib/reviews/interests/queries';
import { reviewKindLabels, saidLabels } from '@/lib/reviews/labels';
import { canGrantPlace, canProposeFor, canSeeIdentities, canWorkReview, canWriteOn } from '@/lib/reviews/policy';
import { getReview } from '@/lib/reviews/queries';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ said?: string | string[] }> };

export default async function ReviewPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const { said } = await searchParams;
  const { actor, now, today, review, findings, recommendations, actions, looks, interests } = await readAs(await requireActor(), async (ctx) => {
    const review = await getReview(ctx, reference);
    const [findings, recommendations, actions, looks, interests] = await Promise.all([listFindingsOfSource(ctx, review.id), listRecommendationsOfSource(ctx, review.id), listActionsOfSource(ctx, { sourceId: review.id }), listLooks(ctx, review.id), listInterests(ctx, review.id)]);
    return { actor: ctx.actor, now: ctx.now, today: ctx.today, review, findings, recommendations, actions, looks, interests };
  });
  const levels = levelsOver(actions.map((action) => action.level));
  const chain = {
    findings: findings.length, recommendations: recommendations.length, actions: actions.length, red: actions.filter((action) => action.rag === 'red').length,
    evidence: { reached: stepsReached(levels?.lowest ?? null), words: levels ? `lowest: ${levelWords(levels.lowest)}` : 'no actions yet' },
  };
  const rights = { works: canWorkReview(actor, review), named: canSeeIdentities(actor, review), grants: canGrantPlace(actor, review) };
  const writes = canWriteOn(actor, review);
  return (
    <PageFrame
      actor={actor} now={now} section="reviews" title={`${review.reference} ${review.title}`} heading={<>{review.reference} · {review.title}</>}
      soft={`${reviewKindLabels[review.kind]} · ${areaNames[review.area]} · ${review.reportingYear}`} tags={<StageTag stage={review.stage} />}
      said={saidBack(saidLabels, said)} sensitivity={isCase(review) ? 'case' : 'learning'} example={review.example} back={{ href: '/reviews', label: 'Reviews' }}
    >
      <ReviewThread review={review} chain={chain} today={today} />
      <Columns first={isBeforeThePartners(review) && <PartnersDecision review={review} works={rights.works} today={today} />} aside={<><ReviewAside review={review} rights={rights} looks={looks} interests={interests} today={today} />{mayDo(actor, 'raise-challenge') && <RaiseChallengeLink reference={review.reference} />}</>}>
        <ReviewBody review={review} rights={rights} today={today} />
        {(findings.length > 0 || (review.outcome && writes) || (review.kind !== 'rapid_review' && writes)) && <Card title="Findings" id="findings" aside={writes && <a href={`/findings/new?source=${reference}`}>Write a finding</a>}><FindingList findings={findings} none="None has been written, or none that you may see." /></Card>}
        {(recommendations.length > 0 || review.outcome || (review.kind !== 'rapid_review' && writes)) && <Card title="Recommendations" aside={writes && <a href={`/recommendations/new?source=${reference}`}>Write a recommendation</a>}><RecommendationList recommendations={recommendations} /></Card>}
        <Card title={review.sees.plan ? 'Actions' : 'Actions that you may see'} aside={canProposeFor(actor, review) && <a href={`/plan/new?source=${reference}`}>Propose an action</a>}><ActionList actions={actions} today={today} of={review.id} title={review.sees.plan ? undefined : 'None that you may see'} /></Card>
      </Columns>
    </PageFrame>
  );
}
