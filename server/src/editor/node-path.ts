import { endOf, kindOf, type NodeIndex, type NodeKind, nextOf, startOf, type Tree } from '../syntax/tree.ts';

/** The nodes that hold an offset, the root first. Of two that touch at it, the way leads into the later one. */
export function nodesAt(tree: Tree, offset: number): NodeIndex[] {
  const path: NodeIndex[] = [0];
  for (let parent = 0; ; ) {
    let inner = -1;
    for (let child = parent + 1, end = nextOf(tree, parent); child < end; child = nextOf(tree, child)) {
      if (startOf(tree, child) > offset) break;
      if (endOf(tree, child) >= offset) inner = child;
    }
    if (inner < 0) return path;
    path.push(inner);
    parent = inner;
  }
}

/** The innermost node of a kind that holds an offset; -1 where there is none. */
export function enclosing(tree: Tree, offset: number, ...kinds: readonly NodeKind[]): NodeIndex {
  return nodesAt(tree, offset).findLast((node) => kinds.includes(kindOf(tree, node))) ?? -1;
}
