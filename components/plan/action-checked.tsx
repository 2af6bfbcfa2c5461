import { CheckList } from '@/components/plan/check-list';
import { EvidenceList } from '@/components/plan/evidence-list';
import { RecommendationsServed } from '@/components/plan/action-summary';
import { updateByWords } from '@/components/plan/update-list';
import { Card } from '@/components/ui/card';
import { SummaryList } from '@/components/ui/summary-list';
import { formatDate } from '@/lib/dates/calendar-date';
import type { ActionShown } from '@/lib/plan/queries';
import { evidenceToCheck, wordOfCompletion } from '@/lib/plan/rules';

/** Before somebody else says whether an action is complete: what was to be done and how one would know, what was said to be done, how earlier checks went, and the evidence that is not theirs to check now. */
export function WhatIsChecked({ action, personId, today }: { action: ActionShown; personId: string; today: string }) {
  const notGiven = action.recordBasis === 'worked_here' ? 'Not given' : 'Not stated';
  return (
    <>
      <Card title="What was to be done">
        <SummaryList
          rows={[
            { key: 'The action', value: [action.title, action.detail].filter(Boolean).join('\n') },
            { key: 'What will be different', value: action.intendedOutcome ?? notGiven },
            { key: 'How we will know', value: action.measure ?? notGiven },
            ...(action.recommendations.length > 0 ? [{ key: 'Serves', value: <RecommendationsServed action={action} /> }] : []),
            { key: 'Due', value: action.dueOn ? formatDate(action.dueOn) : notGiven },
          ]}
        />
      </Card>
      {action.completeOn && <WhatWasSaid action={action} completeOn={action.completeOn} />}
      {action.checks.length > 0 && <Card title="Checked before, newest first"><CheckList checks={action.checks} /></Card>}
      <OtherEvidence action={action} personId={personId} today={today} />
    </>
  );
}

/** With the words of whoever said it; where they were not kept apart, they are among the updates. */
function WhatWasSaid({ action, completeOn }: { action: ActionShown; completeOn: string }) {
  const said = wordOfCompletion(action);
  const updates = <a href={`/plan/${action.reference}#updates`}>All updates</a>;
  return (
    <Card title="What was said to be done" aside={updates}>
      {said && <p className="typed">{said.text}</p>}
      <p className="soft">{said ? `${updateByWords(said)}, on ${formatDate(said.saidOn)}` : (action.completeSaidByName ?? 'Not stated who')}. Complete on {formatDate(completeOn)}.</p>
    </Card>
  );
}

/** Looked at already, or added by whoever checks. */
function OtherEvidence({ action, personId, today }: { action: ActionShown; personId: string; today: string }) {
  const open = new Set(evidenceToCheck(action.evidence, personId).map((item) => item.id));
  const others = action.evidence.filter((item) => !open.has(item.id));
  return others.length > 0 && <Card title={open.size > 0 ? 'Its other evidence' : 'Its evidence'}><EvidenceList evidence={others} today={today} mayAdd={false} reference={action.reference} /></Card>;
}
