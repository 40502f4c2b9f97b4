import { folderOf, isWithin } from '../portfolio/file-host.ts';
import { configuredFolder } from '../portfolio/find-root.ts';
import { CONFIG_NAME } from '../portfolio/load.ts';
import type { OpenDocument } from './documents.ts';
import { createLoneFiles, nameOf, openAlone } from './lone-files.ts';
import { nearest } from './nearest.ts';
import type { Portfolio } from './portfolio.ts';
import { isOnDisk, type Resource } from './resource.ts';
import { type FolderContext, openWorkspaceFolder, type WorkspaceFolder } from './workspace-folder.ts';

/** A file as one of a portfolio. */
export interface Located {
  readonly portfolio: Portfolio;
  readonly path: string;
}

/** Everything that is open: the folders of the client, and files that are portfolios of their own. */
export interface Workspace {
  readonly folders: () => Iterable<WorkspaceFolder>;
  /** Those that are loaded. */
  readonly portfolios: () => readonly Portfolio[];
  readonly changeFolders: (added: readonly Resource[], removed: readonly Resource[]) => void;
  readonly locate: (resource: Resource) => Located | undefined;
  /** An open document by itself, while its folder is loaded: enough for what concerns its text only. */
  readonly provisional: (resource: Resource) => Located | undefined;
  /** Undefined where nothing has to be waited for. */
  readonly loading: (resource: Resource) => Promise<void> | undefined;
  readonly documentChanged: (resource: Resource) => void;
  readonly documentClosed: (resource: Resource) => void;
  readonly filesChanged: (changed: readonly Resource[], gone: readonly Resource[]) => Promise<void>;
  /** Reads and checks everything anew, or only the folder of one resource. */
  readonly reload: (resource?: Resource) => Promise<void>;
  /** Takes in what has changed. */
  readonly takeChanges: () => WorkspaceChanges;
}

export interface WorkspaceChanges {
  /** Files that are reported on differently. */
  readonly reported: ReadonlySet<Resource>;
  /** Files with another text. */
  readonly edited: ReadonlySet<Resource>;
  /** Files of portfolios that came or went. */
  readonly uncertain: ReadonlySet<Resource>;
}

export type WorkspaceContext = Omit<FolderContext, 'replaced' | 'isElsewhere'>;

