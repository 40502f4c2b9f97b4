import { type Fix, reportError } from './problems.ts';
import { TokenKind } from './token-kind.ts';
import { ends, hasLexicalError, kinds, source, starts } from './tokens.ts';

/** The parser's place among the tokens, and what it asks about them. */

/** Index of the token to be read next. */
export let at = 0;
/** The token at which an error was last reported: a second error at the same place would only repeat it. */
let lastErrorAt = -1;

/**
 * True until an error is met: the grammar alone decides, and layout carries no meaning. From then on a line that looks
 * like a new declaration is taken for one (see recovery.ts).
 */
export let trusting = true;

export function resetStream(): void {
  at = 0;
  lastErrorAt = -1;
  trusting = true;
}

export function setTrusting(value: boolean): void {
  trusting = value;
}

/** Goes on to the next token. The last token is EndOfFile, which nothing passes. */
export function advance(): void {
  if (kinds[at] !== TokenKind.EndOfFile) at++;
}

/** Goes back to a token already read. */
export function returnTo(token: number): void {
  at = token;
}

/** The parser's place, to go back to with {@link restorePlace}: the next token, and the one with the last error. */
export type Place = readonly [token: number, errorToken: number];

export const savePlace = (): Place => [at, lastErrorAt];

export function restorePlace(place: Place): void {
  [at, lastErrorAt] = place;
}

/** The offset after the token read last; 0 at the start. */
export const lastEnd = (): number => (at === 0 ? 0 : ends[at - 1]);

/** Whether token `i` is exactly this word. Words are contextual: any of them may be a name elsewhere. */
export function isWord(i: number, word: string): boolean {
  const start = starts[i];
  const length = word.length;
  if (ends[i] - start !== length || kinds[i] !== TokenKind.Name) return false;
  for (let k = 0; k < length; k++) if (source.charCodeAt(start + k) !== word.charCodeAt(k)) return false;
  return true;
}

/** Whether a line end stands between token `i` and the one before it. */
export function isFirstOnLine(i: number): boolean {
  for (let k = i === 0 ? 0 : ends[i - 1], end = starts[i]; k < end; k++) {
    const unit = source.charCodeAt(k);
    if (unit === 10 || unit === 13) return true;
  }
  return i === 0;
}

/** UTF-16 units between the line's start and token `i`, which must be the first on its line; -1 where it is not. */
export function columnOf(i: number): number {
  for (let k = starts[i] - 1, end = i === 0 ? 0 : ends[i - 1]; k >= end; k--) {
    const unit = source.charCodeAt(k);
    if (unit === 10 || unit === 13) return starts[i] - k - 1;
  }
  return i === 0 ? starts[i] : -1;
}

/** `=`, `<`, `<=`, `>` or `>=`: what follows the name of an argument. */
export function isOperator(kind: number): boolean {
  return kind === TokenKind.Equals || (kind >= TokenKind.Less && kind <= TokenKind.AtLeast);
}

const tokenText = (i: number): string => source.slice(starts[i], Math.min(ends[i], starts[i] + 40));

/** A token as a message names it. */
export function describe(i: number): string {
  switch (kinds[i]) {
    case TokenKind.EndOfFile:
      return 'the end of the text';
    case TokenKind.Quote:
      return 'a quote';
    default:
      return `\`${tokenText(i)}\``;
  }
}

/** The text of a name token, cut to 40 characters. */
export const wordAt = (i: number): string => tokenText(i);

/** Reports an error about token `i` itself, unless its place has one. */
export function errorAt(i: number, message: string, fix?: Fix): void {
  if (isExplained(i)) return;
  reportError(starts[i], Math.max(ends[i], starts[i]), message, fix);
}

/** Reports an error about the tokens `first` to `last` together, unless the first one's place has one. */
export function errorOver(first: number, last: number, message: string, fix?: Fix): void {
  if (!isExplained(first)) reportError(starts[first], ends[last], message, fix);
}

/** Reports that something is missing before token `at`: on that token if it is on the same line, else on the one before. */
export function errorBefore(message: string, fix?: Fix): void {
  if (isExplained(at)) return;
  const onNext = at === 0 || (kinds[at] !== TokenKind.EndOfFile && !isFirstOnLine(at));
  const token = onNext ? at : at - 1;
  // Of a long quote or text only the end is marked.
  const start = onNext ? starts[token] : Math.max(starts[token], ends[token] - 40);
  reportError(start, onNext ? Math.min(ends[token], start + 40) : ends[token], message, fix);
}

/** Reports that `text` is missing after the token read last, with the fix that inserts it there. */
export function errorMissing(text: string, message: string): void {
  const place = lastEnd();
  errorBefore(message, { title: `Insert \`${text.trim()}\``, start: place, end: place, newText: text });
}

function isExplained(i: number): boolean {
  trusting = false;
  if (i === lastErrorAt) return true;
  lastErrorAt = i;
  return hasLexicalError(i === 0 ? 0 : ends[i - 1], ends[i]);
}

/** The fix that replaces token `i`. */
export function replacement(i: number, newText: string): Fix {
  return { title: `Write \`${newText}\``, start: starts[i], end: ends[i], newText };
}

/** The fix that removes token `i`, and the space before it where it stood between two. */
export function removal(i: number): Fix {
  const isApart = (kinds[i] === TokenKind.Name || kinds[i] === TokenKind.Equals) && i > 0 && !isFirstOnLine(i);
  const start = isApart && starts[i + 1] > ends[i] ? ends[i - 1] : starts[i];
  return { title: `Remove \`${tokenText(i)}\``, start, end: ends[i], newText: '' };
}
