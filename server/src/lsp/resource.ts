import { URI } from 'vscode-uri';

/**
 * Where a file is, in the one spelling that is compared and looked up. A file on a disk: its absolute path with `/`, the
 * letter of a drive in lower case (`/a/b`, `c:/a/b`, `//server/share/b`). Anything else: `scheme://authority/path`, decoded.
 */
export type Resource = string;

const DRIVE = /^\/[A-Za-z]:/;
const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]+):/;

/** Undefined for what is no URI. */
export function resourceOf(uri: unknown): Resource | undefined {
  if (typeof uri !== 'string') return undefined;
  if (uri !== last.uri) last = { uri, resource: parsed(uri) };
  return last.resource;
}

/** While somebody types, every message is about one file. */
let last: { readonly uri: string; readonly resource: Resource | undefined } = { uri: '', resource: undefined };

function parsed(uri: string): Resource | undefined {
  if (!SCHEME.test(uri)) return undefined;
  try {
    return spelledOut(URI.parse(uri));
  } catch {
    // The library throws where a scheme or a path cannot be one.
    return undefined;
  }
}

function spelledOut({ scheme, authority, path, query }: URI): Resource {
  if (scheme === 'file') {
    if (authority !== '') return `//${authority}${path}`;
    return DRIVE.test(path) ? path[1].toLowerCase() + path.slice(2) : path;
  }
  const place = authority !== '' || path.startsWith('/') ? `//${authority}${path}` : path;
  return `${scheme}:${place}${query === '' ? '' : `?${query}`}`;
}

/** A URI of a resource that no client has spelled yet. */
export function uriOf(resource: Resource): string {
  const other = SCHEME.exec(resource);
  if (other !== null) {
    const parts = /^\/\/([^/]*)(.*)$/s.exec(resource.slice(other[0].length));
    const [authority, path] = parts === null ? ['', resource.slice(other[0].length)] : [parts[1], parts[2]];
    return URI.from({ scheme: other[1], authority, path }).toString();
  }
  const share = /^\/\/([^/]+)(.*)$/s.exec(resource);
  if (share !== null) return URI.from({ scheme: 'file', authority: share[1], path: share[2] }).toString();
  return URI.from({ scheme: 'file', path: resource.startsWith('/') ? resource : `/${resource}` }).toString();
}

/** Whether the server's own disk may hold it. */
export const isOnDisk = (resource: Resource): boolean => !SCHEME.test(resource);
