import { childrenOf, endOf, kindOf, type NodeIndex, NodeKind, nextOf, startOf } from '../syntax/tree.ts';
import { pathText } from '../syntax/values.ts';
import { NEVER } from '../terms/calendar.ts';
import {
  ALWAYS_BEFORE,
  day,
  earliest,
  latest,
  NEVER_TIME,
  renewed,
  sum,
  type Time,
  type Timeline,
  variable,
} from '../terms/time.ts';
import { periodOf, timeOfDate } from './bind-dates.ts';
import { type ClauseVersions, orderVersions, type Replacement } from './clause-versions.ts';
import { type DealLinks, linkDeals } from './deal-links.ts';
import { circularTime, type MistakenTime, noDay, noSum, noTime, unknownTime } from './mistaken-times.ts';
import { type Clause, type Deal, inBoundOrder, type Model, type TimeNode, UNDATED } from './model.ts';
import { type Problem, replacing } from './problem.ts';
import { resolveReference, unknownReferences } from './references.ts';
import { settledDay, type Variables } from './timeline.ts';

/** The days of one clause: from the first in force to the first no longer in force. */
export interface ClauseWindow {
  readonly start: Time;
  readonly end: Time;
}

/** When deals and clauses are in force, given which deals count: the signed ones, or these and one draft. */
export interface DealTimes extends Pick<DealLinks, 'endedBy' | 'clauseEndedBy'>, ClauseVersions {
  readonly windowOf: (clause: Clause) => ClauseWindow;
  readonly endOf: (deal: Deal) => Time;
  /** A time written somewhere, as a start or as an end (the first day no longer in force). */
  readonly timeOf: (node: TimeNode, as: 'start' | 'end') => Time;
  /** Clauses whose window is not what their deal alone would give them. */
  readonly isCut: (clause: Clause) => boolean;
  /**
   * Whether a time in the clause or in its deal's header could not be understood, or what it yields to or waives: what it says
   * is then not certain.
   */
  readonly isUncertain: (clause: Clause) => boolean;
  /** Looks at the times that a clause gives parameters of its kind: where one means nothing, the clause is uncertain. */
  readonly lookAtTimes: (clause: Clause) => void;
}

export interface DealTimesOptions {
  readonly model: Model;
  readonly variables: Variables;
  readonly timelines: readonly Timeline[];
  readonly counts: (deal: Deal) => boolean;
  readonly report?: (problem: Problem) => void;
}

