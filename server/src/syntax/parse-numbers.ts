import { amountAt, magnitudeMeant } from './amount-words.ts';
import { currenciesMeant, currencyFault } from './currency-words.ts';
import { recoverWrittenDate } from './parse-written-dates.ts';
import { recoverAmountInWords } from './recover-amounts.ts';
import { startsDeclaration } from './recovery.ts';
import { nearestWord } from './spelling.ts';
import { TokenKind } from './token-kind.ts';
import {
  advance,
  at,
  errorAt,
  errorBefore,
  errorOver,
  isFirstOnLine,
  isOperator,
  isWord,
  wordAt,
} from './token-stream.ts';
import { ends, kinds, source, starts } from './tokens.ts';
import { NodeKind } from './tree.ts';
import { addLeaf, closeNode, openNode } from './tree-builder.ts';
import { isCurrencyCode, isUnitOfTime, UNITS_OF_TIME, unitMeant } from './units.ts';

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
        if (kinds[at] === TokenKind.Name) recoverDurationFirst();
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
    case TokenKind.Dot:
      if (recoverWrittenDate()) return;
      break;
    case TokenKind.OpenParenthesis:
      if (recoverAmountInWords()) return;
      break;
    case TokenKind.Number:
    case TokenKind.NumberWithSuffix:
      if (recoverSpacedDigits()) return;
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

const BEHIND: ReadonlySet<string> = new Set(['after', 'from', 'following', 'since']);

/** `5 years after AGI`, behind the duration. */
function recoverDurationFirst(): void {
  const isBefore = isWord(at, 'before');
  if (!(isBefore || BEHIND.has(wordAt(at))) || kinds[at + 2] === TokenKind.Colon) return;
  if (kinds[at + 1] !== TokenKind.Name && kinds[at + 1] !== TokenKind.Date) return;
  const [start, end] = [starts[at - 2], ends[at + 1]];
  const newText = `${wordAt(at + 1)} ${isBefore ? '-' : '+'} ${source.slice(start, ends[at - 1])}`;
  errorOver(at - 2, at + 1, `Expected \`${newText}\``, { title: `Write \`${newText}\``, start, end, newText });
  advance();
  advance();
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
  if (isWord(i, 'from') || isWord(i, 'until')) return false;
  return (
    !isOperator(kinds[i + 1]) && !isWord(i, 'except') && !isWord(i, 'and') && !isWord(i, 'or') && !startsDeclaration(i)
  );
}

const PERCENT = /^(?:percent|pct|prozent)$/i;
const RANGE = /^(?:to|through|bis)$/i;

/** `90 dyas`, `100 usd`, `5 million euros`, `30 business days`: a number with a wrong unit. Adds one node. */
function recoverUnit(): void {
  if (recoverWrittenDate()) return;
  const word = wordAt(at + 1);
  const number = wordAt(at);
  if (PERCENT.test(word)) {
    mend(1, 'Expected a share written with `%`', `${number}%`);
    addTokens(NodeKind.Percent, 2);
    return;
  }
  if (RANGE.test(word) && kinds[at + 2] === TokenKind.Number) {
    const range = `${number}..${wordAt(at + 2)}`;
    mend(2, 'A range is written with two dots, such as 10..12', range);
    addTokens(NodeKind.Skipped, 3);
    return;
  }
  if (recoverMagnitude(number, magnitudeMeant(word))) return;
  const third = kinds[at + 2] === TokenKind.Name && !startsDeclaration(at + 2);
  if (third && isUnitOfTime(at + 2)) {
    errorAt(at + 1, `Expected a unit of time after ${number}: days, weeks, months, quarters or years`);
    addTokens(NodeKind.Duration, 3);
    return;
  }
  const unit = unitMeant(word, number) ?? nearestWord(word, UNITS_OF_TIME);
  if (unit !== undefined) {
    mend(1, `Expected \`${unit}\` instead of \`${word}\``, `${number} ${unit}`);
    addTokens(NodeKind.Duration, 2);
    return;
  }
  if (currenciesMeant(word).length > 0 || /^[a-z]{3}$/i.test(word)) {
    mendCurrency(1, number, word);
    addTokens(NodeKind.Money, 2);
    return;
  }
  errorAt(
    at + 1,
    `Expected a unit of time (days, weeks, months, quarters, years) or a currency (USD) after ${number}, not \`${word}\``,
  );
  addTokens(NodeKind.Skipped, 2);
}

/** `5 million USD`, `5 Mio. euros`, `5 million`: a magnitude apart from its number. */
function recoverMagnitude(number: string, magnitude: string | undefined): boolean {
  if (magnitude === undefined) return false;
  const currency = kinds[at + 2] === TokenKind.Dot ? at + 3 : at + 2;
  const amount = number + magnitude;
  if (isMeantAsCurrency(currency)) {
    mendCurrency(currency - at, amount, wordAt(currency));
    addTokens(NodeKind.Money, currency - at + 1);
    return true;
  }
  // A single letter may as well be meant as a unit of time.
  if (ends[at + 1] - starts[at + 1] < 2 || (kinds[at + 2] === TokenKind.Name && isUnitOfTime(at + 2))) return false;
  errorOver(at, at + 1, `Expected the amount as ${amount} and a currency, such as ${amount} USD`);
  addTokens(NodeKind.Money, 2);
  return true;
}

