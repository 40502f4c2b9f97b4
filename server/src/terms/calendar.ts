/**
 * Calendar days as integers: days since 1970-01-01 in the proleptic Gregorian calendar, without times or time zones.
 *
 * Invariant: a day is an integer from {@link FIRST_DAY} to {@link LAST_DAY}, or {@link NEVER}. Integer arithmetic only,
 * no `Date`, so that the solver can call it millions of times; conversions follow Howard Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms" (days_from_civil, civil_from_days).
 */
import { numberAt } from '../text/digits.ts';

/** Later than every day: what has not happened in a world in which it never happens. */
export const NEVER = 2 ** 30;

/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH_SHIFT = 719_468;
/** Days of a Gregorian cycle of 400 years. */
const DAYS_OF_ERA = 146_097;

/** 0001-01-01. */
export const FIRST_DAY = -719_162;
/** 9999-12-31. */
export const LAST_DAY = 2_932_896;

/** More months or days than the calendar has: longer periods are cut to these, which changes no sum. */
const MOST_MONTHS = 120_000;
const MOST_DAYS = 4_000_000;

/** A length of time: whole months first, then days. Neither is negative. Years are 12 months, weeks 7 days. */
export interface Period {
  readonly months: number;
  readonly days: number;
}

/** A period is added (`+`, 1) or taken away (`-`, -1). */
export type Sign = 1 | -1;

