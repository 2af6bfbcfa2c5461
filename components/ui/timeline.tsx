import type { ReactNode } from 'react';
import type { Tone } from '@/components/ui/tag';

export type Moment = { key: string; /** In words: "Tue 10 Nov, 09:12". */ when: string; /** The same for machines. */ dateTime?: string; title: ReactNode; by?: ReactNode; tone?: Tone; children?: ReactNode };

/** What happened, in order, down one line: when, what, who. Newest or oldest first is the caller's choice and the heading above should say which. */
export function Timeline({ moments }: { moments: Moment[] }) {
  return (
    <ol className="timeline">
      {moments.map((moment) => (
        <li key={moment.key} className={moment.tone && `moment-${moment.tone}`}>
          <time dateTime={moment.dateTime}>{moment.when}</time>
          <div>
            <p className="moment-title">{moment.title}</p>
            {moment.by && <p className="soft">{moment.by}</p>}
            {moment.children}
          </div>
        </li>
      ))}
    </ol>
  );
}