/** Whether the name at token `i` is meant as a currency, by its code or by another name. */
function isMeantAsCurrency(i: number): boolean {
  if (kinds[i] !== TokenKind.Name || !isMeantAsUnit(i)) return false;
  return currenciesMeant(wordAt(i)).length > 0 || /^[a-z]{3}$/i.test(wordAt(i));
}

/** Reports how an amount up to `more` tokens on is written, whose currency is called by this word. */
function mendCurrency(more: number, amount: string, word: string): void {
  const meant = currenciesMeant(word);
  if (meant.length > 1) {
    errorOver(at, at + more, currencyFault(word));
    return;
  }
  const code = meant[0] ?? word.toUpperCase();
  const isCode = meant.length === 0 && code !== word;
  const message = isCode ? `Expected a currency in capital letters, such as ${code}` : currencyFault(word);
  const isPlain = meant.length === 0 && code === word;
  mend(more, isPlain ? `Expected the amount as ${amount} ${code}` : message, `${amount} ${code}`);
}

/** `5 000 000 EUR`: a number with spaces between its digits. */
function recoverSpacedDigits(): boolean {
  let last = at;
  while (isThreeDigits(last + 1) && !isFirstOnLine(last + 1)) last++;
  if (last === at || ends[at] - starts[at] > 3) return false;
  const start = starts[at];
  const newText = source.slice(start, Math.min(ends[last], start + 60)).replace(/\s/g, '');
  const fix = { title: `Write ${newText}`, start, end: ends[last], newText };
  errorOver(at, last, 'A number is written without spaces between its digits', fix);
  const isMoney = kinds[last + 1] === TokenKind.Name && isCurrencyCode(last + 1);
  addTokens(NodeKind.Skipped, last - at + (isMoney ? 2 : 1));
  return true;
}

const isThreeDigits = (i: number): boolean =>
  (kinds[i] === TokenKind.Number && ends[i] - starts[i] === 3) ||
  (kinds[i] === TokenKind.NumberWithSuffix && /^\d{3}[KMBT]$/.test(wordAt(i)));

/** Reports an error about the number at the parser's place and the `more` tokens behind it, with its fix. */
function mend(more: number, message: string, newText: string): void {
  errorOver(at, at + more, message, { title: `Write ${newText}`, start: starts[at], end: ends[at + more], newText });
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
    if (isMeantAsCurrency(at + 1)) {
      mendCurrency(1, text, wordAt(at + 1));
      addTokens(NodeKind.Money, 2);
      return;
    }
    errorAt(at, `Expected a currency after ${text}, such as ${text} USD`);
    addTokens(NodeKind.Money, 1);
    return;
  }
  if (recoverWrittenDate()) return;
  const magnitude = magnitudeMeant(suffix);
  if (magnitude !== undefined) {
    if (!hasCurrency && isMeantAsCurrency(at + 1)) {
      mendCurrency(1, digits + magnitude, wordAt(at + 1));
      addTokens(NodeKind.Money, 2);
      return;
    }
    mend(0, `Expected the amount as ${digits}${magnitude}`, `${digits}${magnitude}`);
    addTokens(NodeKind.Money, hasCurrency ? 2 : 1);
    return;
  }
  if (/^(?:_\d{3})+[KMBT]?$/.test(suffix)) {
    mend(0, 'A number is written without marks between its digits', text.replaceAll('_', ''));
    addTokens(NodeKind.Skipped, hasCurrency ? 2 : 1);
    return;
  }
  if (currenciesMeant(suffix).length > 0) {
    mendCurrency(0, digits, suffix);
    addTokens(NodeKind.Money, 1);
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

/** `USD 100` instead of `100 USD`, at a name before a number; its currency may be called by another name. */
export function recoverCurrencyFirst(): boolean {
  const word = wordAt(at);
  const meant = currenciesMeant(word);
  if (meant.length === 0 && !isCurrencyCode(at)) return false;
  const [start, place] = [starts[at], starts[at + 1]];
  const amount = amountAt(source, place);
  const end = Math.max(ends[at + 1], place + (amount?.length ?? 0));
  let last = at + 1;
  while (starts[last + 1] < end) last++;
  const message = meant.length > 0 ? currencyFault(word) : 'Expected the amount before the currency, such as 100 USD';
  const newText = `${amount?.written ?? wordAt(at + 1)} ${meant[0] ?? word}`;
  const fix = meant.length > 1 ? undefined : { title: `Write ${newText}`, start, end, newText };
  errorOver(at, last, message, fix);
  addTokens(NodeKind.Skipped, last - at + 1);
  return true;
}