/** The days a written date covers: one day, a month, or a year; both ends included. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

/** The day of a date of the calendar; `month` is 1 to 12, `dayOfMonth` counts from 1. */
export function dayOf(year: number, month: number, dayOfMonth: number): number {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = ((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0;
  const dayOfEra = yearOfEra * 365 + (yearOfEra >> 2) - ((yearOfEra / 100) | 0) + dayOfYear + dayOfMonth - 1;
  return era * DAYS_OF_ERA + dayOfEra - EPOCH_SHIFT;
}

/**
 * A day's month and day of the month in one integer, to save an allocation: `monthIndex * 32 + dayOfMonth`, where
 * `monthIndex` counts months from January of year 0.
 */
function splitDay(day: number): number {
  const shifted = day + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_OF_ERA);
  const dayOfEra = shifted - era * DAYS_OF_ERA;
  const leapDays = ((dayOfEra / 1460) | 0) - ((dayOfEra / 36_524) | 0) + ((dayOfEra / 146_096) | 0);
  const yearOfEra = ((dayOfEra - leapDays) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - ((yearOfEra / 100) | 0));
  const monthFromMarch = ((5 * dayOfYear + 2) / 153) | 0;
  const dayOfMonth = dayOfYear - (((153 * monthFromMarch + 2) / 5) | 0) + 1;
  // March is month 2 counted from 0; January and February fall into the next year by themselves.
  return ((era * 400 + yearOfEra) * 12 + monthFromMarch + 2) * 32 + dayOfMonth;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The number of days of a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function lengthOfMonthIndex(monthIndex: number): number {
  const year = Math.floor(monthIndex / 12);
  return daysInMonth(year, monthIndex - year * 12 + 1);
}

function dayInMonthIndex(monthIndex: number, dayOfMonth: number): number {
  const year = Math.floor(monthIndex / 12);
  return dayOf(year, monthIndex - year * 12 + 1, dayOfMonth);
}

export function firstDayOfMonth(year: number, month: number): number {
  return dayOf(year, month, 1);
}

export function lastDayOfMonth(year: number, month: number): number {
  return dayOf(year, month, daysInMonth(year, month));
}

export function firstDayOfYear(year: number): number {
  return dayOf(year, 1, 1);
}

export function lastDayOfYear(year: number): number {
  return dayOf(year, 12, 31);
}

/** The days covered by `2026-02-27`, `2026-03` or `2026`; undefined when the calendar has no such date. */
export function parseDate(text: string): DaySpan | undefined {
  const year = numberAt(text, 0, 4);
  if (year < 1) return undefined;
  if (text.length === 4) return { first: firstDayOfYear(year), last: lastDayOfYear(year) };
  const month = numberAt(text, 5, 7);
  if (text[4] !== '-' || month < 1 || month > 12) return undefined;
  if (text.length === 7) return { first: firstDayOfMonth(year, month), last: lastDayOfMonth(year, month) };
  const dayOfMonth = numberAt(text, 8, 10);
  if (text.length !== 10 || text[7] !== '-' || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month))
    return undefined;
  const day = dayOf(year, month, dayOfMonth);
  return { first: day, last: day };
}

/** The day `2026-02-27`; undefined when it is not written so or the calendar has no such day. */
export function parseDay(text: string): number | undefined {
  return text.length === 10 ? parseDate(text)?.first : undefined;
}

/** `2026-02-27`, or `never`. */
export function formatDay(day: number): string {
  if (day > LAST_DAY) return 'never';
  const split = splitDay(day);
  const monthIndex = split >> 5;
  const year = Math.floor(monthIndex / 12);
  const digits = (value: number, width: number) => String(value).padStart(width, '0');
  return `${digits(year, 4)}-${digits(monthIndex - year * 12 + 1, 2)}-${digits(split & 31, 2)}`;
}

const UNITS: ReadonlyMap<string, Period> = new Map([
  ['day', { months: 0, days: 1 }],
  ['week', { months: 0, days: 7 }],
  ['month', { months: 1, days: 0 }],
  ['quarter', { months: 3, days: 0 }],
  ['year', { months: 12, days: 0 }],
]);

/**
 * The period of `count` units: day(s), week(s), month(s), quarter(s), year(s). Undefined for another unit and for a count
 * that is not a whole number from 0.
 */
export function parsePeriod(count: number, unit: string): Period | undefined {
  const one = UNITS.get(unit.endsWith('s') ? unit.slice(0, -1) : unit);
  if (!one || !Number.isInteger(count) || count < 0) return undefined;
  return { months: Math.min(one.months * count, MOST_MONTHS), days: Math.min(one.days * count, MOST_DAYS) };
}

/** Adds months, clamped to the month's end; neither argument nor result is held to the calendar's first and last day. */
function addMonths(day: number, months: number): number {
  if (months === 0) return day;
  const split = splitDay(day);
  const monthIndex = (split >> 5) + months;
  return dayInMonthIndex(monthIndex, Math.min(split & 31, lengthOfMonthIndex(monthIndex)));
}

/**
 * `day` plus (or, with sign -1, minus) a period: the months first, clamped to the month's end, then the days. `NEVER`
 * stays `NEVER`, a sum after {@link LAST_DAY} is `NEVER`, one before {@link FIRST_DAY} is `FIRST_DAY`. For a fixed period and
 * sign it never decreases as `day` grows.
 *
 * The sum is the first day *outside*: five years from 2019-05-06 are the days up to 2024-05-05.
 */
export function addPeriod(day: number, period: Period, sign: Sign = 1): number {
  if (day > LAST_DAY) return NEVER;
  const sum = addMonths(day, sign * period.months) + sign * period.days;
  if (sum > LAST_DAY) return NEVER;
  return Math.max(sum, FIRST_DAY);
}

/**
 * The least day `x` with `addPeriod(x, period, sign) >= target`. There always is one: `NEVER` reaches every target.
 */
export function leastDayWhoseSumReaches(period: Period, target: number, sign: Sign = 1): number {
  if (target <= FIRST_DAY) return FIRST_DAY;
  const months = sign * period.months;
  const monthsTarget = Math.min(target, LAST_DAY + 1) - sign * period.days;
  const split = splitDay(monthsTarget);
  const monthIndex = (split >> 5) - months;
  const length = lengthOfMonthIndex(monthIndex);
  // Where the month is too short for the target's day, clamping stays below it: the next month's first day is the least.
  const least =
    (split & 31) <= length ? dayInMonthIndex(monthIndex, split & 31) : dayInMonthIndex(monthIndex, length) + 1;
  if (least > LAST_DAY) return NEVER;
  return Math.max(least, FIRST_DAY);
}

/**
 * The greatest day `x` with `addPeriod(x, period, sign) <= target`; `NEVER` when the target is `NEVER`. Where there is none
 * the result is `FIRST_DAY - 1`, which is before every day.
 */
export function greatestDayWhoseSumIsAtMost(period: Period, target: number, sign: Sign = 1): number {
  if (target > LAST_DAY) return NEVER;
  if (target < FIRST_DAY) return FIRST_DAY - 1;
  const months = sign * period.months;
  const monthsTarget = target - sign * period.days;
  const split = splitDay(monthsTarget);
  const targetIndex = split >> 5;
  const length = lengthOfMonthIndex(targetIndex - months);
  // All later days of a longer month are clamped to the target's month end.
  const isMonthEnd = (split & 31) === lengthOfMonthIndex(targetIndex);
  const greatest = dayInMonthIndex(targetIndex - months, isMonthEnd ? length : Math.min(split & 31, length));
  if (greatest > LAST_DAY) return LAST_DAY;
  return greatest < FIRST_DAY ? FIRST_DAY - 1 : greatest;
}
