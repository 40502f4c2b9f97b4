import type { Clause, ValueId } from '../model/model.ts';
import { SILENT } from '../model/model.ts';
import { DAY_OF_USE } from '../model/timeline.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { isSubset } from '../terms/atom-set.ts';
import { FIRST_DAY, NEVER } from '../terms/calendar.ts';
import { after, allOf, anyOf, type DayFormula, type Days, isTrue, notBefore, solve } from '../terms/day-solver.ts';
import { type TermId, termsNamedIn } from '../terms/set-expression.ts';
import { day, type Time, variable, variablesOf } from '../terms/time.ts';
import { between, type CellQuestions, questionsFor } from './collision.ts';
import type { Inclusion, Lens } from './lens.ts';
import {
  type Alternative,
  buildScene,
  cellsOf,
  type DimensionCells,
  MOST_BITS,
  type Scene,
  type SceneWaiver,
  type Settlement,
  type Slot,
  type SlotName,
  type WaiverOffer,
} from './scene.ts';

/** What the party does in the clause that a restraint meets. */
export type Role = 'lets' | 'must' | 'may' | 'standoff';

/** One cell's value in each dimension that matters, for a witness. */
export type Cell = ReadonlyMap<number, { readonly name: SlotName; readonly alternative: Alternative }>;

/** A world in which the promises collide: everything it decides, and the use that shows it. */
export interface World {
  readonly settlement: Settlement;
  readonly cell: Cell;
  readonly mask: number;
  /** The first day on which they collide in it. */
  readonly day: number;
  /** Two undated promises collide from the first of all days: an example on `asOf`, where there is one, says more. */
  readonly example?: number;
  readonly days: Days;
}

/** A fact nobody has stated on which a *depends* turns. */
export type Turn =
  | {
      readonly kind: 'event' | 'renewal';
      readonly variable: number;
      readonly collides: number;
      readonly clears: number;
    }
  | { readonly kind: 'who'; readonly dimension: number; readonly collides: SlotName; readonly clears: SlotName }
  | {
      readonly kind: 'membership';
      readonly term: TermId;
      readonly dimension: number;
      readonly what: SlotName;
      readonly collidesInside: boolean;
    }
  | { readonly kind: 'affiliates'; readonly clause: Clause; readonly collidesIncluded: boolean }
  | { readonly kind: 'state'; readonly term: TermId; readonly collidesWhileHolding: boolean }
  | { readonly kind: 'self'; readonly clause: Clause }
  | { readonly kind: 'performance'; readonly left: Cell; readonly day: number }
  | { readonly kind: 'uptake' | 'standoff' | 'offer' | 'terms' };

export type Judgement =
  | { readonly verdict: 'clear' }
  | { readonly verdict: 'conflict'; readonly world: World }
  | { readonly verdict: 'depends'; readonly world: World; readonly turns: readonly Turn[] }
  | { readonly verdict: 'too complex' };

const CLEAR: Judgement = { verdict: 'clear' };
const TOO_COMPLEX: Judgement = { verdict: 'too complex' };
const MOST_SETTLEMENTS = 256;
const MOST_CELLS = 4096;
const MOST_PICKS = 512;

/**
 * Judges two undertakings under one lens: a restraint and what it meets, or two restraints that leave nobody. Exact: *conflict*
 * and *clear* hold in every world, *depends* has a world of each kind, or it says that it is too complex.
 */
export function judge(
  lens: Lens,
  role: Role,
  deal: Undertaking,
  restraint: Undertaking,
  offers: readonly WaiverOffer[],
): Judgement {
  const selfRules = role === 'must' || role === 'may' ? restraint.clause.self : 'yes';
  const bitesItself = restraint.effect === 'excludes' ? selfRules : 'yes';
  if (bitesItself === 'no') return CLEAR;
  const scene = buildScene(deal, role === 'standoff' ? [restraint, deal] : [restraint], offers, role === 'standoff');
  if (scene.bitCount > MOST_BITS) return TOO_COMPLEX;
  const settlements = settlementsOf(lens, scene, bitesItself === 'undecided');
  if (!settlements) return TOO_COMPLEX;
  const court: Court = { lens, scene, role };
  let world: World | undefined;
  let everywhere = true;
  for (const settlement of settlements) {
    const outcome = settlement.self ? inSettlement(court, settlement) : NEITHER;
    if (outcome === 'too complex') return TOO_COMPLEX;
    if (outcome.world && (!world || outcome.world.day < world.day)) world = outcome.world;
    if (outcome.escapes) everywhere = false;
  }
  if (!world) return CLEAR;
  if (everywhere && capped(role, restraint) === undefined) return { verdict: 'conflict', world };
  return { verdict: 'depends', world, turns: turnsOf(court, settlements, world, restraint, everywhere) };
}

