import { DAY_OF_USE } from '../model/timeline.ts';
import { FIRST_DAY, LAST_DAY, NEVER } from '../terms/calendar.ts';
import { after, allOf, type DayFormula, type Days, notBefore, solve } from '../terms/day-solver.ts';
import { stretchesOf } from '../terms/stretches.ts';
import { day, NEVER_TIME, type Time, type Timeline, type VariableId, variable, variablesOf } from '../terms/time.ts';
import type { Settlement } from './cells.ts';
import { settledUses, usesIn } from './colliding-world.ts';
import { type Board, boardOf, type Court } from './court.ts';
import { NOTHING_FREE, pinnedTo } from './frozen.ts';
import type { Fact, Order, TimedFact, World } from './judgement.ts';
import type { About } from './needs.ts';

/** On which orders of days it turns whether two promises collide. */
export interface DecidingOrders {
  readonly facts: readonly Fact[];
  /** The events and renewals of those that say nothing to a reader, each of which is to be asked about by itself. */
  readonly unsaid: ReadonlySet<VariableId>;
}

/**
 * The orders of days on which it turns whether two promises collide, as facts: without any one of them they do not, with all of
 * them they do, who is silent and what open terms hold being as in a world that collides. Undefined where they collide on
 * several stretches of days, so that no order is needed for all.
 */
export function decidingOrders(about: About, board: Board): DecidingOrders | undefined {
  const { court, world } = about;
  const { timeline } = court.lens;
  const uses = settledUses(court, board, { world, free: NOTHING_FREE });
  if (uses === 'too complex') return undefined;
  const conditions = uses.map(({ collidesOn }) => collidesOn(variable(DAY_OF_USE)));
  const [piece, ...others] = stretchesOf(conditions, DAY_OF_USE, timeline) ?? [];
  if (!piece || others.length > 0 || piece.provided.some(({ gap }) => gap === 0)) return undefined;
  const starts = piece.starts.length > 0 ? piece.starts : [day(FIRST_DAY)];
  const orders = [
    ...piece.provided,
    ...starts.flatMap((earlier) => piece.ends.map((later) => ({ earlier, later }))),
    ...starts.map((earlier) => ({ earlier, later: NEVER_TIME })),
  ];
  const needed = withoutNeedless(orders, timeline);
  const unsaid = needed.filter((order) => isOfItself(order, timeline));
  const isOnly = isOneWorld(about, board);
  return {
    facts: needed.filter((order) => !unsaid.includes(order)).map((order) => factOf(about, isOnly, order)),
    unsaid: new Set(unsaid.flatMap(({ earlier, later }) => [...openIn(earlier, timeline), ...openIn(later, timeline)])),
  };
}

/** Whether one event or renewal moves both days of an order. */
function isOfItself({ earlier, later }: Order, timeline: Timeline): boolean {
  const moved = openIn(later, timeline);
  return openIn(earlier, timeline).some((id) => moved.includes(id));
}

/** Whether nothing but days differs from world to world. */
const isOneWorld = ({ settlements }: About, { stretches }: Board): boolean =>
  settlements.length === 1 &&
  stretches.every(({ cells }) =>
    cells.every(({ silent, slots }) => !silent && slots.every(({ alternatives }) => alternatives.length === 1)),
  );

/** Without orders that hold in every world in which the others do. */
function withoutNeedless(orders: readonly Order[], timeline: Timeline): readonly Order[] {
  let kept = orders;
  for (const order of orders) {
    const rest = kept.filter((other) => other !== order);
    if (solve(allOf([...rest.map(keeps), breaks(order)]), timeline).kind === 'none') kept = rest;
  }
  return kept;
}

const keeps = ({ earlier, later }: Order): DayFormula =>
  allOf([notBefore(day(LAST_DAY), earlier), after(later, earlier)]);

const breaks = ({ earlier, later }: Order): DayFormula => notBefore(earlier, later);

