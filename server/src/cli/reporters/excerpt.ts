import type { LineIndex } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import { cellsOf, clippedEnd, clippedStart, visible } from '../cells.ts';

/** One line of a text, and the marks below the part that is meant. */
export interface Excerpt {
  /** Both count from 1, the column in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly source: string;
  readonly marks: string;
}

/** Of what stands before the span, at least this much is left out first: the span itself says more. */
const SHARE_BEFORE = 0.4;

/**
 * The line on which a span starts, clipped around the span to so many cells. Tells columns in UTF-16 code units, but
 * puts the marks where a terminal puts the characters. A million-character line costs no more than a short one.
 */
export function excerpt(text: string, lines: LineIndex, span: Span, cells: number): Excerpt {
  const position = lines.positionAt(span.start);
  const line = { start: lines.lineStart(position.line), end: lines.lineEnd(position.line) };
  const start = Math.min(span.start, line.end);
  const end = Math.max(start, Math.min(span.end, line.end));
  // Code units outnumber cells at most by the length of a grapheme; see clippedEnd.
  const reach = cells * 8;
  const isFirst = start - reach <= line.start;
  const whole = visible(text.slice(isFirst ? line.start : start - reach, start));
  const before = clippedStart(whole, Math.floor(cells * SHARE_BEFORE));
  const cellsBefore = cellsOf(before);
  const marked = clippedEnd(visible(text.slice(start, Math.min(end, start + reach))), cells - cellsBefore);
  const cellsMarked = cellsOf(marked);
  const left = cells - cellsBefore - cellsMarked;
  const after = left > 0 ? clippedEnd(visible(text.slice(end, Math.min(line.end, end + reach))), left) : '';
  return {
    line: position.line + 1,
    column: position.column + 1,
    source: (before + marked + after).trimEnd(),
    marks: ' '.repeat(cellsBefore) + '^'.repeat(Math.max(1, cellsMarked)),
  };
}
