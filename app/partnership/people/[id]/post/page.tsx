import { notFound } from 'next/navigation';
import { PageFrame } from '@/components/access/page-frame';
import { AddPostForm, EndPostForm } from '@/components/partnership/people-forms';
import { currentPath, readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { saidBack } from '@/lib/forms/said';
import { saidLabels } from '@/lib/partnership/labels';
import { getPerson } from '@/lib/partnership/people/queries';
import { listAgencyOptions } from '@/lib/partnership/queries';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PostPage({ params, searchParams }: Props) {
  const { id } = await params;
  const query = await searchParams;
  const ends = typeof query.end === 'string' ? query.end : null;
  const { actor, now, today, person, agencies, draft } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now, today: ctx.today, person: await getPerson(ctx, id), agencies: await listAgencyOptions(ctx), draft: await findDraft(ctx, ends ? `end-post:${ends}` : `add-post:${id}`),
  }), { act: 'manage-people' });
  const post = person.posts.find((each) => each.id === ends);
  if (ends && !post) notFound();
  const page = await currentPath();
  return (
    <PageFrame
      actor={actor} now={now} section="partnership" title={post ? `End a post of ${person.name}` : `Add a post for ${person.name}`} example={person.example}
      back={{ href: `/partnership/people/${id}`, label: person.name }} said={saidBack(saidLabels, query.said)}
    >
      {post ? <EndPostForm person={person} post={post} today={today} page={page} draft={draft} /> : <AddPostForm person={person} agencies={agencies} page={page} draft={draft} />}
    </PageFrame>
  );
}
