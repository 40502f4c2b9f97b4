import type { ClauseWindow, DealTimes } from '../model/deal-times.ts';
import { type Clause, type Deal, type Model, SILENT, type ValueId } from '../model/model.ts';
import type { Problem } from '../model/problem.ts';
import { buildTimeline, type Scenario, type Variables, variablesFor, withEventsOf } from '../model/timeline.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { intersects } from '../terms/atom-set.ts';
import type { TermId } from '../terms/set-expression.ts';
import { type DraftView, openDraftView } from './draft-view.ts';
import { type KnownPairs, openKnownPairs } from './known-pairs.ts';
import { createLens, type Lens } from './lens.ts';
import { inTurn, type Meetings } from './meetings.ts';
import { clearPair, judgePair, type PairVerdict } from './pair.ts';
import { isAnyLeftOut, type Searcher, type Segment, searchBetween, searchWithin, segmentOf } from './search.ts';
import { type Arrival, openSignedView } from './signed-view.ts';
import { touchedDeals } from './touched-deals.ts';
import type { View, ViewOptions } from './view.ts';

export const AS_WRITTEN = 'as written';

export interface DocketOptions {
  /** Days since 1970-01-01. */
  readonly asOf: number;
  readonly scenario: Scenario;
  /** Judge under this reading alone. */
  readonly reading?: string;
  /** Whether near misses are looked for; they are unless told otherwise. */
  readonly nearMisses?: boolean;
  /** The deals that names tie to a deal, itself included; absent: any may be. */
  readonly tiedTo?: (deal: Deal) => readonly Deal[];
}

/** A portfolio ready to be judged. */
export interface Docket {
  readonly model: Model;
  /** One a reading, the vocabulary as written first. */
  readonly lenses: readonly Lens[];
  /** What is assumed of events. */
  readonly scenario: Scenario;
  /** The same portfolio where nothing is assumed. */
  readonly unassumed: () => Docket;
  /** Every pair that is not clear, each once, in no particular order. */
  readonly pairs: () => { readonly pairs: readonly PairVerdict[]; readonly neighboursLeftOut: boolean };
  /** Times that mean nothing, and changes of deals that are not there. A draft's may come twice. */
  readonly problemsIn: (path: string) => readonly Problem[];
  /** Any two clauses. */
  readonly between: (a: Clause, b: Clause) => PairVerdict;
  /** What a clause promises, in the view in which it counts. */
  readonly undertakings: (clause: Clause) => readonly Undertaking[];
  /** What the clauses of a deal promise, in their order, in the view in which it counts. */
  readonly promisedIn: (deal: Deal) => readonly Undertaking[];
  /** What a party, a value of `with`, is permitted by others in the view in which a clause counts. */
  readonly permittedTo: (party: ValueId, clause: Clause) => readonly Undertaking[];
  /** Whether two values of `with` may share a party under any reading. */
  readonly mayShareParty: (a: ValueId, b: ValueId) => boolean;
  /** When clauses are in force, and what other deals have to do with it, in the view in which a deal counts. */
  readonly timesIn: (deal: Deal) => DealTimes;
  /** When a clause is in force, in the view in which it counts; or once `draft` is made. */
  readonly windowOf: (clause: Clause, draft?: Deal) => ClauseWindow;
  /** Whether an error keeps a clause from being judged. */
  readonly isBroken: (clause: Clause) => boolean;
  /** Whether another deal shortens a clause's time. */
  readonly isCut: (clause: Clause) => boolean;
  /** Takes in a change of deals; undefined where it reaches too far: open another docket then. */
  readonly revise: (change: DealChange) => Revision | undefined;
}

/** Deals that came in the place of others, all that names tie to them among them. */
export interface DealChange {
  readonly model: Model;
  readonly gone: readonly Deal[];
  readonly fresh: readonly Deal[];
  /** Terms that are new, gone or otherwise related, under any reading. Absent where the vocabulary is what it was. */
  readonly changedTerms?: ReadonlySet<TermId>;
}

/** The pairs that a change has undone, and those that it has made. */
export interface Revision {
  readonly gone: readonly PairVerdict[];
  readonly fresh: readonly PairVerdict[];
  /** Deals that are what they were and may mean something else, for their terms do. */
  readonly touched: readonly Deal[];
}

/** Deals that a change of terms touches, and the pairs that they make now. */
interface Touched {
  readonly deals: readonly Deal[];
  readonly pairs: readonly PairVerdict[];
}

const NOTHING_TOUCHED: Touched = { deals: [], pairs: [] };

