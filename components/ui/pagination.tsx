import { VisuallyHidden } from '@/components/ui/visually-hidden';

type PaginationProps = {
  /** From 1. */
  page: number;
  perPage: number;
  total: number;
  /** What is counted, in the plural: "actions". */
  of?: string;
  hrefFor: (page: number) => string;
};

/** Where one is in a long list, and the way to its other pages. Always says how many there are, also when all fit on one page. */
export function Pagination({ page, perPage, total, of, hrefFor }: PaginationProps) {
  const pages = Math.max(1, Math.ceil(total / perPage));
  const first = total === 0 ? 0 : (page - 1) * perPage + 1;
  const last = Math.min(total, page * perPage);
  return (
    <nav className="pagination" aria-label="Pages">
      <p>
        Showing <b>{first}</b> to <b>{last}</b> of <b>{total}</b> {of}
      </p>
      {pages > 1 && (
        <ul>
          {page > 1 && <li><a href={hrefFor(page - 1)} rel="prev">Previous<VisuallyHidden> page</VisuallyHidden></a></li>}
          {pagesShown(page, pages).map((shown, place) =>
            shown === null ? (
              <li key={`gap-${place}`} aria-hidden="true">…</li>
            ) : (
              <li key={shown}>
                <a href={hrefFor(shown)} aria-current={shown === page ? 'page' : undefined}><VisuallyHidden>Page </VisuallyHidden>{shown}</a>
              </li>
            ),
          )}
          {page < pages && <li><a href={hrefFor(page + 1)} rel="next">Next<VisuallyHidden> page</VisuallyHidden></a></li>}
        </ul>
      )}
    </nav>
  );
}

/** The first, the last, and the ones beside the current; `null` where some are left out. */
function pagesShown(page: number, pages: number): (number | null)[] {
  const near = [...new Set([1, page - 1, page, page + 1, pages])].filter((each) => each >= 1 && each <= pages).sort((a, b) => a - b);
  return near.flatMap((each, place) => {
    const gap = place === 0 ? 0 : each - (near[place - 1] ?? each);
    if (gap === 2) return [each - 1, each];
    return gap > 2 ? [null, each] : [each];
  });
}
