import { SILENT, UNRESTRICTED, type ValueId } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { type ColumnDimension, type Columns, eachBound, meetIn, partiesBound, SEVERAL } from './columns.ts';
import type { Role } from './judgement.ts';
import { Part, partsOf, type Rows } from './rows.ts';

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

/** Rows by the party bound, each party's in two classes, with what tells most of them apart. */
export interface Groups {
  /** Party `p`: `rows[offsets[2p]]` up to `rows[offsets[2p + 1]]` of the first class, from there to `offsets[2p + 2]` of the second. */
  readonly offsets: Int32Array;
  readonly rows: Int32Array;
  /** {@link RECORD} integers a row, in the order of `rows`: one party's stand together, so that a join stays in the cache. */
  readonly records: Int32Array;
}

/** Start, end, and the least and greatest atom of the key dimension. */
const RECORD = 4;

/** Restraints, and what they may meet. Those of the second class meet only each other's first class: see {@link joinEachParty}. */
export interface Sides {
  readonly restraints: Groups;
  readonly others: Groups;
}

/**
 * Memory that one search leaves to the next, a slot a purpose. Fresh memory costs more than what is done in it: the system
 * clears every page of it first.
 */
const slots: Int32Array[] = [];

function borrow(slot: number, length: number): Int32Array {
  let memory = slots[slot];
  if (memory === undefined || memory.length < length) {
    memory = new Int32Array(length + (length >> 2));
    slots[slot] = memory;
  }
  return memory;
}

type Memory = (slot: number, length: number) => Int32Array;
/** For groups that outlive the search. */
const ownMemory: Memory = (_, length) => new Int32Array(length);

/**
 * The rows grouped for the two kinds of joins: restraints with what is given or received; and restraints that permit nothing
 * with each other, for two of them may leave nobody. `key`: the dimension that tells rows apart. What is `lent` is good
 * until the next search.
 */
export function sidesOf(columns: Columns, key: ColumnDimension | undefined, lent: boolean): readonly [Sides, Sides] {
  const memory = lent ? borrow : ownMemory;
  const restraints = groupBy(columns, key, memory, 0, RESTRAINTS);
  const others = groupBy(columns, key, memory, 3, OTHERS);
  const standing = groupBy(columns, key, memory, 6, STANDOFFS);
  return [
    { restraints, others },
    { restraints: standing, others: standing },
  ];
}

/** What joins a grouping, and which of that stands in the second class: bits of {@link Part}. */
interface Selection {
  readonly parts: number;
  readonly first: number;
}
const RESTRAINTS: Selection = { parts: Part.restraint, first: Part.wideRestraint };
const OTHERS: Selection = { parts: Part.given | Part.received, first: Part.given };
const STANDOFFS: Selection = { parts: Part.standoff, first: Part.standoff };

/** Rows that bind several parties: row, party, row, party … */
function severalBound(columns: Columns, wanted: number): number[] {
  const { rows, bound } = columns;
  const several: number[] = [];
  for (let row = 0; row < rows.count; row++) {
    if ((rows.parts[row] & wanted) === 0 || rows.by[row] === SILENT || bound[rows.by[row]] !== SEVERAL) continue;
    for (const party of partiesBound(columns, row)) several.push(row, party);
  }
  return several;
}

/** A counting sort by bound party and class. A row that binds several stands in the group of each. */
function groupBy(
  columns: Columns,
  key: ColumnDimension | undefined,
  memory: Memory,
  slot: number,
  selection: Selection,
): Groups {
  const groupCount = 2 * partyCountOf(columns);
  const several = severalBound(columns, selection.parts);
  const offsets = memory(slot, groupCount + 1).fill(0, 0, groupCount + 1);
  countRows(columns, selection, several, offsets);
  for (let at = 1; at <= groupCount; at++) offsets[at] += offsets[at - 1];
  const total = offsets[groupCount];
  const groups = { offsets, rows: memory(slot + 1, total), records: memory(slot + 2, total * RECORD) };
  placeRows(columns, key, selection, several, groups);
  // While rows were placed, each offset moved on to the next.
  for (let at = groupCount; at > 0; at--) offsets[at] = offsets[at - 1];
  offsets[0] = 0;
  return groups;
}