export function dealTimes(options: DealTimesOptions): DealTimes {
  const { model, variables, timelines } = options;
  const links = linkDeals(model, options.counts, options.report);
  const groups = new Map(links.versions.flatMap((clauses) => groupOf(clauses)));
  const starts = new Map<Clause, Time>();
  const byDeal = new Map<Deal, KnownTimes>();
  /** The last that was asked for: of a deal's clauses, one after the other is. */
  let last: KnownTimes | undefined;
  const knownOf = (deal: Deal): KnownTimes => {
    if (last?.deal === deal) return last;
    let known = byDeal.get(deal);
    if (!known) {
      known = { deal, start: undefined, end: undefined, window: undefined, endings: undefined, ofClauses: undefined };
      byDeal.set(deal, known);
    }
    last = known;
    return known;
  };

  const failures = new Map<Deal, NodeIndex[]>();
  const noteFailure = (deal: Deal, node: NodeIndex): void => {
    const known = failures.get(deal);
    if (known) known.push(node);
    else failures.set(deal, [node]);
  };
  const fail = (at: TimeNode, mistake: (model: Model, at: TimeNode) => MistakenTime): Time => {
    const { deal, node } = at;
    noteFailure(deal, node);
    if (options.report) {
      const { newText, ...said } = mistake(model, at);
      const span = { start: startOf(deal.tree, node), end: endOf(deal.tree, node) };
      options.report({ ...said, severity: 'error', file: deal.file, span, ...replacing(span, newText) });
    }
    return NEVER_TIME;
  };

  const startOfDeal = (deal: Deal): Time => {
    const known = knownOf(deal);
    if (known.start === UNDER_WAY) return goesRound(deal);
    if (known.start) return known.start;
    known.start = UNDER_WAY;
    enter(deal);
    known.start = deal.from ? timeOf(deal.from, 'start') : ALWAYS_BEFORE;
    underWay.pop();
    return known.start;
  };

  const endOfDeal = (deal: Deal): Time => {
    const known = knownOf(deal);
    if (known.end === UNDER_WAY) return goesRound(deal);
    if (known.end) return known.end;
    known.end = UNDER_WAY;
    enter(deal);
    const cuts = cutsOf(deal);
    known.end = cuts.length === 0 ? nominalEnd(deal) : earliest([nominalEnd(deal), ...cuts]);
    underWay.pop();
    return known.end;
  };

  /** The deals and clauses whose times are being worked out, each for the one before. */
  const underWay: Step[] = [];
  /** The names that were followed on the way. */
  const followed: TimeNode[] = [];
  const enter = (of: Deal | Clause): number => underWay.push({ of, followed: followed.length });

  /** Times that hang on themselves: none in the circle is certain. Where no name leads round, it is deals that change each other. */
  const goesRound = (one: Deal | Clause): Time => {
    const first = underWay.findIndex(({ of }) => of === one);
    const circle = underWay.slice(Math.max(0, first));
    if (followed.length === (circle[0]?.followed ?? 0)) return NEVER_TIME;
    // Versions of a clause hang on each other's starts without being worked out themselves.
    const members = [...new Set([...circle.map(({ of }) => of), one])];
    for (const member of members) noteFailure('deal' in member ? member.deal : member, member.node);
    return fail(followed[followed.length - 1], () => circularTime(members.map(({ name }) => name)));
  };

  const nominalEnd = (deal: Deal): Time => {
    if (!deal.until) return NEVER_TIME;
    const origin = deal.until.deal;
    if (origin !== deal && origin.renews === deal.renews) return nominalEnd(origin);
    const until = timeOf(deal.until, 'end');
    const times = deal.renews && variables.ofRenewal.get(deal);
    return deal.renews && times !== undefined ? renewed(until, deal.renews, times) : until;
  };

  /** Where a deal is ended by others: it, or what it joined. */
  const cutsOf = (deal: Deal): readonly Time[] => {
    const known = knownOf(deal);
    known.endings ??= links.endedBy(deal);
    return known.endings.length === 0 ? NO_TIMES : known.endings.map(startOfDeal);
  };

  const timeOf = (at: TimeNode, as: 'start' | 'end'): Time =>
    timeOfDate(at.deal.tree, at.node, as) ?? undatedTime(at, as);

  const undatedTime = (at: TimeNode, as: 'start' | 'end'): Time => {
    const { node } = at;
    const { tree } = at.deal;
    const inner = (child: NodeIndex, how: 'start' | 'end') => timeOf({ deal: at.deal, node: child }, how);
    const children = childrenOf(tree, node);
    switch (kindOf(tree, node)) {
      case NodeKind.Path:
        return namedTime(at, pathText(tree, node));
      case NodeKind.Plus:
      case NodeKind.Minus: {
        const period = periodOf(tree, children[1]);
        if (!period) return fail(at, noSum);
        return sum(inner(children[0], 'start'), period, kindOf(tree, node) === NodeKind.Plus ? 1 : -1);
      }
      case NodeKind.EarlierOf:
        return earliest(childrenOf(tree, children[0]).map((child) => inner(child, as)));
      case NodeKind.LaterOf:
        return latest(childrenOf(tree, children[0]).map((child) => inner(child, as)));
      case NodeKind.Duration:
        return fail(at, noDay);
      default:
        return fail(at, noTime);
    }
  };

  const namedTime = (at: TimeNode, name: string): Time => {
    const event = model.lookup('event', name, at.deal);
    if (event !== undefined) {
      const id = variables.ofEvent.get(event);
      if (id === undefined) return NEVER_TIME;
      const known = settledDay(timelines, id);
      return known === undefined ? variable(id) : day(known);
    }
    if (name === 'perpetual' || name === 'never') return day(NEVER);
    followed.push(at);
    const time = edgeNamed(at, name);
    followed.pop();
    return time ?? fail(at, unknownTime);
  };

  /** `start`, `end`, `deal.end`, `deal.label.end` */
  const edgeNamed = (at: TimeNode, name: string): Time | undefined => {
    if (name === 'start') return startOfDeal(at.deal);
    if (name === 'end') return endOfDeal(at.deal);
    const dot = name.lastIndexOf('.');
    const edge = name.slice(dot + 1);
    if (dot > 0 && (edge === 'start' || edge === 'end')) {
      const target = resolveReference(model, name.slice(0, dot), at.deal);
      if (target.kind === 'deal') return edge === 'start' ? startOfDeal(target.deal) : endOfDeal(target.deal);
      if (target.kind === 'clause') return windowOf(target.clause)[edge];
    }
    return undefined;
  };

  const windowOf = (clause: Clause): ClauseWindow => {
    const { deal, ordinal } = clause;
    const isChanged = mayBeChanged(clause);
    if (!isChanged) {
      const window = windowOfDates(clause);
      if (window) return window;
    }
    const ofDeal = knownOf(deal);
    ofDeal.ofClauses ??= new Array(deal.clauses.length).fill(undefined);
    const windows = ofDeal.ofClauses;
    const known = windows[ordinal];
    if (known === UNDER_WAY || groups.get(clause)?.order === UNDER_WAY) {
      goesRound(clause);
      return { start: ALWAYS_BEFORE, end: NEVER_TIME };
    }
    if (known) return known;
    windows[ordinal] = UNDER_WAY;
    enter(clause);
    const start = startOfClause(clause);
    const cuts = isChanged
      ? [
          ...replacementsOf(clause).map((one) => startOfReplacement(clause, one)),
          ...links.clauseEndedBy(clause).map(startOfDeal),
        ]
      : NO_TIMES;
    const end = ownEnd(clause);
    // Of amendments from the same day none counts: each is over as it begins.
    const isMoot = rivalsOf(clause).length > 0;
    const window = { start, end: isMoot ? start : cuts.length === 0 ? end : earliest([end, ...cuts]) };
    windows[ordinal] = window;
    underWay.pop();
    return window;
  };

  /** Whether another deal may replace or end this very clause. */
  const mayBeChanged = (clause: Clause): boolean => groups.has(clause) || links.clauseEndedBy(clause).length > 0;

  const versionsOf = (clause: Clause): ClauseVersions => {
    const group = groups.get(clause);
    if (!group || group.order === UNDER_WAY) return ONE_VERSION;
    if (!group.order) {
      group.order = UNDER_WAY;
      group.order = orderVersions(model, group.clauses, startOfClause, timelines, options.report);
    }
    return group.order;
  };

  const startOfClause = (clause: Clause): Time => {
    let start = starts.get(clause);
    if (!start) {
      start = clause.from ? timeOf(clause.from, 'start') : startOfDeal(clause.deal);
      if (mayBeChanged(clause)) starts.set(clause, start);
    }
    return start;
  };

  /** Where a newer version ends an older one: in the worlds in which it starts later or, on the same day, stands behind it. */
  const startOfReplacement = (older: Clause, { by, isSure }: Replacement): Time => {
    const start = startOfClause(by);
    if (isSure) return start;
    const gap = inBoundOrder(older, by) < 0 ? 0 : 1;
    return { kind: 'provided', base: start, later: start, earlier: startOfClause(older), gap };
  };

  /** Of a clause that says nothing of its time but dates, if anything: too many to be kept. */
  const windowOfDates = ({ deal, startDate, endDate }: Clause): ClauseWindow | undefined => {
    if (!startDate && !endDate) return windowOfDeal(deal);
    if (startDate === UNDATED || endDate === UNDATED || (endDate && cutsOf(deal).length > 0)) return undefined;
    return { start: startDate ?? startOfDeal(deal), end: endDate ?? endOfDeal(deal) };
  };

  const windowOfDeal = (deal: Deal): ClauseWindow => {
    const known = knownOf(deal);
    known.window ??= { start: startOfDeal(deal), end: endOfDeal(deal) };
    return known.window;
  };

  const ownEnd = (clause: Clause): Time => {
    const last = clause.due ?? clause.until;
    if (!last) return endOfDeal(clause.deal);
    const end = timeOf(last, 'end');
    const cuts = cutsOf(clause.deal);
    return cuts.length === 0 || usesEnd(last) ? end : earliest([end, ...cuts]);
  };

  const hasFailed = (clause: Clause): boolean =>
    failures.size > 0 &&
    (failures.get(clause.deal) ?? []).some(
      (node) =>
        (node >= clause.node && node < nextOf(clause.deal.tree, clause.node)) ||
        clause.deal.clauses.every((one) => node < one.node),
    );

  const { endedBy, clauseEndedBy } = links;
  const replacementsOf = (clause: Clause): readonly Replacement[] => versionsOf(clause).replacementsOf(clause);
  const rivalsOf = (clause: Clause): readonly Clause[] => versionsOf(clause).rivalsOf(clause);
  return {
    windowOf,
    endOf: endOfDeal,
    endedBy,
    clauseEndedBy,
    replacementsOf,
    rivalsOf,
    timeOf,
    lookAtTimes: ({ kind, parameters, deal }) => {
      for (const name of kind.timeParameters) {
        const value = parameters.get(name);
        if (value?.type === 'time') timeOf({ deal, node: value.node }, 'start');
      }
    },
    isUncertain: (clause) => unknownReferences(model, clause).length > 0 || hasFailed(clause),
    isCut: (clause) =>
      [endedBy(clause.deal), clauseEndedBy(clause), replacementsOf(clause), rivalsOf(clause)].some(
        ({ length }) => length > 0,
      ),
  };
}

