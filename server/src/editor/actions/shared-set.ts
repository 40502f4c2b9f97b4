import type { Lens } from '../../conflicts/lens.ts';
import { type AtomSet, intersection, intersects, isSubset, NOTHING, union } from '../../terms/atom-set.ts';
import { boundOf, type SetExpression, type TermId } from '../../terms/set-expression.ts';

/** Everything that may belong to a set, whatever is decided of described classes. */
export function mostOf(lens: Lens, dimension: number, expression: SetExpression): AtomSet {
  const { atomsOfTerm, undecided } = lens.taxonomy(dimension);
  return boundOf(expression, true, (term, upper) =>
    upper ? union(atomsOfTerm(term), undecided(term)) : atomsOfTerm(term),
  );
}

/** What two sets share, as few words as it takes; undefined where it is all of the first, or nothing. */
export function sharedSet(
  lens: Lens,
  dimension: number,
  of: SetExpression,
  other: SetExpression,
): SetExpression | undefined {
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
