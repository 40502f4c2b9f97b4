import { type AtomSet, atomSetOf, contains, difference, EVERYTHING, intersection, NOTHING, union } from './atom-set.ts';
import { atomsOf, boundOf, type SetExpression, type TermId, termsNamedIn } from './set-expression.ts';
import type { Term } from './vocabulary.ts';

/** The atom of what nobody has named: every dimension has something of its own. */
export const UNNAMED = 0;

/**
 * The terms of one dimension as sets of atoms. An atom is an up-closed set of terms: a kind of thing that belongs to
 * exactly those. There is one for each term (what it has of its own), one for each stated overlap, and one for what
 * nobody has named; beyond these, terms share nothing.
 */
export interface Taxonomy {
  readonly atomCount: number;
  /** The terms each atom belongs to. */
  readonly upsets: readonly ReadonlySet<TermId>[];
  readonly terms: ReadonlyMap<TermId, Term>;
  /** Whether any term here is `open`. */
  readonly hasOpen: boolean;
  /** What certainly belongs to a term. */
  readonly atomsOfTerm: (term: TermId) => AtomSet;
  /** What may belong to an open term, or may not: nobody has stated it. */
  readonly undecided: (term: TermId) => AtomSet;
  /** A term and everything it is `in`, at any remove. */
  readonly ancestors: (term: TermId) => ReadonlySet<TermId>;
}

export function buildTaxonomy(members: readonly Term[]): Taxonomy {
  const terms = new Map(members.map((term) => [term.id, term]));
  const ancestors = ancestorTable(terms);
  const upsets = upsetsOf(members, ancestors);
  const listed = new Map<TermId, number[]>();
  upsets.forEach((upset, atom) => {
    for (const term of upset) {
      const atoms = listed.get(term);
      if (atoms) atoms.push(atom);
      else listed.set(term, [atom]);
    }
  });
  const sets = new Map<TermId, AtomSet>();
  const atomsOfTerm = (id: TermId): AtomSet => {
    const known = sets.get(id);
    if (known) return known;
    sets.set(id, NOTHING);
    const equals = terms.get(id)?.equals;
    const set = equals
      ? atomsOf(equals, atomsOfTerm)
      : { negated: false, atoms: Int32Array.from(listed.get(id) ?? []) };
    sets.set(id, set);
    return set;
  };
  const maybe = new Map<TermId, AtomSet>();
  const undecided = (id: TermId): AtomSet => {
    const known = maybe.get(id);
    if (known) return known;
    maybe.set(id, NOTHING);
    const set = undecidedOf(terms, id, ancestors, upsets, atomsOfTerm, undecided);
    maybe.set(id, set);
    return set;
  };
  return {
    atomCount: upsets.length,
    upsets,
    terms,
    hasOpen: members.some((term) => term.open),
    atomsOfTerm,
    undecided,
    ancestors,
  };
}

function ancestorTable(terms: ReadonlyMap<TermId, Term>): (term: TermId) => ReadonlySet<TermId> {
  const table = new Map<TermId, Set<TermId>>();
  const find = (id: TermId): Set<TermId> => {
    const known = table.get(id);
    if (known) return known;
    const found = new Set<TermId>([id]);
    table.set(id, found);
    for (const parent of terms.get(id)?.parents ?? []) for (const term of find(parent)) found.add(term);
    return found;
  };
  return find;
}

function upsetsOf(members: readonly Term[], ancestors: (term: TermId) => ReadonlySet<TermId>): ReadonlySet<TermId>[] {
  const upsets: ReadonlySet<TermId>[] = [new Set()];
  for (const term of inTreeOrder(members)) if (!term.equals && !term.closed) upsets.push(ancestors(term.id));
  const seen = new Set<string>();
  for (const term of members) {
    for (const other of term.overlaps) {
      const key = term.id < other ? `${term.id} ${other}` : `${other} ${term.id}`;
      if (seen.has(key)) continue;
      seen.add(key);
      upsets.push(new Set([...ancestors(term.id), ...ancestors(other)]));
    }
  }
  return upsets;
}

