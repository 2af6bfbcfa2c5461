import { PageFrame } from '@/components/access/page-frame';
import { FindingCard } from '@/components/recommendations/finding-card';
import { AnswerFindingForm } from '@/components/recommendations/finding-forms';
import { Blocked } from '@/components/ui/blocked';
import { Columns } from '@/components/ui/columns';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { getFinding } from '@/lib/recommendations/findings/queries';
import { showsCase, whatStopsAnswering } from '@/lib/recommendations/findings/rules';

type Props = { params: Promise<{ reference: string }> };

export default async function FollowFindingPage({ params }: Props) {
  const { reference } = await params;
  const { actor, now, today, finding, draft } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now, today: ctx.today, finding: await getFinding(ctx, reference), draft: await findDraft(ctx, `answer-finding:${reference}`),
  }), { act: 'follow-finding' });
  const title = `What became of finding ${reference}`;
  const issues = whatStopsAnswering(finding);
  return (
    <PageFrame
      actor={actor} now={now} section="findings" title={title} soft={`From ${finding.sourceWords}`} sensitivity={showsCase(finding) ? 'case' : 'learning'} example={finding.example}
      back={{ href: `/findings/${reference}`, label: `Finding ${reference}` }}
    >
      <Columns aside={<FindingCard finding={finding} mayChange={false} />}>
        {issues.length > 0 ? <Blocked title="It cannot be recorded:" issues={issues} /> : <AnswerFindingForm finding={finding} title={title} today={today} draft={draft} />}
      </Columns>
    </PageFrame>
  );
}