// The loops below call nothing that was made for one portfolio: code that knows such a function is thrown away with it.

function countRows(
  { rows, bound }: Columns,
  { parts: wanted, first }: Selection,
  several: readonly number[],
  offsets: Int32Array,
): void {
  const { parts, by, count } = rows;
  for (let row = 0; row < count; row++) {
    const part = parts[row];
    if ((part & wanted) === 0 || by[row] === SILENT) continue;
    const atom = bound[by[row]];
    if (atom !== SEVERAL) offsets[2 * atom + ((part & first) === 0 ? 2 : 1)]++;
  }
  for (let at = 0; at < several.length; at += 2) {
    offsets[2 * several[at + 1] + ((parts[several[at]] & first) === 0 ? 2 : 1)]++;
  }
}

function placeRows(
  { rows: table, bound, start, end }: Columns,
  key: ColumnDimension | undefined,
  { parts: wanted, first }: Selection,
  several: readonly number[],
  { offsets, rows, records }: Groups,
): void {
  const { parts, by, count } = table;
  const keys = (key && table.values[key.dimension]) ?? undefined;
  const low = key?.spans.low ?? NONE;
  const high = key?.spans.high ?? NONE;
  const total = count + several.length / 2;
  for (let next = 0; next < total; next++) {
    const again = 2 * (next - count);
    const row = again < 0 ? next : several[again];
    const part = parts[row];
    if ((part & wanted) === 0 || by[row] === SILENT) continue;
    const atom = again < 0 ? bound[by[row]] : several[again + 1];
    if (atom === SEVERAL) continue;
    const index = offsets[2 * atom + ((part & first) === 0 ? 1 : 0)]++;
    rows[index] = row;
    const at = index * RECORD;
    const value = keys === undefined ? UNRESTRICTED : keys[row];
    records[at] = start[row];
    records[at + 1] = end[row];
    records[at + 2] = low[value];
    records[at + 3] = high[value];
  }
}

/** The span of the unrestricted value where there is no key dimension: every row meets every other. */
const NONE = new Int32Array(1);

/** A part of the rows of a grouping. */
interface Run {
  readonly groups: Groups;
  readonly from: number;
  readonly until: number;
}

/** Up to so many pairs, or with so few rows on one side, looking at all pairs is quicker than sorting. */
const FEW_PAIRS = 4_000;
const FEW_ROWS = 24;

/** Finds pairs among some restraints and some of what they may meet. */
export type Join = (restraints: Run, others: Run) => void;

/**
 * Joins what each party promises. In the first class stand wide restraints and what is given, in the second other restraints
 * and what is received: every restraint meets what is given, wide ones what is received too.
 */
export function joinEachParty(
  columns: Columns,
  { restraints, others }: Sides,
  join: Join,
  isLeftOut: (party: number) => boolean,
): void {
  for (let at = 0, parties = 2 * partyCountOf(columns); at < parties; at += 2) {
    const [from, narrow, until] = [restraints.offsets[at], restraints.offsets[at + 1], restraints.offsets[at + 2]];
    if (from === until) continue;
    const [given, received, end] = [others.offsets[at], others.offsets[at + 1], others.offsets[at + 2]];
    if (given === end || isLeftOut(at / 2)) continue;
    join({ groups: restraints, from, until }, { groups: others, from: given, until: received });
    join({ groups: restraints, from, until: narrow }, { groups: others, from: received, until: end });
  }
}

/** How the rows of `few` are joined with those of `many`: as restraints, and as what restraints meet. */
export interface Joins {
  readonly asRestraint: Join;
  readonly asOther: Join;
}

