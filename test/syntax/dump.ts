import { childrenOf, kindOf, NodeKind, nextOf, type Tree, textOf } from '../../server/src/syntax/tree.ts';

/** The tree as one S-expression, with the text of its leaves (or what is made of it) and no offsets. */
export function dump(tree: Tree, n = 0, leafText = (text: string, _kind: number): string => text): string {
  const name = NodeKind[kindOf(tree, n)];
  if (nextOf(tree, n) > n + 1) {
    const children = childrenOf(tree, n).map((child) => dump(tree, child, leafText));
    return `(${name} ${children.join(' ')})`;
  }
  const text = leafText(textOf(tree, n), kindOf(tree, n));
  return text === '' || name === 'File' ? `(${name})` : `(${name} ${text})`;
}

/** {@link dump} without the white space, comments and full-width punctuation inside leaves. */
export function dumpShape(tree: Tree): string {
  return dump(tree, 0, (text, kind) => {
    const bare =
      kind === NodeKind.Quote || kind === NodeKind.String ? text : text.replace(/\/\*.*?\*\/|\/\/[^\r\n]*/g, '');
    return bare
      .replace(/\s+/g, '')
      .replace(/[！-～、]/g, (wide) => (wide === '、' ? ',' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0)));
  });
}

/** {@link dump} with a line for each node, indented: easier to compare. */
export function dumpLines(tree: Tree, n = 0, depth = 0): string {
  const isLeaf = nextOf(tree, n) === n + 1;
  const line = `${'  '.repeat(depth)}${NodeKind[kindOf(tree, n)]}${isLeaf ? ` ${textOf(tree, n)}` : ''}`;
  return [line, ...childrenOf(tree, n).map((child) => dumpLines(tree, child, depth + 1))].join('\n');
}
