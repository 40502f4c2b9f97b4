import type { Alignment, Step } from './align-words.ts';
import type { WordIndex } from './word-index.ts';

/** Words that each side of the gap must have, and that the gap may have. */
const LEAST_SIDE = 4;
const MOST_GAP = 400;

/** A run of words of the quote that stands in the source. */
interface Match {
  /** In the source, in words. */
  readonly at: number;
  readonly length: number;
}

/**
 * Aligns a quote with a passage that says the same but for one stretch in the middle, which the quote leaves out: a
 * sentence, say, longer than the quote itself. Of several such passages the one that has least more. `first` to `limit` is
 * the range of the source, in words.
 */
export function alignAroundGap(
  quote: Int32Array,
  text: string,
  index: WordIndex,
  first: number,
  limit: number,
): Alignment | undefined {
  const { length } = quote;
  if (length < 2 * LEAST_SIDE) return undefined;
  const starts = matches(quote, index, first, limit, 1);
  const ends = matches(quote, index, first, limit, -1);
  let best: { start: number; end: number; head: Match; tail: Match } | undefined;
  for (const head of starts) {
    for (const tail of ends) {
      const gap = tail.at + 1 - head.at - length;
      if (gap <= 0 || gap > MOST_GAP || head.length + tail.length < length) continue;
      if (best === undefined || gap < best.end - best.start - length) {
        best = { start: head.at, end: tail.at + 1, head, tail };
      }
    }
  }
  if (best === undefined) return undefined;
  const { start, end } = best;
  const isEnd = (word: number): boolean => /[.;:。；：]/.test(text[index.starts[word]]);
  const kept = splitAt(best.head, length - best.tail.length, length, isEnd);
  const dropped = end - start - length;
  const steps: Step[] = new Array<Step>(length + dropped).fill('keep').fill('drop', kept, kept + dropped);
  return { start, end, edits: dropped, steps };
}

/** Where the quote's first words stand, and how many of them; from the end (`step` -1) its last. */
function matches(quote: Int32Array, index: WordIndex, first: number, limit: number, step: 1 | -1): readonly Match[] {
  const { ids, positions } = index;
  const edge = step === 1 ? 0 : quote.length - 1;
  const id = quote[edge];
  if (id < 0) return [];
  const found: Match[] = [];
  for (let occurrence = index.first[id]; occurrence < index.first[id + 1]; occurrence++) {
    const at = positions[occurrence];
    if (at < first || at >= limit) continue;
    let length = 1;
    while (length < quote.length && ids[at + step * length] === quote[edge + step * length]) length++;
    if (length >= LEAST_SIDE) found.push({ at, length });
  }
  return found;
}

/** After how many words of the quote the gap comes: where several will do, after the end of a sentence. */
function splitAt(head: Match, least: number, length: number, isEnd: (word: number) => boolean): number {
  const most = Math.min(head.length, length - 1);
  for (let kept = most; kept >= Math.max(least, 1); kept--) if (isEnd(head.at + kept - 1)) return kept;
  return most;
}
