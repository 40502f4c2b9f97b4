/** What a token is. Text that no token can hold is reported and left out, like white space. */
export const TokenKind = {
  EndOfFile: 0,
  Name: 1,
  Number: 2,
  /** Digits with letters directly behind them: `250B`, and mistakes such as `5years`. */
  NumberWithSuffix: 3,
  Date: 4,
  Month: 5,
  String: 6,
  /** A run of adjacent quote lines. */
  Quote: 7,
  OpenParenthesis: 8,
  CloseParenthesis: 9,
  OpenBracket: 10,
  CloseBracket: 11,
  OpenBrace: 12,
  CloseBrace: 13,
  Comma: 14,
  Colon: 15,
  Equals: 16,
  Dot: 17,
  DotDot: 18,
  Plus: 19,
  Minus: 20,
  Percent: 21,
  Less: 22,
  AtMost: 23,
  Greater: 24,
  AtLeast: 25,
} as const;
export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind];
