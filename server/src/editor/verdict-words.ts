import type { PairVerdict } from '../conflicts/pair.ts';
import type { Verdict } from '../conflicts/verdict.ts';
import { readingsWords as wordsByReading } from '../portfolio/reading-words.ts';

export { AS_WRITTEN } from '../conflicts/docket.ts';

/** "a conflict as microsoft reads it, none as written or as amazon reads it"; empty where all readings agree. */
export const readingsWords = (byReading: ReadonlyMap<string, Verdict>): string =>
  new Set(byReading.values()).size < 2 ? '' : wordsByReading([...byReading]);

/** "2 conflicts", "1 disputed", "3 depend". */
export function countOf(verdict: PairVerdict['verdict'], count: number): string {
  const one = count === 1;
  switch (verdict) {
    case 'conflict':
      return `${count} ${one ? 'conflict' : 'conflicts'}`;
    case 'disputed':
      return `${count} disputed`;
    case 'depends':
      return `${count} ${one ? 'depends' : 'depend'}`;
    case 'near miss':
      return `${count} ${one ? 'near miss' : 'near misses'}`;
    case 'too complex':
      return `${count} not compared`;
    case 'clear':
      return `${count} clear`;
  }
}

/** The worst first. */
export const ORDER_OF_VERDICTS: readonly PairVerdict['verdict'][] = [
  'conflict',
  'disputed',
  'depends',
  'too complex',
  'near miss',
];
