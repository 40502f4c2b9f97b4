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
  for (let atom = 0; atom < atomCount; atom++) if (!numbers.has(kinds[atom])) numbers.set(kinds[atom], numbers.size);
  const share = Math.min(1, MOST_PARTS / numbers.size);
  const partOf = new Uint8Array(atomCount);
  const sizes = new Int32Array(MOST_PARTS);
  for (let atom = 0; atom < atomCount; atom++) {
    partOf[atom] = Math.floor(numbers.get(kinds[atom])! * share);
    sizes[partOf[atom]]++;
  }
  return { partOf, sizes };
}

/** By atom: the same number for those that every value either covers or does not. */
function kindsOf(lens: Lens, dimension: number, atomCount: number): Int32Array {
  const kinds = new Int32Array(atomCount);
  /** By kind: the value that told some of its atoms from the others last, and the kind that these got. */
  const toldBy: number[] = [-1];
  const toldAs: number[] = [0];
  const { length } = lens.model.values[dimension];
  for (let value = 0; value < length; value++) {
    const { atoms } = lens.mayCover(dimension, value);
    for (let at = 0; at < atoms.length; at++) {
      const kind = kinds[atoms[at]];
      if (toldBy[kind] !== value) {
        toldBy[kind] = value;
        toldAs[kind] = toldBy.length;
        toldBy.push(-1);
        toldAs.push(0);
      }
      kinds[atoms[at]] = toldAs[kind];
    }
  }
  return kinds;
}

/** A bit for each part of which a set has something. */
export function partsTouched({ partOf, sizes }: Parts, { negated, atoms }: AtomSet): number {
  let listed = 0;
  for (let at = 0; at < atoms.length; at++) listed |= 1 << partOf[atoms[at]];
  if (!negated) return listed;
  const left = countByPart(partOf, atoms);
  let touched = -1;
  for (let part = 0; part < sizes.length; part++) if (left[part] === sizes[part]) touched &= ~(1 << part);
  return touched;
}

/** Whether a set has all of each part that it touches. */
export function areFilled({ partOf, sizes }: Parts, { atoms }: AtomSet): boolean {
  // What is left of a part where some of it is taken away does not fill it either.
  const counts = countByPart(partOf, atoms);
  for (let part = 0; part < counts.length; part++) {
    if (counts[part] !== 0 && counts[part] !== sizes[part]) return false;
  }
  return true;
}

const counts = new Int32Array(MOST_PARTS);

/** Good until something is counted again. */
function countByPart(partOf: Uint8Array, atoms: Int32Array): Int32Array {
  counts.fill(0);
  for (let at = 0; at < atoms.length; at++) counts[partOf[atoms[at]]]++;
  return counts;
}
