import { PageFrame } from '@/components/access/page-frame';
import { SettingsForm } from '@/components/partnership/settings-form';
import { currentPath, readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { saidBack } from '@/lib/forms/said';
import { saidLabels } from '@/lib/partnership/labels';
import { getSettings } from '@/lib/partnership/settings/queries';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SettingsPage({ searchParams }: Props) {
  const { said } = await searchParams;
  const { actor, now, settings, draft } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now, settings: await getSettings(ctx), draft: await findDraft(ctx, 'change-settings'),
  }), { act: 'change-settings' });
  return (
    <PageFrame actor={actor} now={now} section="partnership" title="Settings" soft="What guidance leaves to the partnership" sensitivity="partnership" back={{ href: '/partnership', label: 'Partnership' }} said={saidBack(saidLabels, said)}>
      <SettingsForm settings={settings} page={await currentPath()} draft={draft} />
    </PageFrame>
  );
}
