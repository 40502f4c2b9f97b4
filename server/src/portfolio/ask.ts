import { openDocket } from '../conflicts/docket.ts';
import { worst } from '../conflicts/verdict.ts';
import { openBinder } from '../model/bind.ts';
import type { ParsedFile } from '../model/model.ts';
import { checkChainOfTitle } from '../rules/chain-of-title.ts';
import type { Finding, Verdict } from '../rules/finding.ts';
import { fingerprint } from '../rules/fingerprint.ts';
import { pairFinding } from '../rules/pair-finding.ts';
import { parse, parseClause } from '../syntax/parser.ts';
import { childOfKind, childrenOf, kindOf, NodeKind, textOf } from '../syntax/tree.ts';
import { nameText } from '../syntax/values.ts';
import { parseDay } from '../terms/calendar.ts';
import { type CheckOptions, inPathOrder, type PortfolioFile } from './check.ts';
import { inOrder, mistakesIn } from './finding-sources.ts';
import { parseFiles } from './parse-files.ts';
import { scenarioOf } from './scenario.ts';

export interface Answer {
  /** The verdict of granting the hypothetical clause: the worst of its findings. */
  readonly verdict: Verdict;
  /** What stands in the way. */
  readonly findings: readonly Finding[];
  /** Problems of the question's own text: spans are offsets into the question. Where there are any, nothing is judged. */
  readonly problems: readonly Finding[];
}

const PATH = 'question';
const DEAL = 'question';

/** Judges a hypothetical clause, `host(by=OpenAI, to=Contoso, …)`, against a portfolio. Undeclared names are fresh terms. */
export function askPortfolio(files: Iterable<PortfolioFile>, question: string, options: CheckOptions): Answer {
  const promisor = promisorOf(question);
  const parsed = parseFiles(files);
  if (promisor === undefined) return unanswerable(question);
  const name = freeName(parsed);
  // A question is a draft of one clause: it meets what is signed, and changes nothing.
  const opening = `deal ${name} (by = ${promisor}, status = draft) {\n`;
  const asked: ParsedFile = { path: PATH, tree: parse(`${opening}${question}\n}`) };
  const asOf = parseDay(options.asOf) ?? 0;
  const binder = openBinder([...inPathOrder(parsed), asked], { asOf, freshIn: PATH });
  const model = binder.model();
  const scenario = scenarioOf(options.assume ?? {});
  const docket = openDocket(model, { asOf, scenario, reading: options.reading, tiedTo: binder.tiedTo });
  const { pairs } = docket.pairs();
  const concerns = (finding: Finding): boolean => finding.clauses.some(({ file }) => file === PATH);
  const findings = [
    ...pairs.flatMap((pair) => pairFinding(pair) ?? []),
    ...checkChainOfTitle({ model, docket, asOf }),
  ].filter(concerns);
  const reported = [...model.problems, ...docket.problemsIn(PATH)].filter(({ file }) => file === PATH);
  const problems = mistakesIn(asked, reported)
    .filter(({ severity }) => severity === 'error')
    .map((finding) => shifted(finding, opening.length));
  return {
    verdict: problems.length > 0 ? 'clear' : worst(findings.map(({ verdict }) => verdict ?? 'clear')),
    findings:
      problems.length > 0 ? [] : findings.map((finding) => shiftedClauses(finding, opening.length)).sort(inOrder),
    problems,
  };
}

/** Who promises, as the question's `by` says. */
function promisorOf(question: string): string | undefined {
  const tree = parseClause(question);
  const clause = childOfKind(tree, 0, NodeKind.Clause);
  const list = clause < 0 ? -1 : childOfKind(tree, clause, NodeKind.Arguments);
  if (list < 0) return undefined;
  for (const argument of childrenOf(tree, list)) {
    const [name, value] = childrenOf(tree, argument);
    if (kindOf(tree, argument) === NodeKind.Argument && nameText(tree, name) === 'by' && value !== undefined)
      return textOf(tree, value);
  }
  return undefined;
}

function freeName(files: readonly ParsedFile[]): string {
  let name = DEAL;
  while (files.some(({ tree }) => tree.text.includes(`deal ${name}`))) name += '_';
  return name;
}

function unanswerable(question: string): Answer {
  const problem: Finding = {
    rule: 'missing-promisor',
    severity: 'error',
    message: 'the question does not say who would promise',
    file: PATH,
    span: { start: 0, end: question.length },
    clauses: [],
    help: 'ask with a whole clause, as in `host(by=OpenAI, to=Contoso, scope=stateless_api, from=2026-06-01)`',
    fingerprint: fingerprint(['missing-promisor', question]),
  };
  return { verdict: 'clear', findings: [], problems: [problem] };
}

const shifted = (finding: Finding, by: number): Finding =>
  finding.file === PATH
    ? { ...finding, span: { start: Math.max(0, finding.span.start - by), end: Math.max(0, finding.span.end - by) } }
    : finding;

const shiftedClauses = (finding: Finding, by: number): Finding => ({
  ...shifted(finding, by),
  clauses: finding.clauses.map((clause) =>
    clause.file === PATH ? { ...clause, span: { start: clause.span.start - by, end: clause.span.end - by } } : clause,
  ),
});
