import { endOf, type NodeIndex, startOf, type Tree } from '../syntax/tree.ts';
import { nameText } from '../syntax/values.ts';
import { type Cut, compareCuts, cutName } from '../terms/cuts.ts';
import { ALL, expressionKey, type SetExpression, type TermId } from '../terms/set-expression.ts';
import { territoryAliases, territoryMembers, territoryParents, territoryTitle } from '../terms/territories.ts';
import {
  BUILT_IN_DIMENSIONS,
  type Dimension,
  newTerm,
  type Place,
  type Term,
  termDimension,
} from '../terms/vocabulary.ts';
import { closest } from '../text/closest.ts';
import type { Span } from '../text/span.ts';
import { withArticle } from '../text/words.ts';
import { type ByNumber, setAt, valueAt } from './by-number.ts';
import { ByWriting } from './by-writing.ts';
import type { Kind, ValueId } from './model.ts';
import { type Problem, replacing } from './problem.ts';

/** One file while it is being bound. */
export interface FileContext {
  readonly path: string;
  readonly tree: Tree;
}

/** What binding builds up. It grows while the files are read and is frozen into a model at the end. */
export interface BindContext {
  readonly problems: Problem[];
  readonly dimensions: Map<string, Dimension>;
  /** Names that were to be those of dimensions and cannot. */
  readonly refusedDimensions: Set<string>;
  /** Words that stand where a dimension is expected, with the dimension that they are meant for. */
  readonly meantDimensions: Map<string, string>;
  /** Dimensions whose values make a region, in the order of their indices. */
  readonly regionDimensions: Dimension[];
  readonly dimensionIndex: Map<string, number>;
  /** By their numbers; in the places of those that are declared no more, terms of no dimension. */
  readonly terms: Term[];
  /** How many terms have come in. */
  termCount: number;
  /** Dimension to name (qualified for a deal's own) to term. */
  readonly names: Map<string, Map<string, TermId>>;
  readonly kinds: Map<string, Kind>;
  readonly values: SetExpression[][];
  readonly valueIds: Map<string, ValueId>[];
  /** A single term to its value, by dimension. */
  readonly valueOfTerm: ByNumber<ValueId>[];
  /** What values mean where no deal's own terms hide the portfolio's, by dimension: the common case, without a search. */
  readonly valuesByWriting: ByWriting<KnownValue>[];
  /** The same of the parties of `by` and `to`. */
  readonly partiesByWriting: ByWriting<readonly SetExpression[]>;
  /** The file in which undeclared names become fresh terms: a question to the portfolio. */
  readonly freshIn: string | undefined;
  /** Where a portfolio relates what is built in to others. */
  readonly relatedAt: Map<TermId, Place[]>;
  /** What is said of built-in terms, there and in readings, as {@link relationKey} writes it. */
  readonly added: Set<string>;
  /** Built-in terms, territories and cuts, that came in since it was cleared. */
  readonly late: Set<TermId>;
  /** Those of them that were named since it was emptied, each once. */
  readonly lateNamed: TermId[];
  readonly numbers: Numbers;
}

/**
 * What has a number keeps it, so that what is bound outlives its vocabulary: a vocabulary that takes the place of another
 * gives the same numbers to terms of the same names, and to the same values.
 */
export interface Numbers {
  /** Dimension to name to term, those included that are declared no more. */
  readonly terms: Map<string, Map<string, TermId>>;
  termCount: number;
  /** By the dimension's name. */
  readonly values: Map<string, ValueNumbers>;
}

/** What a text means, and the built-in terms that it names: those that came in late. */
export interface KnownValue {
  readonly value: ValueId;
  readonly late: readonly TermId[];
}

interface ValueNumbers {
  readonly expressions: SetExpression[];
  readonly ids: Map<string, ValueId>;
  readonly ofTerm: ByNumber<ValueId>;
}

export const noNumbers = (): Numbers => ({ terms: new Map(), termCount: 0, values: new Map() });

export function createContext(numbers: Numbers, freshIn?: string): BindContext {
  const context: BindContext = {
    problems: [],
    dimensions: new Map(),
    refusedDimensions: new Set(),
    meantDimensions: new Map(),
    regionDimensions: [],
    dimensionIndex: new Map(),
    termCount: 0,
    terms: Array.from({ length: numbers.termCount }, (_, id) => newTerm(id, NO_DIMENSION, '')),
    names: new Map(),
    kinds: new Map(),
    values: [],
    valueIds: [],
    valueOfTerm: [],
    valuesByWriting: [],
    partiesByWriting: new ByWriting(),
    freshIn,
    relatedAt: new Map(),
    added: new Set(),
    late: new Set(),
    lateNamed: [],
    numbers,
  };
  for (const dimension of BUILT_IN_DIMENSIONS) addDimension(context, dimension);
  return context;
}

/** Of a term that is declared no more. */
const NO_DIMENSION = '';

