import type { TermId } from '../terms/set-expression.ts';
import type { Alternative, Decided, DimensionCells, Slot, SlotName } from './cells.ts';
import { type Choice, sameName } from './court.ts';
import type { Cell } from './judgement.ts';

/** That something belongs to an open term, or does not. */
export interface Membership {
  readonly term: TermId;
  readonly dimension: number;
  readonly what: SlotName;
  readonly inside: boolean;
}

/** What of a use belongs to open terms, or does not, so that it lies as it does. */
export const membershipsOf = (cell: Cell): readonly Membership[] =>
  [...cell].flatMap(([dimension, { name: what, alternative }]) =>
    answersOf(alternative).map(([term, inside]) => ({ term, dimension, what, inside })),
  );

export const sameMembership = (a: Membership, b: Membership): boolean =>
  a.term === b.term && a.dimension === b.dimension && a.inside === b.inside && sameName(a.what, b.what);

/** The same of every atom of a slot that lies as a choice says. */
export const membershipsIn = (dimension: number, slot: Slot, { alternative }: Choice): readonly Membership[] =>
  [slot, ...(slot.alike ?? [])].flatMap(({ name, alternatives }) => {
    const own = alternatives.find(({ mask }) => mask === alternative.mask);
    return own ? membershipsOf(new Map([[dimension, { name, alternative: own }]])) : [];
  });

/** The answers that make an atom lie as it does: each that alone, given in the other way, would make it lie otherwise. */
function answersOf({ decided = [], possible = [] }: Alternative): readonly (readonly [TermId, boolean])[] {
  const [own] = decided;
  if (!own) return [];
  const answers = [...own.membership];
  const otherwise = possible
    .filter((one) => !decided.includes(one) && differing(own.joined, one.joined).length === 0)
    .map((one) => differing(own.membership, one.membership));
  const alone = answers.filter(([term]) => otherwise.some((asked) => asked.length === 1 && asked[0].term === term));
  if (alone.length > 0) return alone;
  // None alone does: all of them together, unless it is affiliates that do.
  return otherwise.length > 0 ? answers : [];
}

/**
 * What of a use has to belong to open terms, or not, for something to hold of each mask that it may then have: whatever else they
 * hold, it does.
 */
export function neededMemberships(
  cells: readonly DimensionCells[],
  cell: Cell,
  holdsOf: (mask: number) => boolean,
): { readonly memberships: readonly Membership[]; readonly masks: readonly number[] } {
  const needed = new Map(cell);
  let masks = masksOf(cells, cell, needed);
  for (const dimension of cell.keys()) {
    const without = new Map([...needed].filter(([other]) => other !== dimension));
    const wider = masksOf(cells, cell, without);
    if (!wider.every(holdsOf)) continue;
    needed.delete(dimension);
    masks = wider;
  }
  return { memberships: membershipsOf(needed), masks };
}

/** The masks that a use may have where it lies as it does in some dimensions, and in the others in any way that it can. */
function masksOf(cells: readonly DimensionCells[], cell: Cell, settled: Cell): readonly number[] {
  let masks = [-1];
  for (const [dimension, { name, alternative }] of cell) {
    const slots = cells.find((one) => one.dimension === dimension)?.slots;
    const all = slots?.find((one) => sameName(one.name, name))?.alternatives ?? [alternative];
    const ways = settled.has(dimension) ? [alternative] : all;
    masks = [...new Set(masks.flatMap((mask) => ways.map((way) => way.mask & mask)))];
  }
  return masks;
}

/**
 * A way to lie, with one of its answers alone: where several questions have to be answered otherwise for an atom to lie otherwise,
 * the one that leaves most of them to be.
 */
export function settled(alternative: Alternative): Alternative {
  const { decided = [], possible = [] } = alternative;
  if (decided.length < 2) return alternative;
  const others = possible.filter((one) => !decided.includes(one));
  const toAnswer = (one: Decided): number => {
    const reached = others.filter((other) => differing(one.joined, other.joined).length === 0);
    if (reached.length === 0) return 0;
    return Math.min(...reached.map((other) => differing(one.membership, other.membership).length));
  };
  return { ...alternative, decided: [decided.reduce((most, one) => (toAnswer(one) > toAnswer(most) ? one : most))] };
}

/** A question of open terms that two ways to lie answer otherwise. */
export interface OtherDecision {
  readonly term: TermId;
  /** How the second of them answers it. */
  readonly inside: boolean;
  /** It is about a party that the atom is an affiliate of. */
  readonly isOfParent: boolean;
}

/**
 * What two ways to lie have to answer otherwise, at the least: with `free`, of those terms alone, and undefined where that is not
 * enough.
 */
export function nearestDecisions(one: Alternative, other: Alternative): readonly OtherDecision[];
export function nearestDecisions(
  one: Alternative,
  other: Alternative,
  free: ReadonlySet<TermId>,
): readonly OtherDecision[] | undefined;
export function nearestDecisions(
  { decided: ones = [] }: Alternative,
  { decided: others = [] }: Alternative,
  free?: ReadonlySet<TermId>,
): readonly OtherDecision[] | undefined {
  if (ones.length === 0 || others.length === 0) return [];
  let fewest: OtherDecision[] | undefined;
  for (const a of ones) {
    for (const b of others) {
      const differences = decisionsBetween(a, b);
      if (free && !differences.every(({ term }) => free.has(term))) continue;
      if (!fewest || differences.length < fewest.length) fewest = differences;
    }
  }
  return fewest;
}

/** The second of two ways to lie, with the answers first for which the least has to be answered otherwise, of free terms alone. */
export function nearestFirst(one: Alternative, other: Alternative, free: ReadonlySet<TermId>): Alternative {
  const { decided = [] } = other;
  if (decided.length < 2) return other;
  const distance = (answers: Decided): number =>
    nearestDecisions(one, { ...other, decided: [answers] }, free)?.length ?? Number.POSITIVE_INFINITY;
  const nearest = decided.reduce((best, answers) => (distance(answers) < distance(best) ? answers : best));
  return { ...other, decided: [nearest, ...decided.filter((answers) => answers !== nearest)] };
}

const decisionsBetween = (one: Decided, other: Decided): OtherDecision[] => [
  ...differing(one.membership, other.membership).map((found) => ({ ...found, isOfParent: false })),
  ...differing(one.joined, other.joined).map((found) => ({ ...found, isOfParent: true })),
];

const differing = (one: ReadonlyMap<TermId, boolean>, other: ReadonlyMap<TermId, boolean>) =>
  [...other]
    .filter(([term, inside]) => one.has(term) && one.get(term) !== inside)
    .map(([term, inside]) => ({ term, inside }));
