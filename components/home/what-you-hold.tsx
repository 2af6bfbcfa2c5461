import type { Holding } from '@/components/home/holdings';
import { Card } from '@/components/ui/card';
import type { PlanFigure } from '@/lib/plan/queries';

/** What the reader holds, what it is for, and the way to it: for many of them all that the first screen has. `pastDue` is of each holding with actions, in their order. */
export function WhatYouHold({ holdings, pastDue }: { holdings: Holding[]; pastDue: PlanFigure[] }) {
  if (holdings.length === 0) return null;
  const late = new Map(holdings.filter((one) => one.actions).map((one, place) => [one.key, pastDue[place]]));
  return (
    <Card title="What you hold">
      <ul className="plain">
        {holdings.map(({ key, name, task, links, actions }) => (
          <li key={key}>
            <b>{name}</b>
            <p className="soft small">{task}</p>
            <p className="row">
              {links.map((link) => <a key={link.href} href={link.href}>{link.label}</a>)}
              {actions && <a href={actions.href}>Its actions</a>}
              {actions && <Late href={`${actions.href}&due=past`} figure={late.get(key)} />}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Late({ href, figure }: { href: string; figure: PlanFigure | undefined }) {
  if (!figure || figure.count === 0) return <span className="soft">none past due</span>;
  return <a href={href} className="late">{figure.more && 'more than '}{figure.count} past due</a>;
}
