import { membershipNames, type Membership } from '@/db/policies/matrix';

/** The words on screen for memberships, in the order of the permission matrix. */
export { membershipNames, type Membership };

/** What each membership is there for, in one line: shown where one can try the product as somebody. */
export const membershipTasks: Record<Membership, string> = {
  BU: 'Runs the process for the partnership',
  CL: 'Records notifications, works rapid reviews',
  EX: 'Decides for a safeguarding partner, reads assurance',
  IS: 'Scrutinises and challenges',
  CH: 'Chairs a group',
  ER: 'Runs the learning, checks actions',
  LR: 'Writes a practice review',
  RP: 'Sits with the lead reviewer',
  AL: 'Answers for an agency',
  TF: 'Works a task-and-finish group’s actions',
  TC: 'Chairs a task-and-finish group',
  AO: 'Owns actions and updates them',
  CF: 'Critical friend to one line of enquiry',
  AU: 'Inspects, between two dates',
  OB: 'Reads what is issued or public',
  SA: 'Keeps accounts and settings, sees no content',
};

/** How sensitive a page is, and who it is for: beside the heading and on every print. */
export const sensitivityLabels = {
  named: 'Named: only for the people on the review’s list',
  case: 'Case: for the people on a review’s list, the Executive and the scrutineer',
  learning: 'Learning: for those who work with the plan',
  partnership: 'Partnership: for members',
  public: 'Public',
} as const;

/** What was just done, said back on the first screen. */
export const homeSaidLabels: Record<string, string> = {
  'password-set': 'Your password is set. You are signed in.',
  'set-up': 'The partnership is set up. Add its first business unit and Executive members under Partnership.',
  'put-away': 'The message is put away.',
  excluded: 'Your conflict of interest is declared. You are excluded from the matter: it is not shown to you any more.',
  draft: 'Your draft is kept. It is there when you open the form again.',
};
