import { UNRESTRICTED } from '../model/model.ts';
import { type ColumnDimension, RECORD } from './columns.ts';
import type { Run } from './groups.ts';
import { mayComeTogether } from './near-miss.ts';
import { find, type PairSearch } from './pair-search.ts';
import { Trait } from './row-traits.ts';
import { meetIn } from './value-spans.ts';

/** Finds pairs that may be near misses: those that fail to meet in exactly one dimension of *what* or *where*. */
export function findNeighbours(search: PairSearch, restraints: Run, others: Run): void {
  const { records } = restraints.groups;
  const { records: otherRecords } = others.groups;
  for (let at = restraints.from * RECORD; at < restraints.until * RECORD; at += RECORD) {
    for (let other = others.from * RECORD; other < others.until * RECORD; other += RECORD) {
      if (!mayBeNeighbours(records, at, otherRecords, other)) continue;
      const row = records[at + 7];
      const otherRow = otherRecords[other + 7];
      if (areNeighbours(search, row, otherRow)) find(search.found, row, otherRow);
    }
  }
}

/** Whether two records overlap in time, and in all key dimensions but one at most, as far as they tell. */
function mayBeNeighbours(a: Int32Array, at: number, b: Int32Array, other: number): boolean {
  if (a[at] >= b[other + 1] || b[other] >= a[at + 1]) return false;
  const inSecond = (a[at + 4] & b[other + 4]) !== 0;
  const inThird = (a[at + 5] & b[other + 5]) !== 0;
  if (inSecond && inThird) return true;
  return (inSecond || inThird) && a[at + 2] <= b[other + 3] && b[other + 2] <= a[at + 3];
}

export function areNeighbours({ a, b, shared }: PairSearch, row: number, other: number): boolean {
  let missed: ColumnDimension | undefined;
  let ruled = UNRESTRICTED;
  let dealt = UNRESTRICTED;
  for (let at = 0; at < shared.length; at++) {
    const { column, own, others } = shared[at];
    const value = own[row];
    const otherValue = others[other];
    if (value === otherValue || meetIn(column.spans, value, otherValue)) continue;
    if (missed || !column.mayMiss) return false;
    missed = column;
    ruled = value;
    dealt = otherValue;
  }
  if (!missed || (a.rows === b.rows && a.rows.clause[row] === b.rows.clause[other])) return false;
  if (a.rows.parts[row] === 0 || b.rows.parts[other] === 0) return false;
  // Exceptions may turn on terms that neither value names.
  if (((a.rows.traits[row] | b.rows.traits[other]) & Trait.excepted) !== 0) return true;
  return mayComeTogether(a.lens, missed.dimension, dealt, ruled);
}
