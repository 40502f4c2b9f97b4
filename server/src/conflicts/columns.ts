import { SILENT, UNRESTRICTED } from '../model/model.ts';
import type { AtomSet } from '../terms/atom-set.ts';
import { highestOf, lowestOf } from '../terms/time.ts';
import type { Lens } from './lens.ts';
import { Part, type Rows } from './rows.ts';
import { traitsOf } from './traits.ts';
import { learn, spansOf, type ValueSpans } from './value-spans.ts';

/** Rows as one reading sees them. */
export interface Columns {
  readonly lens: Lens;
  readonly rows: Rows;
  /** {@link RECORD} integers a row. */
  readonly records: Int32Array;
  /** By row: the first day that it may no longer be in force. */
  readonly leastEnd: Int32Array;
  /** By row: bits of {@link Trait}. */
  readonly traits: Uint8Array;
  /** By value of parties: the one atom bound, or `SEVERAL`. */
  readonly bound: Int32Array;
  /** The dimensions in which anything is restricted, those that tell rows apart best first. */
  readonly dimensions: readonly ColumnDimension[];
}

/**
 * A row in a few integers: first day that it may be in force, first day that it no longer is in any world, least and
 * greatest atom of the lens's first key dimension, parts that it touches of the second and third, the row's clause and the row.
 */
export const RECORD = 8;

/** The parties bound are more than one: ask the lens. */
export const SEVERAL = -1;

/** What rows may cover in one dimension. */
export interface ColumnDimension {
  /** The region dimension's index. */
  readonly dimension: number;
  /** Whether two terms of it can make a near miss: it is *what* or *where*. */
  readonly mayMiss: boolean;
  /** By row. */
  readonly values: Int32Array;
  readonly spans: ValueSpans;
}

export function columnsOf(rows: Rows, lens: Lens): Columns {
  const dimensions = bestFirst(
    rows,
    rows.values.flatMap((values, dimension) => (values ? columnOf(lens, dimension, values) : [])),
  );
  return {
    lens,
    rows,
    records: recordsOf(rows, lens, keysOf(lens, rows, dimensions)),
    leastEnd: leastEndOf(rows, lens),
    traits: traitsOf(rows, lens),
    bound: boundAtoms(lens, rows),
    dimensions,
  };
}

function columnOf(lens: Lens, dimension: number, values: Int32Array): ColumnDimension {
  const spans = spansOf(lens, dimension);
  for (let row = 0; row < values.length; row++) learn(spans, values[row]);
  return { dimension, mayMiss: lens.model.regionDimensions[dimension].question !== 'who', values, spans };
}

/** So many rows show well enough which dimension tells them apart. */
const SAMPLE = 4_096;

/** A restraint and another row overlap in a dimension the less often the smaller the parts of it are that each covers. */
function bestFirst(rows: Rows, dimensions: readonly ColumnDimension[]): ColumnDimension[] {
  const width = new Map(dimensions.map((column) => [column, widthOf(rows, column)]));
  return [...dimensions].sort((a, b) => width.get(a)! - width.get(b)!);
}

/** The part of the dimension that a restraint spans, and that another row does, on average over a sample. */
function widthOf({ parts, count }: Rows, { values, spans }: ColumnDimension): number {
  const sums = [0, 0];
  const counts = [0, 0];
  const step = Math.max(1, Math.floor(count / SAMPLE));
  for (let row = 0; row < count; row += step) {
    const side = parts[row] & Part.restraint ? 1 : 0;
    sums[side] += spans.high[values[row]] - spans.low[values[row]] + 1;
    counts[side]++;
  }
  return (sums[0] / (counts[0] || 1) + sums[1] / (counts[1] || 1)) / spans.atomCount;
}

const KEYS = 3;

/**
 * The dimensions that tell most rows of a lens apart, as far as there are any: what the first of its rows show holds for all,
 * so that their records can be compared.
 */
const keysOfLens = new WeakMap<Lens, readonly ValueSpans[]>();

function keysOf(lens: Lens, rows: Rows, dimensions: readonly ColumnDimension[]): readonly ValueSpans[] {
  let keys = keysOfLens.get(lens);
  if (!keys) {
    keys = dimensions.slice(0, KEYS).map(({ spans }) => spans);
    if (rows.count > 0) keysOfLens.set(lens, keys);
  }
  return keys;
}

