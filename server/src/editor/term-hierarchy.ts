import type { Model } from '../model/model.ts';
import type { Analysis } from '../portfolio/check.ts';
import { FIRST_DAY, formatDay } from '../terms/calendar.ts';
import type { SetExpression, TermId } from '../terms/set-expression.ts';
import type { Term } from '../terms/vocabulary.ts';
import type { Span } from '../text/span.ts';
import { declarationOf } from './declaration.ts';
import { symbolAt } from './symbol-at.ts';

/** A term in the tree of terms. */
export interface TermItem {
  readonly name: string;
  /** Its title; below or above another term, what joins the two. */
  readonly detail: string;
  /** Where it is declared; for a built-in term, where it is spoken of. */
  readonly file: string;
  readonly span: Span;
  /** The name, within `span`. */
  readonly selection: Span;
  /** Tells the term in any later analysis. */
  readonly key: string;
}

/** The term at an offset. */
export function prepareTermHierarchy(analysis: Analysis, path: string, offset: number): TermItem | undefined {
  const found = symbolAt(analysis, path, offset);
  if (found?.symbol.kind !== 'term') return undefined;
  const term = analysis.model.terms[found.symbol.id];
  return itemOf(analysis.model, term, describe(term), { file: path, span: found.span, selection: found.span });
}

/** The terms that hold a term or control a party; a reading's own relations are said to be so. */
export function supertypes({ model }: Analysis, item: TermItem): readonly TermItem[] {
  const term = termOf(model, item.key);
  if (!term) return [];
  return linksOf(model)
    .filter(({ lower }) => lower === term.id)
    .map(({ upper, why }) => itemOf(model, model.terms[upper], why, item));
}

/** The terms that lie in a term, make it up by its definition, or are controlled by a party. */
export function subtypes({ model }: Analysis, item: TermItem): readonly TermItem[] {
  const term = termOf(model, item.key);
  if (!term) return [];
  return linksOf(model)
    .filter(({ upper }) => upper === term.id)
    .map(({ lower, why }) => itemOf(model, model.terms[lower], why, item));
}

const keyOf = ({ dimension, name }: Term): string => `${dimension} ${name}`;
const termOf = (model: Model, key: string): Term | undefined => model.terms.find((term) => keyOf(term) === key);

const describe = ({ title, dimension }: Term): string => (title ? `${dimension}: ${title}` : dimension);

/** Built-in terms have no place of their own: they are shown where they were asked about. */
function itemOf(
  model: Model,
  term: Term,
  detail: string,
  elsewhere: Pick<TermItem, 'file' | 'span' | 'selection'>,
): TermItem {
  const declaration = declarationOf(model, { kind: 'term', id: term.id });
  const place = declaration
    ? { file: declaration.file, span: declaration.full, selection: declaration.span }
    : { file: elsewhere.file, span: elsewhere.span, selection: elsewhere.selection };
  return { name: term.name, detail, ...place, key: keyOf(term) };
}

/** That one term lies below another, and why. */
interface Link {
  readonly lower: TermId;
  readonly upper: TermId;
  readonly why: string;
}

const links = new WeakMap<Model, readonly Link[]>();

function linksOf(model: Model): readonly Link[] {
  let known = links.get(model);
  if (!known) {
    known = findLinks(model);
    links.set(model, known);
  }
  return known;
}

/** What everybody agrees on first, then what each reading adds to it. */
function findLinks(model: Model): Link[] {
  const agreed: Link[] = model.terms.flatMap((term) => linksOfTerm(model, term));
  const known = new Set(agreed.map(pairOf));
  const added: Link[] = [];
  for (const { name, terms } of model.readings) {
    for (const term of terms) {
      // A reading copies only the terms that it speaks of.
      if (term === model.terms[term.id]) continue;
      for (const link of linksOfTerm(model, term)) {
        if (!known.has(pairOf(link))) added.push({ ...link, why: `${link.why}, as the reading ${name} has it` });
      }
    }
  }
  return [...agreed, ...added];
}

const pairOf = ({ lower, upper }: Link): string => `${lower} ${upper}`;

function linksOfTerm(model: Model, term: Term): Link[] {
  const nameOf = (id: TermId): string => model.terms[id].name;
  return [
    ...term.parents.map((upper) => ({ lower: term.id, upper, why: `${term.name} in ${nameOf(upper)}` })),
    ...term.under.map(({ party, from }) => ({
      lower: term.id,
      upper: party,
      why: `${term.name} under ${nameOf(party)}${from > FIRST_DAY ? ` from ${formatDay(from)}` : ''}`,
    })),
    ...partsOf(term.equals).map((lower) => ({
      lower,
      upper: term.id,
      why: `${nameOf(lower)} is part of ${term.name}`,
    })),
  ];
}

/** The terms of which a definition says that they belong to what it defines. */
function partsOf(expression: SetExpression | undefined): readonly TermId[] {
  switch (expression?.kind) {
    case 'term':
      return [expression.term];
    case 'union':
      return expression.items.flatMap(partsOf);
    default:
      return [];
  }
}
