import { allOf, anyOf, type DayFormula, type Days, solve } from '../terms/day-solver.ts';
import { day, type Timeline } from '../terms/time.ts';
import { between } from './collision.ts';
import { type Board, type BoardStretch, type Choice, type Court, combine, neededBits, notLater } from './court.ts';
import { type Frozen, pinned } from './frozen.ts';
import type { Way } from './judgement.ts';
import { findWayLeft } from './way-left.ts';
import { type OptionDimension, worldsOf } from './world-options.ts';

export interface ClearWorld {
  readonly picks: ReadonlyMap<number, Choice>;
  readonly days: Days;
  /** What is there in each dimension, by stretch; absent where `left` says what matters. */
  readonly dimensions?: readonly (readonly OptionDimension[])[];
  /** For a duty: a way to perform that is left. */
  readonly left?: Way;
}

/** A world without a collision; for a duty, one with a way to perform that is not ruled out (or nothing to perform). */
export function findClearWorld(
  court: Court,
  board: Board,
  frozen: Frozen | undefined,
  timeline: Timeline = frozen ? pinned(court.lens.timeline, frozen) : court.lens.timeline,
): ClearWorld | undefined | 'too complex' {
  if (court.role === 'must') {
    const left = findWayLeft(court, board, frozen, timeline);
    if (left) return left;
  }
  const needed = court.role === 'must' ? 1 << court.scene.dealBit : neededBits(court);
  const options = worldsOf(court, board, frozen, needed);
  if (!options) return 'too complex';
  for (const option of options) {
    const parts: DayFormula[] = [];
    let tooMany = false;
    board.stretches.forEach((part, index) => {
      const masks = combine(court.scene, option.dimensions[index], needed);
      if (!masks) tooMany = true;
      else for (const mask of masks.keys()) parts.push(neverIn(court, part, mask));
    });
    if (tooMany) return 'too complex';
    const solution = solve(allOf(parts), timeline);
    if (solution.kind === 'too complex') return 'too complex';
    if (solution.kind === 'solved') return { ...option, days: solution.days };
  }
  return undefined;
}

/** No day of the stretch on which the cell collides (of a duty: on which it is there to perform at all). */
function neverIn({ role, scene }: Court, { questions, stretch }: BoardStretch, mask: number): DayFormula {
  const [{ undertaking }] = scene.restraints;
  return allOf(
    [...questions.onsets(mask), day(stretch.from)].map((at) =>
      anyOf([
        questions.inDeal(mask, at, true),
        ...(role === 'must' ? [] : [questions.ruledOut(mask, at, true), notLater(scene.deal, undertaking)]),
        between(at, stretch.from, stretch.until, true),
      ]),
    ),
  );
}
