import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/** Something wrong with what a file says: plain data, without a fingerprint yet. */
export interface Problem {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly file: string;
  readonly span: Span;
  readonly related?: readonly { readonly file: string; readonly span: Span; readonly message: string }[];
  readonly help?: string;
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
}

/** The fix that puts another text in the place of a stretch; none where there is no text. */
export function replacing({ start, end }: Span, newText: string | undefined): Pick<Problem, 'fix'> {
  return newText === undefined ? {} : { fix: { title: `Replace by \`${newText}\``, edits: [{ start, end, newText }] } };
}

export function problemsByFile(problems: readonly Problem[]): Map<string, Problem[]> {
  const byFile = new Map<string, Problem[]>();
  for (const problem of problems) {
    const known = byFile.get(problem.file);
    if (known) known.push(problem);
    else byFile.set(problem.file, [problem]);
  }
  return byFile;
}
