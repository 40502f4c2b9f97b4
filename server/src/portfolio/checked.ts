import { type Docket, openDocket } from '../conflicts/docket.ts';
import type { Binder, BindOptions, Rebound } from '../model/bind.ts';
import { type Clause, clausesOf, type Model, type ParsedFile } from '../model/model.ts';
import { type Problem, problemsByFile } from '../model/problem.ts';
import { assumedDays } from '../model/timeline.ts';
import type { Finding } from '../rules/finding.ts';
import { type Incomparable, incomparableMinimums, minimumsAboveCap } from '../rules/minimum-above-cap.ts';
import { checkOverdueEvents } from '../rules/overdue-event.ts';
import { type CheckedQuotes, checkQuotes, type QuoteCounts, type QuotedPassage, sumOfCounts } from '../rules/quotes.ts';
import type { RuleContext } from '../rules/rule-context.ts';
import { parseDay } from '../terms/calendar.ts';
import type { CheckOptions } from './check.ts';
import { type Conclusions, NO_CONCLUSIONS, openConcluder } from './conclusions.ts';
import { openFindingList } from './finding-list.ts';
import { findingsOfFile, inOrder } from './finding-sources.ts';
import { scenarioOf } from './scenario.ts';
import { type StandingRule, standingGroups, standingRules } from './standing-rules.ts';

/** A portfolio whose findings are kept up with its deals. */
export interface Checked {
  readonly model: () => Model;
  readonly docket: Docket;
  /** In the order of a report. */
  readonly findingsIn: (path: string) => readonly Finding[];
  readonly findings: () => readonly Finding[];
  readonly filesWithFindings: () => Iterable<string>;
  readonly conclusions: () => Conclusions;
  readonly quoteCounts: () => QuoteCounts;
  /** The minimums of which nothing can be said beside a limit that they meet, by why that is. */
  readonly incomparable: () => ReadonlyMap<Incomparable, Set<Clause>>;
  /** The quotes of a file whose source is at hand. */
  readonly passagesIn: (path: string) => readonly QuotedPassage[];
  /**
   * Takes in what was bound again. Returns the files whose findings may be others now. Undefined where that reaches too far:
   * it is then of no more use, and all that is bound is to be checked again.
   */
  readonly update: (rebound: Rebound) => Set<string> | undefined;
  /** Looks again at the files whose deals name a source that is another now. Returns the same. */
  readonly updateSources: (isChanged: (source: string) => boolean) => Set<string>;
}

const NO_PROBLEMS: readonly Problem[] = [];

/** What binding is to know of how a portfolio is checked. */
export const bindOptions = ({ asOf }: CheckOptions): BindOptions => ({ asOf: parseDay(asOf) ?? 0 });

