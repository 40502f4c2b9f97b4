import type { Model } from '../../model/model.ts';

/** Where a new deal for a contract goes: a path that is not taken yet, and the contract as a deal there names it. */
export function newDealPlace({ files }: Model, source: string): { readonly path: string; readonly written: string } {
  const paths = files.map(({ path }) => path);
  const folder = folderFor(source, paths);
  const base = baseOf(source);
  const taken = new Set(paths);
  let path = `${folder}${base}.deal`;
  for (let count = 2; taken.has(path); count++) path = `${folder}${base}-${count}.deal`;
  return { path, written: source.slice(folder.length) };
}

/** The name of a file, without its folder and ending. */
export const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');

/** The nearest folder at or above the contract that has `.deal` files, else the contract's own; with its slash. */
function folderFor(source: string, paths: readonly string[]): string {
  const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1)));
  const own = source.slice(0, source.lastIndexOf('/') + 1);
  for (let folder = own; ; folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1)) {
    if (folders.has(folder)) return folder;
    if (folder === '') return own;
  }
}
