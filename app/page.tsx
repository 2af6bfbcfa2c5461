import { PageFrame } from '@/components/access/page-frame';
import { readAs, requireActor } from '@/lib/access/guard';

export default async function HomePage() {
  const { actor, now } = await readAs(await requireActor(), async (ctx) => ({ actor: ctx.actor, now: ctx.now }));
  return (
    <PageFrame actor={actor} now={now} section="home" title="What needs doing">
      <p>Nothing yet.</p>
    </PageFrame>
  );
}
