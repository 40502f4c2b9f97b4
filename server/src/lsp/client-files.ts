import type { CancellationToken } from 'vscode-languageserver';
import {
  type EntryKind,
  folderOf,
  isUnreadable,
  isWithin,
  type SourceHost,
  type Unreadable,
} from '../portfolio/file-host.ts';
import { FIND_FILES, type FindFilesResult, READ_FILE } from './protocol.ts';
import { type Resource, resourceOf } from './resource.ts';
import type { Spellings } from './spellings.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** How many files are asked for at a time. */
const AT_A_TIME = 32;

/** What is in a file; bytes where it is no UTF-8. */
type Content = string | Uint8Array | Unreadable;

/** Sends a request to the client. */
export type AskClient = (method: string, params: unknown, token?: CancellationToken) => Promise<unknown>;

/** The files of a workspace that only the client can reach. What it has sent is kept. */
export function clientFiles(ask: AskClient, spellings: Spellings): WorkspaceFiles {
  const contents = new Map<Resource, Content>();
  const folders = new Map<Resource, Map<string, EntryKind>>();
  const missing = new Set<Resource>();

  const contentOf = (resource: Resource): Content => {
    const content = contents.get(resource);
    if (content === undefined) missing.add(resource);
    return content ?? NOT_THERE;
  };
  const fetch = async (resources: readonly Resource[], token?: CancellationToken): Promise<void> => {
    const queue = [...resources];
    const worker = async (): Promise<void> => {
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        if (token?.isCancellationRequested) return;
        contents.set(next, await readThrough(ask, spellings.uriOf(next), token));
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_A_TIME, queue.length) }, worker));
  };
  const isListed = (resource: Resource): boolean => folders.get(folderOf(resource))?.has(nameOf(resource)) === true;
  const enter = (resource: Resource): void => {
    for (let path = resource, kind: EntryKind = 'file'; ; kind = 'folder') {
      const folder = folderOf(path);
      if (folder === path) return;
      const entries = folders.get(folder) ?? new Map<string, EntryKind>();
      folders.set(folder, entries);
      if (entries.has(nameOf(path))) return;
      entries.set(nameOf(path), kind);
      path = folder;
    }
  };
  const leave = (resource: Resource): void => {
    folders.get(folderOf(resource))?.delete(nameOf(resource));
    for (const known of [...contents.keys()]) if (isWithin(resource, known)) contents.delete(known);
    for (const folder of [...folders.keys()]) if (isWithin(resource, folder)) folders.delete(folder);
  };
  const host: SourceHost = {
    entries: (folder) => [...(folders.get(folder) ?? [])].map(([name, kind]) => ({ name, kind })),
    kindOf: (path) => {
      if (folders.has(path)) return 'folder';
      return !isUnreadable(contentOf(path)) || isListed(path) ? 'file' : 'missing';
    },
    realPath: (path) => (folders.has(path) || contents.has(path) ? path : undefined),
    text: (path) => {
      const content = contentOf(path);
      return content instanceof Uint8Array ? NO_TEXT : content;
    },
    bytes: (path) => {
      const content = contentOf(path);
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
  };
  return {
    host,
    discover: async (folder, token) => {
      const found = asFindFilesResult(await ask(FIND_FILES, { folder: spellings.uriOf(folder) }, token));
      leave(folder);
      folders.set(folder, new Map());
      const resources = found.map((uri) => resourceOf(uri)).filter((one) => one !== undefined);
      for (const resource of resources) if (isWithin(folder, resource)) enter(resource);
      await fetch(resources, token);
    },
    refresh: async (changed, gone) => {
      for (const resource of gone) leave(resource);
      await fetch(changed);
      for (const resource of changed) if (!isUnreadable(contents.get(resource))) enter(resource);
    },
    fetchMissing: async () => {
      const wanted = [...missing].filter((resource) => !contents.has(resource));
      missing.clear();
      await fetch(wanted);
      return wanted.length > 0;
    },
  };
}

const nameOf = (resource: Resource): string => resource.slice(resource.lastIndexOf('/') + 1);

const NO_TEXT: Unreadable = { unreadable: 'is not UTF-8', help: 'save it with the encoding UTF-8' };
const NOT_THERE: Unreadable = { unreadable: 'is not there any more', help: 'put it back, or name another file' };

async function readThrough(ask: AskClient, uri: string, token?: CancellationToken): Promise<Content> {
  try {
    return contentIn(await ask(READ_FILE, { uri }, token));
  } catch (error) {
    return unreadable(`could not be read (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** What a client says is not trusted to be what the protocol asks for. */
function contentIn(result: unknown): Content {
  const { text, base64, unreadable: why } = (result ?? {}) as Partial<Record<string, unknown>>;
  if (typeof text === 'string') return text;
  if (typeof base64 === 'string') return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return unreadable(typeof why === 'string' ? why : 'could not be read');
}

const unreadable = (why: string): Unreadable => ({
  unreadable: why,
  help: 'mend the file, or add it to `exclude` in deal.config.json',
});

function asFindFilesResult(result: unknown): FindFilesResult['files'] {
  const files = typeof result === 'object' && result !== null && 'files' in result ? result.files : [];
  return Array.isArray(files) ? files.filter((file) => typeof file === 'string') : [];
}
