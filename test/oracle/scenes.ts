/** Shorthand for hand-written scenarios: the portfolios of language.md's examples and of its table of verdicts. */
import type {
  ClauseSpec,
  DealSpec,
  EventSpec,
  ReadingSpec,
  RegionSpec,
  Scenario,
  TermSpec,
  Time,
  Value,
} from './scenario.ts';

export const term = (dimension: string, name: string, relations: Partial<TermSpec> = {}): TermSpec => ({
  dimension,
  name,
  parents: [],
  overlaps: [],
  distinct: [],
  ...relations,
});

/** `'Azure'`, `['US', 'EU']` or a value as it stands. */
export type Said = string | readonly string[] | Value;

const value = (said: Said): Value => {
  if (typeof said === 'string') return said === 'all' ? { kind: 'all' } : { kind: 'name', name: said };
  if (!('kind' in said)) return { kind: 'list', items: said.map(value) };
  return said;
};

const values = (said: Readonly<Record<string, Said>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(said).map(([dimension, one]) => [dimension, value(one)]));

/** `'2027-01'` is a date, `'AGI'` an event, anything else as it stands. */
export type When = string | Time;

const time = (when: When | undefined): Time | undefined => {
  if (typeof when !== 'string') return when;
  return /^\d/.test(when) ? { kind: 'date', date: when } : { kind: 'event', event: when };
};

interface RegionWords {
  readonly from?: When;
  readonly until?: When;
  readonly while?: string;
}

export const region = (said: Readonly<Record<string, Said>>, words: RegionWords = {}): RegionSpec => ({
  values: values(said),
  from: time(words.from),
  until: time(words.until),
  while: words.while,
});

type ClauseWords = Partial<Omit<ClauseSpec, 'region'>> & RegionWords & { readonly ranges?: RegionSpec['ranges'] };

export function clause(
  label: string,
  kind: string,
  said: Readonly<Record<string, Said>> = {},
  words: ClauseWords = {},
): ClauseSpec {
  const { from, until, while: state, ranges, ...rest } = words;
  return {
    label,
    kind,
    exceptions: [],
    subjectTo: [],
    notwithstanding: [],
    ...rest,
    region: { ...region(said, { from, until, while: state }), ranges },
  };
}

interface DealWords extends RegionWords {
  readonly renews?: DealSpec['renews'];
  readonly values?: Readonly<Record<string, Said>>;
  readonly affiliates?: DealSpec['affiliates'];
}

export const deal = (
  name: string,
  by: readonly string[],
  to: readonly string[] | undefined,
  clauses: readonly ClauseSpec[],
  words: DealWords = {},
): DealSpec => ({
  name,
  by,
  to,
  from: time(words.from ?? '2026-01-01'),
  until: time(words.until),
  renews: words.renews,
  values: values(words.values ?? {}),
  affiliates: words.affiliates,
  clauses,
});

export interface SceneWords {
  readonly terms?: readonly TermSpec[];
  readonly events?: readonly EventSpec[];
  readonly states?: Scenario['states'];
  readonly dimensions?: Scenario['dimensions'];
  readonly readings?: readonly ReadingSpec[];
  readonly asOf?: string;
}

/** Two deals around the clauses labelled `x` and `y`, among Alpha, Beta, Gamma and Delta. */
export function scene(deals: readonly DealSpec[], words: SceneWords = {}): Scenario {
  const labelled = (label: string) => deals.find(({ clauses }) => clauses.some((one) => one.label === label))!.name;
  const parties = ['Alpha', 'Beta', 'Gamma', 'Delta'].map((name) => term('party', name));
  const declared = new Set((words.terms ?? []).map(({ name }) => name));
  return {
    seed: 0,
    asOf: words.asOf ?? '2026-06-15',
    dimensions: words.dimensions ?? [],
    terms: [...parties.filter(({ name }) => !declared.has(name)), ...(words.terms ?? [])],
    events: words.events ?? [],
    states: words.states ?? [],
    readings: words.readings ?? [],
    deals,
    pair: [`${labelled('x')}.x`, `${labelled('y')}.y`],
  };
}

/** The usual scene: Alpha restrains itself towards Beta in the first deal, and deals with Gamma in the second. */
export const twoDeals = (
  x: ClauseSpec,
  y: ClauseSpec,
  words: SceneWords & { readonly waivers?: readonly ClauseSpec[] } = {},
): Scenario =>
  scene(
    [deal('dealA', ['Alpha'], ['Beta'], [x, ...(words.waivers ?? [])]), deal('dealB', ['Alpha'], ['Gamma'], [y])],
    words,
  );
