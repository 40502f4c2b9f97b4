import type { Clause, ValueId } from '../model/model.ts';
import { SILENT, UNRESTRICTED } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { type AtomSet, contains, EVERYTHING, NOTHING } from '../terms/atom-set.ts';
import { notWhole } from '../terms/cuts.ts';
import type { Interval } from '../terms/intervals.ts';
import { boundOf, holds, type TermId, termsNamedIn } from '../terms/set-expression.ts';
import { distinctWhileOpen, type Taxonomy } from '../terms/taxonomy.ts';
import type { Inclusion, Lens } from './lens.ts';
import type { Scene } from './scene.ts';

/** The dimension of who is bound: beside the region dimensions, which count from 0. */
export const BOUND = -1;

/** What one world decides before days: affiliates per clause (in the scene's order), states, the promisor itself. */
export interface Settlement {
  readonly inclusions: readonly Inclusion[];
  readonly states: ReadonlyMap<TermId, boolean>;
  readonly self: boolean;
}

/** One way that an atom may lie in the regions: a bit for each it lies in. */
export interface Alternative {
  readonly mask: number;
  /** What open terms then hold, one way or another; absent where it lies so whatever they hold. */
  readonly decided?: readonly Decided[];
  /** Whatever they may hold, as it lies so or otherwise; absent where `decided` is. */
  readonly possible?: readonly Decided[];
}

/** Which open terms an atom belongs to, and to which of them by way of a party that it is an affiliate of. */
export interface Decided {
  readonly membership: ReadonlyMap<TermId, boolean>;
  readonly joined: ReadonlyMap<TermId, boolean>;
}

/** An atom of a dimension (or a stretch of a measured one) and the ways in which it may lie. */
export interface Slot {
  readonly name: SlotName;
  readonly alternatives: readonly Alternative[];
  /** Where open terms decide: the other atoms that this slot stands for, each with its own questions. */
  readonly alike?: readonly Slot[];
}

export type SlotName =
  | { readonly kind: 'atom'; readonly atom: number }
  | { readonly kind: 'number'; readonly number: number };

/**
 * A dimension's slots. Atoms that lie alike are one slot, named by the first of them. Where `silent`, a world picks one of the
 * slots; else all of them are there.
 */
export interface DimensionCells {
  readonly dimension: number;
  readonly silent: boolean;
  readonly slots: readonly Slot[];
}

/** The cells of a scene on one day's affiliates: dimensions that nothing restricts are left out. */
export function cellsOf(lens: Lens, scene: Scene, settlement: Settlement, day: number): DimensionCells[] {
  const cells: DimensionCells[] = [];
  const bound = boundCells(lens, scene, settlement, day);
  if (bound) cells.push(bound);
  for (let dimension = 0; dimension < lens.model.regionDimensions.length; dimension++) {
    if (lens.model.regionDimensions[dimension].measured) {
      const measured = measuredCells(scene, dimension);
      if (measured) cells.push(measured);
    } else {
      const found = dimensionCells(lens, scene, settlement, day, dimension);
      if (found) cells.push(found);
    }
  }
  return cells;
}

/** What a bit covers in one dimension: atoms, or a value that open terms decide. */
interface Cover {
  readonly set: AtomSet;
  readonly value?: ValueId;
  /** What a term of parties includes besides itself. */
  readonly affiliates?: (term: TermId) => AtomSet;
  /** What a term may include besides: the affiliates of those of whom it is open whether they belong to it. */
  readonly possibleAffiliates?: (term: TermId) => AtomSet;
}

function boundCells(lens: Lens, scene: Scene, settlement: Settlement, day: number): DimensionCells | undefined {
  const covers = new Map<number, Cover>();
  for (let bit = 0; bit < scene.parts.length; bit++) {
    const { by, clause } = scene.parts[bit];
    if (by !== undefined) covers.set(bit, coverOf(lens, scene, settlement, day, lens.parties, by, clause));
  }
  return slotsFor(lens, scene, lens.parties, BOUND, false, covers);
}

