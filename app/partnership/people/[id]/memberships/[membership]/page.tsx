import { notFound } from 'next/navigation';
import { PageFrame } from '@/components/access/page-frame';
import { MembershipForms } from '@/components/partnership/membership-forms';
import { currentPath, readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { saidBack } from '@/lib/forms/said';
import { saidLabels } from '@/lib/partnership/labels';
import { whyNotConfirm, whyNotEnd } from '@/lib/partnership/memberships/policy';
import { getMembership } from '@/lib/partnership/memberships/queries';

type Props = { params: Promise<{ id: string; membership: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MembershipPage({ params, searchParams }: Props) {
  const { id, membership } = await params;
  const { said } = await searchParams;
  const { actor, now, today, row, draft } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now, today: ctx.today, row: await getMembership(ctx, membership), draft: await findDraft(ctx, `end-membership:${membership}`),
  }), { act: 'grant-membership' });
  if (row.personId !== id) notFound();
  const title = `Membership of ${row.person}`;
  return (
    <PageFrame actor={actor} now={now} section="partnership" title={title} example={row.example} back={{ href: `/partnership/people/${id}`, label: row.person }} said={saidBack(saidLabels, said)}>
      <MembershipForms row={row} today={today} title={title} page={await currentPath()} draft={draft} confirmNot={whyNotConfirm(actor, row)} endNot={whyNotEnd(actor, row)} />
    </PageFrame>
  );
}
