import type { Deal } from '../model/model.ts';
import type { Problem } from '../model/problem.ts';
import { NO_UNDERTAKINGS, type Undertaking } from '../model/undertakings.ts';
import { addToTally, emptyTally, leftOutAmong, type Segment, segmentOf, type Tally, tooManyFor } from './search.ts';
import type { SignedView } from './signed-view.ts';
import { promisedBy, promisesOf, type View, type ViewOptions } from './view.ts';

/** What is signed and one draft, whose amendments and waivers count as made. It lies over the signed view. */
export interface DraftView extends View {
  readonly draft: Deal;
  /** The deals that names tie to the draft, itself included: only of these does it change anything. */
  readonly tied: ReadonlySet<Deal>;
  /** What the draft promises, and what the deals tied to it do once it is made. */
  readonly own: Segment;
  readonly others: Segment;
  readonly undertakings: readonly Undertaking[];
  readonly problems: readonly Problem[];
  readonly isLeftOut: (lens: number, party: number) => boolean;
  /** Its parties that are left out: the same text for the same. */
  readonly leftOut: () => string;
}

export function openDraftView(options: ViewOptions, draft: Deal, tied: readonly Deal[], signed: SignedView): DraftView {
  const { model, lenses } = options;
  const promises = promisesOf(options, tied, draft);
  const deals = new Set(tied);
  const own = segmentOf(
    model,
    lenses,
    promises.undertakings.filter(({ clause }) => clause.deal === draft),
  );
  const others = segmentOf(
    model,
    lenses,
    promises.undertakings.filter(({ clause }) => clause.deal !== draft),
  );
  const tallies: readonly Tally[] = lenses.map(emptyTally);
  addToTally(tallies, { segment: own }, 1);
  const isLeftOut: DraftView['isLeftOut'] = (lens, party) =>
    tooManyFor(tallies[lens], signed.tallies()[lens], party) ||
    tooManyFor(signed.tallies()[lens], tallies[lens], party);
  return {
    draft,
    tied: deals,
    own,
    others,
    undertakings: promises.undertakings,
    problems: promises.problems,
    timesOf: (deal) => (deals.has(deal) ? promises.times : signed.timesOf(deal)),
    undertakingsOf: (clause) =>
      deals.has(clause.deal) ? promisedBy(promises.byDeal, clause) : signed.undertakingsOf(clause),
    promisedIn: (deal) => (deals.has(deal) ? (promises.byDeal.get(deal) ?? NO_UNDERTAKINGS) : signed.promisedIn(deal)),
    waivers: [...signed.waivers.filter(({ clause }) => !deals.has(clause.deal)), ...promises.waivers],
    offers: new Map(),
    isLeftOut,
    leftOut: () => leftOutAmong([{ segment: own }], isLeftOut),
  };
}
