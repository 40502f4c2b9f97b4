import { UNRESTRICTED, type ValueId } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { type SetExpression, type TermId, termsNamedIn } from '../terms/set-expression.ts';
import { statedDistinct, type Taxonomy } from '../terms/taxonomy.ts';
import { judge } from './judge.ts';
import type { Role } from './judgement.ts';
import { createLens, type Lens } from './lens.ts';
import type { WaiverOffer } from './scene.ts';

/** Two terms that would make a clear pair collide if they shared something. */
export interface NearMiss {
  readonly dimension: number;
  readonly terms: readonly [TermId, TermId];
}

/** In a dimension of more terms than this, only those under the terms that the two clauses name are paired. */
const FEW_TERMS = 60;

/**
 * Finds one pair of terms with a common ancestor, nowhere stated distinct, that would make the pair of undertakings not
 * clear if they shared something. Assumes that it is clear.
 */
export function findNearMiss(
  lens: Lens,
  role: Role,
  deal: Undertaking,
  restraint: Undertaking,
  offers: readonly WaiverOffer[],
): NearMiss | undefined {
  const { regionDimensions } = lens.model;
  for (let dimension = 0; dimension < regionDimensions.length; dimension++) {
    const { question, measured } = regionDimensions[dimension];
    if (measured || question === 'who') continue;
    const isCarved = carvedIn(dimension, deal, restraint, offers);
    // Where one of them takes everything, what two terms share changes nothing.
    if (!isCarved && (deal.values[dimension] <= UNRESTRICTED || restraint.values[dimension] <= UNRESTRICTED)) continue;
    const pairs = pairsIn(lens, dimension, deal.values[dimension], restraint.values[dimension], isCarved);
    if (pairs.length === 0 || (!isCarved && !restsOn(lens, dimension, role, deal, restraint))) continue;
    for (const pair of pairs) {
      const shared = sharing(lens, dimension, pair);
      const { verdict } = judge(shared, role, deal, restraint, offers);
      if (verdict !== 'clear' && verdict !== 'too complex') return { dimension, terms: pair };
    }
  }
  return undefined;
}

/** Whether exceptions or waivers speak of the dimension: a term may then matter that neither value names. */
function carvedIn(
  dimension: number,
  deal: Undertaking,
  restraint: Undertaking,
  offers: readonly WaiverOffer[],
): boolean {
  const waivers = offers.flatMap((offer) => offer.waivers);
  return [
    ...deal.exceptions,
    ...restraint.exceptions,
    ...waivers,
    ...waivers.flatMap(({ exceptions }) => exceptions),
  ].some(({ values }) => values[dimension] > UNRESTRICTED);
}

/** Whether the pair would be anything but clear if this dimension did not keep the two apart. */
const restsOn = (lens: Lens, dimension: number, role: Role, deal: Undertaking, restraint: Undertaking): boolean =>
  judge(lens, role, freeIn(dimension, deal), freeIn(dimension, restraint), []).verdict !== 'clear';

const freeIn = (dimension: number, one: Undertaking): Undertaking => ({
  ...one,
  values: one.values.map((value, index) => (index === dimension ? UNRESTRICTED : value)),
});

type TermPairs = readonly (readonly [TermId, TermId])[];

/** What was found of pairs of values under a lens: the same values meet again and again. By dimension, then by both values. */
const offered = new WeakMap<Lens, Map<number, TermPairs>[]>();

/** The pairs of terms that could bring two values of a dimension together. */
function pairsIn(lens: Lens, dimension: number, dealt: ValueId, ruled: ValueId, isCarved: boolean): TermPairs {
  if (isCarved) return findPairs(lens, dimension, dealt, ruled, isCarved);
  let known = offered.get(lens);
  if (!known) {
    known = lens.model.regionDimensions.map(() => new Map());
    offered.set(lens, known);
  }
  const key = dealt * 0x4000000 + ruled;
  let pairs = known[dimension].get(key);
  if (!pairs) {
    pairs = findPairs(lens, dimension, dealt, ruled, isCarved);
    known[dimension].set(key, pairs);
  }
  return pairs;
}

