import { PageFrame } from '@/components/access/page-frame';
import { StandingWords } from '@/components/recommendations/theme-counts';
import { ChangeThemeForm, EndThemeForm, RestoreThemeForm } from '@/components/recommendations/theme-forms';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SummaryList } from '@/components/ui/summary-list';
import { readAs, requireActor } from '@/lib/access/guard';
import { formatDate } from '@/lib/dates/calendar-date';
import { findDraft } from '@/lib/drafts/drafts';
import { saidBack } from '@/lib/forms/said';
import { changeLabels, nameToCheck, saidLabels } from '@/lib/recommendations/themes/labels';
import { canManageThemes } from '@/lib/recommendations/themes/policy';
import { getTheme } from '@/lib/recommendations/themes/queries';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ said?: string | string[] }> };

export default async function ThemePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { said } = await searchParams;
  const { actor, now, today, theme, changing, ending } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now, today: ctx.today, theme: await getTheme(ctx, id), changing: await findDraft(ctx, `change-theme:${id}`), ending: await findDraft(ctx, `end-theme:${id}`),
  }));
  const { themes, changes } = theme.tree;
  const name = (of: string) => themes.find((one) => one.id === of)?.name ?? '';
  const set = themes.find((one) => one.id === theme.parentId);
  const others = themes.filter((one) => one.id !== theme.id && one.standing.kind === 'in_use' && (one.parentId === null) === (theme.parentId === null)).map((one) => ({ value: one.id, label: one.name, hint: one.parentId ? name(one.parentId) : one.edition }));
  const own = changes.filter((change) => change.themeId === id || change.intoId === id);
  const manages = canManageThemes(actor);
  return (
    <PageFrame
      actor={actor} now={now} section="findings" title={theme.name} soft={set ? `A theme of ${set.name}` : 'A set of themes'} tags={<StandingWords standing={theme.standing} name={name} />} said={saidBack(saidLabels, said)} sensitivity="learning" back={{ href: '/findings/themes', label: 'Themes by year' }}
      actions={<>{manages && !set && <ButtonLink href={`/findings/themes/new?set=${id}`} tone="secondary">Add a theme to it</ButtonLink>}<ButtonLink href={`/findings?theme=${id}`}>Its findings</ButtonLink></>}
    >
      <Card title="About it">
        <SummaryList rows={[
          { key: 'Edition', value: theme.edition },
          { key: 'Where it comes from', value: theme.source },
          { key: 'Name', value: theme.nameToCheck ? `${theme.name} (${nameToCheck})` : theme.name },
          { key: 'What belongs under it', value: theme.description ? <span className="typed">{theme.description}</span> : <span className="soft">Not stated</span> },
        ]}
        />
      </Card>
      <Card title="What became of it">
        {own.length === 0 && <p className="soft">Nothing: it is as it came in.</p>}
        {own.length > 0 && <ul>{own.map((change, place) => <li key={place}>{formatDate(change.changedOn)}: {change.themeId === id ? `${changeLabels[change.kind]} ${change.intoId ? name(change.intoId) : ''}` : `${name(change.themeId)} ${changeLabels[change.kind].toLowerCase()} this one`}</li>)}</ul>}
        {manages && theme.standing.kind === 'in_use' && <EndThemeForm theme={theme} others={others} title={theme.name} today={today} draft={ending} />}
        {manages && theme.standing.kind !== 'in_use' && <RestoreThemeForm theme={theme} title={theme.name} />}
      </Card>
      {manages && <ChangeThemeForm theme={theme} title={theme.name} draft={changing} />}
    </PageFrame>
  );
}
