import { DAY_OF_USE } from '../model/timeline.ts';
import { allOf, type Days, solve } from '../terms/day-solver.ts';
import { variable } from '../terms/time.ts';
import type { ClearWorld } from './clear-world.ts';
import { between } from './collision.ts';
import {
  type Board,
  type BoardStretch,
  boardOf,
  type Choice,
  type Court,
  combine,
  neededBits,
  sameName,
} from './court.ts';
import { pinnedTo } from './frozen.ts';
import type { World } from './judgement.ts';
import { type Membership, membershipsIn } from './memberships.ts';
import type { OptionDimension } from './world-options.ts';

/** What has to belong to open terms, or not, for no use to collide in a world in which none does, its events being as they are. */
export const membershipsOfClear = (court: Court, board: Board, { dimensions = [], days }: ClearWorld): Membership[] =>
  board.stretches.flatMap((part, at) => neededIn(court, part, dimensions[at] ?? [], days, false));

/** The same of a duty, for no way to be left in a world in which none is. */
export function membershipsOfDead(court: Court, { settlement, slots, days }: World): Membership[] {
  if (!slots) return [];
  return boardOf(court, settlement).stretches.flatMap((part) => {
    const dimensions = part.cells.map(({ dimension }) => ({ dimension, choices: slots.get(dimension) ?? [] }));
    return neededIn(court, part, dimensions, days, true);
  });
}

/** Lets one slot after another lie in any way that it can, and keeps to what it is where a use would then be left, or collide. */
function neededIn(
  court: Court,
  part: BoardStretch,
  settled: readonly OptionDimension[],
  days: Days,
  isDuty: boolean,
): Membership[] {
  const found: Membership[] = [];
  let dimensions = settled;
  for (const { dimension, slots } of part.cells) {
    for (const choice of settled.find((one) => one.dimension === dimension)?.choices ?? []) {
      const slot = slots.find(({ name }) => sameName(name, choice.name));
      if (!slot || slot.alternatives.length < 2) continue;
      const any = slot.alternatives.map((alternative): Choice => ({ name: slot.name, alternative }));
      const freer = dimensions.map((one) =>
        one.dimension === dimension ? { dimension, choices: [...one.choices, ...any] } : one,
      );
      if (isThereUse(court, part, freer, days, isDuty)) found.push(...membershipsIn(dimension, slot, choice));
      else dimensions = freer;
    }
  }
  return found;
}

/** Whether there may be a use that collides; of a duty, one that is left. */
function isThereUse(
  { lens, scene, role }: Court,
  { questions, stretch }: BoardStretch,
  dimensions: readonly OptionDimension[],
  days: Days,
  isLeft: boolean,
): boolean {
  const masks = role === 'standoff' ? undefined : combine(scene, dimensions, neededBits({ lens, scene, role }));
  if (!masks) return true;
  const timeline = pinnedTo(lens.timeline, days);
  const at = variable(DAY_OF_USE);
  return [...masks.keys()].some((mask) => {
    const use = [questions.inDeal(mask, at, false), questions.ruledOut(mask, at, isLeft)];
    return solve(allOf([...use, between(at, stretch.from, stretch.until, false)]), timeline).kind !== 'none';
  });
}
