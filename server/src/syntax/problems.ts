import type { SyntaxProblem } from './tree.ts';

/**
 * Collects the problems of the text being parsed: first the lexer's, then the parser's, which may take back its own
 * when it reads a stretch again. One text is parsed at a time, so this state is the module's.
 */
export type Fix = NonNullable<SyntaxProblem['fix']>;

/** Errors kept per text; hints have as many again. More help nobody, and a binary file would have millions. */
export const PROBLEM_LIMIT = 1000;

let problems: SyntaxProblem[] = [];
let errors = 0;
let hints = 0;

export function resetProblems(): void {
  if (problems.length > 0) problems = [];
  errors = 0;
  hints = 0;
}

export const problemCount = (): number => problems.length;

/** Takes back the problems reported since there were `count`. */
export function rewindProblems(count: number): void {
  for (const taken of problems.splice(count)) {
    if (taken.severity === 'error') errors--;
    else hints--;
  }
}

export function reportError(start: number, end: number, message: string, fix?: Fix): void {
  if (errors >= PROBLEM_LIMIT) return;
  errors++;
  problems.push({ code: 'syntax', severity: 'error', start, end, message, ...(fix && { fix }) });
}

export function reportHint(start: number, end: number, message: string, fix: Fix): void {
  if (hints >= PROBLEM_LIMIT) return;
  hints++;
  problems.push({ code: 'ascii-punctuation', severity: 'hint', start, end, message, fix });
}

const NONE: readonly SyntaxProblem[] = Object.freeze([]);

/** The problems in the order of the text; where there are too many, a last one says so. */
export function takeProblems(): readonly SyntaxProblem[] {
  if (problems.length === 0) return NONE;
  const taken = problems.sort((a, b) => a.start - b.start || a.end - b.end);
  problems = [];
  if (errors >= PROBLEM_LIMIT) {
    const { start, end } = taken[taken.length - 1];
    const message = `This file has more than ${PROBLEM_LIMIT} errors; the rest are not shown`;
    taken.push({ code: 'syntax', severity: 'error', start, end, message });
  }
  return taken;
}
