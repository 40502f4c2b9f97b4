import { folderOf } from '../portfolio/file-host.ts';
import type { Resource } from './resource.ts';

/** What is known of the nearest folder at or above a resource that anything is known of. */
export function nearest<T>(known: ReadonlyMap<Resource, T>, resource: Resource): T | undefined {
  for (let folder = resource; ; folder = folderOf(folder)) {
    const found = known.get(folder);
    if (found !== undefined || folderOf(folder) === folder) return found;
  }
}
