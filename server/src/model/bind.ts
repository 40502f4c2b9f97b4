import {
  childOfKind,
  childrenOf,
  kindOf,
  type NodeIndex,
  NodeKind,
  nextOf,
  startOf,
  type Tree,
  textOf,
} from '../syntax/tree.ts';
import { documentation, nameText, pathText, stringValue } from '../syntax/values.ts';
import type { TermId } from '../terms/set-expression.ts';
import { copyTerm, type Term } from '../terms/vocabulary.ts';
import { bindDeal, type DealDraft, referencesOf } from './bind-deals.ts';
import { declareKind } from './bind-kinds.ts';
import { checkTerms } from './check-terms.ts';
import {
  type BindContext,
  createContext,
  type FileContext,
  findKnownTerm,
  findTerm,
  internValue,
  placeOf,
  report,
  reportUnknownTerm,
  spanOf,
} from './context.ts';
import { bindRelations, declareDimension, declareTerms } from './declare-terms.ts';
import { type Mentions, openMentions } from './mentions.ts';
import type { Deal, Expectation, Model, ParsedFile, Reading } from './model.ts';
import type { Problem } from './problem.ts';
import { standardLibrary } from './standard-library.ts';

export interface BindOptions {
  /** Days since 1970-01-01. */
  readonly asOf: number;
  /** The path of a question: a name in it that nobody declared is a fresh term, not an error. */
  readonly freshIn?: string;
}

/**
 * Trees to a model: terms, kinds, readings, deals with their clauses. Never throws; what is wrong is in `problems`. Of two
 * declarations of one name the first counts, so `files` come in the order of their paths.
 */
export const bind = (files: readonly ParsedFile[], options: BindOptions): Model => openBinder(files, options).model();

/** What a change of some files has changed in a model. */
export interface Rebound {
  readonly model: Model;
  /** The files that were bound again: the changed ones and those that deals tie to them. */
  readonly files: ReadonlySet<string>;
  /** Those of them that are there, as they are now. */
  readonly bound: readonly ParsedFile[];
  readonly gone: readonly Deal[];
  /** In the order in which a binding from scratch would meet them. */
  readonly fresh: readonly Deal[];
}

/** A model that can be kept up with its files. */
export interface Binder {
  readonly model: () => Model;
  /** The deals that names tie to a deal, itself included: what one says may change when another is in force. */
  readonly tiedTo: (deal: Deal) => readonly Deal[];
  /**
   * Takes in files as they are now (without a tree: gone) where only deals have changed. Undefined where the vocabulary
   * has: then the binder is of no more use, and everything is to be bound from scratch.
   */
  readonly rebind: (changed: readonly { readonly path: string; readonly tree?: Tree }[]) => Rebound | undefined;
}

/** What binding the deals of one file gave. */
interface BoundFile {
  readonly tree: Tree;
  readonly deals: readonly Deal[];
  readonly expectations: readonly Expectation[];
  readonly problems: readonly Problem[];
  /** Built-in territories that are known only because deals name them, and this file does. */
  readonly late: ReadonlySet<TermId>;
}

export function openBinder(files: readonly ParsedFile[], options: BindOptions): Binder {
  const context = createContext(options.freshIn);
  const library: FileContext = { path: '', tree: standardLibrary() };
  const contexts: FileContext[] = files.map((file) => ({ path: file.path, tree: file.tree }));
  const all = [library, ...contexts];

  eachTopLevel(all, NodeKind.DimensionDeclaration, (file, node) => declareDimension(context, file, node));
  eachTopLevel(all, NodeKind.TermDeclaration, (file, node) => declareTerms(context, file, node, undefined));
  const drafts = collectDeals(contexts);
  const scopes = scopesOf(drafts);
  for (const draft of drafts.values()) {
    eachChild(draft.file.tree, draft.node, NodeKind.TermDeclaration, (node) =>
      declareTerms(context, draft.file, node, draft.name),
    );
  }
  bindAllRelations(context, all, drafts, scopes);
  eachTopLevel(all, NodeKind.KindDeclaration, (file, node) => declareKind(context, file, node, file === library));
  const readings = bindReadings(context, contexts);
  checkTerms(context, readings);
  // Those that the vocabulary names stay, whatever deals do.
  context.late.clear();
  context.lateNamed.clear();
  const vocabularyProblems = [...context.problems];
  context.problems.length = 0;

  const parts: Parts = { context, options, scopes, dealCount: { value: 0 }, deals: new Map(), bound: new Map() };
  bindFiles(parts, contexts, drafts);
  return keepUp(parts, () => modelOf(parts, readings, vocabularyProblems));
}

