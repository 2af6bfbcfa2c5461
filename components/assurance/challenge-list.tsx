import { Empty } from '@/components/ui/empty';
import { SummaryList } from '@/components/ui/summary-list';
import { Table } from '@/components/ui/table';
import { Tag, type Tone } from '@/components/ui/tag';
import { formatDate, formatDateShort, type CalendarDate } from '@/lib/dates/calendar-date';
import { outcomeNames, stageNames, topicNames } from '@/lib/assurance/challenges/labels';
import type { ChallengeListed, ChallengeShown } from '@/lib/assurance/challenges/queries';
import { stateOfChallenge, type ChallengeState } from '@/lib/assurance/challenges/rules';
import { saidHowNames } from '@/lib/plan/labels';

const states: Record<ChallengeState, { tone: Tone; words(challenge: ChallengeListed, today: string): string }> = {
  waiting: { tone: 'amber', words: (one, today) => `Answer asked for by ${formatDateShort(one.dueOn, today)}` },
  late: { tone: 'red', words: (one, today) => `No answer since ${formatDateShort(one.dueOn, today)}` },
  answered: { tone: 'blue', words: (one, today) => `Answered ${formatDateShort(one.answeredOn!, today)}, to be closed` },
  closed: { tone: 'green', words: (one, today) => `Closed ${formatDateShort(one.closedOn!, today)}` },
};

export function ChallengeTag({ challenge, today }: { challenge: ChallengeListed; today: CalendarDate }) {
  const { tone, words } = states[stateOfChallenge(challenge, today)];
  return <Tag tone={tone}>{words(challenge, today)}</Tag>;
}

const between = ({ raisedBy, raisedByAgency, aboutAgency }: ChallengeListed) => `${raisedByAgency ?? raisedBy} to ${aboutAgency}`;

/** The challenge log: who asks whom for what, and how far it has come. */
export function ChallengeList({ challenges, today }: { challenges: ChallengeListed[]; today: CalendarDate }) {
  if (challenges.length === 0) return <Empty title="No challenges here"><p>A challenge is raised from the page of an action, a recommendation, a review or a decision, or from here.</p></Empty>;
  return (
    <Table
      caption={`${challenges.length} ${challenges.length === 1 ? 'challenge' : 'challenges'}, the longest without an answer first`}
      columns={[{ header: 'Challenge' }, { header: 'Between' }, { header: 'Stage' }, { header: 'State' }]}
      rows={challenges.map((challenge) => ({
        key: challenge.id,
        cells: [
          <span key="what"><a href={`/challenges/${challenge.reference}`}><b>{challenge.reference}</b> {topicNames[challenge.topic]}</a><span className="soft">{challenge.about ? `from ${challenge.about.reference}, ` : ''}raised {formatDate(challenge.raisedOn)}</span></span>,
          between(challenge), stageNames[challenge.stage], <ChallengeTag key="state" challenge={challenge} today={today} />,
        ],
      }))}
    />
  );
}

/** One challenge, from what was asked to what changed. */
export function ChallengeRecord({ challenge }: { challenge: ChallengeShown }) {
  const typed = (text: string | null, otherwise: string) => (text ? <span className="typed">{text}</span> : <span className="soft">{otherwise}</span>);
  const { about, how } = challenge;
  const answeredWords = challenge.answeredBy && `${challenge.answeredBy}, ${formatDate(challenge.answeredOn!)}${how && how !== 'in_person' ? `, ${saidHowNames[how].toLowerCase()} (${challenge.howNote}), recorded by ${challenge.recordedBy}` : ''}`;
  return (
    <SummaryList rows={[
      { key: 'Raised by', value: `${challenge.raisedBy}${challenge.raisedByAgency ? `, ${challenge.raisedByAgency}` : ''}, ${formatDate(challenge.raisedOn)}${challenge.forum ? `: ${challenge.forum}` : ''}` },
      { key: 'To', value: challenge.aboutAgency },
      { key: 'From', value: about ? (about.href ? <a href={about.href}>{about.reference}</a> : about.reference) : <span className="soft">No one record</span> },
      { key: 'About', value: topicNames[challenge.topic] },
      { key: 'The challenge', value: typed(challenge.challenge, '') },
      { key: 'What is asked', value: typed(challenge.asked, '') },
      { key: 'Stage', value: `${stageNames[challenge.stage]}. Answer asked for by ${formatDate(challenge.dueOn)}` },
      { key: 'The answer', value: <>{typed(challenge.answer, 'None yet')}{answeredWords && <span className="soft"> {answeredWords}</span>}</> },
      ...(challenge.closedOn ? [
        { key: 'What came of it', value: <>{outcomeNames[challenge.outcome!]}. {typed(challenge.outcomeReason, '')}<span className="soft"> {challenge.closedBy}, {formatDate(challenge.closedOn)}</span></> },
        { key: 'What changed for children', value: typed(challenge.changedForChildren, 'Not stated') },
      ] : []),
    ]} />
  );
}

/** From a record: whoever reads it may hold an agency to account for it. */
export function RaiseChallengeLink({ reference }: { reference: string }) {
  return <p className="no-print"><a href={`/challenges/new?about=${reference}`}>Raise a challenge</a></p>;
}