/** Relations that never are more than a question, whatever the facts. */
function capped(role: Role, restraint: Undertaking): Turn | undefined {
  if (role === 'standoff') return { kind: 'standoff' };
  if (restraint.effect === 'preempts') return { kind: 'offer' };
  if (restraint.effect === 'equalizes') return { kind: 'terms' };
  if (role === 'may') return { kind: 'uptake' };
  return undefined;
}

interface Court {
  readonly lens: Lens;
  readonly scene: Scene;
  readonly role: Role;
}

type Outcome = { readonly world: World | undefined; readonly escapes: boolean } | 'too complex';
const NEITHER: Outcome = { world: undefined, escapes: true };

/** Stretches of days with the same affiliates: from (inclusive) to until (exclusive), and a day of it. */
interface Stretch {
  readonly from: number;
  readonly until: number;
}

function stretchesOf(court: Court, settlement: Settlement): readonly Stretch[] {
  const { affiliationDays } = court.lens;
  const dated = settlement.inclusions.some((inclusion) => inclusion !== 'none');
  const cuts = dated ? affiliationDays.filter((from) => from > FIRST_DAY) : [];
  const starts = [FIRST_DAY, ...cuts];
  return starts.map((from, index) => ({ from, until: starts[index + 1] ?? NEVER }));
}

/** The dimensions' cells in each stretch, and the questions to ask of them. */
interface Board {
  readonly settlement: Settlement;
  readonly questions: CellQuestions;
  readonly stretches: readonly { readonly stretch: Stretch; readonly cells: readonly DimensionCells[] }[];
}

function boardOf(court: Court, settlement: Settlement): Board {
  const { lens, scene } = court;
  const waives = (waiver: SceneWaiver, objector: ValueId): boolean => givenBy(court, settlement, waiver, objector);
  return {
    settlement,
    questions: questionsFor(scene, settlement, waives),
    stretches: stretchesOf(court, settlement).map((stretch) => ({
      stretch,
      cells: cellsOf(lens, scene, settlement, stretch.from),
    })),
  };
}

/** Whether a waiver is one of that objector's: it is among those who gave it, affiliates included where they are. */
function givenBy(court: Court, settlement: Settlement, waiver: SceneWaiver, objector: ValueId): boolean {
  const { lens, scene } = court;
  const inclusion = settlement.inclusions[scene.clauses.indexOf(waiver.clause)];
  const givers = lens.coversWith(waiver.by, inclusion, Number.POSITIVE_INFINITY);
  return isSubset(lens.covers(lens.parties, objector), givers, lens.taxonomy(lens.parties).atomCount);
}

function inSettlement(court: Court, settlement: Settlement): Outcome {
  const board = boardOf(court, settlement);
  const world = findCollision(court, board);
  if (world === 'too complex') return world;
  if (!world) return NEITHER;
  const escape = findEscape(court, board, undefined);
  if (escape === 'too complex') return escape;
  return { world, escapes: escape !== undefined };
}

/** Every mask that some combination of slots gives, with one such combination. */
type Masks = Map<number, Cell>;

const EMPTY_CELL: Cell = new Map();

/** Combines dimensions; a world's picks are made already: each dimension gives the alternatives that are there. */
function combine(
  scene: Scene,
  dimensions: readonly { readonly dimension: number; readonly choices: readonly Choice[] }[],
  needed: number,
): Masks | undefined {
  let masks: Masks = new Map([[(1 << scene.bitCount) - 1, EMPTY_CELL]]);
  for (const { dimension, choices } of dimensions) {
    const next: Masks = new Map();
    for (const [mask, cell] of masks) {
      for (const { name, alternative } of choices) {
        const both = mask & alternative.mask;
        if ((both & needed) !== needed || next.has(both)) continue;
        next.set(both, new Map(cell).set(dimension, { name, alternative }));
      }
    }
    if (next.size > MOST_CELLS) return undefined;
    masks = next;
  }
  return masks;
}

