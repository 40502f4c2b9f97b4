import type { Finding, Severity } from '../../rules/finding.ts';
import { clausesInWords } from './clauses-in-words.ts';
import { rangeOf } from './ranges.ts';
import type { Report } from './report.ts';
import { repositoryPath } from './repository-path.ts';
import { moreOn, sentencesOf } from './sentences.ts';

const SEVERITIES: Readonly<Record<Severity, 'info' | 'minor' | 'major'>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
};

/** A Code Quality report, which GitLab compares between the branches of a merge request. Ends with a line end. */
export function gitlabReport(report: Report): string {
  const occurrences = new Map<string, number>();
  const issues = report.findings.map((finding) => {
    const occurrence = (occurrences.get(finding.fingerprint) ?? 0) + 1;
    occurrences.set(finding.fingerprint, occurrence);
    return issueOf(finding, occurrence, report);
  });
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}

function issueOf(finding: Finding, occurrence: number, report: Report) {
  const { start, end } = rangeOf(finding.file, finding.span, report.texts);
  const [message, ...more] = sentencesOf(finding);
  return {
    // The list shows the description, and nothing but.
    description: message,
    content: { body: [...more, ...clausesInWords(finding, report), moreOn(finding)].join('\n') },
    check_name: finding.rule,
    // GitLab shows one finding of a fingerprint.
    fingerprint: occurrence === 1 ? finding.fingerprint : `${finding.fingerprint}-${occurrence}`,
    severity: SEVERITIES[finding.severity],
    location: {
      path: repositoryPath(report.root, finding.file),
      lines: { begin: start.line, end: end.line },
    },
  };
}
