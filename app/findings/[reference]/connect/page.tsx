import { PageFrame } from '@/components/access/page-frame';
import { FindingCard } from '@/components/recommendations/finding-card';
import { ConnectFindingForm } from '@/components/recommendations/finding-forms';
import { Columns } from '@/components/ui/columns';
import { foundOr404 } from '@/lib/access/context';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { canConnect } from '@/lib/recommendations/findings/policy';
import { getFinding, listAnswerOptions, listThemeOptions, readConnections, suggestEarlier } from '@/lib/recommendations/findings/queries';
import { showsCase } from '@/lib/recommendations/findings/rules';

type Props = { params: Promise<{ reference: string }> };

export default async function ConnectFindingPage({ params }: Props) {
  const { reference } = await params;
  const { actor, now, finding, connections, themes, likely, answers, draft } = await readAs(await requireActor(), async (ctx) => {
    const found = await getFinding(ctx, reference);
    const finding = foundOr404(canConnect(ctx.actor, found) ? found : null, 'finding');
    const connections = await readConnections(ctx, finding);
    return {
      actor: ctx.actor, now: ctx.now, finding, connections, themes: await listThemeOptions(ctx, connections.themes), likely: await suggestEarlier(ctx, finding),
      answers: await listAnswerOptions(ctx, finding, connections.recommendations), draft: await findDraft(ctx, `connect-finding:${reference}`),
    };
  }, { act: 'connect-finding' });
  const title = `Themes and links of finding ${reference}`;
  return (
    <PageFrame
      actor={actor} now={now} section="findings" title={title} soft={`From ${finding.sourceWords}`} sensitivity={showsCase(finding) ? 'case' : 'learning'} example={finding.example}
      back={{ href: `/findings/${reference}`, label: `Finding ${reference}` }}
    >
      <Columns aside={<FindingCard finding={finding} mayChange={false} />}>
        <ConnectFindingForm finding={finding} connections={connections} themes={themes} likely={likely} answers={answers} title={title} draft={draft} />
      </Columns>
    </PageFrame>
  );
}
