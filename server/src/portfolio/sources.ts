import {
  type ReadSource,
  readPlainSource,
  readSourceFile,
  type SourceUnavailable,
  whyNotOfKind,
} from '../evidence/read-source-file.ts';
import { sha256 } from '../evidence/sha256.ts';
import { formatOf, notSupported } from '../evidence/source-kind.ts';
import { type FileHost, isUnreadable, isWithin, joined, type SourceHost, type Unreadable } from './file-host.ts';

/** The contracts that the deals of a portfolio name, by the path that a deal has for them. */
export interface Sources {
  /**
   * For `CheckOptions.readSource`. Markdown and plain text are read when they are first asked for. The text of other
   * formats takes time to get: until it was loaded it is not there.
   */
  readonly read: (path: string) => ReadSource | SourceUnavailable;
  /** Gets the text of what these name, and of all that was asked for and is not there yet. True if there is anything new: check again. */
  readonly load: (paths?: Iterable<string>) => Promise<boolean>;
  /** Forgets what was read of a path, or of all: it has changed. What has the same bytes is not taken apart again. */
  readonly forget: (path?: string) => void;
  /** What was asked for and read, with why where it could not be, in the order of their paths. */
  readonly asked: () => readonly (readonly [path: string, ReadSource | SourceUnavailable])[];
}

const WEB_ADDRESS = /^[a-z][a-z0-9+.-]+:\/\//i;
const DRIVE = /^[a-z]:/i;
const OUTSIDE = 'it lies outside of the portfolio: copy it into the folder of the portfolio';
const NOT_YET = 'its text has not been taken out of it yet';

/**
 * The sources of one portfolio. A path is relative to the root, with `/` (`\\` is taken for it). Nothing outside of the
 * root is ever read: not by an absolute path, not by `..`, not through a link.
 */
export function openSources(host: SourceHost, root: string): Sources {
  const sources = new Map<string, ReadSource | SourceUnavailable>();
  const asked = new Set<string>();
  /** What was last made of a path's bytes: they may be the same when it is read again. */
  const made = new Map<string, { readonly hash: string; readonly source: ReadSource | SourceUnavailable }>();

  /** How often a path was forgotten, and all of them. */
  const forgotten = new Map<string | undefined, number>();
  const timesForgotten = (path: string): number => (forgotten.get(path) ?? 0) + (forgotten.get(undefined) ?? 0);

  const readBytes = async (file: string, path: string): Promise<ReadSource | SourceUnavailable> => {
    const bytes = await host.bytes(file);
    if (isUnreadable(bytes)) return unreadable(bytes);
    const hash = sha256(bytes);
    const last = made.get(path);
    const source = last?.hash === hash ? last.source : await readSourceFile(bytes, path, hash);
    made.set(path, { hash, source });
    return source;
  };
  /** What can be had at once; the file, where that takes time. */
  const readAtOnce = (path: string): ReadSource | SourceUnavailable | string => {
    const file = locate(host, root, path);
    const format = formatOf(path);
    return typeof file === 'string' && (format === 'markdown' || format === 'text')
      ? readText(host, file, format)
      : file;
  };
  return {
    read: (path) => {
      asked.add(path);
      const source = sources.get(path) ?? readAtOnce(path);
      if (typeof source === 'string') return { unavailable: NOT_YET };
      sources.set(path, source);
      return source;
    },
    load: async (paths = []) => {
      const missing = [...new Set([...paths, ...asked])].filter((path) => !sources.has(path));
      for (const path of missing) {
        let source: ReadSource | SourceUnavailable;
        let before: number;
        do {
          before = timesForgotten(path);
          const found = readAtOnce(path);
          source = typeof found === 'string' ? await readBytes(found, path) : found;
          // What has changed while it was read is read again.
        } while (timesForgotten(path) !== before);
        sources.set(path, source);
      }
      return missing.length > 0;
    },
    forget: (path) => {
      forgotten.set(path, (forgotten.get(path) ?? 0) + 1);
      if (path === undefined) sources.clear();
      else sources.delete(path);
    },
    asked: () =>
      [...asked].sort().flatMap((path) => {
        const source = sources.get(path);
        return source === undefined ? [] : [[path, source] as const];
      }),
  };
}

/** The real path of the file that a deal names as its source, or why there is none that may be read. */
function locate(host: FileHost, root: string, written: string): string | SourceUnavailable {
  if (WEB_ADDRESS.test(written)) {
    return { unavailable: 'it is a web address: save the text beside the portfolio and name the file' };
  }
  const path = written.replaceAll('\\', '/');
  const inside = path.startsWith('/') || DRIVE.test(path) || path.includes('\0') ? undefined : withoutDots(path);
  if (inside === undefined) return { unavailable: OUTSIDE };
  if (formatOf(inside) === undefined) return { unavailable: notSupported(inside) };
  const absolute = joined(root, inside);
  const kind = host.kindOf(absolute);
  if (kind === 'missing') return { unavailable: 'there is no such file' };
  if (kind !== 'file')
    return { unavailable: kind === 'folder' ? 'it is a folder, not a file' : 'it is no regular file' };
  const realRoot = host.realPath(root);
  const real = host.realPath(absolute);
  return realRoot === undefined || real === undefined || !isWithin(realRoot, real) ? { unavailable: OUTSIDE } : real;
}

function readText(host: SourceHost, file: string, format: 'markdown' | 'text'): ReadSource | SourceUnavailable {
  const text = host.text(file);
  if (!isUnreadable(text)) return readPlainSource(text, format);
  // Most likely it is no text at all, which says more.
  const bytes = host.bytes(file);
  const why = bytes instanceof Uint8Array ? whyNotOfKind(bytes, format) : undefined;
  return why === undefined ? unreadable(text) : { unavailable: why };
}

const unreadable = ({ unreadable: why, help }: Unreadable): SourceUnavailable => ({
  unavailable: `it ${why}: ${help}`,
});

/** `a/./b/../c` as `a/c`; undefined when it leaves the folder it starts in. */
function withoutDots(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/');
}
