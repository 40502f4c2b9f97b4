import { asciiTwin, endOfName, identifierStartWidth, isDigit, isWideSpace } from './characters.ts';
import {
  LETTERS_AN_INTEGER,
  letterCodes,
  MOST_INTEGERS,
  NO_LETTER,
  numberOfSpelt,
  numberOfText,
  spelt,
} from './known-texts.ts';
import { scanOddity } from './oddities.ts';
import { reportError, reportHint } from './problems.ts';
import { scanNumber } from './scan-numbers.ts';
import { TokenKind } from './token-kind.ts';
import {
  add,
  addComment,
  beginTokens,
  endTokens,
  kinds,
  lexicalError,
  markError,
  source,
  textNumbers,
  count as tokenCount,
} from './tokens.ts';

/** Parentheses open at this point: a `>` that starts a line inside them may be a comparison. */
let openParentheses = 0;
/** The line feed and the carriage return at or after the last place asked for; the text's end where none is left. */
let nextFeed = -1;
let nextReturn = -1;
/** Set once no end of a block comment is left, lest every later start look for one through the whole text. */
let noCommentEnd = false;

/** Splits a text into tokens and comments. Never fails: what fits nowhere is reported. */
export function tokenize(text: string): void {
  beginTokens(text);
  openParentheses = 0;
  nextFeed = nextReturn = -1;
  noCommentEnd = false;
  scanAll(text);
  endTokens();
}

function scanAll(text: string): void {
  const length = text.length;
  let i = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  /** Nothing but white space since the last line end. */
  let atLineStart = true;
  while (i < length) {
    const unit = text.charCodeAt(i);
    if (unit === 32 || unit === 9) {
      i++;
    } else if (unit === 10 || unit === 13) {
      i++;
      atLineStart = true;
    } else if ((unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 95) {
      i = scanName(text, i, unit);
      atLineStart = false;
    } else if (unit >= 128 && isWideSpace(unit)) {
      i++;
    } else if (atLineStart && (unit === 62 || unit === 0xff1e) && !isLeadingComparison(i)) {
      i = scanQuote(i);
    } else {
      i = unit < 128 ? scanAscii(unit, i) : scanWide(unit, i);
      atLineStart = false;
    }
  }
}

/** A name whose first character is an ASCII letter. */
function scanName(text: string, start: number, first: number): number {
  const length = text.length;
  // As in known-texts.ts: what stands in variables of the module is loaded anew each time.
  const codes = letterCodes;
  let integer = codes[first];
  let count = 0;
  let full = start + LETTERS_AN_INTEGER;
  let i = start + 1;
  for (; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 128) return add(TokenKind.Name, start, endOfName(text, i));
    const letter = codes[unit];
    if (letter === NO_LETTER) break;
    if (unit === 45) {
      // A hyphen is in a name only where the name goes on behind it.
      const next = text.charCodeAt(i + 1);
      if (next >= 128) return add(TokenKind.Name, start, endOfName(text, i));
      if (!(codes[next] < NO_LETTER) || next === 45) break;
    }
    if (i === full) {
      spelt[count++] = integer;
      if (count === MOST_INTEGERS) return add(TokenKind.Name, start, endOfName(text, i));
      integer = 0;
      full += LETTERS_AN_INTEGER;
    }
    integer = (integer << 6) | letter;
  }
  spelt[count++] = integer;
  // The name of a deal and a label are their own: to keep them would only make the others harder to find.
  const isOwn = lastIs(DEAL) || text.charCodeAt(i) === 58;
  return add(TokenKind.Name, start, i, isOwn ? 0 : numberOfSpelt(text, start, i, count));
}

const DEAL = numberOfText('deal', 0, 4);

/** Whether the last token is a name with the text of this number. */
const lastIs = (number: number): boolean => tokenCount > 0 && textNumbers[tokenCount - 1] === number;

/** The offset of the line end at or after `i`. To stay linear, `i` must not decrease from call to call. */
function lineEndAt(i: number): number {
  if (nextFeed < i) nextFeed = orEnd(source.indexOf('\n', i));
  if (nextReturn < i) nextReturn = orEnd(source.indexOf('\r', i));
  return Math.min(nextFeed, nextReturn);
}

const orEnd = (found: number): number => (found === -1 ? source.length : found);

