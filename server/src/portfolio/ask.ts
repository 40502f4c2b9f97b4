import { openDocket } from '../conflicts/docket.ts';
import { worst } from '../conflicts/verdict.ts';
import { openBinder } from '../model/bind.ts';
import { clausesOf, type Deal, type ParsedFile } from '../model/model.ts';
import { checkReferences } from '../model/references.ts';
import { checkSublicence, isSublicence } from '../rules/chain-of-title.ts';
import { checkDeadClauses } from '../rules/dead-clause.ts';
import { draftAssumption } from '../rules/drafts.ts';
import type { Finding, Verdict } from '../rules/finding.ts';
import { fingerprint } from '../rules/fingerprint.ts';
import { pairFinding } from '../rules/pair-finding.ts';
import { checkQuantitiesBeside, quantitiesNotCompared } from '../rules/quantities.ts';
import { parse, parseClause } from '../syntax/parser.ts';
import { childOfKind, childrenOf, endOf, kindOf, NodeKind, startOf, type Tree } from '../syntax/tree.ts';
import { nameText } from '../syntax/values.ts';
import { parseDate, parseDay } from '../terms/calendar.ts';
import type { Span } from '../text/span.ts';
import { type CheckOptions, inPathOrder, type PortfolioFile } from './check.ts';
import { inOrder, mistakesIn } from './finding-sources.ts';
import { parseFiles } from './parse-files.ts';
import { scenarioOf } from './scenario.ts';

export interface Answer {
  /** The verdict of granting the hypothetical clause: the worst of its findings. */
  readonly verdict: Verdict;
  /** What stands in the way. */
  readonly findings: readonly Finding[];
  /** Names in the question that nobody has declared: each stands for something new. Spans are offsets into the question. */
  readonly newNames: readonly Finding[];
  /**
   * What is wrong with the question itself: spans are offsets into the question. Where there is an error, nothing is judged;
   * a warning tells of a question that promises nothing, or not what it seems to.
   */
  readonly problems: readonly Finding[];
}

const PATH = 'question';
const DEAL = 'question';

/** Judges a hypothetical clause, `host(by=OpenAI, to=Contoso, …)`, against a portfolio. Undeclared names are fresh terms. */
export function askPortfolio(files: Iterable<PortfolioFile>, question: string, options: CheckOptions): Answer {
  const tree = parseClause(question);
  const promisor = argumentIn(tree, 'by');
  const parsed = parseFiles(files);
  const name = freeName(parsed);
  // A question is a draft of one clause: it meets what is signed, and changes nothing.
  const before = `deal ${name} (${promisor ? 'by = ' : ''}`;
  const by = promisor ? question.slice(promisor.start, promisor.end) : '';
  const since = isAskedOfToday(tree, options.asOf) ? `, from = ${options.asOf}` : '';
  const opening = `${before}${by}${promisor ? ', ' : ''}status = draft${since}) {\n`;
  const asked: ParsedFile = { path: PATH, tree: parse(`${opening}${question}\n}`) };
  const asOf = parseDay(options.asOf) ?? 0;
  const binder = openBinder([...inPathOrder(parsed), asked], { asOf, freshIn: PATH });
  const model = binder.model();
  const scenario = scenarioOf(options.assume ?? {});
  const docket = openDocket(model, { asOf, scenario, reading: options.reading, tiedTo: binder.tiedTo });
  // Times are looked at, and mistakes in them found, only as pairs are.
  const { pairs } = docket.pairs();
  /** Who promises stands in the opening, too: what is said of it there is said of the question's own words. */
  const inQuestion = ({ start, end }: Span): Span => {
    const isPromisor = promisor !== undefined && start >= before.length && end <= before.length + by.length;
    const offset = isPromisor ? promisor.start - before.length : -opening.length;
    const within = (place: number): number => Math.min(question.length, Math.max(0, place + offset));
    return { start: within(start), end: within(end) };
  };
  const deals = model.dealsIn(PATH);
  const clauses = clausesOf(deals);
  const reported = [...model.problems, ...docket.problemsIn(PATH), ...checkReferences(model, clauses)]
    .filter(({ file, rule }) => file === PATH && (promisor !== undefined || rule !== MISSING_PROMISOR))
    .map((problem) => moved(problem, inQuestion));
  const isClause = childOfKind(tree, 0, NodeKind.Clause) >= 0;
  const mistakes = mistakesIn({ path: PATH, tree }, isClause ? reported : []);
  const newNames = mistakes.filter(({ rule, severity }) => rule === 'unknown-name' && severity !== 'error');
  const errors = mistakes.filter(({ severity }) => severity === 'error');
  const unanswerable = errors.length === 0 && promisor === undefined ? [missingPromisor(question)] : errors;
  if (unanswerable.length > 0) return { verdict: 'clear', findings: [], newNames, problems: unanswerable };
  const warnings = mistakes.filter((mistake) => mistake.severity === 'warning' && !newNames.includes(mistake));
  const dead = checkDeadClauses(docket, deals).map((finding) => movedWithClauses(finding, inQuestion));
  const concerns = (finding: Finding): boolean => finding.clauses.some(({ file }) => file === PATH);
  const context = { model, docket, asOf };
  const findings = [
    ...pairs.flatMap((pair) => pairFinding(pair) ?? []),
    ...clauses.filter(isSublicence).flatMap((clause) => checkSublicence(context, clause)),
    ...checkQuantitiesBeside(context, clauses),
    ...quantitiesNotCompared(context, clauses),
  ].filter(concerns);
  return {
    verdict: worst(findings.map(({ verdict }) => verdict ?? 'clear')),
    findings: findings.map((finding) => movedWithClauses(asAsked(finding, deals), inQuestion)).sort(inOrder),
    newNames,
    problems: [...warnings, ...dead].sort(inOrder),
  };
}

