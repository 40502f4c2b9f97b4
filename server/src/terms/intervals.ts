import { listed } from '../text/words.ts';

/** A range of numbers; ends are in it unless open. Infinite where unbounded. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** From one number to another, both of them in. */
export const closed = (low: number, high: number): Interval => ({ low, high, lowOpen: false, highOpen: false });

/** What is left of some ranges without another. */
export const without = (from: readonly Interval[], { low, high, lowOpen, highOpen }: Interval): readonly Interval[] =>
  from
    .flatMap((one) => [
      meet(one, { low: Number.NEGATIVE_INFINITY, high: low, lowOpen: false, highOpen: !lowOpen }),
      meet(one, { low: high, high: Number.POSITIVE_INFINITY, lowOpen: !highOpen, highOpen: false }),
    ])
    .filter((part) => part.low < part.high || (part.low === part.high && !part.lowOpen && !part.highOpen));

function meet(a: Interval, b: Interval): Interval {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  return {
    low,
    high,
    lowOpen: (a.low === low && a.lowOpen) || (b.low === low && b.lowOpen),
    highOpen: (a.high === high && a.highOpen) || (b.high === high && b.highOpen),
  };
}

/** Ranges in words: "7 or more", "5 to 6 or more than 10". */
export const rangeWords = (intervals: readonly Interval[]): string =>
  intervals.length === 0 ? 'no number at all' : listed(intervals.map(oneRange), 'or');

function oneRange({ low, high, lowOpen, highOpen }: Interval): string {
  const hasLow = Number.isFinite(low);
  const hasHigh = Number.isFinite(high);
  if (!hasLow && !hasHigh) return 'any number';
  if (!hasHigh) return lowOpen ? `more than ${inDigits(low)}` : `${inDigits(low)} or more`;
  if (!hasLow) return highOpen ? `less than ${inDigits(high)}` : `${inDigits(high)} or less`;
  if (low === high) return inDigits(low);
  if (!lowOpen && !highOpen) return `${inDigits(low)} to ${inDigits(high)}`;
  return `${lowOpen ? 'more than' : 'at least'} ${inDigits(low)} and ${highOpen ? 'less than' : 'at most'} ${inDigits(high)}`;
}

/** With commas between the thousands of its whole part. */
function inDigits(number: number): string {
  const [whole, fraction] = String(number).split('.');
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}
