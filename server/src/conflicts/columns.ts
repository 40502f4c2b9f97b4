import { SILENT } from '../model/model.ts';
import type { AtomSet } from '../terms/atom-set.ts';
import { highestOf, lowestOf } from '../terms/time.ts';
import type { Lens } from './lens.ts';
import type { Rows } from './rows.ts';
import { learn, spansOf, type ValueSpans } from './value-spans.ts';

/** Rows as one reading sees them. */
export interface Columns {
  readonly lens: Lens;
  readonly rows: Rows;
  /** Days, the widest stretch in any world: first in force, first no longer in force. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** By value of parties: the one atom bound, or `SEVERAL`. */
  readonly bound: Int32Array;
  /** The dimensions in which anything is restricted, those in which rows are the narrowest first. */
  readonly dimensions: readonly ColumnDimension[];
  readonly keys: Keys;
}

/** The two dimensions in which rows are the narrowest: they tell most of them apart. Absent where nothing is restricted. */
export interface Keys {
  readonly first: ColumnDimension | undefined;
  readonly second: ColumnDimension | undefined;
}

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
  const start = new Int32Array(rows.count);
  const end = new Int32Array(rows.count);
  const own = rows.undertakings.length;
  for (let row = 0; row < own; row++) {
    const one = rows.undertakings[row];
    start[row] = lowestOf(one.start, lens.timeline);
    end[row] = highestOf(one.end, lens.timeline);
  }
  for (let row = own; row < rows.count; row++) {
    start[row] = start[rows.of[row]];
    end[row] = end[rows.of[row]];
  }
  const dimensions = narrowestFirst(
    rows.values.flatMap((values, dimension) => (values ? columnOf(lens, dimension, values) : [])),
  );
  const keys: Keys = { first: dimensions[0], second: dimensions[1] };
  return { lens, rows, start, end, bound: boundAtoms(lens, rows), dimensions, keys };
}

function columnOf(lens: Lens, dimension: number, values: Int32Array): ColumnDimension {
  const spans = spansOf(lens, dimension);
  for (let row = 0; row < values.length; row++) learn(spans, values[row]);
  return { dimension, mayMiss: lens.model.regionDimensions[dimension].question !== 'who', values, spans };
}

/** So many rows show well enough which dimension tells them apart. */
const SAMPLE = 2_048;

/** Two rows of a dimension overlap the less often the smaller a part of it each covers. */
function narrowestFirst(dimensions: readonly ColumnDimension[]): ColumnDimension[] {
  const width = new Map(dimensions.map((column) => [column, widthOf(column)]));
  return [...dimensions].sort((a, b) => width.get(a)! - width.get(b)!);
}

/** The part of the dimension that rows span, added up over a sample. */
function widthOf({ values, spans }: ColumnDimension): number {
  const step = Math.max(1, Math.floor(values.length / SAMPLE));
  let sum = 0;
  for (let row = 0; row < values.length; row += step) {
    sum += spans.high[values[row]] - spans.low[values[row]] + 1;
  }
  return sum / spans.atomCount;
}

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
