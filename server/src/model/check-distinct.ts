import { contains, difference, intersection } from '../terms/atom-set.ts';
import type { TermId } from '../terms/set-expression.ts';
import { ownTerm, type Taxonomy, UNNAMED } from '../terms/taxonomy.ts';
import type { Term } from '../terms/vocabulary.ts';
import { type BindContext, isBuiltInTerm, relationKey } from './context.ts';

/** What two terms share, and what brings it about. */
export interface Shared {
  /** "`hybrid` belongs to both" */
  readonly what: string;
  /** "take `hybrid` out of one of the two" */
  readonly remedy: string;
  /** The terms that bring it about. */
  readonly by: readonly Term[];
}

/** What belongs to both of two terms, if anything does: of several things one that lies in no other of them. */
export function sharedBy(terms: readonly Term[], taxonomy: Taxonomy, one: Term, other: Term): Shared | undefined {
  const shared = intersection(taxonomy.atomsOfTerm(one.id), taxonomy.atomsOfTerm(other.id));
  if (!shared.negated && shared.atoms.length === 0) return undefined;
  let found: ReadonlySet<TermId> | undefined;
  taxonomy.upsets.forEach((upset, atom) => {
    if (atom !== UNNAMED && contains(shared, atom) && upset.size < (found?.size ?? Number.POSITIVE_INFINITY))
      found = upset;
  });
  if (!found) return { what: 'what nobody has named belongs to both', remedy: 'name what belongs to each', by: [] };
  const owner = ownTerm(found, taxonomy.ancestors);
  if (owner !== undefined) return ofTerm(taxonomy, terms[owner], one, other);
  const [a, b] = overlapping(terms, taxonomy, found);
  const isOfBoth = [one, other].includes(a) && [one, other].includes(b);
  return {
    what: isOfBoth
      ? 'the two are said to overlap'
      : `\`${a.name}\` overlaps \`${b.name}\`, and what these share belongs to both`,
    remedy: 'take `overlaps` out',
    by: [a, b],
  };
}

/** What ends it that distinct terms share something: nothing that is built in can be taken back. */
export function remedyFor(context: BindContext, term: Term, other: Term, { remedy, by }: Shared): string {
  const isApartByItself =
    isBuiltInRelation(context, term, 'distinct', other.id) ||
    (other.distinct.includes(term.id) && isBuiltInRelation(context, other, 'distinct', term.id));
  if (isApartByItself) return remedy;
  const isSharedByItself = by.length === 1 && [term, other].every(({ id }) => liesInByItself(context, by[0].id, id));
  return isSharedByItself ? 'remove `distinct from`' : `remove \`distinct from\`, or ${remedy}`;
}

/** Whether a term lies in another by what is built in, or is the other. */
export function liesInByItself(context: BindContext, id: TermId, whole: TermId): boolean {
  if (id === whole) return true;
  const term = context.terms[id];
  return term.parents.some(
    (parent) => isBuiltInRelation(context, term, 'parents', parent) && liesInByItself(context, parent, whole),
  );
}

/** Whether a relation that a term has is built in. */
const isBuiltInRelation = ({ added }: BindContext, term: Term, relation: 'parents' | 'distinct', to: TermId): boolean =>
  isBuiltInTerm(term) && !added.has(relationKey(term.id, relation, to));

function ofTerm(taxonomy: Taxonomy, term: Term, one: Term, other: Term): Shared {
  const isWhole = (whole: Term): boolean => {
    const rest = difference(taxonomy.atomsOfTerm(term.id), taxonomy.atomsOfTerm(whole.id));
    return !rest.negated && rest.atoms.length === 0;
  };
  const name = isWhole(one) && isWhole(other) ? `\`${term.name}\`` : `part of \`${term.name}\``;
  if (term === one || term === other) {
    const whole = term === one ? other : one;
    return {
      what: `${name} belongs to \`${whole.name}\``,
      remedy: `take \`${term.name}\` out of \`${whole.name}\``,
      by: [term],
    };
  }
  return { what: `${name} belongs to both`, remedy: `take \`${term.name}\` out of one of the two`, by: [term] };
}

/** The two terms by whose overlap there are things that belong to exactly these. */
function overlapping(
  terms: readonly Term[],
  { ancestors }: Taxonomy,
  upset: ReadonlySet<TermId>,
): readonly [Term, Term] {
  const pairs = [...upset].flatMap((id) => terms[id].overlaps.map((other) => [id, other] as const));
  const [a, b] = pairs.find(([id, other]) => new Set([...ancestors(id), ...ancestors(other)]).size === upset.size)!;
  return [terms[a], terms[b]];
}
