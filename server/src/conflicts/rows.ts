import { type Clause, type Model, SILENT, UNRESTRICTED, type ValueId } from '../model/model.ts';
import { dimensionIndex, received, type Undertaking, valuesOf } from '../model/undertakings.ts';
import { holderOf, traitsOf } from './row-traits.ts';

/**
 * Undertakings side by side as columns of integers, so that the search for pairs touches nothing else. A row is an
 * undertaking; a permission or duty has a second row for the party that receives it.
 */
export interface Rows {
  readonly model: Model;
  readonly count: number;
  readonly undertakings: readonly Undertaking[];
  /** The row's undertaking. From row `undertakings.length` on, as it is received. */
  readonly of: Int32Array;
  /** The row's clause among `clauses`: what one clause promises never meets itself. */
  readonly clause: Int32Array;
  readonly clauses: readonly Clause[];
  /** What the row may take part in: bits of {@link Part}; 0 for a row that is no longer there. */
  readonly parts: Uint8Array;
  /** The bits of all rows together, as they were at first. */
  readonly allParts: number;
  /** The party bound: a value of `with`, or `SILENT`. */
  readonly by: Int32Array;
  /** By region dimension, then row; 0 where the row is not restricted. Undefined where no row is. */
  readonly values: readonly (Int32Array | undefined)[];
  /** The one holder, a value of `with`, outside of whom alone the row bites; `UNRESTRICTED` where it is not as simple as that. */
  readonly holder: Int32Array;
  /** Bits of {@link Trait} that are the same under every lens. */
  readonly traits: Uint8Array;
  /** By region dimension: 1 where a restraint is restricted. */
  readonly ruled: Uint8Array;
  /** What is received as an undertaking of its own, by row: made when it is first asked for. */
  readonly received: Map<number, Undertaking>;
}

/** The parts that an undertaking can play in a pair. */
export enum Part {
  restraint = 1,
  /** A restraint that also meets what its party may do or receives: `forbids`, or an `excludes` that permits nothing. */
  wideRestraint = 2,
  /** A permission or duty, from the side of who gives it. */
  given = 4,
  received = 8,
  /** An `excludes` that permits nothing: two of them may leave nobody. */
  standoff = 16,
  /** What is given is owed. */
  duty = 32,
  /** A restraint that is about what is offered to others: `preempts` or `equalizes`. */
  offer = 64,
}

function partsOf({ effect, permitsNothing }: Undertaking): number {
  switch (effect) {
    case 'permits':
      return Part.given;
    case 'obliges':
      return Part.given | Part.duty;
    case 'receives':
    case 'is owed':
      return Part.received;
    case 'forbids':
      return Part.restraint | Part.wideRestraint;
    case 'excludes':
      return permitsNothing ? Part.restraint | Part.wideRestraint | Part.standoff : Part.restraint;
    case 'preempts':
    case 'equalizes':
      return Part.restraint | Part.offer;
    case 'waives':
    case 'records':
      return 0;
  }
}

/** `undertakings` of one clause stand together. */
export function rowsOf(model: Model, undertakings: readonly Undertaking[]): Rows {
  const { length } = undertakings;
  let count = length;
  for (let at = 0; at < length; at++) if (isReceived(undertakings[at])) count++;
  const of = new Int32Array(count);
  const clause = new Int32Array(count);
  const parts = new Uint8Array(count);
  const by = new Int32Array(count);
  const holder = new Int32Array(count);
  const traits = new Uint8Array(count);
  const values: ValueColumns = model.regionDimensions.map(() => undefined);
  const ruled = new Uint8Array(values.length);
  const parties = dimensionIndex(model, 'with');
  let second = length;
  const room: ValueId[] = [];
  const clauses: Clause[] = [];
  let allParts = 0;
  for (let row = 0; row < length; row++) {
    const one = undertakings[row];
    if (row === 0 || undertakings[row - 1].clause !== one.clause) clauses.push(one.clause);
    of[row] = row;
    clause[row] = clauses.length - 1;
    parts[row] = partsOf(one);
    allParts |= parts[row];
    by[row] = one.by;
    traits[row] = traitsOf(one);
    holder[row] = holderOf(one, parties);
    const own = valuesOf(one, room);
    fill(values, own, row, count);
    if (parts[row] & Part.restraint) noteRuled(ruled, own);
    if (!isReceived(one)) continue;
    of[second] = row;
    traits[second] = traits[row];
    clause[second] = clauses.length - 1;
    parts[second] = Part.received;
    allParts |= Part.received;
    by[second] = one.to;
    fill(values, own, second, count);
    restrict(values, parties, metByReceiver(one, own[parties], parties), second, count);
    second++;
  }
  return {
    model,
    count,
    undertakings,
    of,
    clause,
    clauses,
    parts,
    allParts,
    by,
    values,
    holder,
    traits,
    ruled,
    received: new Map(),
  };
}

const isReceived = ({ effect, to }: Undertaking): boolean =>
  (effect === 'permits' || effect === 'obliges') && to !== SILENT;

/** Whom the receiver deals with. */
const metByReceiver = (given: Undertaking, dealtWith: ValueId, parties: number): ValueId =>
  given.clause.values[parties] === SILENT || dealtWith === given.to ? given.by : dealtWith;

type ValueColumns = (Int32Array | undefined)[];

function fill(columns: ValueColumns, values: readonly ValueId[], row: number, count: number): void {
  for (let dimension = 0; dimension < values.length; dimension++) {
    restrict(columns, dimension, values[dimension], row, count);
  }
}

function noteRuled(ruled: Uint8Array, values: readonly ValueId[]): void {
  for (let dimension = 0; dimension < values.length; dimension++) {
    if (values[dimension] > UNRESTRICTED) ruled[dimension] = 1;
  }
}

function restrict(columns: ValueColumns, dimension: number, value: ValueId, row: number, count: number): void {
  if (value <= UNRESTRICTED) return;
  let column = columns[dimension];
  if (column === undefined) {
    column = new Int32Array(count);
    columns[dimension] = column;
  }
  column[row] = value;
}

/** The clause that promises what a row stands for. */
export const clauseAt = ({ clauses, clause }: Rows, row: number): Clause => clauses[clause[row]];

/** What a row stands for, as an undertaking: the same object each time. */
export function undertakingAt(rows: Rows, row: number): Undertaking {
  const own = rows.undertakings[rows.of[row]];
  if (row < rows.undertakings.length) return own;
  let known = rows.received.get(row);
  if (!known) {
    known = received(rows.model, own)!;
    rows.received.set(row, known);
  }
  return known;
}
