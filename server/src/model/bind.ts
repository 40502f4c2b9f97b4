import type { Tree } from '../syntax/tree.ts';
import type { TermId } from '../terms/set-expression.ts';
import type { Term } from '../terms/vocabulary.ts';
import { type BoundFile, bindFiles, collectDeals, NO_SCOPES, type Parts, scopesOf } from './bind-files.ts';
import { createContext, type FileContext, findKnownTerm, internValue, noNumbers } from './context.ts';
import { type Mentions, openMentions } from './mentions.ts';
import { amends, clausesOf, type Deal, type Model, type ParsedFile, type Reading } from './model.ts';
import {
  type BoundVocabulary,
  changedNames,
  changedTerms,
  openVocabulary,
  replaceVocabulary,
} from './next-vocabulary.ts';
import type { Problem } from './problem.ts';
import { saysTheSame } from './same-vocabulary.ts';

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
  readonly gone: readonly Deal[];
  /** In the order in which a binding from scratch would meet them. */
  readonly fresh: readonly Deal[];
  /** Terms that are new, gone or otherwise related, under any reading. Absent where the vocabulary is what it was. */
  readonly changedTerms?: ReadonlySet<TermId>;
}

/** A model that can be kept up with its files. */
export interface Binder {
  readonly model: () => Model;
  /** The deals that names tie to a deal, itself included: what one says may change when another is in force. */
  readonly tiedTo: (deal: Deal) => readonly Deal[];
  /**
   * Takes in files as they are now; without a tree: gone. Undefined where more than deals, terms and kinds has changed: then
   * the binder is of no more use, and everything is to be bound from scratch.
   */
  readonly rebind: (changed: readonly { readonly path: string; readonly tree?: Tree }[]) => Rebound | undefined;
}

export function openBinder(files: readonly ParsedFile[], options: BindOptions): Binder {
  const context = createContext(noNumbers(), options.freshIn);
  const collected = collectDeals(files);
  const { drafts } = collected;
  const scopes = scopesOf(drafts);
  const vocabulary = openVocabulary(context, files, drafts, scopes);
  const parts: Parts = {
    context,
    options,
    scopes,
    dealCount: { value: 0 },
    deals: new Map(),
    bound: new Map(),
    amending: new Set(),
  };
  bindFiles(parts, files, collected);
  return keepUp(parts, vocabulary);
}

