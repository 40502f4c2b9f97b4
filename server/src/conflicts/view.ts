import { countsWith } from '../model/deal-links.ts';
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
  /** What the clauses of a deal promise, in their order. */
  readonly promisedIn: (deal: Deal) => readonly Undertaking[];
  readonly waivers: readonly Undertaking[];
  readonly offers: Map<Undertaking, readonly WaiverOffer[]>;
}

export interface ViewOptions {
  readonly model: Model;
  readonly variables: Variables;
  readonly lenses: readonly Lens[];
}

/** What the clauses of a deal promise, in their order. */
export type PromisedByDeal = Map<Deal, readonly Undertaking[]>;

export function promisedBy(byDeal: PromisedByDeal, { deal, ordinal }: Clause): readonly Undertaking[] {
  const promised = byDeal.get(deal) ?? NO_UNDERTAKINGS;
  const from = firstOf(promised, ordinal);
  let until = from;
  while (until < promised.length && promised[until].clause.ordinal === ordinal) until++;
  return promised.slice(from, until);
}

/** Where among the promises of a deal those stand of its clause with this place, or would. */
function firstOf(promised: readonly Undertaking[], ordinal: number): number {
  let low = 0;
  let high = promised.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (promised[middle].clause.ordinal < ordinal) low = middle + 1;
    else high = middle;
  }
  return low;
}

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
  const counts = countsWith(draft);
  const problems: Problem[] = [];
  const times = dealTimes({
    model: partOf(model, deals),
    variables,
    timelines: lenses.map(({ timeline }) => timeline),
    counts,
    report: (problem) => problems.push(problem),
  });
  const byDeal: PromisedByDeal = new Map();
  const undertakings: Undertaking[] = [];
  const waivers: Undertaking[] = [];
  for (const deal of deals) {
    if (!counts(deal)) continue;
    const promised: Undertaking[] = [];
    for (const clause of deal.clauses) {
      const own = undertakingsOf(model, times, clause);
      times.lookAtTimes(clause);
      if (!times.isUncertain(clause)) for (const one of own) promised.push(one);
    }
    byDeal.set(deal, promised);
    for (const one of promised) (one.effect === 'waives' ? waivers : undertakings).push(one);
  }
  // What is asked later finds no new fault.
  return { times, byDeal, undertakings, waivers, problems: [...problems] };
}

/** What a value of parties may cover under any reading. */
export function mayBind(lenses: readonly Lens[], value: ValueId): AtomSet {
  return lenses
    .map((lens) => lens.mayCover(lens.parties, value))
    .reduce((all, one) => (one === all ? all : union(all, one)));
}
