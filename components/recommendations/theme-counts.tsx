import { Card } from '@/components/ui/card';
import { Details } from '@/components/ui/details';
import { Empty } from '@/components/ui/empty';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatDate } from '@/lib/dates/calendar-date';
import { nameToCheck } from '@/lib/recommendations/themes/labels';
import type { TaggedFinding, ThemeListed, ThemeTree } from '@/lib/recommendations/themes/queries';
import { findingsByTheme, standingOn, type Standing } from '@/lib/recommendations/themes/rules';

type Props = { tree: ThemeTree; tags: TaggedFinding[]; day: string; /** Whether the list of findings shows the same: it counts by the themes of today. */ isToday: boolean };

/** One table for each set: how many agreed findings each of its themes has, by the year of what they come from, as the themes stood on that day. Sets without any are folded away. */
export function ThemeCounts({ tree, tags, day, isToday }: Props) {
  const sets = tree.themes.filter((theme) => theme.parentId === null);
  if (sets.length === 0) return <Empty title="No themes yet"><p>The Engine Room and the business unit add the sets that findings are sorted by.</p></Empty>;
  const counted = findingsByTheme(tags, tree.changes, day);
  const yearOf = new Map(tags.map((tag) => [tag.findingId, tag.year]));
  const of = (set: ThemeListed) => <SetTable set={set} themes={tree.themes.filter((theme) => theme.parentId === set.id)} tree={tree} counted={counted} yearOf={yearOf} day={day} isToday={isToday} />;
  const holds = (set: ThemeListed) => tree.themes.some((theme) => theme.parentId === set.id && counted.has(theme.id));
  const [used, unused] = [sets.filter(holds), sets.filter((set) => !holds(set))];
  return (
    <>
      {used.length === 0 && <Empty title="No finding has a theme yet"><p>Among the agreed findings that you may see. Open a finding and say what it belongs to.</p></Empty>}
      {used.map((set) => <Card key={set.id} title={set.name} aside={<a href={`/findings/themes/${set.id}`}>About this set</a>}>{of(set)}</Card>)}
      {unused.map((set) => <Details key={set.id} summary={`${set.name}: no finding`}><p><a href={`/findings/themes/${set.id}`}>About this set</a></p>{of(set)}</Details>)}
    </>
  );
}

type SetProps = { set: ThemeListed; themes: ThemeListed[]; tree: ThemeTree; counted: Map<string, Set<string>>; yearOf: Map<string, string>; day: string; isToday: boolean };

function SetTable({ set, themes, tree, counted, yearOf, day, isToday }: SetProps) {
  const years = [...new Set(yearOf.values())].sort();
  const name = (id: string) => tree.themes.find((theme) => theme.id === id)?.name ?? '';
  return (
    <>
      <p className="soft">{set.edition} · {set.source}</p>
      <Table
        caption={`Findings under ${set.name}, by the reporting year of what they come from`} captionHidden narrow="scroll"
        columns={[{ header: 'Theme' }, ...years.map((year) => ({ header: year, numeric: true })), { header: 'All', numeric: true }]}
        rows={themes.map((theme) => {
          const found = [...(counted.get(theme.id) ?? [])];
          return {
            key: theme.id,
            cells: [
              <><a href={`/findings/themes/${theme.id}`}>{theme.name}</a>{theme.nameToCheck && <span className="soft"> ({nameToCheck})</span>}<StandingWords standing={standingOn(theme.id, tree.changes, day)} name={name} /></>,
              ...years.map((year) => found.filter((id) => yearOf.get(id) === year).length || '–'),
              found.length === 0 ? '–' : isToday ? <a key="all" href={`/findings?theme=${theme.id}`}>{found.length}</a> : found.length,
            ],
          };
        })}
      />
    </>
  );
}

/** What a theme has become: said in words, since its numbers alone would mislead. */
export function StandingWords({ standing, name }: { standing: Standing; name: (id: string) => string }) {
  switch (standing.kind) {
    case 'in_use': return null;
    case 'retired': return <span className="soft"><Tag>Retired</Tag> {formatDate(standing.since)}</span>;
    case 'merged': return <span className="soft"><Tag>Merged</Tag> into {standing.into.map(name).join(', ')}, {formatDate(standing.since)}: counted there</span>;
    case 'split': return <span className="soft"><Tag>Split</Tag> into {standing.into.map(name).join(', ')}, {formatDate(standing.since)}: earlier findings stay counted here</span>;
  }
}
