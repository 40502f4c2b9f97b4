import type { Model } from '../../model/model.ts';
import { format } from '../../syntax/format.ts';
import { endOf, nextOf, startOf, type Tree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { editedText, inTextOrder } from '../apply-edits.ts';
import type { FileEdit } from '../file-edit.ts';
import { treeOf } from '../tree-of.ts';

/**
 * The same edits, widened where that takes it to keep the canonical layout: what was laid out by the formatter before is so
 * after them. A declaration that somebody laid out by hand keeps every line.
 */
export function formattedEdits(model: Model, edits: readonly FileEdit[]): FileEdit[] {
  const files = new Set(edits.map(({ file }) => file));
  return [...files].flatMap((file) => {
    const own = inTextOrder(edits.filter((edit) => edit.file === file));
    const tree = treeOf(model, file);
    return tree ? byDeclaration(tree, own).map((edit) => ({ ...edit, file })) : own;
  });
}

/** The line end that a text uses. */
export const lineEndOf = (text: string): string => (/\r\n|\n|\r/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n');

function byDeclaration(tree: Tree, edits: readonly TextEdit[]): TextEdit[] {
  const left = new Set(edits);
  const done: TextEdit[] = [];
  for (let node = 1, end = nextOf(tree, 0); node < end; node = nextOf(tree, node)) {
    const span: Span = { start: startOf(tree, node), end: endOf(tree, node) };
    const inside = edits.filter((edit) => left.has(edit) && edit.start >= span.start && edit.end <= span.end);
    if (inside.length === 0) continue;
    for (const edit of inside) left.delete(edit);
    done.push(...inLayout(tree.text, span, inside));
  }
  return inTextOrder([...done, ...left]);
}

function inLayout(text: string, span: Span, edits: readonly TextEdit[]): readonly TextEdit[] {
  const lineEnd = lineEndOf(text);
  const before = text.slice(span.start, span.end);
  if (laidOut(before, lineEnd) !== before) return edits;
  const shifted = edits.map((edit) => ({ ...edit, start: edit.start - span.start, end: edit.end - span.start }));
  const plain = editedText(before, shifted);
  const after = laidOut(plain, lineEnd);
  return after === plain ? edits : [difference(before, after, span.start)];
}

/** A declaration as the formatter lays it out. */
function laidOut(text: string, lineEnd: string): string {
  return format(text)
    .replace(/(?:\r\n|\n)$/, '')
    .replace(/\r\n|\n/g, lineEnd);
}

/** The one edit that turns a text into another, as short as can be. */
function difference(before: string, after: string, offset: number): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  while (start > 0 && (splits(before, start) || splits(after, start))) start--;
  while (same > 0 && (splits(before, before.length - same) || splits(after, after.length - same))) same--;
  return {
    start: offset + start,
    end: offset + before.length - same,
    newText: after.slice(start, after.length - same),
  };
}

/** Whether an offset stands inside a line end or inside a character of two units. */
function splits(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset - 1);
  return (unit === 13 && text.charCodeAt(offset) === 10) || (unit >= 0xd800 && unit <= 0xdbff);
}
