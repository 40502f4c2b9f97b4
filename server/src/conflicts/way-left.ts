import { DAY_OF_USE, HORIZON } from '../model/timeline.ts';
import { FIRST_DAY } from '../terms/calendar.ts';
import { allOf, anyOf, type Days, solve } from '../terms/day-solver.ts';
import { day, highestOf, lowestOf, type Time, type Timeline, type VariableId, variable } from '../terms/time.ts';
import { between } from './collision.ts';
import { type Board, type BoardStretch, type Choice, type Court, combine, MOST_CELLS, sameName } from './court.ts';
import { type Frozen, openChoices } from './frozen.ts';
import type { Cell, Way } from './judgement.ts';
import type { Alternative, DimensionCells, SlotName } from './scene.ts';

/** A way to perform a duty, and a world in which it is left. */
export interface WorldWithWay {
  readonly picks: ReadonlyMap<number, Choice>;
  readonly days: Days;
  readonly left: Way;
}

/**
 * A use of a duty's region that is not ruled out, in some world: on the earliest day on which there is one, or with the least value
 * of another variable.
 */
export function findWayLeft(
  court: Court,
  board: Board,
  frozen: Frozen | undefined,
  timeline: Timeline = court.lens.timeline,
  minimise: VariableId = DAY_OF_USE,
): WorldWithWay | undefined | 'too complex' {
  let isUnknown = false;
  let best: WorldWithWay | undefined;
  for (const { stretch, cells, questions } of board.stretches) {
    const dimensions = cells.map((one) => ({ dimension: one.dimension, choices: openChoices(one, frozen) }));
    const masks = combine(court.scene, dimensions, 1 << court.scene.dealBit);
    if (!masks) return 'too complex';
    for (const [mask, cell] of masks) {
      const at = variable(DAY_OF_USE);
      const condition = allOf([
        questions.inDeal(mask, at, false),
        questions.ruledOut(mask, at, true),
        between(at, stretch.from, stretch.until, false),
      ]);
      const solution = solve(condition, timeline, minimise);
      if (solution.kind === 'too complex') isUnknown = true;
      if (solution.kind !== 'solved') continue;
      const { days } = solution;
      const found = { picks: picksOf(cells, cell), days, left: { cell, day: days.get(DAY_OF_USE)! } };
      if (minimise === DAY_OF_USE) return found;
      const value = (one: WorldWithWay): number => one.days.get(minimise) ?? timeline[minimise].low;
      if (!best || value(found) < value(best)) best = found;
    }
  }
  // Only where every cell was looked into is it certain that no way is left, or which is the least.
  return isUnknown ? 'too complex' : best;
}

function picksOf(cells: readonly DimensionCells[], cell: Cell): Map<number, Choice> {
  const picks = new Map<number, Choice>();
  for (const { dimension, silent } of cells) {
    const chosen = cell.get(dimension);
    if (silent && chosen) picks.set(dimension, chosen);
  }
  return picks;
}

/**
 * A way to perform a duty that is left in every world of a settlement: whenever events come, whoever silence means, whatever open
 * terms hold. The earliest on a day not before `asOf`, where there is one. With `like`, only that way is looked at.
 */
export function findSureWay({ lens, scene }: Court, board: Board, like?: Way): Way | undefined {
  const { timeline, asOf } = lens;
  const found: Way[] = [];
  for (const part of board.stretches) {
    const ways = waysOf(part, 1 << scene.dealBit, like?.cell);
    for (const at of like ? [like.day] : daysToTry(part, scene.parts, timeline, asOf)) {
      if (at < part.stretch.from || at >= part.stretch.until) continue;
      const way = ways.find(({ masks }) => masks.every((mask) => isSure(part, mask, day(at), timeline)));
      if (way) found.push({ cell: way.cell, day: at });
    }
  }
  const rank = ({ day: one }: Way): number => (one < asOf ? Number.MAX_SAFE_INTEGER / 2 + one : one);
  return found.sort((a, b) => rank(a) - rank(b))[0];
}

const isSure = ({ questions }: BoardStretch, mask: number, at: Time, timeline: Timeline): boolean =>
  solve(anyOf([questions.inDeal(mask, at, true), questions.ruledOut(mask, at, false)]), timeline).kind === 'none';

/** Days by which everything that may start or end for sure has, days before anything may start, and that of the check. */
function daysToTry(
  { stretch }: BoardStretch,
  parts: Court['scene']['parts'],
  timeline: Timeline,
  asOf: number,
): number[] {
  const days = new Set([stretch.from, asOf]);
  for (const { box } of parts) {
    for (const time of [box.start, box.end]) days.add(highestOf(time, timeline));
    days.add(lowestOf(box.start, timeline) - 1);
  }
  return [...days].filter((one) => one > FIRST_DAY && one < HORIZON);
}

/** A cell, and the masks that it can have in one world or another. */
interface UncertainCell {
  readonly masks: readonly number[];
  readonly cell: Cell;
}

/** The cells that lie in the duty's region however open terms are decided, and whoever silence means. */
function waysOf({ cells }: BoardStretch, needed: number, like: Cell | undefined): UncertainCell[] {
  let ways: UncertainCell[] = [{ masks: [-1], cell: new Map() }];
  for (const { dimension, silent, slots } of cells) {
    const wanted = like?.get(dimension)?.name;
    const options: { alternatives: readonly Alternative[]; name?: SlotName }[] = silent
      ? [{ alternatives: slots.flatMap(({ alternatives }) => alternatives) }]
      : slots.filter(({ name }) => wanted === undefined || sameName(name, wanted));
    const next = new Map<string, UncertainCell>();
    for (const { masks, cell } of ways) {
      for (const { alternatives, name } of options) {
        const both = [...new Set(masks.flatMap((mask) => alternatives.map((one) => one.mask & mask)))];
        if (!both.every((mask) => (mask & needed) !== 0)) continue;
        const key = both.sort((a, b) => a - b).join();
        if (next.has(key)) continue;
        next.set(key, {
          masks: both,
          cell: name ? new Map(cell).set(dimension, { name, alternative: alternatives[0] }) : cell,
        });
      }
    }
    if (next.size > MOST_CELLS) return [];
    ways = [...next.values()];
  }
  return ways;
}
