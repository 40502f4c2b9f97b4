import { DAY_OF_USE, HORIZON } from '../model/timeline.ts';
import { FIRST_DAY } from '../terms/calendar.ts';
import { allOf, anyOf, type Days, solve } from '../terms/day-solver.ts';
import { day, highestOf, lowestOf, type Time, type Timeline, type VariableId, variable } from '../terms/time.ts';
import type { DimensionCells } from './cells.ts';
import { between } from './collision.ts';
import {
  type Board,
  type BoardStretch,
  type Choice,
  type Court,
  certainUses,
  sameName,
  type Use,
  usesOf,
} from './court.ts';
import { type Frozen, openSlots, pinnedTo } from './frozen.ts';
import type { Cell, Way } from './judgement.ts';
import { neededMemberships } from './memberships.ts';
import type { Scene } from './scene.ts';

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
    const dimensions = cells.map((one) => ({ dimension: one.dimension, slots: openSlots(one, frozen) }));
    const uses = usesOf(court.scene, dimensions, 1 << court.scene.dealBit);
    if (!uses) return 'too complex';
    for (const { cell, masks } of uses) {
      const at = variable(DAY_OF_USE);
      const condition = allOf([
        ...masks.flatMap((mask) => [questions.inDeal(mask, at, false), questions.ruledOut(mask, at, true)]),
        between(at, stretch.from, stretch.until, false),
      ]);
      const solution = solve(condition, timeline, minimise);
      // Each mask is asked about by itself as well.
      if (solution.kind === 'too complex' && masks.length === 1) isUnknown = true;
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
    const ways = waysOf(scene, part, like?.cell);
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

/** The cells that lie in the duty's region however open terms are decided, and whoever silence means. */
function waysOf(scene: Scene, { cells }: BoardStretch, like: Cell | undefined): Use[] {
  const dimensions = cells.map(({ dimension, silent, slots }) => {
    if (silent) return { dimension, slots: [{ alternatives: slots.flatMap(({ alternatives }) => alternatives) }] };
    const wanted = like?.get(dimension)?.name;
    return { dimension, slots: slots.filter(({ name }) => wanted === undefined || sameName(name, wanted)) };
  });
  return certainUses(scene, dimensions, 1 << scene.dealBit);
}

/** What a way rests on that is left in a world: memberships, and days of events. */
export function groundsOf(
  { lens, scene }: Court,
  board: Board,
  { days, left }: WorldWithWay,
): { readonly left: Way; readonly given: readonly { readonly variable: VariableId; readonly day: number }[] } {
  const part = board.stretches.find(({ stretch }) => stretch.from <= left.day && left.day < stretch.until)!;
  const isLeft = (mask: number, free: ReadonlySet<VariableId>): boolean =>
    (mask & (1 << scene.dealBit)) !== 0 && isSure(part, mask, day(left.day), pinnedTo(lens.timeline, days, free));
  let free: ReadonlySet<VariableId> = new Set();
  const { memberships, masks } = neededMemberships(part.cells, left.cell, (mask) => isLeft(mask, free));
  const given = [...days]
    .filter(([variable]) => variable !== DAY_OF_USE)
    .filter(([variable]) => {
      const freer = new Set([...free, variable]);
      if (!masks.every((mask) => isLeft(mask, freer))) return true;
      free = freer;
      return false;
    });
  return {
    left: memberships.length > 0 ? { ...left, provided: memberships } : left,
    given: given.map(([variable, settled]) => ({ variable, day: settled })),
  };
}
