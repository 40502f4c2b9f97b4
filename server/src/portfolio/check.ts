import type { Docket } from '../conflicts/docket.ts';
import { once } from '../conflicts/once.ts';
import type { PairVerdict } from '../conflicts/pair.ts';
import { openBinder } from '../model/bind.ts';
import { type Model, onlyRecords, type ParsedFile } from '../model/model.ts';
import type { Finding, Severity } from '../rules/finding.ts';
import { WHY_INCOMPARABLE } from '../rules/minimum-above-cap.ts';
import { hasQuotes, type QuotedPassage, type SourceReader } from '../rules/quotes.ts';
import { bindOptions, type Checked, openChecked } from './checked.ts';
import { inOrder } from './finding-sources.ts';
import { parseFiles } from './parse-files.ts';

/** One `.deal` file of a portfolio. */
export interface PortfolioFile {
  /** Relative to the portfolio's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

export type { SourceUnavailable } from '../evidence/read-source-file.ts';

export interface CheckOptions {
  /** ISO 8601. Undated events have not happened up to this day. */
  readonly asOf: string;
  /** Event name to ISO 8601 date (or `never`): a scenario. */
  readonly assume?: Readonly<Record<string, string>>;
  /** Judge under this reading alone. */
  readonly reading?: string;
  /** Severity per rule; `off` silences the rule. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** A contract, by path relative to the portfolio's root; absent: quotes are not verified. */
  readonly readSource?: SourceReader;
}

export interface Unchecked {
  /** "clauses that only record", "quotes without a source", "pairs too complex", … */
  readonly what: string;
  readonly count: number;
  readonly why: string;
  /** The first hundred names of those counted. Absent where only their number matters. */
  readonly which?: readonly string[];
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
  /** What is no finding because the deals silence it, in the same order. */
  readonly silenced: readonly SilencedFinding[];
  readonly summary: Summary;
  readonly model: Model;
  /** Every quote whose source is at hand, with where it was found. */
  readonly passages: readonly QuotedPassage[];
}

export interface SilencedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

/** A checked portfolio, with what an editor asks about beside its findings. Immutable. */
export interface Analysis extends CheckResult {
  readonly docket: Docket;
  /** Every pair that is not clear. */
  readonly pairs: readonly PairVerdict[];
  /** The quotes of one `.deal` file. */
  readonly passagesIn: (path: string) => readonly QuotedPassage[];
  readonly options: CheckOptions;
}

/** Checks a whole portfolio. Pure: reads nothing but its arguments; never throws on bad input. */
export function checkPortfolio(files: Iterable<PortfolioFile>, options: CheckOptions): CheckResult {
  return analyse(parseFiles(files), options);
}

/** The same for trees at hand. */
export const analyse = (files: readonly ParsedFile[], options: CheckOptions): Analysis =>
  analysisOf(openChecked(openBinder(inPathOrder(files), bindOptions(options)), options), options);

/** The files in the order in which they are bound: of two declarations of one name, the first counts. */
export const inPathOrder = (files: readonly ParsedFile[]): readonly ParsedFile[] =>
  [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));

/** What is known of a checked portfolio now. What is asked for is worked out once, when it is. */
export function analysisOf(checked: Checked, options: CheckOptions): Analysis {
  const { docket } = checked;
  const model = checked.model();
  const pairs = once(() => docket.pairs().pairs);
  const passages = once(() => model.files.flatMap(({ path }) => checked.passagesIn(path)));
  const findings = once(checked.findings);
  const silenced = once(() =>
    [...checked.conclusions().silenced]
      .map(([finding, reason]) => ({ finding, reason }))
      .sort((a, b) => inOrder(a.finding, b.finding)),
  );
  const summary = once(() => summaryOf(checked, model, findings()));
  return {
    model,
    docket,
    options,
    get pairs() {
      return pairs();
    },
    get passages() {
      return passages();
    },
    passagesIn: checked.passagesIn,
    get findings() {
      return findings();
    },
    get silenced() {
      return silenced();
    },
    get summary() {
      return summary();
    },
  };
}