/** Each term before what is in it, so that where the terms form a tree a term's atoms are a run of neighbours. */
function inTreeOrder(members: readonly Term[]): Term[] {
  const children = new Map<TermId, Term[]>();
  const roots: Term[] = [];
  const known = new Set(members.map(({ id }) => id));
  for (const term of members) {
    const parent = term.parents.find((id) => known.has(id));
    if (parent === undefined) roots.push(term);
    else {
      const siblings = children.get(parent);
      if (siblings) siblings.push(term);
      else children.set(parent, [term]);
    }
  }
  const ordered: Term[] = [];
  const pending = roots.reverse();
  for (let term = pending.pop(); term; term = pending.pop()) {
    ordered.push(term);
    for (const child of (children.get(term.id) ?? []).reverse()) pending.push(child);
  }
  return ordered;
}

/**
 * An open term may hold anything inside its parents that nobody has put in or out, but for what its ancestors, or the
 * dimension, have of their own.
 */
function undecidedOf(
  terms: ReadonlyMap<TermId, Term>,
  id: TermId,
  ancestors: (term: TermId) => ReadonlySet<TermId>,
  upsets: readonly ReadonlySet<TermId>[],
  atomsOfTerm: (term: TermId) => AtomSet,
  undecided: (term: TermId) => AtomSet,
): AtomSet {
  const term = terms.get(id);
  if (!term?.open) {
    if (!term?.equals) return NOTHING;
    const upper = boundOf(term.equals, true, (part, high) =>
      high ? union(atomsOfTerm(part), undecided(part)) : atomsOfTerm(part),
    );
    return difference(
      upper,
      boundOf(term.equals, false, (part, high) =>
        high ? union(atomsOfTerm(part), undecided(part)) : atomsOfTerm(part),
      ),
    );
  }
  let set: AtomSet = EVERYTHING;
  for (const parent of term.parents) set = intersection(set, union(atomsOfTerm(parent), undecided(parent)));
  set = difference(set, atomsOfTerm(id));
  for (const { term, whole } of distinctFrom(terms, id)) {
    const apart = atomsOfTerm(term);
    set = difference(set, whole === undefined ? apart : intersection(apart, surelyWith(terms, id, whole, atomsOfTerm)));
  }
  const own: number[] = [UNNAMED];
  upsets.forEach((upset, atom) => {
    if (atom !== UNNAMED && upset.size > 0 && ownTerm(upset, ancestors) !== undefined) {
      const owner = ownTerm(upset, ancestors)!;
      if (owner !== id && ancestors(id).has(owner)) own.push(atom);
    }
  });
  return difference(set, atomSetOf(own));
}

/** The term whose own atom this is: the one whose ancestors are the whole set; undefined for a stated overlap. */
export function ownTerm(
  upset: ReadonlySet<TermId>,
  ancestors: (term: TermId) => ReadonlySet<TermId>,
): TermId | undefined {
  for (const term of upset) if (ancestors(term).size === upset.size) return term;
  return undefined;
}

/** A term stated distinct from another, or from what is defined to contain that one (`whole`). */
interface Apart {
  readonly term: TermId;
  readonly whole?: TermId;
}

/** Terms stated distinct from this one or from what is defined with it, whichever of the two says it. */
function distinctFrom(terms: ReadonlyMap<TermId, Term>, id: TermId): Apart[] {
  const found: Apart[] = [];
  const note = (one: Term, other: TermId): void => {
    if (one.id === id) found.push({ term: other });
    else if (one.equals && isNamedIn(terms, one.equals, id)) found.push({ term: other, whole: one.id });
  };
  for (const one of terms.values()) {
    for (const id of one.distinct) {
      note(one, id);
      const other = terms.get(id);
      if (other) note(other, one.id);
    }
  }
  return found;
}

/** Whether an expression names a term, itself or by what is defined with it. */
function isNamedIn(terms: ReadonlyMap<TermId, Term>, expression: SetExpression, id: TermId): boolean {
  return termsNamedIn(expression).some((part) => {
    const equals = terms.get(part)?.equals;
    return part === id || (equals !== undefined && isNamedIn(terms, equals, id));
  });
}

