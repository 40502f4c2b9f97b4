import { addToken } from './parse-names.ts';
import { parseValue } from './parse-values.ts';
import {
  isExceptionAsValue,
  isInnerException,
  recoverInnerException,
  recoverUnnamedException,
} from './recover-exceptions.ts';
import { isBareFlag, recoverBareFlag } from './recover-flags.ts';
import { EXCEPT_WORDS } from './recover-values.ts';
import {
  isArgumentTail,
  isArgumentWord,
  isBeyondArguments,
  skipArgument,
  skipStrayBraces,
  startsDeclaration,
  startsValue,
} from './recovery.ts';
import { TokenKind } from './token-kind.ts';
import {
  advance,
  at,
  describe,
  errorAt,
  errorBefore,
  errorMissing,
  errorOver,
  isFirstOnLine,
  isOperator,
  isWord,
  lastEnd,
  removal,
  replacement,
  setTrusting,
  wordAt,
} from './token-stream.ts';
import { ends, hasLexicalError, kinds, source, starts } from './tokens.ts';
import { NodeKind } from './tree.ts';
import { addLeaf, closeNode, openNode } from './tree-builder.ts';
import { isOfTime, startOfValue, valueRunAt } from './value-runs.ts';

/**
 * `args = "(" [ arg {"," arg} [","] ] ")"`, at its parenthesis, or at the first argument where that is missing. The node
 * starts at `start`. Another closer than `)` is given where another bracket was typed for the `(`. True if they are closed.
 */
export function parseArguments(
  kind: ArgumentsKind,
  start: number,
  closer: TokenKind = TokenKind.CloseParenthesis,
  isOpened = true,
): boolean {
  const list = openNode(kind, start);
  if (kinds[at] !== TokenKind.Name) advance();
  if (kinds[at] !== closer) skipStrayBraces();
  let isUnnamed = false;
  while (!endsArguments(closer)) {
    const place = at;
    if (kinds[at] === TokenKind.Name && isOperator(kinds[at + 1]) && !isExceptionAsValue(at)) parseArgument();
    // `license(film, FR)`: to say once that values need names is enough.
    else if (isUnnamed && isBareValue(at) && !isBareFlag(at)) skipArgument();
    else {
      isUnnamed = isBareValue(at) && !isBareFlag(at);
      if (!recoverArgument()) break;
    }
    if (kinds[at] !== closer) skipStrayBraces();
    if (kinds[at] === TokenKind.Comma) advance();
    else if (kinds[at] !== closer && kinds[at] !== TokenKind.CloseParenthesis && !recoverSeparator()) break;
    if (kinds[at] !== closer) skipStrayBraces();
    if (at === place) break;
  }
  const isClosed = kinds[at] === closer || kinds[at] === TokenKind.CloseParenthesis;
  if (isClosed) advance();
  else if (isOpened) errorMissing(')', 'Expected `)` to close the arguments');
  closeNode(list, lastEnd());
  return isClosed;
}

/**
 * Arguments without their `(`, at the first of them: of both parentheses only one error. `after` is what they belong to, and
 * `gap` what stands between it and them.
 */
export function parseUnopened(kind: ArgumentsKind, start: number, after: string, gap: '' | ' '): void {
  const first = at;
  const isBlank = source.slice(lastEnd(), starts[first]).trim() === '';
  const [place, opener] = isBlank ? [lastEnd(), `${gap}(`] : [starts[first], '('];
  setTrusting(false);
  if (parseArguments(kind, start, TokenKind.CloseParenthesis, false)) {
    errorAt(first, `Expected \`(\` after ${after}`, {
      title: 'Insert `(`',
      start: place,
      end: starts[first],
      newText: opener,
    });
    return;
  }
  const written = source.slice(starts[first], lastEnd());
  const fix = { title: 'Put them in parentheses', start: place, end: lastEnd(), newText: `${opener}${written})` };
  const message = `The arguments of ${after} stand in parentheses, such as \`host(cloud = Azure)\``;
  errorOver(first, at - 1, message, written.length > 200 ? undefined : fix);
}

type ArgumentsKind = NodeKind.Arguments | NodeKind.ExceptArguments;

