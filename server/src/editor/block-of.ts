import { endOf, kindOf, type NodeIndex, NodeKind, nextOf, startOf, type Tree } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

/** The kinds of nodes that a header consists of; what follows them in a deal, a reading or a clause stands in its block. */
const OF_HEADER: ReadonlySet<NodeKind> = new Set<NodeKind>([
  NodeKind.Quote,
  NodeKind.Label,
  NodeKind.Name,
  NodeKind.String,
  NodeKind.Arguments,
  NodeKind.ExceptArguments,
  NodeKind.Amends,
  NodeKind.Supersedes,
  NodeKind.Terminates,
  NodeKind.SubjectTo,
  NodeKind.Notwithstanding,
]);

/** The block of a deal, a reading or a clause, with its braces; undefined where there is none. */
export function blockOf(tree: Tree, node: NodeIndex): Span | undefined {
  switch (kindOf(tree, node)) {
    case NodeKind.Deal:
    case NodeKind.Reading:
    case NodeKind.Clause: {
      const start = openBrace(tree, headerEnd(tree, node), endOf(tree, node));
      return start < 0 ? undefined : { start, end: endOf(tree, node) };
    }
    default:
      return undefined;
  }
}

/** The offset behind the last part of a header. */
function headerEnd(tree: Tree, node: NodeIndex): number {
  let last = startOf(tree, node);
  for (let child = node + 1, end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    if (!OF_HEADER.has(kindOf(tree, child))) break;
    last = endOf(tree, child);
  }
  return last;
}

/** The offset of a clause's or exception's first word below its quotes; of any other node, its start. */
export function headStart(tree: Tree, node: NodeIndex): number {
  let lastQuote = -1;
  for (let child = node + 1, end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    if (kindOf(tree, child) !== NodeKind.Quote) break;
    lastQuote = child;
  }
  return lastQuote < 0 ? startOf(tree, node) : skipSpaceAndComments(tree, endOf(tree, lastQuote), endOf(tree, node));
}

function openBrace(tree: Tree, from: number, to: number): number {
  const at = skipSpaceAndComments(tree, from, to);
  // Text that could not be read may stand before the brace.
  for (let i = at; i < to; i = skipSpaceAndComments(tree, i + 1, to)) {
    if (tree.text[i] === '{' || tree.text[i] === '｛') return i;
  }
  return -1;
}

function skipSpaceAndComments(tree: Tree, from: number, to: number): number {
  const { text, comments } = tree;
  let at = from;
  let comment = firstCommentFrom(tree, from);
  for (;;) {
    while (at < to && /\s/.test(text[at])) at++;
    if (comment * 2 >= comments.length || comments[comment * 2] !== at || at >= to) return Math.min(at, to);
    at = comments[comment * 2 + 1];
    comment++;
  }
}

/** The index of the first comment that starts at an offset or behind it. */
export function firstCommentFrom({ comments }: Tree, offset: number): number {
  let low = 0;
  let high = comments.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comments[middle * 2] < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
