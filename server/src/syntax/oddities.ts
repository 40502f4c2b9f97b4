import { AMOUNT_LIMIT, amountAt, amountBefore, type WrittenAmount } from './amount-words.ts';
import { asciiTwin, identifierPartWidth, identifierStartWidth, isWideSpace } from './characters.ts';
import { currenciesMeant, currencyFault } from './currency-words.ts';
import { TokenKind } from './token-kind.ts';

/** Characters that no token of the language holds: what to say about them, and what they most likely stand for. */
export interface Oddity {
  /** UTF-16 offset at which it starts, where that is before the character itself. */
  readonly start?: number;
  /** UTF-16 offset after it. */
  readonly end: number;
  readonly message: string;
  /** The fix's title; absent where nothing is plain. */
  readonly title?: string;
  readonly newText?: string;
  /** The token it is read as; absent: none. */
  readonly kind?: TokenKind;
  /** The rest of the line is a comment in another language's style. */
  readonly comment?: boolean;
}

interface Likeness {
  readonly newText: string;
  readonly kind?: TokenKind;
}

const LIKENESSES: ReadonlyMap<string, Likeness> = new Map([
  ['–', { newText: '-', kind: TokenKind.Minus }],
  ['—', { newText: '-', kind: TokenKind.Minus }],
  ['−', { newText: '-', kind: TokenKind.Minus }],
  ['‑', { newText: '-', kind: TokenKind.Minus }],
  ['－', { newText: '-', kind: TokenKind.Minus }],
  ['＋', { newText: '+', kind: TokenKind.Plus }],
  ['≤', { newText: '<=', kind: TokenKind.AtMost }],
  ['≥', { newText: '>=', kind: TokenKind.AtLeast }],
  ['…', { newText: '..', kind: TokenKind.DotDot }],
  ['．', { newText: '.', kind: TokenKind.Dot }],
  ['【', { newText: '[', kind: TokenKind.OpenBracket }],
  ['】', { newText: ']', kind: TokenKind.CloseBracket }],
]);

/** Marks that open a text elsewhere, and those that close it. */
const QUOTATION_MARKS: ReadonlyMap<string, string> = new Map([
  ["'", "'"],
  ['‘', '’'],
  ['„', '“”'],
  ['«', '»'],
  ['「', '」'],
  ['＂', '＂'],
  ['`', '`'],
]);

/** How far the closing mark of a foreign quotation is looked for, in UTF-16 units: long texts stay linear. */
const QUOTATION_LIMIT = 400;

/** The oddity at `i`. Inside parentheses a semicolon is read as a comma. */
export function scanOddity(text: string, i: number, inParentheses: boolean): Oddity {
  const character = text[i];
  const likeness = LIKENESSES.get(character);
  if (likeness !== undefined) {
    const message = `Expected \`${likeness.newText}\` instead of \`${character}\``;
    return { end: i + 1, message, title: `Write \`${likeness.newText}\``, ...likeness };
  }
  const grouped = character === "'" || character === '’' ? scanGroupedDigits(text, i) : undefined;
  if (grouped !== undefined) return grouped;
  if (QUOTATION_MARKS.has(character)) {
    const quotation = scanQuotation(text, i);
    if (quotation !== undefined) return quotation;
  }
  const digits = scanWideDigits(text, i);
  if (digits !== undefined) return digits;
  if (character === '#' || character === '-') return scanComment(text, i, character === '#' ? 1 : 2);
  if (inParentheses) {
    const operator = scanOperator(text, i);
    if (operator !== undefined) return operator;
  }
  if (';；。'.includes(character)) return semicolon(i, character, inParentheses);
  return currency(text, i) ?? scanRun(text, i);
}

function semicolon(i: number, character: string, inParentheses: boolean): Oddity {
  if (!inParentheses) {
    return { end: i + 1, message: `No \`${character}\` is needed here`, title: `Remove \`${character}\``, newText: '' };
  }
  const message = `Expected a comma instead of \`${character}\``;
  return { end: i + 1, message, title: 'Write a comma', newText: ',', kind: TokenKind.Comma };
}

/** What programs write for lists, differences and everything. */
function scanOperator(text: string, i: number): Oddity | undefined {
  switch (text[i]) {
    case '&':
    case '|': {
      const end = text[i + 1] === text[i] ? i + 2 : i + 1;
      return { end, message: 'Several values are written as a list, such as `[US, EU]`' };
    }
    case '!': {
      const isOperator = text[i + 1] === '=';
      const message = 'What is left out is written with `except`, such as `scope = all except film`';
      return isOperator ? { end: i + 2, message, kind: TokenKind.Equals } : { end: i + 1, message };
    }
    case '*':
      return {
        end: i + 1,
        message: 'Any value is written `all`',
        title: 'Write `all`',
        newText: 'all',
        kind: TokenKind.Name,
      };
    default:
      return undefined;
  }
}

/** A comment in the style of another language, with a mark of one or two characters. */
function scanComment(text: string, i: number, mark: number): Oddity {
  let end = i + 1;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return {
    end,
    message: 'A comment starts with `//`',
    title: 'Write `//`',
    newText: `//${text.slice(i + mark, end)}`,
    comment: true,
  };
}

