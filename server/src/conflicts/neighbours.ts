import { UNRESTRICTED, type ValueId } from '../model/model.ts';
import { dimensionsOf, type Visit } from './candidates.ts';
import { type ColumnDimension, type Columns, meetIn } from './columns.ts';
import { RECORD } from './groups.ts';
import type { Join } from './joins.ts';

/** Whether any two terms could bring two values of a dimension together. */
export type ComeTogether = (dimension: number, dealt: ValueId, ruled: ValueId) => boolean;

/** Visits pairs that may be near misses: those that fail to meet in exactly one dimension of *what* or *where*. */
export function neighbours(a: Columns, b: Columns, comeTogether: ComeTogether, visit: Visit): Join {
  const isNeighbour = neighbouring(a, b, comeTogether);
  return (left, right) => {
    for (let i = left.from; i < left.until; i++) {
      const row = left.groups.rows[i];
      const start = left.groups.records[i * RECORD];
      const end = left.groups.records[i * RECORD + 1];
      for (let j = right.from, at = j * RECORD; j < right.until; j++, at += RECORD) {
        if (right.groups.records[at] >= end || right.groups.records[at + 1] <= start) continue;
        const other = right.groups.rows[j];
        if (isNeighbour(row, other)) visit(row, other);
      }
    }
  };
}

function neighbouring(a: Columns, b: Columns, comeTogether: ComeTogether): (row: number, other: number) => boolean {
  const same = a.rows === b.rows;
  const { clause, parts } = a.rows;
  const { clause: otherClause, parts: otherParts } = b.rows;
  const shared = dimensionsOf(a, b);
  const mayTurn = (row: number, other: number): boolean =>
    a.rows.undertakings[a.rows.of[row]].exceptions.length + b.rows.undertakings[b.rows.of[other]].exceptions.length > 0;
  return (row, other) => {
    let missed: ColumnDimension | undefined;
    let ruled = UNRESTRICTED;
    let dealt = UNRESTRICTED;
    for (let at = 0; at < shared.length; at++) {
      const { column, own, others } = shared[at];
      const value = own[row];
      const otherValue = others[other];
      if (value === otherValue || meetIn(column, value, otherValue)) continue;
      if (missed || !column.mayMiss) return false;
      missed = column;
      ruled = value;
      dealt = otherValue;
    }
    if (!missed || (same && clause[row] === otherClause[other])) return false;
    if (parts[row] === 0 || otherParts[other] === 0) return false;
    // Exceptions may turn on terms that neither value names.
    return mayTurn(row, other) || comeTogether(missed.dimension, dealt, ruled);
  };
}
