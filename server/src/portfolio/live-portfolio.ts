import type { ParsedFile } from '../model/model.ts';
import type { Finding } from '../rules/finding.ts';
import { parse } from '../syntax/parser.ts';
import type { Tree } from '../syntax/tree.ts';
import { type Analysis, analyse, type CheckOptions } from './check.ts';

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
  /** Checks under other options, or again because a source changed. Returns the same. */
  readonly recheck: (options?: CheckOptions) => ReadonlySet<string>;
  readonly analysis: () => Analysis;
  readonly tree: (path: string) => Tree | undefined;
  /** What is reported in a file, in the order of a check. */
  readonly findingsIn: (path: string) => readonly Finding[];
}

export function openLivePortfolio(files: Iterable<FileChange>, options: CheckOptions): LivePortfolio {
  const trees = new Map<string, ParsedFile>();
  let current = options;
  let analysis = analyse([], current);
  let byFile: ReadonlyMap<string, readonly Finding[]> = new Map();
  const check = (): ReadonlySet<string> => {
    const before = byFile;
    const ordered = [...trees.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    analysis = analyse(ordered, current);
    byFile = groupByFile(analysis.findings);
    const changed = new Set<string>();
    for (const path of new Set([...before.keys(), ...byFile.keys()])) {
      if (JSON.stringify(before.get(path)) !== JSON.stringify(byFile.get(path))) changed.add(path);
    }
    return changed;
  };
  const update = (changes: Iterable<FileChange>): ReadonlySet<string> => {
    let any = false;
    for (const { path, text } of changes) {
      if (text === undefined) any = trees.delete(path) || any;
      else if (trees.get(path)?.tree.text !== text) {
        trees.set(path, { path, tree: parse(text) });
        any = true;
      }
    }
    return any ? check() : new Set();
  };
  update(files);
  return {
    update,
    recheck: (next) => {
      current = next ?? current;
      return check();
    },
    analysis: () => analysis,
    tree: (path) => trees.get(path)?.tree,
    findingsIn: (path) => byFile.get(path) ?? [],
  };
}

function groupByFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.file);
    if (group) group.push(finding);
    else groups.set(finding.file, [finding]);
  }
  return groups;
}
