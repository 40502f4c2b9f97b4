import { ends, kinds, source, starts } from './lexer.ts';
import { startsDeclaration } from './recovery.ts';
import { nearestWord } from './spelling.ts';
import { TokenKind } from './token-kind.ts';
import { advance, at, errorAt, errorBefore, isOperator, isWord, wordAt } from './token-stream.ts';
import { NodeKind } from './tree.ts';
import { addLeaf, closeNode, openNode } from './tree-builder.ts';
import { isCurrencyCode, isUnitOfTime, UNITS_OF_TIME } from './units.ts';

/** A value that starts with a number or with `..`: number, percent, money, duration or range. Adds one node. */
export function parseNumeric(): void {
  if (kinds[at] === TokenKind.DotDot) {
    parseRangeTo();
    return;
  }
  if (kinds[at] === TokenKind.NumberWithSuffix) {
    parseSuffixed();
    return;
  }
  switch (kinds[at + 1]) {
    case TokenKind.DotDot:
      parseRangeFrom();
      return;
    case TokenKind.Percent:
      addTokens(NodeKind.Percent, 2);
      return;
    case TokenKind.Name:
      if (isUnitOfTime(at + 1)) {
        addDuration();
        return;
      }
      if (isCurrencyCode(at + 1) && !isOperator(kinds[at + 2])) {
        addTokens(NodeKind.Money, 2);
        return;
      }
      if (isMeantAsUnit(at + 1)) {
        recoverUnit();
        return;
      }
      break;
    default:
  }
  addTokens(NodeKind.Number, 1);
}

/** Adds the next `count` tokens as one leaf. */
function addTokens(kind: NodeKind, count: number): void {
  addLeaf(kind, starts[at], ends[at + count - 1]);
  for (let i = 0; i < count; i++) advance();
}

/** `NUMBER UNIT` of time, both present. */
export function addDuration(): void {
  for (let i = starts[at], end = ends[at]; i < end; i++) {
    if (source.charCodeAt(i) === 46) {
      errorAt(at, 'Expected a whole number of days, weeks, months, quarters or years, such as 18 months');
    }
  }
  addTokens(NodeKind.Duration, 2);
}

function parseRangeTo(): void {
  const range = openNode(NodeKind.RangeTo, starts[at]);
  advance();
  if (kinds[at] === TokenKind.Number) addTokens(NodeKind.Number, 1);
  else {
    errorBefore('Expected a number after `..`, such as `..10`');
    addLeaf(NodeKind.Number, ends[at - 1], ends[at - 1]);
  }
  closeNode(range, ends[at - 1]);
}

function parseRangeFrom(): void {
  const isBounded = kinds[at + 2] === TokenKind.Number;
  const range = openNode(isBounded ? NodeKind.RangeBetween : NodeKind.RangeFrom, starts[at]);
  addTokens(NodeKind.Number, 1);
  advance();
  if (isBounded) addTokens(NodeKind.Number, 1);
  closeNode(range, ends[at - 1]);
}

/** Whether the name at token `i`, behind a number, can only be a mistaken unit or currency. */
function isMeantAsUnit(i: number): boolean {
  return (
    !isOperator(kinds[i + 1]) && !isWord(i, 'except') && !isWord(i, 'and') && !isWord(i, 'or') && !startsDeclaration(i)
  );
}

const MAGNITUDE_WORDS: ReadonlyMap<string, string> = new Map([
  ['k', 'K'],
  ['thousand', 'K'],
  ['m', 'M'],
  ['mm', 'M'],
  ['mn', 'M'],
  ['mio', 'M'],
  ['million', 'M'],
  ['b', 'B'],
  ['bn', 'B'],
  ['billion', 'B'],
  ['t', 'T'],
  ['tn', 'T'],
  ['trillion', 'T'],
]);

/** `90 dyas`, `100 usd`, `5 million USD`, `30 business days`: a number with a wrong unit. Adds one node. */
function recoverUnit(): void {
  const word = wordAt(at + 1);
  const number = wordAt(at);
  const magnitude = MAGNITUDE_WORDS.get(word.toLowerCase());
  const third = kinds[at + 2] === TokenKind.Name && !startsDeclaration(at + 2);
  if (magnitude !== undefined && third && isCurrencyCode(at + 2)) {
    mend(
      2,
      `Expected the amount as ${number}${magnitude} ${wordAt(at + 2)}`,
      `${number}${magnitude} ${wordAt(at + 2)}`,
    );
    addTokens(NodeKind.Money, 3);
    return;
  }
  if (third && isUnitOfTime(at + 2)) {
    errorAt(at + 1, `Expected a unit of time after ${number}: days, weeks, months, quarters or years`);
    addTokens(NodeKind.Duration, 3);
    return;
  }
  const unit = nearestWord(word, UNITS_OF_TIME);
  if (unit !== undefined) {
    mend(1, `Expected \`${unit}\` instead of \`${word}\``, `${number} ${unit}`);
    addTokens(NodeKind.Duration, 2);
    return;
  }
  if (/^[a-z]{3}$/i.test(word)) {
    mend(1, `Expected a currency in capital letters, such as ${word.toUpperCase()}`, `${number} ${word.toUpperCase()}`);
    addTokens(NodeKind.Money, 2);
    return;
  }
  errorAt(at + 1, `Expected a unit of time (days, months, years) or a currency (USD) after ${number}, not \`${word}\``);
  addTokens(NodeKind.Skipped, 2);
}

/** Reports an error about the number at the parser's place and the `more` tokens behind it, with its fix. */
function mend(more: number, message: string, newText: string): void {
  errorAt(at, message, { title: `Write ${newText}`, start: starts[at], end: ends[at + more], newText });
}

/** Digits with letters behind them: `250B USD`, and what is typed for it. Adds one node. */
function parseSuffixed(): void {
  const text = source.slice(starts[at], Math.min(ends[at], starts[at] + 40));
  const digits = /^[\d.]*/.exec(text)?.[0] ?? '';
  const suffix = text.slice(digits.length);
  const hasCurrency = isCurrencyCode(at + 1) && !isOperator(kinds[at + 2]);
  if (/^[KMBT]$/.test(suffix)) {
    if (hasCurrency) {
      addTokens(NodeKind.Money, 2);
      return;
    }
    errorAt(at, `Expected a currency after ${text}, such as ${text} USD`);
    addTokens(NodeKind.Money, 1);
    return;
  }
  const magnitude = MAGNITUDE_WORDS.get(suffix.toLowerCase());
  if (magnitude !== undefined) {
    mend(0, `Expected the amount as ${digits}${magnitude}`, `${digits}${magnitude}`);
    addTokens(NodeKind.Money, hasCurrency ? 2 : 1);
    return;
  }
  const parts = /^([KMBT]?)([A-Z]{3})$/.exec(suffix);
  if (parts !== null) {
    mend(0, `Expected a space before the currency`, `${digits}${parts[1]} ${parts[2]}`);
    addTokens(NodeKind.Money, 1);
    return;
  }
  if ((UNITS_OF_TIME as readonly string[]).includes(suffix)) {
    mend(0, `Expected a space between the number and \`${suffix}\``, `${digits} ${suffix}`);
    addTokens(NodeKind.Duration, 1);
    return;
  }
  errorAt(at, `\`${text}\` is neither a number nor a name: a name does not start with a digit`);
  addTokens(NodeKind.Skipped, 1);
}