export function addDimension(context: BindContext, dimension: Dimension): void {
  context.dimensions.set(dimension.name, dimension);
  if (dimension.question === 'when' || dimension.question === 'party') return;
  context.dimensionIndex.set(dimension.name, context.regionDimensions.length);
  context.regionDimensions.push(dimension);
  let numbers = context.numbers.values.get(dimension.name);
  if (!numbers) {
    numbers = { expressions: [ALL], ids: new Map([[expressionKey(ALL), 0]]), ofTerm: [] };
    context.numbers.values.set(dimension.name, numbers);
  }
  context.values.push(numbers.expressions);
  context.valueIds.push(numbers.ids);
  context.valueOfTerm.push(numbers.ofTerm);
  context.valuesByWriting.push(new ByWriting());
}

export const spanOf = (tree: Tree, node: NodeIndex): Span => ({ start: startOf(tree, node), end: endOf(tree, node) });

export function report(
  context: BindContext,
  file: FileContext,
  node: NodeIndex,
  rule: string,
  message: string,
  extra: Partial<Problem> = {},
): void {
  context.problems.push({
    rule,
    severity: 'error',
    message,
    file: file.path,
    span: spanOf(file.tree, node),
    ...extra,
  });
}

export function internValue(context: BindContext, dimension: number, expression: SetExpression): ValueId {
  if (expression.kind === 'term') {
    const known = valueAt(context.valueOfTerm[dimension], expression.term);
    if (known !== undefined) return known;
  }
  const key = expressionKey(expression);
  const known = context.valueIds[dimension].get(key);
  if (known !== undefined) return known;
  const id = context.values[dimension].length;
  context.values[dimension].push(expression);
  context.valueIds[dimension].set(key, id);
  if (expression.kind === 'term') setAt(context.valueOfTerm[dimension], expression.term, id);
  return id;
}

/** Adds a term; a name declared twice in its dimension keeps its first declaration. */
export function addTerm(context: BindContext, dimension: string, name: string, extra: Partial<Term>): Term {
  const term = newTerm(numberOf(context.numbers, dimension, name), dimension, name, {
    order: context.termCount++,
    ...extra,
  });
  context.terms[term.id] = term;
  namesOf(context, dimension).set(name, term.id);
  return term;
}

function numberOf(numbers: Numbers, dimension: string, name: string): TermId {
  let names = numbers.terms.get(dimension);
  if (!names) {
    names = new Map();
    numbers.terms.set(dimension, names);
  }
  let number = names.get(name);
  if (number === undefined) {
    number = numbers.termCount++;
    names.set(name, number);
  }
  return number;
}

export function namesOf(context: BindContext, dimension: string): Map<string, TermId> {
  let names = context.names.get(dimension);
  if (!names) {
    names = new Map();
    context.names.set(dimension, names);
  }
  return names;
}

/** The dimension of a declaration of terms, whatever it is called there. */
export function dimensionAt(context: BindContext, { tree }: FileContext, declaration: NodeIndex): string {
  const word = nameText(tree, declaration + 1);
  return context.meantDimensions.get(word) ?? word;
}

/** Deals whose own terms hide the portfolio's, nearest first. */
export type Scopes = readonly string[];

/** The term a name means among those that are known, looking in the deals given before the portfolio. */
export function findKnownTerm(
  context: BindContext,
  dimension: string,
  name: string,
  scopes: Scopes,
): TermId | undefined {
  const names = namesOf(context, dimension);
  for (const scope of scopes) {
    const own = names.get(`${scope}.${name}`);
    if (own !== undefined) return own;
  }
  return names.get(name);
}

/** The same while binding: a built-in territory comes in as it is named. */
export function findTerm(context: BindContext, dimension: string, name: string, scopes: Scopes): TermId | undefined {
  let known = findKnownTerm(context, dimension, name, scopes);
  if (known === undefined && dimension === 'territory') known = builtInTerritory(context, name);
  if (known !== undefined && context.late.has(known)) noteLate(context, known);
  return known;
}

/** Notes that a built-in term was named which came in late. */
export function noteLate({ lateNamed }: BindContext, term: TermId): void {
  if (!lateNamed.includes(term)) lateNamed.push(term);
}

function builtInTerritory(context: BindContext, name: string): TermId | undefined {
  const parents = territoryParents(name);
  if (!parents) return undefined;
  const known = namesOf(context, 'territory').get(name);
  if (known !== undefined) return known;
  const members = territoryMembers(name) ?? [];
  const term = addTerm(context, 'territory', name, {
    title: territoryTitle(name),
    builtIn: true,
    closed: members.length > 0,
  });
  context.late.add(term.id);
  for (const parent of parents) {
    const id = builtInTerritory(context, parent);
    if (id !== undefined) term.parents.push(id);
  }
  // A closed region is exactly its members, so all of them must be known once it is.
  for (const member of members) builtInTerritory(context, member);
  return term.id;
}

/** The term of a cut in a dimension that goes by numbers: it comes in as it is named. */
export function findCut(context: BindContext, dimension: string, cut: Cut): TermId {
  const id = namesOf(context, dimension).get(cutName(cut)) ?? addCut(context, dimension, cut);
  if (context.late.has(id)) noteLate(context, id);
  return id;
}

