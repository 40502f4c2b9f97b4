import type { SourceUnavailable } from './check.ts';
import { type FileHost, isUnreadable, isWithin, joined } from './file-host.ts';

/** Read as they are. Other kinds of contract (HTML, DOCX, PDF) have their text taken out first, and are not read yet. */
const PLAIN_TEXT = /\.(?:md|markdown|txt)$/i;
const WEB_ADDRESS = /^[a-z][a-z0-9+.-]+:\/\//i;
const DRIVE = /^[a-z]:/i;

/**
 * Reads the texts of contracts for one portfolio, each once. A path is relative to the root, with `/` (`\` is taken for
 * it). Nothing outside of the root is ever read: not by an absolute path, not by `..`, not through a link.
 */
export function sourceReader(host: FileHost, root: string): (path: string) => string | SourceUnavailable {
  const read = new Map<string, string | SourceUnavailable>();
  return (path) => {
    let source = read.get(path);
    if (source === undefined) {
      source = readSource(host, root, path);
      read.set(path, source);
    }
    return source;
  };
}

function readSource(host: FileHost, root: string, written: string): string | SourceUnavailable {
  if (WEB_ADDRESS.test(written)) {
    return { unavailable: 'it is a web address: save the text beside the portfolio and name the file' };
  }
  const path = written.replaceAll('\\', '/');
  const inside = path.startsWith('/') || DRIVE.test(path) || path.includes('\0') ? undefined : withoutDots(path);
  if (inside === undefined) return { unavailable: OUTSIDE };
  if (!PLAIN_TEXT.test(inside)) return { unavailable: notSupported(inside) };
  const absolute = joined(root, inside);
  const kind = host.kindOf(absolute);
  if (kind === 'missing') return { unavailable: 'there is no such file' };
  if (kind !== 'file')
    return { unavailable: kind === 'folder' ? 'it is a folder, not a file' : 'it is no regular file' };
  const realRoot = host.realPath(root);
  const real = host.realPath(absolute);
  if (realRoot === undefined || real === undefined || !isWithin(realRoot, real)) return { unavailable: OUTSIDE };
  const text = host.text(real);
  return isUnreadable(text) ? { unavailable: `it ${text.unreadable}: ${text.help}` } : text;
}

const OUTSIDE = 'it lies outside of the portfolio: copy it into the folder of the portfolio';

function notSupported(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const kind = dot > 0 ? `\`${name.slice(dot)}\`` : 'a file without an ending';
  return `${kind} is not supported yet: save the text as \`.md\` or \`.txt\``;
}

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
