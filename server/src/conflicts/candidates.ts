import { SILENT, type ValueId } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { type ColumnDimension, type Columns, meetIn, Part, partsOf, SEVERAL } from './columns.ts';
import type { Role } from './judgement.ts';

/** The role in which a restraint meets another undertaking; undefined when it does not. */
export function roleOf(restraint: Undertaking, other: Undertaking): Role | undefined {
  if (restraint.clause === other.clause) return undefined;
  const part = partsOf(restraint);
  switch (other.effect) {
    case 'permits':
      return 'lets';
    case 'obliges':
      return restraint.effect === 'preempts' || restraint.effect === 'equalizes' ? undefined : 'must';
    case 'receives':
      return part & Part.wideRestraint ? 'may' : undefined;
    case 'excludes':
      return part & partsOf(other) & Part.standoff ? 'standoff' : undefined;
    default:
      return undefined;
  }
}

export const isRestraint = (one: Undertaking): boolean => (partsOf(one) & Part.restraint) !== 0;

/** Visits a restraint and something it may meet, both as rows. */
export type Visit = (restraint: number, other: number) => void;

/** Rows by the party bound: party `p` has `rows[offsets[p]]` up to `rows[offsets[p + 1]]`. */
interface Groups {
  readonly offsets: Int32Array;
  readonly rows: Int32Array;
}

/**
 * Visits every pair of a restraint and something it may meet: bound party, time and every dimension may overlap. A superset
 * of the pairs that are not clear, near misses apart. A pair bound by several parties in common may come more than once.
 *
 * The work grows with the pairs of one party that overlap in one dimension, never with all pairs.
 */
export function eachCandidate(columns: Columns, visit: Visit): void {
  for (const [restraints, others] of joinsOf(columns)) {
    for (let party = 0; party + 1 < restraints.offsets.length; party++) {
      const from = restraints.offsets[party];
      const until = restraints.offsets[party + 1];
      const otherFrom = others.offsets[party];
      const otherUntil = others.offsets[party + 1];
      const pairs = (until - from) * (otherUntil - otherFrom);
      if (pairs === 0) continue;
      if (pairs <= FEW_PAIRS) joinAll(columns, restraints.rows, from, until, others.rows, otherFrom, otherUntil, visit);
      else
        joinByRuns(columns, restraints.rows.subarray(from, until), others.rows.subarray(otherFrom, otherUntil), visit);
    }
  }
}

/** Up to so many pairs, looking at all of them is quicker than sorting. */
const FEW_PAIRS = 4_000;

/** Which restraints meet which others: duties and permissions, what is received, and restraints that leave nobody. */
function joinsOf(columns: Columns): [Groups, Groups][] {
  const joins: [Groups, Groups][] = [[groupBy(columns, Part.restraint), groupBy(columns, Part.given)]];
  const received = groupBy(columns, Part.received);
  if (received.rows.length > 0) joins.push([groupBy(columns, Part.wideRestraint), received]);
  const standing = groupBy(columns, Part.standoff);
  if (standing.rows.length > 0) joins.push([standing, standing]);
  return joins;
}

/** A counting sort by bound party of the rows that play a part. A row that binds several stands in the group of each. */
function groupBy(columns: Columns, part: number): Groups {
  const { lens, undertakings, bound, parts } = columns;
  const partyCount = lens.taxonomy(lens.parties).atomCount;
  const offsets = new Int32Array(partyCount + 1);
  const several = new Map<number, readonly number[]>();
  for (let row = 0; row < undertakings.length; row++) {
    if ((parts[row] & part) === 0) continue;
    if (bound[row] !== SEVERAL) offsets[bound[row] + 1]++;
    else {
      const atoms = boundAtoms(columns, row, partyCount);
      several.set(row, atoms);
      for (const atom of atoms) offsets[atom + 1]++;
    }
  }
  for (let party = 0; party < partyCount; party++) offsets[party + 1] += offsets[party];
  const rows = new Int32Array(offsets[partyCount]);
  const next = offsets.slice();
  for (let row = 0; row < undertakings.length; row++) {
    if ((parts[row] & part) === 0) continue;
    if (bound[row] !== SEVERAL) rows[next[bound[row]]++] = row;
    else for (const atom of several.get(row)!) rows[next[atom]++] = row;
  }
  return { offsets, rows };
}

function boundAtoms({ lens, undertakings }: Columns, row: number, partyCount: number): readonly number[] {
  const { by } = undertakings[row];
  if (by === SILENT) return [];
  const set = lens.mayCover(lens.parties, by);
  if (!set.negated) return [...set.atoms];
  const out = new Set(set.atoms);
  return Array.from({ length: partyCount }, (_, atom) => atom).filter((atom) => !out.has(atom));
}

function joinAll(
  columns: Columns,
  restraints: Int32Array,
  from: number,
  until: number,
  others: Int32Array,
  otherFrom: number,
  otherUntil: number,
  visit: Visit,
): void {
  const { start, end, dimensions } = columns;
  for (let i = from; i < until; i++) {
    const restraint = restraints[i];
    const first = start[restraint];
    const last = end[restraint];
    for (let j = otherFrom; j < otherUntil; j++) {
      const other = others[j];
      if (start[other] < last && end[other] > first && meet(dimensions, restraint, other)) visit(restraint, other);
    }
  }
}

