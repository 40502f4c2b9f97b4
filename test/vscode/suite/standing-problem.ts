import type { Diagnostic } from 'vscode';
import { codeOf, untilProblems } from './workspace.ts';

export const isAbout = (problem: Diagnostic, clause: string): boolean => problem.message.includes(`\`${clause}\``);

/** The one problem that the workspace has while nobody has touched it: `france` is disputed. */
export const untilStandingProblem = (): Promise<readonly Diagnostic[]> =>
  untilProblems(
    'vista.deal',
    'the disputed clause `france` and nothing else',
    (problems) =>
      problems.length === 1 && codeOf(problems[0]) === 'exclusive-overlap' && isAbout(problems[0], 'france'),
  );

/** `germany` collides with what `streamline.deal` reserves. */
export const untilGermanyConflicts = (): Promise<readonly Diagnostic[]> =>
  untilProblems('vista.deal', 'a conflict of `germany`', (problems) =>
    problems.some((problem) => codeOf(problem) === 'exclusive-overlap' && isAbout(problem, 'germany')),
  );
