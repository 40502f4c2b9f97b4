import { isAscii, isUtf8 } from 'node:buffer';
import { closeSync, type Dirent, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { type EntryKind, LARGEST_FILE, type SourceHost, type Unreadable } from './file-host.ts';

/** Most files fit into this many bytes: they are read with three system calls and without allocating a buffer. */
const USUAL_FILE = 1024 * 1024;

/** The files of this machine. */
export function nodeFileHost(): SourceHost {
  const usual = Buffer.allocUnsafe(USUAL_FILE);
  return {
    entries: (folder) => {
      try {
        return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
          name: entry.name,
          kind: kindOfEntry(entry),
        }));
      } catch (error) {
        return whyUnreadable(error);
      }
    },
    kindOf: (path) => {
      try {
        const stats = statSync(path, { throwIfNoEntry: false });
        if (stats === undefined) return 'missing';
        return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
      } catch {
        return 'missing';
      }
    },
    realPath: (path) => {
      try {
        return withSlashes(realpathSync.native(path));
      } catch {
        return undefined;
      }
    },
    text: (file) => {
      try {
        const bytes = readBounded(file, usual);
        return Buffer.isBuffer(bytes) ? decode(bytes) : bytes;
      } catch (error) {
        return whyUnreadable(error);
      }
    },
    bytes: (file) => {
      try {
        const bytes = readBounded(file, usual);
        // A copy: what is read next takes the same buffer.
        return Buffer.isBuffer(bytes) ? Uint8Array.from(bytes) : bytes;
      } catch (error) {
        return whyUnreadable(error);
      }
    },
  };
}

/** A path of this machine as the portfolio writes it: with `/`. On other systems than Windows `\\` is a letter. */
export const withSlashes = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path);

function kindOfEntry(entry: Dirent): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

/** The bytes of a file, in `usual` when they fit: then only good until the next call. */
function readBounded(file: string, usual: Buffer): Buffer | Unreadable {
  const descriptor = openSync(file, 'r');
  try {
    let read = fill(descriptor, usual, 0);
    if (read < usual.length) return usual.subarray(0, read);
    const { size } = fstatSync(descriptor);
    if (size > LARGEST_FILE) return tooLarge(size);
    // One byte more than the size: a file that grows while it is read is noticed.
    const whole = Buffer.allocUnsafe(Math.max(size, usual.length) + 1);
    usual.copy(whole);
    read = fill(descriptor, whole, read);
    return read < whole.length ? whole.subarray(0, read) : tooLarge(read);
  } finally {
    closeSync(descriptor);
  }
}

/** Reads until the buffer is full or the file ends; returns where the bytes end. */
function fill(descriptor: number, buffer: Buffer, from: number): number {
  let end = from;
  while (end < buffer.length) {
    const read = readSync(descriptor, buffer, end, buffer.length - end, null);
    if (read === 0) break;
    end += read;
  }
  return end;
}

function decode(bytes: Buffer): string | Unreadable {
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (isUtf8(bytes)) return bytes.toString('utf8');
  const looksLikeUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return {
    unreadable: looksLikeUtf16 ? 'is UTF-16, not UTF-8' : `is not UTF-8 (line ${firstBrokenLine(bytes)})`,
    help: 'save it with the encoding UTF-8',
  };
}

/** UTF-8 never hides a line end inside a character, so the lines can be judged one by one. Counts from 1. */
function firstBrokenLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const lineEnd = bytes.indexOf(0x0a, start);
    const end = lineEnd < 0 ? bytes.length : lineEnd + 1;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end;
  }
  return line;
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / (1024 * 1024))} MB`;

const tooLarge = (size: number): Unreadable => ({
  unreadable: `is too large (${megabytes(size)}; at most ${megabytes(LARGEST_FILE)} are read)`,
  help: 'split it into several files, or add it to `exclude` in deal.config.json',
});

function whyUnreadable(error: unknown): Unreadable {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return {
        unreadable: 'may not be read: permission denied',
        help: 'give yourself the right to read it, or add it to `exclude` in deal.config.json',
      };
    case 'ENOENT':
      return { unreadable: 'is not there any more', help: 'run the check again' };
    case 'ELOOP':
      return { unreadable: 'is a link that leads back to itself', help: 'mend or remove the link' };
    case 'EISDIR':
      return { unreadable: 'is a folder, not a file', help: 'rename the folder' };
    case 'EMFILE':
    case 'ENFILE':
      return { unreadable: 'could not be opened: too many open files', help: 'close some programs and run again' };
    default:
      return {
        unreadable: `could not be read (${error instanceof Error ? error.message : String(error)})`,
        help: 'mend the file, or add it to `exclude` in deal.config.json',
      };
  }
}
