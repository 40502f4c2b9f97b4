import { resolvePath } from '../model/bind-deals.ts';
import type { Analysis } from '../portfolio/check.ts';
import { documentLinks } from './document-links.ts';
import type { FileEdit } from './file-edit.ts';

/** A file or folder that gets another path. Both relative to the portfolio's root, with `/`. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** The edits, to be made before the move, by which every deal goes on naming the contract that it names now. */
export function moveSources(analysis: Analysis, moves: readonly Move[]): readonly FileEdit[] {
  return analysis.model.files.flatMap(({ path, tree }) => {
    const newPath = moved(path, moves);
    const mayName = newPath !== path || moves.some(({ from }) => tree.text.includes(nameOf(from)));
    if (!mayName) return [];
    return documentLinks(analysis, path).flatMap(({ span, target }): FileEdit[] => {
      const newTarget = moved(target, moves);
      const written = tree.text.slice(span.start, span.end);
      const isOnTheWeb = target === written && /^[a-z]+:/i.test(target);
      if (isOnTheWeb || resolvePath(newPath, written.replaceAll('\\', '/')) === newTarget) return [];
      const newText = relativePath(newPath, newTarget);
      // What would end the string cannot be written in it.
      return /["“”\r\n]/.test(newText) ? [] : [{ file: path, ...span, newText }];
    });
  });
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Where a path leads after the moves. */
function moved(path: string, moves: readonly Move[]): string {
  for (const { from, to } of moves) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return to + path.slice(from.length);
  }
  return path;
}

/** How a file names another. */
function relativePath(from: string, to: string): string {
  const [base, target] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < base.length && shared < target.length - 1 && base[shared] === target[shared]) shared++;
  return [...base.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}
