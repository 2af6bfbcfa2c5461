type DatedName = { name: string; fromOn: string | null; toOn: string | null };

/** What an agency was called on a day; before its first name or after its last, the nearest of them. */
export function nameOn(names: readonly DatedName[], day: string): string {
  const inOrder = [...names].sort((a, b) => ((a.fromOn ?? '') < (b.fromOn ?? '') ? -1 : 1));
  const begun = inOrder.filter((each) => each.fromOn === null || each.fromOn <= day);
  const inForce = begun.filter((each) => each.toOn === null || each.toOn >= day);
  return (inForce.at(-1) ?? begun.at(-1) ?? inOrder[0])?.name ?? 'Name not stated';
}

/** Whether something dated holds on a day: its first and its last day count. */
export function isCurrent(dated: { fromOn: string | null; toOn: string | null }, day: string): boolean {
  return (dated.fromOn === null || dated.fromOn <= day) && (dated.toOn === null || dated.toOn >= day);
}

/** Rows by a key, in the order in which they came. */
export function groupedBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
