import { UNRESTRICTED } from '../model/model.ts';
import { type ColumnDimension, type Columns, eachBound } from './columns.ts';
import { type Groups, NO_SPAN, RECORD, type Sides } from './groups.ts';
import { Part } from './rows.ts';

/** A part of the rows of a grouping. */
export interface Run {
  readonly groups: Groups;
  readonly from: number;
  readonly until: number;
}

/** Finds pairs among some restraints and some of what they may meet. */
export type Join = (restraints: Run, others: Run) => void;

/**
 * Joins what each party promises. In the first class stand wide restraints and what is given, in the second other restraints
 * and what is received: every restraint meets what is given, wide ones what is received too.
 */
export function joinEachParty(
  { parties, restraints, others }: Sides,
  join: Join,
  isLeftOut: (party: number) => boolean,
): void {
  for (let at = 0; at < 2 * parties; at += 2) {
    const [from, narrow, until] = [restraints.offsets[at], restraints.offsets[at + 1], restraints.offsets[at + 2]];
    if (from === until) continue;
    const [given, received, end] = [others.offsets[at], others.offsets[at + 1], others.offsets[at + 2]];
    if (given === end || isLeftOut(at / 2)) continue;
    join({ groups: restraints, from, until }, { groups: others, from: given, until: received });
    join({ groups: restraints, from, until: narrow }, { groups: others, from: received, until: end });
  }
}

/** How the rows of `few` are joined with those of `many`: as restraints, and as what restraints meet. */
export interface Joins {
  readonly asRestraint: Join;
  readonly asOther: Join;
}

/** The same for a few rows, each by itself, and many that are grouped. `key` is what the many are grouped by. */
export function joinEachRow(
  few: Columns,
  [{ restraints, others }, { others: standing }]: readonly [Sides, Sides],
  key: ColumnDimension | undefined,
  joins: Joins,
  isLeftOut: (party: number) => boolean,
): void {
  const groups: Groups = { offsets: NO_SPAN, rows: new Int32Array(1), records: new Int32Array(RECORD) };
  const row: Run = { groups, from: 0, until: 1 };
  const keys = key && few.rows.values[key.dimension];
  const run = (many: Groups, from: number, until: number): Run => ({
    groups: many,
    from: many.offsets[from],
    until: many.offsets[until],
  });
  eachBound(few, (index, party) => {
    if (isLeftOut(party)) return;
    groups.rows[0] = index;
    const value = keys?.[index] ?? UNRESTRICTED;
    groups.records[0] = few.start[index];
    groups.records[1] = few.end[index];
    groups.records[2] = key?.spans.low[value] ?? 0;
    groups.records[3] = key?.spans.high[value] ?? 0;
    const part = few.rows.parts[index];
    const at = 2 * party;
    if (part & Part.wideRestraint) joins.asRestraint(row, run(others, at, at + 2));
    else if (part & Part.restraint) joins.asRestraint(row, run(others, at, at + 1));
    if (part & Part.given) joins.asOther(run(restraints, at, at + 2), row);
    if (part & Part.received) joins.asOther(run(restraints, at, at + 1), row);
    if (part & Part.standoff) {
      joins.asRestraint(row, run(standing, at, at + 1));
      joins.asOther(run(standing, at, at + 1), row);
    }
  });
}
