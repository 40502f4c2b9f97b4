import type { Lens } from '../../conflicts/lens.ts';
import { samplePoints, within } from '../../conflicts/scene.ts';
import type { Deal, Interval } from '../../model/model.ts';
import { SILENT, UNRESTRICTED } from '../../model/model.ts';
import type { Undertaking } from '../../model/undertakings.ts';
import { type AtomSet, intersection, intersects, isSubset, NOTHING, union } from '../../terms/atom-set.ts';
import { FIRST_DAY, formatDay, NEVER } from '../../terms/calendar.ts';
import { ALL, boundOf, type SetExpression, type TermId } from '../../terms/set-expression.ts';
import { highestOf, lowestOf } from '../../terms/time.ts';
import { setText } from './term-text.ts';

/** One argument of an exception or a consent: what a clause has in common with another in one respect. */
export interface SharedPart {
  /** The dimension, or `from`, `until`, `while`. */
  readonly name: string;
  readonly question: 'who' | 'what' | 'where' | 'when';
  /** As it stands in parentheses: `territory = AT`, `screen < 7`. */
  readonly argument: string;
  /** `AT`, `< 7`. */
  readonly value: string;
  /** The set of terms, where it is one. */
  readonly expression?: SetExpression;
}

/**
 * What of one undertaking another has a part in: an argument for each respect in which the other reaches less far.
 * Together they describe what both share and no more; none where the other covers all of it. Written for `deal`.
 */
export function sharedParts(lens: Lens, of: Undertaking, other: Undertaking, deal: Deal): readonly SharedPart[] {
  const parts = lens.model.regionDimensions.flatMap((dimension, index): SharedPart[] => {
    const { name, question } = dimension;
    if (question === 'when' || question === 'party') return [];
    if (dimension.measured) {
      const text = sharedRange(of.measures?.get(index), other.measures?.get(index));
      return text === undefined ? [] : [{ name, question, argument: `${name} ${text}`, value: text }];
    }
    const expression = sharedSet(lens, index, reachOf(lens, of, index), dealtIn(lens, of, other, index));
    const value = expression && setText(lens.model, name, expression, deal);
    if (!expression || value === undefined) return [];
    return [{ name, question, argument: `${name} = ${value}`, value, expression }];
  });
  return [...parts, ...sharedTimes(lens, of, other), ...sharedStates(lens, of, other, deal)];
}

/** What the other has to do with in one dimension; of two that exclude others, whom the other keeps to. */
function dealtIn(lens: Lens, of: Undertaking, other: Undertaking, dimension: number): SetExpression {
  const holder = other.outside.find((outside) => outside.dimension === dimension);
  const areBothHeld = of.effect === 'excludes' && other.effect === 'excludes';
  return areBothHeld && holder && holder.value > UNRESTRICTED
    ? lens.model.values[dimension][holder.value]
    : reachOf(lens, other, dimension);
}

/** What an undertaking reaches in one dimension; an `excludes` reaches everybody but its holder. */
function reachOf(lens: Lens, one: Undertaking, dimension: number): SetExpression {
  const holder = one.outside.find((outside) => outside.dimension === dimension);
  if (holder && one.outside.length === 1) {
    return holder.value <= UNRESTRICTED
      ? ALL
      : { kind: 'except', base: ALL, minus: lens.model.values[dimension][holder.value] };
  }
  const value = one.values[dimension];
  return value === SILENT || value === UNRESTRICTED ? ALL : lens.model.values[dimension][value];
}

/** Everything that may belong to a set, whatever is decided of described classes. */
export function mostOf(lens: Lens, dimension: number, expression: SetExpression): AtomSet {
  const { atomsOfTerm, undecided } = lens.taxonomy(dimension);
  return boundOf(expression, true, (term, upper) =>
    upper ? union(atomsOfTerm(term), undecided(term)) : atomsOfTerm(term),
  );
}

/** What two sets share, as few words as it takes; undefined where it is all of the first, or nothing. */
function sharedSet(lens: Lens, dimension: number, of: SetExpression, other: SetExpression): SetExpression | undefined {
  const whole = mostOf(lens, dimension, of);
  const ownItems = itemsWithin(lens, dimension, of, mostOf(lens, dimension, other));
  if (other.kind === 'all' || isSubset(whole, mostOf(lens, dimension, other), lens.taxonomy(dimension).atomCount))
    return undefined;
  return ownItems ?? partWithin(lens, dimension, other, whole);
}

/** The items of a list that lie within a set, where the others lie outside of it. */
function itemsWithin(lens: Lens, dimension: number, of: SetExpression, set: AtomSet): SetExpression | undefined {
  if (of.kind !== 'union') return undefined;
  const { atomCount } = lens.taxonomy(dimension);
  const reaches = of.items.map((item) => mostOf(lens, dimension, item));
  const isWithin = reaches.map((reach) => isSubset(reach, set, atomCount));
  if (reaches.some((reach, index) => !isWithin[index] && intersects(reach, set, atomCount))) return undefined;
  const items = of.items.filter((_, index) => isWithin[index]);
  return items.length === 0 ? undefined : items.length === 1 ? items[0] : { kind: 'union', items };
}

