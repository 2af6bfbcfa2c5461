import { PageFrame } from '@/components/access/page-frame';
import { ThemeCounts } from '@/components/recommendations/theme-counts';
import { ButtonLink } from '@/components/ui/button';
import { FilterBar } from '@/components/ui/filter-bar';
import { SelectInput } from '@/components/ui/static-field';
import { readAs, requireActor } from '@/lib/access/guard';
import { formatDate, isCalendarDate } from '@/lib/dates/calendar-date';
import { canManageThemes } from '@/lib/recommendations/themes/policy';
import { listTags, readThemes } from '@/lib/recommendations/themes/queries';

type Props = { searchParams: Promise<{ on?: string | string[] }> };

export default async function ThemesPage({ searchParams }: Props) {
  const { on } = await searchParams;
  const { actor, now, today, tree, tags } = await readAs(await requireActor(), async (ctx) => ({ actor: ctx.actor, now: ctx.now, today: ctx.today, tree: await readThemes(ctx), tags: await listTags(ctx) }));
  const days = [...new Set(tree.changes.map((change) => change.changedOn))].sort().reverse();
  const day = typeof on === 'string' && isCalendarDate(on) && on <= today ? on : today;
  return (
    <PageFrame
      actor={actor} now={now} section="findings" title="Themes by year" soft={`Agreed findings that you may see, by theme, as the themes stood on ${formatDate(day)}`} sensitivity="learning" back={{ href: '/findings', label: 'Findings' }}
      actions={canManageThemes(actor) && <ButtonLink href="/findings/themes/new">Add a theme</ButtonLink>}
    >
      {days.length > 0 && (
        <FilterBar action="/findings/themes" label="Choose an edition" clear={day === today ? undefined : '/findings/themes'}>
          <SelectInput name="on" label="As the themes stood" value={day === today ? '' : day} options={days.map((value) => ({ value, label: `From ${formatDate(value)}` }))} any="Today" />
        </FilterBar>
      )}
      <ThemeCounts tree={tree} tags={tags} day={day} isToday={day === today} />
    </PageFrame>
  );
}
