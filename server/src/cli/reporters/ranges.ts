import type { Span } from '../../text/span.ts';
import type { Texts } from './report.ts';

/** Both count from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Range {
  readonly start: Position;
  /** Just after the last character. */
  readonly end: Position;
}

/** A text that could not be read has one place only: its start. */
export function rangeOf(file: string, span: Span, texts: Texts): Range {
  const lines = texts.lines(file);
  const position = (offset: number): Position => {
    const { line, column } = lines?.positionAt(offset) ?? { line: 0, column: 0 };
    return { line: line + 1, column: column + 1 };
  };
  return { start: position(span.start), end: position(span.end) };
}
