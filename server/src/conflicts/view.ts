import type { DealTimes } from '../model/deal-times.ts';
import { dealTimes } from '../model/deal-times.ts';
import type { Clause, Deal, Model, ValueId } from '../model/model.ts';
import type { Problem } from '../model/problem.ts';
import type { Variables } from '../model/timeline.ts';
import { type Undertaking, undertakingsOf } from '../model/undertakings.ts';
import { type AtomSet, union } from '../terms/atom-set.ts';
import { type Columns, columnsOf } from './columns.ts';
import type { Lens } from './lens.ts';
import { rowsOf } from './rows.ts';
import type { WaiverOffer } from './scene.ts';

/** Which deals count, and what they promise: the signed ones, or these and one draft, whose changes then count as made. */
export interface View {
  readonly draft: Deal | undefined;
  readonly times: DealTimes;
  /** What is promised, waivers apart. */
  readonly undertakings: readonly Undertaking[];
  readonly byClause: ReadonlyMap<Clause, readonly Undertaking[]>;
  readonly waivers: readonly Undertaking[];
  /** One a lens. */
  readonly columns: readonly Columns[];
  readonly offers: Map<Undertaking, readonly WaiverOffer[]>;
}

export interface ViewOptions {
  readonly model: Model;
  readonly variables: Variables;
  readonly lenses: readonly Lens[];
  readonly report?: (problem: Problem) => void;
}

export function openView({ model, variables, lenses, report }: ViewOptions, draft: Deal | undefined): View {
  const counts = (deal: Deal): boolean => !deal.notYet && (deal.status === 'signed' || deal === draft);
  const times = dealTimes({ model, variables, settledDay: settledDay(variables, lenses), counts, report });
  const byClause = new Map<Clause, readonly Undertaking[]>();
  const undertakings: Undertaking[] = [];
  const waivers: Undertaking[] = [];
  for (const clause of model.clauses) {
    if (!counts(clause.deal)) continue;
    // Even of a clause that promises nothing to judge, a time that means nothing is an error.
    times.windowOf(clause);
    const own = undertakingsOf(model, times, clause);
    if (own.length === 0 || times.isUncertain(clause)) continue;
    byClause.set(clause, own);
    for (const one of own) (one.effect === 'waives' ? waivers : undertakings).push(one);
  }
  const rows = rowsOf(model, undertakings);
  const columns = lenses.map((lens) => columnsOf(rows, lens));
  return { draft, times, undertakings, byClause, waivers, columns, offers: new Map() };
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
