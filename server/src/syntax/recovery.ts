import { TokenKind } from './token-kind.ts';
import {
  advance,
  at,
  columnOf,
  describe,
  errorAt,
  isFirstOnLine,
  isOperator,
  isWord,
  removal,
  trusting,
  wordAt,
} from './token-stream.ts';
import { kinds } from './tokens.ts';

/**
 * Where the parser picks up after an error. All of this counts only once something unexpected was met, so text that
 * follows the grammar may be laid out in any way; text that does not is understood by its lines.
 */

/** The words that start a declaration of a file. No dimension bears these names, so they also end an open block. */
export const DECLARATION_WORDS = ['deal', 'reading', 'expect', 'kind', 'dimension'] as const;

/** Whether a declaration that only a file can hold starts at token `i`: `deal NAME`, `reading NAME`, … */
export function startsFileDeclaration(i: number): boolean {
  if (kinds[i] !== TokenKind.Name || kinds[i + 1] !== TokenKind.Name) return false;
  return DECLARATION_WORDS.some((word) => isWord(i, word));
}

/** Whether token `i` starts a line that looks like a clause, a quote, a term or a declaration of the file. */
export function startsDeclaration(i: number): boolean {
  if (kinds[i] === TokenKind.Quote) return true;
  if (kinds[i] !== TokenKind.Name || !isFirstOnLine(i)) return false;
  switch (kinds[i + 1]) {
    case TokenKind.OpenParenthesis:
      return true;
    case TokenKind.Colon:
      return !isArgumentTail(i + 2);
    case TokenKind.Name:
      if (startsFileDeclaration(i)) return true;
      return !isWord(i + 1, 'except') && !isWord(i + 1, 'of') && !isArgumentTail(i + 1);
    default:
      return false;
  }
}

/**
 * {@link startsDeclaration} where the grammar would accept the token: it is believed until an error is met, unless it can
 * hardly be anything else.
 */
export function looksMisplaced(i: number): boolean {
  return trusting ? startsTermLine(i) || startsDeclarationLine(i) : startsDeclaration(i);
}

/** Words that start a term. */
const TERM_WORDS: ReadonlySet<string> = new Set(
  'party with cloud act scope field territory channel event state'.split(' '),
);

/** Whether token `i` is a word that starts a term: a dimension that each portfolio has, or `event` or `state`. */
export const isTermWord = (i: number): boolean => kinds[i] === TokenKind.Name && TERM_WORDS.has(wordAt(i));

const ARGUMENT_WORDS: ReadonlySet<string> = new Set(['by', 'to', 'from', 'until', 'while', 'affiliates']);

/** Whether token `i` names an argument that many kinds of clauses take. */
export const isArgumentWord = (i: number): boolean =>
  isTermWord(i) || (kinds[i] === TokenKind.Name && ARGUMENT_WORDS.has(wordAt(i)));

/**
 * Whether a line that starts at token `i` reads like a term and like nothing else: a known dimension, a name, and then no
 * further name on that line but a relation. Tells the term below `scope a in` from what `a` is in.
 */
function startsTermLine(i: number): boolean {
  if (kinds[i + 1] !== TokenKind.Name || !isFirstOnLine(i) || !isTermWord(i) || isFirstOnLine(i + 1)) return false;
  switch (kinds[i + 2]) {
    case TokenKind.Name:
      return isFirstOnLine(i + 2) || RELATION_WORDS.has(wordAt(i + 2));
    case TokenKind.Comma:
    case TokenKind.Equals:
    case TokenKind.EndOfFile:
    case TokenKind.CloseBrace:
    case TokenKind.String:
      return true;
    default:
      return false;
  }
}

/** The same of a declaration of the file. */
function startsDeclarationLine(i: number): boolean {
  if (kinds[i + 1] !== TokenKind.Name || !startsFileDeclaration(i) || !isFirstOnLine(i)) return false;
  switch (kinds[i + 2]) {
    case TokenKind.OpenParenthesis:
    case TokenKind.OpenBrace:
    case TokenKind.String:
      return isWord(i, 'deal') || isWord(i, 'reading');
    case TokenKind.Name:
      if (isWord(i, 'dimension')) return isWord(i + 2, 'who') || isWord(i + 2, 'what') || isWord(i + 2, 'where');
      return (
        isWord(i, 'expect') && (isWord(i + 2, 'between') || isWord(i + 2, 'miss') || kinds[i + 3] === TokenKind.Dot)
      );
    default:
      return false;
  }
}

/** Words that start a relation between terms. */
export const RELATION_WORDS: ReadonlySet<string> = new Set(
  'in overlaps distinct open by under occurred after before presumed'.split(' '),
);

/** How many tokens of a value {@link isArgumentTail} reads at most. */
const TAIL_LIMIT = 16;