function dimensionCells(
  lens: Lens,
  scene: Scene,
  settlement: Settlement,
  day: number,
  dimension: number,
): DimensionCells | undefined {
  const covers = new Map<number, Cover>();
  let silent = false;
  for (let bit = 0; bit < scene.parts.length; bit++) {
    const { box, clause } = scene.parts[bit];
    const value = box.values[dimension];
    if (value === SILENT) silent ||= bit === scene.dealBit;
    else if (value !== UNRESTRICTED) covers.set(bit, coverOf(lens, scene, settlement, day, dimension, value, clause));
  }
  for (const [bit, { outside, clause }] of scene.holderBits) {
    if (outside.dimension !== dimension || outside.value === UNRESTRICTED) continue;
    covers.set(bit, coverOf(lens, scene, settlement, day, dimension, outside.value, clause));
  }
  return slotsFor(lens, scene, dimension, dimension, silent, covers);
}

function coverOf(
  lens: Lens,
  scene: Scene,
  settlement: Settlement,
  day: number,
  dimension: number,
  value: ValueId,
  clause: Clause,
): Cover {
  const inclusion = settlement.inclusions[scene.clauses.indexOf(clause)];
  if (lens.openTerms(dimension, value).length > 0) {
    const set = lens.mayCover(dimension, value);
    if (dimension !== lens.parties || inclusion === 'none') return { set, value };
    return {
      set,
      value,
      affiliates: (term) => lens.affiliates(term, inclusion, day),
      possibleAffiliates: (term) => lens.possibleAffiliates(term, inclusion, day),
    };
  }
  if (dimension !== lens.parties) return { set: lens.covers(dimension, value) };
  return { set: lens.coversWith(value, inclusion, day) };
}

function slotsFor(
  lens: Lens,
  scene: Scene,
  taxonomyDimension: number,
  dimension: number,
  silent: boolean,
  covers: ReadonlyMap<number, Cover>,
): DimensionCells | undefined {
  if (covers.size === 0) return undefined;
  const taxonomy = lens.taxonomy(taxonomyDimension);
  const open = openTermsIn(lens, taxonomyDimension, covers);
  const deal = covers.get(scene.dealBit);
  const atoms = atomsToTry(
    deal?.set,
    [...covers.values()].map(({ set }) => set),
    // Where open terms decide, what a value names need not show in what it may cover.
    [...covers.values()].flatMap(({ value }) =>
      value === undefined ? [] : atomsNamed(lens, taxonomyDimension, value),
    ),
    taxonomy.atomCount,
    avoidedIn(lens, dimension, scene.deal),
  );
  const cells = (slots: readonly Slot[]): DimensionCells => ({
    dimension,
    silent,
    slots: silent ? leastAllowed(scene, slots) : slots,
  });
  if (open.length === 0) return cells(settledSlots(scene, atoms, covers));
  const slots = new Map<string, Slot & { readonly alike: Slot[] }>();
  for (const atom of atoms) {
    const alternatives = alternativesOf(lens, scene, taxonomyDimension, atom, covers, open);
    const key = alternatives.map(({ mask }) => mask).join();
    const first = slots.get(key);
    if (!first) slots.set(key, { name: { kind: 'atom', atom }, alternatives, alike: [] });
    else if (alternatives.length > 1) first.alike.push({ name: { kind: 'atom', atom }, alternatives });
  }
  return cells([...slots.values()]);
}

/**
 * Whoever silence may mean, first those who lie within the least of what a restraint allows: where several who are silent have to
 * lie within it together, none of them does in the use that is shown, so that each is seen to matter.
 */
function leastAllowed({ restraints, holderBits }: Scene, slots: readonly Slot[]): readonly Slot[] {
  if (slots.length < 2) return slots;
  const allowing = [
    ...holderBits.keys(),
    ...restraints.flatMap(({ exceptions, objectors }) => [
      ...exceptions,
      ...objectors.flatMap(({ waivers }) => waivers.map(({ bit }) => bit)),
    ]),
  ];
  const allowed = ({ alternatives: [{ mask }] }: Slot): number =>
    allowing.filter((bit) => (mask & (1 << bit)) !== 0).length;
  // What is open of one is another question than who it is.
  const isOpen = ({ alternatives }: Slot): number => Number(alternatives.length > 1);
  return [...slots].sort((a, b) => isOpen(a) - isOpen(b) || allowed(a) - allowed(b));
}

