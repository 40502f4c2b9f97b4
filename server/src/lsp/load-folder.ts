import type { CancellationToken } from 'vscode-languageserver';
import { excluder } from '../portfolio/exclude.ts';
import { joined, type SourceHost } from '../portfolio/file-host.ts';
import { type LoadedPortfolio, loadInSteps } from '../portfolio/load.ts';
import { grouped } from '../text/words.ts';
import type { Circumstances } from './circumstances.ts';
import { openPortfolio } from './open-portfolio.ts';
import type { Portfolio } from './portfolio.ts';
import { type ConfigState, readConfig } from './portfolio-config.ts';
import type { Resource } from './resource.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** Fewer are checked before anybody could read that they are. */
const MANY_FILES = 256;

export interface LoadContext {
  readonly files: WorkspaceFiles;
  /** With what is open in the editor. */
  readonly host: SourceHost;
  readonly circumstances: (state: ConfigState, root: Resource) => Circumstances;
  /** Lets everything else have a turn. */
  readonly turn: () => Promise<void>;
  /** Folders below that are loaded by themselves. */
  readonly isElsewhere: (folder: Resource) => boolean;
  readonly report: (message: string) => void;
}

export interface LoadedFolder {
  readonly portfolios: readonly Portfolio[];
  /** Why it is not whole, a sentence. */
  readonly problem?: string;
}

export class Cancelled extends Error {}

/** Reads and checks the portfolios of a folder: its own, and one for each folder below with a configuration of its own. */
export async function loadFolder(
  folder: Resource,
  context: LoadContext,
  token: CancellationToken,
): Promise<LoadedFolder> {
  await context.files.discover(folder, token);
  const portfolios: Portfolio[] = [];
  const roots = [folder];
  let problem: string | undefined;
  for (const root of roots) {
    const config = readConfig(context.host, root);
    const loaded = await readFiles(root, config, context, token);
    if (loaded.unreadableRoot !== undefined) {
      const { unreadable, help } = loaded.unreadableRoot;
      problem = `\`${root}\` ${unreadable}; ${help}`;
    }
    for (const other of loaded.otherPortfolios) roots.push(joined(root, other));
    await breathe(context, token);
    portfolios.push(await checkFiles(root, config, loaded, context));
  }
  return { portfolios, ...(problem === undefined ? {} : { problem }) };
}

/** Reads the files of one portfolio, a few in each turn. */
export async function readFiles(
  root: Resource,
  { config }: ConfigState,
  context: LoadContext,
  token: CancellationToken,
): Promise<LoadedPortfolio> {
  const isExcluded = excluder(config.exclude ?? []);
  const steps = loadInSteps(context.host, {
    root,
    isExcluded: (path) => isExcluded?.(path) === true || context.isElsewhere(joined(root, path)),
  });
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    context.report(`reading ${grouped(step.value)} files`);
    await breathe(context, token);
  }
}

async function checkFiles(
  root: Resource,
  config: ConfigState,
  loaded: LoadedPortfolio,
  { files, host, circumstances, report }: LoadContext,
): Promise<Portfolio> {
  if (loaded.files.length > MANY_FILES) report(`checking ${grouped(loaded.files.length)} files`);
  const portfolio = openPortfolio({
    root,
    files: loaded.files,
    unreadable: loaded.problems,
    config,
    host,
    circumstances,
  });
  await fetchSources(portfolio, files);
  return portfolio;
}

/** Checks again until no contract is missing that can be had. True if there was anything new. */
export async function fetchSources(portfolio: Portfolio, files: WorkspaceFiles): Promise<boolean> {
  for (let isNew = false; ; isNew = true) {
    const isFetched = await files.fetchMissing();
    if (isFetched) portfolio.sourceChanged('');
    if (!(await portfolio.loadSources()) && !isFetched) return isNew;
    portfolio.flush();
  }
}

async function breathe({ turn }: LoadContext, token: CancellationToken): Promise<void> {
  await turn();
  if (token.isCancellationRequested) throw new Cancelled();
}
