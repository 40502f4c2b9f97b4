import { githubReport } from './github.ts';
import { gitlabReport } from './gitlab.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import type { Report } from './report.ts';
import { sarifReport } from './sarif/log.ts';
import { type TextStyle, textReport } from './text.ts';
import { summaryText } from './text-summary.ts';

/** The formats of `deal check`. */
export const CHECK_FORMATS = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

export interface Shown {
  /** For standard output. */
  readonly results: string;
  /** For standard error: what the format has no place for, or what a log should say when the results go elsewhere. */
  readonly messages?: string;
}

export function shown(report: Report, format: CheckFormat, style: TextStyle): Shown {
  switch (format) {
    case 'text':
      return { results: textReport(report, style) };
    case 'json':
      return { results: jsonReport(report) };
    case 'sarif': {
      const { text, leftOut } = sarifReport(report);
      const more = leftOut === undefined ? '' : `deal: ${leftOut}\n`;
      return { results: text, messages: `${summaryText(report)}${more}` };
    }
    case 'github':
      return { results: githubReport(report) };
    case 'gitlab':
      return { results: gitlabReport(report), messages: summaryText(report) };
    case 'junit':
      return { results: junitReport(report), messages: summaryText(report) };
  }
}
