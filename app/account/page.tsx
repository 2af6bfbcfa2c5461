import { PageFrame } from '@/components/access/page-frame';
import { DraftsKept } from '@/components/partnership/drafts-kept';
import { OwnCover, OwnMemberships } from '@/components/partnership/own-account';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SummaryList } from '@/components/ui/summary-list';
import { readAs, requireActor } from '@/lib/access/guard';
import { mayDo } from '@/lib/access/rights';
import { submitSignOutEverywhere } from '@/lib/access/server-actions';
import { formatTime } from '@/lib/dates/calendar-date';
import { listDrafts } from '@/lib/drafts/drafts';
import { saidBack } from '@/lib/forms/said';
import { mayEndCover } from '@/lib/partnership/cover/policy';
import { saidLabels } from '@/lib/partnership/labels';
import { getPerson } from '@/lib/partnership/people/queries';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccountPage({ searchParams }: Props) {
  const { said } = await searchParams;
  const { actor, now, person, drafts } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now, person: await getPerson(ctx, ctx.actor.personId), drafts: await listDrafts(ctx),
  }));
  const maySet = mayDo(actor, 'set-cover');
  const mayEnd = maySet ? person.covers.filter((cover) => mayEndCover(actor, cover)).map((cover) => cover.id) : [];
  return (
    <PageFrame actor={actor} now={now} section={null} title="Your account" said={saidBack(saidLabels, said)}>
      <Card title="Signed in as">
        <SummaryList rows={[
          { key: 'Name', value: actor.name },
          { key: 'E-mail address', value: actor.email },
          { key: 'Signed in until', value: `${formatTime(actor.endsAt)}, if nothing more is done` },
        ]} />
      </Card>
      <OwnMemberships actor={actor} rows={person.memberships} />
      <OwnCover personId={actor.personId} covers={person.covers} mayEnd={mayEnd} maySet={maySet} />
      <DraftsKept drafts={drafts} />
      <Card title="Sign out everywhere">
        <p>Ends every browser you are signed in with, this one too, at once. Use it when a device is lost.</p>
        <form action={submitSignOutEverywhere}><Button tone="warning">Sign out everywhere</Button></form>
      </Card>
    </PageFrame>
  );
}