/**
 * Whether what starts at token `i` reads like the value of an argument whose `=` is missing or mistyped: something up
 * to a `)`, or up to a comma and another `name =`. Tells `cloud Azure,` inside parentheses from a term.
 */
export function isArgumentTail(i: number): boolean {
  for (let j = i; j < i + TAIL_LIMIT; j++) {
    switch (kinds[j]) {
      case TokenKind.CloseParenthesis:
        return true;
      case TokenKind.Comma:
        if (kinds[j + 1] === TokenKind.CloseParenthesis) return true;
        if (kinds[j + 1] === TokenKind.Name && isMistypedOperator(j + 2)) return true;
        break;
      case TokenKind.EndOfFile:
      case TokenKind.OpenParenthesis:
      case TokenKind.OpenBrace:
      case TokenKind.CloseBrace:
      case TokenKind.Quote:
      case TokenKind.Colon:
        return false;
      default:
    }
  }
  return false;
}

/** An operator, or a `:` in its place. */
function isMistypedOperator(i: number): boolean {
  if (isOperator(kinds[i])) return true;
  const isLabel = kinds[i + 1] === TokenKind.Name && kinds[i + 2] === TokenKind.OpenParenthesis;
  return kinds[i] === TokenKind.Colon && !isLabel;
}

/** Whether a value can start with a token of this kind. */
export function startsValue(kind: number): boolean {
  return (
    (kind >= TokenKind.Name && kind <= TokenKind.String) || kind === TokenKind.OpenBracket || kind === TokenKind.DotDot
  );
}

/**
 * Passes the bracket at the parser's place and everything to the one that matches it. Stops early, before what no list
 * or argument holds: a brace, or a line that starts a declaration.
 */
export function skipBracketed(open: number, close: number): void {
  let depth = 0;
  do {
    if (kinds[at] === open) depth++;
    else if (kinds[at] === close) depth--;
    advance();
  } while (depth > 0 && !isBeyondArguments());
}

/** Passes the `{` at the parser's place and everything to its `}`, at most to the next declaration of the file. */
export function skipBraced(): void {
  let depth = 0;
  do {
    if (kinds[at] === TokenKind.OpenBrace) depth++;
    else if (kinds[at] === TokenKind.CloseBrace) depth--;
    advance();
  } while (depth > 0 && kinds[at] !== TokenKind.EndOfFile && !(startsFileDeclaration(at) && isFirstOnLine(at)));
}

/** Whether the token at the parser's place can be inside no parentheses: the closing one must be missing. */
export function isBeyondArguments(): boolean {
  switch (kinds[at]) {
    case TokenKind.EndOfFile:
      return true;
    case TokenKind.OpenBrace:
    case TokenKind.CloseBrace:
      return !isStrayBrace();
    default:
      return startsDeclaration(at);
  }
}

/** Whether a brace stands at the parser's place, with the rest of an argument behind it. */
export function isStrayBrace(): boolean {
  return (kinds[at] === TokenKind.OpenBrace || kinds[at] === TokenKind.CloseBrace) && isArgumentTail(at + 1);
}

/** Reports and passes braces that stand amid arguments. */
export function skipStrayBraces(): void {
  while (isStrayBrace()) {
    errorAt(at, `No ${describe(at)} is expected inside parentheses`, removal(at));
    advance();
  }
}

/** Passes what is left of a broken argument: to the comma or parenthesis that ends it, or to where none can follow. */
export function skipArgument(): void {
  while (kinds[at] !== TokenKind.Comma && kinds[at] !== TokenKind.CloseParenthesis && !isBeyondArguments()) {
    if (kinds[at] === TokenKind.OpenParenthesis) skipBracketed(TokenKind.OpenParenthesis, TokenKind.CloseParenthesis);
    else if (kinds[at] === TokenKind.OpenBracket) skipBracketed(TokenKind.OpenBracket, TokenKind.CloseBracket);
    else advance();
  }
}

/** How many tokens of a declaration {@link isNested} reads at most. */
const DECLARATION_LIMIT = 2000;

/** Whether behind the block of the declaration at the parser's place the block around it goes on, or ends. */
export function isNested(ownerColumn: number): boolean {
  let depth = 0;
  for (let i = at; i < at + DECLARATION_LIMIT && kinds[i] !== TokenKind.EndOfFile; i++) {
    if (kinds[i] === TokenKind.OpenBrace) depth++;
    else if (kinds[i] === TokenKind.CloseBrace && --depth === 0) {
      return kinds[i + 1] === TokenKind.CloseBrace || columnOf(i + 1) > ownerColumn;
    }
  }
  return false;
}

/** Depth of lists and blocks within each other beyond which the text is not read: recursion must end somewhere. */
export const MAX_NESTING = 200;
/** How deep the parser's place is. */
export let nesting = 0;

export function resetNesting(): void {
  nesting = 0;
}
export function enterNesting(): void {
  nesting++;
}
export function leaveNesting(): void {
  nesting--;
}
