import type { Interval } from '../../model/model.ts';
import type { SetExpression } from '../../terms/set-expression.ts';
import { grouped, listed } from '../words.ts';
import type { Naming } from './naming.ts';

/** A set of terms in words: "Azure", "France (FR) and Spain (ES)", "anybody except IBM". `all` is the word for everything. */
export function setWords(naming: Naming, expression: SetExpression, conjunction: string, all: string): string {
  switch (expression.kind) {
    case 'all':
      return all;
    case 'term':
      return naming.call(expression.term);
    case 'union': {
      const items = expression.items.map((item) => setWords(naming, item, conjunction, all));
      return items.length === 0 ? 'nothing' : listed(items, conjunction);
    }
    case 'except': {
      const base = setWords(naming, expression.base, conjunction, all);
      return `${base} except ${setWords(naming, expression.minus, 'and', all)}`;
    }
  }
}

/** Ranges of a measured dimension in words: "7 or more", "5 to 6 or more than 10". */
export const rangeWords = (intervals: readonly Interval[]): string =>
  intervals.length === 0 ? 'no number at all' : listed(intervals.map(oneRange), 'or');

function oneRange({ low, high, lowOpen, highOpen }: Interval): string {
  const number = (value: number): string => grouped(String(value));
  const hasLow = Number.isFinite(low);
  const hasHigh = Number.isFinite(high);
  if (!hasLow && !hasHigh) return 'any number';
  if (!hasHigh) return lowOpen ? `more than ${number(low)}` : `${number(low)} or more`;
  if (!hasLow) return highOpen ? `less than ${number(high)}` : `${number(high)} or less`;
  if (low === high) return number(low);
  if (!lowOpen && !highOpen) return `${number(low)} to ${number(high)}`;
  return `${lowOpen ? 'more than' : 'at least'} ${number(low)} and ${highOpen ? 'less than' : 'at most'} ${number(high)}`;
}
