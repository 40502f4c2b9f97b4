import { type DealTimes, dealTimes } from '../model/deal-times.ts';
import { type Clause, type Deal, type Model, partOf, type ValueId } from '../model/model.ts';
import type { Problem } from '../model/problem.ts';
import type { Variables } from '../model/timeline.ts';
import { NO_UNDERTAKINGS, type Undertaking, undertakingsOf } from '../model/undertakings.ts';
import { type AtomSet, union } from '../terms/atom-set.ts';
import type { Lens } from './lens.ts';
import type { WaiverOffer } from './scene.ts';

/** Which deals count, and what they promise: the signed ones, or these and one draft, whose changes then count as made. */
export interface View {
  readonly timesOf: (deal: Deal) => DealTimes;
  readonly undertakingsOf: (clause: Clause) => readonly Undertaking[];
  readonly waivers: readonly Undertaking[];
  readonly offers: Map<Undertaking, readonly WaiverOffer[]>;
}

export interface ViewOptions {
  readonly model: Model;
  readonly variables: Variables;
  readonly lenses: readonly Lens[];
}

/** What each clause of a deal promises, by its place among them. */
export type PromisedByDeal = Map<Deal, readonly (readonly Undertaking[])[]>;

export const promisedBy = (byDeal: PromisedByDeal, { deal, ordinal }: Clause): readonly Undertaking[] =>
  byDeal.get(deal)?.[ordinal] ?? NO_UNDERTAKINGS;

/** What some deals promise. */
export interface Promises {
  readonly times: DealTimes;
  readonly byDeal: PromisedByDeal;
  readonly undertakings: readonly Undertaking[];
  readonly waivers: readonly Undertaking[];
  readonly problems: readonly Problem[];
}

/** `deals` are all deals, or some that nothing ties to others; a draft counts where it is named. */
export function promisesOf(
  { model, variables, lenses }: ViewOptions,
  deals: readonly Deal[],
  draft: Deal | undefined,
): Promises {
  const counts = (deal: Deal): boolean => !deal.notYet && (deal.status === 'signed' || deal === draft);
  const problems: Problem[] = [];
  const times = dealTimes({
    model: partOf(model, deals),
    variables,
    settledDay: settledDay(variables, lenses),
    counts,
    report: (problem) => problems.push(problem),
  });
  const byDeal: PromisedByDeal = new Map();
  const undertakings: Undertaking[] = [];
  const waivers: Undertaking[] = [];
  for (const deal of deals) {
    if (!counts(deal)) continue;
    const promised = deal.clauses.map((clause) => {
      // Even of a clause that promises nothing to judge, a time that means nothing is an error.
      times.windowOf(clause);
      const own = undertakingsOf(model, times, clause);
      return times.isUncertain(clause) ? NO_UNDERTAKINGS : own;
    });
    byDeal.set(deal, promised);
    for (const own of promised) for (const one of own) (one.effect === 'waives' ? waivers : undertakings).push(one);
  }
  // What is asked later finds no new fault.
  return { times, byDeal, undertakings, waivers, problems: [...problems] };
}

/** The day of an event that is settled in the same way under every reading. */
const settledDay =
  (variables: Variables, lenses: readonly Lens[]) =>
  (term: number): number | undefined => {
    const id = variables.ofEvent.get(term);
    if (id === undefined) return undefined;
    const day = lenses[0].timeline[id].low;
    return lenses.every(
      ({ timeline }) => timeline[id].low === day && timeline[id].high === day && !timeline[id].mayNever,
    )
      ? day
      : undefined;
  };

/** What a value of parties may cover under any reading. */
export function mayBind(lenses: readonly Lens[], value: ValueId): AtomSet {
  return lenses
    .map((lens) => lens.mayCover(lens.parties, value))
    .reduce((all, one) => (one === all ? all : union(all, one)));
}
