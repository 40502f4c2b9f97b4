import type { Deal, Model } from '../../model/model.ts';
import {
  childOfKind,
  childrenOf,
  endOf,
  kindOf,
  type NodeIndex,
  NodeKind,
  startOf,
  type Tree,
  textOf,
} from '../../syntax/tree.ts';
import { nameText } from '../../syntax/values.ts';
import type { TermId } from '../../terms/set-expression.ts';
import type { FileEdit } from '../file-edit.ts';
import { nodesAt } from '../node-path.ts';
import { treeOf } from '../tree-of.ts';
import { termText } from './term-text.ts';

/** Adds a relation to a term where it is declared. Undefined where it is declared together with others, or nowhere. */
export function withRelation(
  model: Model,
  term: TermId,
  relation: 'distinct from' | 'in' | 'presumed yes' | 'presumed no',
  other?: TermId,
): FileEdit | undefined {
  const { place } = model.terms[term];
  const tree = place && treeOf(model, place.file);
  if (!place || !tree) return undefined;
  const path = nodesAt(tree, place.span.start);
  const node = path.findLast((one) => kindOf(tree, one) === NodeKind.TermDeclaration);
  if (node === undefined || itemsOf(tree, node) !== 1) return undefined;
  const name = other === undefined ? '' : termText(model, other, dealAt(model, tree, path));
  if (name === undefined) return undefined;
  const known = RELATIONS[relation] === undefined ? -1 : childOfKind(tree, node, RELATIONS[relation]);
  if (known >= 0) {
    const names = known + 1;
    const written = kindOf(tree, names) === NodeKind.List ? childrenOf(tree, names) : [names];
    const newText = `[${[...written.map((one) => textOf(tree, one)), name].join(', ')}]`;
    return { file: place.file, start: startOf(tree, names), end: endOf(tree, names), newText };
  }
  const end = endOf(tree, node);
  return { file: place.file, start: end, end, newText: ` ${[relation, name].join(' ').trimEnd()}` };
}

const RELATIONS: Readonly<Record<string, NodeKind | undefined>> = {
  'distinct from': NodeKind.DistinctFrom,
  in: NodeKind.In,
};

const itemsOf = (tree: Tree, declaration: NodeIndex): number =>
  childrenOf(tree, declaration).filter((child) => kindOf(tree, child) === NodeKind.TermItem).length;

function dealAt(model: Model, tree: Tree, path: readonly NodeIndex[]): Deal | undefined {
  const deal = path.find((node) => kindOf(tree, node) === NodeKind.Deal);
  return deal === undefined ? undefined : model.dealsByName.get(nameText(tree, deal + 1));
}
