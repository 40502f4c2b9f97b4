import { EXCEPT_WORDS } from './recover-values.ts';
import { skipArgument } from './recovery.ts';
import { TokenKind } from './token-kind.ts';
import { advance, at, errorOver, isOperator, isWord, lastEnd, wordAt } from './token-stream.ts';
import { ends, kinds, source, starts } from './tokens.ts';
import { NodeKind } from './tree.ts';
import { addLeaf } from './tree-builder.ts';

/** How many tokens of arguments are looked at around an exception among them. */
const REACH = 200;

/** Whether token `i` begins what is left out, among arguments: `not territory = CN`, `except (territory = CN)`. */
export function isInnerException(i: number): boolean {
  const isOpened = kinds[i + 1] === TokenKind.OpenParenthesis;
  const name = isOpened ? i + 2 : i + 1;
  if (kinds[i] !== TokenKind.Name || kinds[name] !== TokenKind.Name || !isOperator(kinds[name + 1])) return false;
  return isWord(i, 'except') || (!isOpened && EXCEPT_WORDS.has(wordAt(i)));
}

/** Whether an exception is written as the value of an argument: `except = (with = B)`. */
export const isExceptionAsValue = (i: number): boolean =>
  kinds[i + 2] === TokenKind.OpenParenthesis &&
  isWord(i, 'except') &&
  kinds[i + 3] === TokenKind.Name &&
  isOperator(kinds[i + 4]);

/** Reports an exception among arguments, at its first word, and passes it. */
export function recoverInnerException(): void {
  const first = at;
  const opener = openerBefore(first);
  if (isExceptionAsValue(at)) advance();
  const isOpened = kinds[at + 1] === TokenKind.OpenParenthesis;
  const start = isOpened ? ends[at + 1] : starts[at + 1];
  advance();
  skipArgument();
  const inner = source.slice(start, lastEnd() - (isOpened ? 1 : 0)).trim();
  const last = at - 1;
  if (isOfClause(opener)) {
    const message = `What is left out stands behind the clause: \`except (${shortened(inner)})\``;
    errorOver(first, last, message, fixBehind(first, inner));
  } else {
    const value = isOpened ? undefined : /^([^\s=]+)\s*=\s*(\S+|\[[^\]]*\])$/.exec(inner);
    const newText = value === null || value === undefined ? undefined : `${value[1]} = all except ${value[2]}`;
    const example = newText ?? 'territory = all except CN';
    const fix =
      newText === undefined ? undefined : { title: 'Write it so', start: starts[first], end: ends[last], newText };
    errorOver(first, last, `What is left out here stands in the value: \`${shortened(example)}\``, fix);
  }
  addLeaf(NodeKind.Skipped, starts[first], ends[last]);
}

/** `not CN`, between commas: reports and passes what is left out of nobody knows which argument. */
export function recoverUnnamedException(): boolean {
  if (!isWord(at, 'except') && !EXCEPT_WORDS.has(wordAt(at))) return false;
  const first = at;
  skipArgument();
  errorOver(
    first,
    at - 1,
    'What is left out stands behind the clause, with the name of its argument: `except (territory = CN)`',
  );
  addLeaf(NodeKind.Skipped, starts[first], lastEnd());
  return true;
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** The parenthesis in which token `i` stands; -1 where there is none. */
function openerBefore(i: number): number {
  let depth = 0;
  for (let j = i - 1; j >= 0 && j > i - REACH; j--) {
    if (kinds[j] === TokenKind.CloseParenthesis) depth++;
    else if (kinds[j] === TokenKind.OpenParenthesis && depth-- === 0) return j;
  }
  return -1;
}

/** Whether arguments that open at a token are a clause's, and not an exception's or a deal's. */
function isOfClause(opener: number): boolean {
  if (opener < 1 || kinds[opener - 1] !== TokenKind.Name || isWord(opener - 1, 'except')) return false;
  return opener < 2 || !isWord(opener - 2, 'deal') || kinds[opener - 2] !== TokenKind.Name;
}

/** The fix that takes an exception out of the arguments of its clause and writes it behind them. */
function fixBehind(first: number, inner: string) {
  let close = at;
  for (let depth = 0; depth > 0 || kinds[close] !== TokenKind.CloseParenthesis; close++) {
    if (kinds[close] === TokenKind.EndOfFile || kinds[close] === TokenKind.OpenBrace || close > at + REACH)
      return undefined;
    if (kinds[close] === TokenKind.OpenParenthesis) depth++;
    else if (kinds[close] === TokenKind.CloseParenthesis) depth--;
  }
  const isBehindComma = kinds[first - 1] === TokenKind.Comma;
  const start = isBehindComma ? ends[first - 2] : ends[first - 1];
  const rest = source.slice(starts[at], starts[close]);
  const kept = isBehindComma ? rest : rest.replace(/^,\s*/, '');
  const newText = `${kept}) except (${inner})`;
  return newText.length > REACH ? undefined : { title: 'Write it behind the clause', start, end: ends[close], newText };
}
