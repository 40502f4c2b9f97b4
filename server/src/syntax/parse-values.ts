import { addToken, expectPath, parsePath } from './parse-names.ts';
import { addDuration, parseNumeric, recoverCurrencyFirst } from './parse-numbers.ts';
import { recoverQuarter, recoverWrittenDate } from './parse-written-dates.ts';
import { problemCount, rewindProblems } from './problems.ts';
import { recoverAmountInWords } from './recover-amounts.ts';
import { isInnerException } from './recover-exceptions.ts';
import { recoverSetSum } from './recover-sets.ts';
import {
  choiceMeant,
  isUnspacedMinus,
  recoverBraced,
  recoverExceptWord,
  recoverParenthesised,
  recoverPercentFirst,
  recoverUnspacedMinus,
} from './recover-values.ts';
import {
  enterNesting,
  isStrayBrace,
  leaveNesting,
  looksMisplaced,
  MAX_NESTING,
  nesting,
  skipBracketed,
  skipStrayBraces,
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
  returnTo,
  wordAt,
} from './token-stream.ts';
import { ends, hasLexicalError, kinds, source, starts } from './tokens.ts';
import { NodeKind } from './tree.ts';
import {
  addLeaf,
  closeNode,
  nodeCount,
  nodeKindAt,
  nodeStartAt,
  openNode,
  openWrapper,
  rewindNodes,
  wrapNode,
} from './tree-builder.ts';
import { isUnitOfTime } from './units.ts';
import { valueRunAt } from './value-runs.ts';

/** `value = sum [ "except" sum ]`. Always adds one node: where the value is missing, an empty Skipped. */
export function parseValue(): void {
  const value = nodeCount();
  parseSum();
  if (kinds[at] !== TokenKind.Name || isInnerException(at)) return;
  if (!isWord(at, 'except') && !recoverExceptWord()) return;
  wrapNode(value, 1);
  openWrapper(value, NodeKind.Difference, nodeStartAt(value + 1));
  advance();
  if (isWord(at, 'for') && startsValue(kinds[at + 1])) {
    errorAt(at, 'No `for` is expected after `except`', removal(at));
    advance();
  }
  parseSum();
  if (isWord(at, 'except')) {
    errorAt(at, 'Expected one `except`: write what is excepted as one list, such as `worldwide except [CN, RU]`');
    while (isWord(at, 'except')) {
      advance();
      if (kinds[at] === TokenKind.OpenBracket) skipBracketed(TokenKind.OpenBracket, TokenKind.CloseBracket);
      else if (startsValue(kinds[at])) advance();
    }
  }
  closeNode(value, lastEnd());
}

/** Terms of one sum beyond which it is not read. */
const MAX_TERMS = 200;

/** `sum = primary { ("+"|"-") NUMBER UNIT }` */
function parseSum(): void {
  const operand = nodeCount();
  const first = at;
  parsePrimary();
  if ((kinds[at] !== TokenKind.Plus && kinds[at] !== TokenKind.Minus) || recoverSetSum(operand, first)) return;
  if (!isTime(nodeKindAt(operand))) {
    errorAt(at, 'Only to a date or an event can time be added, such as `AGI + 5 years`');
  }
  const terms = countTerms();
  if (terms > MAX_TERMS) {
    errorAt(at, `More than ${MAX_TERMS} durations are added here; add them up first`);
    for (let i = 0; i < terms * 3; i++) advance();
  } else if (terms > 0) {
    addTerms(operand, terms);
  }
  if (kinds[at] === TokenKind.Plus || kinds[at] === TokenKind.Minus) recoverTerm();
}

function isTime(kind: number): boolean {
  switch (kind) {
    case NodeKind.Path:
    case NodeKind.Date:
    case NodeKind.Month:
    case NodeKind.Number:
    case NodeKind.EarlierOf:
    case NodeKind.LaterOf:
    case NodeKind.Skipped:
      return true;
    default:
      return false;
  }
}

/** How many `+ NUMBER UNIT` or `- NUMBER UNIT` follow. */
function countTerms(): number {
  let terms = 0;
  for (let i = at; kinds[i] === TokenKind.Plus || kinds[i] === TokenKind.Minus; i += 3) {
    if (kinds[i + 1] !== TokenKind.Number || !isUnitOfTime(i + 2)) break;
    terms++;
  }
  return terms;
}

/** Wraps the operand in one Plus or Minus a term: the last term's is the outermost. */
function addTerms(operand: number, terms: number): void {
  wrapNode(operand, terms);
  const start = nodeStartAt(operand + terms);
  for (let i = 0; i < terms; i++) {
    const isPlus = kinds[at + 3 * (terms - 1 - i)] === TokenKind.Plus;
    openWrapper(operand + i, isPlus ? NodeKind.Plus : NodeKind.Minus, start);
  }
  for (let i = terms - 1; i >= 0; i--) {
    advance();
    addDuration();
    closeNode(operand + i, lastEnd());
  }
}

