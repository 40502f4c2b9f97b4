import { expressionKey, type TermId } from '../terms/set-expression.ts';
import { inDeclaredOrder, nameAlone, type Term } from '../terms/vocabulary.ts';
import type { DealDraft } from './bind-deals.ts';
import { hasVocabulary, withOwnTerms } from './bind-files.ts';
import { bindVocabulary } from './bind-vocabulary.ts';
import { type BindContext, createContext, type FileContext, findCut, findTerm, LIBRARY_PATH } from './context.ts';
import type { Kind, Reading } from './model.ts';
import type { Problem } from './problem.ts';
import { standardLibrary } from './standard-library.ts';

/** What deals speak with, as it was bound. */
export interface BoundVocabulary {
  readonly context: BindContext;
  readonly readings: readonly Reading[];
  readonly problems: readonly Problem[];
}

/** `files` in the order of their paths, `drafts` their deals. */
export function openVocabulary(
  context: BindContext,
  files: readonly FileContext[],
  drafts: ReadonlyMap<string, DealDraft>,
  scopes: ReadonlyMap<string, readonly string[]>,
): BoundVocabulary {
  const library: FileContext = { path: LIBRARY_PATH, tree: standardLibrary() };
  const readings = bindVocabulary(context, library, files.filter(hasVocabulary), withOwnTerms(drafts), scopes);
  const problems = [...context.problems];
  context.problems.length = 0;
  return { context, readings, problems };
}

/**
 * Binds the vocabulary as it is now in the place of another, with the same numbers. `late` are the built-in terms that
 * deals brought in. Undefined where more has changed than terms, kinds and relations: nothing bound is of use then.
 */
export function replaceVocabulary(
  before: BoundVocabulary,
  files: readonly FileContext[],
  drafts: ReadonlyMap<string, DealDraft>,
  scopes: ReadonlyMap<string, readonly string[]>,
  late: Iterable<TermId>,
): BoundVocabulary | undefined {
  const old = before.context;
  const context = createContext(old.numbers, old.freshIn);
  const now = openVocabulary(context, files, drafts, scopes);
  for (const id of late) {
    const { dimension, name, cut } = old.terms[id];
    if (cut) findCut(context, dimension, cut);
    else findTerm(context, 'territory', name, []);
  }
  keepKinds(old, context);
  return haveSameDimensions(old, context) && areInSameOrder(old.terms, context.terms) ? now : undefined;
}

function haveSameDimensions(a: BindContext, b: BindContext): boolean {
  const shape = ({ dimensions }: BindContext): string =>
    JSON.stringify(
      [...dimensions.values()].map(({ name, question, measured, byNumber }) => [name, question, measured, byNumber]),
    );
  return shape(a) === shape(b);
}

/** Whether the terms that both declare come in the same order: which of them a witness names may hang on it. */
function areInSameOrder(before: readonly Term[], now: readonly Term[]): boolean {
  const isInBoth = ({ id }: Term): boolean => [before[id], now[id]].every((term) => term?.place !== undefined);
  const [one, other] = [before, now].map((terms) => inDeclaredOrder(terms.filter(isInBoth)));
  return one.every(({ id }, at) => other[at].id === id);
}

/** Kinds that are what they were stay, for clauses hold them. */
function keepKinds(before: BindContext, now: BindContext): void {
  for (const [name, kind] of now.kinds) {
    const known = before.kinds.get(name);
    if (known && textOfKind(known) === textOfKind(kind)) now.kinds.set(name, known);
  }
}

const textOfKind = (kind: Kind): string =>
  JSON.stringify({ ...kind, parameters: [...kind.parameters], measures: [...(kind.measures ?? [])] });

/**
 * Names that mean something else than before wherever they are written, those included that meant nothing. `changed` are the
 * terms that are others now; the name of an event stands for what is known of its day.
 */
export function changedNames(before: BoundVocabulary, now: BoundVocabulary, changed: ReadonlySet<TermId>): Set<string> {
  const found = new Set(eventsTiedTo([before, now], changed));
  const compare = (one: BindContext, other: BindContext): void => {
    for (const [name, kind] of one.kinds) if (other.kinds.get(name) !== kind) found.add(name);
    for (const [dimension, names] of one.names) {
      const known = other.names.get(dimension);
      for (const name of names.keys()) if (!known?.has(name)) found.add(nameAlone(name));
    }
  };
  compare(before.context, now.context);
  compare(now.context, before.context);
  return found;
}

/** The names of events that are among those given, or must come before or after one of them at any remove. */
function eventsTiedTo(vocabularies: readonly BoundVocabulary[], changed: ReadonlySet<TermId>): string[] {
  const events = vocabularies
    .flatMap(({ context, readings }) => [context.terms, ...readings.map(({ terms }) => terms)].flat())
    .filter(({ dimension }) => dimension === 'event');
  const tied = new Set(events.filter(({ id }) => changed.has(id)).map(({ id }) => id));
  for (let size = -1; size !== tied.size; ) {
    size = tied.size;
    for (const { id, event } of events) {
      const group = [id, ...event.afterEvents];
      if (group.some((one) => tied.has(one))) for (const one of group) tied.add(one);
    }
  }
  return events.filter(({ id }) => tied.has(id)).map(({ name }) => nameAlone(name));
}

/** Terms that are new, gone or otherwise related, under any reading. `count`: so many of those before had come in by then. */
export function changedTerms(before: BoundVocabulary, count: number, now: BoundVocabulary): Set<TermId> {
  const changed = new Set<TermId>();
  const compare = (known: (id: TermId) => Term | undefined, terms: readonly Term[]): void => {
    for (const term of terms) if (!isTheSame(known(term.id), term)) changed.add(term.id);
  };
  const { terms } = before.context;
  compare((id) => (id < terms.length && terms[id].order < count ? terms[id] : undefined), now.context.terms);
  for (const [at, reading] of now.readings.entries()) compare((id) => before.readings[at]?.terms[id], reading.terms);
  // Where one cut comes or goes, the stretches at others are others.
  const all = [...terms, ...now.context.terms];
  const cutAnew = new Set(all.flatMap(({ id, cut, dimension }) => (cut && changed.has(id) ? [dimension] : [])));
  for (const { id, cut, dimension } of all) if (cut && cutAnew.has(dimension)) changed.add(id);
  return changed;
}

/** Whether a term stands in the same relations. Where it is declared, and what is said about it, is none. */
function isTheSame(a: Term | undefined, b: Term): boolean {
  if (a === b) return true;
  return (
    a !== undefined &&
    a.dimension === b.dimension &&
    a.name === b.name &&
    a.title === b.title &&
    a.open === b.open &&
    a.closed === b.closed &&
    a.builtIn === b.builtIn &&
    a.runBy === b.runBy &&
    areTheSame(a.parents, b.parents) &&
    areTheSame(a.overlaps, b.overlaps) &&
    areTheSame(a.distinct, b.distinct) &&
    (a.equals && expressionKey(a.equals)) === (b.equals && expressionKey(b.equals)) &&
    JSON.stringify(a.under) === JSON.stringify(b.under) &&
    JSON.stringify(a.event) === JSON.stringify(b.event)
  );
}

const areTheSame = (a: readonly TermId[], b: readonly TermId[]): boolean =>
  a.length === b.length && a.every((id, at) => id === b[at]);
