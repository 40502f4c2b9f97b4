import { SILENT } from '../model/model.ts';
import { meetInAll } from './candidates.ts';
import { RECORD } from './columns.ts';
import { areNeighbours } from './neighbours.ts';
import { find, type PairSearch } from './pair-search.ts';
import { Part } from './rows.ts';

/**
 * Finds every pair among the few rows of one segment, in whatever order. What one deal promises is mostly so little that
 * sorting it out, by party or by atoms, takes longer than looking at all of it.
 */
export function findAmongFew(search: PairSearch): void {
  const { rows, records } = search.a;
  const { parts, by, clause, count } = rows;
  for (let row = 0; row < count; row++) {
    const wanted = by[row] === SILENT ? 0 : metBy(parts[row]);
    if (wanted === 0) continue;
    const start = records[row * RECORD];
    const end = records[row * RECORD + 1];
    for (let other = 0; other < count; other++) {
      if ((parts[other] & wanted) === 0 || by[other] === SILENT || clause[other] === clause[row]) continue;
      if (records[other * RECORD] >= end || records[other * RECORD + 1] <= start) continue;
      const isFound = search.near ? areNeighbours(search, row, other) : meetInAll(search.shared, row, other);
      if (isFound) find(search.found, row, other);
    }
  }
}

/** The parts of which a row meets what plays one of them. */
function metBy(part: number): number {
  if ((part & Part.restraint) === 0) return 0;
  return Part.given | (part & Part.wideRestraint ? Part.received : 0) | (part & Part.standoff);
}
