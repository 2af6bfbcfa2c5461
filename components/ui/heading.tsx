import type { ReactNode } from 'react';

type PageHeadingProps = {
  /** The words of the one `h1` of the page. */
  children: ReactNode;
  /** The soft line under it: what this is, where, how many. */
  soft?: ReactNode;
  /** Tags, shown after the soft line. */
  tags?: ReactNode;
  /** Whom the page is for and what it holds, in one quiet line: also at the head of every print. */
  marks?: ReactNode;
  /** Buttons that belong to the whole page, at the end of the heading. */
  actions?: ReactNode;
};

/** The heading of a page: one `h1`, a soft line that says what it is, its status, and the buttons that act on all of it. */
export function PageHeading({ children, soft, tags, marks, actions }: PageHeadingProps) {
  return (
    <header className="page-heading">
      <div>
        <h1>{children}</h1>
        {(soft ?? tags) && (
          <p className="soft">
            {soft} {tags}
          </p>
        )}
        {marks && <p className="marks">{marks}</p>}
      </div>
      {actions && <div className="row no-print">{actions}</div>}
    </header>
  );
}
