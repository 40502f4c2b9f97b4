import type { Model } from '../model/model.ts';
import { endOf, type NodeIndex, startOf, type Tree } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import type { PortfolioSymbol } from './portfolio-symbol.ts';

/** What the grammar makes of a name at its place, whether it means anything or not. */
export type NamePlace =
  | 'dimension'
  | 'term'
  | 'kind'
  | 'parameter'
  | 'argument'
  /** An argument that the language brings, such as `by`. */
  | 'language argument'
  /** The type of a parameter. */
  | 'type'
  | 'deal'
  | 'label'
  | 'reading'
  /** A word of the language, such as `all`, `yes` or `end`. */
  | 'word';

/** A name in a tree: a Name or a Label, and what it means. */
export interface NameUse {
  readonly node: NodeIndex;
  readonly place: NamePlace;
  readonly role: 'declaration' | 'reference';
  /** Absent where the portfolio has nothing of this name, or does not heed the declaration because it is the second. */
  readonly symbol: PortfolioSymbol | undefined;
}

export interface NameUseOptions {
  /** Only names that touch this stretch. */
  readonly within?: Span;
  /** Only names of which this is true: asked before anything is looked up. */
  readonly wants?: (node: NodeIndex) => boolean;
}

export interface Walk extends NameUseOptions {
  readonly model: Model;
  readonly path: string;
  readonly tree: Tree;
  readonly visit: (use: NameUse) => void;
}

export const touches = ({ within, tree }: Walk, node: NodeIndex): boolean =>
  within === undefined || (startOf(tree, node) <= within.end && endOf(tree, node) >= within.start);

/** Whether a name is asked about. Empty ones, in the place of missing ones, never are. */
export function isWanted(walk: Walk, node: NodeIndex): boolean {
  const { tree } = walk;
  return startOf(tree, node) < endOf(tree, node) && touches(walk, node) && (walk.wants?.(node) ?? true);
}

export function found(walk: Walk, node: NodeIndex, place: NamePlace, symbol: PortfolioSymbol | undefined): void {
  walk.visit({ node, place, role: 'reference', symbol });
}

export function declared(walk: Walk, node: NodeIndex, place: NamePlace, symbol: PortfolioSymbol | undefined): void {
  walk.visit({ node, place, role: 'declaration', symbol });
}
