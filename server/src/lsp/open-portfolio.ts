import type { CheckOptions, PortfolioFile, Unchecked } from '../portfolio/check.ts';
import { excluder } from '../portfolio/exclude.ts';
import { isWithin, joined, relativeTo, type SourceHost } from '../portfolio/file-host.ts';
import { impossibleAssumptions } from '../portfolio/impossible-scenario.ts';
import { type FileChange, type LivePortfolio, openLivePortfolio } from '../portfolio/live-portfolio.ts';
import { belongsToPortfolio, CONFIG_NAME } from '../portfolio/load.ts';
import type { Finding } from '../rules/finding.ts';
import { areSame, type Circumstances } from './circumstances.ts';
import { declaresReading, eventsOf, notOfEvents, readingsOf, undeclared } from './declared.ts';
import type { Portfolio } from './portfolio.ts';
import type { ConfigFault, ConfigState } from './portfolio-config.ts';
import { openFindings, type PortfolioFindings } from './portfolio-findings.ts';
import { openPortfolioSources, type PortfolioSources } from './portfolio-sources.ts';
import { createTally, type Tally } from './portfolio-tally.ts';
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
  /** Under which circumstances to judge, given the configuration and the root. */
  readonly circumstances: (state: ConfigState, root: Resource) => Circumstances;
}

/** What a portfolio is made of, and what has yet to be done about it. */
interface State {
  readonly live: LivePortfolio;
  readonly sources: PortfolioSources | undefined;
  readonly findings: PortfolioFindings;
  readonly tally: Tally;
  readonly unreadable: Map<string, Finding>;
  readonly pending: Map<string, FileChange>;
  config: ConfigState;
  isExcluded: ReturnType<typeof excluder>;
  /** As the user wants them, and as they hold. */
  wanted: Circumstances;
  held: Circumstances;
  mustRecheck: boolean;
  /** Contracts that have changed, as deals name them. */
  readonly changedSources: Set<string>;
  reported: Set<string>;
  edited: Set<string>;
  notChecked: readonly Unchecked[] | undefined;
  isNotCheckedOld: boolean;
}

/** Checks the files of a portfolio and keeps them checked. */
export function openPortfolio(setup: PortfolioSetup): Portfolio {
  const { root, file } = setup;
  const state = firstState(setup);
  const { live, sources, findings, unreadable, pending } = state;
  const flush = (): void => takeIn(state, setup);
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
    takes: (path) => file !== undefined || belongsToPortfolio(path, state.isExcluded),
    put: (path, text) => {
      if (unreadable.delete(path)) note(state, [path]);
      pending.set(path, { path, text });
    },
    drop: (path, why) => {
      if (why !== undefined || unreadable.has(path)) note(state, [path]);
      if (why === undefined) unreadable.delete(path);
      else unreadable.set(path, why);
      pending.set(path, { path });
    },
    sourceChanged: (path) => {
      const concerned = sources?.forget(path) ?? [];
      for (const source of concerned) state.changedSources.add(source);
      if (concerned.length > 0) state.edited.add(path);
    },
    loadSources: async () => {
      const loaded = (await sources?.load()) ?? [];
      for (const source of loaded) state.changedSources.add(source);
      return loaded.length > 0;
    },
    setConfig: (config) => {
      note(state, [...live.analysis().findings.map((finding) => finding.file), ...unreadable.keys()]);
      state.config = config;
      state.isExcluded = excluder(config.config.exclude ?? []);
      state.mustRecheck = true;
    },
    flush,
    prepare: live.prepare,
    takeChanges: () => {
      const changes = { reported: state.reported, edited: state.edited };
      state.reported = new Set();
      state.edited = new Set();
      return changes;
    },
    paths: () => [...live.analysis().model.files.map(({ path }) => path), ...unreadable.keys()],
    analysis: live.analysis,
    tree: live.tree,
    text: (path) =>
      live.tree(path)?.text ?? sources?.textOf(path) ?? (path === CONFIG_NAME ? state.config.text : undefined),
    findingsIn: findings.in,
    findings: findings.all,
    counts: state.tally.counts,
    notChecked: () => {
      const isOld = state.isNotCheckedOld && state.tally.counts().clauses < LARGE;
      if (state.notChecked === undefined || isOld) state.notChecked = live.analysis().summary.notChecked;
      state.isNotCheckedOld = false;
      return state.notChecked;
    },
    saved: () => {
      state.notChecked = undefined;
    },
    config: () => state.config,
    configFaults: () => [...state.config.faults, ...faultsOfAssume(state.config, live)],
    circumstances: () => state.held,
    refusals: () => refusalsOf(state.wanted, state.config, live),
  };
}