export function createWorkspace(context: WorkspaceContext): Workspace {
  const { documents, host } = context;
  const folders = new Map<Resource, WorkspaceFolder>();
  let byRoot: ReadonlyMap<Resource, Portfolio> = new Map();
  /** Files of portfolios that came or went. */
  let uncertain = new Set<Resource>();
  const doubt = (...those: readonly Portfolio[]): void => {
    for (const portfolio of those) {
      for (const { file } of portfolio.findings()) uncertain.add(portfolio.resourceOf(file));
      uncertain.add(portfolio.resourceOf(CONFIG_NAME));
    }
    context.touched();
  };
  const lone = createLoneFiles(context, doubt);
  const inFolders = (): Portfolio[] => [...folders.values()].flatMap((folder) => folder.portfolios());
  const folderAround = (resource: Resource): WorkspaceFolder | undefined => nearest(folders, folderOf(resource));

  const replaced = (folder: WorkspaceFolder, before: readonly Portfolio[]): void => {
    byRoot = new Map(inFolders().map((portfolio) => [portfolio.root, portfolio]));
    doubt(...before, ...folder.portfolios());
    for (const { resource } of documents.all()) if (isWithin(folder.resource, resource)) place(resource);
  };
  const open = (resource: Resource, isAdHoc: boolean): void => {
    if (folders.has(resource)) return;
    const isElsewhere = (other: Resource): boolean => other !== resource && folders.has(other);
    const folder = openWorkspaceFolder(resource, isAdHoc, { ...context, isElsewhere, replaced });
    folders.set(resource, folder);
    void folder.load();
  };
  const close = (folder: WorkspaceFolder): void => {
    folder.close();
    folders.delete(folder.resource);
    byRoot = new Map(inFolders().map((portfolio) => [portfolio.root, portfolio]));
    doubt(...folder.portfolios());
  };
  /** Opens the portfolio that `deal check FILE` would check. False: there is none. */
  const openAround = (resource: Resource): boolean => {
    const root = isOnDisk(resource) ? configuredFolder(host, folderOf(resource)) : undefined;
    if (root !== undefined) open(root, true);
    return root !== undefined;
  };
  const closeUnneeded = (): void => {
    for (const folder of [...folders.values()]) {
      const isNeeded = [...documents.all()].some(({ resource }) => isWithin(folder.resource, resource));
      if (folder.isAdHoc && !isNeeded) close(folder);
    }
  };

  const inFolder = (resource: Resource): Located | undefined =>
    locatedIn(nearest(byRoot, folderOf(resource)), resource);
  const locate = (resource: Resource): Located | undefined =>
    locatedIn(lone.get(resource), resource) ?? inFolder(resource);
  /** Sees to it that an open document is in a portfolio, be it its own. */
  const place = (resource: Resource): void => {
    const document = documents.get(resource);
    const folder = folderAround(resource);
    if (document === undefined || !isDeal(document) || folder?.loading() !== undefined) return;
    const found = inFolder(resource);
    if (found !== undefined && isTaken(found)) lone.remove(resource);
    else if (folder !== undefined || lone.get(resource) !== undefined || !openAround(resource)) {
      lone.put(document, folder !== undefined);
    }
  };

  return {
    folders: () => folders.values(),
    portfolios: () => [...inFolders(), ...lone.all()],
    changeFolders: (added, removed) => {
      for (const folder of [...folders.values()]) {
        const isReplaced = folder.isAdHoc && added.some((one) => isWithin(one, folder.resource));
        if (removed.includes(folder.resource) || isReplaced) close(folder);
      }
      for (const resource of added) open(resource, false);
      for (const { resource } of documents.all()) place(resource);
    },
    locate,
    provisional: (resource) => {
      const document = documents.get(resource);
      const isLoading = folderAround(resource)?.loading() !== undefined;
      if (!isLoading || document === undefined || !isDeal(document)) return locate(resource);
      return { portfolio: openAlone(document, true, context), path: nameOf(resource) };
    },
    loading: (resource) => folderAround(resource)?.loading(),
    documentChanged: (resource) => {
      const document = documents.get(resource);
      if (document === undefined) return;
      folderAround(resource)?.documentChanged(document);
      place(resource);
      context.touched();
    },
    documentClosed: (resource) => {
      lone.remove(resource);
      closeUnneeded();
      void folderAround(resource)?.filesChanged([resource], []);
      context.touched();
    },
    filesChanged: async (changed, gone) => {
      await Promise.all([...folders.values()].map((folder) => tellFolder(folder, changed, gone)));
    },
    reload: async (resource) => {
      const only = resource === undefined ? undefined : nearest(folders, resource);
      await Promise.all((only === undefined ? [...folders.values()] : [only]).map((folder) => folder.load()));
    },
    takeChanges: () => {
      const changes = { ...changesIn([...inFolders(), ...lone.all()]), uncertain };
      uncertain = new Set();
      return changes;
    },
  };
}

const isDeal = ({ languageId, resource }: OpenDocument): boolean => languageId === 'deal' || resource.endsWith('.deal');

function locatedIn(portfolio: Portfolio | undefined, resource: Resource): Located | undefined {
  const path = portfolio?.pathOf(resource);
  return portfolio === undefined || path === undefined ? undefined : { portfolio, path };
}

/** Of what a portfolio has taken in nothing need be asked again. */
const isTaken = ({ portfolio, path }: Located): boolean => portfolio.tree(path) !== undefined || portfolio.takes(path);

/** Tells a folder of what has changed within it, or above it. */
async function tellFolder(
  folder: WorkspaceFolder,
  changed: readonly Resource[],
  gone: readonly Resource[],
): Promise<void> {
  const concerns = (resource: Resource): boolean =>
    isWithin(folder.resource, resource) || isWithin(resource, folder.resource);
  const [own, ownGone] = [changed.filter(concerns), gone.filter(concerns)];
  if (own.length + ownGone.length > 0) await folder.filesChanged(own, ownGone);
}

/** Brings portfolios up to date. Returns what has become different in them. */
function changesIn(portfolios: Iterable<Portfolio>): Pick<WorkspaceChanges, 'reported' | 'edited'> {
  const [reported, edited] = [new Set<Resource>(), new Set<Resource>()];
  for (const portfolio of portfolios) {
    portfolio.flush();
    const changes = portfolio.takeChanges();
    for (const path of changes.reported) reported.add(portfolio.resourceOf(path));
    for (const path of changes.edited) edited.add(portfolio.resourceOf(path));
  }
  return { reported, edited };
}
