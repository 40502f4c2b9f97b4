import { isName, oneName } from './characters.ts';
import { addToken } from './parse-names.ts';
import { isArgumentWord } from './recovery.ts';
import { TokenKind } from './token-kind.ts';
import {
  advance,
  at,
  columnOf,
  describe,
  errorAt,
  errorOver,
  isFirstOnLine,
  lastEnd,
  removal,
  replacement,
  wordAt,
} from './token-stream.ts';
import { ends, kinds, source, starts } from './tokens.ts';
import { NodeKind } from './tree.ts';
import { addLeaf } from './tree-builder.ts';

/** What stands among the members of a block and is none, where it is plain what was meant. Each passes what it reports. */

/** `- host(…)`, `1. host(…)`, `(a) host(…)`: a bullet or a number before a clause. */
export function recoverBullet(): boolean {
  if (columnOf(at) === -1) return false;
  const end = bulletEnd();
  if (end === -1 || kinds[end] !== TokenKind.Name || isFirstOnLine(end)) return false;
  const start = starts[at];
  const fix = { title: 'Remove it', start, end: starts[end], newText: '' };
  errorOver(at, end - 1, 'No bullet or number stands before a clause: a label names it, as in `azure: host(…)`', fix);
  while (at < end) advance();
  addLeaf(NodeKind.Skipped, start, lastEnd());
  return true;
}

/** The token behind a bullet or a number; -1 where there is none. */
function bulletEnd(): number {
  switch (kinds[at]) {
    case TokenKind.Minus:
    case TokenKind.Plus:
      return at + 1;
    case TokenKind.Number:
      return kinds[at + 1] === TokenKind.Dot || kinds[at + 1] === TokenKind.CloseParenthesis ? at + 2 : -1;
    case TokenKind.OpenParenthesis:
      return kinds[at + 2] === TokenKind.CloseParenthesis && ends[at + 1] - starts[at + 1] < 4 ? at + 3 : -1;
    default:
      return -1;
  }
}

/** The colon behind a label that is no name, at token `i`: `Exclusive license: …`, `2.1: …`, `2.1(a): …`; -1 where there is none. */
function colonOfLabel(i: number): number {
  if (columnOf(i) === -1 || kinds[i] === TokenKind.OpenParenthesis) return -1;
  let colon = i;
  while (isOfLabel(kinds[colon]) && colon < i + MOST_OF_LABEL && (colon === i || !isFirstOnLine(colon))) colon++;
  const isBeforeClause = kinds[colon + 1] === TokenKind.Name && kinds[colon + 2] === TokenKind.OpenParenthesis;
  return colon > i && kinds[colon] === TokenKind.Colon && !isFirstOnLine(colon) && isBeforeClause ? colon : -1;
}

/** Whether a label that is no name starts at token `i`. */
export const isOddLabel = (i: number): boolean => colonOfLabel(i) !== -1;

/** Whether a clause with such a label starts at the parser's place, its quotes aside. */
export function isOddlyLabelled(): boolean {
  let i = at;
  while (kinds[i] === TokenKind.Quote) i++;
  return isOddLabel(i);
}

/** Reports such a label, and adds the words as the one that they are as one. */
export function recoverLabel(): boolean {
  const colon = colonOfLabel(at);
  if (colon === -1) return false;
  const [start, end] = [starts[at], ends[colon - 1]];
  const words = source.slice(start, end);
  const isNumbered = kinds[at] !== TokenKind.Name;
  const parts = words.match(/[\p{L}\p{N}_]+/gu)?.join('_') ?? '';
  const name = oneName(isNumbered ? `s${parts}` : words);
  const fix = name === undefined ? undefined : { title: `Write \`${name}\``, start, end, newText: name };
  const example = name === undefined ? '' : `: \`${name}:\``;
  const message = isNumbered
    ? `A label starts with a letter${example}; the number of a section stands in the quote, as in \`> [§${words}] …\``
    : `A label is one word${example}`;
  errorOver(at, colon - 1, message, fix);
  addLeaf(NodeKind.Label, start, end);
  while (at <= colon) advance();
  return true;
}

