/** What could not be read: why, in words that follow "`x.deal` ", and what to do about it. */
export interface Unreadable {
  readonly unreadable: string;
  readonly help: string;
}

export type EntryKind = 'file' | 'folder' | 'link' | 'other';

export interface FolderEntry {
  readonly name: string;
  readonly kind: EntryKind;
}

/**
 * The only way to the files of a portfolio. Paths are absolute, with `/` on every system. Nothing throws. What a path
 * is called twice with may differ between the calls: files change under us.
 */
export interface FileHost {
  /** The entries of one folder, links not followed, in any order. */
  readonly entries: (folder: string) => readonly FolderEntry[] | Unreadable;
  /** What is there, links followed; `missing` also for a link that leads nowhere. */
  readonly kindOf: (path: string) => 'file' | 'folder' | 'other' | 'missing';
  /** The path with every link in it resolved; undefined where nothing is there. */
  readonly realPath: (path: string) => string | undefined;
  /** The text of a UTF-8 file of at most {@link LARGEST_FILE} bytes, a byte order mark included. */
  readonly text: (file: string) => string | Unreadable;
}

/** A host of files that are no text, too: contracts as word processors and scanners make them. */
export interface SourceHost extends FileHost {
  /** The bytes of a file of at most {@link LARGEST_FILE} bytes, at once or later. They stay as they are. */
  readonly bytes: (file: string) => Uint8Array | Unreadable | Promise<Uint8Array | Unreadable>;
}

/** In bytes. A contract has kilobytes; what is larger was not meant to be read as one. */
export const LARGEST_FILE = 64 * 1024 * 1024;

export const isUnreadable = (read: unknown): read is Unreadable =>
  typeof read === 'object' && read !== null && 'unreadable' in read;

/** Whether `path` is `folder` or lies below it. Both absolute, or both relative to the same place; '' is that place. */
export function isWithin(folder: string, path: string): boolean {
  if (folder === '' || path === folder) return true;
  return path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** The folder of a path; of a root (`/`, `C:/`) the root itself. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash < 0) return path;
  const isTop = slash === path.indexOf('/') && (slash === 0 || path[slash - 1] === ':');
  return path.slice(0, isTop ? slash + 1 : slash) || '/';
}

/** `folder/name`, without doubling the `/` of a root. */
export const joined = (folder: string, name: string): string =>
  folder === '' || folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;

/** The path of what is within a folder, relative to it; '' is the folder itself. */
export const relativeTo = (folder: string, path: string): string =>
  path === folder ? '' : path.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
