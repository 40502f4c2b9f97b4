import { type Baseline, siftBaseline } from '../portfolio/baseline.ts';
import { inOrder } from '../portfolio/finding-sources.ts';
import type { PortfolioConfig } from '../portfolio/config.ts';
import type { LivePortfolio } from '../portfolio/live-portfolio.ts';
import { UNREADABLE_FILE } from '../portfolio/load.ts';
import type { Finding } from '../rules/finding.ts';

export interface FindingsInput {
  readonly live: LivePortfolio;
  /** By path: why a file could not be read. */
  readonly unreadable: ReadonlyMap<string, Finding>;
  readonly config: PortfolioConfig;
  readonly baseline: Baseline | undefined;
}

/** What is reported in all files: the findings of the engine and those of the loader, but for what the baseline knows. */
export function allFindings({ live, unreadable, config, baseline }: FindingsInput): readonly Finding[] {
  const { findings } = live.analysis();
  const others = [...unreadable.values()].flatMap((finding) => ranked(finding, config));
  const all = others.length === 0 ? findings : [...findings, ...others].sort(inOrder);
  return baseline === undefined ? all : siftBaseline(all, baseline).fresh;
}

/** The same for one file. A baseline counts over all files, so with one it takes all of them to know. */
export function findingsInFile(input: FindingsInput, path: string): readonly Finding[] {
  if (input.baseline !== undefined) return allFindings(input).filter(({ file }) => file === path);
  const finding = input.unreadable.get(path);
  const findings = input.live.findingsIn(path);
  return finding === undefined ? findings : [...findings, ...ranked(finding, input.config)].sort(inOrder);
}

function ranked(finding: Finding, { rules }: PortfolioConfig): readonly Finding[] {
  const severity = rules?.[UNREADABLE_FILE] ?? finding.severity;
  return severity === 'off' ? [] : [{ ...finding, severity }];
}
