import { type Docket, openDocket } from '../conflicts/docket.ts';
import type { PairVerdict } from '../conflicts/pair.ts';
import { bind } from '../model/bind.ts';
import type { Model, ParsedFile } from '../model/model.ts';
import type { Problem } from '../model/problem.ts';
import { checkReferences } from '../model/references.ts';
import { checkChainOfTitle } from '../rules/chain-of-title.ts';
import { checkDeadClauses } from '../rules/dead-clause.ts';
import { checkExpectations } from '../rules/expectations.ts';
import type { Finding, Severity } from '../rules/finding.ts';
import { fingerprint } from '../rules/fingerprint.ts';
import { applyIgnores } from '../rules/ignores.ts';
import { checkMinimums } from '../rules/minimum-above-cap.ts';
import { checkOverdueEvents } from '../rules/overdue-event.ts';
import { pairFinding } from '../rules/pair-finding.ts';
import { checkQuotes, quotesIn } from '../rules/quotes.ts';
import type { RuleContext } from '../rules/rule-context.ts';
import { checkShares } from '../rules/share-above-whole.ts';
import { checkTrancheSums } from '../rules/tranche-sum.ts';
import { parse } from '../syntax/parser.ts';
import { NEVER, parseDay } from '../terms/calendar.ts';

/** One `.deal` file of a portfolio. */
export interface PortfolioFile {
  /** Relative to the portfolio's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** What a source's text was asked for and could not be given. */
export interface SourceUnavailable {
  readonly unavailable: string;
}

export interface CheckOptions {
  /** ISO 8601. Undated events have not happened up to this day. */
  readonly asOf: string;
  /** Event name to ISO 8601 date (or `never`): a scenario. */
  readonly assume?: Readonly<Record<string, string>>;
  /** Judge under this reading alone. */
  readonly reading?: string;
  /** Severity per rule; `off` silences the rule. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** The text of a contract, by path relative to the portfolio's root; absent: quotes are not verified. */
  readonly readSource?: (path: string) => string | SourceUnavailable;
}

export interface Unchecked {
  /** "clauses that only record", "quotes without a source", "pairs too complex", … */
  readonly what: string;
  readonly count: number;
  readonly why: string;
}

export interface Summary {
  readonly files: number;
  readonly deals: number;
  readonly clauses: number;
  readonly quotes: {
    readonly verified: number;
    readonly ambiguous: number;
    readonly missing: number;
    readonly unverified: number;
  };
  readonly expectations: { readonly held: number; readonly unmet: number };
  readonly findings: Readonly<Record<Severity, number>>;
  readonly silenced: number;
  readonly notChecked: readonly Unchecked[];
}

export interface CheckResult {
  /** In a stable order: by severity, then file, offset and rule. */
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

/** A checked portfolio, with what an editor asks about beside its findings. Immutable. */
export interface Analysis extends CheckResult {
  readonly model: Model;
  readonly docket: Docket;
  /** Every pair that is not clear. */
  readonly pairs: readonly PairVerdict[];
  readonly options: CheckOptions;
}

/** Checks a whole portfolio. Pure: reads nothing but its arguments; never throws on bad input. */
export function checkPortfolio(files: Iterable<PortfolioFile>, options: CheckOptions): CheckResult {
  const parsed: ParsedFile[] = [];
  for (const { path, text } of files) parsed.push({ path, tree: parse(text) });
  return analyse(parsed, options);
}

/** The same for trees at hand. */
export function analyse(files: readonly ParsedFile[], options: CheckOptions): Analysis {
  const asOf = parseDay(options.asOf) ?? 0;
  const model = bind(files, { asOf });
  const problems: Problem[] = [...model.problems];
  const scenario = scenarioOf(options.assume ?? {});
  const docket = openDocket(model, {
    asOf,
    scenario,
    reading: options.reading,
    report: (problem) => problems.push(problem),
  });
  const context: RuleContext = { model, docket, asOf };
  const { pairs, neighboursLeftOut } = docket.pairs();
  problems.push(...checkReferences(model));
  const quotes = checkQuotes(model, options.readSource);
  const found: Finding[] = [
    ...syntaxFindings(files),
    ...distinctProblems(problems).map(problemFinding),
    ...pairs.flatMap((pair) => pairFinding(pair) ?? []),
    ...checkShares(context),
    ...checkTrancheSums(context),
    ...checkMinimums(context),
    ...checkChainOfTitle(context),
    ...checkDeadClauses(context),
    ...checkOverdueEvents(context, (event) => scenario.has(event)),
    ...quotes.findings,
  ];
  const ranked = withSeverities(found, options.rules);
  const { kept, silenced } = applyIgnores(model, ranked);
  const expectations = checkExpectations(context, kept);
  const findings = [...kept, ...withSeverities(expectations.findings, options.rules)].sort(inOrder);
  return {
    model,
    docket,
    pairs,
    options,
    findings,
    summary: {
      files: files.length,
      deals: model.deals.length,
      clauses: model.clauses.length,
      quotes: quotes.counts,
      expectations: { held: expectations.held, unmet: expectations.findings.length },
      findings: countBySeverity(findings),
      silenced,
      notChecked: uncheckedIn(docket, quotes.counts.unverified, neighboursLeftOut, findings),
    },
  };
}

export function scenarioOf(assume: Readonly<Record<string, string>>): Map<string, number> {
  const scenario = new Map<string, number>();
  for (const [event, date] of Object.entries(assume)) {
    const day = date === 'never' ? NEVER : parseDay(date);
    if (day !== undefined) scenario.set(event, day);
  }
  return scenario;
}

export function syntaxFindings(files: readonly ParsedFile[]): Finding[] {
  return files.flatMap(({ path, tree }) =>
    tree.problems.map((problem): Finding => {
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
    }),
  );
}

/** A draft is bound once and looked at several times: each of its problems counts once. */
export function distinctProblems(problems: readonly Problem[]): Problem[] {
  const seen = new Map<string, Problem>();
  for (const problem of problems) {
    const key = `${problem.file} ${problem.span.start} ${problem.span.end} ${problem.rule} ${problem.message}`;
    if (!seen.has(key)) seen.set(key, problem);
  }
  return [...seen.values()];
}

export const problemFinding = (problem: Problem): Finding => ({
  ...problem,
  clauses: [],
  fingerprint: fingerprint([problem.rule, problem.file, problem.message]),
});

function withSeverities(findings: readonly Finding[], rules: CheckOptions['rules']): Finding[] {
  if (!rules) return [...findings];
  return findings.flatMap((finding) => {
    const severity = rules[finding.rule];
    if (severity === undefined) return [finding];
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
}

const ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export const inOrder = (a: Finding, b: Finding): number =>
  ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) ||
  compare(a.file, b.file) ||
  a.span.start - b.span.start ||
  compare(a.rule, b.rule) ||
  compare(a.fingerprint, b.fingerprint);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function uncheckedIn(
  docket: Docket,
  unverified: number,
  neighboursLeftOut: boolean,
  findings: readonly Finding[],
): Unchecked[] {
  const { model } = docket;
  const recording = model.clauses.filter(({ kind }) => kind.effects.every((effect) => effect === 'records')).length;
  const broken = model.clauses.filter(docket.isBroken).length;
  const unquoted = model.clauses.filter((clause) => quotesIn(clause) === 0).length;
  const notYet = model.deals.filter((deal) => deal.notYet).length;
  const complex = findings.filter(({ rule }) => rule === 'not-checked').length;
  const rows: readonly Unchecked[] = [
    { what: 'clauses that only record', count: recording, why: 'they state a fact and cover no uses' },
    { what: 'clauses with an error', count: broken, why: 'what they say is not certain until the error is mended' },
    { what: 'clauses without a quote', count: unquoted, why: 'nothing ties them to the words of a contract' },
    {
      what: 'quotes not verified',
      count: unverified,
      why: 'their deal names no source, or the source could not be read',
    },
    { what: 'deals not yet signed', count: notYet, why: 'they are signed after the day of this check' },
    { what: 'pairs too complex', count: complex, why: 'too many exceptions and open questions meet in them' },
    {
      what: 'near misses of parties with very many clauses',
      count: neighboursLeftOut ? 1 : 0,
      why: 'their number grows with the square of the clauses',
    },
  ];
  return rows.filter(({ count }) => count > 0);
}
