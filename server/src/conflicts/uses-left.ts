import { UNRESTRICTED } from '../model/model.ts';
import { altered, type Box, ofEverything, type Undertaking } from '../model/undertakings.ts';
import { type AtomSet, contains, EVERYTHING, isSubset, NOTHING, union } from '../terms/atom-set.ts';
import { UNNAMED } from '../terms/taxonomy.ts';
import { findCollision } from './colliding-world.ts';
import { boardOf, type Court } from './court.ts';
import type { Lens } from './lens.ts';
import { buildScene, MOST_BITS } from './scene.ts';
import { settlementsOf } from './settlements.ts';

/**
 * Whether a promise without some exceptions has any use left, in any world: judged as if everything were permitted and the
 * promise forbade what it covers. What would be too much to look at is taken to be left.
 */
export function hasUsesLeft(lens: Lens, one: Undertaking, without: readonly Box[]): boolean {
  if (isSurelyLeft(lens, one, without)) return true;
  const restraint = altered(one, { effect: 'forbids', exceptions: without });
  const everything = ofEverything(one);
  const scene = buildScene(everything, [restraint], [], false);
  const settlements = scene.bitCount > MOST_BITS ? undefined : settlementsOf(lens, scene, false);
  if (!settlements) return true;
  const court: Court = { lens, scene, role: 'lets' };
  return settlements.some((settlement) => findCollision(court, boardOf(court, settlement)) !== undefined);
}

/** Whether some use lies outside of each exception, by its day or its place in one dimension: told without a look at worlds. */
function isSurelyLeft(lens: Lens, one: Undertaking, without: readonly Box[]): boolean {
  const carved = new Map<number, AtomSet>();
  let isTimeCarved = false;
  return without.every((box) => {
    if (!isTimeCarved && leavesDays(one, box)) {
      isTimeCarved = true;
      return true;
    }
    return box.values.some((value, dimension) => {
      if (value <= UNRESTRICTED) return false;
      const all = union(carved.get(dimension) ?? NOTHING, lens.mayCover(dimension, value));
      if (!leavesAtoms(lens, one, dimension, all)) return false;
      carved.set(dimension, all);
      return true;
    });
  });
}

/** Whether a promise has days that an exception does not have, as far as dates tell. */
const leavesDays = (one: Undertaking, { start, end }: Box): boolean =>
  (one.start.kind === 'day' && start.kind === 'day' && start.day > one.start.day) ||
  (one.end.kind === 'day' && end.kind === 'day' && end.day < one.end.day);

/** Whether a promise covers something in a dimension in every world that is outside of what is carved out. */
function leavesAtoms(lens: Lens, one: Undertaking, dimension: number, carved: AtomSet): boolean {
  const value = one.values[dimension];
  const holders = one.outside.filter((outside) => outside.dimension === dimension);
  // Whose affiliates are included depends, but those that nobody has named are nobody's.
  if (dimension === lens.parties || holders.length > 0) {
    const held = holders.map((holder) => lens.mayCover(dimension, holder.value));
    return value <= UNRESTRICTED && ![carved, ...held].some((set) => contains(set, UNNAMED));
  }
  const covered = value <= UNRESTRICTED ? EVERYTHING : lens.mustCover(dimension, value);
  return !isSubset(covered, carved, lens.taxonomy(dimension).atomCount);
}