/** Answers about two values of a dimension, a byte each: the search asks about the same ones again and again. */
interface Answers {
  /** How many values there is room for. */
  readonly values: number;
  readonly bytes: Uint8Array;
}

const NO = 1;
const YES = 2;
/** In a dimension with more values a table of all pairs would be too large. */
const MOST_VALUES = 1_024;

const answered = new WeakMap<Lens, Answers[]>();

/** Whether any two terms could bring two values of a dimension together. */
export function mayComeTogether(lens: Lens, dimension: number, dealt: ValueId, ruled: ValueId): boolean {
  const { values, bytes } = answersOf(lens, dimension);
  if (dealt >= values || ruled >= values) return pairsIn(lens, dimension, dealt, ruled, false).length > 0;
  const at = dealt * values + ruled;
  if (bytes[at] === 0) bytes[at] = findPairs(lens, dimension, dealt, ruled, false).length > 0 ? YES : NO;
  return bytes[at] === YES;
}

function answersOf(lens: Lens, dimension: number): Answers {
  let known = answered.get(lens);
  if (!known) {
    known = [];
    answered.set(lens, known);
  }
  if (!known[dimension]) {
    const values = Math.min(lens.model.values[dimension].length, MOST_VALUES);
    known[dimension] = { values, bytes: new Uint8Array(values * values) };
  }
  return known[dimension];
}

const NO_PAIRS: TermPairs = [];

function findPairs(lens: Lens, dimension: number, dealt: ValueId, ruled: ValueId, isCarved: boolean): TermPairs {
  const taxonomy = lens.taxonomy(dimension);
  // In a tree, terms below two that are apart meet only where these do.
  const tree = !isCarved && !taxonomy.hasOpen && isTree(taxonomy);
  const one = tree ? plainTerm(lens, dimension, dealt) : undefined;
  const other = tree ? plainTerm(lens, dimension, ruled) : undefined;
  if (one !== undefined && other !== undefined) {
    const meet = isEligible(taxonomy, one) && isEligible(taxonomy, other) && mayMeet(taxonomy, one, other);
    return meet ? [[one, other]] : NO_PAIRS;
  }
  const eligible = (id: TermId): boolean => isEligible(taxonomy, id);
  const named = [dealt, ruled].map((value) => namedBy(lens, dimension, value));
  const tried = new Set<number>();
  const found: [TermId, TermId][] = [];
  const offer = (left: readonly TermId[], right: readonly TermId[]): void => {
    for (const a of left) {
      for (const b of right) {
        const key = a < b ? a * 0x4000000 + b : b * 0x4000000 + a;
        if (tried.has(key)) continue;
        tried.add(key);
        if (mayMeet(taxonomy, a, b) && bothReach(lens, dimension, [dealt, ruled], a, b)) found.push([a, b]);
      }
    }
  };
  // What the clauses name reads best, so it comes first.
  offer(named[0].filter(eligible), named[1].filter(eligible));
  if (tree && [dealt, ruled].every((value) => isPlainList(lens, dimension, value))) return found;
  const all = [...taxonomy.terms.keys()].filter(eligible);
  if (all.length <= FEW_TERMS) offer(all, all);
  else offer(reaching(lens, dimension, dealt, all), reaching(lens, dimension, ruled, all));
  return found;
}

/** Whether what a term shares with another may be a question that nobody has answered. */
function isEligible({ terms }: Taxonomy, id: TermId): boolean {
  const term = terms.get(id);
  return term !== undefined && !term.equals && !term.builtIn && term.parents.length > 0;
}

/** The one term that a value is; undefined where it is more than that, or one defined by `=`. */
function plainTerm({ model, terms }: Lens, dimension: number, value: ValueId): TermId | undefined {
  const expression = value > UNRESTRICTED ? model.values[dimension][value] : undefined;
  return expression?.kind === 'term' && !terms[expression.term].equals ? expression.term : undefined;
}

