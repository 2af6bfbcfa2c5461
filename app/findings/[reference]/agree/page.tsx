import { PageFrame } from '@/components/access/page-frame';
import { FindingCard } from '@/components/recommendations/finding-card';
import { AgreeFindingForm } from '@/components/recommendations/finding-forms';
import { Blocked } from '@/components/ui/blocked';
import { Columns } from '@/components/ui/columns';
import { foundOr404 } from '@/lib/access/context';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { listGroupOptions } from '@/lib/groups/queries';
import { agreerLabels } from '@/lib/recommendations/findings/labels';
import { agreesAs } from '@/lib/recommendations/findings/policy';
import { getFinding } from '@/lib/recommendations/findings/queries';
import { agreerOf, showsCase, whatStopsAgreeing } from '@/lib/recommendations/findings/rules';

type Props = { params: Promise<{ reference: string }> };

export default async function AgreeFindingPage({ params }: Props) {
  const { reference } = await params;
  const { actor, now, today, finding, as, groups, draft } = await readAs(await requireActor(), async (ctx) => {
    const finding = await getFinding(ctx, reference);
    const as = foundOr404(agreesAs(ctx.actor, finding), 'finding');
    const groups = (await listGroupOptions(ctx, { onlyExample: finding.example })).filter((group) => group.kind === 'engine_room' || as === 'on_behalf');
    return { actor: ctx.actor, now: ctx.now, today: ctx.today, finding, as, groups, draft: await findDraft(ctx, `agree-finding:${reference}`) };
  }, { act: 'agree-finding' });
  const agreer = agreerOf(finding);
  const first = agreer === 'partners' ? 'executive' : 'engine_room';
  const inOrder = groups.toSorted((a, b) => Number(b.kind === first) - Number(a.kind === first));
  const title = `Agree finding ${reference}`;
  const issues = whatStopsAgreeing(finding);
  return (
    <PageFrame
      actor={actor} now={now} section="findings" title={title} soft={as === 'on_behalf' ? `You record what ${agreerLabels[agreer]} decided.` : 'You record what the Engine Room decided.'}
      sensitivity={showsCase(finding) ? 'case' : 'learning'} example={finding.example} back={{ href: `/findings/${reference}`, label: `Finding ${reference}` }}
    >
      <Columns aside={<FindingCard finding={finding} mayChange={false} />}>
        {issues.length > 0 ? <Blocked title="It cannot be changed:" issues={issues} /> : <AgreeFindingForm finding={finding} as={as} groups={inOrder} title={title} today={today} draft={draft} />}
      </Columns>
    </PageFrame>
  );
}
