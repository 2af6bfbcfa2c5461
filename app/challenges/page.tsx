import { PageFrame } from '@/components/access/page-frame';
import { ChallengeList } from '@/components/assurance/challenge-list';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { readAs, requireActor } from '@/lib/access/guard';
import { mayDo } from '@/lib/access/rights';
import { listChallenges } from '@/lib/assurance/challenges/queries';

type Props = { searchParams: Promise<{ state?: string | string[] }> };

const states = { all: 'All', open: 'Open', closed: 'Closed' } as const;

export default async function ChallengesPage({ searchParams }: Props) {
  const { state } = await searchParams;
  const chosen = state === 'open' || state === 'closed' ? state : 'all';
  const { actor, now, today, challenges } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now, today: ctx.today, challenges: await listChallenges(ctx, chosen === 'all' ? {} : { state: chosen }),
  }));
  return (
    <PageFrame
      actor={actor} now={now} section="assurance" title="Challenges" soft="Those you raised, and those of your agency; the business unit, the Executive and the scrutineer see all"
      sensitivity={challenges.some((one) => one.showsCase) ? 'case' : 'partnership'} example={challenges.some((one) => one.example)} actions={mayDo(actor, 'raise-challenge') && <ButtonLink href="/challenges/new">Raise a challenge</ButtonLink>}
    >
      <nav className="row no-print" aria-label="Which challenges">
        {Object.entries(states).map(([value, label]) => <a key={value} href={value === 'all' ? '/challenges' : `/challenges?state=${value}`} aria-current={value === chosen ? 'page' : undefined}>{label}</a>)}
      </nav>
      <Card><ChallengeList challenges={challenges} today={today} /></Card>
    </PageFrame>
  );
}
