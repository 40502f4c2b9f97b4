import { endOfName, identifierPartWidth, identifierStartWidth } from '../syntax/characters.ts';
import { leadingComments } from '../syntax/comments.ts';
import { endOf, kindOf, type NodeIndex, NodeKind, startOf, type Tree } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { blockOf, firstCommentFrom, headStart } from './block-of.ts';
import { nodesAt } from './node-path.ts';

/**
 * What selecting more and more around an offset selects, the innermost first, each within the next: word, value,
 * argument, arguments, clause, block, deal, file. Brackets and braces are left out before they are taken in, and so are
 * quotation marks, quotes and documentation.
 */
export function selectionRanges(tree: Tree, offset: number): Span[] {
  const candidates: Span[] = [];
  const word = wordAt(tree.text, offset);
  if (word) candidates.push(word);
  candidates.push(...commentAt(tree, offset));
  for (const node of nodesAt(tree, offset).reverse()) candidates.push(...spansOf(tree, node, offset));
  candidates.push({ start: 0, end: tree.text.length });
  const ranges: Span[] = [];
  for (const span of candidates) {
    const inner = ranges.at(-1) ?? { start: offset, end: offset };
    const holds = span.start <= inner.start && span.end >= inner.end;
    const isLarger = ranges.length === 0 || span.end - span.start > inner.end - inner.start;
    if (holds && isLarger) ranges.push(span);
  }
  return ranges;
}

/** The spans that a node gives, the smallest first. */
function spansOf(tree: Tree, node: NodeIndex, offset: number): Span[] {
  const whole = { start: startOf(tree, node), end: endOf(tree, node) };
  switch (kindOf(tree, node)) {
    case NodeKind.String:
    case NodeKind.List:
    case NodeKind.Arguments:
      return [{ start: whole.start + 1, end: Math.max(whole.start + 1, whole.end - 1) }, whole];
    case NodeKind.ExceptArguments: {
      const open = tree.text.slice(whole.start, whole.end).search(/[(（]/);
      return open < 0 ? [whole] : [{ start: whole.start + open + 1, end: whole.end - 1 }, whole];
    }
    case NodeKind.Quote:
      return [lineAt(tree.text, whole, offset), whole];
    default:
      return [
        ...blockSpans(tree, node),
        { start: headStart(tree, node), end: whole.end },
        whole,
        documented(tree, node, whole),
      ];
  }
}

function blockSpans(tree: Tree, node: NodeIndex): Span[] {
  const block = blockOf(tree, node);
  return block ? [{ start: block.start + 1, end: Math.max(block.start + 1, block.end - 1) }, block] : [];
}

/** A node with the comments directly above it. */
function documented(tree: Tree, node: NodeIndex, whole: Span): Span {
  return { start: Math.min(leadingComments(tree, node)[0]?.start ?? whole.start, whole.start), end: whole.end };
}

/** The words of a quote on the offset's line, without its `>`. */
function lineAt(text: string, { start, end }: Span, offset: number): Span {
  let from = offset;
  while (from > start && text[from - 1] !== '\n' && text[from - 1] !== '\r') from--;
  let to = offset;
  while (to < end && text[to] !== '\n' && text[to] !== '\r') to++;
  const mark = /^\s*[>＞]?\s*/.exec(text.slice(from, to))?.[0].length ?? 0;
  return from + mark <= offset ? { start: from + mark, end: to } : { start: from, end: to };
}

function commentAt(tree: Tree, offset: number): Span[] {
  const { comments } = tree;
  const before = firstCommentFrom(tree, offset + 1) - 1;
  if (before < 0) return [];
  const [start, end] = [comments[before * 2], comments[before * 2 + 1]];
  return offset <= end ? [{ start, end }] : [];
}

/** The name or word at an offset; one that ends there counts. */
function wordAt(text: string, offset: number): Span | undefined {
  let start = offset;
  while (start > 0 && (isPart(text, start - 1) || (text[start - 1] === '-' && isPart(text, start)))) start--;
  // Digits and marks may go on in a name but not start it.
  while (start < offset && !isPart(text, start)) start++;
  let end = start;
  if (identifierStartWidth(text, start) > 0) end = endOfName(text, start);
  else while (end < text.length && isPart(text, end)) end++;
  return end > start && end >= offset ? { start, end } : undefined;
}

const isPart = (text: string, i: number): boolean => {
  const unit = text.charCodeAt(i);
  // The second half of a character of two units.
  if (unit >= 0xdc00 && unit <= 0xdfff) return i > 0 && identifierPartWidth(text, i - 1) === 2;
  return identifierPartWidth(text, i) > 0;
};
