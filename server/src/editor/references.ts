import type { Analysis } from '../portfolio/check.ts';
import type { Span } from '../text/span.ts';
import { occurrencesOf } from './occurrences.ts';
import { symbolAt } from './symbol-at.ts';

/** Every place that names what the name at an offset means, by file and offset. */
export function references(
  analysis: Analysis,
  path: string,
  offset: number,
  includeDeclaration: boolean,
): readonly { readonly file: string; readonly span: Span }[] {
  const found = symbolAt(analysis, path, offset);
  if (!found) return [];
  return occurrencesOf(analysis, found.symbol)
    .filter(({ role }) => includeDeclaration || role === 'reference')
    .map(({ file, span }) => ({ file, span }));
}
