import { spacedLabel } from '../spaced-label.ts';
import type { Run } from './text-runs.ts';

/** A line of a page as it is read. */
export interface Line {
  readonly runs: readonly Run[];
  readonly text: string;
  readonly left: number;
  readonly y: number;
  readonly size: number;
  /** Raised numbers in it, which may refer to notes: where in `text`, and which. */
  readonly raised: Run['raised'];
}

/** As shares of the letter size: what is one line, and the gap that a tab stands for. */
const SAME_LINE = 0.4;
const TAB_GAP = 2;

/** Runs in reading order as lines. */
export function linesOf(runs: readonly Run[]): readonly Line[] {
  const lines: Line[] = [];
  let open: Run[] = [];
  const flush = (): void => {
    if (open.length > 0) lines.push(lineOf(open));
    open = [];
  };
  for (const run of runs) {
    const last = open[open.length - 1];
    const goesOn =
      last !== undefined &&
      Math.abs(run.y - last.y) < SAME_LINE * Math.min(run.size, last.size) &&
      run.left > last.left;
    if (!goesOn) flush();
    open.push(run);
  }
  flush();
  return lines;
}

function lineOf(runs: readonly Run[]): Line {
  let text = '';
  const raised: { at: number; number: string }[] = [];
  runs.forEach((run, index) => {
    if (index > 0) text += run.left - runs[index - 1].right > TAB_GAP * run.size ? '\t' : ' ';
    for (const { at, number } of run.raised) raised.push({ at: text.length + at, number });
    text += run.text;
  });
  const spaced = spacedLabel(text);
  const shift = spaced.length - text.length;
  const [{ left, y }] = runs;
  return {
    runs,
    text: spaced.trimEnd(),
    left,
    y,
    size: Math.max(...runs.map(({ size }) => size)),
    raised: raised.map(({ at, number }) => ({ at: at + shift, number })),
  };
}
