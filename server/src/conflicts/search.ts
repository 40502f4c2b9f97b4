import type { Deal, Model } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { type Columns, columnsOf, eachBound, partiesBound, partiesIn } from './columns.ts';
import { findAmongFew } from './few-rows.ts';
import { partyCountOf, type Sides, sidesOf } from './groups.ts';
import { joinEachParty, joinEachRow, type LeftOut } from './joins.ts';
import type { Lens } from './lens.ts';
import { addMeeting, inTurn, type Meetings, noMeetings } from './meetings.ts';
import { openPairSearch, type PairSearch } from './pair-search.ts';
import { quickVerdict } from './quick.ts';
import { roleOf } from './role.ts';
import { clauseAt, Part, type Rows, rowsOf } from './rows.ts';

/** Some undertakings, laid out for the search of pairs. */
export interface Segment {
  readonly rows: Rows;
  /** One a lens. */
  readonly columns: readonly Columns[];
  /** Kept for segments that are searched again and again. */
  readonly sides: (readonly [Sides, Sides] | undefined)[];
}

export const segmentOf = (model: Model, lenses: readonly Lens[], undertakings: readonly Undertaking[]): Segment => {
  const rows = rowsOf(model, undertakings);
  return { rows, columns: lenses.map((lens) => columnsOf(rows, lens)), sides: [] };
};

/** The same undertakings as other lenses see them. */
export const relaid = (lenses: readonly Lens[], { rows }: Segment): Segment => ({
  rows,
  columns: lenses.map((lens) => columnsOf(rows, lens)),
  sides: [],
});

/** What a search looks for. */
export interface Searcher {
  readonly withNearMisses: boolean;
  /** Whether a party, an atom of parties, has too many pairs for near misses to be looked for; by lens. */
  readonly isLeftOut: (lens: number, party: number) => boolean;
  /** Deals that are not to be met. */
  readonly isAbsent?: (deal: Deal) => boolean;
}

/** Up to so many rows, sorting them out costs more than it saves. */
const FEW = 64;

/** Meets every pair within a segment that may not be clear. */
export function searchWithin(searcher: Searcher, segment: Segment): Meetings {
  const meetings = noMeetings(segment.rows);
  const isFew = segment.rows.count <= FEW;
  const meet = (index: number, search: PairSearch, leftOut?: LeftOut): void =>
    meetAll(meetings, searcher, index, segment, segment, search, leftOut);
  for (const [index, columns] of segment.columns.entries()) {
    const close = openPairSearch(columns, columns, false, 0);
    if (isFew) findAmongFew(close);
    else for (const sides of sidesOf(columns, { lent: true, sieved: true })) joinEachParty(close, sides, undefined);
    meet(index, close);
    if (!searcher.withNearMisses) continue;
    const near = openPairSearch(columns, columns, true, 0);
    const leftOut = leftOutOf(searcher, columns, index);
    if (isFew) findAmongFew(near);
    else for (const sides of sidesOf(columns, { lent: true })) joinEachParty(near, sides, leftOut);
    meet(index, near, isFew ? leftOut : undefined);
  }
  return meetings;
}

/** Meets every pair of something in `few` and something in `many` that may not be clear. */
export function searchBetween(searcher: Searcher, few: Segment, many: Segment): Meetings {
  const meetings = noMeetings(few.rows);
  for (const [index, columns] of many.columns.entries()) {
    const own = few.columns[index];
    const sides = keptSides(many, index);
    for (const near of searcher.withNearMisses ? [false, true] : [false]) {
      const asRestraint = openPairSearch(own, columns, near, 0);
      const asOther = openPairSearch(columns, own, near, 1);
      const leftOut = near ? leftOutOf(searcher, own, index) : undefined;
      joinEachRow(own, sides, asRestraint, asOther, leftOut);
      meetAll(meetings, searcher, index, few, many, asRestraint);
      meetAll(meetings, searcher, index, many, few, asOther);
    }
  }
  return meetings;
}

/** Which of the parties that rows bind are left out; undefined: nobody is. */
function leftOutOf({ isLeftOut }: Searcher, columns: Columns, index: number): LeftOut {
  const count = partyCountOf(columns);
  let leftOut: Uint8Array | undefined;
  const look = (party: number): void => {
    if (!isLeftOut(index, party)) return;
    leftOut ??= new Uint8Array(count);
    leftOut[party] = 1;
  };
  if (columns.rows.count < count) for (const party of partiesIn(columns)) look(party);
  else for (let party = 0; party < count; party++) look(party);
  return leftOut;
}

function keptSides(segment: Segment, index: number): readonly [Sides, Sides] {
  segment.sides[index] ??= sidesOf(segment.columns[index]);
  return segment.sides[index];
}

/** Meets what a search has found, but for pairs without a common party that is not left out. */
function meetAll(
  meetings: Meetings,
  searcher: Searcher,
  index: number,
  a: Segment,
  b: Segment,
  { found: { pairs, count } }: PairSearch,
  leftOut?: LeftOut,
): void {
  for (let at = 0; at < count; at += 2) {
    const row = pairs[at];
    const other = pairs[at + 1];
    if (leftOut && !shareParty(a.columns[index], row, b.columns[index], other, leftOut)) continue;
    if (searcher.isAbsent?.(clauseAt(a.rows, row).deal) || searcher.isAbsent?.(clauseAt(b.rows, other).deal)) continue;
    meet(meetings, index, a, row, b, other);
  }
}