function summaryOf(checked: Checked, model: Model, findings: readonly Finding[]): Summary {
  const { silenced, idle, unmet, expectations, notAsked } = checked.conclusions();
  const quotes = checked.quoteCounts();
  const { deals } = model;
  return {
    files: model.files.length,
    deals: deals.length,
    clauses: deals.reduce((count, { clauses }) => count + clauses.length, 0),
    quotes,
    expectations: { held: expectations - unmet.length - notAsked, unmet: unmet.length },
    findings: countBySeverity(findings),
    silenced: silenced.size,
    notChecked: uncheckedIn(checked, { unverified: quotes.unverified, notAsked, idle }, findings),
  };
}

function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

const MOST_NAMED = 100;

function uncheckedIn(
  checked: Checked,
  counted: { readonly unverified: number; readonly notAsked: number; readonly idle: number },
  findings: readonly Finding[],
): Unchecked[] {
  const { docket } = checked;
  const { model } = docket;
  let recording = 0;
  let broken = 0;
  let unquoted = 0;
  const someUnquoted: string[] = [];
  const tranche = model.kinds.get('tranche');
  const apart: string[] = [];
  for (const { clauses } of model.deals) {
    for (const clause of clauses) {
      if (onlyRecords(clause.kind)) recording++;
      if (docket.isBroken(clause)) broken++;
      if (clause.kind === tranche && !clause.parent) apart.push(clause.name);
      if (hasQuotes(clause)) continue;
      unquoted++;
      if (someUnquoted.length < MOST_NAMED) someUnquoted.push(clause.name);
    }
  }
  const ofUnknownKind = model.deals.flatMap((deal) => deal.ofUnknownKind);
  const contradictory = model.readings.flatMap(({ name, isContradictory }) => (isContradictory ? [name] : []));
  const notYet = model.deals.filter((deal) => deal.notYet);
  const isOnlyAmended = notYet.some(({ signed }) => signed === undefined || signed <= docket.lenses[0].asOf);
  const complex = findings.filter(({ rule }) => rule === 'not-checked').length;
  const rows: readonly Unchecked[] = [
    { what: 'clauses that only record', count: recording, why: 'they state a fact and cover no uses' },
    { what: 'clauses with an error', count: broken, why: 'what they say is not certain until the error is mended' },
    {
      what: 'clauses of an unknown kind',
      count: ofUnknownKind.length,
      why: 'nobody has said what such a clause does',
      which: ofUnknownKind.slice(0, MOST_NAMED),
    },
    {
      what: 'clauses without a quote',
      count: unquoted,
      why: 'nothing ties them to the words of a contract',
      which: someUnquoted,
    },
    {
      what: 'quotes not verified',
      count: counted.unverified,
      why: 'their deal names no source, or the source could not be read',
    },
    {
      what: 'readings',
      count: contradictory.length,
      why: 'they contradict the terms, or themselves, until that is mended',
      which: contradictory,
    },
    {
      what: 'deals with a name that another has',
      count: model.secondDeals.length,
      why: 'of several deals of one name only the first is read',
      which: model.secondDeals.slice(0, MOST_NAMED),
    },
    {
      what: 'deals not yet signed',
      count: notYet.length,
      why: `they${isOnlyAmended ? ', or what they amend,' : ''} are signed after the day of this check`,
    },
    {
      what: 'expectations',
      count: counted.notAsked,
      why: 'they rest on readings that this check does not look at',
    },
    {
      what: 'silencings that match nothing here',
      count: counted.idle,
      why: 'what they silence may be found where nothing is assumed and all readings are looked at',
    },
    ...uncomparedIn(checked),
    {
      what: 'tranches in no clause',
      count: apart.length,
      why: 'there is no amount that they are to add up to',
      which: apart.slice(0, MOST_NAMED),
    },
    { what: 'pairs too complex', count: complex, why: 'too many exceptions and open questions meet in them' },
    {
      what: 'near misses of parties with very many clauses',
      count: docket.pairs().neighboursLeftOut ? 1 : 0,
      why: 'their number grows with the square of the clauses',
    },
  ];
  return rows.filter(({ count }) => count > 0);
}

function uncomparedIn({ incomparable }: Checked): Unchecked[] {
  return [...incomparable()].map(([kind, minimums]) => ({
    what: 'minimums beside a limit',
    count: minimums.size,
    why: WHY_INCOMPARABLE[kind],
    which: [...minimums].slice(0, MOST_NAMED).map(({ name }) => name),
  }));
}
