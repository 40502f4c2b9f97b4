import { amendedBy, type ClauseWindow, type DealTimes, dealTimes } from '../model/deal-times.ts';
import type { Clause, Deal, Model, Reference, ValueId } from '../model/model.ts';
import { SILENT } from '../model/model.ts';
import type { Problem } from '../model/problem.ts';
import { resolveReference } from '../model/references.ts';
import { buildTimeline, type Scenario, variablesFor } from '../model/timeline.ts';
import { received, type Undertaking, undertakingsOf } from '../model/undertakings.ts';
import { intersects } from '../terms/atom-set.ts';
import type { SetExpression } from '../terms/set-expression.ts';
import {
  type Columns,
  columnsOf,
  eachCandidate,
  eachNeighbour,
  isRestraint,
  type MayShare,
  mayBind,
  mayShareUnder,
  meetsReceived,
  roleOf,
} from './candidates.ts';
import { type Judgement, judge, type Role } from './judge.ts';
import { createLens, type Lens } from './lens.ts';
import { findNearMiss, type NearMiss } from './near-miss.ts';
import { type QuickJudge, quickJudge } from './quick.ts';
import type { WaiverOffer } from './scene.ts';
import { combineReadings, rankOf, type Verdict } from './verdict.ts';

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

/** How two undertakings meet. */
export interface Relation {
  readonly role: Role;
  readonly deal: Undertaking;
  readonly restraint: Undertaking;
}

/** What was found of two clauses. */
export interface PairVerdict {
  /** The clause that deals, and the one that restrains. */
  readonly deal: Clause;
  readonly restraint: Clause;
  readonly verdict: Verdict | 'too complex';
  readonly byReading: ReadonlyMap<string, Verdict>;
  /** The relation and reading that show the verdict; absent where it is clear. */
  readonly shown?: Relation & { readonly lens: Lens; readonly judgement: Judgement; readonly nearMiss?: NearMiss };
}

/** Which deals count: the signed ones, or these and one draft. */
interface View {
  readonly draft: Deal | undefined;
  readonly times: DealTimes;
  readonly undertakings: readonly Undertaking[];
  readonly byClause: ReadonlyMap<Clause, readonly Undertaking[]>;
  readonly waivers: readonly Undertaking[];
  readonly offers: Map<Undertaking, readonly WaiverOffer[]>;
}

/** A portfolio ready to be judged. */
export interface Docket {
  readonly model: Model;
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
  /** Whether another deal shortens a clause's time. */
  readonly isCut: (clause: Clause) => boolean;
}

const DEFAULT_BUDGET = 2_000_000;

