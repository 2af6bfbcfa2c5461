type Place = { fromOn: string; toOn: string | null; endsAt: Date | null };

/** Whether a place is over: its last day is past, or of an emergency place its hour. */
export function isOver(place: Place, now: Date, today: string): boolean {
  return (place.toOn !== null && place.toOn < today) || (place.endsAt !== null && place.endsAt <= now);
}
