import { leadingComments } from '../syntax/comments.ts';
import { format, saysTheSame } from '../syntax/format.ts';
import { parse } from '../syntax/parser.ts';
import { endOf, kindOf, type NodeIndex, NodeKind, nextOf, startOf, type Tree } from '../syntax/tree.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { editedText } from './apply-edits.ts';
import { blockOf } from './block-of.ts';
import { indentation } from './indentation.ts';
import { layoutEdits } from './layout-edits.ts';
import { nodesAt } from './node-path.ts';

/** The edits that bring a whole text into the canonical layout, each as small as can be. */
export function formatDocument(tree: Tree): readonly TextEdit[] {
  return (layoutEdits(tree.text, format(tree.text)) ?? []).map(plain);
}

const plain = ({ start, end, newText }: TextEdit): TextEdit => ({ start, end, newText });

/**
 * The edits that lay out what a range touches: whole clauses, terms and headers. None where the text between would then
 * say something else.
 */
export function formatRange(tree: Tree, span: Span): readonly TextEdit[] {
  const { length } = tree.text;
  const items = [...itemsIn(tree, 0), { start: length, end: length + 1 }];
  return editsWithin(
    tree,
    items.filter(({ start, end }) => start <= span.end && end >= span.start),
  );
}

/**
 * The edits after a `}` or a line end was typed; the offset is the one behind it. A `}` lays out what it closes, a line
 * end what stands whole before it, and indents the new line. None for any other character.
 */
export function formatOnType(tree: Tree, offset: number, ch: string): readonly TextEdit[] {
  if (ch === '}') {
    const closed = nodesAt(tree, offset).findLast((node) => endOf(tree, node) === offset && blockOf(tree, node));
    return closed === undefined ? [] : editsWithin(tree, [withLead(tree, closed)]);
  }
  return ch === '\n' ? afterLineEnd(tree, offset) : [];
}

function afterLineEnd(tree: Tree, offset: number): TextEdit[] {
  let lineEnd = offset;
  while (lineEnd > 0 && /[^\S\r\n]/.test(tree.text[lineEnd - 1])) lineEnd--;
  if (tree.text[lineEnd - 1] === '\n') lineEnd--;
  if (tree.text[lineEnd - 1] === '\r') lineEnd--;
  const last = itemsIn(tree, 0).findLast(({ end }) => end <= lineEnd);
  const isAbove = last !== undefined && /^[^\S\r\n]*$/.test(tree.text.slice(last.end, lineEnd));
  const edits = isAbove ? editsWithin(tree, [last]).filter(({ end }) => end <= lineEnd) : [];
  return [...edits, ...indentation(tree, offset)];
}

/** What is laid out each by itself, in order: declarations; of a deal or a reading, its header, members and end. */
function itemsIn(tree: Tree, parent: NodeIndex): Span[] {
  const items: Span[] = [];
  for (let child = parent + 1, end = nextOf(tree, parent); child < end; child = nextOf(tree, child)) {
    const kind = kindOf(tree, child);
    const block = kind === NodeKind.Deal || kind === NodeKind.Reading ? blockOf(tree, child) : undefined;
    if (!block) {
      if (parent === 0 || MEMBERS.has(kind)) items.push(withLead(tree, child));
      continue;
    }
    items.push({ start: withLead(tree, child).start, end: block.start + 1 });
    items.push(...itemsIn(tree, child));
    items.push({ start: block.end - 1, end: block.end });
  }
  return items;
}

const MEMBERS: ReadonlySet<NodeKind> = new Set<NodeKind>([
  NodeKind.Clause,
  NodeKind.Exception,
  NodeKind.TermDeclaration,
  NodeKind.Skipped,
]);

/** A node with the comments above it. */
function withLead(tree: Tree, node: NodeIndex): Span {
  const start = Math.min(leadingComments(tree, node)[0]?.start ?? startOf(tree, node), startOf(tree, node));
  return { start, end: endOf(tree, node) };
}

/** Those edits of the whole layout that change the items, which come in order, or what leads up to them, if the text then still says the same. */
function editsWithin(tree: Tree, items: readonly Span[]): readonly TextEdit[] {
  if (items.length === 0) return [];
  const { text } = tree;
  let item = 0;
  const chosen: TextEdit[] = [];
  for (const edit of layoutEdits(text, format(text)) ?? []) {
    while (item < items.length && items[item].end <= edit.anchor) item++;
    if (item < items.length && items[item].start <= edit.anchor) chosen.push(plain(edit));
  }
  if (chosen.length === 0) return [];
  return saysTheSame(tree, parse(editedText(text, chosen))) ? chosen : [];
}
