import { formatDateIfAny } from '@/lib/dates/calendar-date';
import type { AgencyKind, Area, PriorityKind, RecordBasis } from '@/lib/partnership/queries';

/** The words on screen for coded values, in the order in which they are listed. */

export const agencyKindNames: Record<AgencyKind, string> = {
  safeguarding_partner: 'Safeguarding partner',
  relevant_agency: 'Relevant agency',
  community_voice: 'Community voice',
  outside: 'Outside the partnership',
};

export const agencyKindPlurals: Record<AgencyKind, string> = {
  safeguarding_partner: 'Safeguarding partners',
  relevant_agency: 'Relevant agencies',
  community_voice: 'Community voices',
  outside: 'Outside the partnership',
};

export const areaNames: Record<Area, string> = {
  hartlepool: 'Hartlepool',
  stockton: 'Stockton-on-Tees',
  both: 'Both areas',
  other: 'Another area',
  not_stated: 'Area not stated',
};

export const priorityKindNames: Record<PriorityKind, string> = {
  business: 'Business priority',
  thematic: 'Thematic priority',
  practice: 'Practice priority',
};

export const recordBasisNames: Record<RecordBasis, string> = {
  worked_here: 'Worked here',
  recorded_from_document: 'Recorded from a document',
  carried_over: 'Carried over',
};

/** When something dated ends: at once, or on a last day of its own. Each form asks in words of its own. */
export const endingNames = { now: 'At once', on: 'On a date' } as const;
export const endingFields = (question: string) => ({ when: question, lastDay: 'Last day' }) as const;

/** An end as it was typed, in words. */
export function endingInWords(typed: { when: keyof typeof endingNames; lastDay: string | null }) {
  return { when: endingNames[typed.when], lastDay: typed.when === 'on' ? formatDateIfAny(typed.lastDay) : '' };
}

/** An end as it is recorded, in the same words; nothing where there is none. */
export function endInWords(dated: { toOn: string | null }) {
  return { when: dated.toOn === null ? '' : endingNames.on, lastDay: formatDateIfAny(dated.toOn) };
}

/** "Annual report 2020-21, p. 6": where a recorded fact stands, or nothing for what was worked here. */
export function sourceInWords(from: { document: string | null; documentPage: string | null }): string | null {
  if (!from.document) return null;
  return from.documentPage ? `${from.document}, ${from.documentPage}` : from.document;
}

/** What was just done, said back on the next page. */
export const saidLabels: Record<string, string> = {
  added: 'Saved',
  changed: 'Your change is saved',
  renamed: 'The new name is saved',
  ended: 'The last day is saved',
  granted: 'The membership is granted',
  waits: 'The membership waits for a second person. They have been told',
  confirmed: 'The membership is confirmed and in force from its first day',
  'membership-ended': 'The membership is ended',
  'cover-set': 'The cover is set',
  'cover-ended': 'The end of the cover is saved',
  'post-added': 'The post is saved',
  'post-ended': 'The last day of the post is saved',
  'account-added': 'The account is made. Start a sign-in link next, so that they can choose a password',
  disabled: 'The account is disabled, and they are signed out everywhere',
  enabled: 'The account is enabled',
  'settings-changed': 'The settings are saved',
  'group-added': 'The group is saved',
  'group-changed': 'Your change is saved',
};
