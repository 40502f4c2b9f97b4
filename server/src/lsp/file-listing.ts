import { type FileHost, isUnreadable, joined } from '../portfolio/file-host.ts';
import type { Resource } from './resource.ts';

/** A resource, or where it is a folder, the files in it. Folders that no portfolio enters are left out, and links. */
export function filesWithin(host: FileHost, resource: Resource): Resource[] {
  if (host.kindOf(resource) !== 'folder') return [resource];
  const entries = host.entries(resource);
  if (isUnreadable(entries)) return [];
  return entries.flatMap(({ name, kind }) => {
    if (kind === 'file') return [joined(resource, name)];
    const isEntered = kind === 'folder' && name !== 'node_modules' && !name.startsWith('.');
    return isEntered ? filesWithin(host, joined(resource, name)) : [];
  });
}
