import type { CancellationToken } from 'vscode-languageserver';
import { folderOf, isUnreadable, isWithin, joined, type SourceHost } from '../portfolio/file-host.ts';
import { CONFIG_NAME, unreadableFile } from '../portfolio/load.ts';
import type { Documents } from './documents.ts';
import { type LoadContext, readFiles } from './load-folder.ts';
import type { Portfolio } from './portfolio.ts';
import { readConfig } from './portfolio-config.ts';
import type { Resource } from './resource.ts';
import { isSame } from './same.ts';

/** The portfolios of a folder, and where their files are. */
export interface FolderFiles {
  readonly folder: Resource;
  readonly portfolios: readonly Portfolio[];
  /** With what is open in the editor. */
  readonly host: SourceHost;
  readonly documents: Documents;
}

/** What becomes of a change: `reload` where it may change which portfolios there are, or which files they have. */
export type Outcome = 'taken' | 'reload';

/** A file has changed or appeared, on the disk or in the editor. */
export function takeChanged(changed: Resource, files: FolderFiles): Outcome {
  const owner = innermost(files.portfolios, changed);
  const path = owner?.pathOf(changed);
  if (owner === undefined || path === undefined) return 'taken';
  const { config } = owner.config();
  if (changed.endsWith(`/${CONFIG_NAME}`)) {
    // A portfolio of its own begins here, or is no more, unless nobody would look here for one.
    if (owner.root !== folderOf(changed)) return owner.takes(joined(folderOf(path), 'any.deal')) ? 'reload' : 'taken';
    const state = readConfig(files.host, owner.root, config);
    owner.setConfig(state);
    return isSame(state.config.exclude ?? [], config.exclude ?? []) ? 'taken' : 'reload';
  }
  if (path === config.baseline) owner.setConfig(readConfig(files.host, owner.root, config));
  if (owner.takes(path)) takeFile(owner, path, files);
  else owner.sourceChanged(path);
  return 'taken';
}

/** A file of a portfolio is now as the host has it. */
export function takeFile(owner: Portfolio, path: string, { host }: Pick<FolderFiles, 'host'>): void {
  const resource = owner.resourceOf(path);
  const text = host.text(resource);
  if (!isUnreadable(text)) owner.put(path, text);
  else owner.drop(path, host.kindOf(resource) === 'missing' ? undefined : unreadableFile(path, text));
}

/** A file is gone, or a folder with all that was in it. What is open in the editor stays. */
export function takeGone(gone: Resource, files: FolderFiles): Outcome {
  let outcome: Outcome = 'taken';
  for (const portfolio of files.portfolios) {
    const gonePath = portfolio.pathOf(gone);
    if (isWithin(gone, portfolio.root)) outcome = 'reload';
    else if (gonePath !== undefined) {
      dropWithin(portfolio, gonePath, files);
      portfolio.sourceChanged(gonePath);
      if (gonePath === CONFIG_NAME && (portfolio.root !== files.folder || takeChanged(gone, files) === 'reload')) {
        outcome = 'reload';
      }
    }
  }
  return outcome;
}

function dropWithin(portfolio: Portfolio, folder: string, { documents }: FolderFiles): void {
  for (const path of portfolio.paths()) {
    if (isWithin(folder, path) && !documents.get(portfolio.resourceOf(path))) portfolio.drop(path);
  }
}

/** Reads every file again, a few in each turn; what is different is then checked at once. */
export async function takeEverything(
  files: FolderFiles,
  context: LoadContext,
  token: CancellationToken,
): Promise<Outcome> {
  const roots = files.portfolios.map(({ root }) => root);
  for (const portfolio of files.portfolios) {
    if (takeChanged(joined(portfolio.root, CONFIG_NAME), files) === 'reload') return 'reload';
    const loaded = await readFiles(portfolio.root, portfolio.config(), context, token);
    if (loaded.otherPortfolios.some((path) => !roots.includes(joined(portfolio.root, path)))) return 'reload';
    const found = new Set([...loaded.files.map(({ path }) => path), ...loaded.problems.map(({ file }) => file)]);
    for (const path of portfolio.paths()) if (!found.has(path)) dropWithin(portfolio, path, files);
    for (const { path, text } of loaded.files) portfolio.put(path, text);
    for (const problem of loaded.problems) portfolio.drop(problem.file, problem);
    portfolio.sourceChanged('');
  }
  return 'taken';
}

/** The portfolio that a file lies in. */
export function innermost(portfolios: readonly Portfolio[], resource: Resource): Portfolio | undefined {
  let found: Portfolio | undefined;
  for (const portfolio of portfolios) {
    if (isWithin(portfolio.root, resource) && (found === undefined || portfolio.root.length > found.root.length)) {
      found = portfolio;
    }
  }
  return found;
}
