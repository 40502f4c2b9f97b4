import { CONFIG_NAME } from '../portfolio/load.ts';
import type { Finding } from '../rules/finding.ts';
import { grouped } from '../text/words.ts';
import { type DiagnosticDetails, diagnosticOf, faultDiagnostic, SEVERITIES, SOURCE } from './finding-diagnostic.ts';
import { NOWHERE } from './lines.ts';
import type { Places } from './places.ts';
import type { Draft } from './reports.ts';
import type { Resource } from './resource.ts';
import type { Located } from './workspace.ts';

const NOTHING: Draft = { items: [], mentions: [] };

/** What is to be reported about a file. `limit`: the most problems to show; that there are more is said. */
export function draftReport(
  located: Located | undefined,
  limit: number,
  places: Places,
  details: DiagnosticDetails,
): Draft {
  if (located === undefined || located.portfolio.isSilent) return NOTHING;
  const { portfolio, path } = located;
  if (path === CONFIG_NAME) {
    const faults = portfolio.configFaults().map((fault) => faultDiagnostic(fault, path, portfolio, places));
    return { items: faults, mentions: [] };
  }
  const findings = portfolio.findingsIn(path);
  if (findings.length === 0) return NOTHING;
  const shown = findings.slice(0, limit);
  const items = shown.map((finding) => diagnosticOf(finding, portfolio, places, details));
  const mentions = new Set<Resource>();
  for (const finding of shown) for (const file of filesOf(finding)) mentions.add(portfolio.resourceOf(file));
  return { items: findings.length > limit ? [...items, leftOut(findings.length - limit, limit)] : items, mentions };
}

const filesOf = ({ file, clauses, related = [] }: Finding): readonly string[] =>
  [...clauses, ...related].map((place) => place.file).filter((other) => other !== file);

const leftOut = (count: number, limit: number): Draft['items'][number] => ({
  range: NOWHERE,
  severity: SEVERITIES.information,
  source: SOURCE,
  message: `${grouped(count)} more problems of this file are not shown: \`deal.maxProblems\` is ${limit}`,
});
