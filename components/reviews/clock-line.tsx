import { DayStrip } from '@/components/ui/day-strip';
import { Details } from '@/components/ui/details';
import { formatDate, formatDateWithDay } from '@/lib/dates/calendar-date';
import { clockLabels } from '@/lib/reviews/labels';
import { lastWorkingDayBefore, type Clock, type ClockReading } from '@/lib/reviews/rules';

type ClockLineProps = { clock: Clock & { reading: ClockReading }; label?: string; compact?: boolean };

/** One clock as days one can see, with its rule on demand. An override keeps the computed date beside the reason. */
export function ClockLine({ clock, label, compact }: ClockLineProps) {
  const { reading } = clock;
  const unit = clock.unit === 'working_day' ? (clock.length === 1 ? 'working day' : 'working days') : 'months';
  const before = lastWorkingDayBefore(reading.dueOn);
  return (
    <div className="clock">
      <p><b>{label ?? clockLabels[clock.rule]}</b> · {reading.words}</p>
      <DayStrip day={Math.max(0, reading.day)} of={reading.of} end={reading.end} unit={reading.unit} label={`${label ?? clockLabels[clock.rule]}: ${reading.words}`} compact={compact} finished={clock.metOn !== null} />
      {reading.moved && <p className="small">Moved from {formatDate(reading.moved.fromOn)}, which was worked out: {reading.moved.because}</p>}
      {before && !clock.metOn && <p className="small">{formatDateWithDay(reading.dueOn)} is not a working day: the last one before it is {formatDateWithDay(before)}.</p>}
      {!compact && (
        <Details summary="How this date is worked out">
          <p>{clock.length} {unit} from {formatDate(clock.startedOn)}: {lowerFirst(clock.startEvent)}. {clock.countStartDay ? 'The start day is day 1.' : 'The start day is day 0.'} {clock.guidanceEdition}.</p>
        </Details>
      )}
    </div>
  );
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
