import type { Clause, Model } from '../model/model.ts';
import { kindOf, NodeKind, type Tree } from '../syntax/tree.ts';
import { nameText } from '../syntax/values.ts';
import { nodesAt } from './node-path.ts';
import { treeOf } from './tree-of.ts';

/** The innermost clause that an offset lies in, its quotes included; undefined where the portfolio has none there. */
export function clauseAt(model: Model, path: string, offset: number): Clause | undefined {
  const tree = treeOf(model, path);
  if (!tree) return undefined;
  const nodes = nodesAt(tree, offset);
  const deal = dealOf(model, tree, nodes);
  const around = new Set(nodes.filter((node) => kindOf(tree, node) === NodeKind.Clause));
  return around.size === 0 ? undefined : deal?.clauses.findLast(({ node }) => around.has(node));
}

function dealOf(model: Model, tree: Tree, nodes: readonly number[]) {
  const node = nodes.find((one) => kindOf(tree, one) === NodeKind.Deal);
  const deal = node === undefined ? undefined : model.dealsByName.get(nameText(tree, node + 1));
  return deal?.tree === tree && deal.node === node ? deal : undefined;
}
