import { cutsWord, followsNegation } from './boundary.ts';
import type { FoldedText } from './fold.ts';
import { type PhraseIndex, phraseIndex } from './phrase-index.ts';

/** Where a piece stands in a folded text. UTF-16 offsets into that text. */
export interface Occurrences {
  readonly starts: readonly number[];
  /** The first place where it would cut a word or number, or leave a negation out; -1 if there is none. */
  readonly inside: number;
}

type Folded = Pick<FoldedText, 'text' | 'joins'>;

/** Every exact occurrence of `piece`, in order. They may overlap. */
export function findOccurrences(source: Folded, piece: Folded): Occurrences {
  const starts: number[] = [];
  let inside = -1;
  const { text } = source;
  for (const start of placesOf(source, piece.text)) {
    const end = start + piece.text.length;
    if (cutsWord(text, start) || cutsWord(text, end) || followsNegation(text, start)) {
      if (inside < 0) inside = start;
    } else if (joinsAgree(source.joins, piece.joins, start, end)) starts.push(start);
  }
  return { starts, inside };
}

/** Lookups in a source before an index of it pays. */
const FEW = 24;

const indexes = new WeakMap<Folded, { lookups: number; index?: PhraseIndex }>();

/** Every place where the letters of a phrase stand, ascending. */
function placesOf(source: Folded, phrase: string): readonly number[] {
  const known = indexes.get(source) ?? { lookups: 0 };
  indexes.set(source, known);
  if (++known.lookups > FEW) {
    known.index ??= phraseIndex(source.text);
    const found = known.index.find(phrase);
    if (found !== undefined) return found;
  }
  const places: number[] = [];
  const { text } = source;
  for (let start = text.indexOf(phrase); start >= 0; start = text.indexOf(phrase, start + 1)) places.push(start);
  return places;
}

/**
 * Whether source and piece have hyphens in the same places: "re-sign" is not "resign". A hyphen at the end of a line,
 * on either side, agrees with a hyphen and with none.
 */
function joinsAgree(source: Int32Array, piece: Int32Array, start: number, end: number): boolean {
  let index = firstAfter(source, start);
  let other = 0;
  for (;;) {
    const here = index < source.length && source[index] >> 1 < end ? (source[index] >> 1) - start : Infinity;
    const there = other < piece.length ? piece[other] >> 1 : Infinity;
    if (here === Infinity && there === Infinity) return true;
    if (here === there) {
      index++;
      other++;
    } else if (here < there) {
      if ((source[index++] & 1) === 0) return false;
    } else if ((piece[other++] & 1) === 0) return false;
  }
}

/** The index of the first join behind `offset`. */
function firstAfter(joins: Int32Array, offset: number): number {
  let low = 0;
  let high = joins.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (joins[middle] >> 1 <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
