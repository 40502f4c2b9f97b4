/** The middle of the measurements: one slow round, with the machine busy elsewhere, does not count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export interface Contestant {
  readonly name: string;
  /** Before each round, off the clock. */
  prepare?(): void;
  /** What it makes it returns, all of it: nothing may be collected before the clock has stopped. */
  run(): unknown;
}

/**
 * Runs contestants in turns (A B C A B C …), so that a slow spell of the machine hits all of them, and gives each one's
 * median in milliseconds. The first round warms up and is thrown away.
 */
export function interleave(contestants: readonly Contestant[], rounds: number, warmups = 1): number[] {
  const times: number[][] = contestants.map(() => []);
  for (let round = -warmups; round < rounds; round++) {
    for (const [index, contestant] of contestants.entries()) {
      contestant.prepare?.();
      collectGarbage();
      const start = performance.now();
      contestant.run();
      const time = performance.now() - start;
      if (round >= 0) times[index].push(time);
    }
  }
  return times.map(median);
}

/** Does nothing unless node runs with `--expose-gc`. */
export function collectGarbage(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

export function printTable(title: string, header: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = header.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column].length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ');
  console.log(`\n${title}\n${line(header)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`);
  for (const row of rows) console.log(line(row).trimEnd());
}

/** States whether a ratio reaches its target; a missed target fails the run at its end. */
export function state(what: string, ratio: number, relation: 'at least' | 'at most', target: number): void {
  const met = relation === 'at least' ? ratio >= target : ratio <= target;
  if (!met) process.exitCode = 1;
  console.log(`${met ? 'pass' : 'FAIL'}  ${what}: ${figure(ratio)}×, target ${relation} ${figure(target)}×`);
}

/** Three digits are all that such measurements carry. */
export function figure(value: number): string {
  return Number.isFinite(value) ? Number(value.toPrecision(3)).toLocaleString('en-US') : '–';
}

export function check(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}
