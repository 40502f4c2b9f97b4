import { findCandidates } from './candidates.ts';
import { type Columns, eachBound } from './columns.ts';
import type { Groups, Run, Sides } from './groups.ts';
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
    const wide = restraints.offsets[at + 1];
    join(search, { groups: restraints, from, until }, { groups: others, from: given, until: received });
    join(search, { groups: restraints, from, until: wide }, { groups: others, from: received, until: end });
  }
}

function join(search: PairSearch, restraints: Run, others: Run): void {
  if (restraints.from === restraints.until || others.from === others.until) return;
  if (search.near) findNeighbours(search, restraints, others);
  else findCandidates(search, restraints, others);
}

/**
 * The same for a few rows, each by itself, and many that are grouped: as restraints, and as what restraints meet.
 */
export function joinEachRow(
  few: Columns,
  [{ restraints, others }, { others: standing }]: readonly [Sides, Sides],
  asRestraint: PairSearch,
  asOther: PairSearch,
  leftOut: LeftOut,
): void {
  const own: Groups = { offsets: NO_OFFSETS, records: few.records };
  const run = (many: Groups, from: number, until: number): Run => ({
    groups: many,
    from: many.offsets[from],
    until: many.offsets[until],
  });
  eachBound(few, (row, party) => {
    if (leftOut?.[party] === 1) return;
    const one: Run = { groups: own, from: row, until: row + 1 };
    const part = few.rows.parts[row];
    const at = 2 * party;
    if (part & Part.wideRestraint) join(asRestraint, one, run(others, at, at + 2));
    else if (part & Part.restraint) join(asRestraint, one, run(others, at, at + 1));
    if (part & Part.given) join(asOther, run(restraints, at, at + 2), one);
    if (part & Part.received) join(asOther, run(restraints, at, at + 1), one);
    if (part & Part.standoff) {
      join(asRestraint, one, run(standing, at, at + 1));
      join(asOther, run(standing, at, at + 1), one);
    }
  });
}

/** Of records that stand as their rows do. */
const NO_OFFSETS = new Int32Array(0);
