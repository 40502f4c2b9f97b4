import { UNRESTRICTED } from '../model/model.ts';
import type { ColumnDimension } from './columns.ts';
import { RECORD, type Run } from './groups.ts';
import { mayComeTogether } from './near-miss.ts';
import { find, type PairSearch } from './pair-search.ts';
import type { Rows } from './rows.ts';
import { meetIn } from './value-spans.ts';

/** Finds pairs that may be near misses: those that fail to meet in exactly one dimension of *what* or *where*. */
export function findNeighbours(search: PairSearch, restraints: Run, others: Run): void {
  const { rows, records } = restraints.groups;
  const { rows: otherRows, records: otherRecords } = others.groups;
  for (let i = restraints.from; i < restraints.until; i++) {
    for (let j = others.from; j < others.until; j++) {
      if (!mayBeNeighbours(records, i * RECORD, otherRecords, j * RECORD)) continue;
      if (areNeighbours(search, rows[i], otherRows[j])) find(search.found, rows[i], otherRows[j]);
    }
  }
}

/** Whether two records overlap in time and in at least one of the key dimensions, as far as they tell. */
const mayBeNeighbours = (a: Int32Array, at: number, b: Int32Array, other: number): boolean =>
  a[at] < b[other + 1] &&
  b[other] < a[at + 1] &&
  ((a[at + 2] <= b[other + 3] && b[other + 2] <= a[at + 3]) || (a[at + 4] & b[other + 4]) !== 0);

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
  if (hasExceptions(a.rows, row) || hasExceptions(b.rows, other)) return true;
  return mayComeTogether(a.lens, missed.dimension, dealt, ruled);
}

const hasExceptions = ({ undertakings, of }: Rows, row: number): boolean => undertakings[of[row]].exceptions.length > 0;
