import type { Tree } from '../syntax/tree.ts';
import type { TermId } from '../terms/set-expression.ts';
import {
  type BoundFile,
  bindFiles,
  collectDeals,
  hasVocabulary,
  NO_SCOPES,
  type Parts,
  scopesOf,
  withOwnTerms,
} from './bind-files.ts';
import { bindVocabulary } from './bind-vocabulary.ts';
import { type BindContext, createContext, type FileContext, findKnownTerm, internValue } from './context.ts';
import { type Mentions, openMentions } from './mentions.ts';
import { amends, clausesOf, type Deal, type Model, type ParsedFile, type Reading } from './model.ts';
import type { Problem } from './problem.ts';
import { saysTheSame } from './same-vocabulary.ts';
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

export function openBinder(files: readonly ParsedFile[], options: BindOptions): Binder {
  const context = createContext(options.freshIn);
  const library: FileContext = { path: '', tree: standardLibrary() };
  const drafts = collectDeals(files);
  const scopes = scopesOf(drafts);
  const readings = bindVocabulary(context, library, files.filter(hasVocabulary), withOwnTerms(drafts), scopes);
  const vocabularyProblems = [...context.problems];
  context.problems.length = 0;

  const parts: Parts = {
    context,
    options,
    scopes,
    dealCount: { value: 0 },
    deals: new Map(),
    bound: new Map(),
    amending: new Set(),
  };
  bindFiles(parts, files, drafts);
  const readingsNow = withNewTerms(readings, context);
  return keepUp(parts, () => modelOf(parts, readingsNow(), vocabularyProblems));
}

function keepUp(parts: Parts, modelNow: () => Model): Binder {
  const { context, bound, deals, scopes, amending } = parts;
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
  let isCounted = false;
  return {
    model: () => model,
    tiedTo: (deal) => [...mentionsNow().tiedTo([deal.file])].flatMap((path) => bound.get(path)?.deals ?? []),
    rebind: (changed) => {
      if (!changed.every(({ path, tree }) => saysTheSame(bound.get(path)?.tree, tree))) return undefined;
      if (!isCounted) countLate(bound.keys(), 1);
      isCounted = true;
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
      const lateBefore = new Set([...tied].flatMap((path) => [...(bound.get(path)?.late ?? [])]));
      countLate(tied, -1);
      for (const deal of gone) deals.delete(deal.name);
      const isNew = files.some(({ path }) => !bound.has(path));
      for (const { path, tree } of changed) {
        if (tree) continue;
        bound.delete(path);
        amending.delete(path);
      }
      const drafts = collectDeals(files);
      for (const name of drafts.keys()) scopes.delete(name);
      for (const [name, chain] of scopesOf(drafts)) scopes.set(name, chain);
      const fresh = bindFiles(parts, files, drafts);
      if (isNew) sortByPath(bound);
      countLate(tied, 1);
      if (context.terms.length !== termCount || [...lateBefore].some((term) => uses.get(term) === 0)) return undefined;
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

/** The model of what a binder holds now: good until the next change. */
function modelOf(parts: Parts, readings: readonly Reading[], vocabularyProblems: readonly Problem[]): Model {
  const { context, bound, deals, scopes, amending } = parts;
  const all = <T>(list: (file: BoundFile) => readonly T[]) =>
    lazily(() => {
      const found: T[] = [];
      for (const file of bound.values()) for (const one of list(file)) found.push(one);
      return found;
    });
  const files = lazily(() => [...bound].map(([path, { tree }]) => ({ path, tree })));
  const dealsInOrder = all((file) => file.deals);
  const amendingInOrder = lazily(() =>
    [...amending].sort().flatMap((path) => bound.get(path)?.deals.filter(amends) ?? []),
  );
  const clauses = lazily(() => clausesOf(dealsInOrder()));
  const expectations = all((file) => file.expectations);
  const problems = lazily(() => [...vocabularyProblems, ...[...bound.values()].flatMap((file) => file.problems)]);
  return {
    regionDimensions: context.regionDimensions,
    dimensions: context.dimensions,
    terms: context.terms,
    readings,
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
    get amending() {
      return amendingInOrder();
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
function withNewTerms(readings: readonly Reading[], { terms }: BindContext): () => readonly Reading[] {
  let count = -1;
  let known = readings;
  return () => {
    if (count === terms.length) return known;
    count = terms.length;
    known = readings.map((reading) => ({ ...reading, terms: terms.map((term) => reading.terms[term.id] ?? term) }));
    return known;
  };
}