interface Choice {
  readonly name: SlotName;
  readonly alternative: Alternative;
}

const everyChoice = (cells: DimensionCells): Choice[] =>
  cells.slots.flatMap(({ name, alternatives }) => alternatives.map((alternative) => ({ name, alternative })));

/** Bits that a cell must have for anything to be asked of it. */
function neededBits(court: Court): number {
  const { scene, role } = court;
  if (role === 'must') return 1 << scene.dealBit;
  const restraints = scene.restraints.reduce((bits, { bit }) => bits | (1 << bit), 0);
  return role === 'standoff' ? restraints : restraints | (1 << scene.dealBit);
}

const isWho = (lens: Lens, dimension: number): boolean =>
  dimension >= 0 && lens.model.regionDimensions[dimension].question === 'who';

/** A world with a use that is ruled out, the earliest; undefined when there is none. */
function findCollision(court: Court, board: Board): World | undefined | 'too complex' {
  let best: World | undefined;
  for (const { stretch, cells } of board.stretches) {
    const found =
      court.role === 'standoff'
        ? findStandoff(court, board, stretch, cells)
        : findUse(court, board, stretch, cells, best);
    if (found === 'too complex') return found;
    if (found && (!best || found.day < best.day)) best = found;
  }
  return best;
}

function findUse(
  court: Court,
  board: Board,
  stretch: Stretch,
  cells: readonly DimensionCells[],
  sofar: World | undefined,
): World | undefined | 'too complex' {
  const { scene } = court;
  const needed = neededBits(court) | scene.restraints.reduce((bits, { bit }) => bits | (1 << bit), 0);
  const masks = combine(
    scene,
    cells.map((one) => ({ dimension: one.dimension, choices: everyChoice(one) })),
    needed,
  );
  if (!masks) return 'too complex';
  let best = sofar;
  for (const [mask, cell] of masks) {
    const condition = (at: Time): DayFormula =>
      allOf([
        board.questions.inDeal(mask, at, false),
        board.questions.ruledOut(mask, at, false),
        startsLater(court),
        between(at, stretch.from, stretch.until, false),
      ]);
    const solution = earliestDay(court, board, mask, condition, stretch);
    if (solution === 'too complex') return solution;
    if (solution && (!best || solution.day < best.day)) {
      best = { settlement: board.settlement, cell, mask, ...solution, ...exampleFor(court, solution.day, condition) };
    }
  }
  return best === sofar ? undefined : best;
}

/** A first refusal is about grants made after it was given. */
function startsLater({ scene }: Court): DayFormula {
  const [{ undertaking }] = scene.restraints;
  return undertaking.effect === 'preempts' ? after(scene.deal.start, undertaking.start) : allOf([]);
}

function exampleFor(
  { lens }: Court,
  first: number,
  condition: (at: Time) => DayFormula,
): { example?: number; days?: Days } {
  if (first > FIRST_DAY) return {};
  const solution = solve(condition(day(lens.asOf)), lens.timeline);
  return solution.kind === 'solved' ? { example: lens.asOf, days: solution.days } : {};
}

/** The earliest day that meets a condition on days, and the days of the events in that world. */
function earliestDay(
  court: Court,
  board: Board,
  mask: number,
  condition: (at: Time) => DayFormula,
  stretch: Stretch,
): { day: number; days: Days } | undefined | 'too complex' {
  const onsets = [...board.questions.onsets(mask), day(stretch.from)];
  if (onsets.every((time) => time.kind === 'day')) {
    const days = [...new Set(onsets.map((time) => (time as { day: number }).day))].sort((a, b) => a - b);
    for (const one of days) {
      if (one < NEVER && isTrue(condition(day(one)), NO_DAYS)) return { day: one, days: NO_DAYS };
    }
    return undefined;
  }
  const solution = solve(condition(variable(DAY_OF_USE)), court.lens.timeline, DAY_OF_USE);
  if (solution.kind === 'too complex') return solution.kind;
  return solution.kind === 'solved' ? { day: solution.days.get(DAY_OF_USE)!, days: solution.days } : undefined;
}

