import { DAY_OF_USE } from '../model/timeline.ts';
import { NEVER } from '../terms/calendar.ts';
import { allOf, anyOf, type DayFormula, type Days, isTrueWith, solve } from '../terms/day-solver.ts';
import { day, type Time, variable } from '../terms/time.ts';
import type { Alternative, DimensionCells, Slot, SlotName } from './cells.ts';
import { between } from './collision.ts';
import {
  type Board,
  type BoardStretch,
  type Choice,
  type Court,
  combine,
  neededBits,
  notLater,
  sameName,
  usesOf,
} from './court.ts';
import type { Cell, World } from './judgement.ts';

const MOST_PICKS = 512;

/** What a clear world must leave as it is, so that a single fact can be seen to decide. */
export interface Frozen {
  readonly world: World;
  readonly who: boolean;
  readonly membership: boolean;
  readonly days: boolean;
}

export interface ClearWorld {
  readonly picks: ReadonlyMap<number, Choice>;
  readonly days: Days;
  /** For a duty: a way to perform that is left. */
  readonly left?: { readonly cell: Cell; readonly day: number };
}

/** A world without a collision; for a duty, one with a way to perform that is not ruled out (or nothing to perform). */
export function findClearWorld(
  court: Court,
  board: Board,
  frozen: Frozen | undefined,
): ClearWorld | undefined | 'too complex' {
  if (court.role === 'must') {
    const left = findWayLeft(court, board, frozen);
    if (left) return left;
  }
  const options = worldsOf(court, board, frozen);
  if (!options) return 'too complex';
  const needed = court.role === 'must' ? 1 << court.scene.dealBit : neededBits(court);
  for (const option of options) {
    const parts: DayFormula[] = [];
    let tooMany = false;
    board.stretches.forEach((part, index) => {
      const masks = combine(court.scene, option.dimensions[index], needed);
      if (!masks) tooMany = true;
      else for (const mask of masks.keys()) parts.push(neverIn(court, part, mask));
    });
    if (tooMany) return 'too complex';
    const formula = allOf(parts);
    if (frozen?.days) {
      if (isTrueWith(formula, frozen.world.days, court.lens.timeline))
        return { picks: option.picks, days: frozen.world.days };
      continue;
    }
    const solution = solve(formula, court.lens.timeline);
    if (solution.kind === 'too complex') return 'too complex';
    if (solution.kind === 'solved') return { picks: option.picks, days: solution.days };
  }
  return undefined;
}

/** No day of the stretch on which the cell collides (of a duty: on which it is there to perform at all). */
function neverIn(court: Court, { questions, stretch }: BoardStretch, mask: number): DayFormula {
  return allOf(
    [...questions.onsets(mask), day(stretch.from)].map((at) =>
      anyOf([
        questions.inDeal(mask, at, true),
        ...(court.role === 'must' ? [] : [questions.ruledOut(mask, at, true), notLater(court)]),
        between(at, stretch.from, stretch.until, true),
      ]),
    ),
  );
}

/** A use of a duty's region that is not ruled out. */
function findWayLeft(court: Court, board: Board, frozen: Frozen | undefined): ClearWorld | undefined | 'too complex' {
  let isUnknown = false;
  for (const { stretch, cells, questions } of board.stretches) {
    const dimensions = cells.map((one) => ({ dimension: one.dimension, slots: slotsIn(one, frozen) }));
    const uses = usesOf(court.scene, dimensions, 1 << court.scene.dealBit);
    if (!uses) return 'too complex';
    for (const { cell, masks } of uses) {
      const condition = (at: Time): DayFormula =>
        allOf([
          ...masks.flatMap((mask) => [questions.inDeal(mask, at, false), questions.ruledOut(mask, at, true)]),
          between(at, stretch.from, stretch.until, false),
        ]);
      if (frozen?.days) {
        const solution = solveWith(court, condition, frozen.world.days);
        if (solution) return { picks: picksOf(cells, cell), days: solution.days, left: { cell, day: solution.day } };
        continue;
      }
      const solution = solve(condition(variable(DAY_OF_USE)), court.lens.timeline, DAY_OF_USE);
      if (solution.kind === 'too complex' && masks.length === 1) isUnknown = true;
      if (solution.kind !== 'solved') continue;
      return {
        picks: picksOf(cells, cell),
        days: solution.days,
        left: { cell, day: solution.days.get(DAY_OF_USE)! },
      };
    }
  }
  // Only where every cell was looked into is it certain that no way is left.
  return isUnknown ? 'too complex' : undefined;
}

