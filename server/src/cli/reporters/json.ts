import type { Answer } from '../../portfolio/ask.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Span } from '../../text/span.ts';
import { type Range, rangeOf } from './ranges.ts';
import type { Report, Texts } from './report.ts';

/** Grows when a field is taken away or changes its meaning; new fields leave it as it is. */
export const JSON_REPORT_VERSION = 1;

/** A report for programs: `docs/json-report.md` and `docs/report.schema.json` describe it. Ends with a line end. */
export function jsonReport(report: Report): string {
  const { root, asOf, assume, reading, findings, summary, selection, baseline, texts, sources } = report;
  return print({
    version: JSON_REPORT_VERSION,
    root,
    asOf,
    assume,
    ...(reading === undefined ? {} : { reading }),
    selection,
    findings: findings.map((finding) => jsonFinding(finding, texts)),
    summary,
    sources: sources.map(({ path, sha256 }) => ({ path, sha256: sha256() })),
    ...(baseline === undefined ? {} : { baseline }),
  });
}

/** The answer of `deal ask` for programs. */
export function jsonAnswer(question: string, answer: Answer, texts: Texts): string {
  return print({
    version: JSON_REPORT_VERSION,
    question,
    verdict: answer.verdict,
    findings: answer.findings.map((finding) => jsonFinding(finding, texts)),
    newNames: answer.newNames.map((finding) => jsonFinding(finding, texts)),
    problems: answer.problems.map((finding) => jsonFinding(finding, texts)),
  });
}

const print = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** Fields that do not apply are absent, never null. */
function jsonFinding(finding: Finding, texts: Texts) {
  const range = (file: string, span: Span): Range => rangeOf(file, span, texts);
  const { span, clauses, related, fix, ...plain } = finding;
  return {
    ...plain,
    range: range(finding.file, span),
    clauses: clauses.map(({ span: clauseSpan, ...clause }) => ({ ...clause, range: range(clause.file, clauseSpan) })),
    ...(related === undefined
      ? {}
      : {
          related: related.map((place) => ({
            file: place.file,
            range: range(place.file, place.span),
            message: place.message,
          })),
        }),
    ...(fix === undefined
      ? {}
      : {
          fix: {
            title: fix.title,
            edits: fix.edits.map((edit) => ({ range: range(finding.file, edit), newText: edit.newText })),
          },
        }),
  };
}
