import { PageFrame } from '@/components/access/page-frame';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SummaryList } from '@/components/ui/summary-list';
import { readAs, requireActor } from '@/lib/access/guard';
import { membershipLabel } from '@/lib/access/rights';
import { submitSignOutEverywhere } from '@/lib/access/server-actions';
import { formatTime } from '@/lib/dates/calendar-date';

export default async function AccountPage() {
  const { actor, now } = await readAs(await requireActor(), async (ctx) => ({ actor: ctx.actor, now: ctx.now }));
  return (
    <PageFrame actor={actor} now={now} section={null} title="Your account">
      <Card title="Signed in as">
        <SummaryList rows={[
          { key: 'Name', value: actor.name },
          { key: 'E-mail address', value: actor.email },
          { key: 'Memberships', value: membershipLabel(actor) },
          { key: 'Signed in until', value: `${formatTime(actor.endsAt)}, if nothing more is done` },
        ]} />
      </Card>
      <Card title="Sign out everywhere">
        <p>Ends every browser you are signed in with, this one too, at once. Use it when a device is lost.</p>
        <form action={submitSignOutEverywhere}><Button tone="warning">Sign out everywhere</Button></form>
      </Card>
    </PageFrame>
  );
}