function scanAscii(unit: number, i: number): number {
  if (isDigit(unit)) return scanNumber(i);
  const next = source.charCodeAt(i + 1);
  switch (unit) {
    case 34:
      return scanString(i, 34);
    case 47:
      if (next === 47) return addComment(i, lineEndAt(i));
      if (next === 42) return scanBlockComment(i);
      return scanUnknown(i);
    case 45:
      return next === 45 ? scanUnknown(i) : add(TokenKind.Minus, i, i + 1);
    default:
      return scanPunctuation(unit, i) || scanUnknown(i);
  }
}

/** Adds the punctuation token at `i` and gives the offset after it; 0 where there is none. */
function scanPunctuation(unit: number, i: number): number {
  switch (unit) {
    case 40:
      openParentheses++;
      return add(TokenKind.OpenParenthesis, i, i + 1);
    case 41:
      if (openParentheses > 0) openParentheses--;
      return add(TokenKind.CloseParenthesis, i, i + 1);
    case 44:
      return add(TokenKind.Comma, i, i + 1);
    case 61:
      return scanEquals(i);
    case 58:
      return add(TokenKind.Colon, i, i + 1);
    case 46:
      return scanDots(i);
    case 91:
      return add(TokenKind.OpenBracket, i, i + 1);
    case 93:
      return add(TokenKind.CloseBracket, i, i + 1);
    case 123:
      openParentheses = 0;
      return add(TokenKind.OpenBrace, i, i + 1);
    case 125:
      openParentheses = 0;
      return add(TokenKind.CloseBrace, i, i + 1);
    case 60:
      return scanComparison(TokenKind.Less, i);
    case 62:
      return scanComparison(TokenKind.Greater, i);
    case 43:
      return add(TokenKind.Plus, i, i + 1);
    case 37:
      return add(TokenKind.Percent, i, i + 1);
    default:
      return 0;
  }
}

const asAscii = (unit: number): number => (unit < 128 ? unit : asciiTwin(unit));

/** `<` or `>` and the `=` after it. AtMost and AtLeast follow Less and Greater in {@link TokenKind}. */
function scanComparison(strict: TokenKind.Less | TokenKind.Greater, i: number): number {
  const next = source.charCodeAt(i + 1);
  if (asAscii(next) !== 61) return add(strict, i, i + 1);
  if (next !== 61) hintTwin(i + 1, '=');
  return add((strict + 1) as TokenKind, i, i + 2);
}

/** `=`, and what is typed for `<=` and `>=` and for `=` itself. */
function scanEquals(i: number): number {
  switch (source.charCodeAt(i + 1)) {
    case 60:
      lexicalError(i, i + 2, 'At most is written `<=`', 'Write `<=`', '<=');
      return add(TokenKind.AtMost, i, i + 2);
    case 62:
      lexicalError(i, i + 2, 'At least is written `>=`', 'Write `>=`', '>=');
      return add(TokenKind.AtLeast, i, i + 2);
    case 61:
      lexicalError(i, i + 2, 'A value is given with one `=`', 'Write `=`', '=');
      return add(TokenKind.Equals, i, i + 2);
    default:
      return add(TokenKind.Equals, i, i + 1);
  }
}

function scanDots(i: number): number {
  if (source.charCodeAt(i + 1) !== 46) return add(TokenKind.Dot, i, i + 1);
  let end = i + 2;
  while (source.charCodeAt(end) === 46) end++;
  if (end > i + 2) lexicalError(i, end, 'A range is written with two dots, such as 10..12', 'Write `..`', '..');
  return add(TokenKind.DotDot, i, end);
}

/** A string: to the mark that closes the style of `opener` (`"` or `“`), at most to the line's end. */
function scanString(i: number, opener: number): number {
  const closer = opener === 34 ? 34 : 0x201d;
  const length = source.length;
  let end = i + 1;
  let plain = true;
  for (; end < length; end++) {
    const unit = source.charCodeAt(end);
    if (unit === closer) {
      if (opener !== 34 && plain) hintCurlyString(i, end + 1);
      return add(TokenKind.String, i, end + 1);
    }
    if (unit === 10 || unit === 13) break;
    if (unit === 34) plain = false;
  }
  return scanOpenString(i, end, opener);
}

