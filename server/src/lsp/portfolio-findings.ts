import { siftBaseline } from '../portfolio/baseline.ts';
import { inOrder } from '../portfolio/finding-sources.ts';
import type { LivePortfolio } from '../portfolio/live-portfolio.ts';
import { UNREADABLE_FILE } from '../portfolio/load.ts';
import type { Finding } from '../rules/finding.ts';
import type { ConfigState } from './portfolio-config.ts';

/** What is reported in a portfolio: the findings of the engine and those of the loader, but for what a baseline knows. */
export interface PortfolioFindings {
  readonly in: (path: string) => readonly Finding[];
  readonly all: () => readonly Finding[];
  /** Something has changed that it is made from. */
  readonly outdate: () => void;
}

export function openFindings(
  live: LivePortfolio,
  /** By path: why a file could not be read. */
  unreadable: ReadonlyMap<string, Finding>,
  config: () => ConfigState,
): PortfolioFindings {
  /** With a baseline, which counts over all files. */
  let sifted: readonly Finding[] | undefined;
  const ranked = (finding: Finding): readonly Finding[] => {
    const severity = config().config.rules?.[UNREADABLE_FILE] ?? finding.severity;
    return severity === 'off' ? [] : [{ ...finding, severity }];
  };
  const all = (): readonly Finding[] => {
    if (sifted !== undefined) return sifted;
    const { findings } = live.analysis();
    const others = [...unreadable.values()].flatMap(ranked);
    const found = others.length === 0 ? findings : [...findings, ...others].sort(inOrder);
    const { baseline } = config();
    if (baseline === undefined) return found;
    sifted = siftBaseline(found, baseline).fresh;
    return sifted;
  };
  return {
    all,
    in: (path) => {
      if (config().baseline !== undefined) return all().filter(({ file }) => file === path);
      const finding = unreadable.get(path);
      const findings = live.findingsIn(path);
      return finding === undefined ? findings : [...findings, ...ranked(finding)].sort(inOrder);
    },
    outdate: () => {
      sifted = undefined;
    },
  };
}