const NO_DAYS: Days = new Map();

/** Two restraints with nothing permitted: a point at which they leave nobody to deal with. */
function findStandoff(
  court: Court,
  board: Board,
  stretch: Stretch,
  cells: readonly DimensionCells[],
): World | undefined | 'too complex' {
  const { lens, scene } = court;
  const needed = neededBits(court);
  const who = cells.filter(({ dimension }) => isWho(lens, dimension));
  const rest = cells.filter(({ dimension }) => !isWho(lens, dimension));
  const points = combine(
    scene,
    rest.map((one) => ({ dimension: one.dimension, choices: everyChoice(one) })),
    needed,
  );
  const everybody = combine(
    scene,
    who.map((one) => ({ dimension: one.dimension, choices: everyChoice(one) })),
    0,
  );
  if (!points || !everybody) return 'too complex';
  let best: World | undefined;
  for (const [mask, cell] of points) {
    const masks = [...everybody.keys()].map((one) => one & mask);
    const condition = (at: Time): DayFormula =>
      allOf([
        between(at, stretch.from, stretch.until, false),
        ...scene.restraints.map(({ bit }) => activeAt(scene, bit, at)),
        ...masks.map((one) => anyOf(scene.restraints.map((_, index) => ruledOutByOne(court, board, index, one, at)))),
      ]);
    const solution = earliestDay(court, board, mask, condition, stretch);
    if (solution === 'too complex') return solution;
    if (solution && (!best || solution.day < best.day)) {
      best = { settlement: board.settlement, cell, mask, day: solution.day, days: solution.days };
    }
  }
  return best;
}

function activeAt(scene: Scene, bit: number, at: Time): DayFormula {
  const { start, end } = scene.parts[bit].box;
  return allOf([notBefore(at, start), after(end, at)]);
}

function ruledOutByOne(court: Court, board: Board, index: number, mask: number, at: Time): DayFormula {
  const one: Scene = { ...court.scene, restraints: [court.scene.restraints[index]] };
  const waives = (waiver: SceneWaiver, objector: ValueId): boolean =>
    givenBy(court, board.settlement, waiver, objector);
  return questionsFor(one, board.settlement, waives).ruledOut(mask, at, false);
}

/** What an escape must leave as it is, so that a single fact can be seen to decide. */
interface Frozen {
  readonly world: World;
  readonly who: boolean;
  readonly membership: boolean;
  readonly days: boolean;
}

export interface Escape {
  readonly picks: ReadonlyMap<number, Choice>;
  readonly days: Days;
  /** For a duty: a way to perform that is left. */
  readonly left?: { readonly cell: Cell; readonly day: number };
}

/** A world without a collision; for a duty, one with a way to perform that is not ruled out (or nothing to perform). */
function findEscape(court: Court, board: Board, frozen: Frozen | undefined): Escape | undefined | 'too complex' {
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
    board.stretches.forEach(({ stretch }, index) => {
      const masks = combine(court.scene, option.dimensions[index], needed);
      if (!masks) tooMany = true;
      else for (const mask of masks.keys()) parts.push(neverIn(court, board, mask, stretch));
    });
    if (tooMany) return 'too complex';
    const formula = allOf(parts);
    if (frozen?.days) {
      if (isTrueWith(formula, frozen.world.days, court)) return { picks: option.picks, days: frozen.world.days };
      continue;
    }
    const solution = solve(formula, court.lens.timeline);
    if (solution.kind === 'too complex') return 'too complex';
    if (solution.kind === 'solved') return { picks: option.picks, days: solution.days };
  }
  return undefined;
}

/** With the days of a world that may not name every event: those it does not name are not needed. */
function isTrueWith(formula: DayFormula, days: Days, court: Court): boolean {
  const known = new Map(days);
  const visit = (part: DayFormula): void => {
    if (part.kind === 'at least') {
      for (const id of [...variablesOf(part.later), ...variablesOf(part.earlier)]) {
        if (!known.has(id)) known.set(id, court.lens.timeline[id].low);
      }
    } else part.parts.forEach(visit);
  };
  visit(formula);
  return isTrue(formula, known);
}

