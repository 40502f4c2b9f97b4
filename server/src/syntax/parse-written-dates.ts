import { calendarFault, monthNamed } from './dates.ts';
import { TokenKind } from './token-kind.ts';
import { advance, at, errorOver, lastEnd, wordAt } from './token-stream.ts';
import { ends, kinds, source, starts } from './tokens.ts';
import { NodeKind } from './tree.ts';
import { addLeaf } from './tree-builder.ts';

/** Tokens of a date as people write it. */
interface WrittenDate {
  /** Of its tokens, the last. */
  readonly last: number;
  /** The date as the language writes it; undefined where there is no such day. */
  readonly newText: string | undefined;
}

/**
 * `31 December 2026`, `Dec. 31st, 2026`, `December 2026`, `2026年1月2日` at the parser's place: passed as one Skipped, with an
 * error. False for anything else.
 */
export function recoverWrittenDate(): boolean {
  const written = dayFirst() ?? monthFirst() ?? inChinese();
  if (written === undefined) return false;
  const { last, newText } = written;
  const start = starts[at];
  const fix = newText === undefined ? undefined : { title: `Write ${newText}`, start, end: ends[last], newText };
  errorOver(at, last, 'Expected a date written year-month-day, such as 2026-02-27, or a month such as 2026-03', fix);
  while (at <= last && kinds[at] !== TokenKind.EndOfFile) advance();
  addLeaf(NodeKind.Skipped, start, lastEnd());
  return true;
}

function dayFirst(): WrittenDate | undefined {
  const day = dayAt(at);
  const name = behindMark(at, TokenKind.Dot);
  const month = day === undefined ? undefined : monthAt(name);
  const last = behindMark(name, TokenKind.Dot);
  const year = month === undefined ? undefined : yearAt(last);
  return year === undefined ? undefined : { last, newText: iso(year, month, day) };
}

function monthFirst(): WrittenDate | undefined {
  const month = monthAt(at);
  if (month === undefined) return undefined;
  const second = behindMark(at, TokenKind.Dot);
  if (yearAt(second) !== undefined) return { last: second, newText: iso(yearAt(second), month) };
  const last = behindMark(second, TokenKind.Comma);
  const [day, year] = [dayAt(second), yearAt(last)];
  return day === undefined || year === undefined ? undefined : { last, newText: iso(year, month, day) };
}

function inChinese(): WrittenDate | undefined {
  const text = kinds[at] === TokenKind.NumberWithSuffix ? source.slice(starts[at], ends[at]) : '';
  const parts = /^(\d{4})年(\d{1,2})月(?:(\d{1,2})[日号])?$/.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day] = parts;
  return { last: at, newText: iso(year, Number(month), day === undefined ? undefined : Number(day)) };
}

/** The token after `i`, and after a mark that stands there. */
const behindMark = (i: number, mark: TokenKind): number => (kinds[i + 1] === mark ? i + 2 : i + 1);

const monthAt = (i: number): number | undefined => (kinds[i] === TokenKind.Name ? monthNamed(wordAt(i)) : undefined);

function dayAt(i: number): number | undefined {
  if (kinds[i] !== TokenKind.Number && kinds[i] !== TokenKind.NumberWithSuffix) return undefined;
  const digits = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(wordAt(i))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const yearAt = (i: number): string | undefined =>
  kinds[i] === TokenKind.Number && ends[i] - starts[i] === 4 ? /^\d{4}$/.exec(wordAt(i))?.[0] : undefined;

function iso(year: string | undefined, month: number | undefined, day?: number): string | undefined {
  const parts = [month, ...(day === undefined ? [] : [day])].map((part) => String(part).padStart(2, '0'));
  const text = [year, ...parts].join('-');
  return calendarFault(day === undefined ? `${text}-01` : text) === undefined ? text : undefined;
}

/** `Q1 2026`, at a name before a number. */
export function recoverQuarter(): boolean {
  if (!/^[QH][1-4]$/i.test(wordAt(at)) || yearAt(at + 1) === undefined) return false;
  const start = starts[at];
  errorOver(
    at,
    at + 1,
    'A part of a year is written by its first and last month, such as `from = 2026-01, until = 2026-03`',
  );
  advance();
  advance();
  addLeaf(NodeKind.Skipped, start, lastEnd());
  return true;
}
