import type { CancellationToken } from 'vscode-languageserver';
import { formatOf } from '../evidence/source-kind.ts';
import { isWithin, relativeTo, type SourceHost } from '../portfolio/file-host.ts';
import { type Cancellation, createCancellation } from './cancellation.ts';
import type { Circumstances } from './circumstances.ts';
import type { Documents, OpenDocument } from './documents.ts';
import {
  type FolderFiles,
  innermost,
  type Outcome,
  takeChanged,
  takeEverything,
  takeFile,
  takeGone,
} from './file-changes.ts';
import { Cancelled, fetchSources, type LoadContext, type LoadedFolder, loadFolder } from './load-folder.ts';
import { openPortfolio } from './open-portfolio.ts';
import type { Portfolio } from './portfolio.ts';
import { type ConfigState, readConfig } from './portfolio-config.ts';
import type { OpenProgress } from './progress.ts';
import type { Resource } from './resource.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** From how many changed files on everything is read again: among so many some are easily missed. */
const RESCAN_FROM = 200;

/** A folder of the workspace, with its portfolios. */
export interface WorkspaceFolder {
  readonly resource: Resource;
  /** Not the client's folder: open because a file below it is. */
  readonly isAdHoc: boolean;
  readonly portfolios: () => readonly Portfolio[];
  /** Why it is not whole, a sentence. */
  readonly problem: () => string | undefined;
  /** Settles when all is read and checked; undefined when it is. */
  readonly loading: () => Promise<void> | undefined;
  /** Reads and checks everything anew. Never rejects. */
  readonly load: () => Promise<void>;
  /** Files have changed or appeared, and files or folders have gone. Never rejects. */
  readonly filesChanged: (changed: readonly Resource[], gone: readonly Resource[]) => Promise<void>;
  /** A document was opened or edited. Nothing happens while the folder is loaded: what is open is looked at then. */
  readonly documentChanged: (document: OpenDocument) => void;
  readonly close: () => void;
}

export interface FolderContext {
  readonly files: WorkspaceFiles;
  /** With what is open in the editor. */
  readonly host: SourceHost;
  readonly documents: Documents;
  readonly circumstances: (state: ConfigState, root: Resource) => Circumstances;
  readonly turn: () => Promise<void>;
  readonly isElsewhere: (folder: Resource) => boolean;
  readonly openProgress: OpenProgress;
  readonly log: (message: string) => void;
  /** The portfolios of a folder were replaced. */
  readonly replaced: (folder: WorkspaceFolder, before: readonly Portfolio[]) => void;
  /** Something may be different now. */
  readonly touched: () => void;
}

