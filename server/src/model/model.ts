import type { NodeIndex, Tree } from '../syntax/tree.ts';
import type { Period } from '../terms/calendar.ts';
import type { Interval } from '../terms/intervals.ts';
import type { Decimal, Money } from '../terms/money.ts';
import type { SetExpression, TermId } from '../terms/set-expression.ts';
import type { Time, VariableId } from '../terms/time.ts';
import type { Dimension, Place, Term } from '../terms/vocabulary.ts';
import type { Span } from '../text/span.ts';
import type { GivenParameters } from './given-parameters.ts';
import type { Problem } from './problem.ts';

/** An index into the values of one dimension; 0 is unrestricted. */
export type ValueId = number;
export const UNRESTRICTED: ValueId = 0;
/** Not given and not inherited. `all` is not silence: it is {@link UNRESTRICTED}. */
export const SILENT: ValueId = -1;

export type Effect = 'permits' | 'excludes' | 'forbids' | 'obliges' | 'preempts' | 'equalizes' | 'waives' | 'records';

export type Flag = 'yes' | 'no' | 'undecided';

export interface Parameter {
  readonly name: string;
  /** As written: one of the types, or a dimension's name. */
  readonly type: string;
  readonly default?: string;
}

export interface Preset {
  /** Its index. */
  readonly dimension: number;
  readonly value: ValueId;
}

export interface Kind {
  readonly name: string;
  readonly effects: readonly Effect[];
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** What the kind presets, as `act = host`. */
  readonly presets: readonly Preset[];
  /** The same of measured dimensions, by their indices; absent where it presets none. */
  readonly measures?: ReadonlyMap<number, readonly Interval[]>;
  readonly self: Flag;
  /** The names of its parameters of the type `clause`, apart from `of`: a clause has that as a field of its own. */
  readonly clauseParameters: readonly string[];
  /** The same of the type `time`, apart from `due`. */
  readonly timeParameters: readonly string[];
  readonly documentation: string;
  /** Absent for the standard library. */
  readonly place?: Place;
}

export type ParameterValue =
  | { readonly type: 'money'; readonly money: Money }
  | { readonly type: 'share'; readonly share: Decimal }
  | { readonly type: 'number'; readonly number: number }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'party'; readonly parties: readonly TermId[] }
  | { readonly type: 'clause'; readonly path: string; readonly span: Span }
  | { readonly type: 'time'; readonly node: NodeIndex }
  | { readonly type: 'flag'; readonly flag: Flag }
  | { readonly type: 'other' };

/** Which states must hold: a value of the dimension `state`. */
export type StateCondition = SetExpression | undefined;

/** A set of uses, but for who is bound: one value a dimension, a stretch of time, states. */
export interface Region {
  /** One a region dimension, by its index. */
  readonly values: readonly ValueId[];
  /** Dimension index to ranges, for measured dimensions; absent: unrestricted. */
  readonly measures?: ReadonlyMap<number, readonly Interval[]>;
  readonly from?: TimeNode;
  readonly until?: TimeNode;
  readonly while?: StateCondition;
}

/** A time as written: it can be resolved only once it is known which deals end which. */
export interface TimeNode {
  /** The one that it is written in. */
  readonly deal: Deal;
  readonly node: NodeIndex;
}

export interface Exception extends Region {
  readonly broken: boolean;
  readonly label?: string;
  readonly span: Span;
  readonly quote?: NodeIndex;
}

/** A path that names clauses or a whole deal. */
export interface Reference {
  readonly path: string;
  readonly span: Span;
}

/** A time that is said, and not by a date. */
export const UNDATED = 'undated';

export type Affiliates = 'yes' | 'no' | 'silent' | { readonly only: SetExpression };