function scanQuotation(text: string, i: number): Oddity | undefined {
  const closers = QUOTATION_MARKS.get(text[i]) ?? '';
  const limit = Math.min(text.length, i + QUOTATION_LIMIT);
  for (let end = i + 1; end < limit && text[end] !== '\n' && text[end] !== '\r'; end++) {
    if (!closers.includes(text[end])) continue;
    const newText = `"${text.slice(i + 1, end)}"`;
    const message = 'A text stands between double quotation marks, `"…"`';
    return { end: end + 1, message, title: 'Write double quotation marks', newText, kind: TokenKind.String };
  }
  return undefined;
}

/** `$500`, `500 $`, `US$ 5 million`: the sign of a currency, with the amount at it. */
function currency(text: string, i: number): Oddity | undefined {
  if (currenciesMeant(text[i]).length === 0) return undefined;
  const letters = /(?<![A-Za-z])[A-Z]{1,2}$/.exec(text.slice(Math.max(0, i - 3), i))?.[0] ?? '';
  const word = currenciesMeant(letters + text[i]).length > 0 ? letters + text[i] : text[i];
  const codes = currenciesMeant(word);
  const message = currencyFault(word);
  const start = i + 1 - word.length;
  const gap = text[start - 1] === ' ' ? 1 : 0;
  const before = amountBefore(text.slice(Math.max(0, start - gap - AMOUNT_LIMIT), start - gap));
  if (before) return { start: start - gap - before.length, end: i + 1, message, ...writing(before, codes) };
  const place = text[i + 1] === ' ' ? i + 2 : i + 1;
  const behind = amountAt(text, place);
  if (behind === undefined) return { start, end: i + 1, message };
  let end = place + behind.length;
  if (text.startsWith(` ${codes[0]}`, end)) end += 4;
  const isWhole = identifierPartWidth(text, end) === 0;
  return { start, end, message, kind: TokenKind.String, ...(isWhole && writing(behind, codes)) };
}

function writing({ written }: WrittenAmount, codes: readonly string[]): Pick<Oddity, 'title' | 'newText'> {
  if (written === undefined || codes.length !== 1) return {};
  const newText = `${written} ${codes[0]}`;
  return { title: `Write ${newText}`, newText };
}

/** `5'000'000`: marks between the digits of a number. */
function scanGroupedDigits(text: string, i: number): Oddity | undefined {
  const first = /\d{1,3}$/.exec(text.slice(Math.max(0, i - 3), i))?.[0];
  const rest = /^(?:['’]\d{3})+(?![\d'’])/.exec(text.slice(i, i + AMOUNT_LIMIT))?.[0];
  if (first === undefined || rest === undefined) return undefined;
  const newText = first + rest.replace(/['’]/g, '');
  const message = 'A number is written without marks between its digits';
  return { start: i - first.length, end: i + rest.length, message, title: `Write ${newText}`, newText };
}

const WIDE_DIGITS = /^[０-９]+(?:[-－.．][０-９]+)*/;

/** What digits as wide as a Chinese character are read as, in plain ones. */
const PLAIN_KINDS: readonly (readonly [RegExp, TokenKind])[] = [
  [/^\d{4}-\d{2}-\d{2}$/, TokenKind.Date],
  [/^\d{4}-\d{2}$/, TokenKind.Month],
  [/^\d+(?:\.\d+)?$/, TokenKind.Number],
];

/** `２０２６－０１－０１`: digits as wide as a Chinese character. */
function scanWideDigits(text: string, i: number): Oddity | undefined {
  const written = WIDE_DIGITS.exec(text.slice(i, i + AMOUNT_LIMIT))?.[0];
  if (written === undefined) return undefined;
  const newText = written.normalize('NFKC');
  const kind = PLAIN_KINDS.find(([shape]) => shape.test(newText))?.[1];
  const message = `Expected plain digits instead of \`${written}\``;
  return { end: i + written.length, message, title: `Write ${newText}`, newText, ...(kind !== undefined && { kind }) };
}

/** A run of characters with no meaning at all, such as emoji or control characters: one error for all of them. */
function scanRun(text: string, i: number): Oddity {
  let end = i + 1;
  while (end < text.length && isMeaningless(text, end)) end++;
  const shown = text.slice(i, Math.min(end, i + 20));
  if (/^[\p{C}\u200b]/u.test(shown) && !/^\p{So}/u.test(shown)) {
    const code = (text.codePointAt(i) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const message = `The invisible character U+${code} cannot stand here`;
    return { end, message, title: 'Remove it', newText: '' };
  }
  return { end, message: `\`${shown}\` has no meaning here` };
}

/** Whether the unit at `i` belongs to a run of such characters rather than to anything else. */
function isMeaningless(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  if (unit < 128) return unit < 32 && unit !== 9 && unit !== 10 && unit !== 13;
  if (isWideSpace(unit) || asciiTwin(unit) !== 0 || LIKENESSES.has(text[i])) return false;
  if (QUOTATION_MARKS.has(text[i]) || currenciesMeant(text[i]).length > 0) return false;
  return identifierStartWidth(text, i) === 0;
}
