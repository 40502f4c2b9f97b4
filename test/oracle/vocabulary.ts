/**
 * Terms as sets (language.md §4): a dimension's atoms are up-closed sets of terms. There is one for every term not
 * defined by `=` (what only it has), one for every stated overlap, and one for the dimension itself.
 */
import { and, FALSE, type Formula, not, or, TRUE, truth } from './formula.ts';
import type { ReadingSpec, Scenario, TermSpec } from './scenario.ts';
import { ACTS, PLACES } from './standardterms.ts';

/** An indivisible part of a dimension: the terms stated to contain it. */
export interface Atom {
  readonly key: string;
  readonly of: ReadonlySet<string>;
}

export interface Vocabulary {
  /** `party` for `with`, `by` and `to`. */
  readonly dimension: string;
  readonly terms: ReadonlyMap<string, TermSpec>;
  readonly atoms: readonly Atom[];
  /** Pairs agreed to share nothing; terms defined by `=` are replaced by what they consist of. */
  readonly distinct: readonly (readonly [string, string])[];
}

/** The dimension whose terms the values of a dimension are. */
export const termsDimension = (dimension: string): string => (dimension === 'with' ? 'party' : dimension);

/** Two terms stated to overlap. */
export type Overlap = readonly [string, string];

/** The key of the atom two overlapping terms share. */
export const overlapKey = (overlap: Overlap): string => [...overlap].sort().join('&');

/** The terms of a dimension as a reading sees them. */
export function vocabularyOf(scenario: Scenario, dimension: string, reading?: ReadingSpec): Vocabulary {
  const own = scenario.terms.filter((term) => term.dimension === dimension);
  if (dimension !== 'act')
    return vocabularyFrom(
      dimension,
      own.map((term) => read(term, reading)),
    );
  if (own.length > 0) return vocabularyFrom(dimension, [...ACTS, ...own]);
  standardActs ??= vocabularyFrom(dimension, ACTS);
  return standardActs;
}

let standardActs: Vocabulary | undefined;

function vocabularyFrom(dimension: string, list: readonly TermSpec[]): Vocabulary {
  const terms = new Map(list.map((term) => [term.name, term]));
  if (dimension === 'territory') {
    const atoms = Object.entries(PLACES).map(([key, of]) => ({ key, of: new Set(of) }));
    return { dimension, terms, atoms, distinct: [] };
  }
  const atoms: Atom[] = [{ key: `any ${dimension}`, of: new Set() }];
  const add = (key: string, of: ReadonlySet<string>) => {
    if (!atoms.some((atom) => sameSet(atom.of, of))) atoms.push({ key, of });
  };
  for (const { name, equals } of list) if (!equals) add(name, upward(terms, name));
  const overlaps = list.flatMap(({ name, overlaps }) => overlaps.map((other): Overlap => [name, other]));
  for (const pair of overlaps) add(overlapKey(pair), shareOf(terms, pair));
  const distinct = list.flatMap(({ name, distinct }) =>
    constituents(terms, name).flatMap((a) =>
      distinct.flatMap((other) => constituents(terms, other).map((b) => [a, b] as const)),
    ),
  );
  return { dimension, terms, atoms, distinct };
}

/** A term with the relations a reading adds to it. */
function read(term: TermSpec, reading: ReadingSpec | undefined): TermSpec {
  const added = reading?.relations.filter((one) => one.dimension === term.dimension && one.term === term.name) ?? [];
  const others = (relation: string) => added.filter((one) => one.relation === relation).map(({ other }) => other);
  return {
    ...term,
    parents: [...term.parents, ...others('in')],
    overlaps: [...term.overlaps, ...others('overlaps')],
    distinct: [...term.distinct, ...others('distinct')],
  };
}

/** The term and everything it is in. */
export function upward(terms: ReadonlyMap<string, TermSpec>, name: string): Set<string> {
  const reached = new Set<string>();
  const queue = [name];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    queue.push(...(terms.get(next)?.parents ?? []));
  }
  return reached;
}

/** The atom two overlapping terms share. */
const shareOf = (terms: ReadonlyMap<string, TermSpec>, [a, b]: Overlap): Set<string> =>
  new Set([...upward(terms, a), ...upward(terms, b)]);

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((name) => b.has(name));

/** A term defined by `=` is its list, down to terms that are not. */
export function constituents(terms: ReadonlyMap<string, TermSpec>, name: string): string[] {
  const equals = terms.get(name)?.equals;
  return equals ? equals.flatMap((part) => constituents(terms, part)) : [name];
}

/** A vocabulary with one more atom: what two terms would share if they overlapped; the same where nothing is new. */
export function supposing(vocabulary: Vocabulary, overlap: Overlap): Vocabulary {
  const of = shareOf(vocabulary.terms, overlap);
  if (vocabulary.atoms.some((atom) => sameSet(atom.of, of))) return vocabulary;
  return { ...vocabulary, atoms: [...vocabulary.atoms, { key: overlapKey(overlap), of }] };
}