export function openDocket(model: Model, options: DocketOptions): Docket {
  let variables = variablesFor(model.terms, model.deals);
  const withNearMisses = options.nearMisses ?? true;
  let lenses = lensesOf(model, variables, options);
  let now: ViewOptions = { model, variables, lenses };
  /** One object, for pairs that stay what they are are shown by what it holds now. */
  const context = { model, lenses, withNearMisses };
  const signed = openSignedView(now);
  const drafts = new Map<Deal, DraftView>();
  let known: KnownPairs | undefined;
  let unassumed: Docket | undefined;

  const tiedTo = (deal: Deal): readonly Deal[] => options.tiedTo?.(deal) ?? now.model.deals;
  const draftView = (draft: Deal): DraftView => {
    let view = drafts.get(draft);
    if (!view) {
      view = openDraftView(now, draft, tiedTo(draft), signed);
      drafts.set(draft, view);
    }
    return view;
  };
  const viewOf = (deal: Deal): View => (deal.status === 'draft' ? draftView(deal) : signed);
  const timesIn = (deal: Deal): DealTimes => viewOf(deal).timesOf(deal);
  const viewFor = (one: Clause, other = one): View => viewOf(one.deal.status === 'draft' ? one.deal : other.deal);
  const isDraft = (deal: Deal): boolean => deal.status === 'draft' && !deal.notYet;
  const firstDrafts = model.deals.filter(isDraft);
  const ofSigned: Searcher = { withNearMisses, isLeftOut: signed.isLeftOut };

  /** Judges what searches have met: no two of them the same pair. */
  const judged = (view: View, searches: readonly Meetings[]): PairVerdict[] => {
    const found: PairVerdict[] = [];
    for (const { byPair } of searches) {
      for (const met of byPair.values()) {
        const pair = judgePair(context, view, met);
        if (pair) found.push(pair);
      }
    }
    return found;
  };
  /** A draft's pairs with some of what is signed. */
  const pairsOfDraft = (view: DraftView, segments: readonly Segment[], whole: boolean): PairVerdict[] => {
    const searcher: Searcher = { withNearMisses, isLeftOut: view.isLeftOut };
    // What is tied to the draft is not as it is in the signed view.
    const elsewhere: Searcher = { ...searcher, isAbsent: (deal) => deal !== view.draft && view.tied.has(deal) };
    return judged(view, [
      ...(whole ? [searchWithin(searcher, view.own), searchBetween(searcher, view.own, view.others)] : []),
      ...segments.map((segment) => searchBetween(elsewhere, view.own, segment)),
    ]);
  };

  const knownNow = (): KnownPairs => {
    if (known) return known;
    const first = judged(signed, [searchWithin(ofSigned, signed.segments()[0])]);
    const ofDrafts = firstDrafts.flatMap((draft) => pairsOfDraft(draftView(draft), signed.segments(), true));
    known = openKnownPairs([...first, ...ofDrafts]);
    return known;
  };

  const isAnybodyLeftOut = (): boolean =>
    withNearMisses && (isAnyLeftOut(signed, lenses) || [...drafts.values()].some((view) => isAnyLeftOut(view, lenses)));

  const mayShare = (a: ValueId, b: ValueId): boolean =>
    lenses.some((lens) => {
      const { atomCount } = lens.taxonomy(lens.parties);
      return intersects(lens.mayCover(lens.parties, a), lens.mayCover(lens.parties, b), atomCount);
    });
  const permittedTo = (party: ValueId, clause: Clause): readonly Undertaking[] => {
    const view = viewFor(clause);
    const isPermitted = ({ effect, to }: Undertaking): boolean =>
      effect === 'permits' && to !== SILENT && mayShare(to, party);
    const permitted = signed.permissions(mayShare, party);
    if (!('tied' in view)) return permitted;
    const { tied, undertakings } = view as DraftView;
    return [...permitted.filter(({ clause: { deal } }) => !tied.has(deal)), ...undertakings.filter(isPermitted)];
  };

  /** The pairs of what came with each other and with what was there. */
  const pairsOf = (arrival: Arrival): PairVerdict[] =>
    judged(signed, [
      searchWithin(ofSigned, arrival.segment),
      ...arrival.others.map((segment) => searchBetween(ofSigned, arrival.segment, segment)),
    ]);

  /** `searched` are the drafts that are looked at as a whole. */
  const reviseDeals = (
    gone: readonly Deal[],
    fresh: readonly Deal[],
    searched: readonly Deal[],
  ): PairVerdict[] | undefined => {
    for (const deal of gone) drafts.delete(deal);
    const before = [...drafts.values()].map((view) => view.leftOut());
    const arrival = signed.replace(now, gone, fresh);
    if (!arrival) return undefined;
    if (before.some((text, at) => text !== [...drafts.values()][at].leftOut())) return undefined;
    const found = pairsOf(arrival);
    for (const view of drafts.values()) found.push(...pairsOfDraft(view, [arrival.segment], false));
    for (const draft of searched) found.push(...pairsOfDraft(draftView(draft), signed.segments(), true));
    return found;
  };

  /** Looks at everything through other lenses. Returns the deals that may meet others in another way, and their pairs. */
  const renew = (changed: ReadonlySet<TermId>, { gone, fresh }: DealChange): Touched | undefined => {
    const before = lenses;
    const next = lensesOf(now.model, variables, options);
    const touched = touchedDeals(now.model, before, next, changed);
    if (!touched) return undefined;
    for (const deal of fresh) touched.delete(deal);
    lenses = next;
    now = { ...now, lenses };
    context.lenses = lenses;
    const arrival = signed.renew(now, new Set(gone), touched);
    if (!arrival) return undefined;
    return { deals: [...touched], pairs: pairsOf(arrival) };
  };

  const revise = (change: DealChange): Revision | undefined => {
    const { model: next, gone, fresh, changedTerms } = change;
    const pairs = knownNow();
    const renewals = renamed(variables, gone, fresh);
    if (!renewals) return undefined;
    variables = changedTerms ? withEventsOf(renewals, next.terms) : renewals;
    now = { model: next, variables, lenses };
    context.model = next;
    const readings = readingsOf(next, options);
    if (readings.length !== lenses.length || readings.some(([name], at) => name !== lenses[at].reading))
      return undefined;
    const areTermsOther = changedTerms !== undefined && changedTerms.size > 0;
    // What is waived is waived for drafts as well.
    const areDraftsOther = areTermsOther || [...gone, ...fresh].some(doesWaive);
    if (areDraftsOther) drafts.clear();
    const touched = areTermsOther ? renew(changedTerms, change) : NOTHING_TOUCHED;
    const searched = (areDraftsOther ? next.deals : fresh).filter(isDraft);
    const again = searched.filter((draft) => !fresh.includes(draft));
    const ofDeals = touched && reviseDeals(gone, fresh, searched);
    if (!ofDeals) return undefined;
    const looked = [...touched.deals, ...again];
    const undone = pairs.forget([...gone, ...looked]);
    const found = [...touched.pairs, ...ofDeals];
    pairs.add(found);
    return { gone: undone, fresh: found, touched: looked };
  };

  return {
    get model() {
      return now.model;
    },
    get lenses() {
      return lenses;
    },
    scenario: options.scenario,
    unassumed: () => {
      if (unassumed?.model !== now.model) unassumed = openDocket(now.model, { ...options, scenario: new Map() });
      return unassumed;
    },
    pairs: () => ({ pairs: knownNow().all(), neighboursLeftOut: isAnybodyLeftOut() }),
    problemsIn: (path) =>
      drafts.size === 0
        ? signed.problemsIn(path)
        : [
            ...signed.problemsIn(path),
            ...[...drafts.values()].flatMap(({ problems }) => problems.filter(({ file }) => file === path)),
          ],
    between: (one, other) => {
      const [a, b] = inTurn(one, other);
      const view = viewFor(a, b);
      const both = segmentOf(now.model, lenses, [a, b].flatMap(view.undertakingsOf));
      const [pair] = judged(view, [searchWithin({ withNearMisses, isLeftOut: () => false }, both)]);
      return pair ?? clearPair(context, a, b);
    },
    undertakings: (clause) => viewFor(clause).undertakingsOf(clause),
    promisedIn: (deal) => viewOf(deal).promisedIn(deal),
    permittedTo,
    mayShareParty: mayShare,
    timesIn,
    windowOf: (clause, draft) =>
      (draft ? draftView(draft).timesOf(clause.deal) : timesIn(clause.deal)).windowOf(clause),
    isBroken: (clause) => clause.broken || timesIn(clause.deal).isUncertain(clause),
    isCut: (clause) => timesIn(clause.deal).isCut(clause),
    revise,
  };
}

