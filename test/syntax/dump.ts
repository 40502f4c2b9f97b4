import { childrenOf, kindOf, NodeKind, nextOf, type Tree, textOf } from '../../server/src/syntax/tree.ts';

const NAMES = new Map<number, string>(Object.entries(NodeKind).map(([name, kind]) => [kind, name]));

/** The tree as one S-expression, with the text of its leaves and no offsets. */
export function dump(tree: Tree, n = 0): string {
  const name = NAMES.get(kindOf(tree, n));
  if (nextOf(tree, n) > n + 1) {
    const children = childrenOf(tree, n).map((child) => dump(tree, child));
    return `(${name} ${children.join(' ')})`;
  }
  const text = textOf(tree, n);
  return text === '' || name === 'File' ? `(${name})` : `(${name} ${text})`;
}

/** {@link dump} with a line for each node, indented: easier to compare. */
export function dumpLines(tree: Tree, n = 0, depth = 0): string {
  const isLeaf = nextOf(tree, n) === n + 1;
  const line = `${'  '.repeat(depth)}${NAMES.get(kindOf(tree, n))}${isLeaf ? ` ${textOf(tree, n)}` : ''}`;
  return [line, ...childrenOf(tree, n).map((child) => dumpLines(tree, child, depth + 1))].join('\n');
}
