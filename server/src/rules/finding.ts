import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

export type { Verdict } from '../conflicts/verdict.ts';

import type { Verdict } from '../conflicts/verdict.ts';
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A clause as a finding shows it: where it stands and the passage it annotates. */
export interface ClauseReference {
  /** `deal.label`, or `deal.kind` (`deal.kind#2`) where the clause has no label. */
  readonly name: string;
  /** Path relative to the portfolio's root, with `/`. */
  readonly file: string;
  /** The clause's name or kind: what an editor underlines. UTF-16 offsets. */
  readonly span: Span;
  /** The quoted passage, without `>` and locator; absent where the clause has none. */
  readonly quote?: string;
  readonly locator?: string;
}

/**
 * A stretch of days, both ends included, ISO 8601. An absent end is open. Where a day is not known, `fromText` says with what
 * it begins, or may begin later, and `untilText` what ends it, or may end it sooner.
 */
export interface WindowStretch {
  readonly from?: string;
  readonly fromText?: string;
  readonly until?: string;
  readonly untilText?: string;
}

/** The days on which two clauses collide: the first stretch of them, and those after an interruption. */
export interface Window extends WindowStretch {
  readonly again?: readonly WindowStretch[];
}

/** One concrete use that shows the finding true: a day, who does it, and one value for each dimension that matters. */
export interface Witness {
  readonly date: string;
  /** One sentence: "2026-02-27, OpenAI lets Amazon host stateful_runtime on Bedrock". */
  readonly text: string;
  /** Dimension to value, as in `{ scope: "stateful_runtime", cloud: "Bedrock" }`. */
  readonly values: Readonly<Record<string, string>>;
}

/** A fact nobody has stated that decides a *depends*, with one world of each kind. */
export interface DecidingFact {
  readonly kind:
    | 'event'
    | 'state'
    | 'renewal'
    | 'who'
    | 'membership'
    | 'affiliates'
    | 'uptake'
    | 'performance'
    | 'self'
    | 'standoff'
    | 'offer'
    | 'terms';
  /** The event's, state's, dimension's, term's or clause's name. */
  readonly name: string;
  /** "only if AGI comes after 2026-02-27". */
  readonly text: string;
  /** The settlement under which the promises collide, and the one under which they do not, in words. */
  readonly conflictWhen: string;
  readonly clearWhen: string;
  /** It decides only together with the others that say so. */
  readonly together?: boolean;
}

/** What a check found. Plain data: every reporter and editor feature reads this and nothing else. */
export interface Finding {
  readonly rule: string;
  /** Of a pair of clauses or of a legal rule; absent where the rule is about the text. */
  readonly verdict?: Verdict;
  readonly severity: Severity;
  readonly message: string;
  /** Where it is reported: path relative to the portfolio's root. */
  readonly file: string;
  readonly span: Span;
  /** The clauses it is about, the reported one first. */
  readonly clauses: readonly ClauseReference[];
  /** Other places that explain it (the first declaration of a name, the nearest passage of a source, …). */
  readonly related?: readonly { readonly file: string; readonly span: Span; readonly message: string }[];
  readonly window?: Window;
  /** The overlap lies wholly before `asOf`. */
  readonly past?: boolean;
  readonly witness?: Witness;
  readonly boundParty?: string;
  readonly mayObject?: readonly string[];
  readonly decidingFacts?: readonly DecidingFact[];
  /** What the verdict takes for granted: "`runtime` names no territory", "unless IPO happens (presumed no)". */
  readonly assumptions?: readonly string[];
  /** The verdict under each reading, "as written" first. */
  readonly verdictByReading?: Readonly<Record<string, Verdict>>;
  /** What would resolve it. */
  readonly help?: string;
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
  /** Stable across edits elsewhere in the file. Hexadecimal. */
  readonly fingerprint: string;
}
