import { type TermId, termsNamedIn } from '../terms/set-expression.ts';
import { buildTaxonomy, type Taxonomy } from '../terms/taxonomy.ts';
import { copyTerm, inDeclaredOrder, type Place, type Term } from '../terms/vocabulary.ts';
import { liesInByItself, remedyFor, sharedBy } from './check-distinct.ts';
import { checkEvents } from './check-events.ts';
import { type BindContext, isBuiltInPlace, isBuiltInTerm } from './context.ts';
import type { Reading } from './model.ts';

/**
 * Reports terms that contradict themselves (cycles, distinct terms that share something, relations of what is defined
 * by `=`, days of events) and takes the offending relation out, so that everything after can rely on sound terms. Returns the
 * readings that bring such a contradiction, each with its terms without it: for all others, terms stay as they are.
 */
export function checkTerms(context: BindContext, readings: readonly Reading[]): ReadonlyMap<Reading, readonly Term[]> {
  const said = new Set<string>();
  const contradictory = new Map<Reading, readonly Term[]>();
  checkVocabulary({ context, terms: context.terms, reading: undefined, said });
  for (const reading of readings) {
    const count = context.problems.length;
    const terms = reading.terms.map(copyTerm);
    checkVocabulary({ context, terms, reading, said });
    if (context.problems.length > count) contradictory.set(reading, terms);
  }
  for (const reading of checkEvents(context, readings)) {
    if (!contradictory.has(reading)) contradictory.set(reading, reading.terms);
  }
  return contradictory;
}

/** The terms as written, or as one reading has them. */
interface Checked {
  readonly context: BindContext;
  readonly terms: readonly Term[];
  readonly reading: Reading | undefined;
  /** What is said of the terms as written: it is not said again of a reading. */
  readonly said: Set<string>;
}

function checkVocabulary(at: Checked): void {
  const { context, terms, reading } = at;
  const ordered = inDeclaredOrder(terms);
  const touched = (term: Term): boolean =>
    reading
      ? context.terms[term.id] !== reading.terms[term.id]
      : term.place !== undefined || context.relatedAt.has(term.id);
  breakCycles(at, ordered, 'in', (term) => term.parents, itself);
  breakCycles(at, ordered, 'after', (term) => term.event.afterEvents, itself);
  breakCycles(
    at,
    ordered,
    'under',
    (term) => term.under,
    ({ party }) => party,
  );
  breakDefinitionCycles(at, ordered);
  const dimensions = new Set(ordered.filter(touched).map((term) => term.dimension));
  for (const dimension of dimensions) {
    const members = ordered.filter((term) => term.dimension === dimension);
    for (const term of members) checkDefined(at, term);
    // Only these ask which terms share something.
    if (members.every(({ overlaps, distinct }) => overlaps.length === 0 && distinct.length === 0)) continue;
    const taxonomy = buildTaxonomy(members);
    for (const term of members) checkOverlaps(at, taxonomy, term);
    checkDistinct(at, taxonomy, members);
  }
}

/**
 * Reports something that is said of a term with others: at the reading that brings it, else at the first of them that stands in
 * the portfolio; the rest are shown beside it.
 */
function problem(
  { context, reading, said }: Checked,
  rule: string,
  message: (under: string) => string,
  help: string,
  ...about: readonly Term[]
): void {
  const written = message('');
  if (said.has(written)) return;
  if (!reading) said.add(written);
  const places = new Map<Term, Place>();
  for (const term of about) {
    const place = placeOfTerm(context, term);
    if (place) places.set(term, place);
  }
  const [first] = places.keys();
  const at = reading?.place ?? (first && places.get(first));
  if (!at) return;
  if (!reading) places.delete(first);
  const related = [...places].map(([term, place]) => ({
    ...place,
    message: `\`${term.name}\` is ${isBuiltInTerm(term) ? 'related to others' : 'declared'} here`,
  }));
  context.problems.push({
    rule,
    severity: 'error',
    message: message(reading ? ` under the reading \`${reading.name}\`` : ''),
    help,
    ...at,
    ...(related.length > 0 ? { related } : {}),
  });
}

/** Where a portfolio declares a term, or says more of one that is built in. */
function placeOfTerm({ relatedAt }: BindContext, { id, place }: Term): Place | undefined {
  return place && !isBuiltInPlace(place) ? place : relatedAt.get(id)?.[0];
}

const itself = (id: TermId): TermId => id;