/** What is looked through: the name of each reading, and its terms. The vocabulary as written comes first. */
function readingsOf(model: Model, { reading }: DocketOptions): (readonly [name: string, terms: Model['terms']])[] {
  const readings = model.readings
    .filter(({ name, isContradictory }) => !isContradictory && (reading === undefined || name === reading))
    .map(({ name, terms }) => [name, terms] as const);
  return reading === undefined || readings.length === 0 ? [[AS_WRITTEN, model.terms], ...readings] : readings;
}

const lensesOf = (model: Model, variables: Variables, options: DocketOptions): Lens[] =>
  readingsOf(model, options).map(([reading, terms]) =>
    createLens(model, reading, terms, buildTimeline(variables, terms, options.asOf, options.scenario), options.asOf),
  );

const doesWaive = ({ clauses }: Deal): boolean => clauses.some(({ kind }) => kind.effects.includes('waives'));

/** The same variables for deals that came in the place of others; undefined where others renew than did. */
function renamed(variables: Variables, gone: readonly Deal[], fresh: readonly Deal[]): Variables | undefined {
  const renewing = (deals: readonly Deal[]): Deal[] => deals.filter(({ renews }) => renews);
  const [before, after] = [renewing(gone), renewing(fresh)];
  if (before.length + after.length === 0) return variables;
  const named = new Map(before.map((deal) => [deal.name, variables.ofRenewal.get(deal)]));
  if (before.length !== after.length || after.some(({ name }) => named.get(name) === undefined)) return undefined;
  const ofRenewal = new Map(variables.ofRenewal);
  for (const deal of before) ofRenewal.delete(deal);
  for (const deal of after) ofRenewal.set(deal, named.get(deal.name)!);
  return { ...variables, ofRenewal };
}
