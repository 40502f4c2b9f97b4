import { type Clause, labelsOf, type Model } from '../../model/model.ts';
import {
  childOfKind,
  childrenOf,
  endOf,
  kindOf,
  type NodeIndex,
  NodeKind,
  nextOf,
  startOf,
  type Tree,
} from '../../syntax/tree.ts';
import { argumentValue, nameText } from '../../syntax/values.ts';
import type { FileEdit } from '../file-edit.ts';
import { familyOf } from '../portfolio-symbol.ts';
import { lineEndOf } from './formatted-edits.ts';

/** Edits of one clause. Each gives undefined where the clause is too broken to be edited. */

const insertion = ({ deal }: Clause, offset: number, newText: string): FileEdit => ({
  file: deal.file,
  start: offset,
  end: offset,
  newText,
});

/** Adds `except (…)`, or one more pair of parentheses to those that are there. */
export function withException(clause: Clause, written: readonly string[]): FileEdit | undefined {
  const { tree } = clause.deal;
  const list = argumentsOf(clause);
  if (list < 0) return undefined;
  const last = childrenOf(tree, clause.node).findLast((child) => kindOf(tree, child) === NodeKind.ExceptArguments);
  const text = `(${written.join(', ')})`;
  return last === undefined
    ? insertion(clause, endOf(tree, list), ` except ${text}`)
    : insertion(clause, endOf(tree, last), `, ${text}`);
}

/** Adds `subject to …`. */
export function withSubjectTo(clause: Clause, path: string): FileEdit | undefined {
  const { tree } = clause.deal;
  if (argumentsOf(clause) < 0) return undefined;
  const last = childrenOf(tree, clause.node).findLast((child) => isHead(kindOf(tree, child)));
  return last === undefined ? undefined : insertion(clause, endOf(tree, last), ` subject to ${path}`);
}

const isHead = (kind: NodeKind): boolean =>
  kind === NodeKind.Arguments ||
  kind === NodeKind.ExceptArguments ||
  kind === NodeKind.SubjectTo ||
  kind === NodeKind.Notwithstanding;

/** Gives an argument a value, in place of the one it has. */
export function withArgument(clause: Clause, name: string, value: string): FileEdit | undefined {
  const { tree, file } = clause.deal;
  const list = argumentsOf(clause);
  if (list < 0) return undefined;
  const own = argumentNamed(clause, name);
  if (own >= 0) {
    const node = argumentValue(tree, own);
    if (kindOf(tree, own) !== NodeKind.Argument || node < 0) return undefined;
    return { file, start: startOf(tree, node), end: endOf(tree, node), newText: value };
  }
  const last = childrenOf(tree, list).at(-1);
  return last === undefined
    ? insertion(clause, startOf(tree, list) + 1, `${name} = ${value}`)
    : insertion(clause, endOf(tree, last), `, ${name} = ${value}`);
}

/** The argument of a name that stands in the clause itself; -1 where there is none. */
export function argumentNamed(clause: Clause, name: string): NodeIndex {
  const { tree } = clause.deal;
  const list = argumentsOf(clause);
  if (list < 0) return -1;
  return (
    childrenOf(tree, list).find(
      (child) =>
        kindOf(tree, child) >= NodeKind.Argument &&
        kindOf(tree, child) <= NodeKind.ArgumentAtLeast &&
        nameText(tree, child + 1) === name,
    ) ?? -1
  );
}

/** Gives a clause a label that is free: in an amendment it would replace the clause that has it already. */
export function withLabel(model: Model, clause: Clause): { readonly label: string; readonly edit: FileEdit } {
  const { tree } = clause.deal;
  const family = [...familyOf(model, clause.deal)];
  let label = clause.kind.name;
  for (let count = 2; family.some((one) => labelsOf(one).has(label)); count++) label = `${clause.kind.name}_${count}`;
  const kind = childOfKind(tree, clause.node, NodeKind.Name);
  return { label, edit: insertion(clause, startOf(tree, kind), `${label}: `) };
}

/** Adds a clause to a deal, behind another clause of it and what stands on its line. */
export function withClauseAfter(clause: Clause, written: string): FileEdit {
  const { tree, node } = clause.deal;
  const { text } = tree;
  const member = childrenOf(tree, node).find((child) => child <= clause.node && clause.node < nextOf(tree, child));
  const at = member ?? clause.node;
  const end = behindComments(tree, endOf(tree, at));
  const lineEnd = lineEndOf(text);
  const isApart = hasBlankLine(text.slice(startOf(tree, node), endOf(tree, node)));
  return insertion(clause, end, `${lineEnd}${isApart ? lineEnd : ''}${indentOf(text, startOf(tree, at))}${written}`);
}

/** The white space that a line starts with. */
export function indentOf(text: string, offset: number): string {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^[^\S\r\n\ufeff]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
}

const hasBlankLine = (text: string): boolean => /(?:\r\n|\n)[^\S\r\n]*(?:\r\n|\n)/.test(text);

/** The offset behind the comments that follow on a line. */
export function behindComments({ text, comments }: Tree, offset: number): number {
  let end = offset;
  for (let index = 0; index < comments.length; index += 2) {
    if (comments[index] >= end && /^[^\S\r\n]*$/.test(text.slice(end, comments[index]))) end = comments[index + 1];
  }
  return end;
}

/** The parentheses of a clause; -1 where it has none to write into. */
function argumentsOf({ deal: { tree }, node }: Clause): NodeIndex {
  const list = childOfKind(tree, node, NodeKind.Arguments);
  return list >= 0 && endOf(tree, list) > startOf(tree, list) + 1 ? list : -1;
}
