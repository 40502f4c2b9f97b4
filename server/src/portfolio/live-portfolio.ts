import { type Binder, openBinder } from '../model/bind.ts';
import type { ParsedFile } from '../model/model.ts';
import type { Finding } from '../rules/finding.ts';
import { parse } from '../syntax/parser.ts';
import type { Tree } from '../syntax/tree.ts';
import { type Analysis, analysisOf, type CheckOptions, inPathOrder, type PortfolioFile } from './check.ts';
import { bindOptions, openChecked } from './checked.ts';
import { parseFiles } from './parse-files.ts';

/** A file as it is now; without a text it is gone. */
export interface FileChange {
  /** Relative to the portfolio's root, with `/`. */
  readonly path: string;
  readonly text?: string;
}

/** A portfolio that somebody is editing. Its findings are always those of a check from scratch. */
export interface LivePortfolio {
  /** Takes changes in. Returns the paths of the files whose findings are others now, those gone included. */
  readonly update: (changes: Iterable<FileChange>) => ReadonlySet<string>;
  /** Works out beforehand what the first edit would have to wait for. Does nothing where that is done. */
  readonly prepare: () => void;
  /** Looks again at what quotes sources that are others now: paths as the deals give them. Returns the same. */
  readonly sourcesChanged: (isChanged: (path: string) => boolean) => ReadonlySet<string>;
  /** Checks everything again, under other options. Returns the same. */
  readonly recheck: (options?: CheckOptions) => ReadonlySet<string>;
  /** What is known now: good until the next change. */
  readonly analysis: () => Analysis;
  readonly tree: (path: string) => Tree | undefined;
  /** What is reported in a file, in the order of a check. */
  readonly findingsIn: (path: string) => readonly Finding[];
}

const isThere = (file: FileChange): file is PortfolioFile => file.text !== undefined;

export function openLivePortfolio(files: Iterable<FileChange>, options: CheckOptions): LivePortfolio {
  const trees = new Map<string, ParsedFile>();
  let current = options;
  for (const file of parseFiles([...files].filter(isThere))) trees.set(file.path, file);
  const boundAnew = (): Binder => openBinder(inPathOrder([...trees.values()]), bindOptions(current));
  let binder = boundAnew();
  let checked = openChecked(binder, current);
  let analysis: Analysis | undefined;
  let isPrepared = false;
  /** What was last given of files with findings. */
  let shown = new Map<string, readonly Finding[]>();

  const findingsIn = (path: string): readonly Finding[] => {
    let findings = shown.get(path);
    if (!findings) {
      findings = checked.findingsIn(path);
      shown.set(path, findings);
    }
    return findings;
  };
  const changedAmong = (paths: Iterable<string>, before: ReadonlyMap<string, readonly Finding[]>): Set<string> => {
    const changed = new Set<string>();
    for (const path of paths) {
      const old = before.get(path);
      if (shown === before) shown.delete(path);
      // What nobody has asked for may as well have changed.
      if (!old || !areSame(old, findingsIn(path))) changed.add(path);
    }
    return changed;
  };
  /** Checks again whatever is bound. */
  const checkAgain = (gone: Iterable<string>): Set<string> => {
    const before = shown;
    shown = new Map();
    const reported = new Set(checked.filesWithFindings());
    checked = openChecked(binder, current);
    isPrepared = false;
    analysis = undefined;
    return changedAmong(new Set([...gone, ...before.keys(), ...reported, ...checked.filesWithFindings()]), before);
  };

  return {
    update: (changes) => {
      const changed = new Map<string, Tree | undefined>();
      for (const { path, text } of changes) {
        if (text === undefined ? !trees.has(path) : trees.get(path)?.tree.text === text) continue;
        const tree = text === undefined ? undefined : parse(text);
        changed.set(path, tree);
        if (tree) trees.set(path, { path, tree });
        else trees.delete(path);
      }
      if (changed.size === 0) return new Set();
      const rebound = binder.rebind([...changed].map(([path, tree]) => ({ path, tree })));
      if (!rebound) binder = boundAnew();
      const touched = rebound && checked.update(rebound);
      if (!touched) return checkAgain(changed.keys());
      analysis = undefined;
      return changedAmong(touched, shown);
    },
    prepare: () => {
      if (isPrepared) return;
      // An edit of nothing needs all that any edit needs.
      const rebound = binder.rebind([]);
      if (!rebound || !checked.update(rebound)) checkAgain([]);
      isPrepared = true;
      analysis = undefined;
    },
    sourcesChanged: (isChanged) => {
      const touched = checked.updateSources(isChanged);
      analysis = undefined;
      return changedAmong(touched, shown);
    },
    recheck: (next) => {
      current = next ?? current;
      binder = boundAnew();
      return checkAgain([]);
    },
    analysis: () => {
      analysis ??= analysisOf(checked, current);
      return analysis;
    },
    tree: (path) => trees.get(path)?.tree,
    findingsIn,
  };
}

const areSame = (a: readonly Finding[], b: readonly Finding[]): boolean =>
  a.length === b.length && (a.length === 0 || JSON.stringify(a) === JSON.stringify(b));