/** Whether the arguments end here: at their closer, or at a `)` whatever the closer. */
function endsArguments(closer: TokenKind): boolean {
  if (kinds[at] === TokenKind.CloseParenthesis) return !skipsEarlyCloser();
  return kinds[at] === closer;
}

/** A `)` with more arguments behind it: reported and passed, with the comma after it. False for any other. */
function skipsEarlyCloser(): boolean {
  const next = kinds[at + 1] === TokenKind.Comma ? at + 2 : at + 1;
  if (kinds[next] !== TokenKind.Name || !isOperator(kinds[next + 1]) || !isArgumentTail(next)) return false;
  const hasComma = next === at + 2;
  // On a line of its own it may as well be a clause without its `(`.
  if (!hasComma && isFirstOnLine(next)) return false;
  errorAt(at, 'More arguments follow: no `)` is expected here', hasComma ? removal(at) : replacement(at, ','));
  advance();
  if (hasComma) advance();
  return true;
}

/** `arg = NAME ( "=" value | ("<"|"<="|">"|">=") NUMBER )`, at a name before an operator. */
function parseArgument(): void {
  let operator = kinds[at + 1];
  if (operator === TokenKind.Equals && isOperator(kinds[at + 2]) && kinds[at + 2] !== TokenKind.Equals) {
    // `screen = < 10`
    operator = kinds[at + 2];
    errorAt(at + 1, 'A comparison is written without `=`, such as `screen < 10`', removal(at + 1));
  }
  const argument = openNode(argumentKind(operator), starts[at]);
  addToken(NodeKind.Name);
  while (kinds[at] !== operator) advance();
  advance();
  if (operator === TokenKind.Equals) parseValue();
  else expectNumber();
  closeNode(argument, lastEnd());
}

function argumentKind(operator: number): NodeKind {
  switch (operator) {
    case TokenKind.Less:
      return NodeKind.ArgumentLess;
    case TokenKind.AtMost:
      return NodeKind.ArgumentAtMost;
    case TokenKind.Greater:
      return NodeKind.ArgumentGreater;
    case TokenKind.AtLeast:
      return NodeKind.ArgumentAtLeast;
    default:
      return NodeKind.Argument;
  }
}

function expectNumber(): void {
  const next = kinds[at + 1];
  const ended = next === TokenKind.Comma || next === TokenKind.CloseParenthesis || next === TokenKind.EndOfFile;
  if (kinds[at] === TokenKind.Number && (ended || next === TokenKind.Name)) {
    addToken(NodeKind.Number);
    return;
  }
  errorBefore('Expected a plain number after a comparison, such as `screen < 10`');
  addLeaf(NodeKind.Number, lastEnd(), lastEnd());
  if (kinds[at] !== TokenKind.Name || !isOperator(kinds[at + 1])) skipArgument();
}

/** Whether a name stands by itself at token `i`, between commas or parentheses. */
const isBareValue = (i: number): boolean =>
  kinds[i] === TokenKind.Name && (kinds[i + 1] === TokenKind.Comma || kinds[i + 1] === TokenKind.CloseParenthesis);

/** Something else than `name =` where an argument is expected. False where the parentheses end without a `)`. */
function recoverArgument(): boolean {
  if (isBeyondArguments()) return false;
  if (isInnerException(at) || isExceptionAsValue(at)) {
    recoverInnerException();
    return true;
  }
  if (isBareFlag(at)) {
    recoverBareFlag();
    return true;
  }
  if (kinds[at] === TokenKind.Number && recoverGroupedNumber()) return true;
  if (kinds[at - 1] === TokenKind.Comma && recoverSeveral()) return true;
  switch (kinds[at]) {
    case TokenKind.Name:
      recoverNamed();
      return true;
    case TokenKind.Comma:
      errorAt(at, 'Expected an argument before the comma', removal(at));
      return true;
    case TokenKind.OpenParenthesis:
      if (kinds[at + 1] === TokenKind.Name && isOperator(kinds[at + 2])) {
        errorAt(at, 'Expected an argument such as `cloud = Azure` instead of `(`', removal(at));
        advance();
        parseArgument();
        return true;
      }
      break;
    case TokenKind.Number:
    case TokenKind.NumberWithSuffix:
      if (recoverDecimalComma()) return true;
      break;
    default:
  }
  errorAt(at, `Expected an argument such as \`cloud = Azure\` instead of ${describe(at)}`);
  skipArgument();
  return true;
}

