import type { ValueId } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { isSubset } from '../terms/atom-set.ts';
import { FIRST_DAY, NEVER } from '../terms/calendar.ts';
import { after, type DayFormula, type Days, FALSE, notBefore, TRUE } from '../terms/day-solver.ts';
import { type Alternative, cellsOf, type DimensionCells, type Settlement, type SlotName } from './cells.ts';
import { type CellQuestions, questionsFor } from './collision.ts';
import type { Cell, Role, World } from './judgement.ts';
import type { Lens } from './lens.ts';
import type { Scene, SceneWaiver } from './scene.ts';

const MOST_CELLS = 4096;

/** What a judgement is about: two undertakings laid out, what the party does, and the reading. */
export interface Court {
  readonly lens: Lens;
  readonly scene: Scene;
  readonly role: Role;
}

/** Stretches of days with the same affiliates: from (inclusive) to until (exclusive), and a day of it. */
export interface Stretch {
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
export interface Board {
  readonly settlement: Settlement;
  readonly stretches: readonly BoardStretch[];
}

/** A stretch of the board: who counts as whose affiliate is the same throughout. */
export interface BoardStretch {
  readonly stretch: Stretch;
  readonly cells: readonly DimensionCells[];
  readonly questions: CellQuestions;
}

export function boardOf(court: Court, settlement: Settlement): Board {
  const { lens, scene } = court;
  return {
    settlement,
    stretches: stretchesOf(court, settlement).map((stretch) => ({
      stretch,
      cells: cellsOf(lens, scene, settlement, stretch.from),
      questions: questionsIn(court, scene, settlement, stretch),
    })),
  };
}

/** The questions to ask on the days of a stretch. */
export const questionsIn = (court: Court, scene: Scene, settlement: Settlement, stretch: Stretch): CellQuestions =>
  questionsFor(scene, settlement, (waiver, objector) => givenBy(court, settlement, waiver, objector, stretch.from));

/** Whether a waiver is one of that objector's: it is among those who gave it, affiliates included where they are. */
function givenBy(court: Court, settlement: Settlement, waiver: SceneWaiver, objector: ValueId, day: number): boolean {
  const { lens, scene } = court;
  const inclusion = settlement.inclusions[scene.clauses.indexOf(waiver.clause)];
  const givers = lens.coversWith(waiver.by, inclusion, day);
  return isSubset(lens.covers(lens.parties, objector), givers, lens.taxonomy(lens.parties).atomCount);
}

/** Every mask that some combination of slots gives, with one such combination. */
type Masks = Map<number, Cell>;

const EMPTY_CELL: Cell = new Map();

export interface Choice {
  readonly name: SlotName;
  readonly alternative: Alternative;
}

/** Combines dimensions; a world's picks are made already: each dimension gives the alternatives that are there. */
export function combine(
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

export const everyChoice = ({ slots }: Pick<DimensionCells, 'slots'>): Choice[] =>
  slots.flatMap(({ name, alternatives }) => alternatives.map((alternative) => ({ name, alternative })));

/** A use, and the masks that it may have: several where it is asked about whatever belongs to open terms. */
export interface Use {
  readonly cell: Cell;
  readonly masks: readonly number[];
  readonly certain: boolean;
}

type NamedSlots = Pick<DimensionCells, 'dimension' | 'slots'>;

/** The slots of a dimension: without a name where a use does not settle which of them it is. */
interface Slots {
  readonly dimension: number;
  readonly slots: readonly { readonly name?: SlotName; readonly alternatives: readonly Alternative[] }[];
}

/** The uses that dimensions make up: first those that lie in what is needed whatever belongs to open terms, then each mask. */
export function usesOf(scene: Scene, dimensions: readonly NamedSlots[], needed: number): Use[] | undefined {
  const choices = dimensions.map((one) => ({ dimension: one.dimension, choices: everyChoice(one) }));
  const masks = combine(scene, choices, needed);
  if (!masks) return undefined;
  const isOpen = dimensions.some(({ slots }) => slots.some(({ alternatives }) => alternatives.length > 1));
  const uses = [...masks].map(([mask, cell]): Use => ({ cell, masks: [mask], certain: !isOpen }));
  return isOpen ? [...certainUses(scene, dimensions, needed), ...uses] : uses;
}

/** The uses that lie in what is needed whatever belongs to open terms, each with all masks that it may have; none where there are too many. */
export function certainUses(scene: Scene, dimensions: readonly Slots[], needed: number): Use[] {
  let uses: Use[] = [{ cell: EMPTY_CELL, masks: [(1 << scene.bitCount) - 1], certain: true }];
  for (const { dimension, slots } of dimensions) {
    const next = new Map<string, Use>();
    for (const { cell, masks } of uses) {
      for (const { name, alternatives } of slots) {
        const both = masks.flatMap((mask) => alternatives.map((alternative) => mask & alternative.mask));
        if (both.length === 0 || both.some((mask) => (mask & needed) !== needed)) continue;
        const distinct = [...new Set(both)].sort((a, b) => a - b);
        const key = distinct.join();
        if (next.has(key)) continue;
        const own = name ? new Map(cell).set(dimension, { name, alternative: alternatives[0] }) : cell;
        next.set(key, { cell: own, masks: distinct, certain: true });
      }
    }
    if (next.size > MOST_CELLS) return [];
    uses = [...next.values()];
  }
  return uses;
}

/** Whether a world shows a collision better than another: what is certain before what is open, then the earlier. */
export const showsBetter = (world: World, other: World | undefined): boolean =>
  !other || (world.certain === other.certain ? world.day < other.day : world.certain);

/** Bits that a cell must have for anything to be asked of it. */
export function neededBits(court: Court): number {
  const { scene, role } = court;
  if (role === 'must') return 1 << scene.dealBit;
  const restraints = scene.restraints.reduce((bits, { bit }) => bits | (1 << bit), 0);
  return role === 'standoff' ? restraints : restraints | (1 << scene.dealBit);
}

export const sameName = (a: SlotName, b: SlotName): boolean =>
  a.kind === 'atom' ? b.kind === 'atom' && a.atom === b.atom : b.kind === 'number' && a.number === b.number;

/** A first refusal is about grants made after it was given. */
export const startsLater = (deal: Undertaking, { effect, start }: Undertaking): DayFormula =>
  effect === 'preempts' ? after(deal.start, start) : TRUE;

export const notLater = (deal: Undertaking, { effect, start }: Undertaking): DayFormula =>
  effect === 'preempts' ? notBefore(start, deal.start) : FALSE;

export const NO_DAYS: Days = new Map();
