import { Notice } from '@/components/ui/notice';
import type { YearFigure } from '@/lib/assurance/labels';
import { capitalised, countInWords, ordinalsAfter, type YearReviews } from '@/lib/assurance/rules';

/** The year's reviews as its report tells them, each number counted from the records and opening its rows. */
export function YearSentence({ year, nextYear, shortName, reviews }: { year: string; nextYear: string; shortName: string; reviews: YearReviews }) {
  const open = (figure: YearFigure, words: string) => <a href={`/assurance/years/${year}/${figure}`}>{words}</a>;
  const { undertaken, progressed, completed, still } = reviews;
  if (undertaken.length === 0) return <Notice><p>No rapid reviews are recorded for {year}.</p></Notice>;
  return (
    <Notice>
      <p className="large">
        In {year} {shortName} undertook {open('rapid-reviews', `${countInWords(undertaken.length)} Rapid ${undertaken.length === 1 ? 'Review' : 'Reviews'}`)} into serious safeguarding incidents;{' '}
        {open('progressed', countInWords(progressed.length))} of which progressed to Local Child Safeguarding Practice Reviews. {open('lcsprs-completed', capitalised(countInWords(completed.length)))} of these {completed.length === 1 ? 'was' : 'were'} completed during {year}
        {still.length > 0 && <> and {open('lcsprs-not-completed', ordinalsAfter(completed.length, still.length))} {still.length === 1 ? 'is' : 'are'} scheduled to be completed during {still[0]?.expectedYear ?? nextYear}</>}.
      </p>
    </Notice>
  );
}
