/** The verdicts of a pair of clauses, worst first but for `disputed`, which is made of several readings'. */
export type Verdict = 'conflict' | 'disputed' | 'depends' | 'near miss' | 'clear';

const RANK: Readonly<Record<Verdict, number>> = { conflict: 4, disputed: 3, depends: 2, 'near miss': 1, clear: 0 };

export const rankOf = (verdict: Verdict): number => RANK[verdict];

export const worst = (verdicts: Iterable<Verdict>): Verdict => {
  let found: Verdict = 'clear';
  for (const verdict of verdicts) if (RANK[verdict] > RANK[found]) found = verdict;
  return found;
};

/** Conflict under all readings is a conflict, under some disputed; else the worst of the rest. */
export function combineReadings(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.every((verdict) => verdict === 'conflict')) return 'conflict';
  if (verdicts.includes('conflict')) return 'disputed';
  return worst(verdicts);
}
