import { childOfKind, childrenOf, kindOf, type NodeIndex, NodeKind, nextOf, type Tree } from '../syntax/tree.ts';
import { nameText, pathText } from '../syntax/values.ts';
import type { TermId } from '../terms/set-expression.ts';
import { type BindDealsOptions, bindDeal, type DealDraft, UNDER_WAY } from './bind-deals.ts';
import { referencesOf } from './bound-clause.ts';
import { type BindContext, type FileContext, placeOf, report, spanOf } from './context.ts';
import { amends, type Deal, type Expectation } from './model.ts';
import { type Problem, problemsByFile } from './problem.ts';
import { eachChild, eachTopLevel } from './walk.ts';

/** What binding the deals of one file gave. */
export interface BoundFile {
  readonly tree: Tree;
  readonly deals: readonly Deal[];
  /** The names of deals that another has already: these are not bound. */
  readonly seconds: readonly string[];
  readonly expectations: readonly Expectation[];
  readonly problems: readonly Problem[];
  /** Built-in terms that are known only because deals name them: those that its deals name, once for each deal. */
  readonly late: readonly TermId[];
}

/** What a binder holds. */
export interface Parts {
  context: BindContext;
  readonly options: BindDealsOptions;
  readonly scopes: Map<string, readonly string[]>;
  readonly dealCount: { value: number };
  readonly deals: Map<string, Deal>;
  /** By path. */
  readonly bound: Map<string, BoundFile>;
  /** The paths of those with deals that amend others. */
  readonly amending: Set<string>;
}

/** The deals of files. */
export interface CollectedDeals {
  /** By name, in the order of the files; of two of one name, the first. */
  readonly drafts: ReadonlyMap<string, DealDraft>;
  readonly seconds: readonly SecondDeal[];
}

/** A deal of a name that another has already. */
interface SecondDeal {
  readonly file: FileContext;
  readonly nameNode: NodeIndex;
  readonly first: DealDraft;
}

export function collectDeals(files: readonly FileContext[]): CollectedDeals {
  const drafts = new Map<string, DealDraft>();
  const seconds: SecondDeal[] = [];
  eachTopLevel(files, NodeKind.Deal, (file, node) => {
    const { tree } = file;
    let nameNode = -1;
    let hasTerms = false;
    let isAmending = false;
    for (let child = node + 1, end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
      const kind = kindOf(tree, child);
      if (kind === NodeKind.Name && nameNode < 0) nameNode = child;
      else if (kind === NodeKind.TermDeclaration) hasTerms = true;
      else if (kind === NodeKind.Amends) isAmending = true;
    }
    if (nameNode < 0) return;
    const name = nameText(tree, nameNode);
    const first = drafts.get(name);
    if (first) seconds.push({ file, nameNode, first });
    else drafts.set(name, { file, node, name, hasTerms, isAmending, bound: undefined, late: NO_TERMS });
  });
  return { drafts, seconds };
}

/** Those that declare terms of their own. */
export const withOwnTerms = (drafts: ReadonlyMap<string, DealDraft>): Map<string, DealDraft> =>
  new Map([...drafts].filter(([, { hasTerms }]) => hasTerms));

/** Whether anything that could be read stands in a file but deals and what is expected of them. */
export function hasVocabulary({ tree }: FileContext): boolean {
  for (let child = 1, end = nextOf(tree, 0); child < end; child = nextOf(tree, child)) {
    const kind = kindOf(tree, child);
    if (kind !== NodeKind.Deal && kind !== NodeKind.Expectation && kind !== NodeKind.Skipped) return true;
  }
  return false;
}

function reportSecondDeals(context: BindContext, seconds: readonly SecondDeal[]): void {
  for (const { file, nameNode, first } of seconds) {
    const related = placeOf(first.file, childOfKind(first.file.tree, first.node, NodeKind.Name));
    report(context, file, nameNode, 'duplicate-name', `the deal \`${first.name}\` is declared twice`, {
      help: 'give one of them another name',
      related: [{ ...related, message: 'declared here first' }],
    });
  }
}

/** For each deal, the deals whose own terms it sees: itself, then what it amends, nearest first. Only deals that see any. */
export function scopesOf(drafts: ReadonlyMap<string, DealDraft>): Map<string, readonly string[]> {
  const withTerms = withOwnTerms(drafts);
  const scopes = new Map<string, readonly string[]>();
  if (withTerms.size === 0) return scopes;
  for (const [name, { hasTerms, isAmending }] of drafts) {
    if (!hasTerms && !isAmending) continue;
    const chain = new Set<string>();
    const pending = [name];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const draft = drafts.get(next);
      if (!draft || chain.has(next)) continue;
      chain.add(next);
      pending.push(...referencesOf(draft.file, draft.node, NodeKind.Amends).map((reference) => reference.path));
    }
    const seen = [...chain].filter((one) => withTerms.has(one));
    if (seen.length > 0) scopes.set(name, seen);
  }
  return scopes;
}