function keepUp(parts: Parts, modelNow: () => Model): Binder {
  const { context, bound, deals, scopes } = parts;
  let model = modelNow();
  let mentions: Mentions | undefined;
  const mentionsNow = (): Mentions => {
    mentions ??= openMentions([...bound].map(([path, { tree }]) => ({ path, tree })));
    return mentions;
  };
  const uses = new Map<TermId, number>();
  const countLate = (paths: Iterable<string>, by: 1 | -1): void => {
    for (const path of paths)
      for (const term of bound.get(path)?.late ?? []) uses.set(term, (uses.get(term) ?? 0) + by);
  };
  countLate(bound.keys(), 1);
  return {
    model: () => model,
    tiedTo: (deal) => [...mentionsNow().tiedTo([deal.file])].flatMap((path) => bound.get(path)?.deals ?? []),
    rebind: (changed) => {
      if (!changed.every(({ path, tree }) => saysTheSame(bound.get(path)?.tree, tree))) return undefined;
      const tied = new Set<string>();
      for (const { path, tree } of changed) for (const one of mentionsNow().update(path, tree)) tied.add(one);
      const trees = new Map(changed.map(({ path, tree }) => [path, tree]));
      const treeOf = (path: string): Tree | undefined => (trees.has(path) ? trees.get(path) : bound.get(path)?.tree);
      const files = [...tied].sort().flatMap((path): FileContext[] => {
        const tree = treeOf(path);
        return tree ? [{ path, tree }] : [];
      });
      const gone = [...tied].flatMap((path) => bound.get(path)?.deals ?? []);
      const termCount = context.terms.length;
      countLate(tied, -1);
      for (const deal of gone) deals.delete(deal.name);
      const isNew = files.some(({ path }) => !bound.has(path));
      for (const { path, tree } of changed) if (!tree) bound.delete(path);
      const drafts = collectDeals(files);
      for (const [name, chain] of scopesOf(drafts)) scopes.set(name, chain);
      const fresh = bindFiles(parts, files, drafts);
      if (isNew) sortByPath(bound);
      countLate(tied, 1);
      if (context.terms.length !== termCount || [...uses.values()].includes(0)) return undefined;
      model = modelNow();
      return { model, files: tied, bound: files, gone, fresh };
    },
  };
}

function sortByPath(bound: Map<string, BoundFile>): void {
  const sorted = [...bound].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  bound.clear();
  for (const [path, file] of sorted) bound.set(path, file);
}

/** Whether two versions of a file say the same, at the same places, but for deals and expectations. */
function saysTheSame(before: Tree | undefined, after: Tree | undefined): boolean {
  const [one, other] = [vocabularyIn(before), vocabularyIn(after)];
  return one.length === other.length && one.every((part, index) => part === other[index]);
}

function vocabularyIn(tree: Tree | undefined): string[] {
  if (!tree) return [];
  return childrenOf(tree, 0).flatMap((node) => {
    const kind = kindOf(tree, node);
    if (kind === NodeKind.Deal) return ownTermsIn(tree, node);
    // What could not be read stands for nothing.
    if (kind === NodeKind.Expectation || kind === NodeKind.Skipped) return [];
    const comment = kind === NodeKind.KindDeclaration ? documentation(tree, node) : '';
    return [`${startOf(tree, node)} ${textOf(tree, node)} ${comment}`];
  });
}