/** A string that its line does not close: it ends at a closing mark of the other style, else with the line. */
function scanOpenString(start: number, lineEnd: number, opener: number): number {
  const [right, wrong] = opener === 34 ? ['"', 0x201d] : ['”', 34];
  let nested = 0;
  for (let i = start + 1; i < lineEnd; i++) {
    const unit = source.charCodeAt(i);
    if (unit === 0x201c) nested++;
    else if (unit === wrong && nested-- === 0) {
      markError(i, i + 1);
      const fix = { title: `Close it with ${right}`, start: i, end: i + 1, newText: right };
      reportError(i, i + 1, `A text opened with ${source[start]} is closed with ${right}`, fix);
      return add(TokenKind.String, start, i + 1);
    }
  }
  let end = lineEnd;
  while (end > start + 1 && (source.charCodeAt(end - 1) === 32 || source.charCodeAt(end - 1) === 9)) end--;
  markError(start, end);
  const fix = { title: `Close it with ${right}`, start: end, end, newText: right };
  reportError(start, end, `This text in quotation marks is not closed on its line: expected ${right}`, fix);
  return add(TokenKind.String, start, end);
}

/**
 * Tells `screen\n  > 10` inside parentheses from a quote: a comparison stands behind `( name` or `, name`, with a number
 * or nothing but a comment behind it on its line.
 */
function isLeadingComparison(i: number): boolean {
  if (openParentheses === 0 || tokenCount < 2 || kinds[tokenCount - 1] !== TokenKind.Name) return false;
  const before = kinds[tokenCount - 2];
  if (before !== TokenKind.OpenParenthesis && before !== TokenKind.Comma) return false;
  let next = i + 1;
  if (asAscii(source.charCodeAt(next)) === 61) next++;
  let unit = source.charCodeAt(next);
  while (unit === 32 || unit === 9 || isWideSpace(unit)) unit = source.charCodeAt(++next);
  return isDigit(unit) || unit === 10 || unit === 13 || unit === 47;
}

/** Adjacent lines that start with `>`, each raw to its end. */
function scanQuote(start: number): number {
  // A quote is never inside parentheses: one before it was not closed.
  openParentheses = 0;
  let mark = start;
  for (;;) {
    if (source.charCodeAt(mark) !== 62) hintTwin(mark, '>');
    const end = lineEndAt(mark);
    const crlf = source.charCodeAt(end) === 13 && source.charCodeAt(end + 1) === 10;
    let next = end + (crlf ? 2 : 1);
    while (source.charCodeAt(next) === 32 || source.charCodeAt(next) === 9 || source.charCodeAt(next) === 0x3000)
      next++;
    const unit = source.charCodeAt(next);
    if (unit !== 62 && unit !== 0xff1e) return add(TokenKind.Quote, start, end);
    mark = next;
  }
}

function scanBlockComment(start: number): number {
  const closer = noCommentEnd ? -1 : source.indexOf('*/', start + 2);
  if (closer !== -1) return addComment(start, closer + 2);
  noCommentEnd = true;
  // It ends with its line, so that what follows is not lost.
  const end = lineEndAt(start);
  markError(start, end);
  const fix = { title: 'Close the comment', start: end, end, newText: ' */' };
  reportError(start, end, 'This comment is not closed: expected `*/`', fix);
  return addComment(start, end);
}

function hintTwin(i: number, ascii: string): void {
  const message = `\`${source[i]}\` is read as \`${ascii}\``;
  reportHint(i, i + 1, message, { title: `Write \`${ascii}\``, start: i, end: i + 1, newText: ascii });
}

function hintCurlyString(start: number, end: number): void {
  const newText = `"${source.slice(start + 1, end - 1)}"`;
  const fix = { title: 'Write straight quotation marks', start, end, newText };
  reportHint(start, end, '`“…”` is read as `"…"`', fix);
}

/** A character beyond ASCII that is not white space: a name, the twin of an ASCII mark, or an oddity. */
function scanWide(unit: number, i: number): number {
  const width = identifierStartWidth(source, i);
  if (width !== 0) return add(TokenKind.Name, i, endOfName(source, i + width));
  if (unit === 0x201c) return scanString(i, unit);
  const twin = asciiTwin(unit);
  if (twin === 0 || twin === 34) return scanUnknown(i);
  hintTwin(i, String.fromCharCode(twin));
  return scanPunctuation(twin, i);
}

/** Text that no token can hold: reported, with what was likely meant; that may still be a token. */
function scanUnknown(i: number): number {
  const oddity = scanOddity(source, i, openParentheses > 0);
  lexicalError(oddity.start ?? i, oddity.end, oddity.message, oddity.title, oddity.newText);
  if (oddity.comment === true) return addComment(i, oddity.end);
  return oddity.kind === undefined ? oddity.end : add(oddity.kind, i, oddity.end);
}
