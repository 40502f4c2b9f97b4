/** A place in a text as editors count it: both numbers zero-based, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns UTF-16 offsets into lines and columns and back. A line ends with LF, CRLF or a lone CR. */
export interface LineIndex {
  /** One more than the number of line ends. */
  readonly lineCount: number;
  /** Offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position;
  /** A column past the line's end is moved to the end (before the line end), a line past the text to the text's end. */
  offsetAt(position: Position): number;
  /** The offset of a line's first unit. */
  lineStart(line: number): number;
  /** The offset after a line's last unit, before its line end. */
  lineEnd(line: number): number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** The line starts are found when first asked for: most texts of a portfolio are never shown. */
export function createLineIndex(text: string): LineIndex {
  let found: readonly number[] | undefined;
  const starts = (): readonly number[] => {
    found ??= findLineStarts(text);
    return found;
  };
  const lineStart = (line: number): number => starts()[line] ?? text.length;
  const lineEnd = (line: number): number => {
    if (line + 1 >= starts().length) return text.length;
    const next = lineStart(line + 1);
    const isCrlf = text.charCodeAt(next - 1) === LINE_FEED && text.charCodeAt(next - 2) === CARRIAGE_RETURN;
    return isCrlf && next - 2 >= lineStart(line) ? next - 2 : next - 1;
  };
  return {
    get lineCount() {
      return starts().length;
    },
    positionAt(offset) {
      const inside = Math.max(0, Math.min(offset, text.length));
      const line = lastAtMost(starts(), inside);
      return { line, column: inside - lineStart(line) };
    },
    offsetAt({ line, column }) {
      if (line < 0) return 0;
      if (line >= starts().length) return text.length;
      return Math.min(lineStart(line) + Math.max(0, column), lineEnd(line));
    },
    lineStart,
    lineEnd,
  };
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === LINE_FEED) starts.push(i + 1);
    else if (unit === CARRIAGE_RETURN && text.charCodeAt(i + 1) !== LINE_FEED) starts.push(i + 1);
  }
  return starts;
}

/** The index of the last number that is at most `limit`, in an ascending list that starts with 0. */
function lastAtMost(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ascending[middle] <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