/** The same for a few rows, each by itself, and many that are grouped. `key` is what the many are grouped by. */
export function joinEachRow(
  few: Columns,
  [{ restraints, others }, { others: standing }]: readonly [Sides, Sides],
  key: ColumnDimension | undefined,
  joins: Joins,
  isLeftOut: (party: number) => boolean,
): void {
  const groups: Groups = { offsets: NONE, rows: new Int32Array(1), records: new Int32Array(RECORD) };
  const row: Run = { groups, from: 0, until: 1 };
  const keys = key && few.rows.values[key.dimension];
  const run = (many: Groups, from: number, until: number): Run => ({
    groups: many,
    from: many.offsets[from],
    until: many.offsets[until],
  });
  eachBound(few, (index, party) => {
    if (isLeftOut(party)) return;
    groups.rows[0] = index;
    const value = keys?.[index] ?? UNRESTRICTED;
    groups.records[0] = few.start[index];
    groups.records[1] = few.end[index];
    groups.records[2] = key?.spans.low[value] ?? 0;
    groups.records[3] = key?.spans.high[value] ?? 0;
    const part = few.rows.parts[index];
    const at = 2 * party;
    if (part & Part.wideRestraint) joins.asRestraint(row, run(others, at, at + 2));
    else if (part & Part.restraint) joins.asRestraint(row, run(others, at, at + 1));
    if (part & Part.given) joins.asOther(run(restraints, at, at + 2), row);
    if (part & Part.received) joins.asOther(run(restraints, at, at + 1), row);
    if (part & Part.standoff) {
      joins.asRestraint(row, run(standing, at, at + 1));
      joins.asOther(run(standing, at, at + 1), row);
    }
  });
}

const partyCountOf = ({ lens }: Columns): number => lens.taxonomy(lens.parties).atomCount;

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

interface SharedDimension {
  readonly column: ColumnDimension;
  /** Values by row. */
  readonly own: Int32Array;
  readonly others: Int32Array;
}

/** The dimensions in which both restrict something. */
const dimensionsOf = (a: Columns, b: Columns): SharedDimension[] =>
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

/** Whether any two terms could bring two values of a dimension together. */
export type ComeTogether = (dimension: number, dealt: ValueId, ruled: ValueId) => boolean;

/** Visits pairs that may be near misses: those that fail to meet in exactly one dimension of *what* or *where*. */
export function neighbours(a: Columns, b: Columns, comeTogether: ComeTogether, visit: Visit): Join {
  const isNeighbour = neighbouring(a, b, comeTogether);
  return (left, right) => {
    for (let i = left.from; i < left.until; i++) {
      const row = left.groups.rows[i];
      const start = left.groups.records[i * RECORD];
      const end = left.groups.records[i * RECORD + 1];
      for (let j = right.from, at = j * RECORD; j < right.until; j++, at += RECORD) {
        if (right.groups.records[at] >= end || right.groups.records[at + 1] <= start) continue;
        const other = right.groups.rows[j];
        if (isNeighbour(row, other)) visit(row, other);
      }
    }
  };
}

function neighbouring(a: Columns, b: Columns, comeTogether: ComeTogether): (row: number, other: number) => boolean {
  const same = a.rows === b.rows;
  const { clause, parts } = a.rows;
  const { clause: otherClause, parts: otherParts } = b.rows;
  const shared = dimensionsOf(a, b);
  const mayTurn = (row: number, other: number): boolean =>
    a.rows.undertakings[a.rows.of[row]].exceptions.length + b.rows.undertakings[b.rows.of[other]].exceptions.length > 0;
  return (row, other) => {
    let missed: ColumnDimension | undefined;
    let ruled = UNRESTRICTED;
    let dealt = UNRESTRICTED;
    for (let at = 0; at < shared.length; at++) {
      const { column, own, others } = shared[at];
      const value = own[row];
      const otherValue = others[other];
      if (value === otherValue || meetIn(column, value, otherValue)) continue;
      if (missed || !column.mayMiss) return false;
      missed = column;
      ruled = value;
      dealt = otherValue;
    }
    if (!missed || (same && clause[row] === otherClause[other])) return false;
    if (parts[row] === 0 || otherParts[other] === 0) return false;
    // Exceptions may turn on terms that neither value names.
    return mayTurn(row, other) || comeTogether(missed.dimension, dealt, ruled);
  };
}