/** Whether the two are agreed to share nothing: themselves, or something they are in. */
export function statedDistinct({ terms, distinct }: Vocabulary, a: string, b: string): boolean {
  const aboveA = upward(terms, a);
  const aboveB = upward(terms, b);
  return distinct.some(([x, y]) => (aboveA.has(x) && aboveB.has(y)) || (aboveA.has(y) && aboveB.has(x)));
}

/** What is known of an atom's membership in a term: settled, or open within the term's parents. */
export type Standing = 'in' | 'out' | 'undecided';

/** The standing of an atom in a term that is not defined by `=`, leaving aside whether it is in the term's parents. */
export function standing(vocabulary: Vocabulary, atom: Atom, name: string): Standing {
  if (atom.of.has(name)) return 'in';
  const { terms, distinct } = vocabulary;
  if (!terms.get(name)?.open) return 'out';
  if (atom.of.size === 0) return 'out';
  const above = upward(terms, name);
  for (const ancestor of above) {
    if (ancestor !== name && sameSet(atom.of, upward(terms, ancestor))) return 'out';
  }
  const apart = distinct.some(([x, y]) => (above.has(x) && atom.of.has(y)) || (above.has(y) && atom.of.has(x)));
  return apart ? 'out' : 'undecided';
}

/** Names the fact that an atom belongs to an open term. */
export const membershipName = ({ dimension }: Vocabulary, atom: Atom, term: string): string =>
  `${dimension} ${atom.key} belongs to ${term}`;

export const isMembership = (name: string): boolean => name.includes(' belongs to ');

/** Membership of an atom in a term, as a formula over the open facts (`fact` gives the formula of one). */
export function membership(vocabulary: Vocabulary, atom: Atom, name: string, fact: (name: string) => Formula): Formula {
  if (vocabulary.dimension === 'territory' && !vocabulary.terms.has(name)) return truth(atom.of.has(name));
  const term = vocabulary.terms.get(name);
  if (!term) throw new Error(`no term ${name} in ${vocabulary.dimension}`);
  if (term.equals) return or(...term.equals.map((part) => membership(vocabulary, atom, part, fact)));
  switch (standing(vocabulary, atom, name)) {
    case 'in':
      return TRUE;
    case 'out':
      return FALSE;
    case 'undecided': {
      const within = and(...term.parents.map((parent) => membership(vocabulary, atom, parent, fact)));
      return within === FALSE ? FALSE : and(within, fact(membershipName(vocabulary, atom, name)));
    }
  }
}

/** What every settlement of the open facts obeys: distinct terms share nothing. */
export function membershipConstraints(vocabulary: Vocabulary, fact: (name: string) => Formula): Formula[] {
  const open = new Set([...vocabulary.terms.values()].filter((term) => term.open).map(({ name }) => name));
  if (open.size === 0) return [];
  return vocabulary.distinct
    .filter(([a, b]) => open.has(a) || open.has(b))
    .flatMap(([a, b]) =>
      vocabulary.atoms.map((atom) =>
        not(and(membership(vocabulary, atom, a, fact), membership(vocabulary, atom, b, fact))),
      ),
    );
}

/** Pairs of terms a near miss may be about (§8): a common ancestor, nowhere distinct, neither within the other. */
export function nearMissPairs(vocabulary: Vocabulary): Overlap[] {
  if (vocabulary.dimension === 'territory') return [];
  const terms = [...vocabulary.terms.values()].filter((term) => !term.equals);
  const above = new Map(terms.map(({ name }) => [name, upward(vocabulary.terms, name)]));
  const pairs: Overlap[] = [];
  for (const [index, { name: a }] of terms.entries()) {
    for (const { name: b } of terms.slice(0, index)) {
      const aboveA = above.get(a)!;
      const aboveB = above.get(b)!;
      if (aboveA.has(b) || aboveB.has(a)) continue;
      const related = [...aboveA].some((ancestor) => aboveB.has(ancestor));
      if (related && !statedDistinct(vocabulary, a, b)) pairs.push([b, a]);
    }
  }
  return pairs;
}

/** Whether the relations contradict each other: a cycle, distinct terms that share something, an overlap of a part with its whole. */
export function isContradictory(vocabulary: Vocabulary): boolean {
  const { terms, atoms, distinct } = vocabulary;
  for (const { name, overlaps, parents, distinct: apart } of terms.values()) {
    const above = upward(terms, name);
    if (parents.some((parent) => upward(terms, parent).has(name))) return true;
    if (overlaps.some((other) => above.has(other) || upward(terms, other).has(name))) return true;
    if (apart.some((other) => constituents(terms, other).some((part) => above.has(part)))) return true;
  }
  return atoms.some((atom) => distinct.some(([a, b]) => atom.of.has(a) && atom.of.has(b)));
}