/** What surely belongs to `whole`, which is defined, if it belongs to the open term `id`. */
function surelyWith(
  terms: ReadonlyMap<TermId, Term>,
  id: TermId,
  whole: TermId,
  atomsOfTerm: (term: TermId) => AtomSet,
): AtomSet {
  const bound = (part: TermId, upper: boolean): AtomSet => {
    const term = terms.get(part);
    if (part === id || (upper && term?.open)) return EVERYTHING;
    return term?.equals ? boundOf(term.equals, upper, bound) : atomsOfTerm(part);
  };
  return bound(whole, false);
}

/** Pairs stated distinct of which it is not settled everywhere what belongs to the two: one of them rests on an open term. */
export function distinctWhileOpen(taxonomy: Taxonomy): readonly (readonly [TermId, TermId])[] {
  return taxonomy.hasOpen ? distinctions(taxonomy).open : NO_PAIRS;
}

const NO_PAIRS: readonly (readonly [TermId, TermId])[] = [];

/** Whether it is stated, of these terms or of any that contain them, that they share nothing. */
export function statedDistinct(taxonomy: Taxonomy, a: TermId, b: TermId): boolean {
  const { beside, defined } = distinctions(taxonomy);
  if (beside.size + defined.length === 0) return false;
  const others = taxonomy.ancestors(b);
  for (const above of taxonomy.ancestors(a)) {
    const apart = beside.get(above);
    if (apart) for (const other of apart) if (others.has(other)) return true;
  }
  return defined.some(
    ([one, other]) =>
      (covers(taxonomy, one, a) && covers(taxonomy, other, b)) ||
      (covers(taxonomy, one, b) && covers(taxonomy, other, a)),
  );
}

interface Distinctions {
  /** From each term to those stated distinct from it, whichever of the two says so. */
  readonly beside: ReadonlyMap<TermId, readonly TermId[]>;
  /** Statements about terms defined by `=`, which contain terms without being their ancestors. */
  readonly defined: readonly (readonly [TermId, TermId])[];
  /** Statements about terms that rest on open ones. */
  readonly open: readonly (readonly [TermId, TermId])[];
}

const stated = new WeakMap<Taxonomy, Distinctions>();

function distinctions(taxonomy: Taxonomy): Distinctions {
  const known = stated.get(taxonomy);
  if (known) return known;
  const beside = new Map<TermId, TermId[]>();
  const defined: [TermId, TermId][] = [];
  const open: [TermId, TermId][] = [];
  const restsOnOpen = (term: TermId): boolean => openTermsOf(taxonomy, { kind: 'term', term }).length > 0;
  const note = (one: TermId, other: TermId): void => {
    const list = beside.get(one);
    if (list) list.push(other);
    else beside.set(one, [other]);
  };
  for (const { id, distinct, equals } of taxonomy.terms.values()) {
    for (const other of distinct) {
      note(id, other);
      note(other, id);
      if (equals || taxonomy.terms.get(other)?.equals) defined.push([id, other]);
      if (restsOnOpen(id) || restsOnOpen(other)) open.push([id, other]);
    }
  }
  const found = { beside, defined, open };
  stated.set(taxonomy, found);
  return found;
}

function covers(taxonomy: Taxonomy, whole: TermId, part: TermId): boolean {
  if (taxonomy.ancestors(part).has(whole)) return true;
  const term = taxonomy.terms.get(whole);
  if (!term?.equals) return false;
  return taxonomy.atomsOfTerm(part).atoms.every((atom) => contains(taxonomy.atomsOfTerm(whole), atom));
}

/** The open terms on which an expression rests, those that contain them included. */
export function openTermsOf(taxonomy: Taxonomy, expression: SetExpression): readonly TermId[] {
  if (!taxonomy.hasOpen) return NO_TERMS;
  const found = new Set<TermId>();
  const visit = (id: TermId): void => {
    const term = taxonomy.terms.get(id);
    if (!term) return;
    if (term.equals) for (const part of termsNamedIn(term.equals)) visit(part);
    if (term.open) for (const above of taxonomy.ancestors(id)) if (taxonomy.terms.get(above)?.open) found.add(above);
  };
  for (const id of termsNamedIn(expression)) visit(id);
  return [...found];
}

const NO_TERMS: readonly TermId[] = [];
