import { PageFrame } from '@/components/access/page-frame';
import { FindingsTable } from '@/components/recommendations/findings-table';
import { ButtonLink } from '@/components/ui/button';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pagination } from '@/components/ui/pagination';
import { SearchInput, SelectInput } from '@/components/ui/static-field';
import { readAs, requireActor } from '@/lib/access/guard';
import { mayDo } from '@/lib/access/rights';
import { kindOptions, stateFilterOptions } from '@/lib/recommendations/findings/labels';
import { listFindings, listSourceFilters, listThemeFilterOptions, perPage } from '@/lib/recommendations/findings/queries';
import { readFindingsQuery, showsCase } from '@/lib/recommendations/findings/rules';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const empty = { theme: '', from: '', year: '', kind: '', state: '', repeats: '', q: '' };

export default async function FindingsPage({ searchParams }: Props) {
  const view = readFindingsQuery(await searchParams);
  const { actor, now, found, themes, known } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now, found: await listFindings(ctx, view), themes: await listThemeFilterOptions(ctx), known: await listSourceFilters(ctx),
  }));
  const { findings, total } = found;
  const chosen = { theme: view.theme, from: view.from, year: view.year, kind: view.kind ?? '', state: view.state ?? '', repeats: view.repeats ? 'yes' : '', q: view.q };
  const href = (more: Record<string, string>) => {
    const asked = new URLSearchParams(Object.entries({ ...chosen, sort: view.sort === 'reference' ? '' : view.sort, ...more }).filter(([, value]) => value !== ''));
    return asked.size > 0 ? `/findings?${asked}` : '/findings';
  };
  const filtered = Object.values(chosen).some(Boolean);
  const mayWrite = mayDo(actor, 'write-finding');
  return (
    <PageFrame
      actor={actor} now={now} section="findings" title="Findings" soft="What reviews, audits and lines of enquiry found: gaps, and what works well"
      sensitivity={findings.some(showsCase) ? 'case' : 'learning'} example={findings.some((finding) => finding.example)}
      actions={<><ButtonLink href="/findings/themes" tone="secondary">Themes by year</ButtonLink>{mayWrite && <ButtonLink href="/findings/new">Write a finding</ButtonLink>}</>}
    >
      <FilterBar action="/findings" label="Filter findings" keep={view.sort === 'reference' ? {} : { sort: view.sort }} clear={filtered ? href(empty) : undefined}>
        <SelectInput name="theme" label="Theme" value={view.theme} options={themes} any="Any theme" />
        <SelectInput name="from" label="Comes from" value={view.from} options={known.sources} any="Anything" />
        <SelectInput name="year" label="Reporting year" value={view.year} options={known.years.map((year) => ({ value: year, label: year }))} any="Any year" />
        <SelectInput name="kind" label="Gap or good practice" value={view.kind} options={kindOptions} any="Both" />
        <SelectInput name="state" label="Where it stands" value={view.state} options={stateFilterOptions} any="Anywhere" />
        <SelectInput name="repeats" label="Found again" value={chosen.repeats} options={[{ value: 'yes', label: 'Only what came back' }]} any="All" />
        <SearchInput label="Words in it" value={view.q} maxLength={200} />
      </FilterBar>
      <FindingsTable findings={findings} total={total} order={view.sort} hrefFor={(sort) => href({ sort: sort === 'reference' ? '' : sort })} filtered={filtered} mayWrite={mayWrite} />
      {total > perPage && <Pagination page={found.page} perPage={perPage} total={total} of="findings" hrefFor={(page) => href({ page: String(page) })} />}
    </PageFrame>
  );
}
