'use server';

import { formAction } from '@/lib/access/form-action';
import { changeProposal, nameOwner, prioritiseAction, recordContribution, setAside, takeBackWorse, takeUp, worsenRag } from '@/lib/plan/steering/commands';
import { asideInput, changeProposalInput, contributionInput, nameOwnerInput, prioritiseInput, takeUpInput, worsenInput } from '@/lib/plan/steering/input';
import { theirAside, theirContribution, theirOwner, theirPriority, theirProposal, theirTakingBack, theirTakingUp, theirWorsening } from '@/lib/plan/steering/queries';

export const submitChangeProposal = formAction(changeProposalInput, changeProposal, {
  act: 'change-proposal', name: 'change-proposal', path: ({ reference }) => `/plan/${reference}?said=changed#said`,
  theirs: theirProposal,
});

export const submitPriority = formAction(prioritiseInput, prioritiseAction, {
  act: 'prioritise-action', name: 'prioritise-action', path: ({ reference }) => `/plan/${reference}?said=changed#said`,
  theirs: theirPriority,
});

export const submitOwner = formAction(nameOwnerInput, nameOwner, {
  act: 'name-owner', name: 'name-owner', path: ({ reference }) => `/plan/${reference}?said=named#said`,
  theirs: theirOwner,
});

export const submitContribution = formAction(contributionInput, recordContribution, {
  act: 'record-contribution', name: 'record-contribution', path: ({ reference }) => `/plan/${reference}?said=contribution#said`,
  theirs: theirContribution,
});

export const submitAside = formAction(asideInput, setAside, {
  act: 'set-aside', name: 'set-aside', path: ({ reference }) => `/plan/${reference}?said=aside#said`,
  theirs: theirAside,
});

export const submitTakeUp = formAction(takeUpInput, takeUp, {
  act: 'set-aside', name: 'take-up', path: ({ reference }) => `/plan/${reference}?said=taken-up#said`,
  theirs: theirTakingUp,
});

export const submitWorsen = formAction(worsenInput, worsenRag, {
  act: 'worsen-rag', name: 'worsen-rag', path: ({ reference }) => `/plan/${reference}?said=worse#said`,
  theirs: theirWorsening,
});

export const submitTakeBackWorse = formAction(takeUpInput, takeBackWorse, {
  act: 'worsen-rag', name: 'take-back-worse', path: ({ reference }) => `/plan/${reference}?said=not-worse#said`,
  theirs: theirTakingBack,
});
