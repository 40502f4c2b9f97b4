import type { Model } from '../model/model.ts';
import type { Tree } from '../syntax/tree.ts';

/** The tree of a file, by its path relative to the portfolio's root; undefined where the portfolio has none there. */
export const treeOf = (model: Model, path: string): Tree | undefined => model.fileAt(path)?.tree;
