/** Numbers in words, as contracts have them before or in place of digits. */

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';

const VALUES: ReadonlyMap<string, number> = new Map([
  ...SMALL.split(' ').map((word, value) => [word, value] as const),
  ...TENS.split(' ').map((word, index) => [word, 10 * (index + 2)] as const),
  ['a', 1],
  ['an', 1],
]);

/** Whether a word, or words with hyphens between them, may be part of a number. */
export const isNumberWord = (word: string): boolean => {
  const parts = word.toLowerCase().split('-');
  return parts.every((part) => VALUES.has(part) || part === 'hundred');
};

/** The number below a thousand that words say; undefined where they say none. */
export function numberMeant(words: string): number | undefined {
  let [whole, last] = [0, Number.POSITIVE_INFINITY];
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    const value = VALUES.get(word);
    if (word === 'hundred' && whole > 0 && whole < 10) {
      [whole, last] = [100 * whole, 100];
    } else {
      // `twenty five`, but not `five twenty`; a unit comes behind tens only.
      const isNext = value !== undefined && value < last && (last > 99 || (last > 19 && value < 10));
      if (!isNext) return undefined;
      [whole, last] = [whole + value, value];
    }
  }
  return whole;
}
