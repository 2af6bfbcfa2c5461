import type { ReactNode } from 'react';
import { Details } from '@/components/ui/details';

type ChartFrameProps = { title: ReactNode; titleHidden?: boolean; /** What it shows, in a sentence. */ says?: ReactNode; table: ReactNode; legend?: ReactNode; children: ReactNode };

/** What every chart stands in: its name, what it says in a sentence, and the table behind it one click away. */
export function ChartFrame({ title, titleHidden, says, table, legend, children }: ChartFrameProps) {
  return (
    <figure className="chart">
      <figcaption className={titleHidden ? 'sr-only' : undefined}>{title}</figcaption>
      {children}
      {legend}
      {says && <p className="soft">{says}</p>}
      <Details summary="Show as table">{table}</Details>
    </figure>
  );
}
