import { UNRESTRICTED, type ValueId } from '../model/model.ts';
import { type AtomSet, intersects, isSubset } from '../terms/atom-set.ts';
import { areFilled, type Parts, partsOf, partsTouched } from './dimension-parts.ts';
import type { Lens } from './lens.ts';

/**
 * What the values of one dimension may cover under one lens, in a few integers a value: the least and greatest atom,
 * whether atoms between them are missing, and which parts of the dimension it touches. Taxonomies number atoms so that they
 * are mostly a run of neighbours.
 */
export interface ValueSpans {
  readonly lens: Lens;
  readonly dimension: number;
  readonly atomCount: number;
  readonly parts: Parts;
  /** By value, as those that follow. */
  low: Int32Array;
  high: Int32Array;
  ragged: Uint8Array;
  /** A bit for each of the dimension's parts: two values without a common bit share nothing. */
  touched: Int32Array;
  /** Whether it fills each part that it touches: it shares something with whatever touches one of these. */
  whole: Uint8Array;
  /** Whether it covers the same in every world. */
  settled: Uint8Array;
  /** Whether any value covers nothing, any is ragged, any is not whole. */
  isAnyEmpty: boolean;
  isAnyRagged: boolean;
  isAnyCut: boolean;
  /** Whether any value is not settled. */
  isAnyOpen: boolean;
  known: Uint8Array;
  /** Answers about two values, neither of them whole, one of them ragged. */
  readonly shared: Map<number, boolean>;
}

const EVERYWHERE = -1;

/** Kept with their lens. */
const kept = new WeakMap<Lens, ValueSpans[]>();

/** The spans of a dimension's values; those that are asked about must be learnt first. */
export function spansOf(lens: Lens, dimension: number): ValueSpans {
  let known = kept.get(lens);
  if (!known) {
    known = [];
    kept.set(lens, known);
  }
  known[dimension] ??= noSpans(lens, dimension);
  return known[dimension];
}

function noSpans(lens: Lens, dimension: number): ValueSpans {
  const { atomCount } = lens.taxonomy(dimension);
  return {
    lens,
    dimension,
    atomCount,
    parts: partsOf(lens, dimension),
    low: Int32Array.of(0),
    high: Int32Array.of(atomCount - 1),
    ragged: new Uint8Array(1),
    touched: Int32Array.of(EVERYWHERE),
    whole: Uint8Array.of(1),
    settled: Uint8Array.of(1),
    isAnyEmpty: false,
    isAnyRagged: false,
    isAnyCut: false,
    isAnyOpen: false,
    known: Uint8Array.of(1),
    shared: new Map(),
  };
}

export function learn(spans: ValueSpans, value: ValueId): void {
  if (value < spans.known.length && spans.known[value] === 1) return;
  grow(spans, value + 1);
  const set = spans.lens.mayCover(spans.dimension, value);
  spans.known[value] = 1;
  spans.low[value] = 0;
  spans.high[value] = spans.atomCount - 1;
  if (set.negated) spans.ragged[value] = set.atoms.length > 0 ? 1 : 0;
  else learnRun(spans, value, set.atoms);
  spans.touched[value] = partsTouched(spans.parts, set);
  spans.whole[value] = areFilled(spans.parts, set) ? 1 : 0;
  spans.settled[value] = coversTheSame(spans, value) ? 1 : 0;
  if (spans.settled[value] === 0) spans.isAnyOpen = true;
  if (spans.touched[value] === 0) spans.isAnyEmpty = true;
  if (spans.ragged[value] === 1) spans.isAnyRagged = true;
  if (spans.whole[value] === 0) spans.isAnyCut = true;
}

/** Whether a value covers the same in every world. */
export function isSettled(spans: ValueSpans, value: ValueId): boolean {
  learn(spans, value);
  return spans.settled[value] === 1;
}

const coversTheSame = ({ lens, dimension }: ValueSpans, value: ValueId): boolean =>
  lens.openTerms(dimension, value).length === 0 && (dimension !== lens.parties || !lens.hasAffiliates(value));

function learnRun(spans: ValueSpans, value: ValueId, atoms: AtomSet['atoms']): void {
  const [low, high] = atoms.length === 0 ? [spans.atomCount, -1] : [atoms[0], atoms[atoms.length - 1]];
  spans.low[value] = low;
  spans.high[value] = high;
  spans.ragged[value] = atoms.length > 0 && high - low + 1 !== atoms.length ? 1 : 0;
}

function grow(spans: ValueSpans, count: number): void {
  if (spans.known.length >= count) return;
  const room = count + (count >> 1);
  const wider = <T extends Int32Array | Uint8Array>(from: T, to: T): T => {
    to.set(from);
    return to;
  };
  spans.low = wider(spans.low, new Int32Array(room));
  spans.high = wider(spans.high, new Int32Array(room));
  spans.ragged = wider(spans.ragged, new Uint8Array(room));
  spans.touched = wider(spans.touched, new Int32Array(room));
  spans.whole = wider(spans.whole, new Uint8Array(room));
  spans.settled = wider(spans.settled, new Uint8Array(room));
  spans.known = wider(spans.known, new Uint8Array(room));
}

/** Whether two values, both learnt, may share an atom of the dimension. */
export function meetIn(spans: ValueSpans, a: ValueId, b: ValueId): boolean {
  const { low, high, ragged, touched, whole } = spans;
  if ((touched[a] & touched[b]) === 0) return false;
  if ((whole[a] | whole[b]) === 1) return true;
  if (low[a] > high[b] || low[b] > high[a]) return false;
  return (ragged[a] | ragged[b]) === 0 || mayShare(spans, a, b);
}

/** The same for any two values. */
export function mayMeet(lens: Lens, dimension: number, a: ValueId, b: ValueId): boolean {
  if (a === b || a <= UNRESTRICTED || b <= UNRESTRICTED) return true;
  const spans = spansOf(lens, dimension);
  learn(spans, a);
  learn(spans, b);
  return meetIn(spans, a, b);
}

/** Whether all that a value may cover is certainly covered by another. */
export function isInside(lens: Lens, dimension: number, a: ValueId, b: ValueId): boolean {
  const spans = spansOf(lens, dimension);
  learn(spans, a);
  learn(spans, b);
  const { low, high, ragged, settled, atomCount } = spans;
  if (settled[b] === 1 && ragged[b] === 0) {
    if (low[b] <= low[a] && high[a] <= high[b]) return true;
    // What is ragged may reach less far than its ends.
    if (ragged[a] === 0) return false;
  }
  return isSubset(lens.mayCover(dimension, a), lens.mustCover(dimension, b), atomCount);
}

/** Where spans do not tell. */
function mayShare({ lens, dimension, shared, atomCount }: ValueSpans, a: ValueId, b: ValueId): boolean {
  if (a === b || a <= UNRESTRICTED || b <= UNRESTRICTED) return true;
  const key = a < b ? a * 0x4000000 + b : b * 0x4000000 + a;
  let answer = shared.get(key);
  if (answer === undefined) {
    answer = intersects(lens.mayCover(dimension, a), lens.mayCover(dimension, b), atomCount);
    shared.set(key, answer);
  }
  return answer;
}
