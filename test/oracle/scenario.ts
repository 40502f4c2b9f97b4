/**
 * What the oracle generates: one small portfolio around one pair of clauses, as plain data. {@link render} writes it as
 * `.deal` text for the engine; `meaning.ts` states it for Z3. Nothing here is the engine's.
 */
import type { Period } from './calendar.ts';

/** A point of time as written. `date` may be a day, a month or a year: `2027-03-05`, `2027-03`, `2027`. */
export type Time =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'start' }
  /** `end`, or `deal.end` of another deal. */
  | { readonly kind: 'end'; readonly deal?: string }
  | { readonly kind: 'sum'; readonly base: Time; readonly period: Period }
  | { readonly kind: 'earlier' | 'later'; readonly times: readonly Time[] }
  | { readonly kind: 'perpetual' };

/** A set of terms as written. */
export type Value =
  | { readonly kind: 'all' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'difference'; readonly from: Value; readonly except: Value };

/** A range of a measured dimension; a missing bound is open, `Included` says whether the bound belongs to it. */
export interface Range {
  readonly low?: number;
  readonly lowIncluded?: boolean;
  readonly high?: number;
  readonly highIncluded?: boolean;
}

export type Question = 'who' | 'what' | 'where';

/** A dimension declared by the portfolio. */
export interface DimensionSpec {
  readonly name: string;
  readonly question: Question;
  readonly number?: boolean;
}

export interface TermSpec {
  readonly dimension: string;
  readonly name: string;
  readonly parents: readonly string[];
  readonly overlaps: readonly string[];
  readonly distinct: readonly string[];
  readonly equals?: readonly string[];
  readonly open?: boolean;
  /** Parties only: controlled by, perhaps only from a day on. */
  readonly under?: { readonly party: string; readonly from?: string };
}

export interface EventSpec {
  readonly name: string;
  readonly occurred?: string;
  /** A date, month or year. */
  readonly afterDate?: string;
  readonly beforeDate?: string;
  readonly afterEvent?: string;
  readonly beforeEvent?: string;
  readonly presumed?: 'yes' | 'no';
}

export interface StateSpec {
  readonly name: string;
  readonly presumedNo?: boolean;
}

/** A region as written: what is absent is not said. `ranges` are the measured dimensions. */
export interface RegionSpec {
  readonly values: Readonly<Record<string, Value>>;
  readonly ranges?: Readonly<Record<string, Range>>;
  readonly from?: Time;
  readonly until?: Time;
  readonly while?: string;
}

export type Affiliates = 'yes' | 'no' | { readonly allExcept: string };

export interface ClauseSpec {
  readonly label: string;
  readonly kind: string;
  readonly by?: readonly string[];
  readonly to?: readonly string[];
  readonly region: RegionSpec;
  readonly due?: Time;
  readonly affiliates?: Affiliates;
  readonly self?: 'yes' | 'no';
  readonly exceptions: readonly RegionSpec[];
  /** Clauses (`deal.label` or a label of this deal) or deals. */
  readonly subjectTo: readonly string[];
  readonly notwithstanding: readonly string[];
  /** Waivers: the only clause it is about. */
  readonly of?: string;
}

export interface DealSpec {
  readonly name: string;
  readonly by: readonly string[];
  readonly to?: readonly string[];
  readonly from?: Time;
  readonly until?: Time;
  readonly renews?: Period;
  readonly values: Readonly<Record<string, Value>>;
  readonly affiliates?: Affiliates;
  readonly clauses: readonly ClauseSpec[];
}

export interface RelationSpec {
  readonly dimension: string;
  readonly term: string;
  readonly relation: 'in' | 'overlaps' | 'distinct';
  readonly other: string;
}

export interface ReadingSpec {
  readonly name: string;
  readonly relations: readonly RelationSpec[];
}

export interface Scenario {
  /** Replays it. */
  readonly seed: number;
  readonly asOf: string;
  readonly dimensions: readonly DimensionSpec[];
  readonly terms: readonly TermSpec[];
  readonly events: readonly EventSpec[];
  readonly states: readonly StateSpec[];
  readonly deals: readonly DealSpec[];
  readonly readings: readonly ReadingSpec[];
  /** The pair, as `deal.label`. */
  readonly pair: readonly [string, string];
}

/** A clause with the deal it stands in. */
export interface PlacedClause {
  readonly name: string;
  readonly deal: DealSpec;
  readonly clause: ClauseSpec;
}

/** Every clause of a scenario with its deal. */
export const clausesOf = (scenario: Scenario): PlacedClause[] =>
  scenario.deals.flatMap((deal) =>
    deal.clauses.map((clause) => ({ name: `${deal.name}.${clause.label}`, deal, clause })),
  );

/** The clause of that full name. */
export function clauseNamed(scenario: Scenario, name: string): PlacedClause {
  const found = clausesOf(scenario).find((placed) => placed.name === name);
  if (!found) throw new Error(`no clause ${name}`);
  return found;
}

/** The question a dimension asks: the built-in ones and those the scenario declares. */
export function questionOf(scenario: Scenario, dimension: string): Question {
  switch (dimension) {
    case 'with':
    case 'cloud':
      return 'who';
    case 'act':
    case 'scope':
    case 'field':
      return 'what';
    case 'territory':
    case 'channel':
      return 'where';
    default: {
      const declared = scenario.dimensions.find(({ name }) => name === dimension);
      if (!declared) throw new Error(`no dimension ${dimension}`);
      return declared.question;
    }
  }
}
