import type { Lens } from '../conflicts/lens.ts';
import type { Clause } from '../model/model.ts';
import { UNRESTRICTED } from '../model/model.ts';
import { type AtomSet, EVERYTHING, intersection, isEmpty } from '../terms/atom-set.ts';

/** What several clauses have in common, who apart: one set of atoms a dimension, and a stretch of days. */
export interface SharedRegion {
  readonly sets: readonly AtomSet[];
  /** Days: first in force, first no longer in force. */
  readonly start: number;
  readonly end: number;
}

export const wholeRegion = (lens: Lens, start: number, end: number): SharedRegion => ({
  sets: lens.model.regionDimensions.map(() => EVERYTHING),
  start,
  end,
});

/** What a region shares with a clause in force on the days given; undefined when nothing. Exceptions are not looked at. */
export function shareWith(
  lens: Lens,
  region: SharedRegion,
  clause: Clause,
  start: number,
  end: number,
): SharedRegion | undefined {
  const from = Math.max(region.start, start);
  const until = Math.min(region.end, end);
  if (from >= until) return undefined;
  const sets: AtomSet[] = [];
  for (let dimension = 0; dimension < region.sets.length; dimension++) {
    const { question, measured } = lens.model.regionDimensions[dimension];
    const value = clause.values[dimension];
    if (question === 'who' || measured || value <= UNRESTRICTED) {
      sets.push(region.sets[dimension]);
      continue;
    }
    const shared = intersection(region.sets[dimension], lens.covers(dimension, value));
    if (isEmpty(shared, lens.taxonomy(dimension).atomCount)) return undefined;
    sets.push(shared);
  }
  return { sets, start: from, end: until };
}
