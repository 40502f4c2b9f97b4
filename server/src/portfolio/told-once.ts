import type { Problem } from '../model/problem.ts';
import type { SyntaxProblem, Tree } from '../syntax/tree.ts';

/** What is wrong with a file, each mistake told once. */
export interface ToldOnce {
  readonly syntax: readonly SyntaxProblem[];
  readonly problems: readonly Problem[];
}

/**
 * What is made of a stretch with which the parser found fault is not told as a second mistake. But where the binder has a
 * remedy that replaces all of the stretch, it knows better what was meant there.
 */
export function toldOnce({ problems: syntax }: Tree, problems: readonly Problem[]): ToldOnce {
  const faults = problems.length === 0 ? [] : syntax.filter(({ severity }) => severity === 'error');
  if (faults.length === 0) return { syntax, problems };
  const outdone = new Set<SyntaxProblem>();
  const kept = problems.filter((problem) => {
    const within = faults.filter((fault) => isWithin(fault, problem));
    if (!within.every((fault) => isReplaced(fault, problem))) return false;
    for (const fault of within) outdone.add(fault);
    return true;
  });
  return { syntax: outdone.size === 0 ? syntax : syntax.filter((fault) => !outdone.has(fault)), problems: kept };
}

const isReplaced = ({ start, end }: SyntaxProblem, { fix }: Problem): boolean =>
  fix?.edits.some((edit) => edit.start <= start && edit.end >= end) ?? false;

/** Whether a fault is one of what a problem is about, and not of what is missing before or behind it. */
function isWithin({ start, end, fix }: SyntaxProblem, { span }: Problem): boolean {
  // Nothing at all stands there: something is missing, and the parser has said so.
  if (span.start === span.end) return true;
  if (fix && fix.start === fix.end && (fix.start <= span.start || fix.start >= span.end)) return false;
  return start < span.end && end > span.start;
}