/** The first key dimension of a lens; undefined while nothing is restricted. */
export const firstKey = (lens: Lens): ValueSpans | undefined => keysOfLens.get(lens)?.[0];

function recordsOf(rows: Rows, { timeline }: Lens, keys: readonly ValueSpans[]): Int32Array {
  const { undertakings, of, clause, count } = rows;
  const records = new Int32Array(count * RECORD);
  for (let row = 0; row < count; row++) {
    const at = row * RECORD;
    if (row < undertakings.length) {
      records[at] = lowestOf(undertakings[row].start, timeline);
      records[at + 1] = highestOf(undertakings[row].end, timeline);
    } else {
      records[at] = records[of[row] * RECORD];
      records[at + 1] = records[of[row] * RECORD + 1];
    }
    records[at + 6] = clause[row];
    records[at + 7] = row;
  }
  for (let key = 0; key < KEYS; key++) writeKey(records, rows, key, keys[key]);
  return records;
}

function leastEndOf({ undertakings, of }: Rows, { timeline }: Lens): Int32Array {
  const ends = new Int32Array(of.length);
  for (let row = 0; row < ends.length; row++) {
    ends[row] = row < undertakings.length ? lowestOf(undertakings[row].end, timeline) : ends[of[row]];
  }
  return ends;
}

function writeKey(records: Int32Array, rows: Rows, key: number, spans: ValueSpans | undefined): void {
  const values = spans && rows.values[spans.dimension];
  const { low, high, touched } = spans ?? NO_KEY;
  for (let row = 0; row < rows.count; row++) {
    const at = row * RECORD;
    const value = values === undefined ? UNRESTRICTED : values[row];
    if (key === 0) {
      records[at + 2] = low[value];
      records[at + 3] = high[value];
    } else {
      records[at + 3 + key] = touched[value];
    }
  }
}

/** Where there is no key dimension, every row meets every other. */
const NO_KEY = { low: Int32Array.of(0), high: Int32Array.of(0), touched: Int32Array.of(-1) };

const boundOfLens = new WeakMap<Lens, Int32Array>();

/** By value of parties, those of the rows among them: the one atom bound, or `SEVERAL`. */
function boundAtoms(lens: Lens, rows: Rows): Int32Array {
  const count = lens.model.values[lens.parties].length;
  let atoms = boundOfLens.get(lens);
  if (!atoms || atoms.length < count) {
    const wider = new Int32Array(count + (count >> 1)).fill(UNKNOWN);
    if (atoms) wider.set(atoms);
    atoms = wider;
    boundOfLens.set(lens, atoms);
  }
  for (let row = 0; row < rows.count; row++) {
    const value = rows.by[row];
    if (value !== SILENT && atoms[value] === UNKNOWN) atoms[value] = singleAtom(lens.mayCover(lens.parties, value));
  }
  return atoms;
}

const UNKNOWN = -2;
const singleAtom = (set: AtomSet): number => (!set.negated && set.atoms.length === 1 ? set.atoms[0] : SEVERAL);

/** Every party that a row may bind. */
export function partiesBound({ lens, rows }: Columns, row: number): readonly number[] {
  if (rows.by[row] === SILENT) return [];
  const set = lens.mayCover(lens.parties, rows.by[row]);
  if (!set.negated) return [...set.atoms];
  const out = new Set(set.atoms);
  return Array.from({ length: lens.taxonomy(lens.parties).atomCount }, (_, atom) => atom).filter(
    (atom) => !out.has(atom),
  );
}

/** Every party that some row, or one of those given, may bind. */
export function partiesIn(columns: Columns, only?: readonly number[]): Set<number> {
  const parties = new Set<number>();
  eachBound(columns, (_, party) => parties.add(party), only);
  return parties;
}

/** Visits every row, or those given, with every party that it may bind. */
export function eachBound(
  columns: Columns,
  visit: (row: number, party: number) => void,
  only?: readonly number[],
): void {
  const { rows, bound } = columns;
  const count = only === undefined ? rows.count : only.length;
  for (let at = 0; at < count; at++) {
    const row = only === undefined ? at : only[at];
    if (rows.parts[row] === 0 || rows.by[row] === SILENT) continue;
    const atom = bound[rows.by[row]];
    if (atom !== SEVERAL) visit(row, atom);
    else for (const party of partiesBound(columns, row)) visit(row, party);
  }
}
