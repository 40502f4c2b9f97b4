import { TokenKind } from '../../syntax/token-kind.ts';
import { childrenOf, kindOf, type NodeIndex, NodeKind, nextOf, startOf, type Tree } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import type { Place } from './place.ts';
import { readFile } from './read-file.ts';
import { nameOf, type Reader } from './reader.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Where something is being typed. */
export interface TypingPlace {
  readonly place: Place;
  /** The name or number under way: what a completion replaces. Empty where nothing is typed yet. */
  readonly word: Span;
  /** The path in front of the word: `deal` in `deal.la`. */
  readonly qualifier: string | undefined;
  /** The name of the deal around it. */
  readonly deal: string | undefined;
}

/** How far behind the cursor is looked for what is given already, in UTF-16 units. */
const AHEAD = 2000;

/** What the grammar expects at an offset, told from what stands before it: it need not be complete, nor right. */
export function placeAt(tree: Tree, offset: number): TypingPlace | undefined {
  const { text } = tree;
  const comment = commentAt(tree, offset);
  if (comment) return placeInComment(text, comment, offset);
  const end = Math.min(text.length, offset + AHEAD);
  const [head, tail] = telling(tree, offset);
  const tokens = [...tokensOf(text, head.start, head.end), ...tokensOf(text, tail, end)];
  const at = tokens.findIndex((token) => token.start < offset && offset <= token.end);
  const inside = tokens[at];
  if (inside && isRaw(text, inside, offset)) return undefined;
  return placeAmid(text, tokens, offset, inside && wordOf(inside, tokens[at - 1]));
}

/** A line comment holds the end of its line, a block comment only what stands between its ends. */
function commentAt({ text, comments }: Tree, offset: number): Span | undefined {
  for (let i = 0; i < comments.length && comments[i] < offset; i += 2) {
    const [start, end] = [comments[i], comments[i + 1]];
    const isClosed = text.startsWith('/*', start) && text.slice(start + 2, end).endsWith('*/');
    if (offset < end || (offset === end && !isClosed)) return { start, end };
  }
  return undefined;
}

/**
 * The stretches that tell where an offset stands: the head of the deal around it, and its member or declaration. What
 * stands in front of these says nothing about it. What the parser could not place may still belong to the line above.
 */
function telling(tree: Tree, offset: number): readonly [Span, number] {
  const top = lastBefore(tree, 0, offset, () => true);
  const start = top < 0 ? (tree.text.charCodeAt(0) === 0xfeff ? 1 : 0) : startOf(tree, top);
  if (top < 0 || kindOf(tree, top) !== NodeKind.Deal) return [{ start, end: start }, start];
  const isMember = (kind: NodeKind): boolean => kind === NodeKind.Clause || kind === NodeKind.TermDeclaration;
  const member = lastBefore(tree, top, offset, isMember);
  const first = childrenOf(tree, top).find((child) => isMember(kindOf(tree, child)));
  if (member < 0 || first === undefined) return [{ start, end: start }, start];
  return [{ start, end: startOf(tree, first) }, startOf(tree, member)];
}

function lastBefore(tree: Tree, parent: NodeIndex, offset: number, takes: (kind: NodeKind) => boolean): NodeIndex {
  let found = -1;
  for (let node = parent + 1, end = nextOf(tree, parent); node < end && startOf(tree, node) <= offset; ) {
    const kind = kindOf(tree, node);
    if (kind !== NodeKind.Skipped && takes(kind)) found = node;
    node = nextOf(tree, node);
  }
  return found;
}

/** Quotes and texts in quotation marks are their writer's own. */
function isRaw(text: string, { kind, end }: Token, offset: number): boolean {
  if (kind === TokenKind.Quote) return true;
  return kind === TokenKind.String && (offset < end || !/["”]/.test(text[end - 1]));
}

/** The word that a token is or belongs to; undefined for punctuation. */
function wordOf(token: Token, before: Token | undefined): Span | undefined {
  if (token.kind >= TokenKind.Name && token.kind <= TokenKind.Month) return token;
  // `US-` is on its way to `US-NY`.
  const goesOn = token.kind === TokenKind.Minus && before?.kind === TokenKind.Name && before.end === token.start;
  return goesOn ? { start: before.start, end: token.end } : undefined;
}

function placeAmid(text: string, tokens: readonly Token[], offset: number, word: Span | undefined): TypingPlace {
  const start = word?.start ?? offset;
  const before = tokens.filter(({ end }) => end <= start);
  const rest = tokens.filter((token) => token.start >= Math.max(offset, word?.end ?? offset));
  const qualifier = qualifierOf(before);
  const path = qualifier === undefined ? before : before.slice(0, before.length - 2 * qualifier.split('.').length);
  const last = path[path.length - 1];
  const pathStart = before[path.length]?.start ?? start;
  const reader: Reader = {
    tokens: path,
    at: 0,
    rest,
    onNewLine: last === undefined || /[\r\n]/.test(text.slice(last.end, pathStart)),
    column: columnIn(text, pathStart),
    columnOf: (token) => columnIn(text, token.start),
    deal: undefined,
  };
  const place = readFile(reader);
  return { place, word: word ?? { start: offset, end: offset }, qualifier, deal: reader.deal };
}

const columnIn = (text: string, offset: number): number =>
  offset - (Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1);

/** `a.b` of the tokens `a . b .`. */
function qualifierOf(tokens: readonly Token[]): string | undefined {
  const names: string[] = [];
  for (let i = tokens.length - 1; i > 0; i -= 2) {
    if (tokens[i].kind !== TokenKind.Dot || tokens[i - 1].kind !== TokenKind.Name) break;
    names.unshift(nameOf(tokens[i - 1]));
    if (tokens[i - 1].start !== tokens[i - 2]?.end) break;
  }
  return names.length === 0 ? undefined : names.join('.');
}

const SILENCING = /deal-ignore[^\S\r\n]+([\p{L}\p{N}-]*)$/u;

/** In a comment nothing is completed but the rule that it silences. */
function placeInComment(text: string, { start, end }: Span, offset: number): TypingPlace | undefined {
  const match = SILENCING.exec(text.slice(start, offset));
  if (!match) return undefined;
  const rest = text.slice(offset, end);
  const behind = /^[\p{L}\p{N}-]*/u.exec(rest)?.[0].length ?? 0;
  const hasReason = /^\s*[:：]/.test(rest.slice(behind));
  const word = { start: offset - match[1].length, end: offset + behind };
  return { place: { kind: 'ignored-rule', hasReason }, word, qualifier: undefined, deal: undefined };
}
