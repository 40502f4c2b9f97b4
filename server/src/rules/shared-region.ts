import type { Lens } from '../conflicts/lens.ts';
import type { Clause } from '../model/model.ts';
import { SILENT, UNRESTRICTED } from '../model/model.ts';
import { dimensionIndex } from '../model/undertakings.ts';
import { type AtomSet, EVERYTHING, intersection, isEmpty, isSubset } from '../terms/atom-set.ts';

/** What several clauses may have in common of *what* and *where*: one set of atoms a dimension. */
export type SharedRegion = readonly AtomSet[];

export const wholeRegion = (lens: Lens): SharedRegion => lens.model.regionDimensions.map(() => EVERYTHING);

/** What a region may share with a clause; undefined when nothing. */
export function shareWith(lens: Lens, region: SharedRegion, clause: Clause): SharedRegion | undefined {
  const sets: AtomSet[] = [];
  for (let dimension = 0; dimension < region.length; dimension++) {
    const value = clause.values[dimension];
    if (!isLookedAt(lens, dimension) || value <= UNRESTRICTED) {
      sets.push(region[dimension]);
      continue;
    }
    const shared = intersection(region[dimension], lens.mayCover(dimension, value));
    if (isEmpty(shared, lens.taxonomy(dimension).atomCount)) return undefined;
    sets.push(shared);
  }
  return sets;
}

/** Whether an exception of a clause takes all of a region out, whatever happens. */
export const isExcepted = (lens: Lens, region: SharedRegion, { exceptions }: Clause): boolean =>
  exceptions.some(
    ({ values, measures, from, until, while: state }) =>
      !measures &&
      !from &&
      !until &&
      !state &&
      values.every(
        (value, dimension) =>
          value <= UNRESTRICTED ||
          (isLookedAt(lens, dimension) &&
            isSubset(region[dimension], lens.mustCover(dimension, value), lens.taxonomy(dimension).atomCount)),
      ),
  );

const isLookedAt = ({ model }: Lens, dimension: number): boolean => {
  const { question, measured } = model.regionDimensions[dimension];
  return question !== 'who' && !measured;
};

/** Whether a clause is surely about all that another is about. What says nothing of its act is about all that is needed. */
export function covers(lens: Lens, whole: Clause, part: Clause): boolean {
  if (whole.exceptions.length > 0 || whole.measures) return false;
  const act = dimensionIndex(lens.model, 'act');
  return whole.values.every((value, dimension) => {
    const own = part.values[dimension];
    if (!isLookedAt(lens, dimension) || value === own || value <= UNRESTRICTED) return true;
    if (own <= UNRESTRICTED) return dimension === act && own === SILENT;
    const { atomCount } = lens.taxonomy(dimension);
    return isSubset(lens.mayCover(dimension, own), lens.mustCover(dimension, value), atomCount);
  });
}

export const isSameRegion = (lens: Lens, a: Clause, b: Clause): boolean => covers(lens, a, b) && covers(lens, b, a);
