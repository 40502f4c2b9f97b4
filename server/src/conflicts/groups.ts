import { SILENT, UNRESTRICTED } from '../model/model.ts';
import { type ColumnDimension, type Columns, type Keys, partiesBound, SEVERAL } from './columns.ts';
import { Part, type Rows } from './rows.ts';

/** Rows by the party bound, each party's in two classes, with what tells most of them apart. */
export interface Groups {
  /** Party `p`: `rows[offsets[2p]]` up to `rows[offsets[2p + 1]]` of the first class, from there to `offsets[2p + 2]` of the second. */
  readonly offsets: Int32Array;
  readonly rows: Int32Array;
  /** {@link RECORD} integers a row, in the order of `rows`: one party's stand together, so that a join stays in the cache. */
  readonly records: Int32Array;
}

/** A part of the rows of a grouping: `groups.rows[from]` up to `[until]`. */
export interface Run {
  readonly groups: Groups;
  readonly from: number;
  readonly until: number;
}

/** Start, end, the least and greatest atom of the first key dimension, and the stretches of the second. */
export const RECORD = 5;

/** Whether what two records stand for may overlap, as far as they tell. */
export const mayOverlap = (a: Int32Array, at: number, b: Int32Array, other: number): boolean =>
  a[at + 2] <= b[other + 3] &&
  b[other + 2] <= a[at + 3] &&
  a[at] < b[other + 1] &&
  b[other] < a[at + 1] &&
  (a[at + 4] & b[other + 4]) !== 0;

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
  /** Rows are left out that no restraint of their party can meet in the first key dimension. */
  readonly sieved?: boolean;
}

/**
 * The rows grouped for the two kinds of joins: restraints with what is given or received; and restraints that permit nothing
 * with each other, for two of them may leave nobody. `keys` tell rows apart.
 */
export function sidesOf(
  columns: Columns,
  keys: Keys,
  { lent = false, sieved = false }: Grouping = {},
): readonly [Sides, Sides] {
  const memory = lent ? borrow : ownMemory;
  const parties = partyCountOf(columns);
  const restraints = groupBy(columns, keys, memory, 0, parties, RESTRAINTS);
  const sieve = sieved && keys.first ? { key: keys.first, reach: reachOf(keys.first, parties) } : undefined;
  const others = groupBy(columns, keys, memory, 3, parties, OTHERS, sieve);
  const standing = groupBy(columns, keys, memory, 6, parties, STANDOFFS);
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

/** The stretches of a key dimension that restraints reach, by party and class: see {@link Groups.offsets}. */
interface Sieve {
  readonly key: ColumnDimension;
  readonly reach: Int32Array;
}

/** A counting sort by bound party and class. A row that binds several stands in the group of each. */
function groupBy(
  columns: Columns,
  keys: Keys,
  memory: Memory,
  slot: number,
  parties: number,
  selection: Selection,
  sieve?: Sieve,
): Groups {
  const groupCount = 2 * parties;
  select(columns, selection, sieve);
  const { rows: selected, groups, count } = chosen;
  const offsets = memory(slot, groupCount + 1).fill(0, 0, groupCount + 1);
  for (let at = 0; at < count; at++) offsets[groups[at] + 1]++;
  for (let at = 1; at <= groupCount; at++) offsets[at] += offsets[at - 1];
  const rows = memory(slot + 1, count);
  const records = memory(slot + 2, count * RECORD);
  const source = recordSource(columns, keys);
  for (let at = 0; at < count; at++) {
    const index = offsets[groups[at]]++;
    rows[index] = selected[at];
    writeRecord(source, selected[at], records, index * RECORD);
  }
  // While rows were placed, each offset moved on to the next.
  for (let at = groupCount; at > 0; at--) offsets[at] = offsets[at - 1];
  offsets[0] = 0;
  return { offsets, rows, records };
}

/** Rows that are to be grouped, each with its group: room that is left by each grouping to the next. */
const chosen = { rows: new Int32Array(1 << 10), groups: new Int32Array(1 << 10), count: 0 };

function choose(row: number, group: number): void {
  if (chosen.count === chosen.rows.length) {
    for (const column of ['rows', 'groups'] as const) {
      const wider = new Int32Array(2 * chosen.rows.length);
      wider.set(chosen[column]);
      chosen[column] = wider;
    }
  }
  chosen.rows[chosen.count] = row;
  chosen.groups[chosen.count++] = group;
}

// The loops here call nothing that was made for one portfolio: code that knows such a function is thrown away with it.

function select(columns: Columns, { parts: wanted, first }: Selection, sieve: Sieve | undefined): void {
  const { parts, allParts, by, count, undertakings } = columns.rows;
  chosen.count = 0;
  if ((allParts & wanted) === 0) return;
  // What is received has rows of its own behind all others.
  const until = (wanted & Part.received) === 0 ? undertakings.length : count;
  for (let row = 0; row < until; row++) {
    const part = parts[row];
    if ((part & wanted) === 0 || by[row] === SILENT) continue;
    const second = (part & first) === 0 ? 1 : 0;
    const atom = columns.bound[by[row]];
    if (atom !== SEVERAL) {
      if (sieve === undefined || mayBeReached(sieve, row, 2 * atom + second)) choose(row, 2 * atom + second);
    } else {
      for (const party of partiesBound(columns, row)) choose(row, 2 * party + second);
    }
  }
}

/** What is given is met by every restraint, what is received by wide ones alone. */
function mayBeReached({ key, reach }: Sieve, row: number, group: number): boolean {
  const reaching = (group & 1) === 0 ? reach[group] | reach[group + 1] : reach[group - 1];
  return (reaching & key.spans.stretches[key.values[row]]) !== 0;
}

/** Of the restraints, which {@link select} has chosen last. */
function reachOf(key: ColumnDimension, parties: number): Int32Array {
  const reach = borrow(15, 2 * parties).fill(0, 0, 2 * parties);
  for (let at = 0; at < chosen.count; at++) {
    reach[chosen.groups[at]] |= key.spans.stretches[key.values[chosen.rows[at]]];
  }
  return reach;
}

/** Where the integers of a record come from. */
export interface RecordSource {
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** By row; absent where no row is restricted. */
  readonly first: Int32Array | undefined;
  readonly second: Int32Array | undefined;
  /** By value of the first key, and of the second. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly stretches: Int32Array;
}

export const recordSource = ({ rows, start, end }: Columns, { first, second }: Keys): RecordSource => ({
  start,
  end,
  first: valuesOf(rows, first),
  second: valuesOf(rows, second),
  low: first?.spans.low ?? NO_SPAN,
  high: first?.spans.high ?? NO_SPAN,
  stretches: second?.spans.stretches ?? EVERYWHERE,
});

export function writeRecord(source: RecordSource, row: number, records: Int32Array, at: number): void {
  const { first, second } = source;
  const value = first === undefined ? UNRESTRICTED : first[row];
  records[at] = source.start[row];
  records[at + 1] = source.end[row];
  records[at + 2] = source.low[value];
  records[at + 3] = source.high[value];
  records[at + 4] = source.stretches[second === undefined ? UNRESTRICTED : second[row]];
}

const valuesOf = (rows: Rows, key: ColumnDimension | undefined): Int32Array | undefined =>
  key && rows.values[key.dimension];

/** The span and the stretches of the unrestricted value where there is no key dimension: every row meets every other. */
export const NO_SPAN = new Int32Array(1);
const EVERYWHERE = new Int32Array(1).fill(-1);

export const partyCountOf = ({ lens }: Columns): number => lens.taxonomy(lens.parties).atomCount;
