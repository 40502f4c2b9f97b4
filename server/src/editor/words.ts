/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[], conjunction: string): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${conjunction} ${words[words.length - 1]}`;
}

/** "1 clause", "2 clauses", "100,000 clauses". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(String(count))} ${count === 1 ? one : many}`;

/** The digits of a decimal in groups of three: `1250001` as `1,250,001`. */
export function grouped(digits: string): string {
  const [whole, fraction] = digits.split('.');
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/** A name as words: `transition_services` as "transition services". */
export const asWords = (name: string): string => name.replace(/[_-]+/g, ' ').trim();

/** "a transferable licence", "an exclusive licence". */
export const withArticle = (words: string): string => (/^[aeiou]/i.test(words) ? `an ${words}` : `a ${words}`);

/** Upper case for the first letter of a sentence; a name is left as it is. */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
