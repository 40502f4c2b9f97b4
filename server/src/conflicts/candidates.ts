import { type ColumnDimension, type Columns, meetIn } from './columns.ts';
import { borrow, type Groups, RECORD } from './groups.ts';
import type { Join, Run } from './joins.ts';
import type { Rows } from './rows.ts';

/** Visits a restraint and something it may meet, both as rows. */
export type Visit = (restraint: number, other: number) => void;

/** Up to so many pairs, or with so few rows on one side, looking at all pairs is quicker than sorting. */
const FEW_PAIRS = 4_000;
const FEW_ROWS = 24;

/**
 * Visits every pair of a restraint in `a` and something in `b` that may meet: time and every dimension may overlap. A
 * superset of the pairs that are not clear, near misses apart. A pair bound by several parties in common may come more
 * than once. Both are grouped by `key`.
 *
 * The work grows with the pairs of one party that overlap in one dimension, never with all pairs.
 */
export function candidates(a: Columns, b: Columns, key: ColumnDimension | undefined, visit: Visit): Join {
  const shared = dimensionsOf(a, b);
  return (restraints, others) => {
    const [left, right] = [restraints.until - restraints.from, others.until - others.from];
    if (left === 0 || right === 0) return;
    found.count = 0;
    if (left * right <= FEW_PAIRS || Math.min(left, right) <= FEW_ROWS || !key) joinAll(restraints, others);
    else joinByRuns(key.atomCount, restraints, others);
    if (found.count === 0) return;
    keepMeeting(a.rows, b.rows, shared);
    for (let at = 0; at < found.count; at += 2) visit(found.pairs[at], found.pairs[at + 1]);
  };
}

/** The pairs of rows that a join has found so far: restraint, other, restraint, other … */
const found = { pairs: new Int32Array(1 << 12), count: 0 };

function find(restraint: number, other: number): void {
  if (found.count + 2 > found.pairs.length) {
    const wider = new Int32Array(2 * found.pairs.length);
    wider.set(found.pairs);
    found.pairs = wider;
  }
  found.pairs[found.count++] = restraint;
  found.pairs[found.count++] = other;
}

function joinAll(restraints: Run, others: Run): void {
  const { rows, records } = restraints.groups;
  const { rows: otherRows, records: otherRecords } = others.groups;
  for (let i = restraints.from; i < restraints.until; i++) {
    const at = i * RECORD;
    const start = records[at];
    const end = records[at + 1];
    const low = records[at + 2];
    const high = records[at + 3];
    for (let j = others.from, other = j * RECORD; j < others.until; j++, other += RECORD) {
      if (otherRecords[other + 2] > high || otherRecords[other + 3] < low) continue;
      if (otherRecords[other] >= end || otherRecords[other + 1] <= start) continue;
      find(rows[i], otherRows[j]);
    }
  }
}

/** Of what was found, keeps what is not one clause, is not gone, and is not kept apart by another dimension. */
function keepMeeting(a: Rows, b: Rows, shared: readonly SharedDimension[]): void {
  const { pairs, count } = found;
  let kept = 0;
  for (let at = 0; at < count; at += 2) {
    const row = pairs[at];
    const other = pairs[at + 1];
    if (a === b && a.clause[row] === b.clause[other]) continue;
    if (a.parts[row] === 0 || b.parts[other] === 0 || !meetInAll(shared, row, other)) continue;
    pairs[kept++] = row;
    pairs[kept++] = other;
  }
  found.count = kept;
}

function meetInAll(shared: readonly SharedDimension[], row: number, other: number): boolean {
  for (let at = 0; at < shared.length; at++) {
    const { column, own, others } = shared[at];
    if (own[row] !== others[other] && !meetIn(column, own[row], others[other])) return false;
  }
  return true;
}

export interface SharedDimension {
  readonly column: ColumnDimension;
  /** Values by row. */
  readonly own: Int32Array;
  readonly others: Int32Array;
}

/** The dimensions in which both restrict something. */
export const dimensionsOf = (a: Columns, b: Columns): SharedDimension[] =>
  a.dimensions.flatMap((column) => {
    const others = b.rows.values[column.dimension];
    return others ? [{ column, own: column.values, others }] : [];
  });

/**
 * Joins many rows by the key dimension. Two runs of atoms overlap where one starts within the other, so each row looks only
 * at those that start within it.
 */
function joinByRuns(atomCount: number, restraints: Run, others: Run): void {
  const byRestraint = sortByLow(atomCount, restraints, 9);
  const byOther = sortByLow(atomCount, others, 12);
  startingWithin(byRestraint, byOther, 0, false);
  startingWithin(byOther, byRestraint, 1, true);
}

/** Rows by their least atom: those that start at atom `a` are `rows[offsets[a]]` up to `rows[offsets[a + 1]]`. */
interface Sorted extends Groups {
  readonly count: number;
}

/** Finds, for each row of the first, those of the second that start within its run (`after` 1: after its first atom). */
function startingWithin(a: Sorted, b: Sorted, after: 0 | 1, swapped: boolean): void {
  const { records } = a;
  const { records: others, offsets, rows } = b;
  for (let i = 0; i < a.count; i++) {
    const at = i * RECORD;
    const start = records[at];
    const end = records[at + 1];
    const last = offsets[records[at + 3] + 1];
    for (let j = offsets[records[at + 2] + after], other = j * RECORD; j < last; j++, other += RECORD) {
      if (others[other] >= end || others[other + 1] <= start) continue;
      if (swapped) find(rows[j], a.rows[i]);
      else find(a.rows[i], rows[j]);
    }
  }
}

/** A counting sort by the least atom. */
function sortByLow(atomCount: number, { groups, from, until }: Run, slot: number): Sorted {
  const { records } = groups;
  const count = until - from;
  const offsets = borrow(slot, atomCount + 2).fill(0, 0, atomCount + 2);
  for (let index = from; index < until; index++) offsets[records[index * RECORD + 2] + 1]++;
  for (let atom = 0; atom <= atomCount; atom++) offsets[atom + 1] += offsets[atom];
  const rows = borrow(slot + 1, count);
  const sorted = borrow(slot + 2, count * RECORD);
  for (let index = from; index < until; index++) {
    const at = index * RECORD;
    const place = offsets[records[at + 2]]++;
    rows[place] = groups.rows[index];
    const to = place * RECORD;
    sorted[to] = records[at];
    sorted[to + 1] = records[at + 1];
    sorted[to + 2] = records[at + 2];
    sorted[to + 3] = records[at + 3];
  }
  for (let atom = atomCount + 1; atom > 0; atom--) offsets[atom] = offsets[atom - 1];
  offsets[0] = 0;
  return { offsets, rows, records: sorted, count };
}
