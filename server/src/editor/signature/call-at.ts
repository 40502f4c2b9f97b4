import { TokenKind } from '../../syntax/token-kind.ts';
import { kindOf, type NodeIndex, NodeKind, nextOf, startOf, type Tree } from '../../syntax/tree.ts';
import { type Token, tokensOf } from '../completion/tokens.ts';

/** The parentheses that an offset stands in. */
export interface Call {
  readonly owner: 'header' | 'clause' | 'exception';
  /** The clause's kind; the deal's name. */
  readonly name: string;
  /** What is typed of the argument under way: its name, or a part of it. Empty where nothing is. */
  readonly typed: string;
  /** Whether the argument under way has its `=`, so that its name is complete. */
  readonly isNamed: boolean;
  /** Names of the other arguments of the same parentheses. */
  readonly given: readonly string[];
}

/** Finds the call around an offset. Told from the tokens, since what is being typed is rarely complete. */
export function callAt(tree: Tree, offset: number): Call | undefined {
  const { text } = tree;
  if (isInComment(tree, offset)) return undefined;
  const tokens = tokensOf(text, memberStart(tree, offset), lineEndAfter(text, offset + LOOK_AHEAD));
  const before = tokens.filter(({ start }) => start < offset);
  if (before.some(({ kind, end }) => kind === TokenKind.Quote && end > offset)) return undefined;
  const open = openParenthesis(before);
  const owner = open < 0 ? undefined : ownerOf(before, open);
  if (!owner) return undefined;
  const inside = before.slice(open + 1);
  const current = inside.slice(startOfArgument(inside));
  const rest = tokens.slice(before.length);
  const end = endOfArguments(rest);
  return {
    ...owner,
    typed: current[0]?.kind === TokenKind.Name ? current[0].text : '',
    isNamed: isOperator((current[1] ?? rest[0])?.kind) && current[0]?.kind === TokenKind.Name,
    given: [...namesIn(inside.slice(0, startOfArgument(inside))), ...namesIn(afterComma(rest.slice(0, end)))],
  };
}

/** So far behind the offset other arguments are looked for: a deal may be as long as a file. UTF-16 units. */
const LOOK_AHEAD = 2000;

function lineEndAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function isInComment({ comments }: Tree, offset: number): boolean {
  for (let at = 0; at < comments.length && comments[at] < offset; at += 2) if (offset <= comments[at + 1]) return true;
  return false;
}

/** Where the innermost member starts before an offset; what the parser could not place belongs to the one above. */
function memberStart(tree: Tree, offset: number): number {
  let start = 0;
  let parent: NodeIndex = 0;
  for (let child = parent + 1, end = nextOf(tree, parent); child < end; ) {
    const kind = kindOf(tree, child);
    const isMember = kind === NodeKind.Deal || kind === NodeKind.Clause || kind === NodeKind.Exception;
    const next = nextOf(tree, child);
    const isLast = isMember && !memberFollows(tree, next, end, offset);
    if (isMember && startOf(tree, child) <= offset) start = startOf(tree, child);
    if (isLast && startOf(tree, child) <= offset) {
      parent = child;
      child = parent + 1;
      end = next;
    } else child = next;
  }
  return start;
}

/** Whether another member starts before an offset among the siblings from a node on. */
function memberFollows(tree: Tree, from: NodeIndex, end: NodeIndex, offset: number): boolean {
  for (let node = from; node < end && startOf(tree, node) <= offset; node = nextOf(tree, node)) {
    const kind = kindOf(tree, node);
    if (kind === NodeKind.Deal || kind === NodeKind.Clause || kind === NodeKind.Exception) return true;
  }
  return false;
}

const isOperator = (kind: TokenKind | undefined): boolean =>
  kind === TokenKind.Equals || (kind !== undefined && kind >= TokenKind.Less && kind <= TokenKind.AtLeast);

/** The index of the innermost `(` that is open at the end; -1 where there is none. */
function openParenthesis(tokens: readonly Token[]): number {
  const open: number[] = [];
  tokens.forEach(({ kind }, index) => {
    switch (kind) {
      case TokenKind.OpenParenthesis:
        open.push(index);
        break;
      case TokenKind.CloseParenthesis:
        open.pop();
        break;
      // Neither a block nor a quote stands in parentheses: those before it were left open.
      case TokenKind.OpenBrace:
      case TokenKind.CloseBrace:
      case TokenKind.Quote:
        open.length = 0;
        break;
      case TokenKind.Colon:
        if (tokens[index - 1]?.isFirstOnLine) open.length = 0;
        break;
      default:
    }
  });
  return open[open.length - 1] ?? -1;
}

function ownerOf(tokens: readonly Token[], open: number): Pick<Call, 'owner' | 'name'> | undefined {
  const word = tokens[open - 1];
  if (!word) return undefined;
  // `except (a), (b)`: the comma leads back to the word.
  if (word.kind === TokenKind.Comma) return { owner: 'exception', name: 'except' };
  const isTitled = word.kind === TokenKind.String;
  const name = isTitled ? tokens[open - 2] : word;
  const before = tokens[open - (isTitled ? 3 : 2)];
  if (name?.kind !== TokenKind.Name) return undefined;
  if (before?.kind === TokenKind.Name && before.text === 'deal') return { owner: 'header', name: name.text };
  if (isTitled) return undefined;
  return name.text === 'except' ? { owner: 'exception', name: 'except' } : { owner: 'clause', name: name.text };
}

/** The index of the first token behind the last comma that is not within a list. */
function startOfArgument(tokens: readonly Token[]): number {
  let depth = 0;
  let start = 0;
  tokens.forEach(({ kind }, index) => {
    if (kind === TokenKind.OpenBracket) depth++;
    else if (kind === TokenKind.CloseBracket) depth = Math.max(0, depth - 1);
    else if (kind === TokenKind.Comma && depth === 0) start = index + 1;
  });
  return start;
}

/** How many tokens there are up to the `)`, or to where a new member starts. */
function endOfArguments(tokens: readonly Token[]): number {
  const end = tokens.findIndex(
    ({ kind, isFirstOnLine }, index) =>
      kind === TokenKind.CloseParenthesis ||
      kind === TokenKind.OpenBrace ||
      kind === TokenKind.CloseBrace ||
      kind === TokenKind.Quote ||
      (isFirstOnLine && tokens[index + 1]?.kind === TokenKind.Colon),
  );
  return end < 0 ? tokens.length : end;
}

function afterComma(tokens: readonly Token[]): readonly Token[] {
  const comma = tokens.findIndex(({ kind }) => kind === TokenKind.Comma);
  return comma < 0 ? [] : tokens.slice(comma + 1);
}

const namesIn = (tokens: readonly Token[]): readonly string[] =>
  tokens
    .filter(({ kind }, index) => kind === TokenKind.Name && isOperator(tokens[index + 1]?.kind))
    .map(({ text }) => text);
