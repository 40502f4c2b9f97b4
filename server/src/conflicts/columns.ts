import { SILENT, UNRESTRICTED, type ValueId } from '../model/model.ts';
import { type AtomSet, intersects } from '../terms/atom-set.ts';
import { highestOf, lowestOf } from '../terms/time.ts';
import type { Lens } from './lens.ts';
import type { Rows } from './rows.ts';

/** Rows as one reading sees them. */
export interface Columns {
  readonly lens: Lens;
  readonly rows: Rows;
  /** Days, the widest stretch in any world: first in force, first no longer in force. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** By value of parties: the one atom bound, or `SEVERAL`. */
  readonly bound: Int32Array;
  /** The dimensions in which anything is restricted. */
  readonly dimensions: readonly ColumnDimension[];
  /** The one in which rows are the narrowest; absent where nothing is restricted. */
  readonly key: ColumnDimension | undefined;
}

/** The parties bound are more than one: ask the lens. */
export const SEVERAL = -1;

/** The atoms that a row may cover in one dimension. Taxonomies number atoms so that they are mostly a run of neighbours. */
export interface ColumnDimension {
  /** The region dimension's index. */
  readonly dimension: number;
  /** Whether two terms of it can make a near miss: it is *what* or *where*. */
  readonly mayMiss: boolean;
  readonly atomCount: number;
  /** By row. */
  readonly values: Int32Array;
  readonly spans: Spans;
  /** Answers about two values, one of them ragged. */
  readonly shared: Map<number, boolean>;
  readonly lens: Lens;
}

/** By value: the least and greatest atom, and whether atoms between them are missing. */
interface Spans {
  low: Int32Array;
  high: Int32Array;
  ragged: Uint8Array;
  known: Uint8Array;
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
  const dimensions = rows.values.flatMap((values, dimension) => (values ? columnOf(lens, dimension, values) : []));
  return { lens, rows, start, end, bound: boundAtoms(lens, rows), dimensions, key: narrowest(dimensions) };
}

function columnOf(lens: Lens, dimension: number, values: Int32Array): ColumnDimension {
  return {
    dimension,
    mayMiss: lens.model.regionDimensions[dimension].question !== 'who',
    atomCount: lens.taxonomy(dimension).atomCount,
    values,
    lens,
    ...spansOf(lens, dimension, values),
  };
}

type SpansOfLens = Pick<ColumnDimension, 'spans' | 'shared'>[];

/** Answers about values are kept with their lens. */
const kept = new WeakMap<Lens, SpansOfLens>();

/** The spans of a dimension's values, those given among them. */
function spansOf(lens: Lens, dimension: number, values: Int32Array): SpansOfLens[number] {
  let known = kept.get(lens);
  if (!known) {
    known = [];
    kept.set(lens, known);
  }
  known[dimension] ??= { spans: noSpans(lens.taxonomy(dimension).atomCount), shared: new Map() };
  const { spans } = known[dimension];
  grow(spans, lens.model.values[dimension].length);
  const { atomCount } = lens.taxonomy(dimension);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (spans.known[value] === 0) learn(spans, value, lens.mayCover(dimension, value), atomCount);
  }
  return known[dimension];
}

function noSpans(atomCount: number): Spans {
  const spans: Spans = {
    low: new Int32Array(1),
    high: new Int32Array(1),
    ragged: new Uint8Array(1),
    known: new Uint8Array(1),
  };
  spans.high[UNRESTRICTED] = atomCount - 1;
  spans.known[UNRESTRICTED] = 1;
  return spans;
}

function grow(spans: Spans, count: number): void {
  if (spans.known.length >= count) return;
  const room = count + (count >> 1);
  const wider = <T extends Int32Array | Uint8Array>(from: T, to: T): T => {
    to.set(from);
    return to;
  };
  spans.low = wider(spans.low, new Int32Array(room));
  spans.high = wider(spans.high, new Int32Array(room));
  spans.ragged = wider(spans.ragged, new Uint8Array(room));
  spans.known = wider(spans.known, new Uint8Array(room));
}

function learn(spans: Spans, value: ValueId, { negated, atoms }: AtomSet, atomCount: number): void {
  spans.known[value] = 1;
  if (negated) {
    spans.high[value] = atomCount - 1;
    spans.ragged[value] = atoms.length > 0 ? 1 : 0;
  } else if (atoms.length === 0) {
    spans.low[value] = atomCount;
    spans.high[value] = -1;
  } else {
    const [low, high] = [atoms[0], atoms[atoms.length - 1]];
    spans.low[value] = low;
    spans.high[value] = high;
    spans.ragged[value] = high - low + 1 !== atoms.length ? 1 : 0;
  }
}

/** Whether two values may share an atom, where their spans do not tell. */
function mayShare({ lens, dimension, shared, atomCount }: ColumnDimension, a: ValueId, b: ValueId): boolean {
  if (a === b || a <= UNRESTRICTED || b <= UNRESTRICTED) return true;
  const key = a < b ? a * 0x4000000 + b : b * 0x4000000 + a;
  let answer = shared.get(key);
  if (answer === undefined) {
    answer = intersects(lens.mayCover(dimension, a), lens.mayCover(dimension, b), atomCount);
    shared.set(key, answer);
  }
  return answer;
}

/** So many rows show well enough which dimension tells them apart. */
const SAMPLE = 2_048;

/** Two rows of a dimension overlap the less often the smaller a part of it each covers. */
function narrowest(dimensions: readonly ColumnDimension[]): ColumnDimension | undefined {
  let best: ColumnDimension | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const column of dimensions) {
    const { values, spans, atomCount } = column;
    const step = Math.max(1, Math.floor(values.length / SAMPLE));
    let sum = 0;
    for (let row = 0; row < values.length; row += step) {
      sum += spans.high[values[row]] - spans.low[values[row]] + 1;
    }
    const width = sum / atomCount;
    if (width >= least) continue;
    least = width;
    best = column;
  }
  return best;
}

/** Whether a value of one row and a value of another may share an atom of the dimension. */
export function meetIn(column: ColumnDimension, a: ValueId, b: ValueId): boolean {
  const { low, high, ragged } = column.spans;
  if (low[a] > high[b] || low[b] > high[a]) return false;
  return (ragged[a] | ragged[b]) === 0 || mayShare(column, a, b);
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

/** Every party that some row may bind. */
export function partiesIn(columns: Columns): Set<number> {
  const parties = new Set<number>();
  eachBound(columns, (_, party) => parties.add(party));
  return parties;
}

/** Visits every row with every party that it may bind. */
export function eachBound(columns: Columns, visit: (row: number, party: number) => void): void {
  const { rows, bound } = columns;
  for (let row = 0; row < rows.count; row++) {
    if (rows.parts[row] === 0 || rows.by[row] === SILENT) continue;
    const atom = bound[rows.by[row]];
    if (atom !== SEVERAL) visit(row, atom);
    else for (const party of partiesBound(columns, row)) visit(row, party);
  }
}
