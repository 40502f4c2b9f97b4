import { childOfKind, childrenOf, kindOf, type NodeIndex, NodeKind, type Tree } from '../../syntax/tree.ts';
import { argumentValue, nameText } from '../../syntax/values.ts';

/** The value of an argument that stands in a clause, a deal's header or an exception; -1 where it does not. */
export function writtenValue(tree: Tree, owner: NodeIndex, name: string): NodeIndex {
  const list = childOfKind(tree, owner, NodeKind.Arguments);
  if (list < 0) return -1;
  for (const argument of childrenOf(tree, list)) {
    if (kindOf(tree, argument) === NodeKind.Argument && nameText(tree, argument + 1) === name)
      return argumentValue(tree, argument);
  }
  return -1;
}
