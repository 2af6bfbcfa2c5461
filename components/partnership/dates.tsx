import { formatDate } from '@/lib/dates/calendar-date';

/** "From 1 April 2019 to 31 March 2021", as much of it as is known. */
export function Dates({ fromOn, toOn }: { fromOn: string | null; toOn: string | null }) {
  if (fromOn && toOn) return <>{formatDate(fromOn)} to {formatDate(toOn)}</>;
  if (fromOn) return <>From {formatDate(fromOn)}</>;
  if (toOn) return <>Until {formatDate(toOn)}</>;
  return <>Not stated</>;
}