/** A `+` or `-` with no duration behind it: passes what was meant as one, and says what is wrong with it. */
function recoverTerm(): void {
  while (kinds[at] === TokenKind.Plus || kinds[at] === TokenKind.Minus) {
    const [sign, problems] = [at, problemCount()];
    advance();
    let isTold = false;
    if (!isOperator(kinds[at + 1]) && startsValue(kinds[at]) && !looksMisplaced(at)) {
      const unwanted = nodeCount();
      parsePrimary();
      // A duration with another word for its unit: that is told.
      isTold = problemCount() > problems && DURATIONS.includes(nodeKindAt(unwanted));
      rewindNodes(unwanted);
    }
    if (isTold || hasLexicalError(ends[sign], lastEnd())) continue;
    rewindProblems(problems);
    errorAt(sign, `Expected a duration after \`${wordAt(sign)}\`, such as 90 days, 18 months or 5 years`);
    // `one year`
    while (kinds[at] === TokenKind.Name && !isFirstOnLine(at) && !isOperator(kinds[at + 1])) advance();
  }
}

/** What a number with a wrong unit is read as. */
const DURATIONS: readonly NodeKind[] = [NodeKind.Duration, NodeKind.Skipped];

function parsePrimary(): void {
  switch (kinds[at]) {
    case TokenKind.Name:
      parseNamed();
      return;
    case TokenKind.OpenBracket:
      parseList();
      return;
    case TokenKind.String:
      addToken(NodeKind.String);
      return;
    case TokenKind.Date:
      addToken(NodeKind.Date);
      return;
    case TokenKind.Month:
      addToken(NodeKind.Month);
      return;
    case TokenKind.Number:
    case TokenKind.NumberWithSuffix:
    case TokenKind.DotDot:
      parseNumeric();
      return;
    case TokenKind.OpenParenthesis:
      recoverParenthesised();
      return;
    case TokenKind.OpenBrace:
      if (recoverBraced()) return;
      missingValue();
      return;
    default:
      missingValue();
      return;
  }
}

/** A value that starts with a name: a path, `earlier of` or `later of`. */
function parseNamed(): void {
  switch (kinds[at + 1]) {
    case TokenKind.Name:
      if (isWord(at + 1, 'of')) {
        if (isWord(at, 'earlier')) {
          parseChoice(NodeKind.EarlierOf);
          return;
        }
        if (isWord(at, 'later')) {
          parseChoice(NodeKind.LaterOf);
          return;
        }
        if (recoverChoice()) return;
      }
      if (!isWord(at + 1, 'except') && recoverAmountInWords()) return;
      if (isUnspacedMinus()) {
        recoverUnspacedMinus();
        return;
      }
      if (looksMisplaced(at)) {
        missingValue();
        return;
      }
      break;
    case TokenKind.Percent:
      if (recoverAmountInWords()) return;
      break;
    case TokenKind.Colon:
    case TokenKind.OpenParenthesis:
      if (kinds[at + 1] === TokenKind.OpenParenthesis && recoverAmountInWords()) return;
      if (looksMisplaced(at)) {
        missingValue();
        return;
      }
      break;
    case TokenKind.Number:
    case TokenKind.NumberWithSuffix:
      if (recoverCurrencyFirst() || recoverWrittenDate() || recoverQuarter() || recoverAmountInWords()) return;
      break;
    case TokenKind.Dot:
      if (recoverWrittenDate()) return;
      break;
    case TokenKind.OpenBracket:
      if (recoverChoice()) return;
      break;
    default:
  }
  parsePath();
}

/** `earliest of [..]`, `earlier [..]` */
function recoverChoice(): boolean {
  const meant = choiceMeant(wordAt(at));
  if (meant === undefined) return false;
  const last = isWord(at + 1, 'of') ? at + 1 : at;
  const words = `${meant} of`;
  const fix = { title: `Write \`${words}\``, start: starts[at], end: ends[last], newText: words };
  errorOver(at, last, `Expected \`${words}\` instead of \`${source.slice(starts[at], ends[last])}\``, fix);
  parseChoice(meant === 'earlier' ? NodeKind.EarlierOf : NodeKind.LaterOf, last - at + 1);
  return true;
}

/** `earlier of [..]` and `later of [..]`, at the first of its words. */
function parseChoice(kind: NodeKind, words = 2): void {
  const choice = openNode(kind, starts[at]);
  for (let i = 0; i < words; i++) advance();
  const run = kinds[at] === TokenKind.OpenBracket ? undefined : valueRunAt(at);
  if (kinds[at] === TokenKind.OpenBracket) {
    parseList();
  } else if (run !== undefined) {
    const [start, end] = [starts[at], ends[run.last]];
    const fix = { title: 'Put them in brackets', start, end, newText: run.text };
    errorOver(at, run.last, 'Expected a list of dates or events, such as `earlier of [AGI, 2032-12-31]`', fix);
    addLeaf(NodeKind.List, start, end);
    while (at <= run.last) advance();
  } else {
    errorBefore('Expected a list of dates or events, such as `earlier of [AGI, 2032-12-31]`');
    addLeaf(NodeKind.List, lastEnd(), lastEnd());
  }
  closeNode(choice, lastEnd());
}

