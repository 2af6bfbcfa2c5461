import { notFound } from 'next/navigation';
import { PageFrame } from '@/components/access/page-frame';
import { EndCoverForm, SetCoverForm } from '@/components/partnership/cover-forms';
import { currentPath, readAs, requireActor } from '@/lib/access/guard';
import { holds } from '@/lib/access/rights';
import { findDraft } from '@/lib/drafts/drafts';
import { saidBack } from '@/lib/forms/said';
import { mayEndCover, whyNotSetCover } from '@/lib/partnership/cover/policy';
import { listHeld } from '@/lib/partnership/cover/queries';
import { saidLabels } from '@/lib/partnership/labels';
import { getPerson } from '@/lib/partnership/people/queries';
import { listPersonOptions } from '@/lib/partnership/queries';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CoverPage({ params, searchParams }: Props) {
  const { id } = await params;
  const query = await searchParams;
  const ends = typeof query.end === 'string' ? query.end : null;
  const { actor, now, today, person, held, people, draft } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now, today: ctx.today, person: await getPerson(ctx, id), held: await listHeld(ctx, id), people: await listPersonOptions(ctx),
    draft: await findDraft(ctx, ends ? `end-cover:${ends}` : `set-cover:${id}`),
  }), { act: 'set-cover' });
  const isMe = actor.personId === id;
  const cover = person.covers.find((each) => each.id === ends);
  if ((!isMe && !holds(actor, 'BU')) || (ends && (!cover || !mayEndCover(actor, cover)))) notFound();
  const back = isMe ? { href: '/account', label: 'Your account' } : { href: `/partnership/people/${id}`, label: person.name };
  const title = cover ? 'End the cover' : isMe ? 'Set cover for yourself' : `Set cover for ${person.name}`;
  const common = { title, back: back.href, page: await currentPath(), draft };
  const offered = held.filter((membership) => whyNotSetCover(actor, { personId: id, membership, byPersonId: '' }) === null);
  return (
    <PageFrame actor={actor} now={now} section={isMe ? null : 'partnership'} title={title} example={person.example} back={back} said={saidBack(saidLabels, query.said)}>
      {cover
        ? <EndCoverForm {...common} cover={cover} today={today} />
        : <SetCoverForm {...common} personId={id} held={offered} people={people.filter((option) => option.value !== id && (isMe || option.value !== actor.personId))} />}
    </PageFrame>
  );
}
