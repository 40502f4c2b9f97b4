import { parseArguments, parseUnopened } from './parse-arguments.ts';
import { parseBlock, parseMembers, readBlocks, shapeAt } from './parse-clauses.ts';
import { addToken, expectName, expectPath } from './parse-names.ts';
import { problemCount, rewindProblems } from './problems.ts';
import { startsDeclaration, startsFileDeclaration } from './recovery.ts';
import { nearestWord } from './spelling.ts';
import { TokenKind } from './token-kind.ts';
import {
  advance,
  at,
  columnOf,
  describe,
  errorAt,
  errorMissing,
  errorOver,
  isFirstOnLine,
  isOperator,
  isWord,
  lastEnd,
  removal,
  replacement,
  restorePlace,
  savePlace,
  wordAt,
} from './token-stream.ts';
import { ends, kinds, source, starts } from './tokens.ts';
import { NodeKind } from './tree.ts';
import { closeNode, nodeCount, openNode, rewindNodes } from './tree-builder.ts';

/**
 * `deal = "deal" NAME [STRING] [args] { ("amends"|"supersedes"|"terminates") path } "{" { clause | term } "}"`, at its
 * first word. A deal whose braces do not match is read a second time, by its indentation.
 */
export function parseDeal(): void {
  const [place, node, problems] = [savePlace(), nodeCount(), problemCount()];
  if (readBlocks(false, readDeal) || !isIndented(place[0])) return;
  rewindNodes(node);
  rewindProblems(problems);
  restorePlace(place);
  readBlocks(true, readDeal);
}

/** Whether the first member of the deal at `token` is indented deeper than the deal: its layout may be relied on. */
function isIndented(token: number): boolean {
  const column = columnOf(token);
  let i = token;
  while (i < at && kinds[i] !== TokenKind.OpenBrace) i++;
  return column !== -1 && i < at && columnOf(i + 1) > column;
}

function readDeal(): void {
  const column = columnOf(at);
  const deal = openNode(NodeKind.Deal, starts[at]);
  advance();
  const name = kinds[at] === TokenKind.String && kinds[at + 1] === TokenKind.Name ? at + 1 : at;
  parseDealName();
  skipStrayWords();
  parseHeader();
  if (kinds[at] === TokenKind.OpenBrace) parseBody(column, name);
  else recoverBody(column, name);
  closeNode(deal, lastEnd());
}

/** `NAME [STRING]`, or these in the wrong order. */
function parseDealName(): void {
  if (kinds[at] === TokenKind.String && kinds[at + 1] === TokenKind.Name && !isChange(at + 1)) {
    const newText = `${wordAt(at + 1)} ${source.slice(starts[at], ends[at])}`;
    const fix = { title: 'Put the name first', start: starts[at], end: ends[at + 1], newText };
    errorOver(at, at + 1, 'The name of a deal stands before its title', fix);
    advance();
    addToken(NodeKind.Name);
    return;
  }
  expectName('the name of the deal after `deal`');
  if (kinds[at] === TokenKind.String) addToken(NodeKind.String);
}

/** How many tokens {@link skipStrayWords} passes at most. */
const STRAY_WORDS = 3;

/** `deal x: (…)`, `deal x.y {`: what stands between a deal's name and its `(` or `{`, on their line. */
function skipStrayWords(): void {
  if (isOperator(kinds[at + 1])) return;
  let end = at;
  while (end < at + STRAY_WORDS && isStray(end)) end++;
  if (end === at || isFirstOnLine(end)) return;
  if (kinds[end] !== TokenKind.OpenBrace && !(kinds[end] === TokenKind.OpenParenthesis && isOperator(kinds[end + 2])))
    return;
  const fix = { title: 'Remove it', start: lastEnd(), end: starts[end], newText: ' ' };
  const isMark = end === at + 1 && kinds[at] !== TokenKind.Name;
  errorOver(at, end - 1, `Expected ${describe(end)} behind the name of the deal`, isMark ? fix : undefined);
  while (at < end) advance();
}

/** Whether token `i` can have nothing to do with a deal's header. */
function isStray(i: number): boolean {
  switch (kinds[i]) {
    case TokenKind.Colon:
    case TokenKind.Equals:
    case TokenKind.Dot:
    case TokenKind.Comma:
      return true;
    case TokenKind.Name:
      return !isChange(i) && !isFirstOnLine(i) && kinds[i + 1] !== TokenKind.Name;
    default:
      return false;
  }
}

/** The arguments of a deal, and the deals it changes. */
function parseHeader(): void {
  if (kinds[at] === TokenKind.OpenParenthesis) {
    parseArguments(NodeKind.Arguments, starts[at]);
  } else if (kinds[at] === TokenKind.Name && isOperator(kinds[at + 1])) {
    parseUnopened(NodeKind.Arguments, starts[at], `the deal ${describe(at - 1)}`, ' ');
  }
  while (kinds[at] === TokenKind.Name && kinds[at + 1] === TokenKind.Name && !startsFileDeclaration(at)) {
    const kind = changeKind();
    if (kind === undefined) return;
    const change = openNode(kind, starts[at]);
    const word = wordAt(at);
    advance();
    expectPath(`the name of a deal or clause after \`${word}\``);
    closeNode(change, lastEnd());
    if (kinds[at] === TokenKind.OpenParenthesis) {
      errorAt(at, `Expected the arguments of the deal before \`${word}\``);
      parseArguments(NodeKind.Arguments, starts[at]);
    }
  }
}

