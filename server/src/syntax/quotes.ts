import type { Span } from '../text/span.ts';
import { endOf, type NodeIndex, startOf, type Tree } from './tree.ts';

/** The passage that a quote holds, and where each part of it stands in the file. */
export interface QuoteText {
  /** `§2.1` of a quote that starts with `[§2.1]`. */
  readonly locator?: string;
  /** The locator with its brackets. */
  readonly locatorSpan?: Span;
  /** The passage: its lines joined by a space, without `>` and locator; marks of omission stay. */
  readonly text: string;
  /** The stretches of `text` between the marks of omission, `[...]` or `[…]`; none is empty. */
  readonly pieces: readonly string[];
  /** Where each piece starts in `text`. */
  readonly pieceOffsets: readonly number[];
  /** For each line of the passage, where it starts in `text`, and in the file: two offsets a line, ascending. */
  readonly lineOffsets: readonly number[];
}

/** Reads a Quote. */
export function quoteText(tree: Tree, quote: NodeIndex): QuoteText {
  return readQuote(tree.text, startOf(tree, quote), endOf(tree, quote));
}

/** The UTF-16 offset in the file of an offset into {@link QuoteText.text}; the end of the text maps behind its last line. */
export function sourceOffset(quote: QuoteText, offset: number): number {
  const lines = quote.lineOffsets;
  let line = 0;
  while (line + 2 < lines.length && lines[line + 2] <= offset) line += 2;
  return lines.length === 0 ? 0 : lines[line + 1] + offset - lines[line];
}

function readQuote(source: string, start: number, end: number): QuoteText {
  const lineOffsets: number[] = [];
  let text = '';
  let locator: Span | undefined;
  for (let from = start; from < end; ) {
    const lineEnd = Math.min(end, endOfLine(source, from));
    let first = afterMark(source, from, lineEnd);
    if (from === start) {
      locator = locatorAt(source, first, lineEnd);
      if (locator !== undefined) first = skipSpace(source, locator.end, lineEnd);
    }
    const last = trimEnd(source, first, lineEnd);
    if (last > first) {
      if (text !== '') text += ' ';
      lineOffsets.push(text.length, first);
      text += source.slice(first, last);
    }
    from = skipLineEnd(source, lineEnd);
  }
  const { pieces, pieceOffsets } = splitPieces(text);
  if (locator === undefined) return { text, pieces, pieceOffsets, lineOffsets };
  const written = source.slice(locator.start + 1, locator.end - 1).trim();
  return { locator: written, locatorSpan: locator, text, pieces, pieceOffsets, lineOffsets };
}

const isLineEnd = (unit: number): boolean => unit === 10 || unit === 13;
const isSpace = (unit: number): boolean => unit === 32 || unit === 9 || unit === 0xa0 || unit === 0x3000;

function endOfLine(source: string, i: number): number {
  while (i < source.length && !isLineEnd(source.charCodeAt(i))) i++;
  return i;
}

function skipLineEnd(source: string, i: number): number {
  return source.charCodeAt(i) === 13 && source.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
}

function skipSpace(source: string, i: number, end: number): number {
  while (i < end && isSpace(source.charCodeAt(i))) i++;
  return i;
}

function trimEnd(source: string, start: number, end: number): number {
  while (end > start && isSpace(source.charCodeAt(end - 1))) end--;
  return end;
}

/** The offset behind the line's `>` and one space. */
function afterMark(source: string, lineStart: number, lineEnd: number): number {
  const mark = skipSpace(source, lineStart, lineEnd);
  return mark + 1 < lineEnd && isSpace(source.charCodeAt(mark + 1)) ? mark + 2 : Math.min(mark + 1, lineEnd);
}

/** A bracket that opens with `§`, at `i` or behind white space. */
function locatorAt(source: string, i: number, lineEnd: number): Span | undefined {
  const start = skipSpace(source, i, lineEnd);
  if (source[start] !== '[' || source[start + 1] !== '§') return undefined;
  const close = source.indexOf(']', start);
  return close === -1 || close >= lineEnd ? undefined : { start, end: close + 1 };
}

/** The stretches of a passage between its marks of omission. */
export const piecesOf = (text: string): readonly string[] => splitPieces(text).pieces;

function splitPieces(text: string): Pick<QuoteText, 'pieces' | 'pieceOffsets'> {
  const pieces: string[] = [];
  const pieceOffsets: number[] = [];
  const add = (from: number, to: number): void => {
    const start = skipSpace(text, from, to);
    const end = trimEnd(text, start, to);
    if (end === start) return;
    pieces.push(text.slice(start, end));
    pieceOffsets.push(start);
  };
  let from = 0;
  for (const mark of text.matchAll(/\[(?:\.\.\.|…)\]/g)) {
    add(from, mark.index);
    from = mark.index + mark[0].length;
  }
  add(from, text.length);
  return { pieces, pieceOffsets };
}
