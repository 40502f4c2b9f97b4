import type { Diagnostic } from 'vscode-languageserver';
import { type ContractFinding, contractFindings } from '../../editor/contract/findings.ts';
import { type DiagnosticDetails, diagnosticOf } from '../finding-diagnostic.ts';
import type { Draft } from '../reports.ts';
import type { Resource } from '../resource.ts';
import { locationOf } from './contract-locations.ts';
import type { ContractPlace } from './contract-place.ts';

/** What is reported on the text of a contract: the findings about the clauses of its passages, each at its passage. */
export function contractDraft(place: ContractPlace, limit: number, details: DiagnosticDetails): Draft {
  const { portfolio, analysis, source } = place;
  const found = contractFindings(analysis, source, portfolio.findings()).slice(0, limit);
  const items = found.flatMap((finding) => diagnosticAt(place, finding, details) ?? []);
  const mentions = new Set<Resource>(
    found.flatMap(({ related }) => related.map(({ file }) => portfolio.resourceOf(file))),
  );
  return { items, mentions };
}

function diagnosticAt(
  place: ContractPlace,
  { finding, span, related }: ContractFinding,
  details: DiagnosticDetails,
): Diagnostic | undefined {
  const { context, portfolio } = place;
  const range = place.range(span);
  if (range === undefined) return undefined;
  const { relatedInformation: _, ...shown } = diagnosticOf(finding, portfolio, context.places, details);
  const relatedInformation = related.flatMap(({ file, span: at, message }) => {
    const location = locationOf(context, portfolio, file, at);
    return location === undefined ? [] : [{ location, message }];
  });
  return { ...shown, range, ...(details.relatedInformation ? { relatedInformation } : {}) };
}
