import { reportError } from './problems.ts';
import { TokenKind } from './token-kind.ts';
import { ownCopy, type TreeArena, type TreeIntegers } from './tree-arena.ts';

/**
 * The tokens of the text last given to `tokenize`, in buffers that all texts share. The parser may look three
 * tokens past the last one: they are EndOfFile.
 */
export let kinds = new Uint8Array(1 << 13);
export let starts = new Int32Array(1 << 13);
export let ends = new Int32Array(1 << 13);
/** Of a name or a date the number of its text, see known-texts.ts; 0 where it has none. */
export let textNumbers = new Int32Array(1 << 13);
export let source = '';

const PADDING = 4;
/** Buffers grown beyond this many tokens by one huge file are let go afterwards. */
const KEPT_TOKENS = 1 << 18;

/** How many tokens there are so far. */
export let count = 0;
let comments = new Int32Array(1 << 8);
let commentCount = 0;
/** Start and end of the errors found here: the parser keeps silent where one already explains the trouble. */
let errorSpans: number[] = [];

/** Forgets everything, for another text. */
export function beginTokens(text: string): void {
  source = text;
  count = commentCount = 0;
  if (errorSpans.length > 0) errorSpans = [];
}

/** Adds what stands behind the last token. */
export function endTokens(): void {
  const end = source.length;
  for (let i = 0; i < PADDING; i++) {
    if (count + PADDING >= kinds.length) grow();
    kinds[count + i] = TokenKind.EndOfFile;
    starts[count + i] = ends[count + i] = end;
    textNumbers[count + i] = 0;
  }
}

function grow(): void {
  const larger = kinds.length * 2;
  const [oldKinds, oldStarts, oldEnds, oldNumbers] = [kinds, starts, ends, textNumbers];
  kinds = new Uint8Array(larger);
  starts = new Int32Array(larger);
  ends = new Int32Array(larger);
  textNumbers = new Int32Array(larger);
  kinds.set(oldKinds);
  starts.set(oldStarts);
  ends.set(oldEnds);
  textNumbers.set(oldNumbers);
}

/** Adds a token, and gives the offset after it. */
export function add(kind: TokenKind, start: number, end: number, textNumber = 0): number {
  if (count + PADDING >= kinds.length) grow();
  kinds[count] = kind;
  starts[count] = start;
  textNumbers[count] = textNumber;
  ends[count++] = end;
  return end;
}

/** Notes where an error is, for {@link hasLexicalError}. */
export function markError(start: number, end: number): void {
  errorSpans.push(start, end);
}

/** Reports an error, with the text that mends it where it has a title for that. */
export function lexicalError(start: number, end: number, message: string, title?: string, newText = ''): void {
  markError(start, end);
  reportError(start, end, message, title === undefined ? undefined : { title, start, end, newText });
}

/** Whether the lexer has reported something that touches the stretch from `start` to `end`. */
export function hasLexicalError(start: number, end: number): boolean {
  let low = 0;
  let high = errorSpans.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (errorSpans[middle * 2 + 1] < start) low = middle + 1;
    else high = middle;
  }
  return low * 2 < errorSpans.length && errorSpans[low * 2] <= end;
}

/** Adds a comment, and gives the offset after it. */
export function addComment(start: number, end: number): number {
  if (commentCount + 2 > comments.length) {
    const larger = new Int32Array(comments.length * 2);
    larger.set(comments);
    comments = larger;
  }
  comments[commentCount++] = start;
  comments[commentCount++] = end;
  return end;
}

const NO_COMMENTS = new Uint16Array(0);

/** The comments found, two integers each; lets go of what the next text will not need. */
export function takeComments(arena?: TreeArena): TreeIntegers {
  const { length } = source;
  source = '';
  if (kinds.length > KEPT_TOKENS) {
    kinds = new Uint8Array(1 << 13);
    starts = new Int32Array(1 << 13);
    ends = new Int32Array(1 << 13);
    textNumbers = new Int32Array(1 << 13);
  }
  if (commentCount === 0) return NO_COMMENTS;
  return (arena?.keep ?? ownCopy)(comments.subarray(0, commentCount), length);
}
