import { SILENT, UNRESTRICTED } from '../model/model.ts';
import type { Outside } from '../model/undertakings.ts';
import { highestOf, lowestOf } from '../terms/time.ts';
import type { Lens } from './lens.ts';
import { freeVariables, isFree, Trait } from './row-traits.ts';
import { Part, type Rows } from './rows.ts';
import { isSettled, learn, meetIn, spansOf, type ValueSpans } from './value-spans.ts';

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
  /** By row: the one party bound, an atom; `SEVERAL` or `NOBODY`. */
  readonly party: Int32Array;
  /** Two integers a row: the parts that it touches of the first key dimension, and of the second. */
  readonly touched: Int32Array;
  /** The dimensions that may keep a restraint of these rows from anything: those that tell most apart first. */
  readonly dimensions: readonly ColumnDimension[];
}

/**
 * A row in a few integers: first day that it may be in force, first day that it no longer is in any world, least and
 * greatest atom of the lens's first key dimension, parts that it touches of the second and third, the row's clause and the row.
 */
export const RECORD = 8;

/** The parties bound are not one: ask the lens. */
export const SEVERAL = -1;
/** It is not said who is bound. */
export const NOBODY = -2;

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
  learnAll(lens, lens.parties, rows.by);
  for (const [dimension, values] of rows.values.entries()) if (values) learnAll(lens, dimension, values);
  const dimensions = rows.values.flatMap((values, dimension) =>
    values ? dimensionOf(rows, lens, dimension, values) : [],
  );
  const order = orderOf(lens, rows, dimensions);
  const keys = order.slice(0, KEYS).map((dimension) => spansOf(lens, dimension));
  const records = new Int32Array(rows.count * RECORD);
  const leastEnd = new Int32Array(rows.count);
  const traits = rows.traits.slice();
  writeTimes(records, leastEnd, traits, rows, lens);
  copyTimes(records, leastEnd, traits, rows);
  keepPlain(traits, rows, lens);
  for (let key = 0; key < KEYS; key++) writeKey(records, rows, key, keys[key]);
  return {
    lens,
    rows,
    records,
    leastEnd,
    traits,
    touched: touchedBy(rows, keys),
    party: partyOf(rows, spansOf(lens, lens.parties)),
    dimensions: dimensions.sort((a, b) => order.indexOf(a.dimension) - order.indexOf(b.dimension)),
  };
}

/** Learns the values of rows: where there are more rows than values, all values there are. */
function learnAll(lens: Lens, dimension: number, ofRows: Int32Array): void {
  const spans = spansOf(lens, dimension);
  const { length } = lens.model.values[dimension];
  if (length < ofRows.length) for (let value = UNRESTRICTED + 1; value < length; value++) learn(spans, value);
  else for (const value of ofRows) if (value > UNRESTRICTED) learn(spans, value);
}

function dimensionOf(rows: Rows, lens: Lens, dimension: number, values: Int32Array): ColumnDimension | [] {
  const spans = spansOf(lens, dimension);
  if (rows.ruled[dimension] === 0 && !spans.isAnyEmpty) return [];
  return { dimension, mayMiss: lens.model.regionDimensions[dimension].question !== 'who', values, spans };
}

const KEYS = 3;

/**
 * The dimensions of a lens, those that tell most pairs apart first. What its first rows show holds for all, so that the records
 * of any rows can be compared.
 */
const orderOfLens = new WeakMap<Lens, readonly number[]>();

function orderOf(lens: Lens, rows: Rows, dimensions: readonly ColumnDimension[]): readonly number[] {
  let order = orderOfLens.get(lens);
  if (!order) {
    const meeting = new Map(dimensions.map((column) => [column.dimension, partThatMeets(rows, column)]));
    order = [...meeting.keys()].sort((a, b) => meeting.get(a)! - meeting.get(b)!);
    if (rows.count > 0) orderOfLens.set(lens, order);
  }
  return order;
}

/** So many rows show well enough which dimensions tell them apart. */
const SAMPLE = 256;

/** Of some restraints and other rows, the part of their pairs that a dimension does not keep apart. */
function partThatMeets({ parts, count }: Rows, { values, spans }: ColumnDimension): number {
  const step = Math.max(1, Math.floor(count / SAMPLE));
  const sample = Array.from({ length: Math.floor(count / step) }, (_, at) => at * step);
  const restraints = sample.filter((row) => parts[row] & Part.restraint);
  const others = sample.filter((row) => (parts[row] & Part.restraint) === 0);
  let meeting = 0;
  for (const row of restraints) {
    for (const other of others) if (meetIn(spans, values[row], values[other])) meeting++;
  }
  return meeting / Math.max(1, restraints.length * others.length);
}

