import { TokenKind } from '../../syntax/token-kind.ts';
import type { Place } from './place.ts';
import type { Token } from './tokens.ts';

/**
 * Reads the tokens in front of the cursor. Functions that read something give the place where they ran out of tokens, or
 * undefined when they got past it. What they cannot make sense of they leave to whoever called them.
 */
export interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  /** What stands behind the cursor, up to the end of the text. */
  readonly rest: readonly Token[];
  /** Whether a line end stands between the last token and the cursor. */
  readonly onNewLine: boolean;
  /** UTF-16 units between the start of the line and the cursor's word. */
  readonly column: number;
  readonly columnOf: (token: Token) => number;
  /** The deal that the cursor stands in. */
  deal: string | undefined;
}

export type Found = Place | undefined;

export const INVENTED: Place = { kind: 'invented' };

export const isAtEnd = (reader: Reader): boolean => reader.at >= reader.tokens.length;
export const peek = (reader: Reader, ahead = 0): Token | undefined => reader.tokens[reader.at + ahead];
export const isKind = (reader: Reader, kind: TokenKind, ahead = 0): boolean => peek(reader, ahead)?.kind === kind;

export function isWord(reader: Reader, ...words: readonly string[]): boolean {
  const token = peek(reader);
  return token?.kind === TokenKind.Name && words.includes(token.text);
}

/** Passes a token of a kind, if it is there. */
export function passes(reader: Reader, kind: TokenKind): boolean {
  if (!isKind(reader, kind)) return false;
  reader.at++;
  return true;
}

export const nameOf = (token: Token): string => token.text.normalize('NFC');

export const isOperator = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === TokenKind.Equals || (token.kind >= TokenKind.Less && token.kind <= TokenKind.AtLeast));

/** Passes `a.b.c` and gives it. */
export function passPath(reader: Reader): string {
  let path = '';
  while (isKind(reader, TokenKind.Name)) {
    path += nameOf(reader.tokens[reader.at++]);
    if (!isKind(reader, TokenKind.Dot) || !isKind(reader, TokenKind.Name, 1)) break;
    reader.at++;
    path += '.';
  }
  return path;
}

const DECLARATIONS = ['deal', 'reading', 'expect', 'kind', 'dimension'];

/** Whether a line that can only be a declaration of the file starts here: an open block before it was not closed. */
export function startsFileDeclaration(reader: Reader): boolean {
  const token = peek(reader);
  return token?.isFirstOnLine === true && isWord(reader, ...DECLARATIONS) && isKind(reader, TokenKind.Name, 1);
}

/** Whether a line that starts a clause stands inside parentheses: they were not closed. */
export function startsMember(reader: Reader): boolean {
  const token = peek(reader);
  if (token === undefined) return false;
  if (token.kind === TokenKind.Quote || token.kind === TokenKind.CloseBrace) return true;
  if (token.kind !== TokenKind.Name || !token.isFirstOnLine) return false;
  if (isKind(reader, TokenKind.OpenParenthesis, 1)) return true;
  if (isKind(reader, TokenKind.Colon, 1)) return isKind(reader, TokenKind.Name, 2);
  return startsFileDeclaration(reader);
}

/** The names listed behind the cursor, up to the end of their list. */
export function listedBehind(reader: Reader): string[] {
  const names: string[] = [];
  for (const token of reader.rest) {
    if (token.kind === TokenKind.Name) names.push(nameOf(token));
    else if (token.kind !== TokenKind.Comma && token.kind !== TokenKind.Dot) break;
  }
  return names;
}
