import { childOfKind, childrenOf, kindOf, type NodeIndex, NodeKind, type Tree } from '../syntax/tree.ts';
import { nameText, pathText } from '../syntax/values.ts';
import type { TermId } from '../terms/set-expression.ts';
import { type BindDealsOptions, bindDeal, type DealDraft, referencesOf } from './bind-deals.ts';
import { type BindContext, type FileContext, placeOf, report, spanOf } from './context.ts';
import { amends, type Deal, type Expectation } from './model.ts';
import type { Problem } from './problem.ts';
import { eachChild, eachTopLevel } from './walk.ts';

/** What binding the deals of one file gave. */
export interface BoundFile {
  readonly tree: Tree;
  readonly deals: readonly Deal[];
  readonly expectations: readonly Expectation[];
  readonly problems: readonly Problem[];
  /** Built-in territories that are known only because deals name them, and this file does. */
  readonly late: ReadonlySet<TermId>;
}

/** What a binder holds. */
export interface Parts {
  readonly context: BindContext;
  readonly options: BindDealsOptions;
  readonly scopes: Map<string, readonly string[]>;
  readonly dealCount: { value: number };
  readonly deals: Map<string, Deal>;
  /** By path. */
  readonly bound: Map<string, BoundFile>;
  /** The paths of those with deals that amend others. */
  readonly amending: Set<string>;
}

/** The deals by name; of two of one name, the first. */
export function collectDeals(files: readonly FileContext[]): Map<string, DealDraft> {
  const drafts = new Map<string, DealDraft>();
  eachTopLevel(files, NodeKind.Deal, (file, node) => {
    const nameNode = childOfKind(file.tree, node, NodeKind.Name);
    if (nameNode < 0) return;
    const name = nameText(file.tree, nameNode);
    if (!drafts.has(name)) drafts.set(name, { file, node, name });
  });
  return drafts;
}

function reportSecondDeals(
  context: BindContext,
  files: readonly FileContext[],
  drafts: ReadonlyMap<string, DealDraft>,
): void {
  eachTopLevel(files, NodeKind.Deal, (file, node) => {
    const nameNode = childOfKind(file.tree, node, NodeKind.Name);
    const known = nameNode < 0 ? undefined : drafts.get(nameText(file.tree, nameNode));
    if (!known || (known.file.path === file.path && known.node === node)) return;
    const first = childOfKind(known.file.tree, known.node, NodeKind.Name);
    report(context, file, nameNode, 'duplicate-name', `the deal \`${known.name}\` is declared twice`, {
      help: 'give one of them another name',
      related: [{ ...placeOf(known.file, first), message: 'declared here first' }],
    });
  });
}

/** For each deal, the deals whose own terms it sees: itself, then what it amends, nearest first. Only deals that see any. */
export function scopesOf(drafts: ReadonlyMap<string, DealDraft>): Map<string, readonly string[]> {
  const withTerms = new Set<string>();
  for (const { file, node, name } of drafts.values()) {
    if (childOfKind(file.tree, node, NodeKind.TermDeclaration) >= 0) withTerms.add(name);
  }
  const scopes = new Map<string, readonly string[]>();
  if (withTerms.size === 0) return scopes;
  for (const name of drafts.keys()) {
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
export function bindFiles(parts: Parts, files: readonly FileContext[], drafts: ReadonlyMap<string, DealDraft>): Deal[] {
  const { context } = parts;
  context.problems.length = 0;
  reportSecondDeals(context, files, drafts);
  const byFile = new Map<string, { deals: Deal[]; problems: Problem[]; late: Set<TermId> }>();
  for (const { path } of files) byFile.set(path, { deals: [], problems: [], late: new Set() });
  const deals = bindDeals(parts, drafts, (deal) => {
    const file = byFile.get(deal.file);
    file?.deals.push(deal);
    for (const term of context.lateNamed) file?.late.add(term);
  });
  for (const deal of deals) parts.deals.set(deal.name, deal);
  for (const problem of context.problems) byFile.get(problem.file)?.problems.push(problem);
  for (const { path, tree } of files) {
    parts.bound.set(path, { tree, ...byFile.get(path)!, expectations: bindExpectations({ path, tree }) });
    if (parts.bound.get(path)?.deals.some(amends)) parts.amending.add(path);
    else parts.amending.delete(path);
  }
  return deals;
}

/** In the order of the files, but what a deal amends before it. */
function bindDeals(parts: Parts, drafts: ReadonlyMap<string, DealDraft>, onBound: (deal: Deal) => void): Deal[] {
  const { context, scopes, dealCount, options } = parts;
  const bound = new Map<string, Deal>();
  const underWay = new Set<string>();
  const visit = (draft: DealDraft): Deal | undefined => {
    const known = bound.get(draft.name);
    if (known) return known;
    if (underWay.has(draft.name)) return undefined;
    underWay.add(draft.name);
    const amended = referencesOf(draft.file, draft.node, NodeKind.Amends)
      .map(({ path }) => drafts.get(path))
      .map((base) => base && visit(base));
    context.lateNamed.clear();
    const base = amended.find((one) => one !== undefined);
    const deal = bindDeal(context, draft, dealCount.value++, base, scopes.get(draft.name) ?? NO_SCOPES, options);
    bound.set(draft.name, deal);
    onBound(deal);
    return deal;
  };
  for (const draft of drafts.values()) visit(draft);
  return [...bound.values()];
}

export const NO_SCOPES: readonly string[] = [];

const VERDICTS = new Map<NodeKind, Expectation['verdict']>([
  [NodeKind.VerdictConflict, 'conflict'],
  [NodeKind.VerdictDisputed, 'disputed'],
  [NodeKind.VerdictDepends, 'depends'],
  [NodeKind.VerdictNearMiss, 'near miss'],
  [NodeKind.VerdictClear, 'clear'],
]);

function bindExpectations(file: FileContext): Expectation[] {
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
