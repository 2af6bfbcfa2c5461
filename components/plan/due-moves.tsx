import { useId } from 'react';
import { daysBetween, formatDate, formatDateShort } from '@/lib/dates/calendar-date';
import type { ActionShown } from '@/lib/plan/queries';

/** How a due date slipped, drawn: the first date is kept, every move is a step to the right. The same in words underneath. */
export function DueMoves({ action, today }: { action: ActionShown; today: string }) {
  const id = useId();
  if (action.dueMoves.length === 0 || action.firstDueOn === null) return null;
  const dates = [action.firstDueOn, ...action.dueMoves.map((move) => move.toOn)];
  const words = `First due ${formatDate(action.firstDueOn)}, now ${formatDate(dates.at(-1)!)}: ${daysBetween(action.firstDueOn, dates.at(-1)!)} days later`;
  const all = [...dates, today].toSorted();
  const span = Math.max(1, daysBetween(all[0]!, all.at(-1)!));
  const at = (date: string) => 14 + (daysBetween(all[0]!, date) / span) * 272;
  return (
    <>
      <svg role="img" aria-labelledby={id} viewBox="0 0 300 64" className="block w-full max-w-md text-ink" fill="none" stroke="currentColor">
        <title id={id}>{words}</title>
        <line x1="14" x2="286" y1="40" y2="40" strokeWidth="2" opacity="0.3" />
        {dates.slice(1).map((date, place) => (
          <path key={place} d={`M ${at(dates[place]!)} 33 C ${at(dates[place]!)} 12, ${at(date)} 12, ${at(date)} 31`} strokeWidth="2" />
        ))}
        {dates.map((date, place) => (
          <circle key={place} cx={at(date)} cy="40" r="6" strokeWidth="2" fill={place === dates.length - 1 ? 'currentColor' : 'white'} />
        ))}
        <line x1={at(today)} x2={at(today)} y1="28" y2="52" strokeWidth="3" strokeDasharray="3 2" />
        <text x={Math.min(264, Math.max(36, at(today)))} y="62" textAnchor="middle" fontSize="11" fill="currentColor" stroke="none">today</text>
      </svg>
      <p>{words}.</p>
      <ul>
        {action.dueMoves.map((move) => (
          <li key={move.id}>
            From {formatDateShort(move.fromOn, today)} to {formatDateShort(move.toOn, today)}, {grantedWords(move)}: <span className="typed">{move.reason}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function grantedWords(move: ActionShown['dueMoves'][number]): string {
  const on = formatDate(move.movedOn);
  const asked = move.askedByName ? `asked by ${move.askedByName}, ` : '';
  return `${asked}granted${move.grantedByName ? ` by ${move.grantedByName}` : ''} on ${on}`;
}
