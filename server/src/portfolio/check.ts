import type { Finding, Severity, Verdict } from '../rules/finding.ts';

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

/** Checks a whole portfolio. Pure: reads nothing but its arguments; never throws on bad input. */
export function checkPortfolio(_files: Iterable<PortfolioFile>, _options: CheckOptions): CheckResult {
  throw new Error('not built yet');
}

export interface Answer {
  /** The verdict of granting the hypothetical clause: the worst of its findings. */
  readonly verdict: Verdict;
  /** What stands in the way, or the errors of the question itself. */
  readonly findings: readonly Finding[];
  /** Problems of the question's own text: spans are offsets into the question. */
  readonly problems: readonly Finding[];
}

/** Judges a hypothetical clause, `host(by=OpenAI, to=Contoso, …)`, against a portfolio. Undeclared names are fresh terms. */
export function askPortfolio(_files: Iterable<PortfolioFile>, _question: string, _options: CheckOptions): Answer {
  throw new Error('not built yet');
}
