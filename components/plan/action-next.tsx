import { Blocked } from '@/components/ui/blocked';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Details } from '@/components/ui/details';
import type { PersonActor } from '@/lib/access/actor';
import {
  canAgree, canAnswer, canChangeProposal, canCheck, canCheckEvidence, canDecide, canEscalate, canNameOwner, canProposeClosing, canReopen, canSayComplete, canSteer, canTakeBackWorse, canUpdate, canWorsen, recordsForOthers,
} from '@/lib/plan/policy';
import type { ActionShown } from '@/lib/plan/queries';
import { requestNames } from '@/lib/plan/requests/labels';
import { whatStopsAskingForDate, whatStopsAskingForHelp, whatStopsClosing } from '@/lib/plan/requests/rules';
import { evidenceToCheck, hasEnded, whatStopsAddingEvidence, whatStopsNaming, whatStopsRewording, whatStopsSayingComplete, whatStopsSettingAside, whatStopsWorsening } from '@/lib/plan/rules';

type Props = { action: ActionShown; actor: PersonActor; today: string };

/** What of an action waits for this person: what is asked of them, to agree it, to check it, to look at it again. */
function waitingOf({ action, actor, today }: Props) {
  return {
    toDecide: action.requests.filter((request) => request.result === null && canAnswer(actor, action, request) && canDecide(actor, action, request)),
    toAgree: action.stage === 'proposed' && canAgree(actor, action),
    toCheck: action.stage === 'awaiting_check' && canCheck(actor, action),
    toCheckAgain: action.nextCheckOn !== null && action.nextCheckOn <= today && canCheck(actor, action),
  };
}

/** Whether an action waits for this person. Then what comes next stands first on its page. */
export function waitsFor(props: Props): boolean {
  const { toDecide, toAgree, toCheck, toCheckAgain } = waitingOf(props);
  return toDecide.length > 0 || toAgree || toCheck || toCheckAgain;
}

/** What this person can do about the action: what comes next, what stops the rest, and behind one press what is done less often. Nothing for those who may only read. */
export function ActionNext({ action, actor, today }: Props) {
  const at = `/plan/${action.reference}`;
  const asked = action.requests.filter((request) => request.result === null && canAnswer(actor, action, request));
  const { toDecide, toAgree, toCheck, toCheckAgain } = waitingOf({ action, actor, today });
  const evidenceOpen = !toCheck && canCheckEvidence(actor, action) && evidenceToCheck(action.evidence, actor.personId).length > 0;
  const mayAdd = canUpdate(actor, action) && whatStopsAddingEvidence(action).length === 0;
  const mayComplete = canSayComplete(actor, action) && ['agreed', 'in_progress', 'not_stated'].includes(action.stage);
  const isProposedForClosing = action.requests.some((request) => request.kind === 'closing' && request.result === null);
  const mayClose = action.stage === 'checked' && canProposeClosing(actor, action) && !isProposedForClosing;
  const notClosed = mayClose ? whatStopsClosing(action, action) : [];
  // Evidence may come in the same form, so having none yet stops nobody here.
  const stopped = mayComplete ? whatStopsSayingComplete(action, 1) : [];
  const waiting = action.stage === 'awaiting_check' && !toCheck ? [{ message: 'The Engine Room or the business unit checks it: somebody who does not own it and did not say that it is complete' }] : [];
  const more = moreToDo(action, actor, { at, askedOnly: asked.filter((request) => !toDecide.includes(request)), toCheckAgain });
  const next = [
    toDecide.length > 0 && <ButtonLink key="answer" href={`${at}/answer`}>{toDecide.length === 1 ? `Decide: ${requestNames[toDecide[0]!.kind].toLowerCase()}` : 'Decide what is asked'}</ButtonLink>,
    toAgree && <ButtonLink key="agree" href={`${at}/agree`}>Agree this action</ButtonLink>,
    toCheck && <ButtonLink key="check" href={`${at}/check`}>Check this action</ButtonLink>,
    toCheckAgain && <ButtonLink key="second" href={`${at}/second-check`}>Look at it again</ButtonLink>,
    mayClose && notClosed.length === 0 && <ButtonLink key="close" href={`${at}/close`} tone="secondary">Propose to close it</ButtonLink>,
    mayComplete && stopped.length === 0 && <ButtonLink key="complete" href={`${at}/complete`} tone="secondary">Say it is complete</ButtonLink>,
    mayAdd && <ButtonLink key="evidence" href={`${at}/evidence`} tone="secondary">Add evidence</ButtonLink>,
    evidenceOpen && <ButtonLink key="open" href={`${at}/check`} tone="secondary">Check its evidence</ButtonLink>,
  ].filter(Boolean);
  if (next.length === 0 && more.length === 0 && waiting.length === 0 && stopped.length === 0 && notClosed.length === 0) return null;
  return (
    <Card title="What next">
      <div className="grid gap-3">
        {next}
        {stopped.length > 0 && <Blocked title="Before it can be said to be complete:" issues={stopped} />}
        {notClosed.length > 0 && <Blocked title="Before it can be closed:" issues={notClosed} />}
        {waiting.length > 0 && <Blocked title="Waiting for a check:" issues={waiting} />}
        {more.length > 0 && (
          <Details summary="More you can do">
            <ul className="plain">{more.map((one) => <li key={one.href}><a href={one.href}>{one.label}</a></li>)}</ul>
          </Details>
        )}
      </div>
    </Card>
  );
}