/** The terms that a value names, those in place of which it names one defined by `=` included. */
function namedBy(lens: Lens, dimension: number, value: ValueId): TermId[] {
  if (value <= UNRESTRICTED) return [];
  const expand = (term: TermId): TermId[] => {
    const { equals } = lens.terms[term];
    return equals ? termsNamedIn(equals).flatMap(expand) : [term];
  };
  return termsNamedIn(lens.model.values[dimension][value]).flatMap(expand);
}

const trees = new WeakMap<Taxonomy, boolean>();

function isTree(taxonomy: Taxonomy): boolean {
  let known = trees.get(taxonomy);
  if (known === undefined) {
    known = [...taxonomy.terms.values()].every(({ parents, overlaps }) => parents.length <= 1 && overlaps.length === 0);
    trees.set(taxonomy, known);
  }
  return known;
}

/** Whether a value is terms and lists of terms only: nothing is taken away from it. */
function isPlainList(lens: Lens, dimension: number, value: ValueId): boolean {
  const plain = (expression: SetExpression): boolean => {
    switch (expression.kind) {
      case 'all':
      case 'except':
        return false;
      case 'union':
        return expression.items.every(plain);
      case 'term': {
        const { equals } = lens.terms[expression.term];
        return equals ? plain(equals) : true;
      }
    }
  };
  return value > UNRESTRICTED && plain(lens.model.values[dimension][value]);
}

/** Terms of which everything lies in the undertaking's value. */
function reaching(lens: Lens, dimension: number, value: ValueId, all: readonly TermId[]): TermId[] {
  if (value <= UNRESTRICTED) return [...all];
  const { ancestors } = lens.taxonomy(dimension);
  return all.filter((id) =>
    mayHold(lens, lens.model.values[dimension][value], (term) => ancestors(id).has(term), true),
  );
}

/** Whether something of which the stated terms are known may (or, without `most`, must) lie in an expression. */
function mayHold(lens: Lens, expression: SetExpression, stated: (term: TermId) => boolean, most: boolean): boolean {
  switch (expression.kind) {
    case 'all':
      return true;
    case 'term': {
      const { equals, open } = lens.terms[expression.term];
      if (equals) return mayHold(lens, equals, stated, most);
      return stated(expression.term) || (most && open);
    }
    case 'union':
      return expression.items.some((item) => mayHold(lens, item, stated, most));
    case 'except':
      return mayHold(lens, expression.base, stated, most) && !mayHold(lens, expression.minus, stated, !most);
  }
}

function mayMeet(taxonomy: Taxonomy, a: TermId, b: TermId): boolean {
  if (a === b) return false;
  const above = taxonomy.ancestors(a);
  const beside = taxonomy.ancestors(b);
  if (above.has(b) || beside.has(a)) return false;
  for (const term of above) if (beside.has(term)) return !statedDistinct(taxonomy, a, b);
  return false;
}

/** What belongs to both terms must lie in both values, or it changes nothing. */
function bothReach(lens: Lens, dimension: number, values: readonly ValueId[], a: TermId, b: TermId): boolean {
  const { ancestors } = lens.taxonomy(dimension);
  const stated = (term: TermId): boolean => ancestors(a).has(term) || ancestors(b).has(term);
  return values.every(
    (value) => value <= UNRESTRICTED || mayHold(lens, lens.model.values[dimension][value], stated, true),
  );
}

const derived = new WeakMap<Lens, Map<string, Lens>>();

/** The lens with one more statement: the two terms overlap. */
function sharing(lens: Lens, dimension: number, [a, b]: readonly [TermId, TermId]): Lens {
  let known = derived.get(lens);
  if (!known) {
    known = new Map();
    derived.set(lens, known);
  }
  const key = `${a} ${b}`;
  let shared = known.get(key);
  if (!shared) {
    const terms = [...lens.terms];
    terms[a] = { ...terms[a], overlaps: [...terms[a].overlaps, b] };
    shared = createLens(lens.model, lens.reading, terms, lens.timeline, lens.asOf, { lens, changed: dimension });
    known.set(key, shared);
  }
  return shared;
}