/** `territory = DE, AT`, `scope = film and book`: several values without brackets, behind the first of them. */
function recoverSeveral(): boolean {
  const first = startOfValue(at);
  const run = first === -1 ? undefined : valueRunAt(first);
  if (run === undefined || run.last < at) return false;
  if (isOfTime(first)) {
    const message = `Of several times, say which: \`earlier of ${run.text}\` or \`later of ${run.text}\``;
    errorOver(first, run.last, message);
    while (at <= run.last) advance();
    return true;
  }
  const fix = { title: 'Put them in brackets', start: starts[first], end: ends[run.last], newText: run.text };
  errorOver(first, run.last, 'Several values are written as a list, such as `[US, EU]`', fix);
  while (at <= run.last) advance();
  return true;
}

/** Words that are written for `=`, before a value. */
const EQUALS_WORDS: ReadonlySet<string> = new Set(['in', 'is', 'are', 'equals', 'within']);

/** An argument whose name is not followed by an operator. */
function recoverNamed(): void {
  const next = kinds[at + 1];
  if (next === TokenKind.Name && EQUALS_WORDS.has(wordAt(at + 1)) && startsValue(kinds[at + 2])) {
    errorAt(at + 1, `Expected \`=\` instead of ${describe(at + 1)}`, replacement(at + 1, '='));
    parseMistyped(1);
    return;
  }
  if (next === TokenKind.Colon) {
    errorAt(at + 1, 'Expected `=` between an argument and its value', replacement(at + 1, '='));
    parseMistyped(1);
    return;
  }
  if ((startsValue(next) || next === TokenKind.OpenBracket) && !startsDeclaration(at + 1)) {
    if (recoverUnnamedException()) return;
    const place = ends[at];
    const fix = { title: 'Insert `=`', start: place, end: place, newText: ' =' };
    errorAt(at + 1, `Expected \`=\` between ${describe(at)} and its value`, fix);
    parseMistyped(0);
    return;
  }
  errorAt(at, `Expected an argument such as \`cloud = Azure\` instead of ${describe(at)}`);
  skipArgument();
}

/** Reads an argument with `passed` tokens in place of its `=`. */
function parseMistyped(passed: 0 | 1): void {
  const argument = openNode(NodeKind.Argument, starts[at]);
  addToken(NodeKind.Name);
  if (passed === 1) advance();
  parseValue();
  closeNode(argument, lastEnd());
}

/** `250,000,000 USD`: the commas of a large number taken for those between arguments. */
function recoverGroupedNumber(): boolean {
  let first = at;
  while (isGroup(first)) first -= 2;
  if (first === at) return false;
  let last = at;
  while (isGroup(last + 2)) last += 2;
  const newText = source.slice(starts[first], Math.min(ends[last], starts[first] + 60)).replaceAll(',', '');
  const fix = { title: `Write ${newText}`, start: starts[first], end: ends[last], newText };
  errorOver(first, last, 'A number is written without commas', fix);
  while (at <= last && kinds[at] !== TokenKind.EndOfFile) advance();
  skipArgument();
  return true;
}

/** `5,5M EUR`: the decimal comma of other languages taken for one between arguments. */
function recoverDecimalComma(): boolean {
  const whole = at - 2;
  if (whole < 0 || kinds[at - 1] !== TokenKind.Comma) return false;
  if (starts[at] !== ends[at - 1] || starts[at - 1] !== ends[whole]) return false;
  if (kinds[whole] !== TokenKind.Number && kinds[whole] !== TokenKind.Date) return false;
  const start = starts[whole];
  const newText = `${source.slice(start, ends[whole]).replaceAll('.', '')}.${source.slice(starts[at], ends[at])}`;
  const fix = { title: `Write ${newText}`, start, end: ends[at], newText };
  errorOver(whole, at, 'The decimal mark of a number is a point', fix);
  skipArgument();
  return true;
}

