/** One step of an alignment. `keep` and `change` take a word of both, `drop` one of the text, `add` one of the quote. */
export type Step = 'keep' | 'change' | 'drop' | 'add';

export interface Alignment {
  /** Words of the text that the quote is aligned with: half-open, in words. */
  readonly start: number;
  readonly end: number;
  /** How many steps are not `keep`. */
  readonly edits: number;
  readonly steps: readonly Step[];
}

/** Where in the text the quote's first word may fall, ends included, in words. */
export interface Starts {
  readonly low: number;
  readonly high: number;
}

const NOWHERE = -(2 ** 30);

/**
 * Aligns all of a quote with the part of a text it is nearest to, by number of words changed, dropped or added; up to
 * `mostEdits` of them, undefined beyond. The text's end is `limit`, in words.
 *
 * After Ukkonen (1985) and Landau and Vishkin (1989): for each number of edits and each diagonal (text position minus
 * quote position), how far into the quote one gets. The work grows with the edits, not with the product of the lengths;
 * `Starts` is the band.
 */
export function alignWords(
  quote: Int32Array,
  text: Int32Array,
  starts: Starts,
  limit: number,
  mostEdits: number,
): Alignment | undefined {
  const { low } = starts;
  const width = starts.high - low + 1;
  const layers: Int32Array[] = [];
  for (let edits = 0; edits <= mostEdits; edits++) {
    const layer = new Int32Array(width).fill(NOWHERE);
    const below = layers[edits - 1];
    layers.push(layer);
    let best: Alignment | undefined;
    for (let index = 0; index < width; index++) {
      const diagonal = low + index;
      let position = below === undefined ? Math.min(diagonal, 0) : furthest(below, index, diagonal, limit).position;
      if (position < 0 || position + diagonal > limit) continue;
      while (position < quote.length && position + diagonal < limit && quote[position] === text[position + diagonal]) {
        position++;
      }
      layer[index] = position;
      if (position < quote.length) continue;
      const found = trace(layers, index, low, limit, quote.length);
      if (best === undefined || isBetter(found, best, quote.length)) best = found;
    }
    if (best !== undefined) return best;
  }
  return undefined;
}

/** Of alignments with as many edits, one that keeps more words; of those, one that changes words, not drops or adds. */
function isBetter(found: Alignment, best: Alignment, length: number): boolean {
  const kept = ({ steps }: Alignment) => steps.filter((step) => step === 'keep').length;
  const uneven = ({ start, end }: Alignment) => Math.abs(end - start - length);
  return kept(found) === kept(best) ? uneven(found) < uneven(best) : kept(found) > kept(best);
}

interface Reached {
  /** In the quote, in words; negative if the diagonal is not reached. */
  readonly position: number;
  readonly step: Step;
}

/**
 * How far one more edit gets on the diagonal at `index`; of ways as good a drop, which
 * leaves more of the quote's words kept, then a change.
 */
function furthest(below: Int32Array, index: number, diagonal: number, limit: number): Reached {
  const before = index > 0 ? below[index - 1] : NOWHERE;
  const after = index + 1 < below.length ? below[index + 1] : NOWHERE;
  let position = below[index] + diagonal < limit ? below[index] + 1 : NOWHERE;
  let step: Step = 'change';
  if (before >= position && before + diagonal <= limit) {
    position = before;
    step = 'drop';
  }
  if (after + 1 > position) {
    position = after + 1;
    step = 'add';
  }
  return { position, step };
}

/** Walks back from the last layer, where the quote of `length` words ends on the diagonal at `end`, to the first. */
function trace(layers: readonly Int32Array[], end: number, low: number, limit: number, length: number): Alignment {
  const steps: Step[] = [];
  let index = end;
  let position = length;
  for (let edits = layers.length - 1; edits > 0; edits--) {
    const reached = furthest(layers[edits - 1], index, low + index, limit);
    for (; position > reached.position; position--) steps.push('keep');
    steps.push(reached.step);
    if (reached.step !== 'drop') position--;
    if (reached.step === 'drop') index--;
    if (reached.step === 'add') index++;
  }
  for (; position > 0; position--) steps.push('keep');
  return { start: low + index, end: low + end + length, edits: layers.length - 1, steps: steps.reverse() };
}
