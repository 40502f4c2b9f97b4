import { DAY_OF_USE } from '../model/timeline.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { anyOf, solve } from '../terms/day-solver.ts';
import { day } from '../terms/time.ts';
import { findCollision } from './colliding-world.ts';
import { type Board, boardOf, type Court } from './court.ts';
import { findDeadDuty } from './dead-duty.ts';
import { NOTHING_FREE, pinned, pinnedTo } from './frozen.ts';
import type { Turn, Way, World } from './judgement.ts';
import type { Settlement } from './scene.ts';
import { turnsOf } from './turns.ts';
import { findSureWay, findWayLeft, type WorldWithWay } from './way-left.ts';

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
    return { world, turns: [{ kind: 'performance', left: sure, isSure: true, given: [] }] };
  }
  const dead = deadDuty(court, bound);
  if (dead) return { world: shownBy(dead, world), turns: turnsOf(court, settlements, dead, restraint) };
  const frozen = { world, free: NOTHING_FREE };
  const found = findWayLeft(court, own, frozen, pinned(court.lens.timeline, frozen));
  if (!found || found === 'too complex') return { world, turns: turnsOf(court, settlements, world, restraint) };
  const given = givenFor(court, own, found);
  return { world, turns: [{ kind: 'performance', left: found.left, isSure: false, given }] };
}

/** Whether a way is left in every world of a settlement in which any is ruled out. */
const isSureIn = (court: Court, board: Board, way: Way): boolean =>
  findSureWay(court, board, way) !== undefined || findCollision(court, board) === undefined;

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
function shownBy(dead: World, first: World): World {
  const example = dead.example ?? (dead.day === first.day ? undefined : dead.day);
  return { ...dead, day: first.day, ...(example === undefined ? {} : { example }) };
}

/** The days of events without which a way might not be left. */
function givenFor(
  { lens, scene }: Court,
  board: Board,
  { days, left }: WorldWithWay,
): { variable: number; day: number }[] {
  const part = board.stretches.find(({ stretch }) => stretch.from <= left.day && left.day < stretch.until)!;
  let mask = (1 << scene.bitCount) - 1;
  for (const { alternative } of left.cell.values()) mask &= alternative.mask;
  const at = day(left.day);
  const lost = anyOf([part.questions.inDeal(mask, at, true), part.questions.ruledOut(mask, at, false)]);
  return [...days]
    .filter(([id]) => id !== DAY_OF_USE)
    .filter(([id]) => solve(lost, pinnedTo(lens.timeline, days, new Set([id]))).kind !== 'none')
    .map(([id, settled]) => ({ variable: id, day: settled }));
}
