import type { Undertaking } from '../model/undertakings.ts';
import type { Settlement } from './cells.ts';
import { findCollision } from './colliding-world.ts';
import { type Board, boardOf, type Court } from './court.ts';
import { certainlyRuledOut, findDeadDuty } from './dead-duty.ts';
import { NOTHING_FREE, pinned } from './frozen.ts';
import type { Turn, Way, World } from './judgement.ts';
import { neededOrNot, settlementDistance, settlementFacts } from './settlement-facts.ts';
import { turnsOf } from './turns.ts';
import { findSureWay, findWayLeft, groundsOf } from './way-left.ts';

/**
 * On what it turns whether a duty, some of whose ways to perform are ruled out, can be performed: a way that is left whatever
 * happens; else, the facts that tell a world in which none is from those in which one is.
 */
export function decideDuty(
  court: Court,
  settlements: readonly Settlement[],
  world: World,
  restraint: Undertaking,
): { readonly world: World; readonly turns: readonly Turn[] } {
  const own = boardOf(court, world.settlement);
  const sure = findSureWay(court, own);
  const bound = settlements.filter(({ self }) => self);
  const isSure =
    sure && bound.every((other) => other === world.settlement || isSureIn(court, boardOf(court, other), sure));
  if (isSure) {
    const performance: Turn = { kind: 'performance', left: sure, isSure: true, given: [] };
    return { world, turns: [...neededToRuleOut(court, settlements, world, restraint), performance] };
  }
  const dead = deadDuty(court, bound);
  if (dead) return { world: shownBy(court, dead, world), turns: turnsOf(court, settlements, dead, restraint) };
  const frozen = { world, free: NOTHING_FREE };
  const found = findWayLeft(court, own, frozen, pinned(court.lens.timeline, frozen));
  if (!found || found === 'too complex') return { world, turns: turnsOf(court, settlements, world, restraint) };
  const performance: Turn = { kind: 'performance', ...groundsOf(court, own, found), isSure: false };
  return { world, turns: [...neededToRuleOut(court, settlements, world, restraint), performance] };
}

/** The facts without one of which no way at all is ruled out. */
const neededToRuleOut = (
  court: Court,
  settlements: readonly Settlement[],
  world: World,
  restraint: Undertaking,
): readonly Turn[] =>
  settlements
    .filter((other) => settlementDistance(other, world.settlement) === 1)
    .filter((other) => !other.self || rulesOutNone(court, boardOf(court, other)))
    .flatMap((other) => settlementFacts(court, world.settlement, other, restraint))
    .map((fact) => neededOrNot(court, settlements, fact));

/** Whether a way is left in every world of a settlement in which any is ruled out. */
const isSureIn = (court: Court, board: Board, way: Way): boolean =>
  findSureWay(court, board, way) !== undefined || rulesOutNone(court, board);

const rulesOutNone = (court: Court, board: Board): boolean => findCollision(court, board) === undefined;

/** The earliest world in which no way is left. */
function deadDuty(court: Court, settlements: readonly Settlement[]): World | undefined {
  let best: World | undefined;
  for (const settlement of settlements) {
    const found = findDeadDuty(court, boardOf(court, settlement), undefined);
    if (found && found !== 'too complex' && (!best || found.day < best.day)) best = found;
  }
  return best;
}

/** The world that a finding shows: since when they may collide at all, and a use of the world in which no way is left. */
function shownBy(court: Court, dead: World, first: World): World {
  const example = dead.example ?? (dead.day === first.day ? undefined : dead.day);
  return {
    ...dead,
    ...certainlyRuledOut(court, boardOf(court, dead.settlement), dead),
    day: first.day,
    ...(example === undefined ? {} : { example }),
  };
}
