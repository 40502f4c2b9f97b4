import type { AtomSet } from '../terms/atom-set.ts';
import type { Lens } from './lens.ts';

/**
 * A dimension in at most {@link MOST_PARTS} parts, so that what a value touches is one integer. Atoms that no value tells
 * apart are in one part: where these alone make few enough parts, values are told apart exactly.
 */
export interface Parts {
  /** By atom. */
  readonly partOf: Uint8Array;
  /** By part: how many atoms it has. */
  readonly sizes: Int32Array;
}

const MOST_PARTS = 32;

/** The parts of a dimension by the values that the model knows now. */
export function partsOf(lens: Lens, dimension: number): Parts {
  const { atomCount } = lens.taxonomy(dimension);
  const kinds = kindsOf(lens, dimension, atomCount);
  const numbers = new Map<number, number>();
  for (const kind of kinds) if (!numbers.has(kind)) numbers.set(kind, numbers.size);
  const share = Math.min(1, MOST_PARTS / numbers.size);
  const partOf = Uint8Array.from(kinds, (kind) => Math.floor(numbers.get(kind)! * share));
  const sizes = new Int32Array(MOST_PARTS);
  for (const part of partOf) sizes[part]++;
  return { partOf, sizes };
}

/** By atom: the same number for those that every value either covers or does not. */
function kindsOf(lens: Lens, dimension: number, atomCount: number): Int32Array {
  const kinds = new Int32Array(atomCount);
  let last = 0;
  for (let value = 0; value < lens.model.values[dimension].length; value++) {
    const told = new Map<number, number>();
    for (const atom of lens.mayCover(dimension, value).atoms) {
      const kind = kinds[atom];
      if (!told.has(kind)) told.set(kind, ++last);
      kinds[atom] = told.get(kind)!;
    }
  }
  return kinds;
}

/** A bit for each part of which a set has something. */
export function partsTouched({ partOf, sizes }: Parts, { negated, atoms }: AtomSet): number {
  let listed = 0;
  for (const atom of atoms) listed |= 1 << partOf[atom];
  if (!negated) return listed;
  const left = countByPart(partOf, atoms);
  let touched = -1;
  for (let part = 0; part < sizes.length; part++) if (left[part] === sizes[part]) touched &= ~(1 << part);
  return touched;
}

/** Whether a set has all of each part that it touches. */
export function areFilled({ partOf, sizes }: Parts, { atoms }: AtomSet): boolean {
  // What is left of a part where some of it is taken away does not fill it either.
  return countByPart(partOf, atoms).every((count, part) => count === 0 || count === sizes[part]);
}

function countByPart(partOf: Uint8Array, atoms: Int32Array): Int32Array {
  const counts = new Int32Array(MOST_PARTS);
  for (const atom of atoms) counts[partOf[atom]]++;
  return counts;
}
