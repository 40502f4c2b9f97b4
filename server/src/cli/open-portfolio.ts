import rulePages from 'deal:rule-pages';
import { type PortfolioConfig, parseConfig } from '../portfolio/config.ts';
import { excluder } from '../portfolio/exclude.ts';
import { folderOf, isUnreadable, isWithin, joined, relativeTo } from '../portfolio/file-host.ts';
import { configuredFolder, isConfigured } from '../portfolio/find-root.ts';
import { CONFIG_NAME, type LoadedPortfolio, loadPortfolio } from '../portfolio/load.ts';
import { grouped } from '../text/words.ts';
import { type Attempt, done, failed } from './command.ts';
import { displayPath } from './display-path.ts';
import type { Environment } from './environment.ts';
import type { Progress } from './progress.ts';

export interface OpenPortfolio extends LoadedPortfolio {
  /** Absolute, with `/`. */
  readonly root: string;
  readonly config: PortfolioConfig;
  /** What was asked for, relative to the root; empty: all of it. */
  readonly selection: readonly string[];
}

/** Whether a path relative to the root is in what was asked for. */
export const isSelected = ({ selection }: OpenPortfolio, path: string): boolean =>
  selection.length === 0 || selection.some((selected) => isWithin(selected, path));

export interface OpenOptions {
  readonly enterOtherPortfolios?: boolean;
  readonly news?: Progress;
}

/** Finds the one portfolio that the paths lie in, reads its configuration and every file of it. */
export function openPortfolio(
  paths: readonly string[],
  environment: Environment,
  options: OpenOptions = {},
): Attempt<OpenPortfolio> {
  const places = placesOf(paths.length === 0 ? ['.'] : paths, environment);
  if (!places.ok) return places;
  const root = commonRoot(places.value, environment);
  if (!root.ok) return root;
  const config = readConfig(root.value, environment);
  if (!config.ok) return config;
  const selection = places.value.map(({ path }) => relativeTo(root.value, path));
  return load(root.value, config.value, selection.includes('') ? [] : selection, options, environment);
}

interface Place {
  readonly written: string;
  readonly path: string;
  readonly folder: string;
}

function placesOf(paths: readonly string[], { absolute, host }: Environment): Attempt<readonly Place[]> {
  const places: Place[] = [];
  const problems: string[] = [];
  for (const written of paths) {
    const path = written === '' ? '' : absolute(written);
    const kind = path === '' ? 'missing' : host.kindOf(path);
    if (kind === 'folder') places.push({ written, path, folder: path });
    else if (kind === 'missing') problems.push(`\`${written}\`: there is no such file or folder`);
    else if (!path.endsWith('.deal')) problems.push(`\`${written}\` is not a .deal file; name .deal files or folders`);
    else places.push({ written, path, folder: folderOf(path) });
  }
  return problems.length > 0 ? failed(...problems) : done(places);
}

/** The nearest folder at or above with a configuration, else the folder itself; of several folders the outermost. */
function commonRoot(places: readonly Place[], environment: Environment): Attempt<string> {
  const roots = places.map(({ folder }) => configuredFolder(environment.host, folder) ?? folder);
  const root = roots.reduce((a, b) => (isWithin(b, a) ? b : a));
  const stray = roots.findIndex(
    (other) => !isWithin(root, other) || (other !== root && isConfigured(environment.host, other)),
  );
  if (stray < 0) return done(root);
  const first = places[roots.indexOf(root)];
  return failed(
    `\`${first.written}\` and \`${places[stray].written}\` belong to two portfolios; check one at a time, or put a ${CONFIG_NAME} into a folder that holds both`,
  );
}

function readConfig(root: string, environment: Environment): Attempt<PortfolioConfig> {
  const path = joined(root, CONFIG_NAME);
  const shown = displayPath(path, environment);
  if (environment.host.kindOf(path) === 'missing') return done({});
  const text = environment.host.text(path);
  if (isUnreadable(text)) return failed(`${shown} ${text.unreadable}; ${text.help}`);
  const outcome = parseConfig(text, Object.keys(rulePages));
  if (outcome.ok) return done(outcome.config);
  return failed(...outcome.problems.map(({ line, column, message }) => `${shown}:${line}:${column}: ${message}`));
}

function load(
  root: string,
  config: PortfolioConfig,
  selection: readonly string[],
  options: OpenOptions,
  environment: Environment,
): Attempt<OpenPortfolio> {
  const shown = displayPath(root, environment);
  const isExcluded = excluder(config.exclude ?? []);
  const loaded = loadPortfolio(environment.host, {
    root,
    onProgress: (files) => options.news?.step(() => `reading ${grouped(files)} files`),
    ...(isExcluded === undefined ? {} : { isExcluded }),
    ...(options.enterOtherPortfolios ? { enterOtherPortfolios: true } : {}),
  });
  options.news?.end();
  if (loaded.unreadableRoot !== undefined) {
    const { unreadable, help } = loaded.unreadableRoot;
    return failed(`\`${shown}\` ${unreadable}; ${help}`);
  }
  const portfolio: OpenPortfolio = { ...loaded, root, config, selection };
  const isEmpty = (path: string): boolean =>
    ![...loaded.files.map((file) => file.path), ...loaded.problems.map((problem) => problem.file)].some((file) =>
      isWithin(path, file),
    );
  const empty = (selection.length === 0 ? [''] : selection).filter(isEmpty);
  return empty.length === 0 ? done(portfolio) : failed(...empty.map((path) => whyEmpty(path, portfolio, environment)));
}

function whyEmpty(path: string, portfolio: OpenPortfolio, environment: Environment): string {
  const shown = displayPath(path === '' ? portfolio.root : joined(portfolio.root, path), environment);
  const others = portfolio.otherPortfolios.filter((other) => isWithin(path, other) || isWithin(other, path));
  if (others.length > 0) {
    const list = others.map((other) => `\`${displayPath(joined(portfolio.root, other), environment)}\``);
    return `no .deal file below \`${shown}\` but in portfolios of their own; check one of ${list.join(', ')}`;
  }
  if (path.endsWith('.deal'))
    return `\`${shown}\` is left out by \`exclude\` in ${CONFIG_NAME}, or lies in a folder that is skipped`;
  return `no .deal file below \`${shown}\`; \`deal init\` makes a first one`;
}
