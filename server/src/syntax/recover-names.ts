import { oneName } from './characters.ts';
import { isTermWord, RELATION_WORDS } from './recovery.ts';
import { TokenKind } from './token-kind.ts';
import { advance, at, errorAt, errorOver, isFirstOnLine, isWord, wordAt } from './token-stream.ts';
import { ends, hasLexicalError, kinds, source, starts } from './tokens.ts';
import { NodeKind } from './tree.ts';
import { addLeaf } from './tree-builder.ts';

/** How many tokens of a line are looked at, before and behind a name. */
const REACH = 60;

/**
 * `party Water Now`: several words where a term is declared, of which token `i` is one, or stands behind them on their
 * line. Reports them; false where there is one word at most.
 */
export function reportLongName(i: number): boolean {
  const first = firstOfNames(i);
  if (first === -1 || RELATION_WORDS.has(wordAt(first))) return false;
  let last = first;
  while (isNameOnLine(last + 1) && !endsName(last + 1) && last < first + REACH) last++;
  if (last === first || startsClause(kinds[last + 1])) return false;
  const point = kinds[last + 1] === TokenKind.Dot && starts[last + 1] === ends[last] ? 1 : 0;
  const [start, end] = [starts[first], ends[last + point]];
  // A mark between the words that means nothing has been reported.
  if (hasLexicalError(start, end)) return true;
  const { message, newText } = nameInWords(source.slice(start, end), kinds[last + point + 1] === TokenKind.String);
  const fix = { title: `Write \`${newText}\``, start, end, newText };
  errorOver(first, last + point, message, end - start > 100 ? undefined : fix);
  return true;
}

/**
 * `party Beta Corp, Gamma`, at the first of several words where a declaration has a name: adds them as its name, which its
 * uses then mean. False where each may be of its own.
 */
export function recoverLongName(): boolean {
  let last = at;
  while (isNameOnLine(last + 1) && !endsName(last + 1) && last < at + REACH) last++;
  if (last === at || isTermWord(at + 1) || startsClause(kinds[last + 1])) return false;
  const isPointed = kinds[last + 1] === TokenKind.Dot && starts[last + 1] === ends[last];
  const isTitled = kinds[last + 1] === TokenKind.String;
  const isTwo = last === at + 1 && (isTitled || kinds[last + 1] === TokenKind.Comma);
  // In small letters they may be a relation in words of one's own.
  if (!isTwo && !areCapitalised(at + 1, last)) return false;
  // Of an odd number, the rest may be a term of another dimension.
  if ((last - at) % 2 === 0 && !isPointed && !isTitled) return false;
  if (!reportLongName(at)) return false;
  const end = isPointed ? last + 1 : last;
  addLeaf(NodeKind.Name, starts[at], ends[end]);
  while (at <= end) advance();
  return true;
}

function areCapitalised(first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (!/^\p{Lu}/u.test(wordAt(i))) return false;
  return true;
}

/** `party "Acme, Inc."`: adds the title as the name that it is as one word. */
export function recoverTitle(): boolean {
  const [start, end] = [starts[at] + 1, ends[at] - 1];
  const name = end - start > 100 ? undefined : oneName(source.slice(start, end));
  if (name === undefined) return false;
  const newText = `${name} ${source.slice(starts[at], ends[at])}`;
  const fix = { title: `Write \`${newText}\``, start: starts[at], end: ends[at], newText };
  errorAt(at, `Expected a name to declare, before its title: \`${newText}\``, fix);
  addLeaf(NodeKind.Name, start, end);
  advance();
  return true;
}

/** What is said of words that a declaration has for a name, with or without the full name behind them, and what to write. */
export function nameInWords(words: string, isTitled: boolean): { readonly message: string; readonly newText: string } {
  const name = oneName(words) ?? words;
  if (isTitled) return { message: `A name is one word, such as \`${name}\``, newText: name };
  const newText = `${name} "${words}"`;
  return { message: `A name is one word; the full name stands behind it in quotation marks: \`${newText}\``, newText };
}

const startsClause = (kind: number): boolean => kind === TokenKind.OpenParenthesis || kind === TokenKind.Colon;

/** Whether token `i` goes on with something else than a name. */
const endsName = (i: number): boolean => RELATION_WORDS.has(wordAt(i)) || isWord(i, 'and') || isWord(i, 'or');

/** The first of the names side by side that a dimension, or a comma among other names, stands before; -1: there is none. */
function firstOfNames(i: number): number {
  let first = kinds[i] === TokenKind.Name ? i : i - 1;
  const limit = first - REACH;
  while (first > limit && isNameOnLine(first) && kinds[first - 1] === TokenKind.Name) first--;
  if (kinds[first] !== TokenKind.Name) return -1;
  if (kinds[first - 1] !== TokenKind.Comma) return isFirstOnLine(first) ? first + 1 : -1;
  return isInDeclaration(first) ? first : -1;
}

/** Whether before token `i` there is nothing but names, their titles and commas, back to a line that starts with a name. */
function isInDeclaration(i: number): boolean {
  for (let j = i - 1; j >= 0 && j > i - REACH; j--) {
    if (kinds[j] === TokenKind.Name && isFirstOnLine(j) && kinds[j - 1] !== TokenKind.Comma) return true;
    if (kinds[j] !== TokenKind.Name && kinds[j] !== TokenKind.Comma && kinds[j] !== TokenKind.String) return false;
  }
  return false;
}

const isNameOnLine = (i: number): boolean => kinds[i] === TokenKind.Name && !isFirstOnLine(i);

/** `film in series`, of which token `i` is the last: reports a term that is declared without its dimension. */
export function reportBareTerm(i: number): boolean {
  const first = i - 2;
  if (first < 0 || !isNameOnLine(i) || !isNameOnLine(i - 1) || kinds[first] !== TokenKind.Name || isTermWord(first))
    return false;
  if (!RELATION_WORDS.has(wordAt(i - 1)) || !(isFirstOnLine(first) || kinds[first - 1] === TokenKind.OpenBrace))
    return false;
  errorAt(
    first,
    `A term is declared with its dimension before it, as in \`scope ${source.slice(starts[first], ends[i])}\``,
  );
  return true;
}
