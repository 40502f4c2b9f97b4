import type { Model, ValueId } from '../model/model.ts';
import { dimensionIndex } from '../model/undertakings.ts';
import { type AtomSet, contains, difference, intersection, NOTHING, union } from '../terms/atom-set.ts';
import { atomsOf, boundOf, type SetExpression, type TermId } from '../terms/set-expression.ts';
import { buildTaxonomy, openTermsOf, type Taxonomy } from '../terms/taxonomy.ts';
import type { Timeline } from '../terms/time.ts';
import { inDeclaredOrder, type Term, termDimension } from '../terms/vocabulary.ts';

/** Which affiliates a clause includes, in one world. */
export type Inclusion = 'none' | 'all' | { readonly only: SetExpression };

/**
 * A portfolio's terms as one reading sees them: what each value covers, what is known of each event. Values are looked
 * up by dimension index and {@link ValueId} and kept.
 */
export interface Lens {
  readonly model: Model;
  /** `as written`, or the reading's name. */
  readonly reading: string;
  readonly terms: readonly Term[];
  readonly timeline: Timeline;
  /** Today, as far as the portfolio is concerned. */
  readonly asOf: number;
  /** The dimension of parties: `with`. */
  readonly parties: number;
  readonly taxonomy: (dimension: number) => Taxonomy;
  /** What a value covers, affiliates apart; of a value that rests on open terms, what it certainly covers. */
  readonly covers: (dimension: number, value: ValueId) => AtomSet;
  /** Everything that a value may cover in any world: open terms and affiliates included. */
  readonly mayCover: (dimension: number, value: ValueId) => AtomSet;
  /** What a value covers in every world: open terms and affiliates left out, or taken away. */
  readonly mustCover: (dimension: number, value: ValueId) => AtomSet;
  /** What a value of parties covers on a day, with the affiliates given. */
  readonly coversWith: (value: ValueId, inclusion: Inclusion, day: number) => AtomSet;
  /** The affiliates of a party or of a group's stated members on a day. */
  readonly affiliates: (term: TermId, inclusion: Inclusion, day: number) => AtomSet;
  /** The affiliates of those who may be members of an open group, or may not. */
  readonly possibleAffiliates: (term: TermId, inclusion: Inclusion, day: number) => AtomSet;
  /** The open terms that decide what a value covers. */
  readonly openTerms: (dimension: number, value: ValueId) => readonly TermId[];
  /** Whether any party that the value names has affiliates. */
  readonly hasAffiliates: (value: ValueId) => boolean;
  /** Days on which someone becomes an affiliate, ascending; before the first, nobody dated is one. */
  readonly affiliationDays: readonly number[];
}

/** What a lens takes over from another that differs in the terms of one dimension. */
export interface LensOrigin {
  readonly lens: Lens;
  readonly changed: number;
}

export function createLens(
  model: Model,
  reading: string,
  terms: readonly Term[],
  timeline: Timeline,
  asOf: number,
  origin?: LensOrigin,
): Lens {
  const parties = dimensionIndex(model, 'with');
  const taxonomies = new Map<string, Taxonomy>();
  const taxonomy = (dimension: number): Taxonomy => {
    if (origin && dimension !== origin.changed) return origin.lens.taxonomy(dimension);
    const name = termDimension(model.regionDimensions[dimension].name);
    let known = taxonomies.get(name);
    if (!known) {
      known = buildTaxonomy(inFixedOrder(terms.filter((term) => term.dimension === name)));
      taxonomies.set(name, known);
    }
    return known;
  };
  const controlled = controlledBy(terms);
  const affiliates = affiliateFinder(parties, taxonomy, controlled);
  const covers = remember((dimension, value) =>
    origin && dimension !== origin.changed
      ? origin.lens.covers(dimension, value)
      : atomsOf(model.values[dimension][value], taxonomy(dimension).atomsOfTerm),
  );
  const openTerms = remember((dimension, value) => openTermsOf(taxonomy(dimension), model.values[dimension][value]));
  const hasAffiliates =
    origin?.lens.hasAffiliates ??
    rememberOne((value: ValueId) => controlled.size > 0 && affiliates.named(model.values[parties][value]));
  const bound = (dimension: number, value: ValueId, upper: boolean): AtomSet => {
    const { atomsOfTerm, undecided } = taxonomy(dimension);
    const widen = dimension === parties && hasAffiliates(value);
    if (!widen && openTerms(dimension, value).length === 0) return covers(dimension, value);
    return boundOf(model.values[dimension][value], upper, (term, most) => {
      if (!most) return atomsOfTerm(term);
      const possible = union(atomsOfTerm(term), undecided(term));
      if (!widen) return possible;
      const always = Number.POSITIVE_INFINITY;
      const members = union(possible, affiliates.of(term, 'all', always));
      return union(members, affiliates.ofPossibleMembers(term, 'all', always));
    });
  };
  const lens: Lens = {
    model,
    reading,
    terms,
    timeline,
    asOf,
    parties,
    taxonomy,
    covers,
    mayCover: remember((dimension, value) => bound(dimension, value, true)),
    mustCover: remember((dimension, value) => bound(dimension, value, false)),
    coversWith: (value, inclusion, day) =>
      inclusion === 'none' || !hasAffiliates(value)
        ? covers(parties, value)
        : atomsOf(model.values[parties][value], (term) =>
            union(taxonomy(parties).atomsOfTerm(term), affiliates.of(term, inclusion, day)),
          ),
    affiliates: affiliates.of,
    possibleAffiliates: affiliates.ofPossibleMembers,
    openTerms,
    hasAffiliates,
    affiliationDays: [...new Set(terms.flatMap((term) => term.under.map(({ from }) => from)))].sort((a, b) => a - b),
  };
  return lens;
}

