import { folderOf, isWithin, joined, relativeTo } from '../portfolio/file-host.ts';
import type { Environment } from './environment.ts';

/** An absolute path as the user would write it here: relative to the current folder, unless they share only the top. */
export function displayPath(path: string, { currentFolder }: Pick<Environment, 'currentFolder'>): string {
  let upwards = '';
  for (let folder = currentFolder; ; folder = folderOf(folder), upwards = joined(upwards, '..')) {
    if (isWithin(folder, path)) {
      const isTop = folderOf(folder) === folder;
      if (isTop && upwards !== '') return path;
      return [upwards, relativeTo(folder, path)].filter((part) => part !== '').join('/') || '.';
    }
    if (folderOf(folder) === folder) return path;
  }
}
