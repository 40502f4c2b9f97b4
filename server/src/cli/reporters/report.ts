import type { ChangedSource, HashedSource } from '../../portfolio/baseline.ts';
import type { Summary } from '../../portfolio/check.ts';
import type { ClauseReference, Finding, Severity } from '../../rules/finding.ts';
import { createLineIndex, type LineIndex } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import type { Threshold } from '../options.ts';

/** What a reporter shows of a check. */
export interface Report {
  /** The folder of the portfolio as the user would write it here. Every `file` is relative to it. */
  readonly root: string;
  readonly asOf: string;
  readonly assume: Readonly<Record<string, string>>;
  readonly reading?: string;
  /** In the order to show them. */
  readonly findings: readonly Finding[];
  /** Of the whole portfolio, but `findings` counts what is reported. */
  readonly summary: Summary;
  /** Found as well, but not to be acted on; of what was asked for, in the order to show them. */
  readonly suppressed: readonly Suppressed[];
  /** From which severity on findings fail the check. */
  readonly failOn: Threshold;
  /** What the configuration says of rules. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** The paths the findings were asked for, relative to the root; empty: all. */
  readonly selection: readonly string[];
  readonly baseline?: {
    readonly file: string;
    readonly known: number;
    readonly gone: number;
    /** Absent where the baseline keeps no sources. */
    readonly changedSources?: readonly ChangedSource[];
  };
  readonly texts: Texts;
  /** The contracts that quotes were looked for in, in the order of their paths. */
  readonly sources: readonly HashedSource[];
  /** The deals' own files, in the order of their paths. */
  readonly files: readonly HashedSource[];
  /** Where the passages of a clause stand in its contract; of those that were found there. */
  readonly passagesOf: (clause: ClauseReference) => readonly PassagePlace[];
  /** What was checked, in the order of the texts. */
  readonly clauses: () => readonly { readonly name: string; readonly file: string; readonly span: Span }[];
  readonly expectations: () => readonly { readonly file: string; readonly span: Span }[];
}

/** A finding that is not reported as one: silenced in the deals, or known to a baseline. */
export interface Suppressed {
  readonly finding: Finding;
  readonly by: 'comment' | 'baseline';
  readonly reason: string;
}

/** One piece of a passage in a contract. */
export interface PassagePlace {
  /** The contract, relative to the root. */
  readonly file: string;
  readonly span: Span;
  /** `§2.1 on page 12`, as far as it is known. */
  readonly name?: string;
}

/** The texts that findings point into, by path relative to the root. */
export interface Texts {
  readonly text: (file: string) => string | undefined;
  /** Made when first asked for. */
  readonly lines: (file: string) => LineIndex | undefined;
  /** The file as the user would write it here. */
  readonly shownAs: (file: string) => string;
  /** Whether the text was taken out of the file, so that lines and columns in it are of no use to anybody. */
  readonly isTakenOut: (file: string) => boolean;
}

/** `root` is the folder of the portfolio as the user would write it here. */
export function textsOf(
  root: string,
  read: (file: string) => string | undefined,
  isTakenOut: Texts['isTakenOut'] = () => false,
): Texts {
  const indexes = new Map<string, LineIndex>();
  return {
    text: read,
    isTakenOut,
    shownAs: (file) => (root === '.' ? file : `${root}/${file}`),
    lines: (file) => {
      const known = indexes.get(file);
      if (known !== undefined) return known;
      const text = read(file);
      if (text === undefined) return undefined;
      const made = createLineIndex(text);
      indexes.set(file, made);
      return made;
    },
  };
}

export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
