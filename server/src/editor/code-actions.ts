import type { PairVerdict } from '../conflicts/pair.ts';
import type { Clause } from '../model/model.ts';
import type { Analysis } from '../portfolio/check.ts';
import type { Finding } from '../rules/finding.ts';
import { endOf, startOf } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { ownFix, similarNames } from './actions/apply-fix.ts';
import { asciiThroughout } from './actions/ascii-punctuation.ts';
import type { CodeAction } from './actions/code-action.ts';
import { correctExpectation } from './actions/correct-expectation.ts';
import { declareName } from './actions/declare-name.ts';
import { locators } from './actions/fix-quote.ts';
import { pairActions } from './actions/resolve-pair.ts';
import { silence, withoutSilence } from './actions/silence.ts';

export type { CodeAction, CodeActionKind, NewFile } from './actions/code-action.ts';

export interface CodeActionOptions {
  /** Only actions of these kinds and of those within them: `source` takes in `source.fixAll`. */
  readonly only?: readonly string[];
}

/**
 * What can be done about a stretch of a file: about what is reported there, and about whatever the clauses there take part
 * in. The most likely come first.
 */
export function codeActions(
  analysis: Analysis,
  path: string,
  span: Span,
  options: CodeActionOptions = {},
): readonly CodeAction[] {
  const file = analysis.model.fileAt(path);
  if (!file) return [];
  const { only } = options;
  const wants = (kind: string): boolean => only === undefined || only.some((one) => isWithin(kind, one));
  const fixes = wants('quickfix') ? quickFixes(analysis, path, span) : [];
  const isAsked = only !== undefined || fixes.some(({ finding }) => finding?.rule === 'ascii-punctuation');
  const throughout = wants('source.fixAll') && isAsked ? asciiThroughout(file) : [];
  return [...distinct(fixes), ...throughout];
}

const isWithin = (kind: string, wanted: string): boolean => kind === wanted || kind.startsWith(`${wanted}.`);

function quickFixes(analysis: Analysis, path: string, span: Span): CodeAction[] {
  const clauses = clausesAt(analysis, path, span);
  const named = new Set(clauses.map(({ name }) => name));
  const concerns = (finding: Finding): boolean =>
    (finding.file === path && touches(finding.span, span)) || finding.clauses.some(({ name }) => named.has(name));
  const found = analysis.findings.filter(concerns);
  return [
    ...found.flatMap((finding) => textActions(analysis, finding)),
    ...found.flatMap((finding) => promiseActions(analysis, finding, clauses)),
    ...found.flatMap((finding) => silences(analysis, finding, clauses, path)),
  ];
}

const touches = (a: Span, b: Span): boolean => a.start <= b.end && a.end >= b.start;

/** What mends how something is written. */
const textActions = (analysis: Analysis, finding: Finding): CodeAction[] => [
  ...ownFix(finding),
  ...similarNames(analysis, finding),
  ...declareName(analysis, finding),
  ...locators(analysis, finding),
  ...correctExpectation(analysis, finding),
  ...withoutSilence(analysis, finding),
];

/** What changes what somebody promises. */
function promiseActions(analysis: Analysis, finding: Finding, clauses: readonly Clause[]): CodeAction[] {
  const pair = pairOf(analysis, finding);
  if (!pair) return [];
  const here = clauses.find((clause) => clause === pair.deal || clause === pair.restraint) ?? pair.deal;
  return pairActions(analysis, finding, pair, here);
}

function pairOf({ pairs }: Analysis, { verdict, clauses }: Finding): PairVerdict | undefined {
  if (verdict === undefined || clauses.length !== 2) return undefined;
  return pairs.find(({ deal, restraint }) => deal.name === clauses[0].name && restraint.name === clauses[1].name);
}

function silences(analysis: Analysis, finding: Finding, clauses: readonly Clause[], path: string): CodeAction[] {
  const isMeant = (clause: Clause): boolean => finding.clauses.some(({ name }) => name === clause.name);
  const clause = clauses.find(isMeant) ?? analysis.model.clauses.find((one) => one.deal.file === path && isMeant(one));
  return clause ? silence(analysis, finding, clause) : [];
}

/** The clauses that a stretch touches; of clauses within each other, the innermost. */
function clausesAt({ model }: Analysis, path: string, span: Span): Clause[] {
  const found = model.clauses.filter(
    ({ deal, node }) =>
      deal.file === path && touches({ start: startOf(deal.tree, node), end: endOf(deal.tree, node) }, span),
  );
  const outer = new Set(found.map(({ parent }) => parent));
  return found.filter((clause) => !outer.has(clause));
}

/** Several findings can have one and the same fix. */
function distinct(actions: readonly CodeAction[]): CodeAction[] {
  const seen = new Set<string>();
  return actions.filter(({ title, edits, creates }) => {
    const key = JSON.stringify([title, edits, creates]);
    return !seen.has(key) && seen.add(key);
  });
}
