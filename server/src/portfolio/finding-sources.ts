import { clausesOf, type Deal, type ParsedFile } from '../model/model.ts';
import type { Problem } from '../model/problem.ts';
import { checkReferences } from '../model/references.ts';
import { checkDeadClauses } from '../rules/dead-clause.ts';
import type { Finding, Severity } from '../rules/finding.ts';
import { fingerprint } from '../rules/fingerprint.ts';
import type { RuleContext } from '../rules/rule-context.ts';
import { checkTrancheSums } from '../rules/tranche-sum.ts';
import { toldOnce } from './told-once.ts';

/**
 * What the rules find that look at nothing but one file and what its deals are tied to; quotes apart. `deals` are those of
 * the file, `vocabulary` is what is wrong with its terms.
 */
export function findingsOfFile(
  context: RuleContext,
  deals: readonly Deal[],
  file: ParsedFile,
  vocabulary: readonly Problem[],
): Finding[] {
  const { model, docket } = context;
  const clauses = clausesOf(deals);
  const problems = vocabulary.concat(
    model.problemsIn(file.path),
    docket.problemsIn(file.path),
    checkReferences(model, clauses),
  );
  return mistakesIn(file, problems).concat(checkTrancheSums(clauses), checkDeadClauses(docket, deals));
}

/** What is wrong with how a file is written, each mistake told once: `problems` are the binder's. */
export function mistakesIn({ path, tree }: ParsedFile, problems: readonly Problem[]): Finding[] {
  const told = toldOnce(tree, problems);
  const ofText = told.syntax.map((problem): Finding => {
    const { start, end, fix } = problem;
    return {
      rule: problem.code,
      severity: problem.severity,
      message: problem.message,
      file: path,
      span: { start, end },
      clauses: [],
      ...(fix ? { fix: { title: fix.title, edits: [fix] } } : {}),
      fingerprint: fingerprint([problem.code, path, problem.message, tree.text.slice(start, end)]),
    };
  });
  return told.problems.length === 0 ? ofText : ofText.concat(distinctProblems(told.problems).map(problemFinding));
}

/** A draft is bound once and looked at several times: each of its problems counts once. */
function distinctProblems(problems: readonly Problem[]): Problem[] {
  const seen = new Map<string, Problem>();
  for (const problem of problems) {
    const key = `${problem.file} ${problem.span.start} ${problem.span.end} ${problem.rule} ${problem.message}`;
    if (!seen.has(key)) seen.set(key, problem);
  }
  return [...seen.values()];
}

const problemFinding = (problem: Problem): Finding => ({
  ...problem,
  clauses: [],
  fingerprint: fingerprint([problem.rule, problem.file, problem.message]),
});

const ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** By severity, then file, offset and rule. */
export const inOrder = (a: Finding, b: Finding): number =>
  ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) ||
  compare(a.file, b.file) ||
  a.span.start - b.span.start ||
  compare(a.rule, b.rule) ||
  compare(a.fingerprint, b.fingerprint) ||
  compare(a.message, b.message);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