/** Solves for the day alone, the events being as they are in a world. */
function solveWith(
  court: Court,
  condition: (at: Time) => DayFormula,
  days: Days,
): { day: number; days: Days } | undefined {
  const timeline = court.lens.timeline.map((one, id) => {
    const settled = days.get(id);
    if (id === DAY_OF_USE || settled === undefined) return one;
    return { ...one, low: settled, high: settled >= NEVER ? one.high : settled, mayNever: settled >= NEVER };
  });
  const solution = solve(condition(variable(DAY_OF_USE)), timeline, DAY_OF_USE);
  return solution.kind === 'solved' ? { day: solution.days.get(DAY_OF_USE)!, days: solution.days } : undefined;
}

function picksOf(cells: readonly DimensionCells[], cell: Cell): Map<number, Choice> {
  const picks = new Map<number, Choice>();
  for (const { dimension, silent } of cells) {
    const chosen = cell.get(dimension);
    if (silent && chosen) picks.set(dimension, chosen);
  }
  return picks;
}

/** The slots of a dimension in the ways that a frozen world leaves open. */
function slotsIn(cells: DimensionCells, frozen: Frozen | undefined): readonly Slot[] {
  if (!frozen) return cells.slots;
  return cells.slots.map(({ name, alternatives }) => ({
    name,
    alternatives: alternatives.filter((alternative) => isOpenTo(cells, name, alternative, frozen)),
  }));
}

function isOpenTo(
  cells: DimensionCells,
  name: SlotName,
  alternative: Alternative,
  frozen: Frozen | undefined,
): boolean {
  const chosen = frozen?.world.cell.get(cells.dimension);
  if (!frozen || !chosen) return true;
  if (frozen.who && cells.silent && !sameName(name, chosen.name)) return false;
  return !(frozen.membership && sameName(name, chosen.name) && alternative.mask !== chosen.alternative.mask);
}

interface WorldOption {
  /** For each stretch, what is there in each dimension. */
  readonly dimensions: readonly (readonly { readonly dimension: number; readonly choices: readonly Choice[] }[])[];
  readonly picks: ReadonlyMap<number, Choice>;
}

/**
 * The ways in which a world can settle who is silent and what open terms hold. A world in which an atom falls out of the
 * regions has fewer uses than one in which it does not, so falling out is the only way looked at where there is one.
 */
function worldsOf(court: Court, board: Board, frozen: Frozen | undefined): WorldOption[] | undefined {
  const needed = neededBits(court);
  let options: WorldOption[] = [{ dimensions: [], picks: new Map() }];
  for (const { cells } of board.stretches) {
    let rows: { choices: { dimension: number; choices: readonly Choice[] }[]; picks: ReadonlyMap<number, Choice> }[] =
      options.map(({ picks }) => ({ choices: [], picks }));
    const origin = rows.map((_, index) => index);
    let origins = origin;
    for (const one of cells) {
      const next: typeof rows = [];
      const nextOrigins: number[] = [];
      rows.forEach((row, index) => {
        for (const pick of picksFor(one, needed, frozen, row.picks.get(one.dimension))) {
          next.push({
            choices: [...row.choices, { dimension: one.dimension, choices: pick.choices }],
            picks: pick.picked ? new Map(row.picks).set(one.dimension, pick.picked) : row.picks,
          });
          nextOrigins.push(origins[index]);
        }
      });
      if (next.length > MOST_PICKS) return undefined;
      rows = next;
      origins = nextOrigins;
    }
    options = rows.map((row, index) => ({
      dimensions: [...options[origins[index]].dimensions, row.choices],
      picks: row.picks,
    }));
  }
  return options;
}

interface Pick {
  readonly choices: readonly Choice[];
  readonly picked?: Choice;
}

function picksFor(
  cells: DimensionCells,
  needed: number,
  frozen: Frozen | undefined,
  earlier: Choice | undefined,
): Pick[] {
  const slots = cells.slots.map((slot) => openAlternatives(cells, slot, needed, frozen));
  if (cells.silent) {
    return slots.flatMap((choices) =>
      choices
        .filter((choice) => earlier === undefined || sameName(choice.name, earlier.name))
        .map((choice) => ({ choices: [choice], picked: choice })),
    );
  }
  let combined: Choice[][] = [[]];
  for (const choices of slots) {
    if (choices.length === 0) continue;
    combined = combined.flatMap((row) => choices.map((choice) => [...row, choice]));
    if (combined.length > MOST_PICKS) break;
  }
  return combined.map((choices) => ({ choices }));
}

function openAlternatives(cells: DimensionCells, slot: Slot, needed: number, frozen: Frozen | undefined): Choice[] {
  const open = slot.alternatives
    .filter((alternative) => isOpenTo(cells, slot.name, alternative, frozen))
    .map((alternative) => ({ name: slot.name, alternative }));
  const out = open.find(({ alternative }) => (alternative.mask & needed) !== needed);
  return out && open.length > 1 ? [out] : open;
}
