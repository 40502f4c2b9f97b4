import type { Position, Range } from 'vscode-languageserver';
import { createLineIndex } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';

/** Turns UTF-16 offsets of one text into positions and back. Open documents are one themselves. */
export interface Lines {
  readonly positionAt: (offset: number) => Position;
  readonly offsetAt: (position: Position) => number;
}

export function linesOf(text: string): Lines {
  const index = createLineIndex(text);
  return {
    positionAt: (offset) => {
      const { line, column } = index.positionAt(offset);
      return { line, character: column };
    },
    offsetAt: ({ line, character }) => index.offsetAt({ line, column: character }),
  };
}

export const NOWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export const rangeOf = (lines: Lines, { start, end }: Span): Range => ({
  start: lines.positionAt(start),
  end: lines.positionAt(end),
});

export const spanOf = (lines: Lines, { start, end }: Range): Span => {
  const [from, to] = [lines.offsetAt(start), lines.offsetAt(end)];
  return from <= to ? { start: from, end: to } : { start: to, end: from };
};
