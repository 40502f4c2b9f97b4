import { samplePoints, within } from '../conflicts/cells.ts';
import type { Lens } from '../conflicts/lens.ts';
import { type Clause, type Exception, SILENT, UNRESTRICTED, type ValueId } from '../model/model.ts';
import { dimensionIndex } from '../model/undertakings.ts';
import {
  type AtomSet,
  difference,
  EVERYTHING,
  intersection,
  intersects,
  isEmpty,
  isSubset,
} from '../terms/atom-set.ts';

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
    (exception) =>
      isAlways(exception) &&
      exception.values.every(
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
  if (!measuresLieIn(part, whole) || isAnyExceptedIn(lens, whole, part)) return false;
  const act = dimensionIndex(lens.model, 'act');
  return whole.values.every((value, dimension) => {
    const own = part.values[dimension];
    if (!isLookedAt(lens, dimension) || value === own || value <= UNRESTRICTED) return true;
    if (own <= UNRESTRICTED) return dimension === act && own === SILENT;
    const { atomCount } = lens.taxonomy(dimension);
    return isSubset(mayReach(lens, part, dimension), lens.mustCover(dimension, value), atomCount);
  });
}

/** What a clause that names a value of a dimension may cover of it, without what its exceptions take out. */
export const mayReach = (lens: Lens, clause: Clause, dimension: number): AtomSet =>
  takenOut(clause, dimension).reduce(
    (left, value) => difference(left, lens.mustCover(dimension, value)),
    lens.mayCover(dimension, clause.values[dimension]),
  );

/** What it covers of it for sure. */
export const mustReach = (lens: Lens, clause: Clause, dimension: number): AtomSet =>
  takenOut(clause, dimension).reduce(
    (left, value) => difference(left, lens.mayCover(dimension, value)),
    lens.mustCover(dimension, clause.values[dimension]),
  );

/** The values of the exceptions that speak of one dimension alone. */
const takenOut = ({ exceptions }: Clause, dimension: number): readonly ValueId[] =>
  exceptions.flatMap((exception) => {
    const isAlone = isAlways(exception) && exception.values.every((one, at) => one <= UNRESTRICTED || at === dimension);
    const value = exception.values[dimension];
    return isAlone && value > UNRESTRICTED ? [value] : [];
  });

const isAlways = ({ measures, from, until, while: state }: Exception): boolean =>
  !measures && !from && !until && !state;

/** Whether an exception of one clause may take out something that another is about, and does not except itself. */
export const isAnyExceptedIn = (lens: Lens, { exceptions }: Clause, part: Clause): boolean =>
  exceptions.some(
    (exception) => !isApart(lens, exception, part) && !part.exceptions.some((own) => isAlike(own, exception)),
  );

const isApart = (lens: Lens, exception: Exception, part: Clause): boolean =>
  !measuresMeet(exception, part) ||
  exception.values.some(
    (value, dimension) =>
      value > UNRESTRICTED &&
      part.values[dimension] > UNRESTRICTED &&
      isLookedAt(lens, dimension) &&
      !intersects(lens.mayCover(dimension, value), mayReach(lens, part, dimension), lens.taxonomy(dimension).atomCount),
  );

const isAlike = (one: Exception, other: Exception): boolean =>
  isAlways(one) && isAlways(other) && one.values.every((value, at) => value === other.values[at]);

/** Ranges of numbers by dimension. */
type Measured = Pick<Clause, 'measures'>;

/** Whether in each measured dimension that both limit, a number lies in both. */
export const measuresMeet = (one: Measured, other: Measured): boolean =>
  [...(one.measures ?? [])].every(([dimension, ranges]) => {
    const others = other.measures?.get(dimension);
    return samplePoints([...ranges, ...(others ?? [])]).some((point) =>
      [ranges, others].every((of) => !of || of.some((range) => within(range, point))),
    );
  });

/** Whether all numbers of one lie in another. */
export const measuresLieIn = (part: Measured, whole: Measured): boolean =>
  [...(whole.measures ?? [])].every(([dimension, ranges]) => {
    const own = part.measures?.get(dimension);
    return (
      own !== undefined &&
      samplePoints([...ranges, ...own]).every(
        (point) => !own.some((range) => within(range, point)) || ranges.some((range) => within(range, point)),
      )
    );
  });

export const isSameRegion = (lens: Lens, a: Clause, b: Clause): boolean => covers(lens, a, b) && covers(lens, b, a);
