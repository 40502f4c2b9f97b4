import type { ClauseWindow } from '../model/deal-times.ts';
import type { Clause, Deal, Model, ValueId } from '../model/model.ts';
import type { Problem } from '../model/problem.ts';
import { buildTimeline, type Scenario, variablesFor } from '../model/timeline.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { eachCandidate, eachNeighbour, roleOf } from './candidates.ts';
import { createLens, type Lens } from './lens.ts';
import { mayComeTogether } from './near-miss.ts';
import { judgePair, type PairContext, type PairVerdict, type Relation, relationsBetween } from './pair.ts';
import { quickJudge } from './quick.ts';
import { openView, type View } from './view.ts';

export const AS_WRITTEN = 'as written';

export interface DocketOptions {
  /** Days since 1970-01-01. */
  readonly asOf: number;
  readonly scenario: Scenario;
  /** Judge under this reading alone. */
  readonly reading?: string;
  readonly report?: (problem: Problem) => void;
  /** Pairs looked at for near misses, at the most. */
  readonly nearMissBudget?: number;
}

/** A portfolio ready to be judged. */
export interface Docket {
  readonly model: Model;
  /** One a reading, the vocabulary as written first. */
  readonly lenses: readonly Lens[];
  /** Every pair that is not clear, each once, in the order of the clauses. */
  readonly pairs: () => { readonly pairs: readonly PairVerdict[]; readonly neighboursLeftOut: boolean };
  /** Any two clauses. */
  readonly between: (a: Clause, b: Clause) => PairVerdict;
  /** What a clause promises, in the view in which it counts. */
  readonly undertakings: (clause: Clause) => readonly Undertaking[];
  /** Everything promised in the view in which a clause counts: what is signed, and its own deal. */
  readonly inView: (clause: Clause) => readonly Undertaking[];
  /** When a clause is in force. */
  readonly windowOf: (clause: Clause) => ClauseWindow;
  /** Whether an error keeps a clause from being judged. */
  readonly isBroken: (clause: Clause) => boolean;
  /** Whether another deal shortens a clause's time. */
  readonly isCut: (clause: Clause) => boolean;
}

const DEFAULT_BUDGET = 2_000_000;

export function openDocket(model: Model, options: DocketOptions): Docket {
  const variables = variablesFor(model.terms, model.deals);
  const lenses = lensesOf(model, options);
  const viewOptions = { model, variables, lenses, report: options.report };
  const base = openView(viewOptions, undefined);
  const drafts = new Map<Deal, View>();
  const viewOf = (draft: Deal): View => {
    const known = drafts.get(draft);
    if (known) return known;
    const view = openView(viewOptions, draft);
    drafts.set(draft, view);
    return view;
  };
  const viewFor = (...clauses: readonly Clause[]): View => {
    const draft = clauses.find(({ deal }) => deal.status === 'draft')?.deal;
    return draft ? viewOf(draft) : base;
  };
  const budget = options.nearMissBudget ?? DEFAULT_BUDGET;
  const context: PairContext = { model, lenses, quick: lenses.map(quickJudge), withNearMisses: budget > 0 };
  return {
    model,
    lenses,
    pairs: () => {
      const found: PairVerdict[] = [];
      let complete = judgeView(context, base, budget, found);
      for (const deal of model.deals) {
        if (deal.status === 'draft' && !deal.notYet)
          complete = judgeView(context, viewOf(deal), budget, found) && complete;
      }
      return { pairs: found.sort(inOrder), neighboursLeftOut: !complete };
    },
    between: (a, b) => {
      const view = viewFor(a, b);
      return judgePair(context, view, relationsBetween(model, view, a, b), a, b);
    },
    undertakings: (clause) => viewFor(clause).byClause.get(clause) ?? [],
    inView: (clause) => viewFor(clause).undertakings,
    windowOf: (clause) => viewFor(clause).times.windowOf(clause),
    isBroken: (clause) => clause.broken || viewFor(clause).times.isUncertain(clause),
    isCut: (clause) => viewFor(clause).times.isCut(clause),
  };
}

const inOrder = (a: PairVerdict, b: PairVerdict): number =>
  a.deal.index - b.deal.index || a.restraint.index - b.restraint.index;

function lensesOf(model: Model, options: DocketOptions): Lens[] {
  const variables = variablesFor(model.terms, model.deals);
  const lens = (reading: string, terms: Model['terms']): Lens =>
    createLens(model, reading, terms, buildTimeline(variables, terms, options.asOf, options.scenario), options.asOf);
  const readings = model.readings.filter(({ name }) => options.reading === undefined || name === options.reading);
  const lenses = readings.map(({ name, terms }) => lens(name, terms));
  return options.reading === undefined || lenses.length === 0 ? [lens(AS_WRITTEN, model.terms), ...lenses] : lenses;
}

/** Judges every pair of a view; of a draft's, those that it takes part in. False when near misses were left out. */
function judgeView(context: PairContext, view: View, budget: number, found: PairVerdict[]): boolean {
  const { undertakings, draft } = view;
  const clauseCount = context.model.clauses.length;
  const relations = new Map<number, Relation[]>();
  const visit = (row: number, otherRow: number): void => {
    const restraint = undertakings[row];
    const deal = undertakings[otherRow];
    if (draft && restraint.clause.deal !== draft && deal.clause.deal !== draft) return;
    const role = roleOf(restraint, deal);
    // What is clear whatever terms may share needs no second look, and most candidates are.
    if (!role || context.quick.every((quick) => quick(role, deal, restraint) === 'clear')) return;
    const [a, b] = [restraint.clause.index, deal.clause.index];
    const key = a < b ? a * clauseCount + b : b * clauseCount + a;
    const known = relations.get(key);
    if (!known) relations.set(key, [{ role, deal, restraint }]);
    else if (!known.some((one) => one.deal === deal && one.restraint === restraint))
      known.push({ role, deal, restraint });
  };
  let complete = true;
  for (const columns of view.columns) {
    eachCandidate(columns, visit);
    const comeTogether = (dimension: number, dealt: ValueId, ruled: ValueId): boolean =>
      mayComeTogether(columns.lens, dimension, dealt, ruled);
    complete = eachNeighbour(columns, budget, comeTogether, visit) && complete;
  }
  for (const list of relations.values()) {
    const [{ deal, restraint }] = list;
    const verdict = judgePair(context, view, list, deal.clause, restraint.clause);
    if (verdict.verdict !== 'clear') found.push(verdict);
  }
  return complete;
}
