import { romanNumber } from '../section-label.ts';
import type { Row } from './rows.ts';
import type { Run } from './text-runs.ts';

/** A page as far as its edges are concerned. */
export interface PageRows {
  readonly rows: readonly Row[];
  /** The `y` of its upper and lower edge. */
  readonly top: number;
  readonly bottom: number;
}

/** Rows at an edge that may be running ones: how many, and how far from it, as a share of the page's height. */
const MOST_ROWS = 6;
const DEEPEST = 0.15;
/** By how much their distance from the edge may differ, in points. */
const TOLERANCE = 8;

type Edge = 'top' | 'bottom';

/** Between running lines and the text, as a multiple of the usual step from row to row. */
const GAP = 1.3;
/** Pages on which the outermost row must recur to be a running one even where it stands close to the text; or on all. */
const OFTEN = 3;

/**
 * The runs of headers, footers and page numbers: rows at the edge of a page which the page before or after has in the same
 * place, but for numbers that go on with the pages. Taken from the edge inwards up to a gap, so that nothing of the text
 * goes, even where two pages break in the same words.
 */
export function runningLines(pages: readonly PageRows[]): ReadonlySet<Run> {
  const running = new Set<Run>();
  for (const edge of ['top', 'bottom'] as const) {
    const candidates = pages.map((page) => fromEdge(page, edge));
    candidates.forEach((rows, page) => {
      const count = runningCount(rows, page, candidates, GAP * usualStep(pages[page].rows));
      for (const { runs } of rows.slice(0, count)) for (const run of runs) running.add(run);
    });
  }
  return running;
}

/** How many of the rows, from the edge inwards, are running ones. `gap` is in points. */
function runningCount(
  rows: readonly Candidate[],
  page: number,
  pages: readonly (readonly Candidate[])[],
  gap: number,
): number {
  let upToGap = 0;
  let certain = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    const near = [-2, -1, 1, 2].filter((step) => (pages[page + step] ?? []).some((other) => recurs(row, other, step)));
    const isNumber = isPageNumber(row, page + 1);
    if (!isNumber && !near.includes(-1) && !near.includes(1)) break;
    const counts = isNumber || near.some((step) => advances(row, pages[page + step], step));
    if (counts || (index === 0 && near.length + 1 >= Math.min(OFTEN, pages.length))) certain = index + 1;
    if (row.inwards > gap) upToGap = index + 1;
  }
  return upToGap > 0 ? upToGap : certain;
}

/** From one row to the next, in points: what half of them have at most. */
function usualStep(rows: readonly Row[]): number {
  const steps = rows.slice(1).map(({ y }, index) => rows[index].y - y);
  return steps.sort((a, b) => a - b)[steps.length >> 1] ?? 0;
}

interface Candidate {
  readonly runs: readonly Run[];
  /** From the edge, and to the next row away from it, in points. */
  readonly distance: number;
  readonly inwards: number;
  /** Its words, with `#` for each number. */
  readonly words: string;
  readonly numbers: readonly number[];
}

function fromEdge({ rows, top, bottom }: PageRows, edge: Edge): readonly Candidate[] {
  const inwards = edge === 'top' ? rows : [...rows].reverse();
  const distance = (y: number): number => (edge === 'top' ? top - y : y - bottom);
  const outer = inwards.slice(0, MOST_ROWS).filter(({ y }) => distance(y) <= DEEPEST * (top - bottom));
  return outer.map(({ runs, y, text }, index) => ({
    runs,
    distance: distance(y),
    inwards: index + 1 < inwards.length ? Math.abs(inwards[index + 1].y - y) : Infinity,
    ...withoutNumbers(text),
  }));
}

function withoutNumbers(text: string): Pick<Candidate, 'words' | 'numbers'> {
  const numbers: number[] = [];
  const words = text.replace(/\s+/g, ' ').replace(/\d+/g, (digits) => {
    numbers.push(Number(digits));
    return '#';
  });
  // A number in Roman digits stands by itself, perhaps between dashes.
  const roman = /^[-–— ]*([ivxlc]+)[-–— .]*$/i.exec(words.trim());
  const value = roman === null ? undefined : romanNumber(roman[1]);
  return value === undefined ? { words: words.trim(), numbers } : { words: '#', numbers: [value] };
}

/** `Page 3 of 12`, `- 3 -`, on the third page. */
const isPageNumber = ({ words, numbers }: Candidate, page: number): boolean =>
  numbers[0] === page && /^[-–— ]*(?:page )?#(?: ?(?:of|\/) ?#)?[-–— .]*$/i.test(words);

/** Whether the same row on another page, `step` pages further on, has numbers that have gone on as far. */
const advances = (row: Candidate, others: readonly Candidate[], step: number): boolean =>
  others.some(
    (other) => recurs(row, other, step) && row.numbers.some((number, at) => other.numbers[at] - number === step),
  );

/** Whether `other`, `step` pages further on, is the same row but for numbers that count the pages. */
function recurs(row: Candidate, other: Candidate, step: number): boolean {
  if (row.words !== other.words || Math.abs(row.distance - other.distance) > TOLERANCE) return false;
  const differences = row.numbers.map((number, index) => other.numbers[index] - number);
  if (differences.some((difference) => difference !== 0 && difference !== step)) return false;
  // Bare numbers that stay the same are figures of a table.
  return row.words !== '#' || differences.includes(step);
}
