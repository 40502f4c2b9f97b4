import { DAY_OF_USE } from '../model/timeline.ts';
import { FIRST_DAY, NEVER } from '../terms/calendar.ts';
import {
  after,
  allOf,
  anyOf,
  type DayFormula,
  type Days,
  isTrue,
  isTrueWith,
  notBefore,
  solve,
} from '../terms/day-solver.ts';
import { day, type Time, variable } from '../terms/time.ts';
import type { DimensionCells } from './cells.ts';
import { between } from './collision.ts';
import {
  type Board,
  type BoardStretch,
  boardOf,
  type Choice,
  type Court,
  combine,
  NO_DAYS,
  neededBits,
  questionsIn,
  type Stretch,
  showsBetter,
  startsLater,
  type Use,
  usesOf,
} from './court.ts';
import { type Frozen, openSlots } from './frozen.ts';
import type { World } from './judgement.ts';
import type { Lens } from './lens.ts';
import type { Scene } from './scene.ts';
import { shownDay } from './shown-day.ts';

const isWho = (lens: Lens, dimension: number): boolean =>
  dimension >= 0 && lens.model.regionDimensions[dimension].question === 'who';

/** A use that may be ruled out, and on which days it is. */
export interface CollidingUse extends Use {
  readonly collidesOn: (at: Time) => DayFormula;
}

/** The world that best shows a use that is ruled out; undefined when there is none. */
export function findCollision(court: Court, board: Board): World | undefined | 'too complex' {
  let best: World | undefined;
  for (const part of board.stretches) {
    const uses = usesIn(court, board, part);
    if (uses === 'too complex') return uses;
    for (const { collidesOn, ...use } of uses) {
      const solution = earliestDay(court, part, use.masks, collidesOn);
      if (solution === 'too complex') {
        // Each mask is asked about by itself as well.
        if (use.masks.length > 1) continue;
        return solution;
      }
      if (!solution) continue;
      const world: World = { settlement: board.settlement, ...use, ...solution };
      if (showsBetter(world, best)) best = world;
    }
  }
  return best;
}

/** The uses of a stretch of days; of two restraints with nothing permitted, the points at which they may leave nobody. */
export const usesIn = (court: Court, board: Board, part: BoardStretch): readonly CollidingUse[] | 'too complex' =>
  court.role === 'standoff' ? standoffsIn(court, board, part) : plainUsesIn(court, part);

/** The uses that collide, on some days, in every world that leaves all as it is in one that is frozen. */
export function settledUses(court: Court, board: Board, frozen: Frozen): readonly CollidingUse[] | 'too complex' {
  const found: CollidingUse[] = [];
  for (const part of board.stretches) {
    const cells = part.cells.map((one) => ({ ...one, slots: openSlots(one, frozen) }));
    const uses = usesIn(court, board, { ...part, cells });
    if (uses === 'too complex') return uses;
    found.push(...uses.filter(({ certain }) => certain));
  }
  return found;
}

function plainUsesIn(
  court: Court,
  { stretch, cells, questions }: BoardStretch,
): readonly CollidingUse[] | 'too complex' {
  const { scene } = court;
  const needed = neededBits(court) | scene.restraints.reduce((bits, { bit }) => bits | (1 << bit), 0);
  const uses = usesOf(scene, cells, needed);
  if (!uses) return 'too complex';
  return uses.map((use) => ({
    ...use,
    collidesOn: (at) =>
      allOf([
        ...use.masks.flatMap((mask) => [questions.inDeal(mask, at, false), questions.ruledOut(mask, at, false)]),
        startsLater(scene.deal, scene.restraints[0].undertaking),
        between(at, stretch.from, stretch.until, false),
      ]),
  }));
}

/** A world that collides from the first of all days on, with an example that says more than that day. */
export function withExample(court: Court, world: World): World {
  if (world.day > FIRST_DAY) return world;
  const { asOf, timeline } = court.lens;
  const board = boardOf(court, world.settlement);
  const uses: CollidingUse[] = [];
  for (const part of board.stretches) {
    const found = usesIn(court, board, part);
    if (found === 'too complex') return world;
    uses.push(...found.filter(({ certain }) => certain === world.certain));
  }
  const days = shownDay((at) => anyOf(uses.map(({ collidesOn }) => collidesOn(at))), asOf, timeline);
  const example = days?.get(DAY_OF_USE);
  if (!days || example === undefined) return world;
  const collides = ({ collidesOn }: CollidingUse): boolean => isTrueWith(collidesOn(day(example)), days, timeline);
  const { cell, masks } = uses.find((use) => areSame(use.masks, world.masks) && collides(use)) ?? uses.find(collides)!;
  return { ...world, cell, masks, example, days };
}

