/** Regions and uses for Z3: cells of the dimensions, and whether a use lies in what a clause says. */
import { and, FALSE, type Formula, not, or, type Script, shared, TRUE, truth, variable } from './formula.ts';
import type { Control } from './parties.ts';
import type { ReadClause } from './reading.ts';
import { questionOf, type Range, type ReadingSpec, type RegionSpec, type Scenario, type Value } from './scenario.ts';
import { atMost, BEGINNING, before, constantDay, type Instant, type Timing } from './timing.ts';
import { type Atom, membership, termsDimension, type Vocabulary } from './vocabulary.ts';

/** Everything a formula about a pair is written in: one reading of one scenario. */
export interface Setting {
  readonly scenario: Scenario;
  readonly reading?: ReadingSpec;
  readonly script: Script;
  readonly timing: Timing;
  readonly controls: readonly Control[];
  readonly vocabulary: (dimension: string) => Vocabulary;
}

/** An open fact of the world: a boolean variable. */
export const fact = ({ script }: Setting, name: string): Formula => variable(script, name);

/** A part of one dimension that the regions at hand do not tell apart further. */
export interface Cell {
  readonly dimension: string;
  readonly key: string;
  readonly atom?: Atom;
  /** Of a measured dimension. */
  readonly number?: number;
}

/** One cell in each dimension that matters. */
export type Use = ReadonlyMap<string, Cell>;

export const isNumber = ({ scenario }: Setting, dimension: string): boolean =>
  scenario.dimensions.some(({ name, number }) => name === dimension && number);

/** A party named by a clause: its members and, where the clause says so, its affiliates on that day. */
export function namedParty(setting: Setting, clause: ReadClause, name: string, atom: Atom, day: Instant): Formula {
  const parties = setting.vocabulary('party');
  const known = (one: string) => fact(setting, one);
  const isIn = (party: string, where: Atom) => membership(parties, where, party, known);
  const itself = isIn(name, atom);
  const { affiliates } = clause;
  if (affiliates === 'no' || itself === TRUE) return itself;
  const controlled = setting.controls.map(({ subsidiary, parent, from }) => {
    const parentAtom = parties.atoms.find(({ key }) => key === parent)!;
    const since = from === undefined ? TRUE : atMost(constantDay(from), day);
    return and(isIn(subsidiary, atom), since, isIn(name, parentAtom));
  });
  const spared = typeof affiliates === 'object' ? isIn(affiliates.allExcept, atom) : FALSE;
  const reached = and(or(...controlled), not(spared));
  if (reached === FALSE) return itself;
  const included = affiliates === undefined ? fact(setting, `affiliates of ${clause.name}`) : TRUE;
  return or(itself, and(included, reached));
}

/** Whether one of several named parties is meant. */
export const anyParty = (
  setting: Setting,
  clause: ReadClause,
  names: readonly string[],
  atom: Atom,
  day: Instant,
): Formula => or(...names.map((name) => namedParty(setting, clause, name, atom, day)));

/** Whether a written value contains an atom. */
export function contains(
  setting: Setting,
  clause: ReadClause,
  dimension: string,
  value: Value,
  atom: Atom,
  day: Instant,
): Formula {
  const inside = (part: Value) => contains(setting, clause, dimension, part, atom, day);
  switch (value.kind) {
    case 'all':
      return TRUE;
    case 'name':
      if (dimension === 'with') return namedParty(setting, clause, value.name, atom, day);
      return membership(setting.vocabulary(dimension), atom, value.name, (name) => fact(setting, name));
    case 'list':
      return or(...value.items.map(inside));
    case 'difference':
      return and(inside(value.from), not(inside(value.except)));
  }
}

/** Whether a range contains a number. */
export function inRange({ low, lowIncluded, high, highIncluded }: Range, number: number): boolean {
  if (low !== undefined && (lowIncluded ? number < low : number <= low)) return false;
  return !(high !== undefined && (highIncluded ? number > high : number >= high));
}

/** Whether a cell is within what a region says of its dimension; `undefined` where it says nothing. */
export function inDimension(
  setting: Setting,
  clause: ReadClause,
  region: Pick<RegionSpec, 'values' | 'ranges'>,
  cell: Cell,
  day: Instant,
): Formula | undefined {
  if (cell.number !== undefined) {
    const range = region.ranges?.[cell.dimension];
    return range && truth(inRange(range, cell.number));
  }
  const value = region.values[cell.dimension];
  return value && contains(setting, clause, cell.dimension, value, cell.atom!, day);
}