/** The open terms that decide what the regions cover. */
function openTermsIn(lens: Lens, dimension: number, covers: ReadonlyMap<number, Cover>): readonly TermId[] {
  const found = new Set<TermId>();
  for (const { value } of covers.values()) {
    if (value !== undefined) for (const term of lens.openTerms(dimension, value)) found.add(term);
  }
  return [...found];
}

/** Where no open term decides, an atom lies in the regions in one way. */
function settledSlots(scene: Scene, atoms: Iterable<number>, covers: ReadonlyMap<number, Cover>): Slot[] {
  const slots: Slot[] = [];
  const seen = new Set<number>();
  for (const atom of atoms) {
    let mask = (1 << scene.bitCount) - 1;
    for (const [bit, { set }] of covers) if (!contains(set, atom)) mask &= ~(1 << bit);
    if (seen.has(mask)) continue;
    seen.add(mask);
    slots.push({ name: { kind: 'atom', atom }, alternatives: [{ mask }] });
  }
  return slots;
}

function atomsNamed(lens: Lens, dimension: number, value: ValueId): AtomSet[] {
  const { atomsOfTerm, undecided } = lens.taxonomy(dimension);
  return termsNamedIn(lens.model.values[dimension][value]).flatMap((term) => [atomsOfTerm(term), undecided(term)]);
}

/** What an example rather does not show: a party that deals with itself, and a number that is not whole. */
export function avoidedIn(lens: Lens, dimension: number, deal: Undertaking): AtomSet {
  if (dimension === lens.parties) return promisorsOf(lens, deal);
  return lens.model.regionDimensions[dimension]?.byNumber ? notWhole(lens.taxonomy(dimension)) : NOTHING;
}

/** Who lets, must or may do it, affiliates included. */
const promisorsOf = (lens: Lens, { by }: Undertaking): AtomSet =>
  by > UNRESTRICTED ? lens.mayCover(lens.parties, by) : NOTHING;

/**
 * The atoms of what is dealt in; where it lists none, every atom that any set lists, and one that none of them lists. Those to
 * be avoided come last.
 */
export function atomsToTry(
  dealt: AtomSet | undefined,
  sets: readonly AtomSet[],
  more: readonly AtomSet[],
  atomCount: number,
  avoided: AtomSet,
): ArrayLike<number> & Iterable<number> {
  const atoms = dealt && !dealt.negated ? dealt.atoms : atomsOfInterest([...sets, ...more], atomCount, avoided);
  const isAvoided = (atom: number): boolean => contains(avoided, atom);
  if (!atoms.some(isAvoided)) return atoms;
  return [...atoms.filter((atom) => !isAvoided(atom)), ...atoms.filter(isAvoided)];
}

function atomsOfInterest(sets: readonly AtomSet[], atomCount: number, avoided: AtomSet): number[] {
  const listed = new Set<number>();
  for (const set of sets) for (const atom of set.atoms) listed.add(atom);
  const atoms = [...listed].sort((a, b) => a - b);
  // Named atoms make better examples than what nobody has named, so the last unlisted one stands for the rest.
  let rest: number | undefined;
  for (let atom = atomCount - 1; atom >= 0; atom--) {
    if (listed.has(atom)) continue;
    rest ??= atom;
    if (contains(avoided, atom)) continue;
    rest = atom;
    break;
  }
  return rest === undefined ? atoms : [...atoms, rest];
}

