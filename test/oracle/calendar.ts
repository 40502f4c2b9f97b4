/**
 * The oracle's own calendar: days are whole numbers counted from 1970-01-01. Built on `Date` alone, so that it shares
 * nothing with the engine's arithmetic.
 */

const MILLISECONDS = 86_400_000;

/** A day number of year, month (1–12, other values carry over) and day of the month (which carries over too). */
export const dayFrom = (year: number, month: number, day: number): number =>
  Math.round(Date.UTC(year, month - 1, day) / MILLISECONDS);

/** `2027-03-05` as a day number. */
export function parseDay(iso: string): number {
  const [year, month, day] = iso.split('-').map(Number);
  return dayFrom(year, month, day);
}

/** A day number as `2027-03-05`. */
export const formatDay = (day: number): string => new Date(day * MILLISECONDS).toISOString().slice(0, 10);

/** The first day of what is written as a date, a month or a year. */
export function firstDay(written: string): number {
  const [year, month = 1, day = 1] = written.split('-').map(Number);
  return dayFrom(year, month, day);
}

/** The first day after what is written as a date, a month or a year. */
export function dayAfter(written: string): number {
  const [year, month, day] = written.split('-').map(Number);
  if (month === undefined) return dayFrom(year + 1, 1, 1);
  if (day === undefined) return dayFrom(year, month + 1, 1);
  return dayFrom(year, month, day) + 1;
}

/** Calendar months later (or earlier, when negative), clamped to the month's end (§8, Time). */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * MILLISECONDS);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1 + months;
  const lastOfMonth = dayFrom(year, month + 1, 1) - 1;
  return Math.min(dayFrom(year, month, date.getUTCDate()), lastOfMonth);
}

export type Unit = 'days' | 'weeks' | 'months' | 'quarters' | 'years';

/** A period of the language, signed. */
export interface Period {
  readonly count: number;
  readonly unit: Unit;
}

/** A day moved by a period. */
export function addPeriod(day: number, { count, unit }: Period): number {
  switch (unit) {
    case 'days':
      return day + count;
    case 'weeks':
      return day + 7 * count;
    case 'months':
      return addMonths(day, count);
    case 'quarters':
      return addMonths(day, 3 * count);
    case 'years':
      return addMonths(day, 12 * count);
  }
}
