import type {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver';
import { notesOf } from '../portfolio/finding-notes.ts';
import type { ClauseReference, Finding, Severity } from '../rules/finding.ts';
import type { Places } from './places.ts';
import type { Portfolio } from './portfolio.ts';
import type { ConfigFault } from './portfolio-config.ts';

/** What the client can show of a diagnostic. */
export interface DiagnosticDetails {
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly data: boolean;
  readonly tags: readonly DiagnosticTag[];
  /** Where the page of a rule is; undefined where it is not known. */
  readonly rulePage: (rule: string) => string | undefined;
}

/** What a diagnostic carries for the requests that follow it. */
export interface DiagnosticData {
  readonly fingerprint: string;
}

export const SOURCE = 'deal';

export const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
};

const UNNECESSARY: DiagnosticTag = 1;
/** What these rules report has no effect, and is shown faded. */
const WITHOUT_EFFECT: readonly string[] = ['dead-clause', 'unused-ignore'];

/** A finding as the client shows it, at the file that it is reported in. */
export function diagnosticOf(
  finding: Finding,
  portfolio: Portfolio,
  places: Places,
  details: DiagnosticDetails,
): Diagnostic {
  const href = details.codeDescription ? details.rulePage(finding.rule) : undefined;
  const related = relatedTo(finding, portfolio, places);
  const isFaded = WITHOUT_EFFECT.includes(finding.rule) && details.tags.includes(UNNECESSARY);
  const data: DiagnosticData = { fingerprint: finding.fingerprint };
  return {
    range: places.range(portfolio, finding.file, finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source: SOURCE,
    message: messageOf(finding, details.relatedInformation ? [] : related),
    ...(isFaded ? { tags: [UNNECESSARY] } : {}),
    ...(details.relatedInformation && related.length > 0 ? { relatedInformation: related } : {}),
    ...(details.data ? { data } : {}),
  };
}

/** The message and all that is to be said beside it, a line each; other places only where the client does not show them. */
function messageOf(finding: Finding, unshown: readonly DiagnosticRelatedInformation[]): string {
  const notes = notesOf(finding).filter(({ label }) => label !== 'fix');
  return [
    finding.message,
    ...notes.map(({ label, text }) => (label === undefined ? text : `${label}: ${text}`)),
    ...unshown.map(({ message }) => message),
  ].join('\n');
}

/** The clauses with the passages that they annotate, and whatever else explains the finding. */
function relatedTo(finding: Finding, portfolio: Portfolio, places: Places): DiagnosticRelatedInformation[] {
  const own = finding.clauses.length > 1 || finding.clauses[0]?.quote !== undefined ? finding.clauses : [];
  return [
    ...own.map((clause) => ({
      location: places.location(portfolio, clause.file, clause.span),
      message: passageOf(clause),
    })),
    ...(finding.related ?? []).map(({ file, span, message }) => ({
      location: places.location(portfolio, file, span),
      message,
    })),
  ];
}

function passageOf({ name, quote, locator }: ClauseReference): string {
  if (quote === undefined) return `\`${name}\`, which annotates no passage`;
  return `\`${name}\`: ${locator === undefined ? '' : `[${locator}] `}“${quote}”`;
}

/** What is wrong with a configuration, as the client shows it. */
export const faultDiagnostic = (
  { span, message }: ConfigFault,
  path: string,
  portfolio: Portfolio,
  places: Places,
): Diagnostic => ({
  range: places.range(portfolio, path, span),
  severity: SEVERITIES.error,
  source: SOURCE,
  message,
});