/** A deal's own terms are vocabulary too. */
function ownTermsIn(tree: Tree, deal: NodeIndex): string[] {
  const declarations = childrenOf(tree, deal).filter((node) => kindOf(tree, node) === NodeKind.TermDeclaration);
  const name = childOfKind(tree, deal, NodeKind.Name);
  return declarations.map(
    (node) => `${name < 0 ? '' : nameText(tree, name)} ${startOf(tree, node)} ${textOf(tree, node)}`,
  );
}

/** What a binder holds. */
interface Parts {
  readonly context: BindContext;
  readonly options: BindOptions;
  readonly scopes: Map<string, readonly string[]>;
  readonly dealCount: { value: number };
  readonly deals: Map<string, Deal>;
  /** By path. */
  readonly bound: Map<string, BoundFile>;
}
/** The model of what a binder holds now: good until the next change. */
function modelOf(parts: Parts, readings: readonly Reading[], vocabularyProblems: readonly Problem[]): Model {
  const { context, bound, deals, scopes } = parts;
  const all = <T>(list: (file: BoundFile) => readonly T[]) => lazily(() => [...bound.values()].flatMap(list));
  const files = lazily(() => [...bound].map(([path, { tree }]) => ({ path, tree })));
  const dealsInOrder = all((file) => file.deals);
  const clauses = lazily(() => dealsInOrder().flatMap((deal) => deal.clauses));
  const expectations = all((file) => file.expectations);
  const problems = lazily(() => [...vocabularyProblems, ...[...bound.values()].flatMap((file) => file.problems)]);
  return {
    regionDimensions: context.regionDimensions,
    dimensions: context.dimensions,
    terms: context.terms,
    readings: readings.map((reading) => ({ ...reading, terms: withNewTerms(reading, context) })),
    kinds: context.kinds,
    values: context.values,
    intern: (dimension, expression) => internValue(context, dimension, expression),
    dealsByName: deals,
    dealsIn: (path) => bound.get(path)?.deals ?? [],
    expectationsIn: (path) => bound.get(path)?.expectations ?? [],
    vocabularyProblems,
    problemsIn: (path) => bound.get(path)?.problems ?? [],
    lookup: (dimension, name, deal) =>
      findKnownTerm(context, dimension, name, deal ? (scopes.get(deal.name) ?? NO_SCOPES) : NO_SCOPES),
    get files() {
      return files();
    },
    get deals() {
      return dealsInOrder();
    },
    get clauses() {
      return clauses();
    },
    get expectations() {
      return expectations();
    },
    get problems() {
      return problems();
    },
  };
}

function lazily<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

/** Built-in territories are brought in as they are named, after the readings were made. */
const withNewTerms = (reading: Reading, context: BindContext): readonly Term[] =>
  context.terms.map((term) => reading.terms[term.id] ?? term);

function eachTopLevel(
  files: readonly FileContext[],
  kind: NodeKind,
  visit: (file: FileContext, node: NodeIndex) => void,
): void {
  for (const file of files) eachChild(file.tree, 0, kind, (node) => visit(file, node));
}

function eachChild(tree: Tree, parent: NodeIndex, kind: NodeKind, visit: (node: NodeIndex) => void): void {
  for (let child = parent + 1, end = nextOf(tree, parent); child < end; child = nextOf(tree, child)) {
    if (kindOf(tree, child) === kind) visit(child);
  }
}

/** The deals by name; of two of one name, the first. */
function collectDeals(files: readonly FileContext[]): Map<string, DealDraft> {
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

/** For each deal, the deals whose own terms it sees: itself, then what it amends, nearest first. */
function scopesOf(drafts: ReadonlyMap<string, DealDraft>): Map<string, readonly string[]> {
  const withTerms = new Set<string>();
  for (const { file, node, name } of drafts.values()) {
    if (childOfKind(file.tree, node, NodeKind.TermDeclaration) >= 0) withTerms.add(name);
  }
  const scopes = new Map<string, readonly string[]>();
  const none: readonly string[] = [];
  for (const name of drafts.keys()) {
    if (withTerms.size === 0) {
      scopes.set(name, none);
      continue;
    }
    const chain = new Set<string>();
    const pending = [name];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const draft = drafts.get(next);
      if (!draft || chain.has(next)) continue;
      chain.add(next);
      pending.push(...referencesOf(draft.file, draft.node, NodeKind.Amends).map((reference) => reference.path));
    }
    scopes.set(
      name,
      [...chain].filter((one) => withTerms.has(one)),
    );
  }
  return scopes;
}

