import type { Aside } from '@/lib/plan/rules';

/** How an action is put aside, as somebody chooses it. */
export const asideChoices: Record<Aside, { label: string; hint: string }> = {
  paused: { label: 'Paused', hint: 'It is taken up again later. Its date waits' },
  superseded: { label: 'Superseded', hint: 'Another action does the same' },
  transferred: { label: 'Transferred', hint: 'Others carry it on, outside this plan' },
  not_accepted: { label: 'Not accepted', hint: 'The proposal is taken back, or turned down' },
};

export const worseNames = { amber: 'Amber', red: 'Red' } as const;

export const proposalFields = {
  title: 'What is to be done, in one line', detail: 'More about it', intendedOutcome: 'What children, families or practitioners will find different', measure: 'How we will know', type: 'Kind of action', priority: 'Priority', area: 'Where it applies', due: 'Due',
} as const;
export const priorityFields = { priority: 'Priority' } as const;
export const ownerFields = { agency: 'Agency that owns it', post: 'Post that owns it', person: 'Person in that post', group: 'Accountable group' } as const;
export const contributionFields = { contribution: 'How far is it?', note: 'What has been done, and what is still to do' } as const;
export const asideFields = { aside: 'How is it put aside?', reason: 'Because' } as const;
export const takingUpFields = { asideReason: 'Put aside because' } as const;
export const worseFields = { worsenedTo: 'How bad is it?', reason: 'Why it is worse than its dates say' } as const;
