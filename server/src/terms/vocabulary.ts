import type { Span } from '../text/span.ts';
import type { Cut } from './cuts.ts';
import type { SetExpression, TermId } from './set-expression.ts';

/** Where something is declared: path relative to the portfolio's root, and the name's span there. */
export interface Place {
  readonly file: string;
  readonly span: Span;
}

/** The name by which a term goes in its own deal: of `deal.term` the part behind the dot. */
export const nameAlone = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

export type Question = 'who' | 'what' | 'where' | 'when' | 'party';

export interface Dimension {
  readonly name: string;
  readonly question: Question;
  /** Values are ranges of numbers, which stand beside the terms. */
  readonly measured: boolean;
  /** Values are ranges of numbers, and each end of one is a term: who is said by a number. */
  readonly byNumber?: boolean;
  readonly title?: string;
  readonly documentation?: string;
  /** Absent for the built-in ones. */
  readonly place?: Place;
}

/** What is known of the day of an event. Days since 1970-01-01. */
export interface EventFacts {
  occurred?: number;
  /** It happens later than this day, if at all. */
  after?: number;
  /** It happens earlier than this day: it happens by then. */
  before?: number;
  presumed?: boolean;
  /** Events that must have happened on an earlier day. */
  readonly afterEvents: TermId[];
}

/**
 * A term of one dimension: a set of things, given by its relations to other terms. Parties are the terms of `party`
 * and the values of `with`; events and states are terms of the dimensions of those names.
 */
export interface Term {
  readonly id: TermId;
  /** Ascends in the order in which a vocabulary declares its terms. */
  readonly order: number;
  readonly dimension: string;
  /** Qualified by its deal where it is declared inside one: `deal.Products`. */
  readonly name: string;
  readonly title?: string;
  readonly documentation?: string;
  /** `in`. */
  readonly parents: TermId[];
  readonly overlaps: TermId[];
  readonly distinct: TermId[];
  equals?: SetExpression;
  open: boolean;
  /** Consists of exactly its members: the EU, a UN M49 region. */
  readonly closed: boolean;
  readonly builtIn: boolean;
  /** Who controls a party, from which day on. */
  readonly under: { readonly party: TermId; readonly from: number }[];
  runBy?: TermId;
  /** Of a dimension that goes by numbers: those that the term is. */
  readonly cut?: Cut;
  readonly event: EventFacts;
  readonly place?: Place;
}

/** Every term and dimension of a portfolio, under one reading. */
export interface Vocabulary {
  /** `as written`, or the reading's name. */
  readonly reading: string;
  readonly terms: readonly Term[];
  readonly dimensions: ReadonlyMap<string, Dimension>;
}

export const BUILT_IN_DIMENSIONS: readonly Dimension[] = [
  { name: 'party', question: 'party', measured: false, title: 'who promises, and to whom' },
  { name: 'with', question: 'who', measured: false, title: 'the one dealt with' },
  { name: 'cloud', question: 'who', measured: false, title: 'the cloud' },
  { name: 'act', question: 'what', measured: false, title: 'what is done' },
  { name: 'scope', question: 'what', measured: false, title: 'what it is done to' },
  { name: 'field', question: 'what', measured: false, title: 'the field of use' },
  { name: 'territory', question: 'where', measured: false, title: 'the territory' },
  { name: 'channel', question: 'where', measured: false, title: 'the channel' },
  { name: 'event', question: 'when', measured: false, title: 'what happens at most once' },
  { name: 'state', question: 'when', measured: false, title: 'what holds on some days' },
];

/** Whether the values of a dimension are written as ranges of numbers. */
export const takesNumbers = ({ measured, byNumber }: Pick<Dimension, 'measured' | 'byNumber'>): boolean =>
  measured || byNumber === true;

/** `with` takes parties; every other dimension takes its own terms. */
export const termDimension = (dimension: string): string => (dimension === 'with' ? 'party' : dimension);

export function newTerm(id: TermId, dimension: string, name: string, extra: Partial<Term> = {}): Term {
  return {
    id,
    order: id,
    dimension,
    name,
    parents: [],
    overlaps: [],
    distinct: [],
    open: false,
    closed: false,
    builtIn: false,
    under: [],
    event: { afterEvents: [] },
    ...extra,
  };
}

/** A copy whose relations can be added to without touching the original. */
export const copyTerm = (term: Term): Term => ({
  ...term,
  parents: [...term.parents],
  overlaps: [...term.overlaps],
  distinct: [...term.distinct],
  under: [...term.under],
  event: { ...term.event, afterEvents: [...term.event.afterEvents] },
});

/** In the order in which they are declared. */
export const inDeclaredOrder = (terms: readonly Term[]): Term[] => [...terms].sort((a, b) => a.order - b.order);
