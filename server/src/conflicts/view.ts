import type { DealTimes } from '../model/deal-times.ts';
import { dealTimes } from '../model/deal-times.ts';
import type { Clause, Deal, Model, ValueId } from '../model/model.ts';
import { SILENT } from '../model/model.ts';
import type { Problem } from '../model/problem.ts';
import type { Variables } from '../model/timeline.ts';
import { received, type Undertaking, undertakingsOf } from '../model/undertakings.ts';
import { type AtomSet, union } from '../terms/atom-set.ts';
import { type Columns, columnsOf, Part, partsOf } from './columns.ts';
import type { Lens } from './lens.ts';
import type { WaiverOffer } from './scene.ts';

/** Which deals count, and what they promise: the signed ones, or these and one draft, whose changes then count as made. */
export interface View {
  readonly draft: Deal | undefined;
  readonly times: DealTimes;
  /** What is promised, waivers apart, and what parties receive whose restraints meet it. */
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
  const promised: Undertaking[] = [];
  const waivers: Undertaking[] = [];
  for (const clause of model.clauses) {
    if (!counts(clause.deal)) continue;
    // Even of a clause that promises nothing to judge, a time that means nothing is an error.
    times.windowOf(clause);
    const own = undertakingsOf(model, times, clause);
    if (own.length === 0 || times.isUncertain(clause)) continue;
    byClause.set(clause, own);
    for (const one of own) (one.effect === 'waives' ? waivers : promised).push(one);
  }
  const undertakings = withReceived(model, lenses, promised);
  const columns = lenses.map((lens) => columnsOf(undertakings, lens));
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

/** Adds what parties receive, for those parties whose restraints meet it. */
function withReceived(model: Model, lenses: readonly Lens[], promised: readonly Undertaking[]): readonly Undertaking[] {
  const more = new Set<Undertaking>();
  for (const lens of lenses) {
    const bound = new Set<number>();
    let anybody = false;
    for (const one of promised) {
      if ((partsOf(one) & Part.wideRestraint) === 0 || one.by === SILENT) continue;
      const atoms = lens.mayCover(lens.parties, one.by);
      if (atoms.negated) anybody = true;
      else for (let at = 0; at < atoms.atoms.length; at++) bound.add(atoms.atoms[at]);
    }
    if (bound.size === 0 && !anybody) continue;
    const concerned = new Map<ValueId, boolean>();
    for (const one of promised) {
      if ((one.effect !== 'permits' && one.effect !== 'obliges') || one.to === SILENT) continue;
      let concerns = concerned.get(one.to);
      if (concerns === undefined) {
        const atoms = lens.mayCover(lens.parties, one.to);
        concerns = anybody || atoms.negated || atoms.atoms.some((atom) => bound.has(atom));
        concerned.set(one.to, concerns);
      }
      if (concerns) more.add(one);
    }
  }
  return more.size === 0 ? promised : [...promised, ...[...more].flatMap((one) => received(model, one) ?? [])];
}