function shareParty(a: Columns, row: number, b: Columns, other: number, leftOut: Uint8Array): boolean {
  const parties = new Set(partiesBound(a, row));
  return partiesBound(b, other).some((party) => parties.has(party) && leftOut[party] === 0);
}

function meet(meetings: Meetings, index: number, a: Segment, row: number, b: Segment, other: number): void {
  const role = roleOf(a.rows.parts[row], b.rows.parts[other]);
  if (!role) return;
  if (role === 'standoff' && !isFirst(a.rows, row, b.rows, other)) return;
  // What is clear whatever terms may share needs no second look.
  const quick = quickVerdict(role, a.columns[index], row, b.columns[index], other);
  if (quick === 'clear') return;
  addMeeting(meetings, index, quick, role, a.columns, row, b.columns, other);
}

/** Two that leave nobody meet each other twice: the first in the texts restrains. */
function isFirst(a: Rows, row: number, b: Rows, other: number): boolean {
  const clause = clauseAt(a, row);
  return inTurn(clause, clauseAt(b, other))[0] === clause;
}

/** The rows of a segment that stand for what deals promise. */
export function rowsOfDeals({ rows }: Segment, deals: readonly Deal[]): number[] {
  const { of, count } = rows;
  const found: number[] = [];
  for (const deal of deals) {
    const range = rangesOf(rows).get(deal);
    if (!range) continue;
    for (let row = range.from; row < range.until; row++) found.push(row);
    for (let row = firstReceived(rows, range.from); row < count && of[row] < range.until; row++) found.push(row);
  }
  return found;
}

/** Takes deals out of a segment, whose rows these are: they are met no more. */
export function takeOut({ rows }: Segment, deals: readonly Deal[], taken: readonly number[]): void {
  if (taken.length === 0) return;
  for (const row of taken) rows.parts[row] = 0;
  for (const deal of deals) rangesOf(rows).delete(deal);
}

/** The first of the rows of what is received that stands for this undertaking or a later one. */
function firstReceived({ undertakings, of, count }: Rows, undertaking: number): number {
  let low = undertakings.length;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (of[middle] < undertaking) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Range {
  readonly from: number;
  until: number;
}

const ranges = new WeakMap<Rows, Map<Deal, Range>>();

/** Where the undertakings of each deal stand: they stand together. */
function rangesOf(rows: Rows): Map<Deal, Range> {
  let known = ranges.get(rows);
  if (!known) {
    known = new Map();
    for (const [at, { clause }] of rows.undertakings.entries()) {
      const range = known.get(clause.deal);
      if (range) range.until = at + 1;
      else known.set(clause.deal, { from: at, until: at + 1 });
    }
    ranges.set(rows, known);
  }
  return known;
}

/** Whether nothing of a segment is left. */
export const isEmptied = ({ rows }: Segment): boolean => rangesOf(rows).size === 0;

/** How often each party plays each part: by lens, then party. What each party's number of pairs follows from. */
export interface Tally {
  readonly restraints: Int32Array;
  readonly wide: Int32Array;
  readonly given: Int32Array;
  readonly received: Int32Array;
  readonly standing: Int32Array;
}

export function emptyTally({ taxonomy, parties }: Lens): Tally {
  const count = (): Int32Array => new Int32Array(taxonomy(parties).atomCount);
  return { restraints: count(), wide: count(), given: count(), received: count(), standing: count() };
}

/** A segment, or only some of its rows. */
export interface SomeRows {
  readonly segment: Segment;
  readonly only?: readonly number[];
}

/** Adds rows to the tallies, or takes them away. */
export function addToTally(tallies: readonly Tally[], { segment, only }: SomeRows, by: 1 | -1): void {
  for (const [index, columns] of segment.columns.entries()) {
    const { rows } = columns;
    const tally = tallies[index];
    const count = (row: number, party: number): void => {
      const part = rows.parts[row];
      if (part & Part.restraint) tally.restraints[party] += by;
      if (part & Part.wideRestraint) tally.wide[party] += by;
      if (part & Part.given) tally.given[party] += by;
      if (part & Part.received) tally.received[party] += by;
      if (part & Part.standoff) tally.standing[party] += by;
    };
    eachBound(columns, count, only);
  }
}

const MOST_NEIGHBOURS = 100_000;

/**
 * Whether so many pairs of restraints and other promises of one party are too many to look for near misses among: their
 * number grows with the square of what a party promises.
 */
export const tooManyFor = (own: Tally, other: Tally, party: number): boolean =>
  own.restraints[party] * other.given[party] +
    own.wide[party] * other.received[party] +
    own.standing[party] * other.standing[party] >
  MOST_NEIGHBOURS;

/** The parties of some rows whose near misses are left out, as a text that is the same for the same. */
export function leftOutAmong(some: readonly SomeRows[], isLeftOut: Searcher['isLeftOut']): string {
  const parties = new Set<string>();
  for (const { segment, only } of some) {
    for (const [index, one] of segment.columns.entries()) {
      for (const party of partiesIn(one, only)) if (isLeftOut(index, party)) parties.add(`${index} ${party}`);
    }
  }
  return [...parties].sort().join();
}

/** Whether near misses of any party are left out. */
export const isAnyLeftOut = ({ isLeftOut }: Pick<Searcher, 'isLeftOut'>, lenses: readonly Lens[]): boolean =>
  lenses.some(({ taxonomy, parties }, index) => {
    for (let party = 0; party < taxonomy(parties).atomCount; party++) if (isLeftOut(index, party)) return true;
    return false;
  });
