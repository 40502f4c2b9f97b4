import { TokenKind } from './token-kind.ts';
import { isWord } from './token-stream.ts';
import { ends, kinds, source, starts } from './tokens.ts';

/** The words after a number that make it a duration. */
export const UNITS_OF_TIME = [
  'day',
  'days',
  'week',
  'weeks',
  'month',
  'months',
  'quarter',
  'quarters',
  'year',
  'years',
] as const;

const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ...['d', 'dy', 'dys'].map((word) => [word, 'days'] as const),
  ...['w', 'wk', 'wks'].map((word) => [word, 'weeks'] as const),
  ...['mo', 'mos', 'mth', 'mths', 'mon'].map((word) => [word, 'months'] as const),
  ...['q', 'qtr', 'qtrs'].map((word) => [word, 'quarters'] as const),
  ...['y', 'yr', 'yrs'].map((word) => [word, 'years'] as const),
]);

/** The unit of time that a word stands for, as it is written after a number. */
export function unitMeant(word: string, number: string): string | undefined {
  const units = ABBREVIATIONS.get(word.toLowerCase());
  return number === '1' ? units?.slice(0, -1) : units;
}

/** Whether token `i` is a unit of time. */
export function isUnitOfTime(i: number): boolean {
  if (kinds[i] !== TokenKind.Name) return false;
  switch (source.charCodeAt(starts[i])) {
    case 100: // d
      return isWord(i, 'days') || isWord(i, 'day');
    case 119: // w
      return isWord(i, 'weeks') || isWord(i, 'week');
    case 109: // m
      return isWord(i, 'months') || isWord(i, 'month');
    case 113: // q
      return isWord(i, 'quarters') || isWord(i, 'quarter');
    case 121: // y
      return isWord(i, 'years') || isWord(i, 'year');
    default:
      return false;
  }
}

/** Whether token `i` has the shape of an ISO 4217 code: three capital letters. */
export function isCurrencyCode(i: number): boolean {
  const start = starts[i];
  if (kinds[i] !== TokenKind.Name || ends[i] - start !== 3) return false;
  for (let k = start; k < start + 3; k++) {
    const unit = source.charCodeAt(k);
    if (unit < 65 || unit > 90) return false;
  }
  return true;
}
