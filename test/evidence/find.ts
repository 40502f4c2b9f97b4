import { findQuote } from '../../server/src/evidence/find-quote.ts';
import { prepareSource } from '../../server/src/evidence/prepare-source.ts';
import type { NearestPassage, QuoteMatch } from '../../server/src/evidence/quote-match.ts';

/** Looks for a quote, written as in a `.deal` file: `[§2.1]` in front, `[...]` between pieces. */
export function find(source: string, quote: string, format: 'markdown' | 'text' = 'text'): QuoteMatch {
  const located = /^\[(§[^\]]*)\]/.exec(quote);
  const pieces = quote.slice(located?.[0].length ?? 0).split('[...]');
  return findQuote(prepareSource(source, format), { pieces, ...(located !== null && { locator: located[1] }) });
}

/** The places found, each as the original's words with ` ... ` between pieces; the outcome's name where there are none. */
export function places(source: string, quote: string, format: 'markdown' | 'text' = 'text'): string[] {
  const match = find(source, quote, format);
  const words = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => source.slice(start, end)).join(' ... ');
  if (match.kind === 'verified') return [words(match.spans)];
  if (match.kind === 'ambiguous') return match.placements.map(({ spans }) => words(spans));
  if (match.kind === 'wrong-locator') return ['wrong-locator', ...match.placements.map(({ spans }) => words(spans))];
  return [match.kind];
}

/** The nearest passage to a quote that is missing; fails if there is none. */
export function nearest(source: string, quote: string): NearestPassage {
  const match = find(source, quote);
  if (match.kind !== 'missing' || match.nearest === undefined) throw new Error(`${match.kind}, and no nearest passage`);
  return match.nearest;
}
