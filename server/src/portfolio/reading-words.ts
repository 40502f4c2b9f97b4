import { AS_WRITTEN } from '../conflicts/docket.ts';
import { rankOf, type Verdict } from '../conflicts/verdict.ts';
import { listed } from '../text/words.ts';

const AS_A_NOUN: Readonly<Record<Verdict, string>> = {
  conflict: 'a conflict',
  disputed: 'disputed',
  depends: 'dependent on an open fact',
  'near miss': 'a near miss',
  clear: 'none',
};

/** "as microsoft reads it", "as written". */
export const asReadBy = (reading: string): string => (reading === AS_WRITTEN ? reading : `as ${reading} reads it`);

/** "a conflict as microsoft reads it, none as written or as amazon reads it": readings with their verdicts, the gravest first. */
export function readingsWords(byReading: readonly (readonly [reading: string, verdict: Verdict])[]): string {
  const verdicts = [...new Set(byReading.map(([, verdict]) => verdict))].sort((a, b) => rankOf(b) - rankOf(a));
  return verdicts
    .map((verdict) => {
      const who = byReading.flatMap(([reading, one]) => (one === verdict ? [asReadBy(reading)] : []));
      return `${AS_A_NOUN[verdict]} ${listed(who, 'or')}`;
    })
    .join(', ');
}
