import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { PageFrame } from '@/components/access/page-frame';
import { RecommendationFields } from '@/components/recommendations/recommendation-fields';
import { GoodRecommendation, SecondLook } from '@/components/recommendations/second-look';
import { SourceChooser } from '@/components/recommendations/source-chooser';
import { Columns } from '@/components/ui/columns';
import { Form } from '@/components/ui/form';
import { foundOr404 } from '@/lib/access/context';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { listAgencyOptions } from '@/lib/partnership/queries';
import { sourceHref } from '@/lib/recommendations/labels';
import { canWrite } from '@/lib/recommendations/policy';
import { countRecommendationsOfSource, getSourceToWriteOn, listSourcesToWriteOn, listTextsToCompare } from '@/lib/recommendations/queries';
import { worthASecondLookAtDraft } from '@/lib/recommendations/rules';
import { submitWriteRecommendation } from '@/lib/recommendations/server-actions';

type Props = { searchParams: Promise<{ source?: string | string[] }> };
const form = 'write-recommendation';

export default async function NewRecommendationPage({ searchParams }: Props) {
  const query = await searchParams;
  const read = await readAs(await requireActor(), async (ctx) => {
    const reference = typeof query.source === 'string' ? query.source : '';
    const who = { actor: ctx.actor, now: ctx.now };
    if (!reference) return { ...who, chosen: null, sources: await listSourcesToWriteOn(ctx) };
    const source = await getSourceToWriteOn(ctx, reference);
    foundOr404(canWrite(ctx.actor, source) ? source : null, 'source');
    const draft = await findDraft(ctx, `${form}:${reference}`);
    const notes = worthASecondLookAtDraft(draft?.values ?? null, await listTextsToCompare(ctx), 1 + (await countRecommendationsOfSource(ctx, source.id)));
    return { ...who, chosen: { source, draft, notes, agencies: await listAgencyOptions(ctx, { onlyExample: ctx.actor.partnership.isDemonstration }) }, sources: [] };
  }, { act: 'write-recommendation' });
  const { actor, now } = read;
  const title = 'Write a recommendation';
  if (!read.chosen) {
    return (
      <PageFrame actor={actor} now={now} section="recommendations" title={title} sensitivity="case" example={read.sources.some((source) => source.example)} back={{ href: '/recommendations', label: 'Recommendations' }} soft="A recommendation hangs on what it comes from.">
        <SourceChooser action="/recommendations/new" sources={read.sources} />
      </PageFrame>
    );
  }
  const { source, draft, notes, agencies } = read.chosen;
  return (
    <PageFrame actor={actor} now={now} section="recommendations" title={title} sensitivity="case" example={source.example} back={{ href: sourceHref(source) ?? '/recommendations', label: `${source.reference} ${source.title}` }} soft={`From ${source.title} (${source.reference})`}>
      <Columns aside={<><SecondLook notes={notes} /><GoodRecommendation /></>}>
        <Form
          action={submitWriteRecommendation} formKey={randomUUID()} title={title} submitLabel="Save the recommendation" cancel={{ href: sourceHref(source) ?? '/recommendations' }}
          hidden={{ source: source.reference, _page: `/recommendations/new?source=${source.reference}` }}
          draft={draftOf(`${form}:${source.reference}`, draft)}
        >
          <RecommendationFields agencies={agencies} />
        </Form>
      </Columns>
    </PageFrame>
  );
}