function alternativesOf(
  lens: Lens,
  scene: Scene,
  dimension: number,
  atom: number,
  covers: ReadonlyMap<number, Cover>,
  open: readonly TermId[],
): Alternative[] {
  const taxonomy = lens.taxonomy(dimension);
  const questions = open.filter((term) => contains(taxonomy.undecided(term), atom));
  const through = open.filter((term) =>
    [...covers.values()].some(
      ({ possibleAffiliates }) => possibleAffiliates && contains(possibleAffiliates(term), atom),
    ),
  );
  const upset = taxonomy.upsets[atom];
  const found = new Map<number, Decided[]>();
  for (let choice = 0; choice < 1 << (questions.length + through.length); choice++) {
    const membership = new Map(questions.map((term, index) => [term, (choice & (1 << index)) !== 0]));
    const joined = new Map(through.map((term, index) => [term, (choice & (1 << (questions.length + index))) !== 0]));
    const belongs = (term: TermId): boolean => {
      const equals = taxonomy.terms.get(term)?.equals;
      return equals ? holds(equals, belongs) : (membership.get(term) ?? upset.has(term));
    };
    if (questions.length > 0 && !isPossible(lens.taxonomy(dimension), atom, membership, belongs)) continue;
    let mask = 0;
    for (let bit = 0; bit < scene.bitCount; bit++) {
      const cover = covers.get(bit);
      if (cover === undefined || liesIn(lens, dimension, atom, cover, belongs, joined)) mask |= 1 << bit;
    }
    const alike = found.get(mask);
    if (alike) alike.push({ membership, joined });
    else found.set(mask, [{ membership, joined }]);
  }
  if (found.size === 1) return [...found.keys()].map((mask) => ({ mask }));
  const possible = [...found.values()].flat();
  return [...found].map(([mask, decided]) => ({ mask, decided, possible }));
}

/** Whether an atom lies in what a bit covers, when open terms hold what `belongs` and `joined` (by affiliates) say. */
function liesIn(
  lens: Lens,
  dimension: number,
  atom: number,
  { set, value, affiliates }: Cover,
  belongs: (term: TermId) => boolean,
  joined: ReadonlyMap<TermId, boolean>,
): boolean {
  if (value === undefined) return contains(set, atom);
  return holds(
    lens.model.values[dimension][value],
    (term) =>
      belongs(term) || (affiliates !== undefined && (contains(affiliates(term), atom) || joined.get(term) === true)),
  );
}

/**
 * What belongs to an open term belongs to its parents, and not to what is distinct from it. Of open terms that nobody asks
 * about, an atom may belong to those that leave room for it.
 */
function isPossible(
  taxonomy: Taxonomy,
  atom: number,
  membership: ReadonlyMap<TermId, boolean>,
  belongs: (term: TermId) => boolean,
): boolean {
  for (const [id, inside] of membership) {
    if (inside && !taxonomy.terms.get(id)!.parents.every(belongs)) return false;
  }
  const bound = (id: TermId, upper: boolean): AtomSet => {
    const equals = taxonomy.terms.get(id)?.equals;
    if (equals) return boundOf(equals, upper, bound);
    const mayBelong = upper && !membership.has(id) && contains(taxonomy.undecided(id), atom);
    return mayBelong || belongs(id) ? EVERYTHING : NOTHING;
  };
  const surelyBelongs = (term: TermId): boolean => contains(bound(term, false), atom);
  return !distinctWhileOpen(taxonomy).some(([one, other]) => surelyBelongs(one) && surelyBelongs(other));
}

function measuredCells(scene: Scene, dimension: number): DimensionCells | undefined {
  const ranges = scene.parts.map((part) => part.box.measures?.get(dimension));
  if (ranges.every((range) => range === undefined)) return undefined;
  const slots = samplePoints(ranges.flatMap((range) => range ?? [])).map((number): Slot => {
    let mask = 0;
    for (let bit = 0; bit < scene.bitCount; bit++) {
      const range = ranges[bit];
      if (range === undefined || range.some((interval) => within(interval, number))) mask |= 1 << bit;
    }
    return { name: { kind: 'number', number }, alternatives: [{ mask }] };
  });
  return { dimension, silent: false, slots };
}

export const within = (interval: Interval, number: number): boolean =>
  (interval.lowOpen ? number > interval.low : number >= interval.low) &&
  (interval.highOpen ? number < interval.high : number <= interval.high);

/** One number in each stretch that the ends of the ranges cut out: every end, and one between neighbours. */
export function samplePoints(ranges: readonly Interval[]): number[] {
  const ends = [...new Set(ranges.flatMap(({ low, high }) => [low, high]).filter(Number.isFinite))].sort(
    (a, b) => a - b,
  );
  if (ends.length === 0) return [0];
  const points = [ends[0] - 1];
  ends.forEach((end, index) => {
    points.push(end, index + 1 < ends.length ? (end + ends[index + 1]) / 2 : end + 1);
  });
  return points;
}