const UNDER_WAY = 'under way';

/** One whose times are being worked out, and how many names had been followed when that began. */
interface Step {
  readonly of: Deal | Clause;
  readonly followed: number;
}

/** Clauses of one label, and their order once it has been asked for. */
interface VersionGroup {
  readonly clauses: readonly Clause[];
  order: ClauseVersions | typeof UNDER_WAY | undefined;
}

const ONE_VERSION: ClauseVersions = { replacementsOf: () => [], rivalsOf: () => [] };

function groupOf(clauses: readonly Clause[]): (readonly [Clause, VersionGroup])[] {
  const group: VersionGroup = { clauses, order: undefined };
  return clauses.map((clause) => [clause, group]);
}

/** What is known of a deal so far. */
interface KnownTimes {
  readonly deal: Deal;
  start: Time | typeof UNDER_WAY | undefined;
  end: Time | typeof UNDER_WAY | undefined;
  window: ClauseWindow | undefined;
  /** The deals that end it. */
  endings: readonly Deal[] | undefined;
  /** By the clause's place. */
  ofClauses: (ClauseWindow | typeof UNDER_WAY | undefined)[] | undefined;
}

const NO_TIMES: readonly Time[] = [];

/** Whether a time rests on an `end`: such a tail survives the termination that moves it. */
function usesEnd({ deal, node }: TimeNode): boolean {
  const { tree } = deal;
  if (kindOf(tree, node) === NodeKind.Path) return /(^|\.)end$/.test(pathText(tree, node));
  return childrenOf(tree, node).some((child) => usesEnd({ deal, node: child }));
}
