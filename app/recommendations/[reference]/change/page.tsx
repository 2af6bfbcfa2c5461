import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { PageFrame } from '@/components/access/page-frame';
import { RecommendationFields } from '@/components/recommendations/recommendation-fields';
import { SecondLook } from '@/components/recommendations/second-look';
import { Blocked } from '@/components/ui/blocked';
import { Columns } from '@/components/ui/columns';
import { Form } from '@/components/ui/form';
import { foundOr404 } from '@/lib/access/context';
import { readAs, requireActor } from '@/lib/access/guard';
import { formatDateIfAny } from '@/lib/dates/calendar-date';
import { findDraft } from '@/lib/drafts/drafts';
import { listAgencyOptions } from '@/lib/partnership/queries';
import { canWrite } from '@/lib/recommendations/policy';
import { countRecommendationsOfSource, getRecommendation, listTextsToCompare } from '@/lib/recommendations/queries';
import { whatStopsChanging, worthASecondLook, worthASecondLookAtDraft } from '@/lib/recommendations/rules';
import { submitChangeRecommendation } from '@/lib/recommendations/server-actions';

type Props = { params: Promise<{ reference: string }> };

export default async function ChangeRecommendationPage({ params }: Props) {
  const { reference } = await params;
  const { actor, now, recommendation, draft, notes, agencies } = await readAs(await requireActor(), async (ctx) => {
    const found = await getRecommendation(ctx, reference);
    const recommendation = foundOr404(canWrite(ctx.actor, found) ? found : null, 'recommendation');
    const draft = await findDraft(ctx, `change-recommendation:${reference}`);
    const others = await listTextsToCompare(ctx, reference);
    const ofSource = recommendation.source ? await countRecommendationsOfSource(ctx, recommendation.source.id) : 1;
    const notes = draft ? worthASecondLookAtDraft(draft.values, others, ofSource) : worthASecondLook(recommendation, others, ofSource);
    return { actor: ctx.actor, now: ctx.now, recommendation, draft, notes, agencies: await listAgencyOptions(ctx, { onlyExample: recommendation.example, also: recommendation.addressees.map((agency) => agency.id) }) };
  }, { act: 'write-recommendation' });
  const page = `/recommendations/${reference}`;
  const title = `Change recommendation ${reference}`;
  const stopped = whatStopsChanging(recommendation);
  const { text, addressedTo, addressees, nationalBody, outcome, measure, baseline, target, measureOn, byWhen } = recommendation;
  return (
    <PageFrame actor={actor} now={now} section="recommendations" title={title} soft={`From ${recommendation.sourceWords}`} sensitivity="case" example={recommendation.example} back={{ href: page, label: `Recommendation ${reference}` }}>
      {stopped.length > 0 && <Blocked title="It cannot be changed:" issues={stopped} />}
      {stopped.length === 0 && (
        <Columns aside={<SecondLook notes={notes} />}>
          <Form
            action={submitChangeRecommendation} formKey={randomUUID()} version={recommendation.version} title={title} submitLabel="Save the recommendation" cancel={{ href: page }}
            values={{ text, addressedTo, agencies: addressees.map((agency) => agency.id), nationalBody: nationalBody ?? '', outcome, measure, baseline: baseline ?? '', target: target ?? '', measureOn: formatDateIfAny(measureOn), byWhen: formatDateIfAny(byWhen) }}
            hidden={{ reference, _page: `${page}/change` }}
            draft={draftOf(`change-recommendation:${reference}`, draft)}
          >
            <RecommendationFields agencies={agencies} />
          </Form>
        </Columns>
      )}
    </PageFrame>
  );
}
