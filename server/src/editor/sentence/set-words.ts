import { rangeWords } from '../../terms/intervals.ts';
import type { SetExpression } from '../../terms/set-expression.ts';
import { listed } from '../words.ts';
import type { Naming } from './naming.ts';

/** A set of terms in words: "Azure", "France (FR) and Spain (ES)", "anybody except IBM". `all` is the word for everything. */
export function setWords(naming: Naming, expression: SetExpression, conjunction: string, all: string): string {
  const ranges = naming.rangesOf(expression);
  if (ranges) return rangeWords(ranges);
  switch (expression.kind) {
    case 'all':
      return all;
    case 'term':
      return naming.call(expression.term);
    case 'union': {
      const items = expression.items.map((item) => setWords(naming, item, conjunction, all));
      return items.length === 0 ? 'nothing' : listed(items, conjunction);
    }
    case 'except': {
      const base = setWords(naming, expression.base, conjunction, all);
      return `${base} except ${setWords(naming, expression.minus, 'and', all)}`;
    }
  }
}
