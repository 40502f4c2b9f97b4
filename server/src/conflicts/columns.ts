import { SILENT, UNRESTRICTED, type ValueId } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { type AtomSet, intersects } from '../terms/atom-set.ts';
import { highestOf, lowestOf } from '../terms/time.ts';
import type { Lens } from './lens.ts';

/**
 * Undertakings side by side in columns of integers, as one reading sees them, so that the search for pairs touches
 * nothing else. A row is an undertaking.
 */
export interface Columns {
  readonly lens: Lens;
  readonly undertakings: readonly Undertaking[];
  /** Days, the widest stretch in any world: first in force, first no longer in force. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** The party bound, as an atom, or `SEVERAL`. */
  readonly bound: Int32Array;
  /** What the row may take part in: bits of {@link Part}. */
  readonly parts: Uint8Array;
  /** Those dimensions in which anything is restricted. */
  readonly dimensions: readonly ColumnDimension[];
  /**
   * What keeps most rows apart, row by row, so that it is one stretch of memory: start, end, and the least and greatest
   * atom of the dimension `key`. {@link RECORD} integers a row.
   */
  readonly records: Int32Array;
  /** The dimension in which rows are the narrowest; absent where nothing is restricted. */
  readonly key: ColumnDimension | undefined;
  readonly hasRagged: boolean;
}

/** The parts that an undertaking can play in a pair. */
export const Part = {
  restraint: 1,
  /** A restraint that also meets what its party may do or receives: `forbids`, or an `excludes` that permits nothing. */
  wideRestraint: 2,
  /** A permission or duty, from the side of who gives it. */
  given: 4,
  received: 8,
  /** An `excludes` that permits nothing: two of them may leave nobody. */
  standoff: 16,
} as const;

export function partsOf({ effect, permitsNothing }: Undertaking): number {
  switch (effect) {
    case 'permits':
    case 'obliges':
      return Part.given;
    case 'receives':
      return Part.received;
    case 'forbids':
      return Part.restraint | Part.wideRestraint;
    case 'excludes':
      return permitsNothing ? Part.restraint | Part.wideRestraint | Part.standoff : Part.restraint;
    case 'preempts':
    case 'equalizes':
      return Part.restraint;
    case 'waives':
    case 'records':
      return 0;
  }
}

/** The parties bound are more than one: ask the lens. */
export const SEVERAL = -1;

/** The atoms a row may cover in one dimension. Taxonomies number atoms so that they are mostly a run of neighbours. */
export interface ColumnDimension {
  /** The region dimension's index. */
  readonly dimension: number;
  /** Whether two terms of it can make a near miss: it is *what* or *where*. */
  readonly mayMiss: boolean;
  readonly atomCount: number;
  /** The least and greatest atom; from 0 to the last where the row is not restricted. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** The row's value where its atoms are no run of neighbours, else 0. */
  readonly ragged: Int32Array;
  readonly hasRagged: boolean;
  /** Whether two values, one of them ragged, may share an atom. */
  readonly mayShare: (a: ValueId, b: ValueId) => boolean;
  readonly values: Int32Array;
}

export function columnsOf(undertakings: readonly Undertaking[], lens: Lens): Columns {
  const count = undertakings.length;
  const start = new Int32Array(count);
  const end = new Int32Array(count);
  const bound = new Int32Array(count);
  const parts = new Uint8Array(count);
  const atomBound = new Map<ValueId, number>();
  for (let row = 0; row < count; row++) {
    const one = undertakings[row];
    start[row] = lowestOf(one.start, lens.timeline);
    end[row] = highestOf(one.end, lens.timeline);
    let atom = atomBound.get(one.by);
    if (atom === undefined) {
      atom = one.by === SILENT ? SEVERAL : singleAtom(lens.mayCover(lens.parties, one.by));
      atomBound.set(one.by, atom);
    }
    bound[row] = atom;
    parts[row] = partsOf(one);
  }
  const dimensions: ColumnDimension[] = [];
  lens.model.regionDimensions.forEach(({ measured }, dimension) => {
    if (measured) return;
    const column = columnOf(undertakings, lens, dimension);
    if (column) dimensions.push(column);
  });
  const key = narrowest(dimensions);
  const records = new Int32Array(count * RECORD);
  for (let row = 0, at = 0; row < count; row++) {
    records[at++] = start[row];
    records[at++] = end[row];
    records[at++] = key ? key.low[row] : 0;
    records[at++] = key ? key.high[row] : 0;
  }
  const hasRagged = dimensions.some((column) => column.hasRagged);
  return { lens, undertakings, start, end, bound, parts, dimensions, records, key, hasRagged };
}

