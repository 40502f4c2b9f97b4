import { parseNames } from './parse-values.ts';
import { TokenKind } from './token-kind.ts';
import { advance, at, errorOver, isFirstOnLine, isWord, lastEnd } from './token-stream.ts';
import { kinds, source, starts } from './tokens.ts';

/**
 * `names`; of several without brackets, an error with the list that is meant, which looks like `example`. Where `word` stands
 * behind more names, these are of something else.
 */
export function parseSeveralNames(what: string, example: string, word?: string): void {
  const [first, isList] = [at, kinds[at] === TokenKind.OpenBracket];
  parseNames(what);
  const end = lastEnd();
  const rest = isList || (word !== undefined && isSaidAgain(word)) ? '' : restOfNames();
  if (rest === '') return;
  const written = source.slice(starts[first], end);
  const fix = { title: 'Put them in brackets', start: starts[first], end: lastEnd(), newText: `[${written}${rest}]` };
  errorOver(first, at - 1, `Several names are written as a list, such as \`${example}\``, fix);
}

/** Whether behind a comma there are names with the same word behind them: `a in b, c in d`. */
function isSaidAgain(word: string): boolean {
  let i = at;
  while (kinds[i] === TokenKind.Comma && isOnLine(i + 1)) i += kinds[i + 2] === TokenKind.String ? 3 : 2;
  return i > at && (isWord(i, word) || kinds[i - 1] === TokenKind.String);
}

/** Passes more names behind one that stands where a list is meant: `, b`, `and c`, `except d`. Gives them as in a list. */
export function restOfNames(): string {
  let text = '';
  for (;;) {
    const isComma = kinds[at] === TokenKind.Comma || kinds[at] === TokenKind.Plus;
    const isExcept = isWord(at, 'except');
    const isJoined = isComma || ((isExcept || isWord(at, 'and') || isWord(at, 'or')) && isOnLine(at));
    if (!isJoined || !isOnLine(at + 1) || startsMember(at + 1)) return text;
    advance();
    const start = starts[at];
    advance();
    while (kinds[at] === TokenKind.Dot && kinds[at + 1] === TokenKind.Name) {
      advance();
      advance();
    }
    text += `${isExcept ? ' except ' : ', '}${source.slice(start, lastEnd())}`;
  }
}

const isOnLine = (i: number): boolean => kinds[i] === TokenKind.Name && !isFirstOnLine(i);

/** Whether the name at token `i` is the label or the kind of a clause. */
const startsMember = (i: number): boolean =>
  kinds[i + 1] === TokenKind.Colon || kinds[i + 1] === TokenKind.OpenParenthesis;
