import { SILENT, type ValueId } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { type ColumnDimension, type Columns, meetIn, Part, partsOf, RECORD, SEVERAL } from './columns.ts';
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
  /** The rows' records in the order of the groups: one party's stand together, so that a join stays in the cache. */
  readonly records: Int32Array;
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
      const some: Run = { groups: restraints, from: restraints.offsets[party], until: restraints.offsets[party + 1] };
      const rest: Run = { groups: others, from: others.offsets[party], until: others.offsets[party + 1] };
      const pairs = (some.until - some.from) * (rest.until - rest.from);
      if (pairs === 0) continue;
      if (pairs <= FEW_PAIRS) joinAll(columns, some, rest, visit);
      else joinByRuns(columns, some, rest, visit);
    }
  }
}

/** One party's part of the groups. */
interface Run {
  readonly groups: Groups;
  readonly from: number;
  readonly until: number;
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
  return { offsets, rows, records: gather(columns, rows) };
}

function gather({ records }: Columns, rows: Int32Array): Int32Array {
  const gathered = new Int32Array(rows.length * RECORD);
  for (let index = 0; index < rows.length; index++) {
    const from = rows[index] * RECORD;
    const to = index * RECORD;
    gathered[to] = records[from];
    gathered[to + 1] = records[from + 1];
    gathered[to + 2] = records[from + 2];
    gathered[to + 3] = records[from + 3];
  }
  return gathered;
}

function boundAtoms({ lens, undertakings }: Columns, row: number, partyCount: number): readonly number[] {
  const { by } = undertakings[row];
  if (by === SILENT) return [];
  const set = lens.mayCover(lens.parties, by);
  if (!set.negated) return [...set.atoms];
  const out = new Set(set.atoms);
  return Array.from({ length: partyCount }, (_, atom) => atom).filter((atom) => !out.has(atom));
}

function joinAll(columns: Columns, restraints: Run, others: Run, visit: Visit): void {
  const { rows, records } = restraints.groups;
  const { rows: otherRows, records: otherRecords } = others.groups;
  for (let i = restraints.from; i < restraints.until; i++) {
    const at = i * RECORD;
    const start = records[at];
    const end = records[at + 1];
    const low = records[at + 2];
    const high = records[at + 3];
    for (let j = others.from; j < others.until; j++) {
      const other = j * RECORD;
      if (otherRecords[other] >= end || otherRecords[other + 1] <= start) continue;
      if (otherRecords[other + 2] > high || otherRecords[other + 3] < low) continue;
      offer(columns, rows[i], otherRows[j], visit);
    }
  }
}

/** Visits a pair whose records meet, unless another dimension keeps it apart. */
function offer({ dimensions }: Columns, restraint: number, other: number, visit: Visit): void {
  if (restraint === other) return;
  for (let at = 0; at < dimensions.length; at++) if (!meetIn(dimensions[at], restraint, other)) return;
  visit(restraint, other);
}

/**
 * Joins many rows by the key dimension. Two runs of atoms overlap where one starts within the other, so each row looks only
 * at those that start within it.
 */
function joinByRuns(columns: Columns, restraints: Run, others: Run, visit: Visit): void {
  const { key } = columns;
  if (!key) {
    joinAll(columns, restraints, others, visit);
    return;
  }
  const byRestraint = sortByLow(columns, key, restraints);
  const byOther = sortByLow(columns, key, others);
  startingWithin(byRestraint, byOther, 0, (restraint, other) => offer(columns, restraint, other, visit));
  startingWithin(byOther, byRestraint, 1, (other, restraint) => offer(columns, restraint, other, visit));
}

/** Visits, for each row of the first, those of the second that start within its run (`after` 1: after its first atom). */
function startingWithin(a: Groups, b: Groups, after: 0 | 1, visit: Visit): void {
  const { records } = a;
  const { records: others, offsets, rows } = b;
  for (let i = 0; i < a.rows.length; i++) {
    const at = i * RECORD;
    const start = records[at];
    const end = records[at + 1];
    const last = offsets[records[at + 3] + 1];
    for (let j = offsets[records[at + 2] + after]; j < last; j++) {
      const other = j * RECORD;
      if (others[other] < end && others[other + 1] > start) visit(a.rows[i], rows[j]);
    }
  }
}

/** A counting sort by the least atom: those that start at atom `a` are `rows[offsets[a]]` up to `rows[offsets[a + 1]]`. */
function sortByLow(columns: Columns, { low, atomCount }: ColumnDimension, { groups, from, until }: Run): Groups {
  const offsets = new Int32Array(atomCount + 2);
  for (let index = from; index < until; index++) offsets[low[groups.rows[index]] + 1]++;
  for (let atom = 0; atom <= atomCount; atom++) offsets[atom + 1] += offsets[atom];
  const next = offsets.slice();
  const rows = new Int32Array(until - from);
  for (let index = from; index < until; index++) {
    const row = groups.rows[index];
    rows[next[low[row]]++] = row;
  }
  return { offsets, rows, records: gather(columns, rows) };
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
