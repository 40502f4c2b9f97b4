/**
 * How well a text answers a query whose letters it holds in their order, letter case aside: the higher the better, and
 * undefined where it does not hold them. Letters that start a word or follow each other count for more, as do short texts.
 */
export function fuzzyMatch(query: string, text: string): number | undefined {
  if (query === '') return 0;
  const [wanted, held] = [query.toLowerCase(), text.toLowerCase()];
  let best: number | undefined;
  // Where a query starts decides most: each place where it may is tried.
  for (let first = held.indexOf(wanted[0]); first >= 0; first = held.indexOf(wanted[0], first + 1)) {
    const score = scoreFrom(wanted, held, text, first);
    if (score === undefined) break;
    if (best === undefined || score > best) best = score;
  }
  if (best === undefined) return undefined;
  const isWhole = wanted.length === held.length;
  return best + (isWhole ? WHOLE : 0) + (query === text ? SAME_CASE : 0) - held.length / 100;
}

const WHOLE = 50;
const SAME_CASE = 5;
const START_OF_TEXT = 12;
const START_OF_WORD = 8;
const FOLLOWS = 6;
const HELD = 1;

/** The score of a match whose first letter is the one at `first`; each later letter is the next that fits. */
function scoreFrom(wanted: string, held: string, text: string, first: number): number | undefined {
  let score = 0;
  let last = -1;
  let at = first;
  for (const letter of wanted) {
    at = held.indexOf(letter, last < 0 ? first : last + 1);
    if (at < 0) return undefined;
    if (last >= 0 && at === last + 1) score += FOLLOWS;
    else if (at === 0) score += START_OF_TEXT;
    else if (startsWord(text, at)) score += START_OF_WORD;
    else score += HELD;
    last = at + letter.length - 1;
  }
  return score - (at - first) / 1000;
}

function startsWord(text: string, at: number): boolean {
  const before = text[at - 1];
  if (before === '_' || before === '-' || before === '.') return true;
  return /\p{Lu}/u.test(text[at] ?? '') && /\p{Ll}/u.test(before ?? '');
}
