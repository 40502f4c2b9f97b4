import type { CancellationToken } from 'vscode-languageserver';
import { isUnreadable, type SourceHost } from '../portfolio/file-host.ts';
import type { Documents } from './documents.ts';
import type { Resource } from './resource.ts';

/**
 * The files of a workspace, wherever they are. The engine asks the `host` and gets an answer at once; what has to be
 * fetched first is fetched by the other three.
 */
export interface WorkspaceFiles {
  /** What is known of the files now. */
  readonly host: SourceHost;
  /** Makes the portfolio's files below a folder known. */
  readonly discover: (folder: Resource, token: CancellationToken) => Promise<void>;
  /** Looks again at files that have changed or appeared, and forgets those that are gone, and all below a folder that is. */
  readonly refresh: (changed: readonly Resource[], gone: readonly Resource[]) => Promise<void>;
  /** Fetches what the host was asked for and did not have. False: nothing was missing. */
  readonly fetchMissing: () => Promise<boolean>;
}

/** The same files, but what is open in the editor as it is there. No text has a byte order mark: no editor shows it. */
export function withDocuments(host: SourceHost, documents: Documents): SourceHost {
  return {
    entries: host.entries,
    kindOf: (path) => {
      const kind = host.kindOf(path);
      return kind === 'missing' && documents.get(path) !== undefined ? 'file' : kind;
    },
    realPath: (path) => host.realPath(path) ?? (documents.get(path) === undefined ? undefined : path),
    text: (path) => {
      const text = documents.get(path)?.text.getText() ?? host.text(path);
      return isUnreadable(text) || text.charCodeAt(0) !== 0xfeff ? text : text.slice(1);
    },
    bytes: host.bytes,
  };
}
