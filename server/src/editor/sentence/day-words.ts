import { formatDay, type Period } from '../../terms/calendar.ts';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** "28 October 2025"; days since 1970-01-01. */
export function dayWords(day: number): string {
  const [year, month, dayOfMonth] = formatDay(day).split('-').map(Number);
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
}

/** "90 days", "1 year", "2 years and 15 days". */
export function periodWords({ months, days }: Period): string {
  const parts: string[] = [];
  const count = (number: number, unit: string) => parts.push(`${number} ${unit}${number === 1 ? '' : 's'}`);
  if (months > 0 && months % 12 === 0) count(months / 12, 'year');
  else if (months > 0) count(months, 'month');
  if (days > 0 || months === 0) count(days, 'day');
  return parts.join(' and ');
}

/** "the end of 31 December 2030": where a day is included and the moment counts. */
export const endOfDay = (day: number): string => `the end of ${dayWords(day)}`;