export function openChecked(binder: Binder, options: CheckOptions): Checked {
  const { asOf } = bindOptions(options);
  const scenario = scenarioOf(options.assume ?? {});
  const docket = openDocket(binder.model(), { asOf, scenario, reading: options.reading, tiedTo: binder.tiedTo });
  const contextNow = (): RuleContext => ({ model: binder.model(), docket, asOf });
  const rank = ranking(options);
  const found = openFindingList(rank);
  const concluded = openFindingList(rank);
  const concluder = openConcluder(scenario.size > 0);
  const minimums = standingGroups(minimumsAboveCap);
  const standing: readonly StandingRule[] = [...standingRules(), minimums];
  let vocabulary = problemsByFile(binder.model().vocabularyProblems);
  let overdue: readonly Finding[] = [];
  const ofFile = new Map<string, readonly Finding[]>();
  const quotes = new Map<string, CheckedQuotes>();
  let conclusions = NO_CONCLUSIONS;

  /** Returns the clauses of the file. */
  const checkFile = (context: RuleContext, file: ParsedFile): readonly Clause[] => {
    const deals = context.model.dealsIn(file.path);
    const clauses = clausesOf(deals);
    const checked = checkQuotes(clauses, options.readSource);
    const ofRules = findingsOfFile(context, deals, file, vocabulary.get(file.path) ?? NO_PROBLEMS);
    const findings = checked.findings.length === 0 ? ofRules : ofRules.concat(checked.findings);
    if (clauses.length > 0) quotes.set(file.path, checked);
    if (findings.length > 0) {
      ofFile.set(file.path, findings);
      found.add(findings);
    }
    concluder.takeIn(file.path, file.tree, context);
    return clauses;
  };
  const forgetFile = (path: string): void => {
    found.remove(ofFile.get(path) ?? []);
    ofFile.delete(path);
    quotes.delete(path);
  };
  const conclude = (context: RuleContext): void => {
    const before = conclusions;
    conclusions = concluder.conclude(context, found.all);
    if (before === conclusions) return;
    concluded.remove([...before.unused, ...before.unmet]);
    concluded.add([...conclusions.unused, ...conclusions.unmet]);
  };

  /** Draws the conclusions, and says which files may have other findings now, those given included. */
  const touchedBy = (context: RuleContext, files: Iterable<string>): Set<string> => {
    const before = conclusions.silenced;
    conclude(context);
    const silenced = [...before.keys(), ...conclusions.silenced.keys()].map(({ file }) => file);
    return new Set([...found.takeTouched(), ...concluded.takeTouched(), ...silenced, ...files]);
  };

  const lookForOverdue = (context: RuleContext): void => {
    found.remove(overdue);
    const assumed = assumedDays(scenario, context.model.terms);
    overdue = checkOverdueEvents(context, (event) => assumed(event) !== undefined);
    found.add(overdue);
  };
  /** Looks again at what is said of terms; returns the files in which that is, or was. */
  const lookAtVocabulary = (context: RuleContext): Iterable<string> => {
    const before = vocabulary;
    vocabulary = problemsByFile(context.model.vocabularyProblems);
    lookForOverdue(context);
    concluder.forget();
    return [...before.keys(), ...vocabulary.keys()];
  };

  const first = contextNow();
  lookForOverdue(first);
  // What is wrong in drafts is known once pairs have been looked for.
  docket.pairs();
  for (const file of binder.model().files) {
    const clauses = checkFile(first, file);
    for (const rule of standing) rule.takeIn(clauses);
  }
  for (const rule of standing) found.add(rule.first(first));
  conclude(first);

  const findingsIn = (path: string): Finding[] => {
    const own = [...found.in(path)].filter((finding) => !conclusions.silenced.has(finding));
    return [...own, ...concluded.in(path)].sort(inOrder);
  };
  return {
    model: binder.model,
    docket,
    findingsIn,
    findings: () => {
      const kept = [...found.all()].filter((finding) => !conclusions.silenced.has(finding));
      return [...kept, ...concluded.all()].sort(inOrder);
    },
    filesWithFindings: () => new Set([...found.files(), ...concluded.files()]),
    conclusions: () => conclusions,
    quoteCounts: () => sumOfCounts(quotes.values()),
    incomparable: () => {
      const found = new Map<Incomparable, Set<Clause>>();
      for (const { kind, duty } of incomparableMinimums(docket, minimums.groups()))
        found.set(kind, (found.get(kind) ?? new Set()).add(duty));
      return found;
    },
    passagesIn: (path) => quotes.get(path)?.passages ?? [],
    update: (rebound) => {
      const revision = docket.revise(rebound);
      if (!revision) return undefined;
      const context = contextNow();
      const { touched } = revision;
      const deals = { gone: [...rebound.gone, ...touched], fresh: [...rebound.fresh, ...touched] };
      for (const rule of standing) {
        const { gone, fresh } = rule.change(context, deals, revision);
        found.remove(gone);
        found.add(fresh);
      }
      const files = new Set([...rebound.files, ...touched.map(({ file }) => file)]);
      if (rebound.changedTerms) for (const path of lookAtVocabulary(context)) files.add(path);
      for (const path of files) forgetFile(path);
      for (const path of files) {
        const file = context.model.fileAt(path);
        if (file) checkFile(context, file);
        else concluder.takeIn(path, undefined, context);
      }
      return touchedBy(context, files);
    },
    updateSources: (isChanged) => {
      const context = contextNow();
      const { model } = context;
      const concerned = model.files.filter(({ path }) =>
        model.dealsIn(path).some(({ source }) => source !== undefined && isChanged(source)),
      );
      for (const file of concerned) {
        forgetFile(file.path);
        checkFile(context, file);
      }
      return touchedBy(context, []);
    },
  };
}

/** A finding as the configuration ranks it. */
const ranking =
  ({ rules }: CheckOptions) =>
  (finding: Finding): Finding | undefined => {
    const severity = rules?.[finding.rule];
    if (severity === undefined) return finding;
    return severity === 'off' ? undefined : { ...finding, severity };
  };
