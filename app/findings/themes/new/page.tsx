import { PageFrame } from '@/components/access/page-frame';
import { AddThemeForm } from '@/components/recommendations/theme-forms';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { readThemes } from '@/lib/recommendations/themes/queries';

type Props = { searchParams: Promise<{ set?: string | string[] }> };

export default async function NewThemePage({ searchParams }: Props) {
  const { set } = await searchParams;
  const { actor, now, tree, draft } = await readAs(await requireActor(), async (ctx) => ({ actor: ctx.actor, now: ctx.now, tree: await readThemes(ctx), draft: await findDraft(ctx, 'add-theme') }), { act: 'manage-themes' });
  const sets = tree.themes.filter((theme) => theme.parentId === null && theme.standing.kind === 'in_use').map((theme) => ({ value: theme.id, label: `${theme.name} (${theme.edition})` }));
  const title = 'Add a theme';
  return (
    <PageFrame actor={actor} now={now} section="findings" title={title} soft="A code that findings are sorted by" sensitivity="learning" back={{ href: '/findings/themes', label: 'Themes by year' }}>
      <AddThemeForm sets={sets} parent={typeof set === 'string' ? set : ''} title={title} draft={draft} />
    </PageFrame>
  );
}