/** The key dimensions of a lens, those that tell most pairs apart first; none while nothing is restricted. */
export const keysOf = (lens: Lens): ValueSpans[] =>
  (orderOfLens.get(lens) ?? []).slice(0, KEYS).map((dimension) => spansOf(lens, dimension));

/** Whose row it is, and when it is in force. */
function writeTimes(
  records: Int32Array,
  leastEnd: Int32Array,
  traits: Uint8Array,
  rows: Rows,
  { timeline }: Lens,
): void {
  const free = freeVariables(timeline);
  const { undertakings, clause } = rows;
  for (let row = 0; row < undertakings.length; row++) {
    const at = row * RECORD;
    const { start, end } = undertakings[row];
    // Most are days: of these nothing needs to be worked out.
    const isDay = end.kind === 'day';
    records[at] = start.kind === 'day' ? start.day : lowestOf(start, timeline);
    records[at + 1] = isDay ? end.day : highestOf(end, timeline);
    leastEnd[row] = isDay ? end.day : lowestOf(end, timeline);
    if (isDay || isFree(end, free)) traits[row] |= Trait.freeEnd;
    records[at + 6] = clause[row];
    records[at + 7] = row;
  }
}

/** What is received is in force when it is given. */
function copyTimes(records: Int32Array, leastEnd: Int32Array, traits: Uint8Array, rows: Rows): void {
  const { undertakings, of, clause, count } = rows;
  for (let row = undertakings.length; row < count; row++) {
    const at = row * RECORD;
    records[at] = records[of[row] * RECORD];
    records[at + 1] = records[of[row] * RECORD + 1];
    leastEnd[row] = leastEnd[of[row]];
    traits[row] = traits[of[row]];
    records[at + 6] = clause[row];
    records[at + 7] = row;
  }
}

/** Rows that may cover one thing in one world and another in the next are not plain. */
function keepPlain(traits: Uint8Array, rows: Rows, lens: Lens): void {
  const { by, values, holder, undertakings } = rows;
  const parties = spansOf(lens, lens.parties);
  keepSettled(traits, by, parties);
  for (const [dimension, ofRows] of values.entries()) if (ofRows) keepSettled(traits, ofRows, spansOf(lens, dimension));
  for (let row = 0; row < undertakings.length; row++) {
    if ((traits[row] & Trait.outside) === 0) continue;
    if (holder[row] > UNRESTRICTED ? !isSettled(parties, holder[row]) : !areSettled(lens, undertakings[row].outside)) {
      traits[row] &= ~Trait.plain;
    }
  }
}

function keepSettled(traits: Uint8Array, values: Int32Array, { settled, isAnyOpen }: ValueSpans): void {
  if (!isAnyOpen) return;
  for (let row = 0; row < values.length; row++) {
    if (values[row] !== SILENT && settled[values[row]] === 0) traits[row] &= ~Trait.plain;
  }
}

const areSettled = (lens: Lens, outside: readonly Outside[]): boolean =>
  outside.every(({ dimension, value }) => isSettled(spansOf(lens, dimension), value));

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

/** See {@link Columns.touched}. */
function touchedBy(rows: Rows, keys: readonly ValueSpans[]): Int32Array {
  const touched = new Int32Array(2 * rows.count).fill(EVERY_PART);
  for (const [index, key] of keys.slice(0, 2).entries()) {
    const values = rows.values[key.dimension];
    if (values) for (let row = 0; row < rows.count; row++) touched[2 * row + index] = key.touched[values[row]];
  }
  return touched;
}

const EVERY_PART = -1;

/** Where there is no key dimension, every row meets every other. */
const NO_KEY = { low: Int32Array.of(0), high: Int32Array.of(0), touched: Int32Array.of(EVERY_PART) };

/** By row: see {@link Columns.party}. */
function partyOf({ by }: Rows, { low, high }: ValueSpans): Int32Array {
  return by.map((value) => {
    if (value === SILENT) return NOBODY;
    return low[value] === high[value] ? low[value] : SEVERAL;
  });
}

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
  const { rows, party } = columns;
  const count = only === undefined ? rows.count : only.length;
  for (let at = 0; at < count; at++) {
    const row = only === undefined ? at : only[at];
    if (rows.parts[row] === 0 || party[row] === NOBODY) continue;
    if (party[row] !== SEVERAL) visit(row, party[row]);
    else for (const one of partiesBound(columns, row)) visit(row, one);
  }
}
