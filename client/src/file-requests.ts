import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  FIND_FILES,
  type FindFilesParams,
  type FindFilesResult,
  READ_FILE,
  type ReadFileParams,
  type ReadFileResult,
} from '../../server/src/lsp/protocol.ts';

/** In bytes, as on the command line: what is larger is no contract. */
const LARGEST_FILE = 64 * 1024 * 1024;
/** How many folders are walked where the workspace cannot be searched. */
const MOST_FOLDERS = 2000;

/**
 * Gives the server the files that it cannot reach itself: in a browser there is no disk, and a workspace may lie in a
 * repository that nobody has cloned.
 */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest<FindFilesResult, void>(FIND_FILES, ({ folder }: FindFilesParams) => findFiles(Uri.parse(folder)));
  client.onRequest<ReadFileResult, void>(READ_FILE, ({ uri }: ReadFileParams) => readFile(Uri.parse(uri)));
}

/** Files that the editor hides are found too: what belongs to a portfolio does not depend on the settings of an editor. */
async function findFiles(folder: Uri): Promise<FindFilesResult> {
  const found = await workspace.findFiles(new RelativePattern(folder, '**/{*.deal,deal.config.json}'), null);
  // Not every file system can be searched, and one that cannot finds nothing.
  const files = found.length > 0 ? found : await walk(folder);
  return { files: files.map((file) => file.toString()) };
}

const isOfPortfolio = (name: string): boolean => name.endsWith('.deal') || name === 'deal.config.json';
const isEntered = (name: string): boolean => name !== 'node_modules' && !name.startsWith('.');

async function walk(root: Uri): Promise<readonly Uri[]> {
  const files: Uri[] = [];
  const folders = [root];
  for (let i = 0; i < folders.length && i < MOST_FOLDERS; i++) {
    for (const [name, type] of await entriesOf(folders[i])) {
      const uri = Uri.joinPath(folders[i], name);
      // A link to a folder is not followed: it may lead back.
      if (type === FileType.Directory && isEntered(name)) folders.push(uri);
      else if ((type & FileType.File) !== 0 && isOfPortfolio(name)) files.push(uri);
    }
  }
  return files;
}

async function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

async function readFile(uri: Uri): Promise<ReadFileResult> {
  try {
    const { size, type } = await workspace.fs.stat(uri);
    if ((type & FileType.File) === 0) return { unreadable: 'is not a file' };
    if (size > LARGEST_FILE) return { unreadable: 'is larger than 64 MB' };
    const bytes = await workspace.fs.readFile(uri);
    const text = textOf(bytes);
    return text === undefined ? { base64: base64Of(bytes) } : { text };
  } catch (error) {
    return { unreadable: `cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The text of UTF-8, with its byte order mark; undefined for anything else. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** `btoa` takes characters, and a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let characters = '';
  for (let i = 0; i < bytes.length; i += 0x8000) {
    characters += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  }
  return btoa(characters);
}
