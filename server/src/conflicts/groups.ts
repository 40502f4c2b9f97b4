import { SILENT, UNRESTRICTED } from '../model/model.ts';
import { type ColumnDimension, type Columns, partiesBound, SEVERAL } from './columns.ts';
import { Part } from './rows.ts';

/** Rows by the party bound, each party's in two classes, with what tells most of them apart. */
export interface Groups {
  /** Party `p`: `rows[offsets[2p]]` up to `rows[offsets[2p + 1]]` of the first class, from there to `offsets[2p + 2]` of the second. */
  readonly offsets: Int32Array;
  readonly rows: Int32Array;
  /** {@link RECORD} integers a row, in the order of `rows`: one party's stand together, so that a join stays in the cache. */
  readonly records: Int32Array;
}

/** Start, end, and the least and greatest atom of the key dimension. */
export const RECORD = 4;

/** Restraints, and what they may meet. Those of the second class meet only each other's first class: see {@link joinEachParty}. */
export interface Sides {
  /** How many parties the rows are grouped by: one where they stand all together. */
  readonly parties: number;
  readonly restraints: Groups;
  readonly others: Groups;
}

/**
 * Memory that one search leaves to the next, a slot a purpose. Fresh memory costs more than what is done in it: the system
 * clears every page of it first.
 */
const slots: Int32Array[] = [];

export function borrow(slot: number, length: number): Int32Array {
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
 * until the next search. Rows that stand `together` are not told apart by party: for few rows, that is quicker.
 */
export function sidesOf(
  columns: Columns,
  key: ColumnDimension | undefined,
  { lent = false, together = false }: { readonly lent?: boolean; readonly together?: boolean } = {},
): readonly [Sides, Sides] {
  const memory = lent ? borrow : ownMemory;
  const parties = together ? 1 : partyCountOf(columns);
  const restraints = groupBy(columns, key, memory, 0, parties, RESTRAINTS);
  const others = groupBy(columns, key, memory, 3, parties, OTHERS);
  const standing = groupBy(columns, key, memory, 6, parties, STANDOFFS);
  return [
    { parties, restraints, others },
    { parties, restraints: standing, others: standing },
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

const NO_ROWS: readonly number[] = [];

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
  parties: number,
  selection: Selection,
): Groups {
  const groupCount = 2 * parties;
  const together = parties === 1;
  const several = together ? NO_ROWS : severalBound(columns, selection.parts);
  const offsets = memory(slot, groupCount + 1).fill(0, 0, groupCount + 1);
  countRows(columns, selection, several, together, offsets);
  for (let at = 1; at <= groupCount; at++) offsets[at] += offsets[at - 1];
  const total = offsets[groupCount];
  const groups = { offsets, rows: memory(slot + 1, total), records: memory(slot + 2, total * RECORD) };
  placeRows(columns, key, selection, several, together, groups);
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
  together: boolean,
  offsets: Int32Array,
): void {
  const { parts, by, count } = rows;
  for (let row = 0; row < count; row++) {
    const part = parts[row];
    if ((part & wanted) === 0 || by[row] === SILENT) continue;
    const atom = together ? 0 : bound[by[row]];
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
  together: boolean,
  { offsets, rows, records }: Groups,
): void {
  const { parts, by, count } = table;
  const keys = (key && table.values[key.dimension]) ?? undefined;
  const low = key?.spans.low ?? NO_SPAN;
  const high = key?.spans.high ?? NO_SPAN;
  const total = count + several.length / 2;
  for (let next = 0; next < total; next++) {
    const again = 2 * (next - count);
    const row = again < 0 ? next : several[again];
    const part = parts[row];
    if ((part & wanted) === 0 || by[row] === SILENT) continue;
    const atom = together ? 0 : again < 0 ? bound[by[row]] : several[again + 1];
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
export const NO_SPAN = new Int32Array(1);

export const partyCountOf = ({ lens }: Columns): number => lens.taxonomy(lens.parties).atomCount;
