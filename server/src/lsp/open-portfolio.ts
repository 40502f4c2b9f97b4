import type { CheckOptions, PortfolioFile, Unchecked } from '../portfolio/check.ts';
import { excluder } from '../portfolio/exclude.ts';
import { isWithin, joined, relativeTo, type SourceHost } from '../portfolio/file-host.ts';
import { type FileChange, openLivePortfolio } from '../portfolio/live-portfolio.ts';
import { belongsToPortfolio, CONFIG_NAME } from '../portfolio/load.ts';
import type { Finding } from '../rules/finding.ts';
import { areSame, type Circumstances } from './circumstances.ts';
import { declaresReading, eventsOf, readingsOf, undeclared } from './declared.ts';
import type { Portfolio } from './portfolio.ts';
import type { ConfigFault, ConfigState } from './portfolio-config.ts';
import { allFindings, type FindingsInput, findingsInFile } from './portfolio-findings.ts';
import { createTally } from './portfolio-tally.ts';
import { openPortfolioSources, type PortfolioSources } from './portfolio-sources.ts';
import type { Resource } from './resource.ts';

/** From how many clauses on counting all of them after every edit would be felt. */
const LARGE = 5000;

export interface PortfolioSetup {
  readonly root: Resource;
  /** Of a portfolio that is one file: which. */
  readonly file?: Resource;
  readonly isSilent?: boolean;
  readonly files: readonly PortfolioFile[];
  /** Findings about files that could not be read. */
  readonly unreadable: readonly Finding[];
  readonly config: ConfigState;
  /** With what is open in the editor. Undefined: it has no folder in which contracts could lie. */
  readonly host: SourceHost | undefined;
  /** Under which circumstances to judge, given the configuration. */
  readonly circumstances: (state: ConfigState) => Circumstances;
}

/** Checks the files of a portfolio and keeps them checked. */
export function openPortfolio(setup: PortfolioSetup): Portfolio {
  const { root, file } = setup;
  const sources = setup.host === undefined ? undefined : openPortfolioSources(setup.host, root);
  const unreadable = new Map(setup.unreadable.map((finding) => [finding.file, finding]));
  const pending = new Map<string, FileChange>();
  let config = setup.config;
  let isExcluded = excluder(config.config.exclude ?? []);
  let wanted = setup.circumstances(config);
  let held = wanted;
  let mustRecheck = false;
  let reported = new Set<string>();
  let edited = new Set<string>();

  const live = openLivePortfolio(setup.files, checkOptions(held, config, sources));
  const tally = createTally((path) => {
    const deals = live.analysis().model.dealsIn(path);
    const clauses = deals.reduce((sum, deal) => sum + deal.clauses.length, 0);
    const findings = setup.isSilent ? [] : findingsInFile(input(), path);
    return { isFile: live.tree(path) !== undefined, deals: deals.length, clauses, findings };
  });
  let notChecked: readonly Unchecked[] | undefined;
  const input = (): FindingsInput => ({ live, unreadable, config: config.config, baseline: config.baseline });
  /** With a baseline, a finding that goes in one file may show one in another. */
  const note = (paths: Iterable<string>): void => {
    for (const path of paths) {
      reported.add(path);
      tally.note(path);
    }
    if (tally.counts().clauses < LARGE) notChecked = undefined;
    // Whether anybody declares the events that it assumes something of.
    if (config.config.assume !== undefined) reported.add(CONFIG_NAME);
    if (config.baseline === undefined) return;
    for (const finding of live.analysis().findings) reported.add(finding.file);
  };
  const flush = (): void => {
    if (pending.size > 0) {
      const changes = [...pending.values()];
      pending.clear();
      for (const { path } of changes) edited.add(path);
      note(new Set([...live.update(changes), ...changes.map(({ path }) => path)]));
    }
    wanted = setup.circumstances(config);
    const next = withDeclaredReading(wanted, live.analysis);
    if (!mustRecheck && areSame(next, held)) return;
    held = next;
    mustRecheck = false;
    note([...live.recheck(checkOptions(held, config, sources)), CONFIG_NAME]);
  };
  for (const { path } of setup.files) tally.note(path);
  for (const { file: path } of live.analysis().findings) tally.note(path);
  for (const path of unreadable.keys()) tally.note(path);
  flush();
  return {
    root,
    kind: file === undefined ? 'folder' : 'file',
    isSilent: setup.isSilent === true,
    resourceOf: (path) => (file !== undefined && path === nameOf(file) ? file : joined(root, path)),
    pathOf: (resource) => {
      if (file !== undefined) return resource === file ? nameOf(file) : undefined;
      return isWithin(root, resource) ? relativeTo(root, resource) : undefined;
    },
    takes: (path) => file !== undefined || belongsToPortfolio(path, isExcluded),
    put: (path, text) => {
      if (unreadable.delete(path)) reported.add(path);
      pending.set(path, { path, text });
    },
    drop: (path, why) => {
      if (why !== undefined) unreadable.set(path, why);
      if (unreadable.has(path)) reported.add(path);
      if (why === undefined) unreadable.delete(path);
      pending.set(path, { path });
    },
    sourceChanged: (path) => {
      if (!sources?.forget(path)) return;
      mustRecheck = true;
      edited.add(path);
    },
    loadSources: async () => {
      const isNew = (await sources?.load()) === true;
      mustRecheck ||= isNew;
      return isNew;
    },
    setConfig: (state) => {
      config = state;
      isExcluded = excluder(config.config.exclude ?? []);
      mustRecheck = true;
      for (const path of unreadable.keys()) reported.add(path);
      for (const finding of live.analysis().findings) reported.add(finding.file);
    },
    flush,
    takeChanges: () => {
      const changes = { reported, edited };
      reported = new Set();
      edited = new Set();
      return changes;
    },
    paths: () => [...live.analysis().model.files.map(({ path }) => path), ...unreadable.keys()],
    analysis: live.analysis,
    tree: live.tree,
    text: (path) => live.tree(path)?.text ?? sources?.textOf(path) ?? (path === CONFIG_NAME ? config.text : undefined),
    findingsIn: (path) => findingsInFile(input(), path),
    findings: () => allFindings(input()),
    counts: tally.counts,
    notChecked: () => {
      notChecked ??= live.analysis().summary.notChecked;
      return notChecked;
    },
    saved: () => {
      notChecked = undefined;
    },
    config: () => config,
    configFaults: () => [...config.faults, ...undeclaredInConfig(config, live.analysis)],
    circumstances: () => held,
    refusals: () => refusalsOf(wanted, config, live.analysis),
  };
}

