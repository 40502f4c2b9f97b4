import { isNumberWord, numberMeant } from './number-words.ts';
import { TokenKind } from './token-kind.ts';
import { advance, at, errorOver, isWord, wordAt } from './token-stream.ts';
import { ends, kinds, source, starts } from './tokens.ts';
import { NodeKind } from './tree.ts';
import { addLeaf } from './tree-builder.ts';
import { isUnitOfTime } from './units.ts';
import { isOfTime } from './value-runs.ts';

/** Lengths of time and shares in the words of a contract: `within thirty (30) days`, `fifteen percent (15%)`. */

/** Of so many tokens a number in words consists at most. */
const MOST_WORDS = 4;
const BEFORE: ReadonlySet<string> = new Set(['within', 'in']);
const BEHIND: ReadonlySet<string> = new Set(['after', 'from', 'of', 'following']);

/** Reports an amount in words at the parser's place, and passes it as one Skipped. False for anything else. */
export function recoverAmountInWords(): boolean {
  const word = kinds[at] === TokenKind.Name ? wordAt(at) : '';
  const isBefore = BEFORE.has(word);
  if (word !== '' && !isBefore && !isNumberWord(word)) return false;
  const number = numberAt(isBefore ? at + 1 : at);
  const amount = number && (lengthOfTime(number) ?? share(number));
  if (amount === undefined) return false;
  const { last, newText } = amount;
  const [start, end] = [starts[at], ends[last]];
  const fix = newText === undefined ? undefined : { title: `Write ${newText}`, start, end, newText };
  const expected = newText ?? 'one that words and digits agree on, such as 30 days or 15%';
  errorOver(at, last, `Expected a number in digits, with its unit behind it: ${expected}`, fix);
  while (at <= last) advance();
  addLeaf(NodeKind.Skipped, start, end);
  return true;
}

interface WrittenNumber {
  /** Undefined where words and digits say two numbers. */
  readonly digits: string | undefined;
  /** The token behind it. */
  readonly next: number;
}

/** `thirty`, `30`, `thirty (30)`, `30 (thirty)`. */
function numberAt(first: number): WrittenNumber | undefined {
  const words = wordsAt(first);
  const isDigits = kinds[first] === TokenKind.Number;
  if (words === undefined && !isDigits) return undefined;
  const digits = isDigits ? wordAt(first) : String(words?.number);
  const next = words?.next ?? first + 1;
  if (kinds[next] !== TokenKind.OpenParenthesis) return { digits, next };
  const inner = kinds[next + 1] === TokenKind.Number ? wordAt(next + 1) : wordsAt(next + 1)?.number.toString();
  const close = kinds[next + 1] === TokenKind.Number ? next + 2 : (wordsAt(next + 1)?.next ?? next);
  if (kinds[close] !== TokenKind.CloseParenthesis) return { digits, next };
  return { digits: inner === digits ? digits : undefined, next: close + 1 };
}

function wordsAt(first: number): { readonly number: number; readonly next: number } | undefined {
  let next = first;
  while (kinds[next] === TokenKind.Name && next < first + MOST_WORDS && isNumberWord(wordAt(next))) next++;
  const number = next === first ? undefined : numberMeant(source.slice(starts[first], ends[next - 1]));
  return number === undefined ? undefined : { number, next };
}

interface Amount {
  readonly last: number;
  /** As the language writes it; undefined where that is not certain. */
  readonly newText: string | undefined;
}

/** Where a day is expected, what is so long is behind another day. */
function lengthOfTime({ digits, next }: WrittenNumber): Amount | undefined {
  if (!isUnitOfTime(next)) return undefined;
  const unit = wordAt(next).replace(/s$/, '');
  const length =
    digits === undefined || digits.includes('.') ? undefined : `${digits} ${unit}${digits === '1' ? '' : 's'}`;
  const isFrom = BEHIND.has(wordAt(next + 1));
  if (isFrom && (kinds[next + 2] === TokenKind.Name || kinds[next + 2] === TokenKind.Date)) {
    return { last: next + 2, newText: length && `${wordAt(next + 2)} + ${length}` };
  }
  return { last: next, newText: length && isOfTime(at) ? `start + ${length}` : length };
}

/** `fifteen percent`, `eighty%`, `fifteen per cent (15%)`. */
function share({ digits, next }: WrittenNumber): Amount | undefined {
  const isPercent = kinds[next] === TokenKind.Percent || isWord(next, 'percent');
  const last = isPercent ? next : isWord(next, 'per') && isWord(next + 1, 'cent') ? next + 1 : -1;
  if (last === -1) return undefined;
  const newText = digits === undefined ? undefined : `${digits}%`;
  const isTwice =
    kinds[last + 1] === TokenKind.OpenParenthesis &&
    kinds[last + 3] === TokenKind.Percent &&
    kinds[last + 4] === TokenKind.CloseParenthesis;
  if (!isTwice) return { last, newText };
  return { last: last + 4, newText: wordAt(last + 2) === digits ? newText : undefined };
}
