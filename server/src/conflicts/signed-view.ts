import type { DealTimes } from '../model/deal-times.ts';
import { type Clause, type Deal, type Model, SILENT, type ValueId } from '../model/model.ts';
import { type Problem, problemsByFile } from '../model/problem.ts';
import { NO_UNDERTAKINGS, type Undertaking } from '../model/undertakings.ts';
import type { Lens } from './lens.ts';
import {
  addToTally,
  emptyTally,
  isEmptied,
  leftOutAmong,
  relaid,
  rowsOfDeals,
  type Segment,
  type SomeRows,
  segmentOf,
  type Tally,
  takeOut,
  tooManyFor,
} from './search.ts';
import { promisedBy, promisesOf, type View, type ViewOptions } from './view.ts';

/** Everything that is signed, kept up with changes of deals. */
export interface SignedView extends View {
  /** All that is promised: what was there at first, and what has come since. */
  readonly segments: () => readonly Segment[];
  /** By lens. */
  readonly tallies: () => readonly Tally[];
  /** What is permitted to somebody who may share with a party; `mayShare` tells of two values of parties. */
  readonly permissions: (mayShare: (a: ValueId, b: ValueId) => boolean, party: ValueId) => readonly Undertaking[];
  readonly problemsIn: (path: string) => readonly Problem[];
  /** Whether near misses of a party, an atom, are left out; by lens. */
  readonly isLeftOut: (lens: number, party: number) => boolean;
  /** Puts deals in the place of others. Undefined where that concerns more than these: it is then of no more use. */
  readonly replace: (options: ViewOptions, gone: readonly Deal[], fresh: readonly Deal[]) => Arrival | undefined;
  /** Takes in other lenses, under which some deals may meet others in another way, and takes deals out. Returns the same. */
  readonly renew: (options: ViewOptions, gone: ReadonlySet<Deal>, touched: ReadonlySet<Deal>) => Arrival | undefined;
}

/** What came, and what it came to. */
export interface Arrival {
  readonly segment: Segment;
  readonly others: readonly Segment[];
}

/** Once more than so many undertakings have come since, and more than this part of the first, it is better to start anew. */
const MANY = 1_000;
const MOST_NEW = 0.25;

