/**
 * A set of atoms of one dimension: the atoms listed, or (negated) every atom but those listed. Sparse, because a
 * portfolio may know fifty thousand parties while a clause names two; negated, because "all except Oracle" must also
 * hold what nobody has named.
 */
export interface AtomSet {
  readonly negated: boolean;
  /** Ascending, without repeats. */
  readonly atoms: Int32Array;
}

const NONE = new Int32Array(0);

export const EVERYTHING: AtomSet = { negated: true, atoms: NONE };
export const NOTHING: AtomSet = { negated: false, atoms: NONE };

export const atomSetOf = (atoms: Iterable<number>): AtomSet => ({
  negated: false,
  atoms: Int32Array.from(new Set(atoms)).sort(),
});

export const complement = (set: AtomSet): AtomSet => ({ negated: !set.negated, atoms: set.atoms });

export function contains(set: AtomSet, atom: number): boolean {
  return listed(set.atoms, atom) !== set.negated;
}

function listed(atoms: Int32Array, atom: number): boolean {
  let low = 0;
  let high = atoms.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = atoms[middle];
    if (value === atom) return true;
    if (value < atom) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** What is in both lists, in the first only, in the second only, as asked for. */
function merge(a: Int32Array, b: Int32Array, both: boolean, onlyA: boolean, onlyB: boolean): Int32Array {
  const out = new Int32Array(
    (both ? Math.min(a.length, b.length) : 0) + (onlyA ? a.length : 0) + (onlyB ? b.length : 0),
  );
  let count = 0;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const x = i < a.length ? a[i] : Number.POSITIVE_INFINITY;
    const y = j < b.length ? b[j] : Number.POSITIVE_INFINITY;
    if (x === y) {
      if (both) out[count++] = x;
      i++;
      j++;
    } else if (x < y) {
      if (onlyA) out[count++] = x;
      i++;
    } else {
      if (onlyB) out[count++] = y;
      j++;
    }
  }
  return out.slice(0, count);
}

export function union(a: AtomSet, b: AtomSet): AtomSet {
  if (!a.negated && !b.negated) return { negated: false, atoms: merge(a.atoms, b.atoms, true, true, true) };
  if (a.negated && b.negated) return { negated: true, atoms: merge(a.atoms, b.atoms, true, false, false) };
  return a.negated
    ? { negated: true, atoms: merge(a.atoms, b.atoms, false, true, false) }
    : { negated: true, atoms: merge(a.atoms, b.atoms, false, false, true) };
}

export const intersection = (a: AtomSet, b: AtomSet): AtomSet => complement(union(complement(a), complement(b)));

export const difference = (a: AtomSet, b: AtomSet): AtomSet => intersection(a, complement(b));

/** Whether nothing is in the set, in a dimension of `atomCount` atoms. */
export const isEmpty = (set: AtomSet, atomCount: number): boolean =>
  set.negated ? set.atoms.length === atomCount : set.atoms.length === 0;

export function intersects(a: AtomSet, b: AtomSet, atomCount: number): boolean {
  if (!a.negated && !b.negated) return shareOne(a.atoms, b.atoms);
  if (!a.negated) return a.atoms.some((atom) => contains(b, atom));
  if (!b.negated) return b.atoms.some((atom) => contains(a, atom));
  return !isEmpty(intersection(a, b), atomCount);
}

function shareOne(a: Int32Array, b: Int32Array): boolean {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) return true;
    if (a[i] < b[j]) i++;
    else j++;
  }
  return false;
}

export const isSubset = (a: AtomSet, b: AtomSet, atomCount: number): boolean =>
  a.negated ? isEmpty(difference(a, b), atomCount) : a.atoms.every((atom) => contains(b, atom));
