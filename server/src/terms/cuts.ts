import { type AtomSet, atomSetOf } from './atom-set.ts';
import { closed, type Interval, rangeWords, without } from './intervals.ts';
import { ALL, type SetExpression, type TermId, termsNamedIn } from './set-expression.ts';
import { type Taxonomy, UNNAMED } from './taxonomy.ts';
import type { Term } from './vocabulary.ts';

// Who can be said by a number: `dimension tier who number`. Each number at which a range starts or ends is then a term of its
// own, for all numbers from there on; of two such terms the higher is `in` the lower. So the atoms of the dimension are the
// stretches between one cut and the next, and whatever is judged of names is judged of numbers.

/** All numbers from one on; where `open`, without it. */
export interface Cut {
  readonly number: number;
  readonly open: boolean;
}

export const cutName = ({ number, open }: Cut): string =>
  rangeWords([{ ...closed(number, Number.POSITIVE_INFINITY), lowOpen: open }]);

/** Negative where the first takes in more. */
export const compareCuts = (a: Cut, b: Cut): number => a.number - b.number || Number(a.open) - Number(b.open);

/** Ranges as a set; `termOf` gives the term of a cut. */
export function setOfRanges(intervals: readonly Interval[], termOf: (cut: Cut) => TermId): SetExpression {
  const items = intervals.map(({ low, high, lowOpen, highOpen }): SetExpression => {
    const base: SetExpression = Number.isFinite(low)
      ? { kind: 'term', term: termOf({ number: low, open: lowOpen }) }
      : ALL;
    if (!Number.isFinite(high)) return base;
    return { kind: 'except', base, minus: { kind: 'term', term: termOf({ number: high, open: !highOpen }) } };
  });
  return items.length === 1 ? items[0] : { kind: 'union', items };
}

/** The ranges that a set of such terms is; undefined where it names a term of another kind, or none. */
export function rangesOfSet(expression: SetExpression, terms: readonly Term[]): readonly Interval[] | undefined {
  const named = termsNamedIn(expression);
  return named.length > 0 && named.every((id) => terms[id].cut) ? rangesIn(expression, terms) : undefined;
}

function rangesIn(expression: SetExpression, terms: readonly Term[]): readonly Interval[] {
  switch (expression.kind) {
    case 'all':
      return ANY;
    case 'term': {
      const { number, open } = terms[expression.term].cut!;
      return [{ ...closed(number, Number.POSITIVE_INFINITY), lowOpen: open }];
    }
    case 'union':
      return expression.items.flatMap((item) => rangesIn(item, terms));
    case 'except':
      return rangesIn(expression.minus, terms).reduce(without, rangesIn(expression.base, terms));
  }
}

const ANY: readonly Interval[] = [closed(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)];

/** A number in an atom: in the stretch between one cut and the next; undefined where the dimension is no such one. */
export function numberIn({ terms, upsets }: Taxonomy, atom: number): number | undefined {
  const upset = upsets[atom];
  let from: Cut | undefined;
  let next: Cut | undefined;
  for (const { id, cut } of terms.values()) {
    if (!cut) return undefined;
    if (atom !== UNNAMED && upset.has(id)) {
      if (!from || compareCuts(cut, from) > 0) from = cut;
    } else if (!next || compareCuts(cut, next) < 0) next = cut;
  }
  if (!from) return next && (next.open ? next.number : Math.ceil(next.number) - 1);
  if (!from.open) return from.number;
  const whole = Math.floor(from.number) + 1;
  if (!next || whole < next.number || (whole === next.number && next.open)) return whole;
  return (from.number + next.number) / 2;
}

const fractional = new WeakMap<Taxonomy, AtomSet>();

/** The atoms of a dimension that goes by numbers in which there is no whole number. */
export function notWhole(taxonomy: Taxonomy): AtomSet {
  let known = fractional.get(taxonomy);
  if (!known) {
    const atoms = Array.from({ length: taxonomy.atomCount }, (_, atom) => atom);
    known = atomSetOf(atoms.filter((atom) => !Number.isInteger(numberIn(taxonomy, atom) ?? 0)));
    fractional.set(taxonomy, known);
  }
  return known;
}
