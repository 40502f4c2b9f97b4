import type { Span } from '../text/span.ts';
import type { Alignment, Step } from './align-words.ts';
import { classifyDifference } from './classify-difference.ts';
import type { FoldedPiece } from './fold-piece.ts';
import { isPageBreak } from './page-break.ts';
import type { PreparedSource } from './prepare-source.ts';
import type { Difference, NearestPassage, WordRun } from './quote-match.ts';
import { sectionLabel } from './section-label.ts';
import { originalSpan } from './source-span.ts';
import { isPunctuation, type Words } from './word-index.ts';

type Folded = Pick<FoldedPiece, 'original' | 'starts' | 'ends'>;

const PUNCTUATION_WEIGHT = 0.25;

/** The share of words that agree, from 0 to 1; of two that were changed the weightier counts. */
export function similarityOf(text: string, words: Words, quote: string, quoted: Words, alignment: Alignment): number {
  let kept = 0;
  let all = 0;
  walk(alignment, (step, at, other) => {
    const own = step === 'add' ? 0 : weight(text, words.starts[at]);
    const weightier = Math.max(own, step === 'drop' ? 0 : weight(quote, quoted.starts[other]));
    all += weightier;
    if (step === 'keep') kept += weightier;
  });
  return all === 0 ? 0 : kept / all;
}

function weight(text: string, offset: number): number {
  return isPunctuation(text.charCodeAt(offset)) ? PUNCTUATION_WEIGHT : 1;
}

function walk(
  alignment: Alignment,
  visit: (step: Alignment['steps'][number], at: number, other: number) => void,
): void {
  let at = alignment.start;
  let other = 0;
  for (const step of alignment.steps) {
    visit(step, at, other);
    if (step !== 'add') at++;
    if (step !== 'drop') other++;
  }
}

/**
 * The alignment without what comes before a number that only the quote has: where it starts with `(a)`, and the source
 * with the heading `2.1 Grant.`, neither became the other.
 */
export function withoutHeading(
  quote: string,
  text: string,
  words: Words,
  quoted: Words,
  alignment: Alignment,
): Alignment {
  const { start, steps } = alignment;
  const kept = steps.indexOf('keep');
  const dropped = steps.slice(0, kept).filter((step) => step !== 'add').length;
  const added = steps.slice(0, kept).filter((step) => step !== 'drop').length;
  if (kept < 1 || dropped === 0 || added === 0) return alignment;
  const isNumber = (excerpt: string): boolean => sectionLabel(excerpt)?.length === excerpt.length;
  if (!isNumber(slice(quote, quoted, 0, added)) || isNumber(slice(text, words, start, start + dropped)))
    return alignment;
  const rest = steps.slice(kept);
  return {
    start: start + dropped,
    end: alignment.end,
    edits: added + rest.filter((step) => step !== 'keep').length,
    steps: [...new Array<Step>(added).fill('add'), ...rest],
  };
}

/** A run of words that all agree, or that all do not: half-open ranges, in words, of the source and of the quote. */
interface Run {
  readonly kept: boolean;
  readonly from: number;
  readonly otherFrom: number;
  to: number;
  otherTo: number;
}

/** The differences between a piece and the passage it is aligned with, and the whole comparison for display. */
export function compareWords(
  source: PreparedSource,
  words: Words,
  piece: FoldedPiece,
  quoted: Words,
  alignment: Alignment,
): Pick<NearestPassage, 'differences' | 'words'> {
  const differences: Difference[] = [];
  const runs: WordRun[] = [];
  for (const run of runsOf(source.text, words, piece.text, quoted, alignment)) {
    const here = unfold(source, words, run.from, run.to);
    if (run.kept) runs.push({ kind: 'kept', text: here });
    else {
      const added = unfold(piece, quoted, run.otherFrom, run.otherTo);
      if (here !== '') runs.push({ kind: 'dropped', text: here });
      if (added !== '') runs.push({ kind: 'added', text: added });
      differences.push(differenceOf(source, words, piece, quoted, run));
    }
  }
  return { differences, words: runs };
}

/** Words kept but for their letter case are told apart here: quotes keep it, the alignment does not. */
function runsOf(text: string, words: Words, quote: string, quoted: Words, alignment: Alignment): readonly Run[] {
  const runs: Run[] = [];
  walk(alignment, (step, at, other) => {
    const kept = step === 'keep' && slice(text, words, at, at + 1) === slice(quote, quoted, other, other + 1);
    let run = runs.at(-1);
    if (run === undefined || run.kept !== kept) {
      run = { kept, from: at, otherFrom: other, to: at, otherTo: other };
      runs.push(run);
    }
    if (step !== 'add') run.to = at + 1;
    if (step !== 'drop') run.otherTo = other + 1;
  });
  return runs;
}

function slice(text: string, words: Words, from: number, to: number): string {
  return from === to ? '' : text.slice(words.starts[from], words.ends[to - 1]);
}

/** How words of a folded text were written, on one line. */
function unfold({ original, starts, ends }: Folded, words: Words, from: number, to: number): string {
  if (from === to) return '';
  return original.slice(starts[words.starts[from]], ends[words.ends[to - 1] - 1]).replace(/\s+/g, ' ');
}

function differenceOf(
  source: PreparedSource,
  words: Words,
  piece: FoldedPiece,
  quoted: Words,
  { from, to, otherFrom, otherTo }: Run,
): Difference {
  const added = unfold(piece, quoted, otherFrom, otherTo);
  const leavesBreak =
    added === '' && isPageBreak(source.original, originalSpan(source, words.starts[from], words.ends[to - 1]));
  const kind = leavesBreak
    ? 'page break'
    : classifyDifference(
        { text: source.text, words, from, to },
        { text: piece.text, words: quoted, from: otherFrom, to: otherTo },
      );
  if (from === to) return { kind, change: 'added', quoted: added, span: placeBefore(source, words, from) };
  const span = originalSpan(source, words.starts[from], words.ends[to - 1]);
  const dropped = unfold(source, words, from, to);
  if (added === '') return { kind, change: 'dropped', source: dropped, span };
  return { kind, change: 'changed', source: dropped, quoted: added, span };
}

/** The empty range where word `at` starts, or after the last. */
function placeBefore(source: PreparedSource, words: Words, at: number): Span {
  const offset = at < words.count ? source.starts[words.starts[at]] : source.ends[words.ends[words.count - 1] - 1];
  return { start: offset, end: offset };
}
