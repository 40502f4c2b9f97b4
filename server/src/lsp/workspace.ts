import { folderOf, isWithin } from '../portfolio/file-host.ts';
import { configuredFolder } from '../portfolio/find-root.ts';
import { CONFIG_NAME } from '../portfolio/load.ts';
import type { OpenDocument } from './documents.ts';
import { openPortfolio } from './open-portfolio.ts';
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
  /** Files that are portfolios of their own. */
  const alone = new Map<Resource, Portfolio>();
  let byRoot: ReadonlyMap<Resource, Portfolio> = new Map();
  /** Files of portfolios that came or went. */
  let uncertain = new Set<Resource>();

  const portfolios = (): Portfolio[] => [
    ...[...folders.values()].flatMap((one) => one.portfolios()),
    ...alone.values(),
  ];
  const doubt = (those: Iterable<Portfolio>): void => {
    for (const portfolio of those) {
      for (const { file } of portfolio.findings()) uncertain.add(portfolio.resourceOf(file));
      uncertain.add(portfolio.resourceOf(CONFIG_NAME));
    }
    context.touched();
  };
  const replaced = (folder: WorkspaceFolder, before: readonly Portfolio[]): void => {
    byRoot = new Map([...folders.values()].flatMap((one) => one.portfolios()).map((one) => [one.root, one]));
    doubt([...before, ...folder.portfolios()]);
    for (const { resource } of documents.all()) if (isWithin(folder.resource, resource)) placeDocument(resource);
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
    const gone = folder.portfolios();
    byRoot = new Map([...byRoot].filter(([, portfolio]) => !gone.includes(portfolio)));
    doubt(gone);
  };

  /** The nearest of some folders that a resource lies in. */
  const nearest = <T>(those: ReadonlyMap<Resource, T>, resource: Resource): T | undefined => {
    for (let folder = resource; ; folder = folderOf(folder)) {
      const found = those.get(folder);
      if (found !== undefined || folderOf(folder) === folder) return found;
    }
  };
  const inFolder = (resource: Resource): Located | undefined => {
    const portfolio = nearest(byRoot, folderOf(resource));
    const path = portfolio?.pathOf(resource);
    return portfolio === undefined || path === undefined ? undefined : { portfolio, path };
  };
  const locate = (resource: Resource): Located | undefined => {
    const own = alone.get(resource);
    const path = own?.pathOf(resource);
    return own === undefined || path === undefined ? inFolder(resource) : { portfolio: own, path };
  };

  const provisional = (resource: Resource): Located | undefined => {
    const document = documents.get(resource);
    const isLoading = nearest(folders, folderOf(resource))?.loading() !== undefined;
    if (!isLoading || document === undefined || !isDeal(document)) return locate(resource);
    return { portfolio: openAlone(document, true, context), path: nameOf(resource) };
  };

  const setAlone = (resource: Resource, portfolio: Portfolio | undefined): void => {
    const before = alone.get(resource);
    if (before !== undefined) doubt([before]);
    if (portfolio === undefined) alone.delete(resource);
    else {
      alone.set(resource, portfolio);
      doubt([portfolio]);
    }
  };
  /** Sees to it that an open document is in a portfolio, be it its own. */
  const placeDocument = (resource: Resource): void => {
    const document = documents.get(resource);
    const folder = nearest(folders, folderOf(resource));
    if (document === undefined || !isDeal(document) || folder?.loading() !== undefined) return;
    const place = inFolder(resource);
    const isTaken = place?.portfolio.takes(place.path) === true;
    if (isTaken || (folder === undefined && openAround(resource))) setAlone(resource, undefined);
    else if (alone.has(resource)) alone.get(resource)?.put(nameOf(resource), document.text.getText());
    else setAlone(resource, openAlone(document, folder !== undefined, context));
  };
  /** Opens the portfolio that `deal check FILE` would check. False: the file is one by itself. */
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

  return {
    folders: () => folders.values(),
    portfolios,
    changeFolders: (added, removed) => {
      for (const folder of [...folders.values()]) {
        const isReplaced = folder.isAdHoc && added.some((one) => isWithin(one, folder.resource));
        if (removed.includes(folder.resource) || isReplaced) close(folder);
      }
      for (const resource of added) open(resource, false);
      for (const { resource } of documents.all()) placeDocument(resource);
    },
    locate,
    provisional,
    loading: (resource) => nearest(folders, folderOf(resource))?.loading(),
    documentChanged: (resource) => {
      const document = documents.get(resource);
      if (document === undefined) return;
      nearest(folders, folderOf(resource))?.documentChanged(document);
      placeDocument(resource);
      context.touched();
    },
    documentClosed: (resource) => {
      setAlone(resource, undefined);
      closeUnneeded();
      void nearest(folders, folderOf(resource))?.filesChanged([resource], []);
      context.touched();
    },
    filesChanged: async (changed, gone) => {
      const concerned = [...folders.values()].map((folder) => {
        const isIn = (resource: Resource): boolean =>
          isWithin(folder.resource, resource) || isWithin(resource, folder.resource);
        return { folder, changed: changed.filter(isIn), gone: gone.filter(isIn) };
      });
      await Promise.all(
        concerned
          .filter((one) => one.changed.length + one.gone.length > 0)
          .map((one) => one.folder.filesChanged(one.changed, one.gone)),
      );
    },
    reload: async (resource) => {
      const only = resource === undefined ? undefined : nearest(folders, resource);
      await Promise.all((only === undefined ? [...folders.values()] : [only]).map((folder) => folder.load()));
    },
    takeChanges: () => {
      const [reported, edited] = [new Set<Resource>(), new Set<Resource>()];
      for (const portfolio of portfolios()) {
        portfolio.flush();
        const changes = portfolio.takeChanges();
        for (const path of changes.reported) reported.add(portfolio.resourceOf(path));
        for (const path of changes.edited) edited.add(portfolio.resourceOf(path));
      }
      const changes = { reported, edited, uncertain };
      uncertain = new Set();
      return changes;
    },
  };
}

const nameOf = (resource: Resource): string => resource.slice(resource.lastIndexOf('/') + 1);

const isDeal = ({ languageId, resource }: OpenDocument): boolean => languageId === 'deal' || resource.endsWith('.deal');

/** A file that belongs to no folder, or that its folder leaves out: then nothing is reported in it. */
function openAlone(
  { resource, text }: OpenDocument,
  isLeftOut: boolean,
  { host, circumstances }: WorkspaceContext,
): Portfolio {
  const folder = folderOf(resource);
  return openPortfolio({
    root: folder,
    file: resource,
    isSilent: isLeftOut,
    files: [{ path: nameOf(resource), text: text.getText() }],
    unreadable: [],
    config: { config: {}, faults: [] },
    // What has never been saved lies in no folder.
    host: folder === resource ? undefined : host,
    circumstances,
  });
}