/** How many tokens are taken for a label at most. */
const MOST_OF_LABEL = 12;

function isOfLabel(kind: number): boolean {
  switch (kind) {
    case TokenKind.Name:
    case TokenKind.Number:
    case TokenKind.NumberWithSuffix:
    case TokenKind.Date:
    case TokenKind.Dot:
    case TokenKind.OpenParenthesis:
    case TokenKind.CloseParenthesis:
      return true;
    default:
      return false;
  }
}

/** `"azure": host(…)`, `"The Supplier shall …"`: a label, or a passage of the contract, in quotation marks. */
export function recoverString(): boolean {
  if (kinds[at] !== TokenKind.String) return false;
  const text = source.slice(starts[at] + 1, Math.max(starts[at] + 1, ends[at] - 1));
  if (kinds[at + 1] === TokenKind.Colon || kinds[at + 1] === TokenKind.OpenParenthesis) {
    const fix = isName(text) ? replacement(at, text) : undefined;
    errorAt(at, 'A name is written without quotation marks', fix);
    if (kinds[at + 1] === TokenKind.Colon) {
      addToken(NodeKind.Skipped);
      advance();
    }
    return kinds[at - 1] === TokenKind.Colon;
  }
  const isAlone = columnOf(at) !== -1 && (isFirstOnLine(at + 1) || kinds[at + 1] === TokenKind.EndOfFile);
  const fix = isAlone ? { ...replacement(at, `> ${text}`), title: 'Write it as a quote' } : undefined;
  errorAt(at, 'A passage is quoted on lines of its own that start with `>`, above its clause', fix);
  addToken(NodeKind.Skipped);
  return true;
}

const REMARKS = /^(?:todo|fixme|tbd|xxx)$/i;

/** `TODO ask Amazon`: a remark that is no comment. A label of this name is none. */
export function recoverRemark(): boolean {
  // Every member of a block comes by here: most are told from a remark without a look at their text.
  if (kinds[at] !== TokenKind.Name || kinds[at + 1] === TokenKind.OpenParenthesis) return false;
  if (kinds[at + 1] === TokenKind.Colon && kinds[at + 3] === TokenKind.OpenParenthesis) return false;
  if (ends[at] - starts[at] > 5 || !REMARKS.test(wordAt(at)) || columnOf(at) === -1) return false;
  const start = starts[at];
  errorAt(at, 'A comment starts with `//`', { title: 'Write `//`', start, end: start, newText: '// ' });
  do advance();
  while (kinds[at] !== TokenKind.EndOfFile && !isFirstOnLine(at));
  addLeaf(NodeKind.Skipped, start, lastEnd());
  return true;
}

/** `by = OpenAI` among clauses. */
export function recoverLooseArgument(): boolean {
  if (!isArgumentWord(at) || (kinds[at + 1] !== TokenKind.Equals && kinds[at + 1] !== TokenKind.Colon)) return false;
  const word = wordAt(at);
  errorAt(at, `\`${word} = …\` stands in the parentheses of a clause, or of the deal's header for all its clauses`);
  const start = starts[at];
  do advance();
  while (kinds[at] !== TokenKind.EndOfFile && kinds[at] !== TokenKind.CloseBrace && !isFirstOnLine(at));
  addLeaf(NodeKind.Skipped, start, lastEnd());
  return true;
}

/** `host(…).`: a full stop behind a clause. */
export function recoverFullStop(): boolean {
  if (kinds[at] !== TokenKind.Dot || isFirstOnLine(at)) return false;
  errorAt(at, `No ${describe(at)} is needed here`, removal(at));
  addToken(NodeKind.Skipped);
  return true;
}

/** What is said where a clause is expected and nothing better is known. */
export const noClause = (): string => `Expected a clause such as \`host(cloud = Azure)\` instead of ${describe(at)}`;
