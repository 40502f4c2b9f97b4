import type { Line } from './lines.ts';

/** Notes are set smaller than the text, as a share of its size. */
const NOTE_SIZE = 0.93;

/** `1 Spare parts …`, `1) …`: the number of a note and its words. */
const opening = /^(\d{1,3})[.)]?\s*(?=\S)/;

export interface PageNotes {
  /** How many of the page's lines are notes: the last ones. */
  readonly count: number;
  readonly numbers: ReadonlySet<string>;
}

/**
 * The footnotes of a page: smaller lines at its foot that start with a number which the text above has raised. `size` is
 * that of the document's text.
 */
export function pageNotes(lines: readonly Line[], size: number): PageNotes {
  let first = lines.length;
  while (first > 0 && lines[first - 1].size < size * NOTE_SIZE) first--;
  const raised = new Set(
    lines.slice(0, first).flatMap(({ runs }) => runs.flatMap((run) => run.raised.map(({ number }) => number))),
  );
  const numbers = new Set<string>();
  let start = lines.length;
  for (let index = lines.length - 1; index >= first; index--) {
    const number = opening.exec(lines[index].text)?.[1];
    if (number === undefined || !raised.has(number)) continue;
    numbers.add(number);
    start = index;
  }
  return { count: lines.length - start, numbers };
}
