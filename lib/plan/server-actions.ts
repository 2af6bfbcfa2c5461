'use server';

import { formAction } from '@/lib/access/form-action';
import { addEvidence, agreeAction, checkAction, checkAgain, checkEvidence, proposeAction, recordUpdate, sayComplete } from '@/lib/plan/commands';
import { theirAgreement, theirCheck, theirCompletion, theirSecondCheck } from '@/lib/plan/conflicts/queries';
import { actionAddress, viewBehind } from '@/lib/plan/filter/rules';
import { agreeInput, checkEvidenceInput, checkInput, completeInput, evidenceInput, proposeInput, secondCheckInput, updateInput } from '@/lib/plan/input';

// A browser keeps the place of a form (`#update`) over the way back: each address leads to what is said of it.

export const submitProposal = formAction(proposeInput, proposeAction, { act: 'propose-action', name: 'propose-action', path: ({ reference }) => `/plan/${reference}?said=proposed#said` });

export const submitAgreement = formAction(agreeInput, agreeAction, {
  act: 'agree-action', name: 'agree-action', path: ({ reference }) => `/plan/${reference}?said=agreed#said`,
  theirs: theirAgreement,
});

export const submitUpdate = formAction(updateInput, recordUpdate, {
  act: 'update-action', name: 'record-update',
  path: ({ reference }, _input, page) => actionAddress(reference, { from: viewBehind(new URL(page, 'https://page.invalid').searchParams.get('plan')), said: 'updated' }),
});

export const submitEvidence = formAction(evidenceInput, addEvidence, { act: 'add-evidence', name: 'add-evidence', path: ({ reference }) => `/plan/${reference}?said=evidence#said` });

export const submitComplete = formAction(completeInput, sayComplete, {
  act: 'say-complete', name: 'say-complete', path: ({ reference }) => `/plan/${reference}?said=complete#said`,
  theirs: theirCompletion,
});

export const submitCheck = formAction(checkInput, checkAction, {
  act: 'check-action', name: 'check-action', path: ({ reference, result }) => `/plan/${reference}?said=${result === 'accepted' ? 'checked' : 'returned'}#said`,
  theirs: theirCheck,
});

export const submitEvidenceCheck = formAction(checkEvidenceInput, checkEvidence, { act: 'check-evidence', name: 'check-evidence', path: ({ reference }) => `/plan/${reference}?said=evidence-checked#said` });

export const submitSecondCheck = formAction(secondCheckInput, checkAgain, {
  act: 'check-action', name: 'check-again', path: ({ reference, result }) => `/plan/${reference}?said=${result === 'in_place' ? 'in-place' : 'slipped'}#said`,
  theirs: theirSecondCheck,
});
