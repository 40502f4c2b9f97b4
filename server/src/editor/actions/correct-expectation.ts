import type { Analysis } from '../../portfolio/check.ts';
import type { Finding } from '../../rules/finding.ts';
import type { CodeAction } from './code-action.ts';
import { verdictEdit, verdictFor } from './corrected-expectations.ts';
import { formattedEdits } from './formatted-edits.ts';

/** Writes the verdict that the check finds into an expectation that is not met. */
export function correctExpectation(analysis: Analysis, finding: Finding): CodeAction[] {
  const { rule, file, span } = finding;
  if (rule !== 'unmet-expectation') return [];
  const { model } = analysis;
  const expectation = model.expectations.find(
    (one) => one.file === file && one.span.start === span.start && one.span.end === span.end,
  );
  const verdict = expectation && verdictFor(analysis, expectation);
  const edit = verdict && verdictEdit(model, expectation, verdict);
  if (!edit) return [];
  return [
    {
      title: `Expect \`${verdict}\`, which is what the check finds`,
      kind: 'quickfix',
      edits: formattedEdits(model, [edit]),
      finding,
    },
  ];
}
