import { BOUND, type DimensionCells, type Slot } from './cells.ts';
import { type Board, type Choice, type Court, sameName } from './court.ts';
import { type Frozen, isOpenTo, settledIn } from './frozen.ts';
import { nearestDecisions } from './memberships.ts';

const MOST_PICKS = 512;

/** One way in which a world can settle who is silent and what open terms hold. */
export interface WorldOption {
  /** For each stretch, what is there in each dimension. */
  readonly dimensions: readonly (readonly OptionDimension[])[];
  readonly picks: ReadonlyMap<number, Choice>;
}

export interface OptionDimension {
  readonly dimension: number;
  readonly choices: readonly Choice[];
}

/**
 * The ways in which a world can settle who is silent and what open terms hold; undefined when there are too many. A world in which
 * an atom lacks a bit of `needed` has fewer uses than one in which it has them all, so falling out is the only way looked at
 * where there is one; without `needed`, every way is.
 */
export function worldsOf(
  { lens }: Court,
  board: Board,
  frozen: Frozen | undefined,
  needed: number | undefined,
): WorldOption[] | undefined {
  let options: WorldOption[] = [{ dimensions: [], picks: new Map() }];
  for (const { cells } of board.stretches) {
    let rows: { choices: OptionDimension[]; picks: ReadonlyMap<number, Choice> }[] = options.map(({ picks }) => ({
      choices: [],
      picks,
    }));
    let origins = rows.map((_, index) => index);
    for (const one of cells) {
      const next: typeof rows = [];
      const nextOrigins: number[] = [];
      rows.forEach((row, index) => {
        const before = options[origins[index]].dimensions[0]?.find(({ dimension }) => dimension === one.dimension);
        // Only whose affiliate somebody is may be another from day to day: all else lies in every stretch as in the first.
        const isDated = one.dimension === BOUND || one.dimension === lens.parties;
        const picks: readonly Pick[] =
          before && !isDated ? [before] : picksFor(one, needed, frozen, row.picks.get(one.dimension));
        for (const pick of picks) {
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
  needed: number | undefined,
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

function openAlternatives(
  cells: DimensionCells,
  slot: Slot,
  needed: number | undefined,
  frozen: Frozen | undefined,
): Choice[] {
  const open = slot.alternatives
    .filter((alternative) => isOpenTo(cells, slot.name, alternative, frozen))
    .map((alternative) => ({ name: slot.name, alternative }));
  if (needed === undefined || open.length < 2) return open;
  const out = open.filter(({ alternative }) => (alternative.mask & needed) !== needed);
  return out.length === 0 ? open : [nearest(cells, out, frozen)];
}

/** Of several ways to lie, the one that leaves most as it is in a frozen world. */
function nearest({ dimension }: DimensionCells, choices: readonly Choice[], frozen: Frozen | undefined): Choice {
  const settled = frozen && settledIn(frozen.world, dimension, choices[0].name);
  if (!settled) return choices[0];
  const distance = ({ alternative }: Choice): number => nearestDecisions(settled, alternative).length;
  return choices.reduce((best, one) => (distance(one) < distance(best) ? one : best));
}
