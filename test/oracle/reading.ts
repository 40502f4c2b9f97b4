/**
 * A clause as language.md §5–7 reads it: defaults of its header filled in, promises taken apart, its kind's effects.
 * Plain data still; the formulas (`meaning.ts`) and the plain evaluator (`evaluate.ts`) both start from here.
 */
import { type Effect, KINDS, type Kind } from './kinds.ts';
import {
  type Affiliates,
  clausesOf,
  type PlacedClause,
  questionOf,
  type RegionSpec,
  type Scenario,
  type Time,
  type Value,
} from './scenario.ts';

/** One promise: who makes it, and to whom it is owed. */
export interface PromiseMade {
  readonly by: readonly string[];
  readonly to: readonly string[];
}

export interface ReadClause extends PlacedClause {
  readonly kind: Kind;
  readonly effects: ReadonlySet<Effect>;
  readonly promises: readonly PromiseMade[];
  /** What × where × who as written or inherited, with the act filled in. */
  readonly values: Readonly<Record<string, Value>>;
  readonly ranges: NonNullable<RegionSpec['ranges']>;
  readonly from?: Time;
  readonly until?: Time;
  readonly while?: string;
  readonly exceptions: readonly RegionSpec[];
  /** Absent: nobody has said. */
  readonly affiliates?: Affiliates;
  readonly self: 'yes' | 'no' | 'undecided';
}

/** Reads a clause with the defaults of its deal. */
export function readClause(scenario: Scenario, placed: PlacedClause): ReadClause {
  const { deal, clause } = placed;
  const kind = KINDS[clause.kind];
  const values: Record<string, Value> = { ...deal.values, ...clause.region.values };
  if (!values.act && !kind.effects.includes('waives')) {
    if (!kind.act) throw new Error(`${clause.kind} needs an act`);
    values.act = { kind: 'list', items: kind.act.map((name) => ({ kind: 'name', name })) };
  }
  const namesWho = Object.keys(values).some((dimension) => questionOf(scenario, dimension) === 'who');
  const onlyExcludes = kind.permitsUnlessHolderNamed && namesWho && !clause.to && !clause.region.values.with;
  return {
    ...placed,
    kind,
    effects: new Set(kind.effects.filter((effect) => !(onlyExcludes && effect === 'permits'))),
    promises: promisesOf(placed),
    values,
    ranges: clause.region.ranges ?? {},
    from: clause.region.from,
    until: clause.due ?? clause.region.until,
    while: clause.region.while,
    exceptions: clause.exceptions,
    affiliates: clause.affiliates ?? deal.affiliates,
    self: clause.self ?? kind.silentSelf,
  };
}

/** §5: `to` defaults to the other side of the header; `by = [A, B]` without `to` is mutual. */
function promisesOf({ deal, clause }: PlacedClause): PromiseMade[] {
  const by = clause.by ?? deal.by;
  if (clause.to) return [{ by, to: clause.to }];
  if (clause.by && deal.to) {
    const isOtherSide = clause.by.some((party) => deal.to!.includes(party));
    return [{ by, to: isOtherSide ? deal.by : deal.to }];
  }
  if (deal.to) return [{ by, to: deal.to }];
  if (
    clause.by &&
    !clause.by.every((party) => deal.by.length === 1 && party === deal.by[0]) &&
    clause.by.length === 1
  ) {
    return [{ by, to: deal.by.filter((other) => !by.includes(other)) }];
  }
  return by.map((one) => ({ by: [one], to: by.filter((other) => other !== one) }));
}

/** Every waiver of the scenario. */
export const waiversOf = (scenario: Scenario): ReadClause[] =>
  clausesOf(scenario)
    .filter(({ clause }) => KINDS[clause.kind].effects.includes('waives'))
    .map((placed) => readClause(scenario, placed));

/** Whether a waiver speaks of a clause: `of` it, or of none in particular. */
export function waives(waiver: ReadClause, clause: PlacedClause): boolean {
  const { of } = waiver.clause;
  return (
    of === undefined || of === clause.name || (waiver.deal.name === clause.deal.name && of === clause.clause.label)
  );
}

/** Whether either clause yields to the other (§5, `subject to` and `notwithstanding`). */
export function yields(a: PlacedClause, b: PlacedClause): boolean {
  const meant = (from: PlacedClause, names: readonly string[], other: PlacedClause): boolean =>
    names.some(
      (name) =>
        name === other.name ||
        name === other.deal.name ||
        (from.deal.name === other.deal.name && name === other.clause.label),
    );
  return [
    [a, b],
    [b, a],
  ].some(([x, y]) => meant(x, x.clause.subjectTo, y) || meant(x, x.clause.notwithstanding, y));
}

/** The *who*-dimensions a clause names, its header's included. */
export const whoNamed = (scenario: Scenario, { values }: ReadClause): string[] =>
  Object.keys(values).filter((dimension) => questionOf(scenario, dimension) === 'who');
