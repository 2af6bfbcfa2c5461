import { PageFrame } from '@/components/access/page-frame';
import { RaiseChallengeForm } from '@/components/assurance/challenge-forms';
import { Card } from '@/components/ui/card';
import { currentPath, readAs, requireActor } from '@/lib/access/guard';
import { getWhatToChallenge } from '@/lib/assurance/challenges/queries';
import { usualAnswerBy } from '@/lib/assurance/challenges/rules';
import { findDraft } from '@/lib/drafts/drafts';
import { listAgencyOptions } from '@/lib/partnership/queries';
import { listOwnAgencyIds } from '@/lib/plan/queries';

type Props = { searchParams: Promise<{ about?: string | string[] }> };

export default async function RaiseChallengePage({ searchParams }: Props) {
  const { about } = await searchParams;
  const { actor, now, today, raised, agencies, own, draft } = await readAs(await requireActor(), async (ctx) => {
    const raised = await getWhatToChallenge(ctx, typeof about === 'string' ? about : undefined);
    const agencies = await listAgencyOptions(ctx, { onlyExample: raised.example ?? ctx.actor.partnership.isDemonstration, also: [raised.aboutAgencyId] });
    const own = await listOwnAgencyIds(ctx);
    return { actor: ctx.actor, now: ctx.now, today: ctx.today, raised, agencies, own: agencies.filter((agency) => own.includes(agency.value)), draft: await findDraft(ctx, `raise-challenge${raised.about ? `:${raised.about}` : ''}`) };
  }, { act: 'raise-challenge' });
  return (
    <PageFrame actor={actor} now={now} section="assurance" title="Raise a challenge" soft="Both agencies and the business unit see it, and so do the Executive and the scrutineer" sensitivity="partnership" back={{ href: '/challenges', label: 'Challenges' }}>
      <Card><RaiseChallengeForm raised={raised} agencies={agencies} own={own} usual={usualAnswerBy(today)} page={await currentPath()} draft={draft} back="/challenges" /></Card>
    </PageFrame>
  );
}