export function openWorkspaceFolder(resource: Resource, isAdHoc: boolean, context: FolderContext): WorkspaceFolder {
  let loaded: LoadedFolder = { portfolios: [] };
  let loading: Promise<void> | undefined;
  let cancellation: Cancellation = createCancellation();
  /** Loads and changes one after the other, in the order in which they came. */
  let queue: Promise<void> = Promise.resolve();
  const enqueue = (act: () => Promise<void>): Promise<void> => {
    queue = queue.then(act).catch((error: unknown) => context.log(`${resource}: ${describe(error)}`));
    return queue;
  };
  const files = (): FolderFiles => ({ folder: resource, portfolios: loaded.portfolios, ...context });
  const load = (): Promise<void> => {
    cancellation.cancel();
    cancellation = createCancellation();
    const { token } = cancellation;
    const promise = enqueue(async () => {
      const next = await loadWithProgress(resource, context, token);
      if (token.isCancellationRequested) return;
      const before = loaded.portfolios;
      loaded = next;
      if (loading === promise) loading = undefined;
      for (const document of context.documents.all()) documentChanged(document);
      context.replaced(folder, before);
    }).finally(() => {
      if (loading === promise) loading = undefined;
      context.touched();
    });
    loading = promise;
    context.touched();
    return promise;
  };
  const settle = async (outcome: Outcome): Promise<void> => {
    if (outcome === 'reload') {
      void load();
      return;
    }
    context.touched();
    // Who comes first gets what is missing: whoever it is says so.
    for (const portfolio of loaded.portfolios) if (await fetchSources(portfolio, context.files)) context.touched();
  };
  const documentChanged = ({ resource: changed, text }: OpenDocument): void => {
    const owner = innermost(loaded.portfolios, changed);
    if (owner === undefined) return;
    const path = relativeTo(owner.root, changed);
    // While somebody types, the file is one of the portfolio's: nothing else need be asked.
    if (owner.tree(path) !== undefined) {
      takeFile(owner, path, context);
      return;
    }
    if (owner.text(path) === text.getText()) return;
    // The words of a web page are those of its file, as it was saved last.
    if (formatOf(changed) === 'html') return;
    if (takeChanged(changed, files()) === 'reload') void load();
  };
  const folder: WorkspaceFolder = {
    resource,
    isAdHoc,
    portfolios: () => loaded.portfolios,
    problem: () => loaded.problem,
    loading: () => loading,
    load,
    filesChanged: (changed, gone) =>
      enqueue(async () => {
        await context.files.refresh(changed, gone);
        const isMany = changed.length + gone.length >= RESCAN_FROM || changed.some(isHead);
        await settle(isMany ? await rescan(files(), context) : takeEach(changed, gone, files()));
      }),
    documentChanged: (document) => {
      if (loading === undefined) documentChanged(document);
    },
    close: () => cancellation.cancel(),
  };
  return folder;
}

/** Loads the folder, and shows how far it has come. The user may cancel; then only the open files are there. */
async function loadWithProgress(
  resource: Resource,
  context: FolderContext,
  token: CancellationToken,
): Promise<LoadedFolder> {
  const progress = context.openProgress(nameOf(resource));
  const either = createCancellation(token, progress.token).token;
  const loadContext: LoadContext = { ...context, report: progress.report };
  try {
    return await loadFolder(resource, loadContext, either);
  } catch (error) {
    if (!(error instanceof Cancelled)) context.log(`${resource}: ${describe(error)}`);
    return { portfolios: [onlyOpenFiles(resource, context)], problem: whyNotLoaded(error) };
  } finally {
    progress.end();
  }
}

function takeEach(changed: readonly Resource[], gone: readonly Resource[], files: FolderFiles): Outcome {
  const outcomes = [...gone.map((one) => takeGone(one, files)), ...changed.map((one) => takeChanged(one, files))];
  return outcomes.includes('reload') ? 'reload' : 'taken';
}

const rescan = (files: FolderFiles, context: FolderContext): Promise<Outcome> =>
  takeEverything(files, { ...context, report: () => undefined }, createCancellation().token);

/** Enough to read and write the open files; without the others nothing certain can be reported about them. */
function onlyOpenFiles(root: Resource, { documents, circumstances, host }: FolderContext): Portfolio {
  const open = [...documents.all()].filter(({ resource }) => isWithin(root, resource) && resource.endsWith('.deal'));
  return openPortfolio({
    root,
    isSilent: true,
    files: open.map(({ resource, text }) => ({ path: relativeTo(root, resource), text: text.getText() })),
    unreadable: [],
    config: readConfig(host, root),
    host,
    circumstances,
  });
}

/** After a checkout, and nearly only then, this file of git has changed. */
const isHead = (resource: Resource): boolean => resource.endsWith('/.git/HEAD');

const nameOf = (resource: Resource): string => resource.slice(resource.lastIndexOf('/') + 1);

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const whyNotLoaded = (error: unknown): string =>
  error instanceof Cancelled
    ? 'Loading was cancelled, so nothing is checked. Check the portfolio to start again.'
    : `Loading failed: ${error instanceof Error ? error.message : String(error)}`;
