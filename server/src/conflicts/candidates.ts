import { RECORD } from './columns.ts';
import { borrow, copyRecord, type Groups, type Run } from './groups.ts';
import { find, type PairSearch, type SharedDimension } from './pair-search.ts';
import { meetIn } from './value-spans.ts';

/** Up to so many pairs, or with so few rows on one side, looking at all pairs is quicker than sorting. */
const FEW_PAIRS = 4_000;
const FEW_ROWS = 24;

/**
 * Finds every pair of one of some restraints and one of some others that may meet: time and every dimension may overlap. A
 * superset of the pairs that are not clear, near misses apart. A pair bound by several parties in common may come more than
 * once.
 *
 * The work grows with the pairs of one party that overlap in one dimension, never with all pairs.
 */
export function findCandidates(search: PairSearch, restraints: Run, others: Run): void {
  const { found, atomCount } = search;
  const left = restraints.until - restraints.from;
  const right = others.until - others.from;
  const before = found.count;
  if (left * right <= FEW_PAIRS || Math.min(left, right) <= FEW_ROWS || atomCount === 0) {
    joinAll(search, restraints, others);
  } else {
    const byRestraint = sortByLow(atomCount, restraints, 6);
    const byOther = sortByLow(atomCount, others, 8);
    startingWithin(search, byRestraint, byOther, 0, false);
    startingWithin(search, byOther, byRestraint, 1, true);
  }
  if (found.count > before) keepMeeting(search, before);
}

function joinAll({ a, b, found }: PairSearch, restraints: Run, others: Run): void {
  const { records } = restraints.groups;
  const { records: otherRecords } = others.groups;
  for (let at = restraints.from * RECORD; at < restraints.until * RECORD; at += RECORD) {
    const start = records[at];
    const end = records[at + 1];
    const beforeLow = records[at + 2] - 1;
    const high = records[at + 3];
    const second = records[at + 4];
    const third = records[at + 5];
    const clause = a.rows === b.rows ? records[at + 6] : NO_CLAUSE;
    for (let other = others.from * RECORD; other < others.until * RECORD; other += RECORD) {
      const beside = overlapBeside(start, end, second, third, otherRecords, other);
      const overlap = beside & (beforeLow - otherRecords[other + 3]) & (otherRecords[other + 2] - 1 - high);
      if (overlap < 0 && otherRecords[other + 6] !== clause) find(found, records[at + 7], otherRecords[other + 7]);
    }
  }
}

/**
 * Negative where what is told of a row may overlap with a record, the first key apart. Nearly none does, and which is hard to
 * foresee for a processor: so there are no branches.
 */
function overlapBeside(
  start: number,
  end: number,
  second: number,
  third: number,
  records: Int32Array,
  at: number,
): number {
  const inSecond = second & records[at + 4];
  const inThird = third & records[at + 5];
  // Of a number and the number less than 0 by as much, one is negative unless they are 0.
  return (start - records[at + 1]) & (records[at] - end) & (inSecond | (0 - inSecond)) & (inThird | (0 - inThird));
}

const NO_CLAUSE = -1;

/** Of what was found last, keeps what is not gone and not kept apart by a dimension. */
function keepMeeting({ a: { rows: a }, b: { rows: b }, untold, found }: PairSearch, from: number): void {
  const { pairs, count } = found;
  let kept = from;
  for (let at = from; at < count; at += 2) {
    const row = pairs[at];
    const other = pairs[at + 1];
    if (a.parts[row] === 0 || b.parts[other] === 0 || !meetInAll(untold, row, other)) continue;
    pairs[kept++] = row;
    pairs[kept++] = other;
  }
  found.count = kept;
}

/** Whether no dimension keeps two rows apart. */
export function meetInAll(shared: readonly SharedDimension[], row: number, other: number): boolean {
  for (let at = 0; at < shared.length; at++) {
    const { column, own, others } = shared[at];
    if (own[row] !== others[other] && !meetIn(column.spans, own[row], others[other])) return false;
  }
  return true;
}

/** Records by their least atom: those that start at atom `a` are `offsets[a]` up to `offsets[a + 1]`. */
interface Sorted extends Groups {
  readonly count: number;
}

/**
 * Two runs of atoms overlap where one starts within the other: finds, for each record of the first, those of the second that
 * start within its run (`after` 1: after its first atom).
 */
function startingWithin({ a, b, found }: PairSearch, one: Sorted, two: Sorted, after: 0 | 1, swapped: boolean): void {
  const { records } = one;
  const { records: others, offsets } = two;
  for (let at = 0; at < one.count * RECORD; at += RECORD) {
    const start = records[at];
    const end = records[at + 1];
    const second = records[at + 4];
    const third = records[at + 5];
    const clause = a.rows === b.rows ? records[at + 6] : NO_CLAUSE;
    const last = offsets[records[at + 3] + 1] * RECORD;
    for (let other = offsets[records[at + 2] + after] * RECORD; other < last; other += RECORD) {
      // Of many rows that share the first key, most differ in the second: that alone can be foreseen.
      if ((second & others[other + 4]) === 0) continue;
      if (overlapBeside(start, end, second, third, others, other) >= 0 || others[other + 6] === clause) continue;
      if (swapped) find(found, others[other + 7], records[at + 7]);
      else find(found, records[at + 7], others[other + 7]);
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
  const sorted = borrow(slot + 1, count * RECORD);
  for (let index = from; index < until; index++) {
    const at = index * RECORD;
    copyRecord(records, at, sorted, offsets[records[at + 2]]++ * RECORD);
  }
  for (let atom = atomCount + 1; atom > 0; atom--) offsets[atom] = offsets[atom - 1];
  offsets[0] = 0;
  return { offsets, records: sorted, count };
}
