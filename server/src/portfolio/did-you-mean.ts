import { closest } from '../text/closest.ts';

/** "; did you mean `asOf`?", or nothing: to be put at the end of a message. */
export function didYouMean(typed: string, known: Iterable<string>): string {
  const meant = closest(typed, known);
  return meant === undefined ? '' : `; did you mean \`${meant}\`?`;
}
