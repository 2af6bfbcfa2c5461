import type { ChallengeOutcome, ChallengeStage, ChallengeTopic } from '@/lib/assurance/challenges/queries';

/** The words on screen for coded values, in the order in which they are listed. */

export const topicNames: Record<ChallengeTopic, string> = {
  threshold: 'A threshold, or what was done at it',
  information: 'Information that was not shared',
  late_return: 'A late agency information report',
  slipped_action: 'An action that has slipped',
  quality: 'The quality of a piece of work',
  decision: 'A decision',
  other: 'Something else',
};

export const stageNames: Record<ChallengeStage, string> = {
  informal: 'Between practitioners or managers',
  formal: 'Formal, between senior managers',
  executive: 'With the Executive',
};

export const outcomeNames: Record<ChallengeOutcome, string> = {
  upheld: 'The challenge was right',
  partly: 'It was right in part',
  not_upheld: 'It was not right',
  withdrawn: 'It was withdrawn',
};

export const answerFields = { answer: 'What is the answer?', answeredBy: 'Whose answer is it?', how: 'How was it given?', howNote: 'Which meeting, e-mail or call?', answeredOn: 'When?' } as const;
export const escalateFields = { stage: 'Where does it go?', dueOn: 'By when is an answer asked for?' } as const;
export const closeFields = { outcome: 'What came of it?', outcomeReason: 'Why?', changedForChildren: 'What changed for children?' } as const;

/** What was just done, said back on the next page. */
export const challengeSaidLabels: Record<string, string> = {
  raised: 'The challenge is raised. Both agencies and the business unit see it',
  answered: 'The answer is saved. Whoever raised the challenge closes it, or takes it further',
  escalated: 'The challenge is taken further',
  closed: 'The challenge is closed',
};