const nameOf = (resource: Resource): string => resource.slice(resource.lastIndexOf('/') + 1);

function checkOptions(
  { asOf, assume, reading }: Circumstances,
  { config: { rules } }: ConfigState,
  sources: PortfolioSources | undefined,
): CheckOptions {
  return {
    asOf,
    assume,
    ...(reading === undefined ? {} : { reading }),
    ...(rules === undefined ? {} : { rules }),
    ...(sources === undefined ? {} : { readSource: sources.read }),
  };
}

type GetAnalysis = ReturnType<typeof openLivePortfolio>['analysis'];

/** Under a reading that nobody declares nothing could be judged: then all of them count. */
function withDeclaredReading(circumstances: Circumstances, analysis: GetAnalysis): Circumstances {
  const { reading, ...others } = circumstances;
  return reading === undefined || declaresReading(analysis().model, reading) ? circumstances : others;
}

function refusalsOf(
  { reading, assume }: Circumstances,
  { config }: ConfigState,
  analysis: GetAnalysis,
): readonly string[] {
  const events = Object.keys(assume).filter((event) => config.assume?.[event] === undefined);
  if (reading === undefined && events.length === 0) return [];
  const { model } = analysis();
  const readings = reading === undefined || declaresReading(model, reading) ? [] : [reading];
  return [...undeclared('reading', readings, readingsOf(model)), ...undeclared('event', events, eventsOf(model))].map(
    ({ message }) => message,
  );
}

/** Events that the configuration assumes something of and nobody declares, each where its text names it. */
function undeclaredInConfig({ config, text = '' }: ConfigState, analysis: GetAnalysis): readonly ConfigFault[] {
  const events = Object.keys(config.assume ?? {});
  if (events.length === 0) return [];
  return undeclared('event', events, eventsOf(analysis().model)).map(({ name, message }) => {
    const written = JSON.stringify(name);
    const start = Math.max(0, text.indexOf(written, Math.max(0, text.indexOf('"assume"'))));
    return { span: { start, end: text.startsWith(written, start) ? start + written.length : start }, message };
  });
}
