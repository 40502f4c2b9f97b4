import { sha256 } from '../evidence/sha256.ts';
import { formatOf } from '../evidence/source-kind.ts';
import type { HashedSource } from '../portfolio/baseline.ts';
import type { CheckOptions, CheckResult, PortfolioFile, Unchecked } from '../portfolio/check.ts';
import type { Sources } from '../portfolio/sources.ts';
import { isAsked } from '../rules/expectations.ts';
import type { Finding } from '../rules/finding.ts';
import { endOf, type NodeIndex, startOf, type Tree } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import type { AfterBaseline } from './apply-baseline.ts';
import { isSelected, type OpenPortfolio } from './open-portfolio.ts';
import type { Threshold } from './options.ts';
import { quotedPlaces } from './quoted-places.ts';
import { countBySeverity, type Report, type Suppressed, textsOf } from './reporters/report.ts';

/** All that reporters show of one check. */
export interface Checked {
  readonly portfolio: OpenPortfolio;
  /** The folder of the portfolio as the user would write it here. */
  readonly root: string;
  readonly options: CheckOptions;
  readonly failOn: Threshold;
  readonly result: CheckResult;
  readonly sources: Sources;
  readonly compared: readonly HashedSource[];
  readonly sifted: AfterBaseline;
}

export function checkReport({ portfolio, root, options, failOn, result, sources, compared, sifted }: Checked): Report {
  const concerned = (finding: Finding): boolean => concernsSelection(finding, portfolio);
  const findings = sifted.findings.filter(concerned);
  let byPath: ReadonlyMap<string, string> | undefined;
  const dealText = (path: string): string | undefined => {
    byPath ??= new Map(portfolio.files.map((file) => [file.path, file.text]));
    return byPath.get(path);
  };
  const { model } = result;
  return {
    root,
    asOf: options.asOf,
    assume: options.assume ?? {},
    ...(options.reading === undefined ? {} : { reading: options.reading }),
    failOn,
    rules: options.rules ?? {},
    findings,
    suppressed: suppressedIn(result, sifted).filter(({ finding }) => concerned(finding)),
    summary: {
      ...result.summary,
      findings: countBySeverity(findings),
      notChecked: [...result.summary.notChecked, ...notLoaded(portfolio)],
    },
    selection: portfolio.selection,
    ...(sifted.baseline === undefined ? {} : { baseline: sifted.baseline }),
    texts: textsOf(root, (file) => dealText(file) ?? sourceText(sources, file), isTakenOut),
    sources: compared,
    get files() {
      return portfolio.files.map(hashed);
    },
    passagesOf: quotedPlaces(() => result.passages),
    clauses: () =>
      model.clauses
        .map(({ name, deal, node }) => ({ name, file: deal.file, span: spanOf(deal.tree, node) }))
        .filter(({ file }) => isSelected(portfolio, file)),
    expectations: () =>
      model.expectations.filter((one) => isSelected(portfolio, one.file) && isAsked(model, options.reading, one)),
  };
}

const spanOf = (tree: Tree, node: NodeIndex): Span => ({ start: startOf(tree, node), end: endOf(tree, node) });

const hashed = ({ path, text }: PortfolioFile): HashedSource => ({
  path,
  sha256: () => sha256(new TextEncoder().encode(text)),
});

function suppressedIn({ silenced }: CheckResult, { known, baseline }: AfterBaseline): readonly Suppressed[] {
  return [
    ...silenced.map(({ finding, reason }): Suppressed => ({ finding, by: 'comment', reason })),
    ...known.map((finding): Suppressed => ({ finding, by: 'baseline', reason: `known to ${baseline?.file}` })),
  ];
}

/** Sources are shown too: the passage nearest to a quote that was not found. */
function sourceText(sources: Sources, file: string): string | undefined {
  if (file.endsWith('.deal')) return undefined;
  const source = sources.read(file);
  return 'text' in source ? source.text : undefined;
}

/** The lines of such a file are nobody's but ours. */
function isTakenOut(file: string): boolean {
  const format = formatOf(file);
  return format !== undefined && format !== 'markdown' && format !== 'text';
}

/** A conflict is about both of its clauses: asking for the file of either shows it. */
const concernsSelection = ({ file, clauses }: Finding, portfolio: OpenPortfolio): boolean =>
  isSelected(portfolio, file) || clauses.some((clause) => isSelected(portfolio, clause.file));

function notLoaded({ problems, linksLeftOut, otherPortfolios }: OpenPortfolio): readonly Unchecked[] {
  const counts: readonly Unchecked[] = [
    { what: 'unreadable files', count: problems.length, why: 'they could not be read' },
    { what: 'linked folders', count: linksLeftOut.length, why: 'the links lead out of the portfolio' },
    {
      what: 'folders that are portfolios of their own',
      count: otherPortfolios.length,
      why: 'they have a deal.config.json: check them by themselves',
    },
  ];
  return counts.filter(({ count }) => count > 0);
}