export interface Clause extends Region {
  readonly deal: Deal;
  /** Its place among the clauses of its deal. */
  readonly ordinal: number;
  readonly kind: Kind;
  readonly label?: string;
  /** `deal.label`, or `deal.kind`, `deal.kind#2` where there is no label. */
  readonly name: string;
  /** The label, or else the kind's word. */
  readonly span: Span;
  readonly node: NodeIndex;
  /** Whether a quote stands above its words. */
  readonly isQuoted: boolean;
  readonly parent?: Clause;
  readonly by: readonly SetExpression[];
  /** Whether each of `by` owes the others. */
  readonly mutual: boolean;
  readonly to: readonly SetExpression[];
  /** Whether `to` or `with` stands in the clause itself. */
  readonly namesHolder: boolean;
  readonly affiliates: Affiliates;
  readonly self: Flag;
  readonly exceptions: readonly Exception[];
  readonly subjectTo: readonly Reference[];
  readonly notwithstanding: readonly Reference[];
  readonly parameters: GivenParameters;
  readonly due?: TimeNode;
  /** The day of its `from` where that is a date; undefined where it has none. */
  readonly startDate: Time | typeof UNDATED | undefined;
  /** The same of its `due` or else its `until`: the first day behind it. */
  readonly endDate: Time | typeof UNDATED | undefined;
  /** The one clause that a waiver is about. */
  readonly of?: Reference;
  /** An error in it keeps it from being judged. */
  readonly broken: boolean;
}

export interface Deal {
  readonly index: number;
  readonly name: string;
  readonly title?: string;
  readonly file: string;
  readonly tree: Tree;
  readonly node: NodeIndex;
  readonly span: Span;
  readonly status: 'draft' | 'signed';
  readonly signed?: number;
  readonly by: readonly SetExpression[];
  readonly to: readonly SetExpression[];
  readonly values: readonly ValueId[];
  readonly measures?: ReadonlyMap<number, readonly Interval[]>;
  readonly from?: TimeNode;
  readonly until?: TimeNode;
  readonly while?: StateCondition;
  readonly affiliates: Affiliates;
  readonly renews?: Period;
  readonly renewal?: VariableId;
  /** Relative to the portfolio's root. */
  readonly source?: string;
  readonly amends: readonly Reference[];
  readonly supersedes: readonly Reference[];
  readonly terminates: readonly Reference[];
  readonly clauses: Clause[];
  /** Clauses of kinds that there are not, which are none of its clauses: the deal's name and their label, or what stands for a kind. */
  ofUnknownKind: readonly string[];
  /** See {@link labelsOf}, which fills it in. */
  byLabel: ReadonlyMap<string, Clause> | undefined;
  /** Signed after `asOf`: it does not exist yet. */
  readonly notYet: boolean;
  readonly broken: boolean;
}

export interface Reading {
  readonly name: string;
  readonly title?: string;
  readonly place: Place;
  /** The vocabulary's terms with the reading's relations added. */
  readonly terms: readonly Term[];
  /** It contradicts the vocabulary, or itself: nothing is judged by it. */
  readonly isContradictory: boolean;
}

export interface Expectation {
  readonly verdict: 'conflict' | 'disputed' | 'depends' | 'near miss' | 'clear';
  readonly file: string;
  readonly span: Span;
  readonly first: Reference;
  readonly second?: Reference;
  readonly reading?: Reference;
}

export interface ParsedFile {
  readonly path: string;
  readonly tree: Tree;
}

