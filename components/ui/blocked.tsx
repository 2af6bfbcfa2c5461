import type { ReactNode } from 'react';
import type { Issue } from '@/lib/forms/state';

/** Why something cannot be done yet and what would unblock it, as links. Stands where the button would be. */
export function Blocked({ title = 'Still needed:', intro, issues }: { title?: string; intro?: ReactNode; issues: Issue[] }) {
  return (
    <div className="blocked">
      {intro && <p>{intro}</p>}
      <p className="blocked-title">{title}</p>
      <ul>
        {issues.map((issue, place) => (
          <li key={place}>{issue.href ? <a href={issue.href}>{issue.message}</a> : issue.message}</li>
        ))}
      </ul>
    </div>
  );
}
