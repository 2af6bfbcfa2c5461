import { levelNames } from '@/lib/plan/labels';

/** The figures of the assurance page: what each counts, in the words above its rows. */
export const figureLabels = {
  'notifications': 'Serious incident notifications',
  'reviews-opened': 'Rapid reviews opened',
  'clocks-met': 'Rapid reviews within their fifteen days',
  'clocks-late': 'Rapid reviews past their fifteen days',
  'decisions': 'Decisions of the safeguarding partners',
  'recommendations': 'Recommendations answered',
  'recommendations-without-action': 'Accepted recommendations without an action',
  'past-due': 'Actions past due',
  'agreed': 'Actions agreed',
  'updated': 'Actions updated',
  'evidence-checked': 'Actions with evidence checked',
  'moved': 'Due dates moved',
  'awaiting-check': 'Complete, awaiting check',
  'checked': 'Complete, checked',
  'not-stated': 'Left out as not stated',
  'challenges': 'Challenges raised',
  'challenges-open': 'Challenges not closed',
} as const;
export type Figure = keyof typeof figureLabels;

/** The bars of how far checked evidence reaches. */
export const levelBarLabels: Record<string, string> = { none: 'Nothing checked yet', ...levelNames };

export const yearFigureLabels = {
  'rapid-reviews': 'Rapid reviews undertaken',
  'progressed': 'Rapid reviews that progressed to an LCSPR',
  'lcsprs-completed': 'LCSPRs completed in the year',
  'lcsprs-not-completed': 'LCSPRs not completed in the year',
  'carried-over': 'Reviews carried over',
  'lines-of-enquiry': 'Lines of enquiry',
  'audits': 'Multi-agency audit days',
  'plan-lines': 'Lines of the combined learning action plan',
} as const;
export type YearFigure = keyof typeof yearFigureLabels;

export function isFigure(text: string): text is Figure {
  return Object.hasOwn(figureLabels, text);
}

export function isYearFigure(text: string): text is YearFigure {
  return Object.hasOwn(yearFigureLabels, text);
}
