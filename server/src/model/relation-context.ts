import { childrenOf, kindOf, type NodeIndex, NodeKind } from '../syntax/tree.ts';
import { pathText } from '../syntax/values.ts';
import type { TermId } from '../terms/set-expression.ts';
import type { Term } from '../terms/vocabulary.ts';
import { type BindContext, type FileContext, findTerm, reportUnknownTerm, type Scopes } from './context.ts';

/** The relations of terms that are sets, apart from their definition. */
export const RELATIONS: ReadonlySet<NodeKind> = new Set([
  NodeKind.In,
  NodeKind.Overlaps,
  NodeKind.DistinctFrom,
  NodeKind.Open,
]);

/** A declaration whose relations are bound. */
export interface RelationContext {
  readonly context: BindContext;
  readonly file: FileContext;
  readonly scopes: Scopes;
  readonly dimension: string;
  readonly targets: readonly Term[];
  /** All that the declaration says of them. */
  readonly relations: readonly NodeIndex[];
  readonly writable: (term: TermId) => Term;
}

/** The terms of a dimension that a name, or a list of names, stands for; reports those that are none. */
export function named(at: RelationContext, node: NodeIndex, dimension: string): TermId[] {
  const { context, file, scopes } = at;
  const { tree } = file;
  if (node < 0) return [];
  const paths = kindOf(tree, node) === NodeKind.List ? childrenOf(tree, node) : [node];
  const found: TermId[] = [];
  for (const path of paths) {
    const name = pathText(tree, path);
    const id = findTerm(context, dimension, name, scopes);
    if (id === undefined) reportUnknownTerm(context, file, path, dimension, name, scopes);
    else found.push(id);
  }
  return found;
}
