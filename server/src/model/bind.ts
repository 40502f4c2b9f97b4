import { childOfKind, childrenOf, kindOf, type NodeIndex, NodeKind, nextOf, type Tree } from '../syntax/tree.ts';
import { nameText, pathText, stringValue } from '../syntax/values.ts';
import type { TermId } from '../terms/set-expression.ts';
import { copyTerm, type Term } from '../terms/vocabulary.ts';
import { bindDeal, type DealDraft, referencesOf } from './bind-deals.ts';
import { declareKind } from './bind-kinds.ts';
import { checkTerms } from './check-terms.ts';
import {
  type BindContext,
  createContext,
  type FileContext,
  findTerm,
  internValue,
  placeOf,
  report,
  reportUnknownTerm,
  spanOf,
} from './context.ts';
import { bindRelations, declareDimension, declareTerms } from './declare-terms.ts';
import type { Clause, Deal, Expectation, Model, ParsedFile, Reading } from './model.ts';
import { standardLibrary } from './standard-library.ts';

export interface BindOptions {
  /** Days since 1970-01-01. */
  readonly asOf: number;
  /** The path of a question: a name in it that nobody declared is a fresh term, not an error. */
  readonly freshIn?: string;
}

/** Trees to a model: terms, kinds, readings, deals with their clauses. Never throws; what is wrong is in `problems`. */
export function bind(files: readonly ParsedFile[], options: BindOptions): Model {
  const context = createContext(options.freshIn);
  const library: FileContext = { path: '', tree: standardLibrary() };
  const contexts: FileContext[] = files.map((file) => ({ path: file.path, tree: file.tree }));
  const all = [library, ...contexts];

  eachTopLevel(all, NodeKind.DimensionDeclaration, (file, node) => declareDimension(context, file, node));
  eachTopLevel(all, NodeKind.TermDeclaration, (file, node) => declareTerms(context, file, node, undefined));
  const drafts = collectDeals(context, contexts);
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

  const clauses: Clause[] = [];
  const deals = bindDeals(context, drafts, scopes, options, clauses);
  const expectations = bindExpectations(contexts);
  return {
    files,
    regionDimensions: context.regionDimensions,
    dimensions: context.dimensions,
    terms: context.terms,
    readings: readings.map((reading) => ({ ...reading, terms: withNewTerms(reading, context) })),
    kinds: context.kinds,
    values: context.values,
    intern: (dimension, expression) => internValue(context, dimension, expression),
    deals: [...deals.values()],
    dealsByName: deals,
    clauses,
    expectations,
    problems: context.problems,
    lookup: (dimension, name, deal) => findTerm(context, dimension, name, deal ? (scopes.get(deal.name) ?? []) : []),
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

function collectDeals(context: BindContext, files: readonly FileContext[]): Map<string, DealDraft> {
  const drafts = new Map<string, DealDraft>();
  eachTopLevel(files, NodeKind.Deal, (file, node) => {
    const nameNode = childOfKind(file.tree, node, NodeKind.Name);
    if (nameNode < 0) return;
    const name = nameText(file.tree, nameNode);
    const known = drafts.get(name);
    if (!known) drafts.set(name, { file, node, name });
    else {
      const first = childOfKind(known.file.tree, known.node, NodeKind.Name);
      report(context, file, nameNode, 'duplicate-name', `the deal \`${name}\` is declared twice`, {
        help: 'give one of them another name',
        related: [{ ...placeOf(known.file, first), message: 'declared here first' }],
      });
    }
  });
  return drafts;
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

function bindDeals(
  context: BindContext,
  drafts: ReadonlyMap<string, DealDraft>,
  scopes: ReadonlyMap<string, readonly string[]>,
  options: BindOptions,
  clauses: Clause[],
): Map<string, Deal> {
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
    const deal = bindDeal(
      context,
      draft,
      bound.size,
      amended.find((base) => base !== undefined),
      scopes.get(draft.name) ?? [],
      options,
      clauses,
    );
    bound.set(draft.name, deal);
    return deal;
  };
  for (const draft of drafts.values()) visit(draft);
  return bound;
}

const VERDICTS = new Map<NodeKind, Expectation['verdict']>([
  [NodeKind.VerdictConflict, 'conflict'],
  [NodeKind.VerdictDisputed, 'disputed'],
  [NodeKind.VerdictDepends, 'depends'],
  [NodeKind.VerdictNearMiss, 'near miss'],
  [NodeKind.VerdictClear, 'clear'],
]);

function bindExpectations(files: readonly FileContext[]): Expectation[] {
  const found: Expectation[] = [];
  eachTopLevel(files, NodeKind.Expectation, (file, node) => {
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
