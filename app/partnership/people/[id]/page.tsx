import { PageFrame } from '@/components/access/page-frame';
import { PersonRecord } from '@/components/partnership/person-record';
import { readAs, requireActor } from '@/lib/access/guard';
import { holds, mayDo } from '@/lib/access/rights';
import { saidBack } from '@/lib/forms/said';
import { mayEndCover } from '@/lib/partnership/cover/policy';
import { saidLabels, sourceInWords } from '@/lib/partnership/labels';
import { grantableBy, whyNotConfirm, whyNotEnd } from '@/lib/partnership/memberships/policy';
import { getPerson } from '@/lib/partnership/people/queries';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PersonPage({ params, searchParams }: Props) {
  const { id } = await params;
  const query = await searchParams;
  const { actor, now, person } = await readAs(await requireActor(), async (ctx) => ({ actor: ctx.actor, now: ctx.now, person: await getPerson(ctx, id) }));
  const isMe = actor.personId === id;
  const grants = mayDo(actor, 'grant-membership') && grantableBy(actor).length > 0;
  const manage = mayDo(actor, 'manage-people');
  return (
    <PageFrame
      actor={actor} now={now} section="partnership" title={person.name} soft={sourceInWords(person)} sensitivity="partnership" example={person.example}
      back={{ href: '/partnership/people', label: 'People' }} said={saidBack(saidLabels, query.said)} actions={manage && <a href={`/partnership/people/${id}/name`}>Change the name</a>}
    >
      <PersonRecord person={person} may={{
        manage, grant: grants && !isMe, grantNot: grants && isMe ? 'Nobody grants a membership to themselves. Ask somebody else of the business unit.' : null,
        cover: mayDo(actor, 'set-cover') && (isMe || holds(actor, 'BU')), seeMemberships: isMe || holds(actor, 'BU', 'EX', 'IS', 'SA'), seeAccount: isMe || manage,
        endCovers: mayDo(actor, 'set-cover') ? person.covers.filter((cover) => mayEndCover(actor, cover)).map((cover) => cover.id) : [],
        confirm: person.memberships.filter((row) => row.state === 'waiting' && whyNotConfirm(actor, row) === null).map((row) => row.id),
        end: person.memberships.filter((row) => row.state !== 'ended' && whyNotEnd(actor, row) === null).map((row) => row.id),
      }} />
    </PageFrame>
  );
}