/** Whether a state holds on a day. */
export function holds(setting: Setting, state: string, day: Instant): Formula {
  const { script, scenario } = setting;
  if (scenario.states.some(({ name, presumedNo }) => name === state && presumedNo)) return FALSE;
  const name = `|${state} holds|`;
  if (!script.known.has(name)) {
    script.known.set(name, name);
    script.lines.push(`(declare-fun ${name} (Int) Bool)`);
  }
  return `(${name} ${day.text})`;
}

/** A clause's own time, the deal's where it gives none. */
export function startOf({ timing }: Setting, { from, deal }: ReadClause): Instant {
  return from ? timing.start(from, deal) : timing.dealStart(deal);
}

export function endOf({ timing }: Setting, { until, deal }: ReadClause): Instant {
  return until ? timing.end(until, deal) : timing.dealEnd(deal);
}

/** Whether a clause is in force on a day, its state included. */
export function inForce(setting: Setting, clause: ReadClause, day: Instant): Formula {
  const state = clause.while ? holds(setting, clause.while, day) : TRUE;
  return and(atMost(startOf(setting, clause), day), before(day, endOf(setting, clause)), state);
}

/** Whether a use on a day is in one of a clause's exceptions. */
export function excepted(setting: Setting, clause: ReadClause, use: Use, day: Instant): Formula {
  const { timing, script } = setting;
  const regions = clause.exceptions.map((region) => {
    const { from, until } = region;
    const time = and(
      from ? atMost(timing.start(from, clause.deal), day) : TRUE,
      until ? before(day, timing.end(until, clause.deal)) : TRUE,
      region.while ? holds(setting, region.while, day) : TRUE,
    );
    if (time === FALSE) return FALSE;
    return and(time, ...[...use.values()].map((cell) => inDimension(setting, clause, region, cell, day) ?? TRUE));
  });
  return shared(script, or(...regions));
}

/** The days on which something about a clause begins or stops to hold. */
export function boundaries(setting: Setting, clause: ReadClause): Instant[] {
  const { timing } = setting;
  const days = [startOf(setting, clause), endOf(setting, clause)];
  for (const { from, until } of clause.exceptions) {
    if (from) days.push(timing.start(from, clause.deal));
    if (until) days.push(timing.end(until, clause.deal));
  }
  return days;
}

/** The dimensions some clause says something of, and always `with`. */
export function dimensionsOf(clauses: readonly ReadClause[]): string[] {
  const regions = clauses.flatMap((clause) => [clause, ...clause.exceptions]);
  return [
    ...new Set([
      ...regions.flatMap(({ values, ranges }) => [...Object.keys(values), ...Object.keys(ranges ?? {})]),
      'with',
    ]),
  ];
}

/** The cells of a dimension: its atoms, those merged that no value at hand tells apart. */
export function cellsOf(setting: Setting, clauses: readonly ReadClause[], dimension: string): Cell[] {
  const regions = clauses.flatMap((clause) => [clause, ...clause.exceptions].map((region) => ({ clause, region })));
  if (isNumber(setting, dimension)) {
    const ranges = regions.flatMap(({ region }) => region.ranges?.[dimension] ?? []);
    const bounds = ranges.flatMap(({ low, high }) => [low, high]).filter((bound) => bound !== undefined);
    return numbersAround(bounds).map((number) => ({ dimension, key: `${number}`, number }));
  }
  const { atoms } = setting.vocabulary(termsDimension(dimension));
  const cells = atoms.map((atom): Cell => ({ dimension, key: atom.key, atom }));
  if (dimension === 'with') return cells;
  const seen = new Set<string>();
  return cells.filter((cell) => {
    const sign = signature(setting, clauses, cell);
    return !seen.has(sign) && seen.add(sign);
  });
}

/** What the values at hand say of a cell: cells of one signature need not be told apart. Not for `with`. */
export function signature(setting: Setting, clauses: readonly ReadClause[], cell: Cell): string {
  const anyDay = constantDay(BEGINNING);
  return clauses
    .flatMap((clause) =>
      [clause, ...clause.exceptions].map((region) => inDimension(setting, clause, region, cell, anyDay)),
    )
    .map((formula) => formula ?? '-')
    .join(';');
}

/** Each bound, and a number in every gap between and beyond them. */
function numbersAround(bounds: readonly number[]): number[] {
  const sorted = [...new Set(bounds)].sort((a, b) => a - b);
  if (sorted.length === 0) return [0];
  const between = sorted.flatMap((bound, index) => [
    bound,
    index + 1 < sorted.length ? (bound + sorted[index + 1]) / 2 : bound + 1,
  ]);
  return [sorted[0] - 1, ...between];
}

export const isWho = ({ scenario }: Setting, dimension: string): boolean => questionOf(scenario, dimension) === 'who';
