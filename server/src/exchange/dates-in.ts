import { parseDay } from '../terms/calendar.ts';
import { inOrder, type StatedValue } from './stated-value.ts';

const MONTHS =
  'jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?';
const MONTH_STARTS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ORDINAL = '(\\d{1,2})(?:st|nd|rd|th)?';
const DATES = [
  // 2 October 2017; the 1st day of December, 2015
  new RegExp(`(?<![\\d.,])\\b${ORDINAL}(?:\\s+day)?(?:\\s+of)?\\s+(${MONTHS})\\s*,?\\s*(\\d{4})\\b`, 'giu'),
  // October 2, 2017
  new RegExp(`\\b(${MONTHS})\\s+${ORDINAL}\\s*,?\\s+(\\d{4})\\b`, 'giu'),
  /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/gu,
  /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/gu,
  /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})(?![\d/])/gu,
] as const;

/**
 * The days that a text names, in its order. `12/3/2015` is left out, for nobody knows whether it is March or December;
 * `9/9/97` and `12/31/2015` leave no doubt once the century is known. `century`: two digits may stand for a year, from
 * 1950 to 2049.
 */
export function datesIn(text: string, century = false): readonly StatedValue[] {
  const found: StatedValue[] = [];
  const [dayFirst, monthFirst, iso, chinese, slashes] = DATES;
  const add = (match: RegExpMatchArray, year: string, month: number, day: string): void => {
    const date = `${year.padStart(4, '0')}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (parseDay(date) === undefined) return;
    found.push({ text: date, start: match.index ?? 0, end: (match.index ?? 0) + match[0].length });
  };
  for (const match of text.matchAll(dayFirst)) add(match, match[3], monthNumber(match[2]), match[1]);
  for (const match of text.matchAll(monthFirst)) add(match, match[3], monthNumber(match[1]), match[2]);
  for (const match of text.matchAll(iso)) add(match, match[1], Number(match[2]), match[3]);
  for (const match of text.matchAll(chinese)) add(match, match[1], Number(match[2]), match[3]);
  for (const match of text.matchAll(slashes)) {
    const [, first, second, written] = match;
    if (written.length === 2 && !century) continue;
    const year = written.length === 4 ? written : Number(written) >= 50 ? `19${written}` : `20${written}`;
    if (first === second || Number(second) > 12) add(match, year, Number(first), second);
    else if (Number(first) > 12) add(match, year, Number(second), first);
  }
  return inOrder(found);
}

const monthNumber = (name: string): number => MONTH_STARTS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
