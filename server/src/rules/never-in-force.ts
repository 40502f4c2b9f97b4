import type { Docket } from '../conflicts/docket.ts';
import type { Lens } from '../conflicts/lens.ts';
import { freeVariables } from '../conflicts/row-traits.ts';
import { dateSpan } from '../model/bind-dates.ts';
import { amendedBy } from '../model/deal-links.ts';
import type { Clause, Deal, Model, TimeNode } from '../model/model.ts';
import { DAY_OF_USE } from '../model/timeline.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { childrenOf, kindOf, NodeKind, textOf } from '../syntax/tree.ts';
import { pathText } from '../syntax/values.ts';
import { LAST_DAY, NEVER } from '../terms/calendar.ts';
import { after, allOf, type DayFormula, notBefore, solve } from '../terms/day-solver.ts';
import {
  day,
  highestOf,
  isProvided,
  lowestOf,
  type Time,
  type Timeline,
  variable,
  variablesOf,
} from '../terms/time.ts';
import { shortName } from './clause-reference.ts';

/** Why a clause can never apply, and what to do. */
export interface Fault {
  readonly message: string;
  readonly help: string;
}

/** Whether there is a day in force under any reading. */
const begins = (lenses: readonly Lens[], start: Time, end: Time): boolean =>
  lenses.some(({ timeline }) => beginsIn(timeline, start, end));

function beginsIn(timeline: Timeline, start: Time, end: Time): boolean {
  // What no other event must come before or after may come as late as it can.
  if (start.kind === 'day' && start.day <= LAST_DAY && areFree(timeline, end)) {
    return start.day < highestOf(end, timeline);
  }
  const at = variable(DAY_OF_USE);
  return solve(allOf([notBefore(at, start), after(end, at)]), timeline).kind !== 'none';
}

function areFree(timeline: Timeline, end: Time): boolean {
  if (isProvided(end)) return false;
  const free = freeVariables(timeline);
  for (const id of variablesOf(end)) if (!free.has(id)) return false;
  return true;
}

/** What is wrong with a clause that is in force on no day. */
export function neverInForce(
  docket: Docket,
  { clause, start, end }: Pick<Undertaking, 'clause' | 'start' | 'end'>,
): Fault | undefined {
  if (start.kind === 'day' && end.kind === 'day') {
    if (start.day < end.day) return undefined;
  } else if (begins(docket.lenses, start, end)) return undefined;
  const ender = endedBeforeMade(docket, clause);
  if (ender) {
    const message = `${shortName(clause)} is never in force: \`${ender.name}\` has ended what goes by this label before`;
    return { message, help: 'give it another label: what is ended under one stays ended' };
  }
  // Ended by another deal before it began: that is what the other deal meant.
  if (docket.isCut(clause)) return undefined;
  // An event that is taken never to happen: the clause waits for it, and comes to life should it happen.
  if (waitsForEvent(docket, clause, start)) return undefined;
  const help = howToMend(clause);
  const name = shortName(clause);
  switch (howItEnds(docket, clause, start, end)) {
    case 'before':
      return { message: `${name} ends before it starts`, help };
    case 'as it starts':
      return {
        message: `${name} ends on the day it starts, and so has no day`,
        help: endsWithDeal(clause) ? help : `the day of an event, or of a sum, is not in it as an end: ${help}`,
      };
    case 'either':
      return { message: `${name} ends no later than it starts`, help };
  }
}

/** The deal that had ended a clause, under the label of an older version, before the deal was made that the clause stands in. */
function endedBeforeMade({ timesIn }: Docket, clause: Clause): Deal | undefined {
  const { clauseEndedBy, timeOf } = timesIn(clause.deal);
  const dayOf = ({ from }: Deal): number | undefined => {
    const start = from && timeOf(from, 'start');
    return start?.kind === 'day' ? start.day : undefined;
  };
  const made = dayOf(clause.deal);
  return made === undefined ? undefined : clauseEndedBy(clause).find((one) => (dayOf(one) ?? made) < made);
}

/** Whether a clause starts on a day of its own, and ends with its deal because it does not say when. */
const endsWithDeal = ({ from, until, due, deal }: Clause): boolean =>
  from !== undefined && until === undefined && due === undefined && deal.until !== undefined;

function howToMend(clause: Clause): string {
  if (endsWithDeal(clause)) {
    return 'it ends with its deal: give it an end of its own, such as `until = perpetual` or `until = end + 2 years`';
  }
  return `correct ${clause.due ? '`from` or `due`' : '`from` or `until`'}`;
}

/** How a clause ends that has no day. A date as an end is in it, so that what starts on the day behind it starts later. */
function howItEnds(
  { model, lenses }: Docket,
  clause: Clause,
  start: Time,
  end: Time,
): 'before' | 'as it starts' | 'either' {
  const written = clause.due ?? clause.until ?? clause.deal.until;
  if (written && dateSpan(written.deal.tree, written.node)) return 'before';
  const isPossible = (formula: DayFormula): boolean =>
    lenses.some(({ timeline }) => solve(allOf([formula, notBefore(day(LAST_DAY), end)]), timeline).kind !== 'none');
  if (!isPossible(notBefore(end, start))) return 'before';
  return written && isLeftOutAsEnd(model, written) && !isPossible(after(start, end)) ? 'as it starts' : 'either';
}

/** Whether a time is of events and sums alone, which as an end are no longer in. */
function isLeftOutAsEnd(model: Model, { deal, node }: TimeNode): boolean {
  const { tree } = deal;
  switch (kindOf(tree, node)) {
    case NodeKind.Plus:
    case NodeKind.Minus:
      return true;
    case NodeKind.Path:
      return model.lookup('event', pathText(tree, node), deal) !== undefined;
    case NodeKind.EarlierOf:
    case NodeKind.LaterOf:
      return childrenOf(tree, childrenOf(tree, node)[0]).every((child) => isLeftOutAsEnd(model, { deal, node: child }));
    default:
      return false;
  }
}

/** Whether a clause is in force from an event that does not happen, as far as is known or supposed. */
function waitsForEvent({ lenses }: Docket, { deal, from }: Clause, start: Time): boolean {
  const node = from ?? deal.from;
  const mayStart = (timeline: Timeline): boolean =>
    lowestOf(start, timeline) < NEVER && solve(notBefore(day(LAST_DAY), start), timeline).kind !== 'none';
  if (!node || lenses.some(({ timeline }) => mayStart(timeline))) return false;
  return (
    kindOf(node.deal.tree, node.node) !== NodeKind.Path ||
    !/^(?:never|perpetual)$/.test(textOf(node.deal.tree, node.node))
  );
}

/** The deal that an amendment amends and that others have ended by the time it starts, whenever that is. */
export function endedBeforeAmended({ model, lenses, timesIn }: Docket, deal: Deal): Deal | undefined {
  if (deal.amends.length === 0 || !deal.from || deal.clauses.length === 0) return undefined;
  const { endedBy, endOf, timeOf, windowOf } = timesIn(deal);
  const ending = endedBy(deal);
  if (ending.length === 0) return undefined;
  const base = amendedBy(model, deal).find((one) => endedBy(one).some((by) => ending.includes(by)));
  if (!base) return undefined;
  const start = timeOf(deal.from, 'start');
  const mayStart = lenses.some(({ timeline }) => lowestOf(start, timeline) < NEVER);
  if (!mayStart || begins(lenses, start, endOf(base))) return undefined;
  // What lasts for some time after the end may be in force all the same.
  const hasTail = deal.clauses.some((clause) => begins(lenses, windowOf(clause).start, windowOf(clause).end));
  return hasTail ? undefined : base;
}