/** Built-in terms come in as deals name them; which of them a witness names must not hang on the order of the files. */
function inFixedOrder(terms: readonly Term[]): Term[] {
  const builtIn = terms.filter((term) => term.builtIn).sort((a, b) => (a.name < b.name ? -1 : 1));
  return [...inDeclaredOrder(terms.filter((term) => !term.builtIn)), ...builtIn];
}

/** Keeps results by dimension and value. */
function remember<T>(compute: (dimension: number, value: ValueId) => T): (dimension: number, value: ValueId) => T {
  const kept: (T | undefined)[][] = [];
  return (dimension, value) => {
    kept[dimension] ??= [];
    const row = kept[dimension];
    const known = row[value];
    if (known !== undefined) return known;
    const result = compute(dimension, value);
    row[value] = result;
    return result;
  };
}

function rememberOne<T>(compute: (value: ValueId) => T): (value: ValueId) => T {
  const kept: (T | undefined)[] = [];
  return (value) => {
    const known = kept[value];
    if (known !== undefined) return known;
    const result = compute(value);
    kept[value] = result;
    return result;
  };
}

interface Control {
  readonly party: TermId;
  readonly from: number;
}

/** For each party, those directly under it and from when. */
function controlledBy(terms: readonly Term[]): ReadonlyMap<TermId, readonly Control[]> {
  const table = new Map<TermId, Control[]>();
  for (const term of terms) {
    for (const { party, from } of term.under) {
      const known = table.get(party);
      if (known) known.push({ party: term.id, from });
      else table.set(party, [{ party: term.id, from }]);
    }
  }
  return table;
}

function affiliateFinder(
  parties: number,
  taxonomy: (dimension: number) => Taxonomy,
  controlled: ReadonlyMap<TermId, readonly Control[]>,
) {
  /** Parties under a term's own party or under a member of it, at any remove, on a day. */
  const under = (term: TermId, day: number): Set<TermId> => {
    const { atomsOfTerm, upsets } = taxonomy(parties);
    const found = new Set<TermId>();
    const pending = [term];
    const own = atomsOfTerm(term);
    if (!own.negated)
      for (const atom of own.atoms)
        for (const member of upsets[atom]) {
          if (member !== term && contains(own, atom) && isWithin(taxonomy(parties), member, term)) pending.push(member);
        }
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      for (const { party, from } of controlled.get(next) ?? []) {
        if (from > day || found.has(party)) continue;
        found.add(party);
        pending.push(party);
      }
    }
    return found;
  };
  const of = (term: TermId, inclusion: Inclusion, day: number): AtomSet => {
    if (inclusion === 'none' || controlled.size === 0) return NOTHING;
    const { atomsOfTerm } = taxonomy(parties);
    let set: AtomSet = NOTHING;
    for (const party of under(term, day)) set = union(set, atomsOfTerm(party));
    if (inclusion === 'all') return set;
    return intersection(set, atomsOf(inclusion.only, atomsOfTerm));
  };
  const ofPossibleMembers = (term: TermId, inclusion: Inclusion, day: number): AtomSet => {
    const { atomsOfTerm, undecided } = taxonomy(parties);
    const open = undecided(term);
    if (!open.negated && open.atoms.length === 0) return NOTHING;
    let set: AtomSet = NOTHING;
    for (const parent of controlled.keys()) {
      const own = atomsOfTerm(parent);
      if (!own.negated && own.atoms.some((atom) => contains(open, atom))) set = union(set, of(parent, inclusion, day));
    }
    return set;
  };
  const mayHaveAffiliates = (term: TermId): boolean => {
    const set = ofPossibleMembers(term, 'all', Number.POSITIVE_INFINITY);
    return set.negated || set.atoms.length > 0;
  };
  const named = (expression: SetExpression): boolean => {
    switch (expression.kind) {
      case 'all':
        return false;
      case 'term':
        return under(expression.term, Number.POSITIVE_INFINITY).size > 0 || mayHaveAffiliates(expression.term);
      case 'union':
        return expression.items.some(named);
      case 'except':
        return named(expression.base) || named(expression.minus);
    }
  };
  return { of, ofPossibleMembers, named };
}

/** Whether a party is a member of a group: all of it lies within. */
function isWithin(taxonomy: Taxonomy, member: TermId, group: TermId): boolean {
  const outside = difference(taxonomy.atomsOfTerm(member), taxonomy.atomsOfTerm(group));
  return !outside.negated && outside.atoms.length === 0;
}
