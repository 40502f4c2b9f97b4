import type { Deal, Model } from '../../model/model.ts';
import { rangesOfSet } from '../../terms/cuts.ts';
import type { SetExpression, TermId } from '../../terms/set-expression.ts';
import { nameAlone } from '../../terms/vocabulary.ts';
import { termNamed } from '../term-named.ts';
import { rangesText } from './shared-range.ts';

/** A term as it is written inside a deal, or outside of any; undefined where another term hides it. */
export function termText(model: Model, id: TermId, deal: Deal | undefined): string | undefined {
  const { dimension, name } = model.terms[id];
  const plain = nameAlone(name);
  return [plain, name].find((text) => termNamed(model, dimension, text, deal)?.id === id);
}

/** A set of terms of a dimension as a value, written inside a deal; undefined where the language has no words for it. */
export function setText(
  model: Model,
  dimension: string,
  expression: SetExpression,
  deal: Deal | undefined,
): string | undefined {
  const ranges = rangesOfSet(expression, model.terms);
  if (ranges) return rangesText(ranges);
  switch (expression.kind) {
    case 'all':
      return dimension === 'territory' ? 'worldwide' : 'all';
    case 'term':
      return termText(model, expression.term, deal);
    case 'union': {
      const items = expression.items.map((item) => setText(model, dimension, item, deal));
      if (items.length === 0 || items.includes(undefined)) return undefined;
      return items.length === 1 ? items[0] : `[${items.join(', ')}]`;
    }
    case 'except': {
      const [base, minus] = [expression.base, expression.minus];
      // One `except` is all that a value can have outside of brackets.
      if (base.kind === 'except' || minus.kind === 'except') return undefined;
      const [left, right] = [setText(model, dimension, base, deal), setText(model, dimension, minus, deal)];
      return left === undefined || right === undefined ? undefined : `${left} except ${right}`;
    }
  }
}