export function openDocket(model: Model, options: DocketOptions): Docket {
  const lenses = lensesOf(model, options);
  const quick = lenses.map(quickJudge);
  const mayShare = mayShareUnder(lenses);
  const views = viewFactory(model, options, lenses);
  const base = views(undefined);
  const drafts = new Map<Deal, View>();
  const viewFor = (a: Clause, b: Clause): View => {
    const draft = [a.deal, b.deal].find((deal) => deal.status === 'draft');
    if (!draft) return base;
    let view = drafts.get(draft);
    if (!view) {
      view = views(draft);
      drafts.set(draft, view);
    }
    return view;
  };
  const context: PairContext = { model, lenses, quick };
  return {
    model,
    lenses,
    pairs: () => {
      const found: PairVerdict[] = [];
      let leftOut = judgeView(context, base, mayShare, options, found);
      for (const deal of model.deals) {
        if (deal.status !== 'draft' || deal.notYet || deal.clauses.length === 0) continue;
        leftOut = judgeView(context, viewFor(deal.clauses[0], deal.clauses[0]), mayShare, options, found) || leftOut;
      }
      return { pairs: found.sort(inOrder), neighboursLeftOut: leftOut };
    },
    between: (a, b) => judgePair(context, viewFor(a, b), relationsBetween(model, viewFor(a, b), a, b), a, b, true),
    undertakings: (clause) => viewFor(clause, clause).byClause.get(clause) ?? [],
    inView: (clause) => viewFor(clause, clause).undertakings,
    windowOf: (clause) => viewFor(clause, clause).times.windowOf(clause),
    isCut: (clause) => viewFor(clause, clause).times.isCut(clause),
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

function viewFactory(model: Model, options: DocketOptions, lenses: readonly Lens[]): (draft: Deal | undefined) => View {
  const variables = variablesFor(model.terms, model.deals);
  const settledDay = (term: number): number | undefined => {
    const id = variables.ofEvent.get(term);
    if (id === undefined) return undefined;
    const [first, ...rest] = lenses.map(({ timeline }) => timeline[id]);
    if (first.low !== first.high || first.mayNever) return undefined;
    return rest.every((one) => one.low === first.low && one.high === first.low && !one.mayNever)
      ? first.low
      : undefined;
  };
  return (draft) => {
    const counts = (deal: Deal): boolean => !deal.notYet && (deal.status === 'signed' || deal === draft);
    const times = dealTimes({ model, variables, settledDay, counts, report: options.report });
    const byClause = new Map<Clause, readonly Undertaking[]>();
    const undertakings: Undertaking[] = [];
    const waivers: Undertaking[] = [];
    for (const clause of model.clauses) {
      if (!counts(clause.deal)) continue;
      const promised = undertakingsOf(model, times, clause);
      if (promised.length === 0) continue;
      byClause.set(clause, promised);
      for (const one of promised) (one.effect === 'waives' ? waivers : undertakings).push(one);
    }
    return { draft, times, undertakings, byClause, waivers, offers: new Map() };
  };
}

interface PairContext {
  readonly model: Model;
  readonly lenses: readonly Lens[];
  readonly quick: readonly QuickJudge[];
}

/** Judges every pair of a view; of a draft's, those that it takes part in. True when near misses were left out. */
function judgeView(
  context: PairContext,
  view: View,
  mayShare: MayShare,
  options: DocketOptions,
  found: PairVerdict[],
): boolean {
  const { lenses } = context;
  const undertakings = withReceived(context, view);
  const columns = columnsOf(undertakings, lenses);
  const concerns = (restraint: number, deal: number): boolean =>
    view.draft === undefined ||
    undertakings[restraint].clause.deal === view.draft ||
    undertakings[deal].clause.deal === view.draft;
  const relations = new PairTable(context.model.clauses.length);
  eachCandidate(columns, lenses, mayShare, (restraint, deal) => {
    if (concerns(restraint, deal)) relations.add(columns, restraint, deal);
  });
  const budget = options.nearMissBudget ?? DEFAULT_BUDGET;
  const complete = eachNeighbour(columns, lenses, mayShare, budget, (restraint, deal) => {
    if (concerns(restraint, deal)) relations.add(columns, restraint, deal);
  });
  for (const [, list] of relations.entries()) {
    const [{ deal, restraint }] = list;
    const verdict = judgePair(context, view, list, deal.clause, restraint.clause, true);
    if (verdict.verdict !== 'clear') found.push(verdict);
  }
  return !complete;
}

/** The pairs of clauses that meet at all, each with every way in which its undertakings do. */
class PairTable {
  private readonly table = new Map<number, Relation[]>();
  private readonly clauseCount: number;

  constructor(clauseCount: number) {
    this.clauseCount = clauseCount;
  }

  add(columns: Columns, restraint: number, deal: number): void {
    const [ruling, dealing] = [columns.undertakings[restraint], columns.undertakings[deal]];
    const role = roleOf(ruling, dealing);
    if (!role) return;
    const [a, b] = [ruling.clause.index, dealing.clause.index];
    const key = a < b ? a * this.clauseCount + b : b * this.clauseCount + a;
    const known = this.table.get(key);
    if (!known) this.table.set(key, [{ role, deal: dealing, restraint: ruling }]);
    else if (!known.some((one) => one.deal === dealing && one.restraint === ruling)) {
      known.push({ role, deal: dealing, restraint: ruling });
    }
  }

  entries(): Iterable<[number, Relation[]]> {
    return this.table;
  }
}

/** Adds what parties receive, for those parties whose restraints meet it. */
function withReceived({ model, lenses }: PairContext, view: View): readonly Undertaking[] {
  const bound = new Set<number>();
  let anybody = false;
  for (const one of view.undertakings) {
    if (!isRestraint(one) || !meetsReceived(one) || one.by === SILENT) continue;
    const atoms = mayBind(lenses, one.by);
    if (atoms.negated) anybody = true;
    for (const atom of atoms.atoms) bound.add(atom);
  }
  if (bound.size === 0 && !anybody) return view.undertakings;
  const more: Undertaking[] = [];
  for (const one of view.undertakings) {
    if ((one.effect !== 'permits' && one.effect !== 'obliges') || one.to === SILENT) continue;
    const atoms = mayBind(lenses, one.to);
    if (!anybody && !atoms.negated && !atoms.atoms.some((atom) => bound.has(atom))) continue;
    const taken = received(model, one);
    if (taken) more.push(taken);
  }
  return more.length === 0 ? view.undertakings : [...view.undertakings, ...more];
}

function relationsBetween(model: Model, view: View, a: Clause, b: Clause): Relation[] {
  const relations: Relation[] = [];
  const meet = (restraints: readonly Undertaking[], others: readonly Undertaking[]): void => {
    for (const restraint of restraints) {
      if (!isRestraint(restraint)) continue;
      for (const other of others) {
        const role = roleOf(restraint, other);
        if (role) relations.push({ role, deal: other, restraint });
      }
    }
  };
  const of = (clause: Clause): Undertaking[] => {
    const own = view.byClause.get(clause) ?? [];
    const taken = own
      .filter(({ effect }) => effect === 'permits' || effect === 'obliges')
      .map((one) => received(model, one))
      .filter((one) => one !== undefined);
    return [...own, ...taken];
  };
  meet(of(a), of(b));
  meet(
    of(b),
    of(a).filter(({ effect }) => effect !== 'excludes'),
  );
  return relations;
}

function judgePair(
  context: PairContext,
  view: View,
  relations: readonly Relation[],
  deal: Clause,
  restraint: Clause,
  withNearMisses: boolean,
): PairVerdict {
  const shownAs = { deal: relations[0]?.deal.clause ?? deal, restraint: relations[0]?.restraint.clause ?? restraint };
  const byReading = new Map<string, Verdict>();
  if (relations.length === 0 || yields(context.model, deal, restraint) || yields(context.model, restraint, deal)) {
    for (const { reading } of context.lenses) byReading.set(reading, 'clear');
    return { ...shownAs, verdict: 'clear', byReading };
  }
  let shown: { verdict: Verdict; relation: Relation; lens: Lens; nearMiss?: NearMiss } | undefined;
  for (let index = 0; index < context.lenses.length; index++) {
    const lens = context.lenses[index];
    const worst = worstUnder(context, view, relations, index, withNearMisses);
    if (worst === 'too complex') return { ...shownAs, verdict: 'too complex', byReading };
    byReading.set(lens.reading, worst.verdict);
    if (worst.relation && (!shown || rankOf(worst.verdict) > rankOf(shown.verdict))) {
      shown = { verdict: worst.verdict, relation: worst.relation, lens, nearMiss: worst.nearMiss };
    }
  }
  const verdict = combineReadings([...byReading.values()]);
  if (!shown) return { ...shownAs, verdict, byReading };
  const { relation, lens, nearMiss } = shown;
  const offers = offersFor(context, view, relation.restraint);
  const judgement = judge(lens, relation.role, relation.deal, relation.restraint, offers);
  return {
    deal: relation.deal.clause,
    restraint: relation.restraint.clause,
    verdict,
    byReading,
    shown: { ...relation, lens, judgement, nearMiss },
  };
}

type Worst = { readonly verdict: Verdict; readonly relation?: Relation; readonly nearMiss?: NearMiss };

function worstUnder(
  context: PairContext,
  view: View,
  relations: readonly Relation[],
  index: number,
  withNearMisses: boolean,
): Worst | 'too complex' {
  const lens = context.lenses[index];
  let found: Worst = { verdict: 'clear' };
  for (const relation of relations) {
    const { role, deal, restraint } = relation;
    const offers = offersFor(context, view, restraint);
    const quick = offers.length === 0 ? context.quick[index].judge(role, deal, restraint) : 'unsure';
    const verdict = quick === 'unsure' ? judge(lens, role, deal, restraint, offers).verdict : quick;
    if (verdict === 'too complex') return verdict;
    if (rankOf(verdict) > rankOf(found.verdict)) found = { verdict, relation };
  }
  if (found.verdict !== 'clear' || !withNearMisses) return found;
  for (const relation of relations) {
    const { role, deal, restraint } = relation;
    const nearMiss = findNearMiss(lens, role, deal, restraint, offersFor(context, view, restraint));
    if (nearMiss) return { verdict: 'near miss', relation, nearMiss };
  }
  return found;
}

/** The waivers that may answer a restraint, by the party that could object; none unless each of them may have given one. */
function offersFor({ model, lenses }: PairContext, view: View, restraint: Undertaking): readonly WaiverOffer[] {
  if (view.waivers.length === 0) return NO_OFFERS;
  const known = view.offers.get(restraint);
  if (known) return known;
  const parties = lenses[0].parties;
  const overlap = (a: ValueId, b: ValueId): boolean =>
    intersects(mayBind(lenses, a), mayBind(lenses, b), lenses[0].taxonomy(parties).atomCount);
  const offer = (party: SetExpression): WaiverOffer => {
    const objector = model.intern(parties, party);
    const waivers = view.waivers.filter(
      (waiver) =>
        waiver.by !== SILENT &&
        overlap(waiver.by, objector) &&
        (waiver.to === SILENT || restraint.by === SILENT || overlap(waiver.to, restraint.by)) &&
        isAbout(model, waiver.clause, restraint.clause),
    );
    return { objector, waivers };
  };
  const offers = restraint.owedTo.map(offer);
  const complete = offers.length > 0 && offers.every(({ waivers }) => waivers.length > 0) ? offers : NO_OFFERS;
  view.offers.set(restraint, complete);
  return complete;
}

const NO_OFFERS: readonly WaiverOffer[] = [];

const isAbout = (model: Model, waiver: Clause, restraint: Clause): boolean =>
  waiver.of === undefined || names(model, waiver.of, waiver.deal, restraint);

/** Whether a reference means a clause: it, another version of it, or the deal that it belongs to or joined. */
function names(model: Model, reference: Reference, from: Deal, clause: Clause): boolean {
  const target = resolveReference(model, reference.path, from);
  if (target.kind === 'deal') return target.deal === clause.deal || amendedBy(model, clause.deal).includes(target.deal);
  if (target.kind !== 'clause') return false;
  if (target.clause === clause) return true;
  if (target.clause.label === undefined || target.clause.label !== clause.label) return false;
  const family = new Set([target.clause.deal, ...amendedBy(model, target.clause.deal)]);
  return family.has(clause.deal) || amendedBy(model, clause.deal).some((deal) => family.has(deal));
}

/** Whether a clause gives way to another wherever they meet. */
const yields = (model: Model, one: Clause, other: Clause): boolean =>
  one.subjectTo.some((reference) => names(model, reference, one.deal, other)) ||
  other.notwithstanding.some((reference) => names(model, reference, other.deal, one));