function breakCycles<T>(
  at: Checked,
  ordered: readonly Term[],
  word: string,
  edges: (term: Term) => T[],
  target: (edge: T) => TermId,
): void {
  const { terms } = at;
  const done = new Set<TermId>();
  const path = new Set<TermId>();
  const visit = (id: TermId): void => {
    if (done.has(id)) return;
    path.add(id);
    const term = terms[id];
    const out = edges(term);
    for (let index = out.length - 1; index >= 0; index--) {
      const next = target(out[index]);
      if (path.has(next)) {
        out.splice(index, 1);
        const [one, other] = [`\`${term.name}\``, `\`${terms[next].name}\``];
        const message = (under: string): string =>
          next === id
            ? `${one} is ${word} itself${under}`
            : `${one} is ${word} ${other}, which is ${word} ${one} again${under}`;
        const help = next === id ? 'remove the relation, or name another' : 'remove one of the relations';
        problem(at, 'cyclic-terms', message, help, term, terms[next]);
      } else visit(next);
    }
    path.delete(id);
    done.add(id);
  };
  for (const term of ordered) if (edges(term).length > 0) visit(term.id);
}

function breakDefinitionCycles(at: Checked, ordered: readonly Term[]): void {
  const done = new Set<TermId>();
  const path = new Set<TermId>();
  const visit = (id: TermId): boolean => {
    const term = at.terms[id];
    if (path.has(id)) return true;
    if (done.has(id)) return false;
    path.add(id);
    const below = term.equals ? termsNamedIn(term.equals) : [];
    const circular = below.some(visit);
    if (circular && term.equals) {
      term.equals = undefined;
      const message = (under: string): string => `\`${term.name}\` is defined by itself${under}`;
      problem(at, 'cyclic-terms', message, 'define it by other terms', term);
    }
    path.delete(id);
    done.add(id);
    return false;
  };
  for (const term of ordered) if (term.equals) visit(term.id);
}

function checkDefined(at: Checked, term: Term): void {
  if (term.equals && (term.parents.length > 0 || term.overlaps.length > 0 || term.open)) {
    const message = (under: string): string =>
      `\`${term.name}\` is defined by \`=\`${under}: it takes no other relation`;
    problem(at, 'contradictory-terms', message, 'put the relation on its members', term);
    term.parents.length = 0;
    term.overlaps.length = 0;
    term.open = false;
  }
  for (const relation of ['parents', 'overlaps'] as const) {
    for (let index = term[relation].length - 1; index >= 0; index--) {
      const other = at.terms[term[relation][index]];
      if (!other.equals) continue;
      term[relation].splice(index, 1);
      const word = relation === 'parents' ? 'in' : 'overlapping';
      const message = (under: string): string =>
        `\`${term.name}\` cannot be ${word} \`${other.name}\`, which is exactly what its \`=\` lists${under}`;
      problem(at, 'contradictory-terms', message, `add \`${term.name}\` to the list of \`${other.name}\``, term, other);
    }
  }
}

function checkOverlaps(at: Checked, taxonomy: Taxonomy, term: Term): void {
  for (const id of term.overlaps) {
    const other = at.terms[id];
    if (!taxonomy.ancestors(term.id).has(id) && !taxonomy.ancestors(id).has(term.id)) continue;
    const message = (under: string): string =>
      `\`${term.name}\` overlaps \`${other.name}\`, but one of them is in the other${under}`;
    const isByItself = liesInByItself(at.context, term.id, id) || liesInByItself(at.context, id, term.id);
    const help = isByItself ? 'remove `overlaps`' : 'remove `overlaps` or `in`';
    problem(at, 'contradictory-terms', message, help, term, other);
  }
}

/** What belongs to several terms that are distinct from each other is told once. */
function checkDistinct(at: Checked, taxonomy: Taxonomy, members: readonly Term[]): void {
  const told = new Set<string>();
  for (const term of members) {
    for (let index = term.distinct.length - 1; index >= 0; index--) {
      const other = at.terms[term.distinct[index]];
      const shared = sharedBy(at.terms, taxonomy, term, other);
      if (!shared) continue;
      term.distinct.splice(index, 1);
      const { what, by } = shared;
      const key = by.map(({ id }) => id).join();
      if (told.has(key)) continue;
      told.add(key);
      const message = (under: string): string =>
        `\`${term.name}\` is distinct from \`${other.name}\`, but ${what}${under}`;
      problem(at, 'contradictory-terms', message, remedyFor(at.context, term, other, shared), term, other, ...by);
    }
  }
}
