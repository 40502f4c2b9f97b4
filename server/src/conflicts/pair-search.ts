import { type ColumnDimension, type Columns, keysOf } from './columns.ts';
import type { ValueSpans } from './value-spans.ts';

/**
 * A search for pairs of a restraint in `a` and something that it may meet in `b`. It is data, and what runs it are plain
 * functions: code compiled for a closure of one portfolio would be thrown away with that portfolio.
 */
export interface PairSearch {
  readonly a: Columns;
  readonly b: Columns;
  readonly shared: readonly SharedDimension[];
  /** Those of them of which records do not tell all. */
  readonly untold: readonly SharedDimension[];
  /** Atoms of the first key dimension; 0 where there is none. */
  readonly atomCount: number;
  /** Whether near misses are looked for, or pairs that meet. */
  readonly near: boolean;
  readonly found: FoundPairs;
}

/** A dimension in which both restrict something. */
export interface SharedDimension {
  readonly column: ColumnDimension;
  /** Values by row. */
  readonly own: Int32Array;
  readonly others: Int32Array;
}

/** Rows: restraint, other, restraint, other … */
export interface FoundPairs {
  pairs: Int32Array;
  count: number;
}

/** Room for what searches find, left by each to the next. */
const rooms: readonly FoundPairs[] = [0, 1].map(() => ({ pairs: new Int32Array(1 << 12), count: 0 }));

/** `room`: 0 or 1, for two searches that go on side by side. What was found there before is gone. */
export function openPairSearch(a: Columns, b: Columns, near: boolean, room: 0 | 1): PairSearch {
  const found = rooms[room];
  found.count = 0;
  const keys = keysOf(a.lens);
  const shared = dimensionsOf(a, b);
  const untold = shared.filter(({ column: { spans } }) => !isTold(keys.indexOf(spans), spans));
  return { a, b, shared, untold, atomCount: keys[0]?.atomCount ?? 0, near, found };
}

/** Whether two records tell all about a dimension: of the first key they have the ends, of others the parts touched. */
function isTold(key: number, { isAnyRagged, isAnyCut }: ValueSpans): boolean {
  if (key < 0) return false;
  return key === 0 ? !isAnyRagged : !isAnyCut;
}

export function find(found: FoundPairs, restraint: number, other: number): void {
  if (found.count + 2 > found.pairs.length) {
    const wider = new Int32Array(2 * found.pairs.length);
    wider.set(found.pairs);
    found.pairs = wider;
  }
  found.pairs[found.count++] = restraint;
  found.pairs[found.count++] = other;
}

function dimensionsOf(a: Columns, b: Columns): SharedDimension[] {
  return a.dimensions.flatMap((column) => {
    const others = b.rows.values[column.dimension];
    return others ? [{ column, own: column.values, others }] : [];
  });
}