/** Binds the deals of files that no deal ties to others, and everything else in them that is not vocabulary. */
export function bindFiles(
  parts: Parts,
  files: readonly FileContext[],
  { drafts, seconds }: CollectedDeals,
): readonly Deal[] {
  const { context } = parts;
  context.problems.length = context.lateNamed.length = 0;
  reportSecondDeals(context, seconds);
  const deals = bindDeals(parts, drafts);
  for (const deal of deals) parts.deals.set(deal.name, deal);
  const problemsOf = problemsByFile(context.problems);
  const left = drafts.values();
  let next = left.next().value;
  for (const file of files) {
    let own: Deal[] | undefined;
    let late = NO_TERMS;
    for (; next?.file === file; next = left.next().value) {
      // Most files have one: its list takes no more room than that.
      if (typeof next.bound === 'object' && !own) own = [next.bound];
      else if (typeof next.bound === 'object') own?.push(next.bound);
      if (next.late.length > 0) late = late.concat(next.late);
    }
    const problems = problemsOf.get(file.path) ?? NO_PROBLEMS;
    keepBound(parts, file, inOrderOfBinding(own ?? []), namesIn(file, seconds), problems, late);
  }
  return deals;
}

function keepBound(
  parts: Parts,
  file: FileContext,
  deals: readonly Deal[],
  seconds: readonly string[],
  problems: readonly Problem[],
  late: readonly TermId[],
): void {
  const { path, tree } = file;
  parts.bound.set(path, { tree, deals, seconds, expectations: bindExpectations(file), problems, late });
  if (deals.some(amends)) parts.amending.add(path);
  else parts.amending.delete(path);
}

const namesIn = (file: FileContext, seconds: readonly SecondDeal[]): readonly string[] =>
  seconds.length === 0
    ? NO_NAMES
    : seconds.flatMap((second) => (second.file === file ? [second.first.name] : NO_NAMES));

const NO_NAMES: readonly string[] = [];
const NO_DEALS: readonly Deal[] = [];
const NO_TERMS: readonly TermId[] = [];
const NO_PROBLEMS: readonly Problem[] = [];

function inOrderOfBinding(deals: Deal[]): readonly Deal[] {
  return deals.length < 2 ? deals : deals.sort((a, b) => a.index - b.index);
}

/** In the order of the files, but what a deal amends before it. */
function bindDeals(parts: Parts, drafts: ReadonlyMap<string, DealDraft>): readonly Deal[] {
  const { context, scopes, dealCount, options } = parts;
  const deals: Deal[] = [];
  const visit = (draft: DealDraft): Deal | undefined => {
    if (draft.bound !== undefined) return draft.bound === UNDER_WAY ? undefined : draft.bound;
    draft.bound = UNDER_WAY;
    const amended = amendedBy(draft);
    const deal = bindDeal(context, draft, dealCount.value++, amended, scopes.get(draft.name) ?? NO_SCOPES, options);
    draft.bound = deal;
    draft.late = takeLateNamed(context);
    deals.push(deal);
    return deal;
  };
  /** All that it amends is bound before it. */
  const amendedBy = ({ file, node, isAmending }: DealDraft): readonly Deal[] => {
    if (!isAmending) return NO_DEALS;
    return referencesOf(file, node, NodeKind.Amends).flatMap(({ path }) => {
      const amended = drafts.get(path);
      return (amended && visit(amended)) ?? [];
    });
  };
  for (const draft of drafts.values()) visit(draft);
  return deals;
}

function takeLateNamed({ lateNamed }: BindContext): readonly TermId[] {
  return lateNamed.length === 0 ? NO_TERMS : lateNamed.splice(0);
}

export const NO_SCOPES: readonly string[] = [];
const NO_EXPECTATIONS: readonly Expectation[] = [];

const VERDICTS = new Map<NodeKind, Expectation['verdict']>([
  [NodeKind.VerdictConflict, 'conflict'],
  [NodeKind.VerdictDisputed, 'disputed'],
  [NodeKind.VerdictDepends, 'depends'],
  [NodeKind.VerdictNearMiss, 'near miss'],
  [NodeKind.VerdictClear, 'clear'],
]);

function bindExpectations(file: FileContext): readonly Expectation[] {
  if (childOfKind(file.tree, 0, NodeKind.Expectation) < 0) return NO_EXPECTATIONS;
  const found: Expectation[] = [];
  eachChild(file.tree, 0, NodeKind.Expectation, (node) => {
    const { tree } = file;
    const children = childrenOf(tree, node);
    const verdict = children.map((child) => VERDICTS.get(kindOf(tree, child))).find((one) => one !== undefined);
    const reference = (child: NodeIndex) => ({
      path: kindOf(tree, child) === NodeKind.Name ? nameText(tree, child) : pathText(tree, child),
      span: spanOf(tree, child),
    });
    const paths = children.filter((child) => kindOf(tree, child) === NodeKind.Path).map(reference);
    const reading = children.filter((child) => kindOf(tree, child) === NodeKind.Name).map(reference);
    // One that is missing has been reported.
    if ([...paths, ...reading].some(({ path }) => path === '')) return;
    if (!verdict || paths.length === 0 || (paths.length < 2 && verdict !== 'clear')) return;
    found.push({
      verdict,
      file: file.path,
      span: spanOf(tree, node),
      first: paths[0],
      second: paths[1],
      reading: reading[0],
    });
  });
  return found;
}
