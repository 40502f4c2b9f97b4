import type { ClauseWindow } from '../model/deal-times.ts';
import type { Clause, Deal, Model, ValueId } from '../model/model.ts';
import type { Problem } from '../model/problem.ts';
import { buildTimeline, type Scenario, variablesFor } from '../model/timeline.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { countPairs, eachCandidate, eachNeighbour, hasTooMany, partyCountOf, roleOf, sidesOf } from './candidates.ts';
import { createLens, type Lens } from './lens.ts';
import { mayComeTogether } from './near-miss.ts';
import { judgePair, type PairContext, type PairVerdict, relationsBetween } from './pair.ts';
import { quickJudge } from './quick.ts';
import { undertakingAt } from './rows.ts';
import { openView, type View } from './view.ts';

export const AS_WRITTEN = 'as written';

export interface DocketOptions {
  /** Days since 1970-01-01. */
  readonly asOf: number;
  readonly scenario: Scenario;
  /** Judge under this reading alone. */
  readonly reading?: string;
  readonly report?: (problem: Problem) => void;
  /** Whether near misses are looked for; they are unless told otherwise. */
  readonly nearMisses?: boolean;
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
  const context: PairContext = {
    model,
    lenses,
    quick: lenses.map(quickJudge),
    withNearMisses: options.nearMisses ?? true,
  };
  return {
    model,
    lenses,
    pairs: () => {
      const found: PairVerdict[] = [];
      let complete = judgeView(context, base, found);
      for (const deal of model.deals) {
        if (deal.status === 'draft' && !deal.notYet) complete = judgeView(context, viewOf(deal), found) && complete;
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
function judgeView(context: PairContext, view: View, found: PairVerdict[]): boolean {
  const { draft } = view;
  const met = new Map<Clause, Set<Clause>>();
  let complete = true;
  for (const [index, columns] of view.columns.entries()) {
    const visit = (row: number, otherRow: number): void => {
      const restraint = undertakingAt(columns.rows, row);
      const deal = undertakingAt(columns.rows, otherRow);
      if (draft && restraint.clause.deal !== draft && deal.clause.deal !== draft) return;
      const role = roleOf(restraint, deal);
      // What is clear whatever terms may share needs no second look.
      if (!role || context.quick[index](role, deal, restraint) === 'clear') return;
      const [a, b] = inTurn(restraint.clause, deal.clause);
      const others = met.get(a);
      if (others) others.add(b);
      else met.set(a, new Set([b]));
    };
    const sideSets = sidesOf(columns, columns.key, true);
    for (const { restraints, others } of sideSets) eachCandidate(columns, restraints, columns, others, visit);
    if (!context.withNearMisses) continue;
    const pairs = new Float64Array(partyCountOf(columns));
    for (const sides of sideSets) countPairs(sides, pairs);
    if (pairs.some(hasTooMany)) complete = false;
    const comeTogether = (dimension: number, dealt: ValueId, ruled: ValueId): boolean =>
      mayComeTogether(columns.lens, dimension, dealt, ruled);
    const isLeftOut = (party: number): boolean => hasTooMany(pairs[party]);
    for (const { restraints, others } of sideSets)
      eachNeighbour(columns, restraints, columns, others, isLeftOut, comeTogether, visit);
  }
  for (const [a, others] of met) {
    for (const b of others) {
      const verdict = judgePair(context, view, relationsBetween(context.model, view, a, b), a, b);
      if (verdict.verdict !== 'clear') found.push(verdict);
    }
  }
  return complete;
}

const inTurn = (a: Clause, b: Clause): [Clause, Clause] => (a.index < b.index ? [a, b] : [b, a]);
