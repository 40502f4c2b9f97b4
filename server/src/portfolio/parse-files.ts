import type { ParsedFile } from '../model/model.ts';
import { parse } from '../syntax/parser.ts';
import { createTreeRoom } from '../syntax/tree-room.ts';
import type { PortfolioFile } from './check.ts';

/** The files of a portfolio with their trees, in the same order. */
export function parseFiles(files: Iterable<PortfolioFile>): ParsedFile[] {
  const room = createTreeRoom();
  return Array.from(files, ({ path, text }) => ({ path, tree: parse(text, room) }));
}
