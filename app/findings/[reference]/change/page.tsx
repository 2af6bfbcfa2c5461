import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { PageFrame } from '@/components/access/page-frame';
import { FindingFields } from '@/components/recommendations/finding-forms';
import { Blocked } from '@/components/ui/blocked';
import { Form } from '@/components/ui/form';
import { foundOr404 } from '@/lib/access/context';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { listAgencyOptions } from '@/lib/partnership/queries';
import { canWriteFinding } from '@/lib/recommendations/findings/policy';
import { getFinding } from '@/lib/recommendations/findings/queries';
import { showsCase, whatStopsChanging } from '@/lib/recommendations/findings/rules';
import { submitChangeFinding } from '@/lib/recommendations/findings/server-actions';

type Props = { params: Promise<{ reference: string }> };

export default async function ChangeFindingPage({ params }: Props) {
  const { reference } = await params;
  const { actor, now, finding, draft, agencies } = await readAs(await requireActor(), async (ctx) => {
    const found = await getFinding(ctx, reference);
    const finding = foundOr404(canWriteFinding(ctx.actor, found) ? found : null, 'finding');
    const agencies = await listAgencyOptions(ctx, { onlyExample: finding.example, also: [...finding.agencies.map((agency) => agency.id), finding.ownerAgencyId] });
    return { actor: ctx.actor, now: ctx.now, finding, agencies, draft: await findDraft(ctx, `change-finding:${reference}`) };
  }, { act: 'write-finding' });
  const page = `/findings/${reference}`;
  const title = `Change finding ${reference}`;
  const stopped = whatStopsChanging(finding);
  const { kind, text, level, why, shownBy, voice, agencies: concerned, ownerAgencyId, ownerPost } = finding;
  return (
    <PageFrame actor={actor} now={now} section="findings" title={title} soft={`From ${finding.sourceWords}`} sensitivity={showsCase(finding) ? 'case' : 'learning'} example={finding.example} back={{ href: page, label: `Finding ${reference}` }}>
      {stopped.length > 0 && <Blocked title="It cannot be changed:" issues={stopped} />}
      {stopped.length === 0 && (
        <Form
          action={submitChangeFinding} formKey={randomUUID()} version={finding.version} title={title} submitLabel="Save the finding" cancel={{ href: page }} hidden={{ reference, _page: `${page}/change` }}
          values={{ kind, text, level, why: why ?? '', shownBy: shownBy ?? '', voice: voice ?? '', agencies: concerned.map((agency) => agency.id), ownerAgency: ownerAgencyId ?? '', ownerPost: ownerPost ?? '' }}
          draft={draftOf(`change-finding:${reference}`, draft)}
        >
          <FindingFields agencies={agencies} />
        </Form>
      )}
    </PageFrame>
  );
}
