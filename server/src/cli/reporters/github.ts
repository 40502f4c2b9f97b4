import type { Finding, Severity } from '../../rules/finding.ts';
import { clausesInWords } from './clauses-in-words.ts';
import { rangeOf } from './ranges.ts';
import type { Report } from './report.ts';
import { repositoryPath } from './repository-path.ts';
import { moreOn, sentencesOf } from './sentences.ts';
import { summaryText } from './text-summary.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * A line a finding, which GitHub Actions shows at its place in the files of a pull request, and the summary for the log. Ends
 * with a line end. Of a step, GitHub shows the first ten of each severity; the log has all.
 */
export function githubReport(report: Report): string {
  const lines = report.findings.map((finding) => annotation(finding, report));
  // Of the older form, `##[error]`, the runner looks for commands anywhere in a line.
  return [...lines, summaryText(report)].join('\n').replaceAll('##[', '## [');
}

function annotation(finding: Finding, report: Report): string {
  const { file, span, rule, severity, verdict } = finding;
  const { start, end } = rangeOf(file, span, report.texts);
  const properties = {
    file: repositoryPath(report.root, file),
    line: start.line,
    endLine: end.line,
    // Columns are only taken within one line.
    ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
    title: verdict === undefined ? rule : `${rule}: ${verdict}`,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  const text = [...sentencesOf(finding), ...clausesInWords(finding, report), moreOn(finding)].join('\n');
  return `::${COMMANDS[severity]} ${written.join(',')}::${escaped(text)}`;
}

/** As the runner reads it: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapedProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
