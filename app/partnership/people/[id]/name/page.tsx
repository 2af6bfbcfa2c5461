import { PageFrame } from '@/components/access/page-frame';
import { RenamePersonForm } from '@/components/partnership/people-forms';
import { currentPath, readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { saidBack } from '@/lib/forms/said';
import { saidLabels } from '@/lib/partnership/labels';
import { getPerson } from '@/lib/partnership/people/queries';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RenamePersonPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { said } = await searchParams;
  const { actor, now, person, draft } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now, person: await getPerson(ctx, id), draft: await findDraft(ctx, `rename-person:${id}`),
  }), { act: 'manage-people' });
  return (
    <PageFrame actor={actor} now={now} section="partnership" title={`Change the name of ${person.name}`} example={person.example} back={{ href: `/partnership/people/${id}`, label: person.name }} said={saidBack(saidLabels, said)}>
      <RenamePersonForm person={person} page={await currentPath()} draft={draft} />
    </PageFrame>
  );
}
