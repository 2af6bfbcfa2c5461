import { redirect } from 'next/navigation';
import { PageFrame } from '@/components/access/page-frame';
import { SearchFound } from '@/components/search/search-found';
import { readAs, requireActor } from '@/lib/access/guard';
import { findByReference, search } from '@/lib/search/queries';
import { referenceIn } from '@/lib/search/rules';

export default async function SearchPage({ searchParams }: { searchParams: Promise<{ q?: string | string[]; page?: string | string[] }> }) {
  const query = await searchParams;
  const typed = [query.q ?? ''].flat()[0]!.replaceAll('\u0000', '').trim().slice(0, 200);
  const page = Math.min(1000, Math.max(1, Math.trunc(Number(query.page)) || 1));
  const reference = referenceIn(typed);
  const { actor, now, result, exactly } = await readAs(await requireActor(), async (ctx) => {
    const exactly = reference && (await findByReference(ctx, reference));
    return { actor: ctx.actor, now: ctx.now, exactly, result: exactly ? null : await search(ctx, { typed, page }) };
  });
  if (exactly) redirect(exactly);
  return (
    <PageFrame
      actor={actor} now={now} section={null} title={typed === '' ? 'Search' : `Search for “${typed}”`} searched={typed}
      sensitivity={result?.found.some((one) => one.isCase) ? 'case' : 'learning'} example={result?.found.some((one) => one.example)}
    >
      <SearchFound result={result!} typed={typed} />
    </PageFrame>
  );
}
