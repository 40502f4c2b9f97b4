import { numberAt } from '../text/digits.ts';

/** The shapes in which dates are written in a text, and the calendar's own limits. Dates are proleptic Gregorian. */

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : DAYS[month - 1];
}

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** As far as it is not the English name. */
const GERMAN_MONTHS = ['Januar', 'Februar', 'März', '', 'Mai', 'Juni', 'Juli', '', '', 'Oktober', '', 'Dezember'];

/** The number of a month by its name, in full or cut off after three letters or more; undefined for any other word. */
export function monthNamed(word: string): number | undefined {
  const start = word.toLowerCase();
  if (start.length < 3) return undefined;
  const i = MONTH_NAMES.findIndex((name, month) =>
    [name, GERMAN_MONTHS[month]].some((one) => one.toLowerCase().startsWith(start)),
  );
  return i === -1 ? undefined : i + 1;
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** What is wrong with a text that starts like a date, and the text that mends it, where that is plain. */
export interface DateFault {
  readonly message: string;
  readonly newText?: string;
}

/** Judges a text of the shape `YYYY-MM-DD` by the calendar; undefined where it is a day. */
export function calendarFault(text: string): DateFault | undefined {
  const year = numberAt(text, 0, 4);
  const month = numberAt(text, 5, 7);
  const day = numberAt(text, 8, 10);
  if (month < 1 || month > 12) return monthFault(text);
  const days = daysIn(year, month);
  if (day >= 1 && day <= days) return undefined;
  return { message: `There is no day ${text}: ${MONTH_NAMES[month - 1]} ${text.slice(0, 4)} has ${days} days` };
}

/** Judges a text that starts with the shape `YYYY-MM`; undefined where it is a month. */
export function monthFault(text: string): DateFault | undefined {
  const month = numberAt(text, 5, 7);
  if (month >= 1 && month <= 12) return undefined;
  return { message: `There is no month ${text.slice(5, 7)} in ${text}: months run from 01 to 12` };
}

/** A date, month or range in some other shape than the language's: says how it is written here. */
export function shapeFault(text: string): DateFault {
  const message = 'Expected a date written year-month-day, such as 2026-02-27, or a month such as 2026-03';
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(text)) {
    return { message: 'A number is written without marks between its digits', newText: text.replaceAll('.', '') };
  }
  const parts = /^(\d{1,4})[-/.](\d{1,4})(?:[-/.](\d{1,4}))?$/.exec(text);
  if (parts === null) return { message };
  const [, first, second, third] = parts;
  if (third === undefined) {
    if (first.length === 4 && second.length <= 2) return { message, newText: `${first}-${pad(Number(second), 2)}` };
    if (!text.includes('-')) return { message };
    return { message: 'A range is written with two dots, such as 10..12', newText: `${first}..${second}` };
  }
  if (first.length === 4) return mendedDate(message, first, second, third);
  if (third.length !== 4) return { message };
  // 27/02/2026 is plain only because there is no month 27; 03/02/2026 is read two ways, so nothing is offered.
  if (Number(first) > 12 || Number(first) === Number(second)) return mendedDate(message, third, second, first);
  if (Number(second) > 12) return mendedDate(message, third, first, second);
  const ways = [mendedDate(message, third, second, first), mendedDate(message, third, first, second)];
  const written = ways.map(({ newText }) => newText).filter((way) => way !== undefined);
  return {
    message: `${message}; ${text} can be read two ways${written.length === 2 ? `: ${written.join(' or ')}` : ''}`,
  };
}

function mendedDate(message: string, year: string, month: string, day: string): DateFault {
  const iso = `${year}-${pad(Number(month), 2)}-${pad(Number(day), 2)}`;
  return iso.length === 10 && calendarFault(iso) === undefined ? { message, newText: iso } : { message };
}
