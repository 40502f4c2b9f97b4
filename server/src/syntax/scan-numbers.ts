import { endOfName, identifierPartWidth, identifierStartWidth, isDigit } from './characters.ts';
import { calendarFault, type DateFault, monthFault, shapeFault } from './dates.ts';
import { numberOfText } from './known-texts.ts';
import { TokenKind } from './token-kind.ts';
import { add, count, lexicalError, source, textNumbers } from './tokens.ts';

/** Digits, with a decimal part, as a date or month, or with letters behind them. */
export function scanNumber(i: number): number {
  let end = i + 1;
  while (isDigit(source.charCodeAt(end))) end++;
  const after = source.charCodeAt(end);
  if ((after === 45 || after === 47) && isDigit(source.charCodeAt(end + 1))) return scanDate(i, end);
  if (after === 46 && isDigit(source.charCodeAt(end + 1))) {
    end += 2;
    while (isDigit(source.charCodeAt(end))) end++;
    if (source.charCodeAt(end) === 46 && isDigit(source.charCodeAt(end + 1))) return scanDate(i, end);
  }
  const suffix = identifierStartWidth(source, end);
  if (suffix === 0) return add(TokenKind.Number, i, end);
  return add(TokenKind.NumberWithSuffix, i, endOfName(source, end + suffix));
}

/** A date or month, well formed or not: digits joined by `-`, `/` or dots, of which the first join is at `end`. */
function scanDate(i: number, end: number): number {
  const isJoin = (unit: number): boolean => unit === 45 || unit === 46 || unit === 47;
  for (;;) {
    if (isJoin(source.charCodeAt(end)) && isDigit(source.charCodeAt(end + 1))) end += 2;
    else if (isDigit(source.charCodeAt(end))) end++;
    else break;
  }
  const digitsEnd = end;
  if (identifierPartWidth(source, end) !== 0) end = endOfName(source, end);
  const hyphens = source.charCodeAt(i + 4) === 45 && end === digitsEnd;
  if (hyphens && end === i + 7 && onlyDigits(i + 5, end)) return addKnownDate(TokenKind.Month, i, end, monthFault);
  if (hyphens && end === i + 10 && source.charCodeAt(i + 7) === 45 && onlyDigits(i + 5, i + 7)) {
    return addDay(i, end);
  }
  return addDate(TokenKind.Date, i, end, shapeFault);
}

/** The days that contracts mostly name are found without a search: by their place, the numbers of their texts; 0: not met yet. */
const FIRST_YEAR = 1950;
const YEARS = 150;
const numberOfDay = new Uint16Array(YEARS * 12 * 31);

/** A day as the language writes it. */
function addDay(start: number, end: number): number {
  const place = placeOfDay(start);
  const known = place < 0 ? 0 : numberOfDay[place];
  if (known !== 0) return add(TokenKind.Date, start, end, known);
  addKnownDate(TokenKind.Date, start, end, calendarFault);
  if (place >= 0) numberOfDay[place] = textNumbers[count - 1];
  return end;
}

/** Of `YYYY-MM-DD`; -1 where it is no such day. */
function placeOfDay(i: number): number {
  if (!onlyDigits(i, i + 4) || !onlyDigits(i + 8, i + 10)) return -1;
  const year = 100 * twoDigits(i) + twoDigits(i + 2) - FIRST_YEAR;
  const month = twoDigits(i + 5) - 1;
  const day = twoDigits(i + 8) - 1;
  if (year < 0 || year >= YEARS || month < 0 || month > 11 || day < 0 || day > 30) return -1;
  return (year * 12 + month) * 31 + day;
}

const twoDigits = (i: number): number => 10 * (source.charCodeAt(i) - 48) + source.charCodeAt(i + 1) - 48;

/** By the number of its text: whether a date or month is known to be in the calendar. */
let inCalendar = new Uint8Array(1 << 10);

/** A date or month as the language writes it. A portfolio has the same few thousand: each is judged once. */
function addKnownDate(
  kind: TokenKind,
  start: number,
  end: number,
  fault: (text: string) => DateFault | undefined,
): number {
  const number = numberOfText(source, start, end);
  if (number >= inCalendar.length) {
    const larger = new Uint8Array(number * 2);
    larger.set(inCalendar);
    inCalendar = larger;
  }
  if (inCalendar[number] === 1) return add(kind, start, end, number);
  if (number === 0 || fault(source.slice(start, end)) !== undefined) return addDate(kind, start, end, fault);
  inCalendar[number] = 1;
  return add(kind, start, end, number);
}

function onlyDigits(from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isDigit(source.charCodeAt(i))) return false;
  return true;
}

function addDate(kind: TokenKind, start: number, end: number, fault: (text: string) => DateFault | undefined): number {
  const found = fault(source.slice(start, Math.min(end, start + 40)));
  if (found !== undefined) {
    const title = found.newText === undefined ? undefined : `Write ${found.newText}`;
    lexicalError(start, end, found.message, title, found.newText);
  }
  return add(kind, start, end);
}
