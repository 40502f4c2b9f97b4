import type { PairVerdict } from '../conflicts/pair.ts';
import { rankOf, type Verdict } from '../conflicts/verdict.ts';
import { listed } from './words.ts';

export const AS_WRITTEN = 'as written';

const AS_A_NOUN: Readonly<Record<Verdict, string>> = {
  conflict: 'a conflict',
  disputed: 'disputed',
  depends: 'dependent on an open fact',
  'near miss': 'a near miss',
  clear: 'none',
};

/** "a conflict as microsoft reads it, none as written or as amazon reads it"; empty where all readings agree. */
export function readingsWords(byReading: ReadonlyMap<string, Verdict>): string {
  const verdicts = [...new Set(byReading.values())].sort((a, b) => rankOf(b) - rankOf(a));
  if (verdicts.length < 2) return '';
  return verdicts
    .map((verdict) => {
      const readings = [...byReading].filter(([, one]) => one === verdict).map(([reading]) => reading);
      const who = readings.map((reading) => (reading === AS_WRITTEN ? reading : `as ${reading} reads it`));
      return `${AS_A_NOUN[verdict]} ${listed(who, 'or')}`;
    })
    .join(', ');
}

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
