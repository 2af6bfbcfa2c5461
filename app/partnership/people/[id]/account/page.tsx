import { PageFrame } from '@/components/access/page-frame';
import { AccountForms, StartedLink } from '@/components/partnership/account-forms';
import { currentPath, readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { saidBack } from '@/lib/forms/said';
import { saidLabels } from '@/lib/partnership/labels';
import { whyNotChangeAccount, whyNotStartLink } from '@/lib/partnership/people/policy';
import { findStartedLink, getPerson } from '@/lib/partnership/people/queries';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccountOfPersonPage({ params, searchParams }: Props) {
  const { id } = await params;
  const query = await searchParams;
  const { actor, now, person, draft, link } = await readAs(await requireActor(), async (ctx) => {
    const found = await getPerson(ctx, id);
    return {
      actor: ctx.actor, now: ctx.now, person: found, draft: await findDraft(ctx, found.account ? `disable-account:${found.account.id}` : `add-account:${id}`),
      link: found.account && typeof query.link === 'string' ? await findStartedLink(ctx, found.account.id, query.link) : null,
    };
  }, { act: 'manage-people' });
  const about = { personId: id, disabledAt: person.account?.disabledAt ?? null };
  const title = person.account ? `Account of ${person.name}` : `Make an account for ${person.name}`;
  return (
    <PageFrame actor={actor} now={now} section="partnership" title={title} example={person.example} back={{ href: `/partnership/people/${id}`, label: person.name }} said={saidBack(saidLabels, query.said)}>
      {link && <StartedLink name={person.name} address={link} />}
      <AccountForms
        person={person} title={title} page={(await currentPath()).split('?')[0]!} draft={draft}
        linkNot={whyNotStartLink(actor, about)} changeNot={whyNotChangeAccount(actor, about)}
      />
    </PageFrame>
  );
}