export function openSignedView(options: ViewOptions): SignedView {
  let { lenses } = options;
  const first = promisesOf(options, options.model.deals, undefined);
  const { byDeal } = first;
  let main = segmentOf(options.model, lenses, first.undertakings);
  let tallies = talliesOf(lenses, [main]);
  const problems = problemsByFile(first.problems);
  /** The times of deals that have come since. */
  const timesSince = new Map<Deal, DealTimes>();
  /** What is permitted at first, by whom to. */
  let permitted: Map<ValueId, Undertaking[]> | undefined;
  /** What has come since, in few segments: each is more than twice as large as the next, or was the last to come. */
  let since: Segment[] = [];

  const undertakingsOf = (clause: Clause): readonly Undertaking[] => promisedBy(byDeal, clause);
  const promisedIn = (deals: Iterable<Deal>): Undertaking[] => [...deals].flatMap((deal) => byDeal.get(deal) ?? []);
  const isLeftOut = (lens: number, party: number): boolean => tooManyFor(tallies[lens], tallies[lens], party);
  const offers: View['offers'] = new Map();
  let { waivers } = first;
  return {
    timesOf: (deal) => timesSince.get(deal) ?? first.times,
    undertakingsOf,
    promisedIn: (deal) => byDeal.get(deal) ?? NO_UNDERTAKINGS,
    get waivers() {
      return waivers;
    },
    offers,
    segments: () => [main, ...since],
    tallies: () => tallies,
    permissions: (mayShare, party) => {
      permitted ??= permissionsByReceiver(first.undertakings);
      const found: Undertaking[] = [];
      for (const [to, list] of permitted) {
        if (mayShare(to, party)) for (const one of list) if (byDeal.has(one.clause.deal)) found.push(one);
      }
      for (const one of promisedIn(timesSince.keys()))
        if (isPermission(one) && mayShare(one.to, party)) found.push(one);
      return found;
    },
    problemsIn: (path) => problems.get(path) ?? [],
    isLeftOut,
    replace: (now, gone, fresh) => {
      const came = promisesOf(now, fresh, undefined);
      const left = waivers.filter(({ clause }) => gone.includes(clause.deal));
      // What a waiver is about is tied to it, and is fresh as well; one that does not say may answer any restraint.
      if ([...left, ...came.waivers].some(({ clause }) => clause.of === undefined)) return undefined;
      const going = [main, ...since].map((one) => ({ segment: one, only: rowsOfDeals(one, gone) }));
      const segment = segmentOf(now.model, lenses, came.undertakings);
      const concerned: readonly SomeRows[] = [...going, { segment }];
      const before = leftOutAmong(concerned, isLeftOut);
      for (const one of going) addToTally(tallies, one, -1);
      addToTally(tallies, { segment }, 1);
      if (before !== leftOutAmong(concerned, isLeftOut)) return undefined;
      for (const { segment: one, only } of going) takeOut(one, gone, only);
      since = since.filter((one) => !isEmptied(one));
      for (const deal of gone) {
        timesSince.delete(deal);
        problems.delete(deal.file);
        byDeal.delete(deal);
      }
      if (left.length + came.waivers.length > 0) {
        waivers = [...waivers.filter((one) => !left.includes(one)), ...came.waivers];
        offers.clear();
      }
      const others = [main, ...since];
      since = merged(now.model, lenses, [...since, segment]);
      if (areTooMany(main, since)) return undefined;
      for (const deal of fresh) {
        timesSince.set(deal, came.times);
        problems.delete(deal.file);
      }
      for (const [deal, promised] of came.byDeal) byDeal.set(deal, promised);
      for (const [file, found] of problemsByFile(came.problems)) problems.set(file, found);
      return { segment, others };
    },
    renew: (now, gone, touched) => {
      if (waivers.some(({ clause }) => touched.has(clause.deal))) return undefined;
      const before = leftOutByName(lenses, isLeftOut);
      ({ lenses } = now);
      const leaving = [...gone, ...touched];
      for (const one of [main, ...since]) takeOut(one, leaving, rowsOfDeals(one, leaving));
      main = relaid(lenses, main);
      since = since.filter((one) => !isEmptied(one)).map((one) => relaid(lenses, one));
      const others = [main, ...since];
      const segment = segmentOf(now.model, lenses, promisedIn(touched));
      since = merged(now.model, lenses, [...since, segment]);
      if (areTooMany(main, since)) {
        main = segmentOf(now.model, lenses, [main, ...since].flatMap(promisesLeft));
        since = [];
      }
      tallies = talliesOf(lenses, [main, ...since]);
      offers.clear();
      return before === leftOutByName(lenses, isLeftOut) ? { segment, others } : undefined;
    },
  };
}

function talliesOf(lenses: readonly Lens[], segments: readonly Segment[]): readonly Tally[] {
  const tallies = lenses.map(emptyTally);
  for (const segment of segments) addToTally(tallies, { segment }, 1);
  return tallies;
}

/** The parties whose near misses are left out, as a text that is the same for the same terms. */
function leftOutByName(lenses: readonly Lens[], isLeftOut: SignedView['isLeftOut']): string {
  const names: string[] = [];
  for (const [index, { taxonomy, parties }] of lenses.entries()) {
    for (const [atom, terms] of taxonomy(parties).upsets.entries()) {
      if (isLeftOut(index, atom)) names.push(`${index} ${[...terms].sort((a, b) => a - b)}`);
    }
  }
  return names.sort().join();
}

/** What of a segment has not been taken out. */
const promisesLeft = ({ rows }: Segment): Undertaking[] => rows.undertakings.filter((_, row) => rows.parts[row] !== 0);

function areTooMany(main: Segment, since: readonly Segment[]): boolean {
  const arrived = since.reduce((sum, { rows }) => sum + rows.count, 0);
  return arrived > Math.max(MANY, main.rows.count * MOST_NEW);
}

/** So that there are never many segments to search, the last are made one while they are of about one size. */
function merged(model: Model, lenses: readonly Lens[], segments: readonly Segment[]): Segment[] {
  const left = [...segments];
  for (let last = left.length - 1; last > 0 && left[last - 1].rows.count <= 2 * left[last].rows.count; last--) {
    const both = left.splice(last - 1).flatMap(promisesLeft);
    left.push(segmentOf(model, lenses, both));
  }
  return left;
}

const isPermission = ({ effect, to }: Undertaking): boolean => effect === 'permits' && to !== SILENT;

function permissionsByReceiver(undertakings: readonly Undertaking[]): Map<ValueId, Undertaking[]> {
  const groups = new Map<ValueId, Undertaking[]>();
  for (const one of undertakings) {
    if (!isPermission(one)) continue;
    const group = groups.get(one.to);
    if (group) group.push(one);
    else groups.set(one.to, [one]);
  }
  return groups;
}
