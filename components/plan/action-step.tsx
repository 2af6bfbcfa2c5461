import type { ReactNode } from 'react';
import { PageFrame } from '@/components/access/page-frame';
import { RagTag } from '@/components/plan/rag-tag';
import { Blocked } from '@/components/ui/blocked';
import { Card } from '@/components/ui/card';
import type { PersonActor } from '@/lib/access/actor';
import type { Issue } from '@/lib/forms/state';
import { stageNames } from '@/lib/plan/labels';
import type { ActionShown } from '@/lib/plan/queries';
import { showsCase } from '@/lib/plan/rules';

type Props = {
  action: ActionShown; actor: PersonActor; now: Date; title: string;
  /** Why this person cannot do this, or why nobody can yet. Then there is no form. */
  stopped: Issue[];
  /** What this person decides about, to be read first. */
  about?: ReactNode;
  children: ReactNode;
};

/** The page of one step in an action's life: what it is about, and the form, or what stops it. */
export function ActionStep({ action, actor, now, title, stopped, about, children }: Props) {
  const back = { href: `/plan/${action.reference}`, label: `${action.reference} ${action.title}` };
  return (
    <PageFrame
      actor={actor} now={now} section="plan" title={title} soft={`${action.title}. ${stageNames[action.stage]}`} tags={action.rag !== 'not_stated' && <RagTag rag={action.rag} because={action.because} />}
      sensitivity={showsCase([action]) ? 'case' : 'learning'} example={action.example} back={back}
    >
      {stopped.length === 0 && about}
      <Card>{stopped.length > 0 ? <Blocked title="This cannot be done now:" issues={stopped} /> : children}</Card>
    </PageFrame>
  );
}
