import type { StatedValue } from './stated-value.ts';

const PERCENT = /(?<![\d.])(\d{1,3}(?:\.\d+)?)\s?(?:%|％|per\s?cent(?!\p{L}))/giu;

/** The shares that a text names in digits, as in `27%`. */
export function sharesIn(text: string): readonly StatedValue[] {
  return [...text.matchAll(PERCENT)].map((match) => ({
    text: `${match[1]}%`,
    start: match.index,
    end: match.index + match[0].length,
  }));
}