type ChangeKind = NodeKind.Amends | NodeKind.Supersedes | NodeKind.Terminates;

/** Other words for what a deal does to another. */
const CHANGES: ReadonlyMap<string, string> = new Map([
  ...['changes', 'modifies', 'amending', 'extends', 'updates'].map((word) => [word, 'amends'] as const),
  ...['replaces', 'restates', 'superseding'].map((word) => [word, 'supersedes'] as const),
  ...['ends', 'cancels', 'terminating', 'revokes'].map((word) => [word, 'terminates'] as const),
]);

/** What the word at the parser's place does to another deal; a misspelt one is reported and understood. */
function changeKind(): ChangeKind | undefined {
  if (isWord(at, 'amends')) return NodeKind.Amends;
  if (isWord(at, 'supersedes')) return NodeKind.Supersedes;
  if (isWord(at, 'terminates')) return NodeKind.Terminates;
  const word = wordAt(at);
  const meant = CHANGES.get(word) ?? nearestWord(word, ['amends', 'supersedes', 'terminates']);
  if (meant === undefined) return undefined;
  errorAt(at, `Expected \`${meant}\` instead of ${describe(at)}`, replacement(at, meant));
  if (meant === 'amends') return NodeKind.Amends;
  return meant === 'supersedes' ? NodeKind.Supersedes : NodeKind.Terminates;
}

/** The block of a deal. A `}` with more clauses behind it is taken for a stray one, and the block goes on. */
function parseBody(column: number, name: number): void {
  parseBlock('deal', column, name);
  while (kinds[at - 1] === TokenKind.CloseBrace && continuesDeal(column)) {
    errorAt(at - 1, 'This `}` closes the deal, but more of its clauses follow', removal(at - 1));
    const place = at;
    parseMembers('deal', column);
    if (kinds[at] === TokenKind.CloseBrace) advance();
    if (at === place) return;
  }
}

/** Whether clauses follow that are indented deeper than the deal. */
function continuesDeal(column: number): boolean {
  if (startsFileDeclaration(at)) return false;
  const shape = shapeAt(at);
  if (shape !== 'clause' && shape !== 'exception') return false;
  const own = columnOf(at);
  return column === -1 || own === -1 || own > column;
}

/** Something else than `{` after the header of a deal. */
function recoverBody(column: number, name: number): void {
  if (endsHeader()) {
    errorMissing(' {', 'Expected `{` with the clauses of the deal after its header');
  } else {
    const isMark = kinds[at] !== TokenKind.Name && kinds[at] !== TokenKind.String;
    const fix = isMark && kinds[at + 1] === TokenKind.OpenBrace ? removal(at) : undefined;
    errorAt(at, `Expected \`{\` with the clauses of the deal instead of ${describe(at)}`, fix);
    skipHeader();
  }
  if (kinds[at] === TokenKind.OpenBrace) parseBody(column, name);
  else if (hasBody(column)) {
    parseMembers('deal', column);
    if (kinds[at] === TokenKind.CloseBrace) advance();
  }
}

/** Whether clauses or terms follow a header that lacks its `{`. */
function hasBody(column: number): boolean {
  if (startsFileDeclaration(at) || shapeAt(at) === 'other') return false;
  return column === -1 || columnOf(at) > column;
}

/** Whether token `i` says what a deal does to another. */
export const isChange = (i: number): boolean =>
  isWord(i, 'amends') || isWord(i, 'supersedes') || isWord(i, 'terminates');

function endsHeader(): boolean {
  if (kinds[at] === TokenKind.EndOfFile || kinds[at] === TokenKind.CloseBrace) return true;
  return startsDeclaration(at) && !isChange(at);
}

function skipHeader(): void {
  while (kinds[at] !== TokenKind.OpenBrace && !endsHeader()) advance();
}

/** `reading = "reading" NAME [STRING] "{" { term } "}"`, at its first word. */
export function parseReading(): void {
  const column = columnOf(at);
  const reading = openNode(NodeKind.Reading, starts[at]);
  advance();
  const name = at;
  expectName('the name of the reading after `reading`');
  if (kinds[at] === TokenKind.String) addToken(NodeKind.String);
  if (kinds[at] !== TokenKind.OpenBrace && !endsHeader()) {
    errorAt(at, `Expected \`{\` with the terms of the reading instead of ${describe(at)}`);
    skipHeader();
  }
  if (kinds[at] === TokenKind.OpenBrace) parseBlock('reading', column, name);
  else errorMissing(' { }', 'Expected `{` with the terms of the reading');
  closeNode(reading, lastEnd());
}
