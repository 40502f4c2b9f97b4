/** A value that a passage states in plain words, as the language writes it, and where it stands. UTF-16 offsets. */
export interface StatedValue {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Sorted, and of those that overlap the longest kept. */
export function inOrder(values: readonly StatedValue[]): readonly StatedValue[] {
  const sorted = [...values].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: StatedValue[] = [];
  for (const value of sorted) if (value.start >= (kept.at(-1)?.end ?? 0)) kept.push(value);
  return kept;
}