/** The part of an expression that lies within a set of atoms. */
function partWithin(lens: Lens, dimension: number, expression: SetExpression, set: AtomSet): SetExpression | undefined {
  const { atomCount } = lens.taxonomy(dimension);
  const most = mostOf(lens, dimension, expression);
  if (!intersects(most, set, atomCount)) return undefined;
  if (isSubset(most, set, atomCount)) return expression;
  switch (expression.kind) {
    case 'all':
      return expression;
    case 'term':
      return namedWithin(lens, dimension, intersection(most, set)) ?? expression;
    case 'union': {
      const items = expression.items.flatMap((item) => partWithin(lens, dimension, item, set) ?? []);
      return items.length === 1 ? items[0] : { kind: 'union', items };
    }
    case 'except':
      return withoutEmptyDifference(lens, dimension, expression, set);
  }
}

function withoutEmptyDifference(
  lens: Lens,
  dimension: number,
  { base, minus }: SetExpression & { readonly kind: 'except' },
  set: AtomSet,
): SetExpression | undefined {
  const left = partWithin(lens, dimension, base, set);
  const right = partWithin(lens, dimension, minus, set);
  if (!left || !right) return left;
  return left.kind === 'except' || right.kind === 'except'
    ? { kind: 'except', base, minus }
    : { kind: 'except', base: left, minus: right };
}

const MOST_NAMED = 8;

/** Terms that together are exactly a set of atoms, the largest ones; undefined where it takes too many or none fit. */
function namedWithin(lens: Lens, dimension: number, set: AtomSet): SetExpression | undefined {
  const taxonomy = lens.taxonomy(dimension);
  if (set.negated) return undefined;
  const fitting = [...taxonomy.terms.keys()]
    .map((term) => ({ term, atoms: taxonomy.atomsOfTerm(term) }))
    .filter(({ atoms }) => !atoms.negated && atoms.atoms.length > 0 && isSubset(atoms, set, taxonomy.atomCount))
    .sort((a, b) => b.atoms.atoms.length - a.atoms.atoms.length || a.term - b.term);
  const chosen: TermId[] = [];
  let covered: AtomSet = NOTHING;
  for (const { term, atoms } of fitting) {
    if (isSubset(atoms, covered, taxonomy.atomCount)) continue;
    chosen.push(term);
    covered = union(covered, atoms);
    if (chosen.length > MOST_NAMED) return undefined;
  }
  if (chosen.length === 0 || !isSubset(set, covered, taxonomy.atomCount)) return undefined;
  const items = chosen.map((term): SetExpression => ({ kind: 'term', term }));
  return items.length === 1 ? items[0] : { kind: 'union', items };
}

/** A range as written behind the dimension's name; undefined where the other reaches as far, or has no words for it. */
function sharedRange(of: readonly Interval[] | undefined, other: readonly Interval[] | undefined): string | undefined {
  if (!other) return undefined;
  const points = samplePoints([...other, ...(of ?? [])]);
  const lies = (ranges: readonly Interval[] | undefined, point: number): boolean =>
    !ranges || ranges.some((range) => within(range, point));
  if (points.every((point) => !lies(of, point) || lies(other, point))) return undefined;
  const meeting = other.filter((range) => points.some((point) => lies(of, point) && within(range, point)));
  return rangeText(meeting);
}

function rangeText(ranges: readonly Interval[]): string | undefined {
  if (ranges.length === 1) return oneRange(ranges[0]);
  const texts = ranges.map(closedRange);
  return texts.length === 0 || texts.includes(undefined) ? undefined : `= [${texts.join(', ')}]`;
}

function oneRange(range: Interval): string | undefined {
  const { low, high, lowOpen, highOpen } = range;
  if (Number.isFinite(low) && !Number.isFinite(high)) return `${lowOpen ? '>' : '>='} ${low}`;
  if (Number.isFinite(high) && !Number.isFinite(low)) return `${highOpen ? '<' : '<='} ${high}`;
  const text = closedRange(range);
  return text === undefined ? undefined : `= ${text}`;
}

function closedRange({ low, high, lowOpen, highOpen }: Interval): string | undefined {
  if ((lowOpen && Number.isFinite(low)) || (highOpen && Number.isFinite(high))) return undefined;
  if (low === high) return String(low);
  if (!Number.isFinite(low) && !Number.isFinite(high)) return undefined;
  return `${Number.isFinite(low) ? low : ''}..${Number.isFinite(high) ? high : ''}`;
}

/** The days that the other clause itself gives, where they are fewer. What it inherits is its whole deal's business. */
function sharedTimes({ timeline }: Lens, of: Undertaking, other: Undertaking): SharedPart[] {
  const parts: SharedPart[] = [];
  const { start, end, clause } = other;
  if (clause.from && start.kind === 'day' && start.day > Math.max(lowestOf(of.start, timeline), FIRST_DAY)) {
    parts.push(timePart('from', formatDay(start.day)));
  }
  if (clause.until && end.kind === 'day' && end.day < Math.min(highestOf(of.end, timeline), NEVER)) {
    parts.push(timePart('until', formatDay(end.day - 1)));
  }
  return parts;
}

const timePart = (name: 'from' | 'until', value: string): SharedPart => ({
  name,
  question: 'when',
  argument: `${name} = ${value}`,
  value,
});

function sharedStates(lens: Lens, of: Undertaking, other: Undertaking, deal: Deal): SharedPart[] {
  if (!other.while || of.while) return [];
  const value = setText(lens.model, 'state', other.while, deal);
  return value === undefined ? [] : [{ name: 'while', question: 'when', argument: `while = ${value}`, value }];
}
