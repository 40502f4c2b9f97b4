import type { Finding } from '../rules/finding.ts';
import type { StatusParams } from './protocol.ts';

/** How many there are of what a status tells. */
export type Counts = Pick<StatusParams, 'files' | 'deals' | 'clauses' | 'verdicts' | 'severities'>;

/** What one file adds. */
export interface FileFacts {
  readonly isFile: boolean;
  readonly deals: number;
  readonly clauses: number;
  readonly findings: readonly Finding[];
}

/** Counts that are kept up: an edit counts one file again, not all. */
export interface Tally {
  /** A file has other deals or findings, or is gone. */
  readonly note: (path: string) => void;
  readonly counts: () => Counts;
}

const FIELDS = [
  'files',
  'deals',
  'clauses',
  'conflict',
  'disputed',
  'depends',
  'near miss',
  'error',
  'warning',
  'information',
  'hint',
] as const;
type Row = Readonly<Record<(typeof FIELDS)[number], number>>;

const NOTHING = Object.fromEntries(FIELDS.map((field) => [field, 0])) as Row;

export function createTally(factsOf: (path: string) => FileFacts): Tally {
  const rows = new Map<string, Row>();
  const stale = new Set<string>();
  let total = NOTHING;
  return {
    note: (path) => {
      stale.add(path);
    },
    counts: () => {
      for (const path of stale) {
        const [before, after] = [rows.get(path) ?? NOTHING, rowOf(factsOf(path))];
        rows.set(path, after);
        total = combined((field) => total[field] - before[field] + after[field]);
      }
      stale.clear();
      const { files, deals, clauses, error, warning, information, hint } = total;
      const { conflict, disputed, depends, 'near miss': nearMiss } = total;
      return {
        files,
        deals,
        clauses,
        verdicts: { conflict, disputed, depends, nearMiss },
        severities: { error, warning, information, hint },
      };
    },
  };
}

const combined = (value: (field: keyof Row) => number): Row =>
  Object.fromEntries(FIELDS.map((field) => [field, value(field)])) as Row;

function rowOf({ isFile, deals, clauses, findings }: FileFacts): Row {
  const row: Record<keyof Row, number> = { ...NOTHING, files: isFile ? 1 : 0, deals, clauses };
  for (const { severity, verdict } of findings) {
    row[severity]++;
    if (verdict !== undefined && verdict !== 'clear') row[verdict]++;
  }
  return row;
}
