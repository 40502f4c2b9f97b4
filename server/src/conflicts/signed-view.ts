import type { DealTimes } from '../model/deal-times.ts';
import { type Clause, type Deal, SILENT, type ValueId } from '../model/model.ts';
import type { Problem } from '../model/problem.ts';
import type { Undertaking } from '../model/undertakings.ts';
import {
  addToTally,
  emptyTally,
  leftOutAmong,
  type Segment,
  segmentOf,
  type Tally,
  takeOut,
  tooManyFor,
} from './search.ts';
import { promisesOf, type View, type ViewOptions } from './view.ts';

/** Everything that is signed, kept up with changes of deals. */
export interface SignedView extends View {
  /** All that is promised: what was there at first, and what has come since. */
  readonly segments: () => readonly Segment[];
  /** By lens. */
  readonly tallies: readonly Tally[];
  /** What is permitted to somebody who may share with a party; `mayShare` tells of two values of parties. */
  readonly permissions: (mayShare: (a: ValueId, b: ValueId) => boolean, party: ValueId) => readonly Undertaking[];
  readonly problemsIn: (path: string) => readonly Problem[];
  /** Whether near misses of a party, an atom, are left out; by lens. */
  readonly isLeftOut: (lens: number, party: number) => boolean;
  /** Puts deals in the place of others. Undefined where that concerns more than these: it is then of no more use. */
  readonly replace: (options: ViewOptions, gone: readonly Deal[], fresh: readonly Deal[]) => Arrival | undefined;
}

/** What came, and what it came to. */
export interface Arrival {
  readonly segment: Segment;
  readonly others: readonly Segment[];
}

/** With more undertakings that have come since than this part of the first, or so many, it is better to start anew. */
const MOST_NEW = 0.25;
const FEW = 1_000;

export function openSignedView(options: ViewOptions): SignedView {
  const { lenses } = options;
  const first = promisesOf(options, options.model.deals, undefined);
  const byClause = new Map(first.byClause);
  const main = segmentOf(options.model, lenses, first.undertakings);
  const tallies = lenses.map(emptyTally);
  addToTally(tallies, main, 1);
  const problems = groupByFile(first.problems);
  /** The times of deals that have come since. */
  const timesSince = new Map<Deal, DealTimes>();
  /** What is permitted at first, by whom to. */
  let permitted: Map<ValueId, Undertaking[]> | undefined;
  let rest: Segment | undefined;
  let latest: Segment | undefined;

  const undertakingsOf = (clause: Clause): readonly Undertaking[] => byClause.get(clause) ?? NOTHING;
  const promisedIn = (deals: Iterable<Deal>): Undertaking[] =>
    [...deals].flatMap((deal) => deal.clauses.flatMap(undertakingsOf));
  const isLeftOut = (lens: number, party: number): boolean => tooManyFor(tallies[lens], tallies[lens], party);
  const present = (...some: readonly (Segment | undefined)[]): Segment[] => some.filter((one) => one !== undefined);

  return {
    timesOf: (deal) => timesSince.get(deal) ?? first.times,
    undertakingsOf,
    waivers: first.waivers,
    offers: new Map(),
    segments: () => present(main, rest, latest),
    tallies,
    permissions: (mayShare, party) => {
      permitted ??= permissionsByReceiver(first.undertakings);
      const found: Undertaking[] = [];
      for (const [to, list] of permitted) {
        if (mayShare(to, party)) for (const one of list) if (byClause.has(one.clause)) found.push(one);
      }
      for (const one of promisedIn(timesSince.keys()))
        if (isPermission(one) && mayShare(one.to, party)) found.push(one);
      return found;
    },
    problemsIn: (path) => problems.get(path) ?? [],
    isLeftOut,
    replace: (now, gone, fresh) => {
      const came = promisesOf(now, fresh, undefined);
      const left = promisedIn(gone);
      // A waiver may answer any restraint.
      if (came.waivers.length > 0 || left.some(({ effect }) => effect === 'waives')) return undefined;
      const going = segmentOf(now.model, lenses, left);
      const segment = segmentOf(now.model, lenses, came.undertakings);
      const before = leftOutAmong([going, segment], isLeftOut);
      addToTally(tallies, going, -1);
      addToTally(tallies, segment, 1);
      if (before !== leftOutAmong([going, segment], isLeftOut)) return undefined;
      takeOut(
        main,
        gone.filter((deal) => !timesSince.has(deal)),
      );
      for (const deal of gone) {
        timesSince.delete(deal);
        problems.delete(deal.file);
        for (const clause of deal.clauses) byClause.delete(clause);
      }
      const others = promisedIn(timesSince.keys());
      if (others.length + came.undertakings.length > Math.max(FEW, main.rows.count * MOST_NEW)) return undefined;
      rest = others.length > 0 ? segmentOf(now.model, lenses, others) : undefined;
      latest = segment;
      for (const deal of fresh) {
        timesSince.set(deal, came.times);
        problems.delete(deal.file);
      }
      for (const [clause, own] of came.byClause) byClause.set(clause, own);
      for (const [file, found] of groupByFile(came.problems)) problems.set(file, found);
      return { segment, others: present(main, rest) };
    },
  };
}

const NOTHING: readonly Undertaking[] = [];

function groupByFile(problems: readonly Problem[]): Map<string, Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const group = groups.get(problem.file);
    if (group) group.push(problem);
    else groups.set(problem.file, [problem]);
  }
  return groups;
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
