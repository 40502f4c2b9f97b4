import { DAY_OF_USE } from '../model/timeline.ts';
import { NEVER } from '../terms/calendar.ts';
import type { Days } from '../terms/day-solver.ts';
import type { TermId } from '../terms/set-expression.ts';
import type { Timeline, VariableId } from '../terms/time.ts';
import type { Alternative, DimensionCells, Slot, SlotName } from './cells.ts';
import { sameName } from './court.ts';
import type { World } from './judgement.ts';
import { nearestDecisions, settled } from './memberships.ts';

/** The facts that another world may settle otherwise: the days of events and renewals, who is silent, what open terms hold; each by itself. */
export interface Free {
  readonly days: ReadonlySet<VariableId>;
  readonly who: ReadonlySet<number>;
  readonly terms: ReadonlySet<TermId>;
}

export const NOTHING_FREE: Free = { days: new Set(), who: new Set(), terms: new Set() };

/** What is left as it is in a world, so that the facts that are free can be seen to decide. */
export interface Frozen {
  readonly world: World;
  readonly free: Free;
}

/** The slots of a dimension in the ways that a frozen world leaves open. */
export function openSlots(cells: DimensionCells, frozen: Frozen | undefined): readonly Slot[] {
  if (!frozen) return cells.slots;
  return cells.slots.map(({ name, alternatives }) => ({
    name,
    alternatives: alternatives.filter((alternative) => isOpenTo(cells, name, alternative, frozen)),
  }));
}

export function isOpenTo(
  cells: DimensionCells,
  name: SlotName,
  alternative: Alternative,
  frozen: Frozen | undefined,
): boolean {
  if (!frozen) return true;
  const { world, free } = frozen;
  if (cells.silent && !free.who.has(cells.dimension)) {
    const chosen = world.cell.get(cells.dimension);
    if (chosen && !sameName(name, chosen.name)) return false;
  }
  const own = settledIn(world, cells.dimension, name);
  return own === undefined || nearestDecisions(own, alternative, free.terms) !== undefined;
}

/** How an atom lies in a world, and one way to answer for that; undefined where that world says nothing of it. */
export function settledIn(world: World, dimension: number, name: SlotName): Alternative | undefined {
  const chosen = world.cell.get(dimension);
  if (chosen && sameName(chosen.name, name)) return settled(chosen.alternative);
  const there = world.slots?.get(dimension)?.find((one) => sameName(one.name, name));
  return there && settled(there.alternative);
}

/** A timeline on which every variable that a world settles is settled so, but for those that are free. */
export const pinned = (timeline: Timeline, { world, free }: Frozen): Timeline =>
  pinnedTo(timeline, world.days, free.days);

/** A timeline on which events have the days given, but for the day of the use and what is free. */
export const pinnedTo = (timeline: Timeline, days: Days, free: ReadonlySet<VariableId> = NO_VARIABLES): Timeline =>
  timeline.map((one, id) => {
    const settled = days.get(id);
    if (id === DAY_OF_USE || settled === undefined || free.has(id)) return one;
    return { ...one, low: settled, high: settled >= NEVER ? one.high : settled, mayNever: settled >= NEVER };
  });

const NO_VARIABLES: ReadonlySet<VariableId> = new Set();