function keepUp(parts: Parts, first: BoundVocabulary): Binder {
  const { bound, deals, scopes, amending } = parts;
  let vocabulary = first;
  let readings = withNewTerms(vocabulary);
  const modelNow = (): Model => modelOf(parts, readings(), vocabulary.problems);
  let model = modelNow();
  let known: Mentions | undefined;
  const mentionsNow = (): Mentions => {
    known ??= openMentions([...bound].map(([path, { tree }]) => ({ path, tree })));
    return known;
  };
  const uses = new Map<TermId, number>();
  const countLate = (paths: Iterable<string>, by: 1 | -1): void => {
    for (const path of paths)
      for (const term of bound.get(path)?.late ?? []) uses.set(term, (uses.get(term) ?? 0) + by);
  };
  let isCounted = false;

  /** Binds the vocabulary as it is in files now; false where nothing that is bound is of use any more. */
  const bindVocabularyOf = (files: readonly FileContext[]): boolean => {
    const { drafts } = collectDeals(files);
    const scopesNow = scopesOf(drafts);
    const late = [...uses].flatMap(([term, count]) => (count > 0 ? [term] : []));
    const next = replaceVocabulary(vocabulary, files, drafts, scopesNow, late);
    if (!next) return false;
    vocabulary = next;
    readings = withNewTerms(vocabulary);
    parts.context = vocabulary.context;
    scopes.clear();
    for (const [name, chain] of scopesNow) scopes.set(name, chain);
    return true;
  };
  /** The files whose deals may mean something else under another vocabulary. */
  const concerned = (names: ReadonlySet<string>): string[] =>
    [...bound].flatMap(([path, { tree, problems }]) =>
      // What is wrong may be right now, or have another cure.
      problems.length > 0 || speaksOf(tree, names) ? [path] : [],
    );
  /** Binds the deals of files again; those `dropped` are gone. Returns them, and whether deals name other built-in terms now. */
  const bindAgain = (paths: ReadonlySet<string>, files: readonly FileContext[], dropped: readonly string[]) => {
    const { termCount } = parts.context;
    const lateBefore = new Set([...paths].flatMap((path) => [...(bound.get(path)?.late ?? [])]));
    countLate(paths, -1);
    for (const path of paths) for (const { name } of bound.get(path)?.deals ?? []) deals.delete(name);
    const isNew = files.some(({ path }) => !bound.has(path));
    for (const path of dropped) {
      bound.delete(path);
      amending.delete(path);
    }
    const collected = collectDeals(files);
    const { drafts } = collected;
    for (const name of drafts.keys()) scopes.delete(name);
    for (const [name, chain] of scopesOf(drafts)) scopes.set(name, chain);
    const fresh = bindFiles(parts, files, collected);
    if (isNew) sortByPath(bound);
    countLate(paths, 1);
    // Territories and cuts come with the deals that name them, and go with the last.
    const isLateOther = parts.context.termCount !== termCount || [...lateBefore].some((term) => uses.get(term) === 0);
    return { fresh, isLateOther };
  };
  return {
    model: () => model,
    tiedTo: (deal) => [...mentionsNow().tiedTo([deal.file])].flatMap((path) => bound.get(path)?.deals ?? []),
    rebind: (changed) => {
      const mentions = mentionsNow();
      if (!isCounted) countLate(bound.keys(), 1);
      isCounted = true;
      const trees = new Map(changed.map(({ path, tree }) => [path, tree]));
      const filesNow = (paths: Iterable<string>): FileContext[] =>
        [...paths].sort().flatMap((path): FileContext[] => {
          const tree = trees.has(path) ? trees.get(path) : bound.get(path)?.tree;
          return tree ? [{ path, tree }] : [];
        });
      const allNow = (): FileContext[] => filesNow(new Set([...bound.keys(), ...trees.keys()]));
      const before = vocabulary;
      const countBefore = before.context.termCount;
      let terms: ReadonlySet<TermId> | undefined;
      const tied = new Set<string>();
      if (!changed.every(({ path, tree }) => saysTheSame(bound.get(path)?.tree, tree))) {
        if (!bindVocabularyOf(allNow())) return undefined;
        terms = changedTerms(before, countBefore, vocabulary);
        for (const path of concerned(changedNames(before, vocabulary, terms))) tied.add(path);
      }
      for (const { path, tree } of changed) for (const one of mentions.update(path, tree)) tied.add(one);
      if (terms) for (const path of mentions.tiedTo(tied)) tied.add(path);
      const gone = [...tied].flatMap((path) => bound.get(path)?.deals ?? []);
      const dropped = changed.flatMap(({ path, tree }) => (tree ? [] : [path]));
      const { fresh, isLateOther } = bindAgain(tied, filesNow(tied), dropped);
      if (isLateOther) {
        if (!bindVocabularyOf(allNow())) return undefined;
        terms = changedTerms(before, countBefore, vocabulary);
      }
      model = modelNow();
      return { model, files: tied, gone, fresh, ...(terms && { changedTerms: terms }) };
    },
  };
}

/** Whether the text of a file has one of these names somewhere. */
function speaksOf({ text }: Tree, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  const normal = text.normalize('NFC');
  for (const name of names) if (normal.includes(name)) return true;
  return false;
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
  const secondDeals = all((file) => file.seconds);
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
    fileAt: (path) => {
      const file = bound.get(path);
      return file && { path, tree: file.tree };
    },
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
    get secondDeals() {
      return secondDeals();
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

/** Territories and cuts are brought in as they are named, after the readings were made. */
function withNewTerms({ context, readings }: BoundVocabulary): () => readonly Reading[] {
  let count = -1;
  let known = readings;
  return () => {
    if (count === context.termCount) return known;
    count = context.termCount;
    known = readings.map((reading) => ({ ...reading, terms: context.terms.map((term) => asReadIn(reading, term)) }));
    return known;
  };
}

function asReadIn({ terms }: Reading, term: Term): Term {
  const own = terms[term.id];
  return own?.dimension === term.dimension ? own : term;
}
