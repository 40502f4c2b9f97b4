import { tokenize } from '../../syntax/lexer.ts';
import { resetProblems } from '../../syntax/problems.ts';
import { TokenKind } from '../../syntax/token-kind.ts';
import { ends, kinds, starts, takeComments } from '../../syntax/tokens.ts';

export interface Token {
  readonly kind: TokenKind;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether a line end stands before it. */
  readonly isFirstOnLine: boolean;
}

/** The tokens of a stretch of a text that starts with one, with offsets into the whole text. */
export function tokensOf(text: string, from: number, to: number): Token[] {
  const part = text.slice(from, to);
  resetProblems();
  tokenize(part);
  const tokens: Token[] = [];
  let last = 0;
  for (let i = 0; kinds[i] !== TokenKind.EndOfFile; i++) {
    const isFirstOnLine = i === 0 || /[\r\n]/.test(part.slice(last, starts[i]));
    last = ends[i];
    tokens.push({
      kind: kinds[i] as TokenKind,
      start: from + starts[i],
      end: from + last,
      text: part.slice(starts[i], last),
      isFirstOnLine,
    });
  }
  takeComments();
  resetProblems();
  return tokens;
}
