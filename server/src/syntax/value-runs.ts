import { isBareFlag } from './recover-flags.ts';
import { TokenKind } from './token-kind.ts';
import { isOperator, isWord, wordAt } from './token-stream.ts';
import { ends, kinds, source, starts } from './tokens.ts';

/** Several values in a row where a list is meant. */
export interface ValueRun {
  /** Of its tokens, the last. */
  readonly last: number;
  /** As a list. */
  readonly text: string;
}

/** How many tokens a run has at most. */
const LONGEST = 60;

/**
 * Values from token `first` on with commas, `and` or `or` between them, up to a `)`, a `}` or the next argument; undefined
 * where there is only one, or something else among them.
 */
export function valueRunAt(first: number): ValueRun | undefined {
  const values: string[] = [];
  for (let i = first; i < first + LONGEST; ) {
    const last = endOfValue(i);
    if (last === -1) return undefined;
    values.push(source.slice(starts[i], ends[last]));
    const next = last + 1;
    const isEnd = kinds[next] === TokenKind.CloseParenthesis || kinds[next] === TokenKind.CloseBrace;
    if (isEnd || (kinds[next] === TokenKind.Comma && startsArgument(next + 1))) {
      return values.length > 1 ? { last, text: `[${values.join(', ')}]` } : undefined;
    }
    if (kinds[next] !== TokenKind.Comma && !isWord(next, 'and') && !isWord(next, 'or')) return undefined;
    i = kinds[next] === TokenKind.Comma && isWord(next + 1, 'and') ? next + 2 : next + 1;
  }
  return undefined;
}

/** The last token of a name, a path, a number or a date at token `i`; -1 where there is none. */
export function endOfValue(i: number): number {
  switch (kinds[i]) {
    case TokenKind.Name: {
      let last = i;
      while (kinds[last + 1] === TokenKind.Dot && kinds[last + 2] === TokenKind.Name) last += 2;
      return last;
    }
    case TokenKind.Number:
    case TokenKind.Date:
    case TokenKind.Month:
      return i;
    default:
      return -1;
  }
}

const startsArgument = (i: number): boolean =>
  kinds[i] === TokenKind.CloseParenthesis || (kinds[i] === TokenKind.Name && isOperator(kinds[i + 1])) || isBareFlag(i);

/** Arguments whose value is a day. */
const TIMES: ReadonlySet<string> = new Set(['from', 'until', 'due']);

/** Whether a value that starts at token `i` is that of an argument that takes a day. */
export const isOfTime = (i: number): boolean => kinds[i - 1] === TokenKind.Equals && TIMES.has(wordAt(i - 2));

/** Where the value begins to which token `i` belongs: behind its `=`, or behind an `except` in it. -1 where it has none. */
export function startOfValue(i: number): number {
  for (let j = i - 1; j > 0 && j > i - LONGEST; j--) {
    if (kinds[j] === TokenKind.Equals || isWord(j, 'except')) return j + 1;
    if (kinds[j] === TokenKind.OpenParenthesis || kinds[j] === TokenKind.CloseBracket) return -1;
  }
  return -1;
}
