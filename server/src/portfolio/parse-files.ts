import type { ParsedFile } from '../model/model.ts';
import { parse } from '../syntax/parser.ts';
import { createTreeArena } from '../syntax/tree-arena.ts';
import type { PortfolioFile } from './check.ts';

/** The files of a portfolio with their trees, in the same order. */
export function parseFiles(files: Iterable<PortfolioFile>): ParsedFile[] {
  const arena = createTreeArena();
  return Array.from(files, ({ path, text }) => ({ path, tree: parse(text, arena) }));
}