export const areSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

/** The earliest day that meets a condition on days, and the days of the events in that world. */
function earliestDay(
  court: Court,
  { questions, stretch }: BoardStretch,
  masks: readonly number[],
  condition: (at: Time) => DayFormula,
): { day: number; days: Days } | undefined | 'too complex' {
  const days = daysOf([...masks.flatMap(questions.onsets), day(stretch.from)]);
  if (days) {
    const begun = dayOfBeginning(court.scene);
    for (const one of days.sort((a, b) => a - b)) {
      if (one >= begun && one < NEVER && isTrue(condition(day(one)), NO_DAYS)) return { day: one, days: NO_DAYS };
    }
    return undefined;
  }
  const solution = solve(condition(variable(DAY_OF_USE)), court.lens.timeline, DAY_OF_USE);
  if (solution.kind === 'too complex') return solution.kind;
  return solution.kind === 'solved' ? { day: solution.days.get(DAY_OF_USE)!, days: solution.days } : undefined;
}

/** Each once; undefined where some are not days. */
function daysOf(times: readonly Time[]): number[] | undefined {
  const days = new Set<number>();
  for (const time of times) {
    if (time.kind !== 'day') return undefined;
    days.add(time.day);
  }
  return [...days];
}

/** Nothing collides before both sides are in force: the first day on which they can be. */
function dayOfBeginning({ deal, restraints }: Scene): number {
  let day = deal.start.kind === 'day' ? deal.start.day : FIRST_DAY;
  for (const { undertaking } of restraints) {
    if (undertaking.start.kind === 'day') day = Math.max(day, undertaking.start.day);
  }
  return day;
}

function standoffsIn(
  court: Court,
  board: Board,
  { stretch, cells }: BoardStretch,
): readonly CollidingUse[] | 'too complex' {
  const { lens, scene } = court;
  const who = cells.filter(({ dimension }) => isWho(lens, dimension));
  const rest = cells.filter(({ dimension }) => !isWho(lens, dimension));
  const points = usesOf(scene, rest, neededBits(court));
  // What open terms hold is settled by the world, so each way of settling it gives an everybody of its own.
  const settled = settledWays(who);
  if (!points || !settled) return 'too complex';
  const uses: CollidingUse[] = [];
  for (const choices of settled) {
    const everybody = combine(scene, choices, 0);
    if (!everybody) return 'too complex';
    for (const point of points) {
      const masks = new Set(point.masks.flatMap((mask) => [...everybody.keys()].map((one) => one & mask)));
      const collidesOn = (at: Time): DayFormula =>
        allOf([
          between(at, stretch.from, stretch.until, false),
          ...scene.restraints.map(({ bit }) => activeAt(scene, bit, at)),
          ...[...masks].map((one) =>
            anyOf(scene.restraints.map((_, index) => ruledOutByOne(court, board, stretch, index, one, at))),
          ),
        ]);
      uses.push({ ...point, collidesOn });
    }
  }
  return uses;
}

type Settled = readonly { readonly dimension: number; readonly choices: readonly Choice[] }[];

/** Every way of choosing one alternative for each slot; undefined when there are too many. */
function settledWays(cells: readonly DimensionCells[]): Settled[] | undefined {
  let ways: Settled[] = [[]];
  for (const { dimension, slots } of cells) {
    let choices: Choice[][] = [[]];
    for (const { name, alternatives } of slots) {
      choices = choices.flatMap((row) => alternatives.map((alternative) => [...row, { name, alternative }]));
      if (choices.length * ways.length > MOST_WAYS) return undefined;
    }
    ways = ways.flatMap((way) => choices.map((row) => [...way, { dimension, choices: row }]));
  }
  return ways;
}

const MOST_WAYS = 512;

function activeAt(scene: Scene, bit: number, at: Time): DayFormula {
  const { start, end } = scene.parts[bit].box;
  return allOf([notBefore(at, start), after(end, at)]);
}

function ruledOutByOne(
  court: Court,
  { settlement }: Board,
  stretch: Stretch,
  index: number,
  mask: number,
  at: Time,
): DayFormula {
  const one: Scene = { ...court.scene, restraints: [court.scene.restraints[index]] };
  return questionsIn(court, one, settlement, stretch).ruledOut(mask, at, false);
}
