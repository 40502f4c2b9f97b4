import { isWithin, relativeTo } from '../portfolio/file-host.ts';
import { type Resource, resourceOf, uriOf } from './resource.ts';

/**
 * How the client writes the URIs of files. A client that is told of `file:///C:/a.deal` when it speaks of
 * `file:///c%3A/a.deal` takes them for two files: it is answered in its own spelling.
 */
export interface Spellings {
  /** Remembers how the client writes a file. */
  readonly learn: (resource: Resource, uri: string) => void;
  /** Remembers how it writes a folder, and so what lies below. */
  readonly learnFolder: (folder: Resource, uri: string) => void;
  readonly uriOf: (resource: Resource) => string;
}

export function createSpellings(): Spellings {
  const files = new Map<Resource, string>();
  const folders = new Map<Resource, string>();
  const fromFolder = (resource: Resource): string | undefined => {
    for (const [folder, uri] of folders) {
      if (resource === folder || !isWithin(folder, resource)) continue;
      const below = relativeTo(folder, resource).split('/').map(encodeURIComponent).join('/');
      return `${uri.replace(/\/$/, '')}/${below}`;
    }
    return undefined;
  };
  return {
    learn: (resource, uri) => {
      files.set(resource, uri);
    },
    learnFolder: (folder, uri) => {
      folders.set(folder, uri);
      files.set(folder, uri);
    },
    uriOf: (resource) => files.get(resource) ?? fromFolder(resource) ?? uriOf(resource),
  };
}

/** The folder that a URI names, without the `/` at its end. */
export function folderResourceOf(uri: unknown): Resource | undefined {
  const resource = resourceOf(uri);
  return resource === undefined || /^(?:[a-z]:)?\/$/i.test(resource) ? resource : resource.replace(/\/$/, '');
}