function factOf({ court, settlements, world }: About, isOnly: boolean, order: Order): Fact {
  const { timeline } = court.lens;
  const [sooner, later] = [openIn(order.earlier, timeline), openIn(order.later, timeline)];
  const open = [...new Set([...sooner, ...later])];
  const broken = daysBroken(order, timeline, world, [sooner, later]);
  const values = (days: Days): Map<VariableId, number> =>
    new Map(open.map((id) => [id, days.get(id) ?? world.days.get(id) ?? timeline[id].low]));
  const collides = values(world.days);
  const clears = enoughToBreak(order, timeline, collides, values(broken));
  const isNeeded = isOnly || !settlements.some((one) => mayCollide(court, one, breaks(order)));
  const [only, ...more] = open;
  const { kind } = timeline[only];
  if (more.length > 0 || (sooner.length > 0 && later.length > 0) || kind === 'day') {
    return { kind: 'order', order, collides, clears, isNeeded };
  }
  const turn = solve(later.length > 0 ? keeps(order) : breaks(order), timeline, only);
  const turning = turn.kind === 'solved' ? (turn.days.get(only) ?? timeline[only].low) : undefined;
  return {
    kind,
    variable: only,
    collides: collides.get(only)!,
    clears: clears.get(only)!,
    ...(isNeeded && turning !== undefined ? { only: later.length > 0 ? { from: turning } : { before: turning } } : {}),
  };
}

/** The variables of a time that are not known. */
const openIn = (time: Time, timeline: Timeline): VariableId[] =>
  [...variablesOf(time)].filter((id) => timeline[id].low < (timeline[id].mayNever ? NEVER : timeline[id].high));

/** Days on which an order is broken, as few as can be other than they are in a world. */
function daysBroken(order: Order, timeline: Timeline, world: World, sides: readonly (readonly VariableId[])[]): Days {
  for (const side of sides) {
    if (side.length === 0) continue;
    const found = solve(breaks(order), pinnedTo(timeline, world.days, new Set(side)), side[0]);
    if (found.kind === 'solved') return found.days;
  }
  const found = solve(breaks(order), timeline);
  return found.kind === 'solved' ? found.days : world.days;
}

/** Of days on which an order is broken, those that are other than in a world, and what it takes besides for it to be. */
function enoughToBreak(order: Order, timeline: Timeline, collides: Days, broken: Days): Days {
  const changed = [...broken].filter(([id, value]) => collides.get(id) !== value);
  let kept = [...changed, ...[...broken].filter(([id, value]) => collides.get(id) === value)];
  for (const one of kept.slice(changed.length)) {
    const rest = kept.filter((other) => other !== one);
    if (solve(keeps(order), pinnedTo(timeline, new Map(rest))).kind === 'none') kept = rest;
  }
  return new Map(kept);
}

/** Whether two promises collide in any world of a settlement in which something holds; of a duty, whether any way is ruled out. */
function mayCollide(court: Court, settlement: Settlement, given: DayFormula): boolean {
  const conditions = conditionsIn(court, settlement);
  if (conditions === 'too complex') return true;
  return conditions.some((condition) => solve(allOf([condition, given]), court.lens.timeline).kind !== 'none');
}

/** On which days the uses collide that may in some world of a settlement. */
function conditionsIn(court: Court, settlement: Settlement): readonly DayFormula[] | 'too complex' {
  const found: DayFormula[] = [];
  if (!settlement.self) return found;
  const board = boardOf(court, settlement);
  for (const part of board.stretches) {
    const uses = usesIn(court, board, part);
    if (uses === 'too complex') return uses;
    found.push(...uses.map(({ collidesOn }) => collidesOn(variable(DAY_OF_USE))));
  }
  return found;
}

/**
 * An event or a renewal that alone keeps two promises apart, with the side of a value on which it has to be for them to collide
 * whatever else happens, where that is known.
 */
export function withSide({ court, settlements }: About, fact: TimedFact): TimedFact {
  const { variable: id, collides, clears } = fact;
  if (clears < collides) {
    const least = leastColliding(court, settlements, id);
    return least !== undefined && least > clears ? { ...fact, only: { from: least } } : fact;
  }
  const isNever = notBefore(variable(id), NEVER_TIME);
  const isNeeded = clears >= NEVER && !settlements.some((one) => mayCollide(court, one, isNever));
  return isNeeded ? { ...fact, only: { before: NEVER } } : fact;
}

/** The least value of an event or a renewal in any world that collides; undefined where that is not known. */
function leastColliding(court: Court, settlements: readonly Settlement[], id: VariableId): number | undefined {
  const { timeline } = court.lens;
  let least = NEVER;
  for (const settlement of settlements) {
    const conditions = conditionsIn(court, settlement);
    if (conditions === 'too complex') return undefined;
    for (const condition of conditions) {
      const found = solve(condition, timeline, id);
      if (found.kind === 'too complex') return undefined;
      if (found.kind === 'solved') least = Math.min(least, found.days.get(id) ?? timeline[id].low);
    }
  }
  return least;
}
