import { findCandidates } from './candidates.ts';
import { type Columns, eachBound, type Keys } from './columns.ts';
import { type Groups, NO_SPAN, RECORD, recordSource, type Sides, writeRecord } from './groups.ts';
import { findNeighbours } from './neighbours.ts';
import type { PairSearch } from './pair-search.ts';
import { Part } from './rows.ts';

/** Parties that are left out, 1 each; undefined: nobody is. */
export type LeftOut = Uint8Array | undefined;

/**
 * Joins what each party promises. In the first class stand wide restraints and what is given, in the second other restraints
 * and what is received: every restraint meets what is given, wide ones what is received too.
 */
export function joinEachParty(search: PairSearch, { parties, restraints, others }: Sides, leftOut: LeftOut): void {
  for (let party = 0; party < parties; party++) {
    const at = 2 * party;
    const from = restraints.offsets[at];
    const until = restraints.offsets[at + 2];
    if (from === until) continue;
    const given = others.offsets[at];
    const end = others.offsets[at + 2];
    if (given === end || leftOut?.[party] === 1) continue;
    const received = others.offsets[at + 1];
    join(search, restraints, from, until, others, given, received);
    join(search, restraints, from, restraints.offsets[at + 1], others, received, end);
  }
}

function join(
  search: PairSearch,
  restraints: Groups,
  from: number,
  until: number,
  others: Groups,
  othersFrom: number,
  othersUntil: number,
): void {
  if (from === until || othersFrom === othersUntil) return;
  if (search.near) findNeighbours(search, restraints, from, until, others, othersFrom, othersUntil);
  else findCandidates(search, restraints, from, until, others, othersFrom, othersUntil);
}

/**
 * The same for a few rows, each by itself, and many that are grouped: as restraints, and as what restraints meet. `keys` are
 * those of the many.
 */
export function joinEachRow(
  few: Columns,
  [{ restraints, others }, { others: standing }]: readonly [Sides, Sides],
  keys: Keys,
  asRestraint: PairSearch,
  asOther: PairSearch,
  leftOut: LeftOut,
): void {
  const one: Groups = { offsets: NO_SPAN, rows: new Int32Array(1), records: new Int32Array(RECORD) };
  const source = recordSource(few, keys);
  const meet = (many: Groups, first: number, last: number): void =>
    join(asRestraint, one, 0, 1, many, many.offsets[first], many.offsets[last]);
  const beMet = (many: Groups, first: number, last: number): void =>
    join(asOther, many, many.offsets[first], many.offsets[last], one, 0, 1);
  eachBound(few, (row, party) => {
    if (leftOut?.[party] === 1) return;
    one.rows[0] = row;
    writeRecord(source, row, one.records, 0);
    const part = few.rows.parts[row];
    const at = 2 * party;
    if (part & Part.wideRestraint) meet(others, at, at + 2);
    else if (part & Part.restraint) meet(others, at, at + 1);
    if (part & Part.given) beMet(restraints, at, at + 2);
    if (part & Part.received) beMet(restraints, at, at + 1);
    if (part & Part.standoff) {
      meet(standing, at, at + 1);
      beMet(standing, at, at + 1);
    }
  });
}