function addCut(context: BindContext, dimension: string, cut: Cut): TermId {
  let below: Term | undefined;
  let above: Term | undefined;
  for (const id of namesOf(context, dimension).values()) {
    const other = context.terms[id];
    if (!other.cut) continue;
    if (compareCuts(other.cut, cut) > 0) {
      if (!above?.cut || compareCuts(other.cut, above.cut) < 0) above = other;
    } else if (!below?.cut || compareCuts(other.cut, below.cut) > 0) below = other;
  }
  const term = addTerm(context, dimension, cutName(cut), { builtIn: true, cut });
  context.late.add(term.id);
  if (below) term.parents.push(below.id);
  if (above) above.parents.splice(0, above.parents.length, term.id);
  return term.id;
}

/** "`Azur` is not a cloud of this portfolio …": what is wrong and what to write. */
export function reportUnknownTerm(
  context: BindContext,
  file: FileContext,
  node: NodeIndex,
  dimension: string,
  name: string,
  scopes: Scopes,
): void {
  const word = termDimension(dimension);
  const near = nearTerm(context, word, name, scopes);
  const message = near?.endsWith(`.${name}`)
    ? `\`${name}\` is declared as ${withArticle(word)} only inside the deal \`${near.slice(0, near.lastIndexOf('.'))}\``
    : `\`${name}\` is not declared as ${withArticle(word)} in this portfolio`;
  report(context, file, node, 'unknown-name', message, {
    help: near
      ? `write \`${near}\` if that is meant, or declare it: \`${word} ${name}\``
      : `declare it: \`${word} ${name}\``,
    ...replacedBy(file, node, near),
  });
}

/** The fix that puts another text in the place of a node; none where there is no text. */
export const replacedBy = (file: FileContext, node: NodeIndex, newText: string | undefined): Pick<Problem, 'fix'> =>
  replacing(spanOf(file.tree, node), newText);

/** Says that a name in a question is that of something new: whoever has misspelt one would else be told that all is clear. */
export function reportNewName(
  context: BindContext,
  file: FileContext,
  node: NodeIndex,
  dimension: string,
  name: string,
  scopes: Scopes,
  near = nearTerm(context, dimension, name, scopes),
): void {
  const otherwise =
    dimension === 'event'
      ? 'nobody knows on which day it happens, or whether it ever does'
      : 'it shares nothing with what the portfolio names';
  report(
    context,
    file,
    node,
    'unknown-name',
    `\`${name}\` is new: this portfolio declares no ${dimension} of this name`,
    {
      severity: near ? 'warning' : 'information',
      help: near ? `did you mean \`${near}\`?` : otherwise,
      ...replacedBy(file, node, near),
    },
  );
}

/** The term of a dimension that is meant by another name, or is written most like it: as it is written in these scopes. */
export function nearTerm(context: BindContext, dimension: string, name: string, scopes: Scopes): string | undefined {
  const word = name.toLowerCase();
  const isTerritory = dimension === 'territory';
  if (isTerritory && WORLD.has(word)) return 'worldwide';
  if (EVERYTHING.has(word)) return 'all';
  const alias = isTerritory ? territoryAliases(name)[0] : undefined;
  if (alias !== undefined) return alias;
  const near = closest(name, candidateNames(context, dimension, name));
  return near && asCalledIn(context, dimension, near, scopes);
}

/** A name as it is written in these scopes: a term of another deal is called with that deal. */
export function asCalledIn(context: BindContext, dimension: string, name: string, scopes: Scopes): string {
  if (findKnownTerm(context, dimension, name, scopes) !== undefined) return name;
  for (const full of namesOf(context, dimension).keys()) if (full.endsWith(`.${name}`)) return full;
  return name;
}

const EVERYTHING: ReadonlySet<string> = new Set(['any', 'every', 'everything', 'anything', 'everyone', 'anyone']);
const WORLD: ReadonlySet<string> = new Set(['worldwide', 'world', 'global', 'globally', 'everywhere', 'universe']);

function* candidateNames(context: BindContext, dimension: string, meant: string): Generator<string> {
  // A name in capitals alone is that of an area of its own: `EMEA` is no misspelt `EEA`.
  const isCode = /^\p{Lu}+$/u.test(meant);
  for (const [name, id] of namesOf(context, dimension)) {
    if (isCode && context.terms[id].builtIn) continue;
    yield name;
    const dot = name.lastIndexOf('.');
    if (dot >= 0) yield name.slice(dot + 1);
  }
}

/** Whether something stands in the standard library, which no portfolio shows. */
export const isBuiltInPlace = ({ file }: Pick<Place, 'file'>): boolean => file === LIBRARY_PATH;

export const LIBRARY_PATH = '';

/** Whether a term is one of the acts of the standard library or a territory that everybody knows. */
export const isBuiltInTerm = ({ builtIn, place }: Term): boolean =>
  builtIn || (place !== undefined && isBuiltInPlace(place));

/** One relation of one term to another, as {@link BindContext.added} keeps it. */
export const relationKey = (term: TermId, relation: 'parents' | 'overlaps' | 'distinct', other: TermId): string =>
  `${term} ${relation} ${other}`;

export const placeOf = (file: FileContext, node: NodeIndex): Place => ({
  file: file.path,
  span: spanOf(file.tree, node),
});