/** `names = path | list` */
export function parseNames(what: string): void {
  if (kinds[at] === TokenKind.OpenBracket) parseList();
  else expectPath(what);
}

/** `list = "[" value {"," value} [","] "]"`, at its bracket. */
export function parseList(): void {
  const list = openNode(NodeKind.List, starts[at]);
  if (nesting >= MAX_NESTING) {
    errorAt(at, `Lists stand within each other more than ${MAX_NESTING} deep here; what is inside is not read`);
    skipBracketed(TokenKind.OpenBracket, TokenKind.CloseBracket);
  } else {
    enterNesting();
    advance();
    parseListValues();
    leaveNesting();
  }
  closeNode(list, lastEnd());
}

function parseListValues(): void {
  if (kinds[at] === TokenKind.CloseBracket) {
    errorAt(at, 'Expected at least one value between `[` and `]`');
    advance();
    return;
  }
  let isReported = false;
  while (startsListValue() || skipsListJunk()) {
    const place = at;
    parseValue();
    if (at === place) break;
    if (kinds[at] === TokenKind.CloseBracket) {
      advance();
      return;
    }
    if (kinds[at] === TokenKind.Comma) {
      const comma = at;
      advance();
      if (kinds[at] === TokenKind.CloseBracket) {
        advance();
        return;
      }
      if (kinds[at] === TokenKind.Name && isOperator(kinds[at + 1])) {
        // `[US, EU, scope = x`: the comma already belongs to the arguments around the list.
        returnTo(comma);
        errorMissing(']', 'Expected `]` to close the list');
        return;
      }
    } else if (startsListValue()) {
      if (!isReported) recoverSeparator();
      else if (isWord(at, 'and') || isWord(at, 'or')) advance();
      isReported = true;
    }
  }
  if (kinds[at] === TokenKind.CloseBracket) {
    advance();
    return;
  }
  errorMissing(']', 'Expected `]` to close the list');
}

/** Two values of a list with no comma between them, or with `and` or `or`. */
function recoverSeparator(): void {
  if (!isWord(at, 'and') && !isWord(at, 'or')) {
    const isNames = kinds[at - 1] === TokenKind.Name && kinds[at] === TokenKind.Name;
    errorMissing(',', `Expected a comma between the values of the list${isNames ? ': a name is one word' : ''}`);
    return;
  }
  errorAt(at, `Expected a comma instead of \`${wordAt(at)}\``, replacement(at, ','));
  advance();
}

function startsListValue(): boolean {
  if (kinds[at] === TokenKind.Name) return !isOperator(kinds[at + 1]) && !looksMisplaced(at);
  return startsValue(kinds[at]);
}

/** Passes what fits nowhere in a list. True if a value follows. */
function skipsListJunk(): boolean {
  for (;;) {
    switch (kinds[at]) {
      case TokenKind.Comma:
        errorAt(at, 'Expected a value before the comma', removal(at));
        advance();
        break;
      case TokenKind.Colon:
      case TokenKind.Dot:
      case TokenKind.Percent:
      case TokenKind.Plus:
      case TokenKind.Minus:
      case TokenKind.Equals:
        errorAt(at, `Expected a comma or \`]\` instead of ${describe(at)}`);
        advance();
        break;
      case TokenKind.OpenBrace:
      case TokenKind.CloseBrace:
        if (!isStrayBrace()) return false;
        skipStrayBraces();
        if (kinds[at] === TokenKind.Comma) advance();
        break;
      default:
        return startsListValue();
    }
  }
}

const isDigits = (kind: number): boolean => kind === TokenKind.Number || kind === TokenKind.NumberWithSuffix;

function missingValue(): void {
  if (isStrayBrace()) {
    skipStrayBraces();
    if (startsValue(kinds[at])) {
      parsePrimary();
      return;
    }
  }
  if (recoverPercentFirst()) return;
  if (kinds[at] === TokenKind.Equals || kinds[at] === TokenKind.Colon || kinds[at] === TokenKind.Percent) {
    errorAt(at, `Expected a value instead of ${describe(at)}`, removal(at));
    advance();
    if (kinds[at] !== TokenKind.Equals && startsValue(kinds[at]) && !looksMisplaced(at)) {
      parsePrimary();
      return;
    }
  } else if (kinds[at] === TokenKind.Minus && isDigits(kinds[at + 1])) {
    errorAt(at, 'Expected a number without a sign', removal(at));
    advance();
    parsePrimary();
    return;
  } else {
    errorBefore('Expected a value, such as `Azure`, `[US, EU]`, 2026-02-27 or 250B USD');
  }
  addLeaf(NodeKind.Skipped, lastEnd(), lastEnd());
}
