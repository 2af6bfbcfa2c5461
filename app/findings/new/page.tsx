import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { PageFrame } from '@/components/access/page-frame';
import { FindingFields } from '@/components/recommendations/finding-forms';
import { SourceChooser } from '@/components/recommendations/source-chooser';
import { Form } from '@/components/ui/form';
import { foundOr404 } from '@/lib/access/context';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { listAgencyOptions } from '@/lib/partnership/queries';
import { canWriteFinding } from '@/lib/recommendations/findings/policy';
import { getSourceToFindOn, listSourcesToFindOn } from '@/lib/recommendations/findings/queries';
import { submitWriteFinding } from '@/lib/recommendations/findings/server-actions';
import { sourceHref } from '@/lib/recommendations/labels';

type Props = { searchParams: Promise<{ source?: string | string[] }> };
const form = 'write-finding';
const title = 'Write a finding';

export default async function NewFindingPage({ searchParams }: Props) {
  const query = await searchParams;
  const { actor, now, chosen, sources } = await readAs(await requireActor(), async (ctx) => {
    const reference = typeof query.source === 'string' ? query.source : '';
    const who = { actor: ctx.actor, now: ctx.now };
    if (!reference) return { ...who, chosen: null, sources: await listSourcesToFindOn(ctx) };
    const source = await getSourceToFindOn(ctx, reference);
    foundOr404(canWriteFinding(ctx.actor, source) ? source : null, 'source');
    return { ...who, sources: [], chosen: { source, draft: await findDraft(ctx, `${form}:${reference}`), agencies: await listAgencyOptions(ctx, { onlyExample: ctx.actor.partnership.isDemonstration }) } };
  }, { act: 'write-finding' });
  if (!chosen) {
    return (
      <PageFrame actor={actor} now={now} section="findings" title={title} sensitivity="case" example={sources.some((source) => source.example)} back={{ href: '/findings', label: 'Findings' }} soft="A finding hangs on what it comes from.">
        <SourceChooser action="/findings/new" sources={sources} />
      </PageFrame>
    );
  }
  const { source, draft, agencies } = chosen;
  const from = sourceHref(source) ?? '/findings';
  return (
    <PageFrame actor={actor} now={now} section="findings" title={title} sensitivity="case" example={source.example} back={{ href: from, label: `${source.reference} ${source.title}` }} soft={`From ${source.title} (${source.reference})`}>
      <Form
        action={submitWriteFinding} formKey={randomUUID()} title={title} submitLabel="Save the finding" cancel={{ href: from }}
        hidden={{ source: source.reference, _page: `/findings/new?source=${source.reference}` }} draft={draftOf(`${form}:${source.reference}`, draft)}
      >
        <FindingFields agencies={agencies} />
      </Form>
    </PageFrame>
  );
}