type More = { at: string; /** What the business unit may record an answer to, given by somebody else. */ askedOnly: ActionShown['requests']; toCheckAgain: boolean };

/** What is done less often, in the order of an action's life. */
function moreToDo(action: ActionShown, actor: PersonActor, { at, askedOnly, toCheckAgain }: More): { href: string; label: string }[] {
  const rewords = canChangeProposal(actor, action) && whatStopsRewording(action).length === 0;
  const closing = action.requests.find((request) => request.kind === 'closing' && request.result === 'granted' && request.undoneOn === null);
  const worse = canWorsen(actor, action) && whatStopsWorsening(action).length === 0 && (action.worsenedTo !== 'red' || canTakeBackWorse(actor, action));
  const all: [boolean, string, string][] = [
    [askedOnly.length > 0, 'answer', 'Record what was decided'],
    [rewords, 'change', 'Change the proposal'],
    [!rewords && canSteer(actor, action) && !hasEnded(action), 'change', action.priority ? 'Change its priority' : 'Set its priority'],
    [canNameOwner(actor, action) && whatStopsNaming(action).length === 0, 'owner', action.ownerLeft || action.ownerAgencyId === null ? 'Name a new owner' : 'Change its owner'],
    [canSayComplete(actor, action) && whatStopsAskingForDate(action, action.requests).length === 0, 'date', 'Ask for another date'],
    [canEscalate(actor, action) && whatStopsAskingForHelp(action, action.requests).length === 0 && !hasEnded(action) && action.checkedOn === null, 'help', 'Ask for help'],
    [worse, 'worse', action.worsenedTo ? 'Change or take back that it stands worse' : 'Say that it stands worse'],
    [canSteer(actor, action) && action.aside !== null, 'aside', 'Take it up again'],
    [canSteer(actor, action) && whatStopsSettingAside(action).length === 0, 'aside', action.stage === 'proposed' ? 'Do not accept it' : 'Pause it or put it aside'],
    [!toCheckAgain && action.nextCheckOn !== null && canCheck(actor, action), 'second-check', 'Look at it again before its day'],
    [action.stage === 'checked' && recordsForOthers(actor) && whatStopsClosing(action, action).length > 0 && action.exception === null, 'close', 'Ask the partners to close it without evidence of impact'],
    [closing !== undefined && action.closedOn !== null && canReopen(actor, action), 'reopen', 'Open it again'],
  ];
  return all.flatMap(([may, page, label]) => (may ? [{ href: `${at}/${page}`, label }] : []));
}