function firstState(setup: PortfolioSetup): State {
  const { root, host, config } = setup;
  const sources = host === undefined ? undefined : openPortfolioSources(host, root);
  const unreadable = new Map(setup.unreadable.map((finding) => [finding.file, finding]));
  const circumstances = setup.circumstances(config, root);
  const live = openLivePortfolio(setup.files, checkOptions(circumstances, config, sources));
  const findings = openFindings(live, unreadable, () => state.config);
  const tally = createTally((path) => {
    const deals = live.analysis().model.dealsIn(path);
    return {
      isFile: live.tree(path) !== undefined,
      deals: deals.length,
      clauses: deals.reduce((sum, deal) => sum + deal.clauses.length, 0),
      findings: setup.isSilent === true ? [] : findings.in(path),
    };
  });
  const state: State = {
    live,
    sources,
    findings,
    tally,
    unreadable,
    pending: new Map(),
    config,
    isExcluded: excluder(config.config.exclude ?? []),
    wanted: circumstances,
    held: circumstances,
    mustRecheck: false,
    changedSources: new Set(),
    reported: new Set(),
    edited: new Set(),
    notChecked: undefined,
    isNotCheckedOld: false,
  };
  for (const { path } of setup.files) tally.note(path);
  for (const { file } of findings.all()) tally.note(file);
  return state;
}

/** Takes in what is pending, and checks again where it takes that. */
function takeIn(state: State, { circumstances, root }: PortfolioSetup): void {
  const { live, pending, changedSources, edited, tally, config, sources } = state;
  if (pending.size > 0) {
    const isOther = ({ path, text }: FileChange): boolean => text === undefined || live.tree(path)?.text !== text;
    const changes = [...pending.values()].filter(isOther);
    pending.clear();
    if (changes.length > 0) note(state, live.update(changes));
    for (const { path } of changes) {
      edited.add(path);
      tally.note(path);
    }
  }
  if (changedSources.size > 0) {
    note(
      state,
      live.sourcesChanged((source) => changedSources.has(source)),
    );
    changedSources.clear();
  }
  state.wanted = circumstances(config, root);
  const next = withDeclaredReading(state.wanted, live);
  if (!state.mustRecheck && areSame(next, state.held)) return;
  state.held = next;
  state.mustRecheck = false;
  note(state, [...live.recheck(checkOptions(next, config, sources)), CONFIG_NAME]);
}

/** Something else is to be reported in these files. */
function note(state: State, paths: Iterable<string>): void {
  const { reported, tally, findings, config } = state;
  findings.outdate();
  state.isNotCheckedOld = true;
  // With a baseline, a finding that goes in one file may show one in another.
  const others = config.baseline === undefined ? [] : findings.all().map(({ file }) => file);
  for (const path of [...paths, ...others]) {
    reported.add(path);
    tally.note(path);
  }
  // Whether anybody declares the events that the configuration assumes something of.
  if (config.config.assume !== undefined) reported.add(CONFIG_NAME);
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

/** Under a reading that nobody declares nothing could be judged: then all of them count. */
function withDeclaredReading(circumstances: Circumstances, live: LivePortfolio): Circumstances {
  if (circumstances.reading === undefined) return circumstances;
  const { reading, ...others } = circumstances;
  return declaresReading(live.analysis().model, reading) ? circumstances : others;
}

function refusalsOf(
  { reading, assume }: Circumstances,
  { config }: ConfigState,
  live: LivePortfolio,
): readonly string[] {
  const events = Object.keys(assume).filter((event) => config.assume?.[event] === undefined);
  if (reading === undefined && events.length === 0) return [];
  const { model } = live.analysis();
  const readings = reading === undefined || declaresReading(model, reading) ? [] : [reading];
  const impossible = events.length === 0 ? [] : impossibleAssumptions(model, assume, reading);
  return [
    ...undeclared('reading', readings, readingsOf(model)),
    ...undeclared('event', notOfEvents(model, events), eventsOf(model)),
    ...impossible.filter(({ event }) => events.includes(event)),
  ].map(({ message }) => message);
}

/** What the configuration assumes of events that nobody declares, or that cannot be, each where its text names the event. */
function faultsOfAssume({ config, text = '' }: ConfigState, live: LivePortfolio): readonly ConfigFault[] {
  const assume = config.assume ?? {};
  const events = Object.keys(assume);
  if (events.length === 0) return [];
  const { model } = live.analysis();
  const faults = [
    ...undeclared('event', notOfEvents(model, events), eventsOf(model)),
    ...impossibleAssumptions(model, assume).map(({ event, message }) => ({ name: event, message })),
  ];
  return faults.map(({ name, message }) => {
    const written = JSON.stringify(name);
    const start = Math.max(0, text.indexOf(written, Math.max(0, text.indexOf('"assume"'))));
    return { span: { start, end: text.startsWith(written, start) ? start + written.length : start }, message };
  });
}
