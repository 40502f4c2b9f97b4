import type { Model, ParsedFile } from '../model/model.ts';
import type { Tree } from '../syntax/tree.ts';

const tables = new WeakMap<Model, ReadonlyMap<string, ParsedFile>>();

/** The parsed file at a path relative to the portfolio's root; undefined where the portfolio has none. */
export function fileOf(model: Model, path: string): ParsedFile | undefined {
  let table = tables.get(model);
  if (!table) {
    table = new Map(model.files.map((file) => [file.path, file]));
    tables.set(model, table);
  }
  return table.get(path);
}

export const treeOf = (model: Model, path: string): Tree | undefined => fileOf(model, path)?.tree;
