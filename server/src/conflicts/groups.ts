import { type Columns, partiesBound, RECORD, SEVERAL } from './columns.ts';
import { Part } from './rows.ts';

/** Records of rows by the party bound, each party's in two classes: one party's stand together, so that a join stays in the cache. */
export interface Groups {
  /** Party `p`: record `offsets[2p]` up to `offsets[2p + 1]` of the first class, from there to `offsets[2p + 2]` of the second. */
  readonly offsets: Int32Array;
  /** {@link RECORD} integers a record. */
  readonly records: Int32Array;
}

/** A part of a grouping: record `from` up to `until`. */
export interface Run {
  readonly groups: Groups;
  readonly from: number;
  readonly until: number;
}

/** Restraints, and what they may meet. Those of the second class meet only each other's first class: see {@link joinEachParty}. */
export interface Sides {
  /** How many parties the rows are grouped by. */
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

/** How rows are grouped. */
export interface Grouping {
  /** What is lent is good until the next search. */
  readonly lent?: boolean;
  /** Rows are left out that no restraint of their party can meet in one of the first two key dimensions. */
  readonly sieved?: boolean;
}

/**
 * The rows grouped for the two kinds of joins: restraints with what is given or received; and restraints that permit nothing
 * with each other, for two of them may leave nobody.
 */
export function sidesOf(columns: Columns, { lent = false, sieved = false }: Grouping = {}): readonly [Sides, Sides] {
  const memory = lent ? borrow : ownMemory;
  const parties = partyCountOf(columns);
  const restraints = groupBy(columns, memory, 0, parties, RESTRAINTS, undefined);
  const reach = sieved ? reachOf(columns, parties) : undefined;
  const others = groupBy(columns, memory, 2, parties, OTHERS, reach);
  const standing = groupBy(columns, memory, 4, parties, STANDOFFS, undefined);
  return [
    { parties, restraints, others },
    { parties, restraints: standing, others: standing },
  ];
}

/** What joins a grouping, and which of that stands in the first class: bits of {@link Part}. */
interface Selection {
  readonly parts: number;
  readonly first: number;
}
const RESTRAINTS: Selection = { parts: Part.restraint, first: Part.wideRestraint };
const OTHERS: Selection = { parts: Part.given | Part.received, first: Part.given };
const STANDOFFS: Selection = { parts: Part.standoff, first: Part.standoff };

/**
 * By group, in two integers as in {@link Columns.touched}, what those restraints touch that {@link select} has chosen last. What
 * is given is met by every restraint of a party, what is received by wide ones alone.
 */
function reachOf({ touched }: Columns, parties: number): Int32Array {
  const reach = borrow(10, 4 * parties).fill(0, 0, 4 * parties);
  const { rows, groups, count } = chosen;
  for (let at = 0; at < count; at++) {
    reach[2 * groups[at]] |= touched[2 * rows[at]];
    reach[2 * groups[at] + 1] |= touched[2 * rows[at] + 1];
  }
  for (let group = 0; group < 4 * parties; group += 4) {
    for (let key = group; key < group + 2; key++) {
      const wide = reach[key];
      reach[key] |= reach[key + 2];
      reach[key + 2] = wide;
    }
  }
  return reach;
}

/** A counting sort by bound party and class. A row that binds several stands in the group of each. */
function groupBy(
  columns: Columns,
  memory: Memory,
  slot: number,
  parties: number,
  selection: Selection,
  reach: Int32Array | undefined,
): Groups {
  const groupCount = 2 * parties;
  select(columns, selection, reach);
  const offsets = memory(slot, groupCount + 1).fill(0, 0, groupCount + 1);
  countGroups(offsets);
  for (let at = 1; at <= groupCount; at++) offsets[at] += offsets[at - 1];
  const records = memory(slot + 1, chosen.count * RECORD);
  placeRecords(columns.records, records, offsets);
  // While records were placed, each offset moved on to the next.
  offsets.copyWithin(1, 0, groupCount);
  offsets[0] = 0;
  return { offsets, records };
}

// Long loops stand in functions of their own, which are compiled while they run: where two stand in one, the second is not
// known yet when it is compiled for the first, and all is compiled again.

function countGroups(offsets: Int32Array): void {
  const { groups, count } = chosen;
  for (let at = 0; at < count; at++) offsets[groups[at] + 1]++;
}

function placeRecords(from: Int32Array, records: Int32Array, offsets: Int32Array): void {
  const { rows, groups, count } = chosen;
  for (let at = 0; at < count; at++) {
    copyRecord(from, rows[at] * RECORD, records, offsets[groups[at]]++ * RECORD);
  }
}

/** Written out: a loop takes twice as long. */
export function copyRecord(from: Int32Array, at: number, to: Int32Array, place: number): void {
  to[place] = from[at];
  to[place + 1] = from[at + 1];
  to[place + 2] = from[at + 2];
  to[place + 3] = from[at + 3];
  to[place + 4] = from[at + 4];
  to[place + 5] = from[at + 5];
  to[place + 6] = from[at + 6];
  to[place + 7] = from[at + 7];
}

/** Rows that are to be grouped, each with its group: room that is left by each grouping to the next. */
const chosen = { rows: new Int32Array(1 << 10), groups: new Int32Array(1 << 10), count: 0 };

function makeRoom(count: number): void {
  if (count <= chosen.rows.length) return;
  for (const column of ['rows', 'groups'] as const) {
    const wider = new Int32Array(count + (count >> 1));
    wider.set(chosen[column]);
    chosen[column] = wider;
  }
}

// The loops here call nothing that was made for one portfolio: code that knows such a function is thrown away with it.

function select(columns: Columns, { parts: wanted, first }: Selection, reach: Int32Array | undefined): void {
  chosen.count = 0;
  const { parts, allParts, count, undertakings } = columns.rows;
  if ((allParts & wanted) === 0) return;
  const { party, touched } = columns;
  // What is received has rows of its own behind all others.
  const until = (wanted & Part.received) === 0 ? undertakings.length : count;
  makeRoom(until);
  const { rows, groups } = chosen;
  const several: number[] = [];
  let chosenCount = 0;
  for (let row = 0; row < until; row++) {
    if ((parts[row] & wanted) === 0) continue;
    const group = 2 * party[row] + ((parts[row] & first) === 0 ? 1 : 0);
    if (group < 0) {
      if (party[row] === SEVERAL) several.push(row);
    } else if (
      reach === undefined ||
      ((reach[2 * group] & touched[2 * row]) !== 0 && (reach[2 * group + 1] & touched[2 * row + 1]) !== 0)
    ) {
      rows[chosenCount] = row;
      groups[chosenCount++] = group;
    }
  }
  chosen.count = chosenCount;
  for (const row of several) chooseForEach(columns, row, (parts[row] & first) === 0 ? 1 : 0);
}

/** A row that binds several parties, for each of them. */
function chooseForEach(columns: Columns, row: number, second: 0 | 1): void {
  for (const party of partiesBound(columns, row)) {
    makeRoom(chosen.count + 1);
    chosen.rows[chosen.count] = row;
    chosen.groups[chosen.count++] = 2 * party + second;
  }
}

export const partyCountOf = ({ lens }: Columns): number => lens.taxonomy(lens.parties).atomCount;
