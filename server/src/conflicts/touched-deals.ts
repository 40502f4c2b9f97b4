import type { Clause, Deal, Model, Region } from '../model/model.ts';
import { UNRESTRICTED } from '../model/model.ts';
import { type SetExpression, type TermId, termsNamedIn } from '../terms/set-expression.ts';
import { type Term, termDimension } from '../terms/vocabulary.ts';
import { closure } from './closure.ts';
import type { Lens } from './lens.ts';
import { shareableTerms } from './near-miss.ts';

/**
 * The deals whose clauses may meet others otherwise than before, now that some terms are new, gone or otherwise related; deals
 * that name events which changed are bound anew, and not asked about. What two clauses make of each other rests on the terms
 * that they name, on whatever these share something with, and on nothing else. Undefined where more rests on the change: what
 * near misses are looked for by.
 */
export function touchedDeals(
  model: Model,
  before: readonly Lens[],
  now: readonly Lens[],
  changed: ReadonlySet<TermId>,
): Set<Deal> | undefined {
  const versions = [...before, ...now].map(({ terms }) => terms);
  const dimensions = new Set<string>();
  for (const id of changed) for (const terms of versions) if (terms[id]) dimensions.add(terms[id].dimension);
  if (!now.every((lens, at) => isLookedForAlike(before[at], lens, dimensions))) return undefined;
  const names = namingAnyOf(model, touchedTerms(versions, changed, dimensions), dimensions);
  return new Set(model.deals.filter(({ clauses }) => clauses.some(names)));
}

function isLookedForAlike(before: Lens, now: Lens, dimensions: ReadonlySet<string>): boolean {
  if (dimensions.has('party') && before.affiliationDays.join() !== now.affiliationDays.join()) return false;
  return now.model.regionDimensions.every(({ name }, dimension) => {
    if (!dimensions.has(termDimension(name))) return true;
    const [one, other] = [before, now].map((lens) => shareableTerms(lens.taxonomy(dimension)));
    return one.areFew === other.areFew && one.areForest === other.areForest;
  });
}

/** Every term that may cover something else, share it with others or be told by another name. */
function touchedTerms(
  versions: readonly (readonly Term[])[],
  changed: ReadonlySet<TermId>,
  dimensions: ReadonlySet<string>,
): ReadonlySet<TermId> {
  const links = linksOf(versions);
  const partsOf = (id: TermId): readonly TermId[] =>
    versions.flatMap((terms) => (terms[id]?.equals ? termsNamedIn(terms[id].equals) : []));
  const below = closure([...changed, ...[...changed].flatMap(partsOf)], (id) => links.below.get(id) ?? []);
  const beside = [...below].flatMap((id) => [id, ...(links.beside.get(id) ?? [])]);
  const unsettled = versions.flatMap((terms) =>
    terms.filter(({ dimension, open, equals }) => dimensions.has(dimension) && (open || takesAway(equals))),
  );
  return closure([...beside, ...unsettled.map(({ id }) => id)], (id) => links.above.get(id) ?? []);
}

/** How a change spreads from term to term, in any version. */
interface Links {
  /** To what lies in a term: it belongs to all that the term belongs to. */
  readonly below: ReadonlyMap<TermId, readonly TermId[]>;
  readonly beside: ReadonlyMap<TermId, readonly TermId[]>;
  /** To what a term lies in, who controls it, what is defined by it: these hold what it holds. */
  readonly above: ReadonlyMap<TermId, readonly TermId[]>;
}

function linksOf(versions: readonly (readonly Term[])[]): Links {
  const [below, beside, above] = [0, 1, 2].map(() => new Map<TermId, TermId[]>());
  const link = (links: Map<TermId, TermId[]>, from: TermId, to: TermId): void => {
    const known = links.get(from);
    if (known) known.push(to);
    else links.set(from, [to]);
  };
  for (const term of new Set(versions.flat())) {
    for (const parent of term.parents) {
      link(below, parent, term.id);
      link(above, term.id, parent);
    }
    for (const other of term.overlaps) {
      link(beside, term.id, other);
      link(beside, other, term.id);
    }
    for (const { party } of term.under) link(above, term.id, party);
    for (const part of term.equals ? termsNamedIn(term.equals) : []) link(above, part, term.id);
  }
  return { below, beside, above };
}

/** Whether an expression holds what nobody has named: then it may hold any term of its dimension. */
function takesAway(expression: SetExpression | undefined): boolean {
  switch (expression?.kind) {
    case 'all':
    case 'except':
      return true;
    case 'union':
      return expression.items.some(takesAway);
    default:
      return false;
  }
}

/** Tells whether a clause names any of some terms, or carves something out of their dimensions. */
function namingAnyOf(
  model: Model,
  terms: ReadonlySet<TermId>,
  dimensions: ReadonlySet<string>,
): (clause: Clause) => boolean {
  const namesAny = (expression: SetExpression): boolean => termsNamedIn(expression).some((id) => terms.has(id));
  const isChanged = model.regionDimensions.map(({ name }) => dimensions.has(termDimension(name)));
  const isTouched = model.values.map((values, dimension) =>
    values.map((value, at) => at !== UNRESTRICTED && isChanged[dimension] && (namesAny(value) || takesAway(value))),
  );
  const touchable = isTouched.flatMap((values, dimension) => (values.includes(true) ? [dimension] : []));
  const inRegion = (region: Region): boolean =>
    touchable.some((dimension) => isTouched[dimension][region.values[dimension]]) ||
    (region.while !== undefined && namesAny(region.while));
  const carves = ({ values }: Region): boolean =>
    values.some((value, dimension) => value > UNRESTRICTED && isChanged[dimension]);
  const isParty = dimensions.has('party');
  const ofParties = ({ by, to, affiliates, parameters }: Clause): boolean =>
    by.some(namesAny) ||
    to.some(namesAny) ||
    (typeof affiliates === 'object' && namesAny(affiliates.only)) ||
    [...parameters].some(([, one]) => one.type === 'party' && one.parties.some((id) => terms.has(id)));
  return (clause) =>
    inRegion(clause) ||
    clause.exceptions.some((one) => inRegion(one) || carves(one)) ||
    (isParty && ofParties(clause)) ||
    (clause.kind.effects.includes('waives') && carves(clause));
}
