import type {
  CreateFilesParams,
  DeleteFilesParams,
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DidSaveTextDocumentParams,
  FileEvent,
  InitializeParams,
  RenameFilesParams,
} from 'vscode-languageserver';
import { filesWithin } from './file-listing.ts';
import { registrations } from './registrations.ts';
import { type Resource, resourceOf } from './resource.ts';
import type { SessionState } from './session-state.ts';
import { folderResourceOf } from './spellings.ts';

/** Takes a notification in. Its parameters are those of its method, as far as the client keeps to the protocol. */
type Notified = (params: never) => void;

/** By method, what is done about a notification. Whatever else a client tells is of no concern here. */
export function notifications(state: SessionState): ReadonlyMap<string, Notified> {
  const all: Readonly<Record<string, Notified>> = {
    initialized: () => initialized(state),
    'textDocument/didOpen': (params: Partial<DidOpenTextDocumentParams> | undefined) =>
      documentChanged(state, state.documents.open(params?.textDocument)),
    'textDocument/didChange': (params: Partial<DidChangeTextDocumentParams> | undefined) =>
      documentChanged(state, state.documents.change(params)),
    'textDocument/didClose': (params: Partial<DidCloseTextDocumentParams> | undefined) =>
      documentClosed(state, state.documents.close(params?.textDocument?.uri)),
    'textDocument/didSave': (params: Partial<DidSaveTextDocumentParams> | undefined) =>
      documentSaved(state, resourceOf(params?.textDocument?.uri)),
    'workspace/didChangeConfiguration': (params: Partial<DidChangeConfigurationParams> | undefined) =>
      void settingsChanged(state, params?.settings),
    'workspace/didChangeWatchedFiles': (params: Partial<DidChangeWatchedFilesParams> | undefined) =>
      void watchedFilesChanged(state, asArray<FileEvent>(params?.changes)),
    'workspace/didChangeWorkspaceFolders': (params: Partial<DidChangeWorkspaceFoldersParams> | undefined) => {
      const uris = (folders: unknown): string[] => asArray<{ readonly uri: string }>(folders).map(({ uri }) => uri);
      changeFolders(state, uris(params?.event?.added), uris(params?.event?.removed));
    },
    'workspace/didCreateFiles': (params: Partial<CreateFilesParams> | undefined) =>
      void filesMoved(state, resourcesOf(params?.files, 'uri'), []),
    'workspace/didRenameFiles': (params: Partial<RenameFilesParams> | undefined) =>
      void filesMoved(state, resourcesOf(params?.files, 'newUri'), resourcesOf(params?.files, 'oldUri')),
    'workspace/didDeleteFiles': (params: Partial<DeleteFilesParams> | undefined) =>
      void filesMoved(state, [], resourcesOf(params?.files, 'uri')),
    'window/workDoneProgress/cancel': (params: { readonly token?: unknown } | undefined) =>
      state.progress.cancel(params?.token),
  };
  return new Map(Object.entries(all));
}

function initialized(state: SessionState): void {
  const { context, messages } = state;
  const wanted = registrations(context.client, schemesOf(foldersIn(context.initialize)));
  if (wanted.length > 0) {
    context.outbox
      .request('client/registerCapability', { registrations: wanted })
      .catch((error: unknown) => messages.log(`the client registers nothing: ${String(error)}`));
  }
  changeFolders(state, foldersIn(context.initialize), []);
}

/** The kinds of URIs that files of the folders have. */
const schemesOf = (folders: readonly string[]): string[] => [
  ...new Set(['file', ...folders.map((uri) => uri.slice(0, uri.indexOf(':')))]),
];

/** The folders that the client opens with; clients have had three ways to say it. */
function foldersIn({ workspaceFolders, rootUri, rootPath }: Partial<InitializeParams>): string[] {
  if (Array.isArray(workspaceFolders)) return workspaceFolders.map(({ uri }) => uri);
  if (typeof rootUri === 'string') return [rootUri];
  return typeof rootPath === 'string' ? [`file://${rootPath.startsWith('/') ? '' : '/'}${encodeURI(rootPath)}`] : [];
}

function changeFolders(state: SessionState, added: readonly string[], removed: readonly string[]): void {
  const { workspace, spellings } = state;
  const resources = (uris: readonly string[]): Resource[] =>
    uris.map((uri) => folderResourceOf(uri)).filter((resource) => resource !== undefined);
  for (const uri of added) {
    const resource = folderResourceOf(uri);
    if (resource !== undefined) spellings.learnFolder(resource, uri);
  }
  workspace.changeFolders(resources(added), resources(removed));
  void askForSettings(state);
}

/** Each folder may have settings of its own. */
async function askForSettings({ settings, workspace, spellings, touched }: SessionState): Promise<void> {
  const folders = [...workspace.folders()].filter(({ isAdHoc }) => !isAdHoc);
  await settings.ask(folders.map(({ resource }) => ({ resource, uri: spellings.uriOf(resource) })));
  touched();
}

function documentChanged({ workspace }: SessionState, resource: Resource | undefined): void {
  if (resource !== undefined) workspace.documentChanged(resource);
}

function documentClosed({ documents, workspace, features }: SessionState, resource: Resource | undefined): void {
  if (resource === undefined || documents.get(resource) !== undefined) return;
  features.closed(resource);
  workspace.documentClosed(resource);
}

function documentSaved({ workspace, touched }: SessionState, resource: Resource | undefined): void {
  if (resource === undefined) return;
  workspace.locate(resource)?.portfolio.saved();
  touched();
}

async function settingsChanged(state: SessionState, sent: unknown): Promise<void> {
  const isSection = typeof sent === 'object' && sent !== null && 'deal' in sent;
  if (state.context.client.configuration) await askForSettings(state);
  else state.settings.take(isSection ? sent.deal : sent);
  state.touched();
}

const GONE = 3;

async function watchedFilesChanged({ workspace }: SessionState, changes: readonly FileEvent[]): Promise<void> {
  // Of several events about a file the last one tells how it is now.
  const last = new Map<Resource, number>();
  for (const { uri, type } of changes) {
    const resource = resourceOf(uri);
    if (resource === undefined) continue;
    last.delete(resource);
    last.set(resource, type);
  }
  const those = (isGone: boolean): Resource[] =>
    [...last].filter(([, type]) => (type === GONE) === isGone).map(([resource]) => resource);
  await workspace.filesChanged(those(false), those(true));
}

async function filesMoved(
  { workspace, files }: SessionState,
  made: readonly Resource[],
  gone: readonly Resource[],
): Promise<void> {
  const changed = made.flatMap((resource) => filesWithin(files.host, resource));
  await workspace.filesChanged(changed, gone);
}

const asArray = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : []);

const resourcesOf = (files: unknown, field: 'uri' | 'oldUri' | 'newUri'): Resource[] =>
  asArray<Partial<Record<typeof field, unknown>> | null>(files)
    .map((file) => folderResourceOf(file?.[field]))
    .filter((resource) => resource !== undefined);