function bindAllRelations(
  context: BindContext,
  files: readonly FileContext[],
  drafts: ReadonlyMap<string, DealDraft>,
  scopes: ReadonlyMap<string, readonly string[]>,
): void {
  const writable = (id: TermId): Term => context.terms[id];
  eachTopLevel(files, NodeKind.TermDeclaration, (file, node) =>
    bindRelations(
      context,
      file,
      node,
      [],
      (name, dimension) => declaredAt(context, file, name, dimension, []),
      writable,
    ),
  );
  for (const { file, node, name } of drafts.values()) {
    eachChild(file.tree, node, NodeKind.TermDeclaration, (declaration) =>
      bindRelations(
        context,
        file,
        declaration,
        scopes.get(name) ?? [],
        (nameNode, dimension) => declaredAt(context, file, nameNode, dimension, [name]),
        writable,
      ),
    );
  }
}

/** The term that a declaration's name declares: not that of an earlier declaration of the same name. */
function declaredAt(
  context: BindContext,
  file: FileContext,
  nameNode: NodeIndex,
  dimension: string,
  scopes: readonly string[],
): TermId | undefined {
  const id = findTerm(context, dimension, nameText(file.tree, nameNode), scopes);
  if (id === undefined) return undefined;
  const place = context.terms[id].place;
  return place && (place.file !== file.path || place.span.start !== spanOf(file.tree, nameNode).start) ? undefined : id;
}

function bindReadings(context: BindContext, files: readonly FileContext[]): Reading[] {
  const readings = new Map<string, { reading: Reading; terms: Term[] }>();
  eachTopLevel(files, NodeKind.Reading, (file, node) => {
    const nameNode = childOfKind(file.tree, node, NodeKind.Name);
    if (nameNode < 0) return;
    const name = nameText(file.tree, nameNode);
    const known = readings.get(name);
    if (known) {
      report(context, file, nameNode, 'duplicate-name', `the reading \`${name}\` is declared twice`, {
        help: 'put its relations into one reading',
        related: [{ ...known.reading.place, message: 'declared here first' }],
      });
      return;
    }
    const terms: Term[] = [...context.terms];
    const copied = new Set<TermId>();
    const writable = (id: TermId): Term => {
      if (!copied.has(id)) {
        terms[id] = copyTerm(terms[id] ?? context.terms[id]);
        copied.add(id);
      }
      return terms[id];
    };
    eachChild(file.tree, node, NodeKind.TermDeclaration, (declaration) =>
      bindRelations(
        context,
        file,
        declaration,
        [],
        (termName, dimension) => knownTerm(context, file, termName, dimension),
        writable,
      ),
    );
    const title = childOfKind(file.tree, node, NodeKind.String);
    const reading: Reading = {
      name,
      title: title < 0 ? undefined : stringValue(file.tree, title),
      place: placeOf(file, nameNode),
      terms,
    };
    readings.set(name, { reading, terms });
  });
  return [...readings.values()].map(({ reading }) => reading);
}

/** A reading declares no term: it speaks of those that the portfolio has, a deal's own by `deal.name`. */
function knownTerm(
  context: BindContext,
  file: FileContext,
  nameNode: NodeIndex,
  dimension: string,
): TermId | undefined {
  const name = nameText(file.tree, nameNode);
  const id = findTerm(context, dimension, name, []);
  if (id === undefined) reportUnknownTerm(context, file, nameNode, dimension, name);
  return id;
}

/** Binds the deals of files that no deal ties to others, and everything else in them that is not vocabulary. */
function bindFiles(parts: Parts, files: readonly FileContext[], drafts: ReadonlyMap<string, DealDraft>): Deal[] {
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

const NO_SCOPES: readonly string[] = [];

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