function meet(dimensions: readonly ColumnDimension[], a: number, b: number): boolean {
  for (let at = 0; at < dimensions.length; at++) {
    const { low, high, hasRagged } = dimensions[at];
    if (low[a] > high[b] || low[b] > high[a]) return false;
    if (hasRagged && !meetIn(dimensions[at], a, b)) return false;
  }
  return a !== b;
}

/**
 * Joins by the dimension that tells the rows apart best. Two runs of atoms overlap where one starts within the other, so
 * each row looks only at those that start within it.
 */
function joinByRuns(columns: Columns, restraints: Int32Array, others: Int32Array, visit: Visit): void {
  const best = mostTelling(columns.dimensions, restraints, others);
  if (!best) {
    joinAll(columns, restraints, 0, restraints.length, others, 0, others.length, visit);
    return;
  }
  const { start, end } = columns;
  const rest = columns.dimensions.filter((column) => column !== best || column.hasRagged);
  const { low, high } = best;
  const byRestraint = sortByLow(best, restraints);
  const byOther = sortByLow(best, others);
  const tryPair = (restraint: number, other: number): void => {
    if (start[other] < end[restraint] && end[other] > start[restraint] && meet(rest, restraint, other)) {
      visit(restraint, other);
    }
  };
  for (let i = 0; i < restraints.length; i++) {
    const restraint = byRestraint.rows[i];
    const last = byOther.offsets[high[restraint] + 1];
    for (let j = byOther.offsets[low[restraint]]; j < last; j++) tryPair(restraint, byOther.rows[j]);
  }
  for (let j = 0; j < others.length; j++) {
    const other = byOther.rows[j];
    const last = byRestraint.offsets[high[other] + 1];
    for (let i = byRestraint.offsets[low[other] + 1]; i < last; i++) tryPair(byRestraint.rows[i], other);
  }
}

/** The dimension in which rows are the narrowest, measured on some of them. */
function mostTelling(
  dimensions: readonly ColumnDimension[],
  a: Int32Array,
  b: Int32Array,
): ColumnDimension | undefined {
  let best: ColumnDimension | undefined;
  let narrowest = 0.5;
  for (const column of dimensions) {
    // Two runs overlap about as often as their lengths together are part of the whole.
    const width = averageWidth(column, a) + averageWidth(column, b);
    if (width >= narrowest) continue;
    narrowest = width;
    best = column;
  }
  return best;
}

const SAMPLE = 200;

function averageWidth({ low, high, atomCount }: ColumnDimension, rows: Int32Array): number {
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  let sum = 0;
  let count = 0;
  for (let index = 0; index < rows.length; index += step, count++) sum += high[rows[index]] - low[rows[index]] + 1;
  return sum / (count * atomCount);
}

/** A counting sort by the least atom: those that start at atom `a` are `rows[offsets[a]]` up to `rows[offsets[a + 1]]`. */
function sortByLow({ low, atomCount }: ColumnDimension, rows: Int32Array): Groups {
  const offsets = new Int32Array(atomCount + 2);
  for (const row of rows) offsets[low[row] + 1]++;
  for (let atom = 0; atom <= atomCount; atom++) offsets[atom + 1] += offsets[atom];
  const next = offsets.slice();
  const sorted = new Int32Array(rows.length);
  for (const row of rows) sorted[next[low[row]]++] = row;
  return { offsets, rows: sorted };
}

/**
 * Visits pairs that may be near misses: those that fail to meet in exactly one dimension of *what* or *where*. Their number
 * grows with the square of what a party does, so at most `budget` pairs are looked at; false when a party's had to be
 * left out.
 */
export function eachNeighbour(columns: Columns, budget: number, comeTogether: ComeTogether, visit: Visit): boolean {
  let left = budget;
  let complete = true;
  for (const [restraints, others] of budget > 0 ? joinsOf(columns) : []) {
    for (let party = 0; party + 1 < restraints.offsets.length; party++) {
      const some = restraints.rows.subarray(restraints.offsets[party], restraints.offsets[party + 1]);
      const rest = others.rows.subarray(others.offsets[party], others.offsets[party + 1]);
      if (some.length * rest.length > left) {
        complete = false;
        continue;
      }
      left -= some.length * rest.length;
      for (const restraint of some)
        for (const other of rest) if (isNeighbour(columns, restraint, other, comeTogether)) visit(restraint, other);
    }
  }
  return complete;
}

/** Whether any two terms could bring two values of a dimension together. */
export type ComeTogether = (dimension: number, dealt: ValueId, ruled: ValueId) => boolean;

function isNeighbour(columns: Columns, restraint: number, other: number, comeTogether: ComeTogether): boolean {
  const { start, end, dimensions, undertakings } = columns;
  if (start[other] >= end[restraint] || end[other] <= start[restraint] || restraint === other) return false;
  let missed: ColumnDimension | undefined;
  for (let at = 0; at < dimensions.length; at++) {
    if (meetIn(dimensions[at], restraint, other)) continue;
    if (missed || !dimensions[at].mayMiss) return false;
    missed = dimensions[at];
  }
  if (!missed) return false;
  // Exceptions may turn on terms that neither value names.
  if (undertakings[restraint].exceptions.length + undertakings[other].exceptions.length > 0) return true;
  return comeTogether(missed.dimension, missed.values[other], missed.values[restraint]);
}
