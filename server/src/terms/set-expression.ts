import { type AtomSet, difference, EVERYTHING, NOTHING, union } from './atom-set.ts';

/** A term, by its index in the vocabulary. */
export type TermId = number;

/** What a value of a dimension says, before anyone asks which atoms it covers. */
export type SetExpression =
  | { readonly kind: 'all' }
  | { readonly kind: 'term'; readonly term: TermId }
  | { readonly kind: 'union'; readonly items: readonly SetExpression[] }
  | { readonly kind: 'except'; readonly base: SetExpression; readonly minus: SetExpression };

export const ALL: SetExpression = { kind: 'all' };

/** A text that is the same for the same expression: the key under which values are shared. */
export function expressionKey(expression: SetExpression): string {
  switch (expression.kind) {
    case 'all':
      return '*';
    case 'term':
      return String(expression.term);
    case 'union':
      return expression.items.length === 1
        ? expressionKey(expression.items[0])
        : `[${expression.items.map(expressionKey).join()}]`;
    case 'except':
      return `(${expressionKey(expression.base)}-${expressionKey(expression.minus)})`;
  }
}

/** Every term that an expression names, in order, repeats included. */
export function termsNamedIn(expression: SetExpression): TermId[] {
  switch (expression.kind) {
    case 'all':
      return [];
    case 'term':
      return [expression.term];
    case 'union':
      return expression.items.flatMap(termsNamedIn);
    case 'except':
      return [...termsNamedIn(expression.base), ...termsNamedIn(expression.minus)];
  }
}

/** The atoms of an expression, given those of each term. */
export function atomsOf(expression: SetExpression, atomsOfTerm: (term: TermId) => AtomSet): AtomSet {
  switch (expression.kind) {
    case 'all':
      return EVERYTHING;
    case 'term':
      return atomsOfTerm(expression.term);
    case 'union':
      return expression.items.reduce<AtomSet>((set, item) => union(set, atomsOf(item, atomsOfTerm)), NOTHING);
    case 'except':
      return difference(atomsOf(expression.base, atomsOfTerm), atomsOf(expression.minus, atomsOfTerm));
  }
}

/**
 * Bounds of an expression whose terms are only known within bounds: with `upper`, everything that may belong to it.
 * What is subtracted counts the other way round.
 */
export function boundOf(
  expression: SetExpression,
  upper: boolean,
  boundOfTerm: (term: TermId, upper: boolean) => AtomSet,
): AtomSet {
  switch (expression.kind) {
    case 'all':
      return EVERYTHING;
    case 'term':
      return boundOfTerm(expression.term, upper);
    case 'union':
      return expression.items.reduce<AtomSet>((set, item) => union(set, boundOf(item, upper, boundOfTerm)), NOTHING);
    case 'except':
      return difference(boundOf(expression.base, upper, boundOfTerm), boundOf(expression.minus, !upper, boundOfTerm));
  }
}

/** Whether a point of which we know the terms it belongs to lies in the expression. */
export function holds(expression: SetExpression, belongs: (term: TermId) => boolean): boolean {
  switch (expression.kind) {
    case 'all':
      return true;
    case 'term':
      return belongs(expression.term);
    case 'union':
      return expression.items.some((item) => holds(item, belongs));
    case 'except':
      return holds(expression.base, belongs) && !holds(expression.minus, belongs);
  }
}
