import type { Span } from '../text/span.ts';
import { kindOf, type NodeIndex, NodeKind, nextOf, startOf, type Tree } from './tree.ts';

/**
 * The comments that belong to a node: those directly above it, each on a line of its own and with no empty line between,
 * and, in a clause with quotes, those between the quotes and the clause's first word. In the order of the text.
 */
export function leadingComments(tree: Tree, n: NodeIndex): Span[] {
  const above = commentsAbove(tree, startOf(tree, n));
  const head = headOf(tree, n);
  return head === startOf(tree, n) ? above : [...above, ...commentsAbove(tree, head)];
}

/** The offset of the first child that is no quote. */
function headOf(tree: Tree, n: NodeIndex): number {
  const end = nextOf(tree, n);
  let child = n + 1;
  while (child < end && kindOf(tree, child) === NodeKind.Quote) child = nextOf(tree, child);
  const hasQuotes = child > n + 1 && child < end;
  return hasQuotes ? startOf(tree, child) : startOf(tree, n);
}

function commentsAbove(tree: Tree, offset: number): Span[] {
  const found: Span[] = [];
  let below = offset;
  for (let i = commentsBefore(tree, offset) - 1; i >= 0; i--) {
    const start = tree.comments[i * 2];
    const end = tree.comments[i * 2 + 1];
    if (!touches(tree.text, end, below) || !startsLine(tree.text, start)) break;
    found.push({ start, end });
    below = start;
  }
  return found.reverse();
}

/** How many comments end at or before `offset`. */
function commentsBefore(tree: Tree, offset: number): number {
  let low = 0;
  let high = tree.comments.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tree.comments[middle * 2 + 1] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isSpace = (unit: number): boolean =>
  unit === 32 || unit === 9 || unit === 0x3000 || unit === 0xa0 || unit === 0xfeff;

/** Whether only white space with at most one line end stands between two offsets. */
function touches(text: string, from: number, to: number): boolean {
  let lines = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) lines++;
    else if (unit !== 13 && !isSpace(unit)) return false;
    if (lines > 1) return false;
  }
  return true;
}

/** Whether only white space stands before `offset` on its line. */
function startsLine(text: string, offset: number): boolean {
  let i = offset - 1;
  while (i >= 0 && isSpace(text.charCodeAt(i))) i--;
  return i < 0 || text.charCodeAt(i) === 10 || text.charCodeAt(i) === 13;
}

/** The words of a comment: without its delimiters and the stars that start its lines. */
export function commentText(tree: Tree, comment: Span): string {
  const text = tree.text.slice(comment.start, comment.end);
  if (!text.startsWith('/*')) return text.replace(/^(?:\/\/+|#)\s?/, '').trimEnd();
  const inner = text.slice(2, text.endsWith('*/') && text.length > 3 ? -2 : undefined);
  const lines = inner.split(/\r\n|\n|\r/).map((line) => line.replace(/^\s*\*?\s?/, '').trimEnd());
  return lines.join('\n').trim();
}

/** The documentation of a declaration: the words of its {@link leadingComments}, without those that silence a rule. */
export function documentation(tree: Tree, n: NodeIndex): string {
  const texts = leadingComments(tree, n).map((comment) => commentText(tree, comment));
  return texts
    .filter((text) => !text.startsWith('deal-ignore'))
    .join('\n')
    .trim();
}
