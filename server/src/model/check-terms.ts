import { intersection } from '../terms/atom-set.ts';
import { type TermId, termsNamedIn } from '../terms/set-expression.ts';
import { buildTaxonomy, type Taxonomy } from '../terms/taxonomy.ts';
import { inDeclaredOrder, type Place, type Term } from '../terms/vocabulary.ts';
import { checkEvents } from './check-events.ts';
import type { BindContext } from './context.ts';
import type { Reading } from './model.ts';

/**
 * Reports terms that contradict themselves (cycles, distinct terms that share something, relations of what is defined
 * by `=`, days of events) and takes the offending relation out, so that everything after can rely on sound terms.
 */
export function checkTerms(context: BindContext, readings: readonly Reading[]): void {
  checkVocabulary(context, context.terms, undefined);
  for (const reading of readings) checkVocabulary(context, reading.terms, reading);
  checkEvents(context, readings);
}

function checkVocabulary(context: BindContext, terms: readonly Term[], reading: Reading | undefined): void {
  const ordered = inDeclaredOrder(terms);
  const touched = (term: Term): boolean => reading === undefined || context.terms[term.id] !== term;
  breakCycles(context, ordered, terms, reading, 'in', (term) => term.parents);
  breakCycles(context, ordered, terms, reading, 'after', (term) => term.event.afterEvents);
  breakDefinitionCycles(context, ordered, terms, reading);
  const dimensions = new Set(ordered.filter((term) => term.place && touched(term)).map((term) => term.dimension));
  for (const dimension of dimensions) {
    const members = ordered.filter((term) => term.dimension === dimension);
    for (const term of members) checkDefined(context, terms, term, reading);
    const taxonomy = buildTaxonomy(members);
    for (const term of members) {
      checkOverlaps(context, terms, taxonomy, term, reading);
      checkDistinct(context, terms, taxonomy, term, reading);
    }
  }
}

const under = (reading: Reading | undefined): string => (reading ? ` under the reading \`${reading.name}\`` : '');

function problem(
  context: BindContext,
  rule: string,
  place: Place | undefined,
  message: string,
  help: string,
  other?: Term,
): void {
  // A built-in term stands nowhere: what is said of it is shown at the other.
  const at = place ?? other?.place;
  if (!at) return;
  context.problems.push({
    rule,
    severity: 'error',
    message,
    help,
    ...at,
    ...(place && other?.place ? { related: [{ ...other.place, message: `\`${other.name}\` is declared here` }] } : {}),
  });
}

/** Where a contradiction is shown: at the reading that brings it, else at the term. */
const placeFor = (term: Term, reading: Reading | undefined): Place | undefined => reading?.place ?? term.place;

function breakCycles(
  context: BindContext,
  ordered: readonly Term[],
  terms: readonly Term[],
  reading: Reading | undefined,
  word: string,
  edges: (term: Term) => TermId[],
): void {
  const done = new Set<TermId>();
  const path = new Set<TermId>();
  const visit = (id: TermId): void => {
    if (done.has(id)) return;
    path.add(id);
    const out = edges(terms[id]);
    for (let index = out.length - 1; index >= 0; index--) {
      const next = out[index];
      if (path.has(next)) {
        out.splice(index, 1);
        const message = `\`${terms[id].name}\` is ${word} \`${terms[next].name}\`, which is ${word} \`${terms[id].name}\` again${under(reading)}`;
        problem(
          context,
          'cyclic-terms',
          placeFor(terms[id], reading),
          message,
          'remove one of the relations',
          terms[next],
        );
      } else visit(next);
    }
    path.delete(id);
    done.add(id);
  };
  for (const term of ordered) if (edges(term).length > 0) visit(term.id);
}

function breakDefinitionCycles(
  context: BindContext,
  ordered: readonly Term[],
  terms: readonly Term[],
  reading: Reading | undefined,
): void {
  const done = new Set<TermId>();
  const path = new Set<TermId>();
  const visit = (id: TermId): boolean => {
    const term = terms[id];
    if (path.has(id)) return true;
    if (done.has(id)) return false;
    path.add(id);
    const below = term.equals ? termsNamedIn(term.equals) : [];
    const circular = below.some(visit);
    if (circular && term.equals) {
      term.equals = undefined;
      problem(
        context,
        'cyclic-terms',
        placeFor(term, reading),
        `\`${term.name}\` is defined by itself${under(reading)}`,
        'define it by other terms',
      );
    }
    path.delete(id);
    done.add(id);
    return false;
  };
  for (const term of ordered) if (term.equals) visit(term.id);
}

function checkDefined(context: BindContext, terms: readonly Term[], term: Term, reading: Reading | undefined): void {
  if (term.equals && (term.parents.length > 0 || term.overlaps.length > 0 || term.open)) {
    const message = `\`${term.name}\` is defined by \`=\`${under(reading)}: it takes no other relation`;
    problem(context, 'contradictory-terms', placeFor(term, reading), message, 'put the relation on its members');
    term.parents.length = 0;
    term.overlaps.length = 0;
    term.open = false;
  }
  for (const relation of ['parents', 'overlaps'] as const) {
    for (let index = term[relation].length - 1; index >= 0; index--) {
      const other = terms[term[relation][index]];
      if (!other.equals) continue;
      term[relation].splice(index, 1);
      const message = `\`${term.name}\` cannot be ${relation === 'parents' ? 'in' : 'overlapping'} \`${other.name}\`, which is exactly what its \`=\` lists${under(reading)}`;
      problem(
        context,
        'contradictory-terms',
        placeFor(term, reading),
        message,
        `add \`${term.name}\` to the list of \`${other.name}\``,
        other,
      );
    }
  }
}

function checkOverlaps(
  context: BindContext,
  terms: readonly Term[],
  taxonomy: Taxonomy,
  term: Term,
  reading: Reading | undefined,
): void {
  for (const id of term.overlaps) {
    const other = terms[id];
    if (!taxonomy.ancestors(term.id).has(id) && !taxonomy.ancestors(id).has(term.id)) continue;
    const message = `\`${term.name}\` overlaps \`${other.name}\`, but one of them is in the other${under(reading)}`;
    problem(context, 'contradictory-terms', placeFor(term, reading), message, 'remove `overlaps` or `in`', other);
  }
}

function checkDistinct(
  context: BindContext,
  terms: readonly Term[],
  taxonomy: Taxonomy,
  term: Term,
  reading: Reading | undefined,
): void {
  for (let index = term.distinct.length - 1; index >= 0; index--) {
    const other = terms[term.distinct[index]];
    const shared = intersection(taxonomy.atomsOfTerm(term.id), taxonomy.atomsOfTerm(other.id));
    if (shared.atoms.length === 0 && !shared.negated) continue;
    const names = [...(taxonomy.upsets[shared.atoms[0]] ?? [])].map((id) => `\`${terms[id].name}\``).join(', ');
    const message = `\`${term.name}\` is distinct from \`${other.name}\`, but they share something${under(reading)} (what belongs to ${names})`;
    problem(
      context,
      'contradictory-terms',
      placeFor(term, reading),
      message,
      'remove `distinct from`, or the relation by which they share',
      other,
    );
    term.distinct.splice(index, 1);
  }
}
