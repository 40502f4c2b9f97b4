import { NEVER } from '../terms/calendar.ts';
import type { Days } from '../terms/day-solver.ts';
import type { Timeline, VariableId } from '../terms/time.ts';
import type { Settlement } from './cells.ts';
import { boardOf, type Court } from './court.ts';
import { findDeadDuty } from './dead-duty.ts';
import { type Frozen, NOTHING_FREE, pinned } from './frozen.ts';
import type { Way, World } from './judgement.ts';
import { findWayLeft, groundsOf } from './way-left.ts';

/** The days of an event, next to each other, between which a duty turns from one that can be performed into one that cannot. */
export interface TurningDay {
  readonly collides: number;
  readonly clears: number;
  /** A way to perform it when the event is on the day that clears. */
  readonly left: Way;
  /** The days of events in the world with that way. */
  readonly days: Days;
  /** Whatever else happens, it can be performed only on that side of the day, or always can be there. */
  readonly bound: 'needed' | 'enough' | undefined;
}

/**
 * From which day on of an event (or how many renewals) a duty that is dead in a world can be performed, or until which, all else being as it
 * is there; undefined where that is not one day, or not known. `clears` is one with a way left.
 */
export function turningDay(
  court: Court,
  settlements: readonly Settlement[],
  world: World,
  id: VariableId,
  clears: number,
): TurningDay | undefined {
  const { timeline } = court.lens;
  const board = boardOf(court, world.settlement);
  const frozen: Frozen = { world, free: { ...NOTHING_FREE, days: new Set([id]) } };
  const others = pinned(timeline, frozen);
  const wayIn = (days: Stretch, minimise?: VariableId) => {
    const within = restricted(others, id, days);
    return within && findWayLeft(court, board, frozen, within, minimise);
  };
  const deadIn = (days: Stretch, minimise?: VariableId) => {
    const within = restricted(others, id, days);
    return within && findDeadDuty(court, board, frozen, within, minimise);
  };
  const collides = world.days.get(id)!;
  const isEarlier = clears < collides;
  const first = isEarlier ? deadIn([clears + 1, NEVER], id) : wayIn([collides + 1, NEVER], id);
  if (!first || first === 'too complex') return undefined;
  const turn = first.days.get(id)!;
  const early: Stretch = [Number.NEGATIVE_INFINITY, Math.min(turn - 1, timeline[id].high)];
  const late: Stretch = [turn, NEVER];
  const [free, dead] = isEarlier ? [early, late] : [late, early];
  if (wayIn(dead) || deadIn(free)) return undefined;
  // Where only never is too late, no last day says more than any other.
  const last = !isEarlier ? turn : turn >= NEVER ? clears : early[1];
  const way = wayIn([last, last]);
  if (!way || way === 'too complex') return undefined;
  const bound = boundOf(court, settlements, restricted(timeline, id, dead), restricted(timeline, id, free));
  const { left } = groundsOf(court, board, way);
  return { collides: isEarlier ? turn : collides, clears: last, left, days: way.days, bound };
}

/** Whether, all else being open, no way is left in any world with the event on one side, or one is in each on the other. */
function boundOf(
  court: Court,
  settlements: readonly Settlement[],
  dead: Timeline | undefined,
  free: Timeline | undefined,
): TurningDay['bound'] {
  const boards = settlements.filter(({ self }) => self).map((one) => boardOf(court, one));
  const isNeeded =
    boards.length === settlements.length && boards.every((one) => !findWayLeft(court, one, undefined, dead));
  if (isNeeded) return 'needed';
  return boards.every((one) => !findDeadDuty(court, one, undefined, free)) ? 'enough' : undefined;
}

/** Days, both included. */
type Stretch = readonly [least: number, most: number];

/** A timeline with a variable kept within a stretch; undefined where that leaves it no day. */
function restricted(timeline: Timeline, id: VariableId, [least, most]: Stretch): Timeline | undefined {
  const one = timeline[id];
  const low = Math.max(one.low, least);
  const high = Math.min(one.high, most);
  const mayNever = one.mayNever && most >= NEVER;
  if (low > high && !mayNever) return undefined;
  const kept = low <= high ? { ...one, low, high, mayNever } : { ...one, low: NEVER, high: NEVER, mayNever };
  return timeline.map((other, index) => (index === id ? kept : other));
}
