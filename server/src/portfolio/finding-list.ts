import type { Finding } from '../rules/finding.ts';

/** The findings of a portfolio by the file that they are reported in. */
export interface FindingList {
  readonly add: (findings: Iterable<Finding>) => void;
  readonly remove: (findings: Iterable<Finding>) => void;
  readonly in: (path: string) => Iterable<Finding>;
  readonly all: () => Iterable<Finding>;
  readonly files: () => Iterable<string>;
  /** The files to which findings came or from which they went since this was asked last. */
  readonly takeTouched: () => Set<string>;
}

/** `rank` gives a finding its configured severity; undefined where its rule is off. */
export function openFindingList(rank: (finding: Finding) => Finding | undefined): FindingList {
  /** What was added, with what is shown for it. */
  const byFile = new Map<string, Map<Finding, Finding>>();
  let touched = new Set<string>();
  return {
    add: (findings) => {
      for (const finding of findings) {
        const ranked = rank(finding);
        if (!ranked) continue;
        const known = byFile.get(finding.file);
        if (known) known.set(finding, ranked);
        else byFile.set(finding.file, new Map([[finding, ranked]]));
        touched.add(finding.file);
      }
    },
    remove: (findings) => {
      for (const finding of findings) {
        const known = byFile.get(finding.file);
        if (!known?.delete(finding)) continue;
        if (known.size === 0) byFile.delete(finding.file);
        touched.add(finding.file);
      }
    },
    in: (path) => byFile.get(path)?.values() ?? [],
    all: function* () {
      for (const findings of byFile.values()) yield* findings.values();
    },
    files: () => byFile.keys(),
    takeTouched: () => {
      const before = touched;
      touched = new Set();
      return before;
    },
  };
}