/** Integers in the record of a row. */
export const RECORD = 4;

/** Two rows of a dimension overlap the less often the smaller a part of it each covers. */
function narrowest(dimensions: readonly ColumnDimension[]): ColumnDimension | undefined {
  let best: ColumnDimension | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const column of dimensions) {
    let sum = 0;
    for (let row = 0; row < column.low.length; row++) sum += column.high[row] - column.low[row] + 1;
    const width = sum / column.atomCount;
    if (width >= least) continue;
    least = width;
    best = column;
  }
  return best;
}

const singleAtom = (set: AtomSet): number => (!set.negated && set.atoms.length === 1 ? set.atoms[0] : SEVERAL);

function columnOf(undertakings: readonly Undertaking[], lens: Lens, dimension: number): ColumnDimension | undefined {
  const count = undertakings.length;
  const values = new Int32Array(count);
  let used = false;
  for (let row = 0; row < count; row++) {
    const value = undertakings[row].values[dimension];
    if (value <= UNRESTRICTED) continue;
    values[row] = value;
    used = true;
  }
  if (!used) return undefined;
  const { atomCount } = lens.taxonomy(dimension);
  const spans = spansOf(lens, dimension, values, atomCount);
  const low = new Int32Array(count);
  const high = new Int32Array(count);
  const ragged = new Int32Array(count);
  let hasRagged = false;
  for (let row = 0; row < count; row++) {
    const value = values[row];
    low[row] = spans.low[value];
    high[row] = spans.high[value];
    if (spans.ragged[value] === 0) continue;
    ragged[row] = value;
    hasRagged = true;
  }
  const mayMiss = lens.model.regionDimensions[dimension].question !== 'who';
  return {
    dimension,
    mayMiss,
    atomCount,
    low,
    high,
    ragged,
    hasRagged,
    values,
    mayShare: mayShareIn(lens, dimension),
  };
}

/** The least and greatest atom of each value that occurs, and whether atoms between them are missing. */
function spansOf(lens: Lens, dimension: number, values: Int32Array, atomCount: number) {
  const valueCount = lens.model.values[dimension].length;
  const low = new Int32Array(valueCount);
  const high = new Int32Array(valueCount);
  const ragged = new Uint8Array(valueCount);
  const known = new Uint8Array(valueCount);
  high[UNRESTRICTED] = atomCount - 1;
  known[UNRESTRICTED] = 1;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (known[value] === 1) continue;
    known[value] = 1;
    const span = spanOf(lens.mayCover(dimension, value), atomCount);
    low[value] = span.low;
    high[value] = span.high;
    ragged[value] = span.ragged ? 1 : 0;
  }
  return { low, high, ragged };
}

function spanOf(set: AtomSet, atomCount: number): { low: number; high: number; ragged: boolean } {
  if (set.negated) return { low: 0, high: atomCount - 1, ragged: set.atoms.length > 0 };
  const { atoms } = set;
  if (atoms.length === 0) return { low: atomCount, high: -1, ragged: false };
  const [low, high] = [atoms[0], atoms[atoms.length - 1]];
  return { low, high, ragged: high - low + 1 !== atoms.length };
}

function mayShareIn(lens: Lens, dimension: number): (a: ValueId, b: ValueId) => boolean {
  const kept = new Map<number, boolean>();
  return (a, b) => {
    if (a === b || a <= UNRESTRICTED || b <= UNRESTRICTED) return true;
    const key = a < b ? a * 0x4000000 + b : b * 0x4000000 + a;
    let answer = kept.get(key);
    if (answer === undefined) {
      const { atomCount } = lens.taxonomy(dimension);
      answer = intersects(lens.mayCover(dimension, a), lens.mayCover(dimension, b), atomCount);
      kept.set(key, answer);
    }
    return answer;
  };
}

/** Whether two rows may share an atom of a dimension. */
export function meetIn(column: ColumnDimension, a: number, b: number): boolean {
  if (column.low[a] > column.high[b] || column.low[b] > column.high[a]) return false;
  return (column.ragged[a] | column.ragged[b]) === 0 || column.mayShare(column.values[a], column.values[b]);
}