/** Whether what is asked about would be granted now: the question does not say when, nor that it is over by then. */
function isAskedOfToday(tree: Tree, asOf: string): boolean {
  if (argumentIn(tree, 'from')) return false;
  const end = argumentIn(tree, 'until') ?? argumentIn(tree, 'due');
  const lastDay = end && parseDate(tree.text.slice(end.start, end.end))?.last;
  return lastDay === undefined || lastDay >= (parseDay(asOf) ?? 0);
}

/** What the question gives an argument. */
function argumentIn(tree: Tree, sought: string): Span | undefined {
  const clause = childOfKind(tree, 0, NodeKind.Clause);
  const list = clause < 0 ? -1 : childOfKind(tree, clause, NodeKind.Arguments);
  if (list < 0) return undefined;
  for (const argument of childrenOf(tree, list)) {
    const [name, value] = childrenOf(tree, argument);
    if (kindOf(tree, argument) !== NodeKind.Argument || nameText(tree, name) !== sought || value === undefined)
      continue;
    return { start: startOf(tree, value), end: endOf(tree, value) };
  }
  return undefined;
}

function freeName(files: readonly ParsedFile[]): string {
  let name = DEAL;
  while (files.some(({ tree }) => tree.text.includes(`deal ${name}`))) name += '_';
  return name;
}

const MISSING_PROMISOR = 'missing-promisor';

const missingPromisor = (question: string): Finding => ({
  rule: MISSING_PROMISOR,
  severity: 'error',
  message: 'the question does not say who would promise',
  file: PATH,
  span: { start: 0, end: question.length },
  clauses: [],
  help: 'ask with a whole clause, as in `host(by=OpenAI, to=Contoso, scope=stateless_api, from=2026-06-01)`',
  fingerprint: fingerprint([MISSING_PROMISOR, question]),
});

/** That the question itself is a draft is nothing that an answer assumes. */
function asAsked(finding: Finding, question: readonly Deal[]): Finding {
  const asDraft = draftAssumption(question);
  return { ...finding, assumptions: finding.assumptions?.filter((one) => one !== asDraft) };
}

type Move = (span: Span) => Span;

/** What is reported in the question, with its places there. */
function moved<T extends Pick<Finding, 'file' | 'span' | 'fix'>>(reported: T, move: Move): T {
  const { file, span, fix } = reported;
  if (file !== PATH) return reported;
  const edits = fix?.edits.map((edit) => ({ ...edit, ...move(edit) }));
  return { ...reported, span: move(span), ...(fix && edits && { fix: { ...fix, edits } }) };
}

const movedWithClauses = (finding: Finding, move: Move): Finding => ({
  ...moved(finding, move),
  clauses: finding.clauses.map((clause) => (clause.file === PATH ? { ...clause, span: move(clause.span) } : clause)),
});
