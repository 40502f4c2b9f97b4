import { childOfKind, childrenOf, kindOf, NodeKind, type Tree } from '../syntax/tree.ts';

const known = new WeakMap<Tree, boolean>();

/** Whether a file declares anything that deals speak with, a deal's own terms included. */
export function declares(tree: Tree): boolean {
  let answer = known.get(tree);
  if (answer === undefined) {
    answer = childrenOf(tree, 0).some((node) => {
      const kind = kindOf(tree, node);
      if (kind === NodeKind.Deal) return childOfKind(tree, node, NodeKind.TermDeclaration) >= 0;
      return kind !== NodeKind.Expectation && kind !== NodeKind.Skipped;
    });
    known.set(tree, answer);
  }
  return answer;
}
