import { type Row, rowsOf } from './rows.ts';
import type { Run } from './text-runs.ts';

/** Rows with text on either side, and a share of them filled by it, that make two columns and not a table. */
const LEAST_ROWS = 4;
const FILLED = 0.7;
const MOSTLY = 0.5;
const LEAST_LETTERS = 12;
/** Between columns, as a share of the letter size. */
const LEAST_GUTTER = 0.8;

/**
 * The runs of a page in the order to read them. Columns are read one after the other. Else the order in which they were
 * drawn, which keeps the cells of a table together, unless it jumps back up the page: then from top to bottom.
 */
export function readingOrder(runs: readonly Run[]): readonly Run[] {
  const rows = rowsOf(runs);
  const gutter = findGutter(rows);
  if (gutter !== undefined) return byColumns(rows, gutter);
  return jumpsBack(runs) ? rows.flatMap((row) => row.runs) : runs;
}

/** The middle of a gap between two columns of prose. */
function findGutter(rows: readonly Row[]): number | undefined {
  const votes = new Map<number, number>();
  for (const { runs } of rows) {
    for (let index = 1; index < runs.length; index++) {
      const [before, after] = [runs[index - 1], runs[index]];
      if (after.left - before.right < LEAST_GUTTER * before.size) continue;
      // Where the right side starts is what the rows of a column share.
      const start = Math.round(after.left);
      votes.set(start, (votes.get(start) ?? 0) + 1);
    }
  }
  const likely = [...votes].filter(([, count]) => count >= 2).sort((a, b) => b[1] - a[1]);
  for (const [start] of likely.slice(0, 6)) if (areColumns(rows, start - 1)) return start - 1;
  return undefined;
}

/** Whether text left and right of `x` is prose that fills its column. */
function areColumns(rows: readonly Row[], x: number): boolean {
  const sides: Run[][] = [[], []];
  let both = 0;
  for (const { runs } of rows) {
    const left = runs.filter((run) => run.right <= x + 1);
    const right = runs.filter((run) => run.left >= x);
    if (left.length + right.length < runs.length || left.length === 0 || right.length === 0) continue;
    both++;
    sides[0].push(...left);
    sides[1].push(...right);
  }
  return both >= LEAST_ROWS && sides.every((side) => isProse(side, both));
}

function isProse(runs: readonly Run[], rows: number): boolean {
  const start = Math.min(...runs.map(({ left }) => left));
  const end = Math.max(...runs.map(({ right }) => right));
  const filled = runs.filter(
    ({ text, left, right }) => text.length >= LEAST_LETTERS && right - left >= FILLED * (end - start),
  );
  return filled.length >= MOSTLY * rows;
}

/** Rows that cross the gutter are read where they stand; between them, the left column and then the right. */
function byColumns(rows: readonly Row[], gutter: number): readonly Run[] {
  const order: Run[] = [];
  let [left, right]: [Run[], Run[]] = [[], []];
  const flush = (): void => {
    order.push(...readingOrder(left), ...readingOrder(right));
    [left, right] = [[], []];
  };
  for (const { runs } of rows) {
    const isWhole = runs.some((run) => run.left < gutter && run.right > gutter + 1);
    if (isWhole) {
      flush();
      order.push(...runs);
      continue;
    }
    for (const run of runs) (run.left >= gutter ? right : left).push(run);
  }
  flush();
  return order;
}

/** Whether a run is drawn above one drawn before it, and not to the right of it, as the next cell of a row would be. */
function jumpsBack(runs: readonly Run[]): boolean {
  for (let index = 1; index < runs.length; index++) {
    const [before, after] = [runs[index - 1], runs[index]];
    if (after.y > before.y + before.size && after.left < before.left + before.size) return true;
  }
  return false;
}