/** Whether token `i` is three digits directly behind a comma directly behind a number. */
function isGroup(i: number): boolean {
  if (i < 2 || kinds[i] !== TokenKind.Number || kinds[i - 1] !== TokenKind.Comma || kinds[i - 2] !== TokenKind.Number) {
    return false;
  }
  return ends[i] - starts[i] === 3 && starts[i] === ends[i - 1] && starts[i - 1] === ends[i - 2];
}

/** Something else than `,` or `)` after an argument. False where the parentheses end without a `)`. */
function recoverSeparator(): boolean {
  if (isBeyondArguments()) return false;
  if (isInnerException(at)) return true;
  if (kinds[at] === TokenKind.Name && (isOperator(kinds[at + 1]) || isFirstOnLine(at))) {
    errorMissing(',', 'Expected a comma between the arguments');
    return true;
  }
  if (isWord(at, 'or') || isWord(at, 'and')) {
    if (!recoverSeveral()) errorAt(at, 'Several values are written as a list, such as `[US, EU]`');
  } else if (kinds[at] === TokenKind.CloseBracket) {
    errorAt(at, 'This `]` closes nothing', removal(at));
    advance();
    return kinds[at] === TokenKind.Comma ? recoverComma() : !isBeyondArguments();
  } else if (!recoverLongName() && !recoverUnjoined()) {
    errorAt(at, `Expected a comma or \`)\` instead of ${describe(at)}`);
  }
  skipArgument();
  if (kinds[at] === TokenKind.Comma) return recoverComma();
  return kinds[at] === TokenKind.CloseParenthesis;
}

function recoverComma(): true {
  advance();
  return true;
}

/** What names no argument, most likely. */
const SMALL_WORDS: ReadonlySet<string> = new Set(['of', 'in', 'at', 'on', 'than', 'the', 'a', 'an', 'is', 'not']);

/** `territory = United States`: a name in several words, behind the first of them. */
function recoverLongName(): boolean {
  const first = at - 1;
  if (kinds[first] !== TokenKind.Name || kinds[at] !== TokenKind.Name) return false;
  const before = first - 1;
  if (kinds[before] !== TokenKind.Equals && !isWord(before, 'except') && !EXCEPT_WORDS.has(wordAt(before)))
    return false;
  let last = at;
  while (kinds[last + 1] === TokenKind.Name && last - first < MOST_WORDS) last++;
  if (kinds[last + 1] !== TokenKind.Comma && kinds[last + 1] !== TokenKind.CloseParenthesis) return false;
  if (hasLexicalError(starts[first], ends[last])) return false;
  // `holder = A issuer B`: an argument and its value, most likely.
  if (last === at + 1 && (isArgumentWord(at) || /^(?!of|and|the)\p{Ll}/u.test(wordAt(at)))) return false;
  const written = source.slice(starts[first], Math.min(ends[last], starts[first] + 80));
  errorOver(
    first,
    last,
    `Expected one name, or a list such as \`[US, EU]\`, instead of \`${written}\`: a name is one word, and words of a contract stand in quotation marks`,
  );
  return true;
}

/** How many words of a value are taken for a name at most. */
const MOST_WORDS = 8;

/** `100 USD per year`: an argument with neither a comma before nor `=` in it. */
function recoverUnjoined(): boolean {
  const next = kinds[at + 2];
  if (kinds[at] !== TokenKind.Name || !startsValue(kinds[at + 1]) || kinds[at + 1] === TokenKind.OpenBracket)
    return false;
  if ((next !== TokenKind.Comma && next !== TokenKind.CloseParenthesis) || SMALL_WORDS.has(wordAt(at))) return false;
  const word = wordAt(at);
  // `from = 2026-01-01 to 2027-01-01`
  const name = word === 'to' && kinds[at + 1] === TokenKind.Date ? 'until' : word;
  const value = source.slice(starts[at + 1], Math.min(ends[at + 1], starts[at + 1] + 100));
  const written = `, ${name} = ${value}`;
  const fix = { title: `Write \`${written}\``, start: ends[at - 1], end: ends[at + 1], newText: written };
  errorOver(at, at + 1, `Expected a comma before an argument, and \`=\` in it: \`${name} = ${value}\``, fix);
  return true;
}
