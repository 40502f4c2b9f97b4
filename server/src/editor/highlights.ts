import type { Analysis } from '../portfolio/check.ts';
import type { Span } from '../text/span.ts';
import { occurrencesIn } from './occurrences.ts';
import { symbolAt } from './symbol-at.ts';

/** The places in one file that name what the name at an offset means; a declaration counts as writing it. */
export function highlights(
  analysis: Analysis,
  path: string,
  offset: number,
): readonly { readonly span: Span; readonly role: 'read' | 'write' }[] {
  const found = symbolAt(analysis, path, offset);
  const file = analysis.model.fileAt(path);
  if (!found || !file) return [];
  return occurrencesIn(analysis, file, found.symbol).map(({ span, role }) => ({
    span,
    role: role === 'declaration' ? 'write' : 'read',
  }));
}
