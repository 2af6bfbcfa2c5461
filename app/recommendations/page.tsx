import { PageFrame } from '@/components/access/page-frame';
import { RecommendationsTable } from '@/components/recommendations/recommendations-table';
import { ButtonLink } from '@/components/ui/button';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pagination } from '@/components/ui/pagination';
import { SearchInput, SelectInput } from '@/components/ui/static-field';
import { readAs, requireActor } from '@/lib/access/guard';
import { mayDo } from '@/lib/access/rights';
import { saidBack } from '@/lib/forms/said';
import { acceptanceFilterOptions, saidLabels } from '@/lib/recommendations/labels';
import { listAgencyFilterOptions, listRecommendations, listSourceFilterOptions, perPage } from '@/lib/recommendations/queries';
import { readRecommendationsQuery, showsCase } from '@/lib/recommendations/rules';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RecommendationsPage({ searchParams }: Props) {
  const query = await searchParams;
  const view = readRecommendationsQuery(query);
  const { actor, now, today, found, agencies, sources } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now, today: ctx.today,
    found: await listRecommendations(ctx, { source: view.source || undefined, acceptance: view.acceptance, agency: view.agency || undefined, q: view.q || undefined, sort: view.sort, page: view.page }),
    agencies: await listAgencyFilterOptions(ctx),
    sources: await listSourceFilterOptions(ctx),
  }));
  const { recommendations, total } = found;
  const chosen = { source: view.source, acceptance: view.acceptance ?? '', agency: view.agency, q: view.q };
  const href = (more: Record<string, string>) => {
    const asked = new URLSearchParams(Object.entries({ ...chosen, sort: view.sort === 'reference' ? '' : view.sort, ...more }).filter(([, value]) => value !== ''));
    return asked.size > 0 ? `/recommendations?${asked}` : '/recommendations';
  };
  const filtered = Object.values(chosen).some(Boolean);
  const mayWrite = mayDo(actor, 'write-recommendation');
  return (
    <PageFrame
      actor={actor} now={now} section="recommendations" title="Recommendations" soft="What reviews, audits and lines of enquiry ask for" said={saidBack(saidLabels, query.said)}
      sensitivity={recommendations.some(showsCase) ? 'case' : 'learning'} example={recommendations.some((recommendation) => recommendation.example)}
      actions={mayWrite && <ButtonLink href={view.source ? `/recommendations/new?source=${view.source}` : '/recommendations/new'}>Write a recommendation</ButtonLink>}
    >
      <FilterBar action="/recommendations" label="Filter recommendations" keep={view.sort === 'reference' ? {} : { sort: view.sort }} clear={filtered ? href({ source: '', acceptance: '', agency: '', q: '' }) : undefined}>
        <SelectInput name="acceptance" label="Where it stands" value={view.acceptance} options={acceptanceFilterOptions} any="Anywhere" />
        <SelectInput name="source" label="Comes from" value={view.source} options={sources} any="Anything" />
        <SelectInput name="agency" label="Addressed to" value={view.agency} options={agencies} any="Anybody" />
        <SearchInput label="Words in it" value={view.q} maxLength={200} />
      </FilterBar>
      <RecommendationsTable recommendations={recommendations} total={total} order={view.sort} hrefFor={(sort) => href({ sort: sort === 'reference' ? '' : sort })} today={today} filtered={filtered} mayWrite={mayWrite} />
      {total > perPage && <Pagination page={found.page} perPage={perPage} total={total} of="recommendations" hrefFor={(page) => href({ page: String(page) })} />}
    </PageFrame>
  );
}
