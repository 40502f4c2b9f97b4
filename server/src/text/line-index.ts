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

export const createLineIndex = (text: string): LineIndex => new Lines(text);

/** The line starts are found when first asked for: most texts of a portfolio are never shown. */
class Lines implements LineIndex {
  private found: readonly number[] | undefined;

  constructor(private readonly text: string) {}

  private get starts(): readonly number[] {
    this.found ??= findLineStarts(this.text);
    return this.found;
  }

  get lineCount(): number {
    return this.starts.length;
  }

  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    const line = lastAtMost(this.starts, inside);
    return { line, column: inside - this.lineStart(line) };
  }

  offsetAt({ line, column }: Position): number {
    if (line < 0) return 0;
    if (line >= this.starts.length) return this.text.length;
    return Math.min(this.lineStart(line) + Math.max(0, column), this.lineEnd(line));
  }

  lineStart(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  lineEnd(line: number): number {
    const { text, starts } = this;
    if (line + 1 >= starts.length) return text.length;
    const next = starts[line + 1] ?? text.length;
    const isCrlf = text.charCodeAt(next - 1) === LINE_FEED && text.charCodeAt(next - 2) === CARRIAGE_RETURN;
    return isCrlf && next - 2 >= this.lineStart(line) ? next - 2 : next - 1;
  }
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
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
