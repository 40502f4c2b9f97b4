import type { DifferenceKind } from './quote-match.ts';
import { isPunctuation, type Words } from './word-index.ts';

/** Words `from` to `to` of a folded text, with the rest of it for context. */
export interface Excerpt {
  readonly text: string;
  readonly words: Words;
  readonly from: number;
  readonly to: number;
}

const negations = new Set(
  (
    'not no never none neither nor nothing nobody cannot without hardly unless except excluding ' +
    'nicht kein keine keinen keiner nie niemals ohne ne pas jamais aucun sans ' +
    '不 非 无 無 未 勿 毋 莫 没 沒'
  ).split(' '),
);
const contractedNegation = /n't$/;
/** "unable" against "able", "non-exclusive" against "exclusive". */
const negativePrefix = /^(?:non-?|un|in|im|ir|il|dis)(?=\p{L}{3})/u;
const numberWord =
  /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:one|two|three|four|five|six|seven|eight|nine)?|hundred|thousand|million|billion|trillion|half|third|quarter|once|twice|thrice|first|second|percent|[〇零一二三四五六七八九十百千万亿两])$/;
const month =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[年月日])$/;
const numericDate = /^(?:\d{4}-\d{1,2}(?:-\d{1,2})?|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})$/;
const year = /^(?:1[89]|20|21)\d\d$/;
const money = /^(?:\p{Sc}|usd|eur|gbp|jpy|cny|rmb|chf|cad|aud|dollars?|euros?|pounds?|yen|cents?)$/u;
const scale = /^(?:hundred|thousand|million|billion|trillion)$/;
/** Capitalised at the start of a sentence, or by custom, without being a name. */
const ordinary = new Set(
  (
    'a all an and any as at both but by each either every for from if in it its no nor not notwithstanding of on or ' +
    'other shall should since so such subject that the their then there these they this those to under until unless ' +
    'upon we what when where whereas which while who will with within you'
  ).split(' '),
);

/** What a difference is about: the gravest thing that the two sides do not share. */
export function classifyDifference(source: Excerpt, quoted: Excerpt): DifferenceKind {
  const [left, right] = [wordsOf(source), wordsOf(quoted)];
  if (left.every(isMark) && right.every(isMark)) return isAmountMark(left, right) ? 'amount' : 'punctuation';
  // Folded alike: they differ in a hyphen.
  if (left.join(' ') === right.join(' ')) return 'words';
  if (lower(left) === lower(right)) return 'letter case';
  if (negates(left, right)) return 'negation';
  if (numbersIn(left).join() !== numbersIn(right).join()) {
    if (isAmount(source) || isAmount(quoted)) return 'amount';
    return isDate(source) || isDate(quoted) ? 'date' : 'number';
  }
  if (left.some(isMonth) || right.some(isMonth)) return 'date';
  if (lower(left.filter(isMoneyWord)) !== lower(right.filter(isMoneyWord))) return 'amount';
  if (namesIn(source).join() !== namesIn(quoted).join()) return 'party';
  return 'words';
}

function wordsOf({ text, words, from, to }: Excerpt): readonly string[] {
  const found: string[] = [];
  for (let word = Math.max(0, from); word < Math.min(to, words.count); word++) {
    found.push(text.slice(words.starts[word], words.ends[word]));
  }
  return found;
}

/** The words around the excerpt, in lower case: `at` -1 is the one before it, 0 the first after it. */
function beside({ text, words, from, to }: Excerpt, at: number): string {
  const word = at < 0 ? from + at : to + at;
  return word < 0 || word >= words.count ? '' : text.slice(words.starts[word], words.ends[word]).toLowerCase();
}

function isMark(word: string): boolean {
  return isPunctuation(word.charCodeAt(0));
}

function isAmountMark(left: readonly string[], right: readonly string[]): boolean {
  const signs = (words: readonly string[]) => words.filter((word) => /[\p{Sc}%‰]/u.test(word)).join('');
  return signs(left) !== signs(right);
}

function lower(words: readonly string[]): string {
  return words.join(' ').toLowerCase();
}

function negates(left: readonly string[], right: readonly string[]): boolean {
  const count = (words: readonly string[]) =>
    words.filter((word) => negations.has(word.toLowerCase()) || contractedNegation.test(word.toLowerCase())).length;
  if (count(left) !== count(right)) return true;
  const words = new Set([...left, ...right].map((word) => word.toLowerCase()));
  return [...words].some((word) => negativePrefix.test(word) && words.has(word.replace(negativePrefix, '')));
}

function numbersIn(words: readonly string[]): readonly string[] {
  return words.map((word) => word.toLowerCase()).filter((word) => /\d/.test(word) || numberWord.test(word));
}

function isMonth(word: string): boolean {
  // "may" is a verb, "May" a month.
  return word !== 'may' && month.test(word.toLowerCase());
}

function isMoneyWord(word: string): boolean {
  return money.test(word.toLowerCase());
}

/** "$", "USD" or "EUR" right before, or "dollars" right after but for "million". */
function isAmount(excerpt: Excerpt): boolean {
  if (wordsOf(excerpt).some(isMoneyWord) || isMoneyWord(beside(excerpt, -1))) return true;
  return isMoneyWord(beside(excerpt, 0)) || (scale.test(beside(excerpt, 0)) && isMoneyWord(beside(excerpt, 1)));
}

/** A month right before or after, "day of" a month, or a number that is a date or a year by its looks. */
function isDate(excerpt: Excerpt): boolean {
  const words = wordsOf(excerpt);
  if (words.some((word) => numericDate.test(word) || year.test(word) || isMonth(word))) return true;
  const [next, second, third] = [beside(excerpt, 0), beside(excerpt, 1), beside(excerpt, 2)];
  if (month.test(beside(excerpt, -1)) || month.test(next)) return true;
  return next === 'day' && second === 'of' && month.test(third);
}

/** Words that look like names or defined terms: capitalised, but for those that any sentence may start with. */
function namesIn(excerpt: Excerpt): readonly string[] {
  return wordsOf(excerpt).filter((word) => /^\p{Lu}/u.test(word) && !ordinary.has(word.toLowerCase()));
}
