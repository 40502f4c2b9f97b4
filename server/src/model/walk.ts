import { kindOf, type NodeIndex, type NodeKind, nextOf, type Tree } from '../syntax/tree.ts';
import type { FileContext } from './context.ts';

export function eachTopLevel(
  files: readonly FileContext[],
  kind: NodeKind,
  visit: (file: FileContext, node: NodeIndex) => void,
): void {
  for (const file of files) eachChild(file.tree, 0, kind, (node) => visit(file, node));
}

export function eachChild(tree: Tree, parent: NodeIndex, kind: NodeKind, visit: (node: NodeIndex) => void): void {
  for (let child = parent + 1, end = nextOf(tree, parent); child < end; child = nextOf(tree, child)) {
    if (kindOf(tree, child) === kind) visit(child);
  }
}
