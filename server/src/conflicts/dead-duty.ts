import { DAY_OF_USE } from '../model/timeline.ts';
import { FIRST_DAY } from '../terms/calendar.ts';
import { allOf, anyOf, type DayFormula, type Days, isTrue, solve } from '../terms/day-solver.ts';
import { day, type Time, type Timeline, type VariableId, variable } from '../terms/time.ts';
import type { DimensionCells } from './cells.ts';
import { between } from './collision.ts';
import {
  type Board,
  type BoardStretch,
  type Choice,
  type Court,
  certainUses,
  combine,
  everyChoice,
  sameName,
} from './court.ts';
import { type Frozen, pinnedTo } from './frozen.ts';
import type { Cell, World } from './judgement.ts';
import { shownDay } from './shown-day.ts';
import { type WorldOption, worldsOf } from './world-options.ts';

/**
 * A world in which there is something to perform, and every way to perform it is ruled out: the one with the earliest such day, or
 * with the least value of another variable.
 */
export function findDeadDuty(
  court: Court,
  board: Board,
  frozen: Frozen | undefined,
  timeline: Timeline = court.lens.timeline,
  minimise: VariableId = DAY_OF_USE,
): World | undefined | 'too complex' {
  const options = worldsOf(court, board, frozen, undefined);
  if (!options) return 'too complex';
  let best: World | undefined;
  for (const option of options) {
    const found = deadIn(court, board, option, timeline, minimise);
    if (found === 'too complex') return found;
    const value = (world: World): number =>
      minimise === DAY_OF_USE ? world.day : (world.days.get(minimise) ?? timeline[minimise].low);
    if (found && (!best || value(found) < value(best))) best = found;
  }
  return best;
}

interface Use {
  readonly mask: number;
  readonly cell: Cell;
  readonly part: BoardStretch;
}

function deadIn(
  court: Court,
  board: Board,
  option: WorldOption,
  timeline: Timeline,
  minimise: VariableId,
): World | undefined | 'too complex' {
  const uses: Use[] = [];
  for (const [index, part] of board.stretches.entries()) {
    const masks = combine(court.scene, option.dimensions[index], 1 << court.scene.dealBit);
    if (!masks) return 'too complex';
    for (const [mask, cell] of masks) uses.push({ mask, cell, part });
  }
  const noWay = allOf(uses.map(neverLeft));
  const ruledOut = (at: Time): DayFormula => anyOf(uses.map((use) => isRuledOut(use, at)));
  const solution = solve(allOf([noWay, ruledOut(variable(DAY_OF_USE))]), timeline, minimise);
  if (solution.kind !== 'solved') return solution.kind === 'none' ? undefined : solution.kind;
  const first = solution.days.get(DAY_OF_USE)!;
  const dead = (at: Time): DayFormula => allOf([noWay, ruledOut(at)]);
  const days = (first > FIRST_DAY ? undefined : shownDay(dead, court.lens.asOf, timeline)) ?? solution.days;
  const shown = days.get(DAY_OF_USE)!;
  const use = uses.find((one) => isTrue(isRuledOut(one, day(shown)), days))!;
  return {
    settlement: board.settlement,
    cell: use.cell,
    masks: [use.mask],
    certain: false,
    day: first,
    days,
    slots: slotsOf(option),
    ...(shown === first ? {} : { example: shown }),
  };
}

/** Of a world in which no way is left: a use that is ruled out on the day it shows whatever belongs to open terms, where there is one. */
export function certainlyRuledOut(
  { lens, scene }: Court,
  board: Board,
  world: World,
): Pick<World, 'cell' | 'masks' | 'certain'> | undefined {
  const shown = world.example ?? world.day;
  const timeline = pinnedTo(lens.timeline, world.days);
  const part = board.stretches.find(({ stretch }) => stretch.from <= shown && shown < stretch.until)!;
  const { questions } = part;
  const dimensions = part.cells.map(({ dimension, silent, slots }) => {
    const picked = silent ? world.cell.get(dimension)?.name : undefined;
    return { dimension, slots: slots.filter(({ name }) => !picked || sameName(name, picked)) };
  });
  const isSure = (mask: number): boolean =>
    solve(anyOf([questions.inDeal(mask, day(shown), true), questions.ruledOut(mask, day(shown), true)]), timeline)
      .kind === 'none';
  return certainUses(scene, dimensions, 1 << scene.dealBit).find(({ masks }) => masks.every(isSure));
}

/** Whether some way to perform is ruled out in a world with these days and picks. */
export function isAnyRuledOut(court: Court, board: Board, days: Days, picks: ReadonlyMap<number, Choice>): boolean {
  const timeline = pinnedTo(court.lens.timeline, days);
  return board.stretches.some((part) => {
    const dimensions = part.cells.map((one) => ({ dimension: one.dimension, choices: pickedOf(one, picks) }));
    const masks = combine(court.scene, dimensions, 1 << court.scene.dealBit);
    const at = variable(DAY_OF_USE);
    return [...(masks ?? [])].some(
      ([mask, cell]) => solve(isRuledOut({ mask, cell, part }, at), timeline, DAY_OF_USE).kind !== 'none',
    );
  });
}

function pickedOf(cells: DimensionCells, picks: ReadonlyMap<number, Choice>): Choice[] {
  const picked = picks.get(cells.dimension);
  return everyChoice(cells).filter(({ name }) => !picked || sameName(name, picked.name));
}

function isRuledOut({ mask, part: { questions, stretch } }: Use, at: Time): DayFormula {
  return allOf([
    questions.inDeal(mask, at, false),
    questions.ruledOut(mask, at, false),
    between(at, stretch.from, stretch.until, false),
  ]);
}

/** No day of the stretch on which the cell is there to perform and not ruled out. */
function neverLeft({ mask, part: { questions, stretch } }: Use): DayFormula {
  return allOf(
    [...questions.onsets(mask), day(stretch.from)].map((at) =>
      anyOf([
        questions.inDeal(mask, at, true),
        questions.ruledOut(mask, at, false),
        between(at, stretch.from, stretch.until, true),
      ]),
    ),
  );
}

/** How everything lies in a world, by dimension. */
function slotsOf({ dimensions }: WorldOption): ReadonlyMap<number, readonly Choice[]> {
  const slots = new Map<number, Choice[]>();
  for (const { dimension, choices } of dimensions.flat()) {
    slots.set(dimension, [...(slots.get(dimension) ?? []), ...choices]);
  }
  return slots;
}