export interface Model {
  readonly files: readonly ParsedFile[];
  /** Those whose values make a region: who, what, where; a value's index is the place in `values`. */
  readonly regionDimensions: readonly Dimension[];
  readonly dimensions: ReadonlyMap<string, Dimension>;
  readonly terms: readonly Term[];
  readonly readings: readonly Reading[];
  readonly kinds: ReadonlyMap<string, Kind>;
  /** By dimension index, then value. */
  readonly values: readonly (readonly SetExpression[])[];
  /** The value of an expression: the same for the same. Parties are values of `with`. */
  readonly intern: (dimension: number, expression: SetExpression) => ValueId;
  readonly deals: readonly Deal[];
  /** Those that amend others, in the same order. */
  readonly amending: readonly Deal[];
  readonly dealsByName: ReadonlyMap<string, Deal>;
  /** The names of deals that are left out, for another has their name already. */
  readonly secondDeals: readonly string[];
  readonly fileAt: (path: string) => ParsedFile | undefined;
  /** Those of one file, and what it expects. */
  readonly dealsIn: (path: string) => readonly Deal[];
  readonly expectationsIn: (path: string) => readonly Expectation[];
  /** What is wrong with the vocabulary; and with the deals of one file. */
  readonly vocabularyProblems: readonly Problem[];
  readonly problemsIn: (path: string) => readonly Problem[];
  readonly clauses: readonly Clause[];
  readonly expectations: readonly Expectation[];
  readonly problems: readonly Problem[];
  /** Term of each event and state by name, for scenarios and messages. */
  readonly lookup: (dimension: string, name: string, deal?: Deal) => TermId | undefined;
}

export function clausesOf(deals: readonly Deal[]): readonly Clause[] {
  if (deals.length === 1) return deals[0].clauses;
  const all: Clause[] = [];
  for (const { clauses } of deals) for (const clause of clauses) all.push(clause);
  return all;
}

/** What a kind presets in a dimension, by its index. */
export const presetIn = ({ presets }: Kind, dimension: number): ValueId | undefined =>
  presets.find((preset) => preset.dimension === dimension)?.value;

/** Whether clauses of a kind state facts, and promise nothing. */
export const onlyRecords = ({ effects }: Kind): boolean => effects.every((effect) => effect === 'records');

/** Among so few clauses, looking through them is the fastest. */
export const FEW_CLAUSES = 16;

/** The clause that a deal declares itself with a label: of several, the first. */
export const clauseLabelled = (deal: Deal, label: string): Clause | undefined =>
  deal.clauses.length <= FEW_CLAUSES
    ? deal.clauses.find((clause) => clause.label === label)
    : labelsOf(deal).get(label);

/** Label to clause, those that a deal declares itself: of two of one label, the first. */
export function labelsOf(deal: Deal): ReadonlyMap<string, Clause> {
  deal.byLabel ??= firstByLabel(deal.clauses);
  return deal.byLabel;
}

export function firstByLabel(clauses: readonly Clause[]): Map<string, Clause> {
  const found = new Map<string, Clause>();
  for (const clause of clauses) {
    if (clause.label !== undefined && !found.has(clause.label)) found.set(clause.label, clause);
  }
  return found;
}

export const amends = (deal: Deal): boolean => deal.amends.length > 0;

/** The same with some of the deals only. */
export const partOf = (model: Model, deals: readonly Deal[]): Model => ({
  regionDimensions: model.regionDimensions,
  dimensions: model.dimensions,
  terms: model.terms,
  readings: model.readings,
  kinds: model.kinds,
  values: model.values,
  intern: model.intern,
  dealsByName: model.dealsByName,
  fileAt: model.fileAt,
  dealsIn: model.dealsIn,
  expectationsIn: model.expectationsIn,
  vocabularyProblems: model.vocabularyProblems,
  problemsIn: model.problemsIn,
  lookup: model.lookup,
  deals,
  get clauses() {
    return clausesOf(deals);
  },
  get amending() {
    return deals.filter(amends);
  },
  get files() {
    return model.files;
  },
  get secondDeals() {
    return model.secondDeals;
  },
  get expectations() {
    return model.expectations;
  },
  get problems() {
    return model.problems;
  },
});

/** The order in which they are bound: by file, but what a deal amends before it. */
export const inBoundOrder = (a: Clause, b: Clause): number => a.deal.index - b.deal.index || a.ordinal - b.ordinal;

/** The order of the texts: by file, then by place. */
export const inTextOrder = (a: Clause, b: Clause): number =>
  a.deal.file === b.deal.file ? inBoundOrder(a, b) : a.deal.file < b.deal.file ? -1 : 1;
