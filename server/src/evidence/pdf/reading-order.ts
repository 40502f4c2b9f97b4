import { type Row, rowsOf } from './rows.ts';
import type { Run } from './text-runs.ts';

/** Rows with text on either side, and a share of them filled by it, that make two columns and not a table. */
const LEAST_ROWS = 4;
const FILLED = 0.7;
const MOSTLY = 0.5;
const LEAST_LETTERS = 12;
/** Columns within columns. */
const DEEPEST = 5;
/** Between columns, as a share of the letter size. */
const LEAST_GUTTER = 0.8;

/**
 * The runs of a page in the order to read them. Columns are read one after the other. Else the order in which they were
 * drawn, which keeps the cells of a table together, unless it jumps back up the page: then from top to bottom.
 */
export function readingOrder(runs: readonly Run[], depth = 0): readonly Run[] {
  const rows = rowsOf(runs);
  const gutter = depth < DEEPEST ? findGutter(rows) : undefined;
  const parts = gutter === undefined ? [runs] : partsOf(runs, rows, gutter).filter((part) => part.length > 0);
  if (parts.length > 1) return parts.flatMap((part) => readingOrder(part, depth + 1));
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

/**
 * Bands of rows, from the top of the page: those that cross the gutter are read by themselves, those that do not as a left
 * and a right column. Within each, what was drawn first still comes first.
 */
function partsOf(runs: readonly Run[], rows: readonly Row[], gutter: number): readonly (readonly Run[])[] {
  const whole = rows.map((row) => row.runs.some((run) => run.left < gutter && run.right > gutter + 1));
  fillShortGaps(whole);
  /** Three parts a band: what crosses, the left and the right. One of the first and the other two is empty. */
  const partOf = new Map<Run, number>();
  let band = 0;
  rows.forEach((row, index) => {
    if (index > 0 && whole[index] !== whole[index - 1]) band++;
    for (const run of row.runs) partOf.set(run, 3 * band + (whole[index] ? 0 : run.left >= gutter ? 2 : 1));
  });
  const parts: Run[][] = Array.from({ length: 3 * band + 3 }, () => []);
  for (const run of runs) parts[partOf.get(run) ?? 0].push(run);
  return parts;
}

/** A few rows that happen not to cross, as the last lines of cells, are no columns. */
function fillShortGaps(whole: boolean[]): void {
  for (let start = 0; start < whole.length; ) {
    let end = start;
    while (end < whole.length && whole[end] === whole[start]) end++;
    if (!whole[start] && end - start < LEAST_ROWS) whole.fill(true, start, end);
    start = end;
  }
}

/** Whether a run is drawn above one drawn before it, and not to the right of it, as the next cell of a row would be. */
function jumpsBack(runs: readonly Run[]): boolean {
  for (let index = 1; index < runs.length; index++) {
    const [before, after] = [runs[index - 1], runs[index]];
    if (after.y > before.y + before.size && after.left < before.left + before.size) return true;
  }
  return false;
}
