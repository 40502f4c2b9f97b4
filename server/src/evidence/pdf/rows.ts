import type { Run } from './text-runs.ts';

/** What stands on one base line of a page, from left to right. */
export interface Row {
  readonly runs: readonly Run[];
  readonly y: number;
  readonly text: string;
}

/** As a share of the letter size: how far base lines may be apart within a row. */
const SAME_ROW = 0.4;

/** The rows of runs, from the top of the page to its foot. */
export function rowsOf(runs: readonly Run[]): readonly Row[] {
  const sorted = [...runs].sort((a, b) => b.y - a.y);
  const rows: Run[][] = [];
  for (const run of sorted) {
    const row = rows[rows.length - 1];
    if (row !== undefined && row[0].y - run.y < SAME_ROW * Math.min(row[0].size, run.size)) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => {
    const inOrder = row.sort((a, b) => a.left - b.left);
    return { runs: inOrder, y: inOrder[0].y, text: inOrder.map(({ text }) => text).join(' ') };
  });
}