/** No day of the stretch on which the cell collides (of a duty: on which it is there to perform at all). */
function neverIn(court: Court, board: Board, mask: number, stretch: Stretch): DayFormula {
  const { questions } = board;
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

function notLater({ scene }: Court): DayFormula {
  const [{ undertaking }] = scene.restraints;
  return undertaking.effect === 'preempts' ? notBefore(undertaking.start, scene.deal.start) : anyOf([]);
}

/** A use of a duty's region that is not ruled out. */
function findWayLeft(court: Court, board: Board, frozen: Frozen | undefined): Escape | undefined {
  for (const { stretch, cells } of board.stretches) {
    const dimensions = cells.map((one) => ({ dimension: one.dimension, choices: choicesIn(one, frozen) }));
    const masks = combine(court.scene, dimensions, 1 << court.scene.dealBit);
    if (!masks) continue;
    for (const [mask, cell] of masks) {
      const condition = (at: Time): DayFormula =>
        allOf([
          board.questions.inDeal(mask, at, false),
          board.questions.ruledOut(mask, at, true),
          between(at, stretch.from, stretch.until, false),
        ]);
      if (frozen?.days) {
        const solution = solveWith(court, condition, frozen.world.days);
        if (solution) return { picks: picksOf(cells, cell), days: solution.days, left: { cell, day: solution.day } };
        continue;
      }
      const solution = solve(condition(variable(DAY_OF_USE)), court.lens.timeline, DAY_OF_USE);
      if (solution.kind !== 'solved') continue;
      return {
        picks: picksOf(cells, cell),
        days: solution.days,
        left: { cell, day: solution.days.get(DAY_OF_USE)! },
      };
    }
  }
  return undefined;
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

const sameName = (a: SlotName, b: SlotName): boolean =>
  a.kind === 'atom' ? b.kind === 'atom' && a.atom === b.atom : b.kind === 'number' && a.number === b.number;

/** The alternatives of a dimension that a frozen world leaves open. */
function choicesIn(cells: DimensionCells, frozen: Frozen | undefined): Choice[] {
  return everyChoice(cells).filter(({ name, alternative }) => isOpenTo(cells, name, alternative, frozen));
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

/** Every way to settle affiliates, states and the promisor itself; undefined when there are too many. */
function settlementsOf(lens: Lens, scene: Scene, selfUndecided: boolean): Settlement[] | undefined {
  const inclusions = scene.clauses.map((clause) => inclusionsOf(lens, scene, clause));
  const states = [...new Set(scene.parts.flatMap(({ box }) => (box.while ? termsNamedIn(box.while) : [])))];
  let found: Settlement[] = [{ inclusions: [], states: new Map(), self: true }];
  for (const options of inclusions) {
    found = found.flatMap((one) =>
      options.map((inclusion) => ({ ...one, inclusions: [...one.inclusions, inclusion] })),
    );
    if (found.length > MOST_SETTLEMENTS) return undefined;
  }
  for (const state of states) {
    const { presumed } = lens.terms[state].event;
    const options = presumed === undefined ? [true, false] : [presumed];
    found = found.flatMap((one) => options.map((holds) => ({ ...one, states: new Map(one.states).set(state, holds) })));
    if (found.length > MOST_SETTLEMENTS) return undefined;
  }
  return selfUndecided ? found.flatMap((one) => [one, { ...one, self: false }]) : found;
}

function inclusionsOf(lens: Lens, scene: Scene, clause: Clause): readonly Inclusion[] {
  const { affiliates } = clause;
  if (affiliates === 'no') return ['none'];
  const matter =
    scene.parts.some(
      (part) => part.clause === clause && namesAffiliates(lens, part.by, part.box.values[lens.parties]),
    ) ||
    [...scene.holderBits.values()].some(
      (holder) =>
        holder.clause === clause &&
        holder.outside.dimension === lens.parties &&
        namesAffiliates(lens, holder.outside.value, SILENT),
    ) ||
    scene.restraints.some(({ objectors }) =>
      objectors.some(({ waivers }) =>
        waivers.some((waiver) => waiver.clause === clause && namesAffiliates(lens, waiver.by, SILENT)),
      ),
    );
  if (!matter) return ['none'];
  if (affiliates === 'yes') return ['all'];
  return affiliates === 'silent' ? ['none', 'all'] : [{ only: affiliates.only }];
}

const namesAffiliates = (lens: Lens, by: ValueId | undefined, dealt: ValueId): boolean =>
  (by !== undefined && by !== SILENT && lens.hasAffiliates(by)) || (dealt !== SILENT && lens.hasAffiliates(dealt));

/** The facts on which the verdict turns: one if one suffices, tried in the order in which a reader would ask. */
function turnsOf(
  court: Court,
  settlements: readonly Settlement[],
  world: World,
  restraint: Undertaking,
  everywhere: boolean,
): readonly Turn[] {
  const cap = capped(court.role, restraint);
  if (everywhere && cap) return [cap];
  const board = boardOf(court, world.settlement);
  const attempts: readonly Omit<Frozen, 'world'>[] = [
    { who: true, membership: true, days: true },
    { who: true, membership: true, days: false },
    { who: false, membership: true, days: true },
    { who: true, membership: false, days: true },
    { who: false, membership: false, days: false },
  ];
  for (const attempt of attempts) {
    const escape = findEscape(court, board, { world, ...attempt });
    if (!escape || escape === 'too complex') continue;
    const turns = differences(court, board, world, escape, !attempt.membership);
    if (turns.length > 0) return cap ? [...turns, cap] : turns;
  }
  const other = nearestEscape(court, settlements, world);
  const turns = other ? settlementTurns(court, world.settlement, other, restraint) : [];
  return cap ? [...turns, cap] : turns;
}

function differences(court: Court, board: Board, world: World, escape: Escape, membershipIsFree: boolean): Turn[] {
  const turns: Turn[] = [];
  for (const [id, clears] of escape.days) {
    const collides = world.days.get(id);
    const { kind } = court.lens.timeline[id];
    if (kind === 'day' || collides === undefined || collides === clears) continue;
    turns.push({ kind, variable: id, collides, clears });
  }
  const cell = escape.left?.cell;
  for (const { dimension, silent } of board.stretches[0].cells) {
    const collides = world.cell.get(dimension);
    const clears = cell?.get(dimension) ?? escape.picks.get(dimension);
    if (silent && collides && clears && !sameName(collides.name, clears.name)) {
      turns.push({ kind: 'who', dimension, collides: collides.name, clears: clears.name });
    }
  }
  if (turns.length === 0 && membershipIsFree) turns.push(...membershipTurns(world));
  if (turns.length === 0 && escape.left) {
    turns.push({ kind: 'performance', left: escape.left.cell, day: escape.left.day });
  }
  return turns;
}

function membershipTurns(world: World): Turn[] {
  const turns: Turn[] = [];
  for (const [dimension, { name, alternative }] of world.cell) {
    for (const [term, inside] of alternative.membership ?? []) {
      turns.push({ kind: 'membership', term, dimension, what: name, collidesInside: inside });
    }
  }
  return turns;
}

/** A settlement without a collision that differs from the world's in as little as can be. */
function nearestEscape(court: Court, settlements: readonly Settlement[], world: World): Settlement | undefined {
  let best: Settlement | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const settlement of settlements) {
    const distance = settlementDistance(settlement, world.settlement);
    if (distance >= fewest) continue;
    const outcome = settlement.self ? inSettlement(court, settlement) : NEITHER;
    if (outcome === 'too complex' || !outcome.escapes) continue;
    best = settlement;
    fewest = distance;
  }
  return best;
}

function settlementDistance(a: Settlement, b: Settlement): number {
  const inclusions = a.inclusions.filter((one, index) => one !== b.inclusions[index]).length;
  const states = [...a.states].filter(([state, holds]) => b.states.get(state) !== holds).length;
  return inclusions + states + (a.self === b.self ? 0 : 1);
}

function settlementTurns(court: Court, collides: Settlement, clears: Settlement, restraint: Undertaking): Turn[] {
  const turns: Turn[] = [];
  collides.inclusions.forEach((inclusion, index) => {
    if (inclusion === clears.inclusions[index]) return;
    turns.push({ kind: 'affiliates', clause: court.scene.clauses[index], collidesIncluded: inclusion !== 'none' });
  });
  for (const [term, holds] of collides.states) {
    if (clears.states.get(term) !== holds) turns.push({ kind: 'state', term, collidesWhileHolding: holds });
  }
  if (collides.self !== clears.self) turns.push({ kind: 'self', clause: restraint.clause });
  return turns;
}
