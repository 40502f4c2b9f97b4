import { childrenOf, endOf, kindOf, type NodeIndex, NodeKind, startOf, type Tree, textOf } from '../syntax/tree.ts';
import { documentation } from '../syntax/values.ts';

/** A clause or an exception as its file has it, without its own quotes. What stands in its braces keeps its quotes. */
export function clauseSource(tree: Tree, clause: NodeIndex): string {
  const head = childrenOf(tree, clause).find((child) => kindOf(tree, child) !== NodeKind.Quote);
  const first = head === undefined ? -1 : startOf(tree, head);
  // An exception without a label starts with the word `except`, which is no node.
  const start = head !== undefined && kindOf(tree, head) === NodeKind.Arguments ? wordBefore(tree, first) : first;
  return dedented(tree.text.slice(Math.max(start, startOf(tree, clause)), endOf(tree, clause)));
}

function wordBefore(tree: Tree, offset: number): number {
  return Math.max(0, tree.text.lastIndexOf('except', offset));
}

/** A deal with its header and the terms it declares, without its clauses. */
export function dealSource(tree: Tree, deal: NodeIndex): string {
  const children = childrenOf(tree, deal);
  const header = children.filter((child) => !MEMBERS.has(kindOf(tree, child)));
  const end = header.length === 0 ? startOf(tree, deal) : endOf(tree, header[header.length - 1]);
  const terms = children.filter((child) => kindOf(tree, child) === NodeKind.TermDeclaration);
  const body = terms.map((term) => `\n  ${textOf(tree, term)}`).join('');
  return `${tree.text.slice(startOf(tree, deal), end)} {${body}${body === '' ? '' : '\n'}}`;
}

const MEMBERS: ReadonlySet<NodeKind> = new Set([NodeKind.Clause, NodeKind.TermDeclaration, NodeKind.Skipped]);

/** Everything else of a file: terms, kinds, dimensions, readings and expectations, each below its comment. */
export function declarationsSource(tree: Tree): string {
  return childrenOf(tree, 0)
    .filter((node) => kindOf(tree, node) !== NodeKind.Deal && kindOf(tree, node) !== NodeKind.Skipped)
    .map((node) => {
      const comment = documentation(tree, node);
      const lines = comment === '' ? '' : comment.replace(/^/gm, '// ').concat('\n');
      return `${lines}${textOf(tree, node)}`;
    })
    .join('\n\n');
}

/** Lines after the first moved to the left as far as all of them can be. */
function dedented(text: string): string {
  const [first, ...rest] = text.split(/\r\n|\r|\n/);
  const indents = rest.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const least = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return [first, ...rest.map((line) => line.slice(least).trimEnd())].join('\n');
}
