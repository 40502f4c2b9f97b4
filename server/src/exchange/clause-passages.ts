import type { Deal } from '../model/model.ts';
import type { Analysis } from '../portfolio/check.ts';
import { type NodeIndex, startOf } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

/** Where a verified quote stands: a span of its contract's text for each piece. UTF-16 offsets. */
export interface QuotedPassage {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** The passages that the quotes of a portfolio name; undefined for a quote that is not verified. */
export type FindPassage = (deal: Deal, quote: NodeIndex) => QuotedPassage | undefined;

export function passageFinder({ passages, options: { readSource } }: Analysis): FindPassage {
  const spansAt = new Map<string, readonly Span[]>();
  for (const { clause, span, match } of passages) {
    if (match.kind === 'verified') spansAt.set(`${span.start} ${clause.deal.file}`, match.spans);
  }
  const texts = new Map<string, string | undefined>();
  const textAt = (path: string): string | undefined => {
    if (!texts.has(path)) texts.set(path, sourceText(readSource, path));
    return texts.get(path);
  };
  return (deal, quote) => {
    const spans = spansAt.get(`${startOf(deal.tree, quote)} ${deal.file}`);
    const text = spans === undefined || deal.source === undefined ? undefined : textAt(deal.source);
    return spans === undefined || text === undefined ? undefined : { text, spans };
  };
}

/** The text of a contract as the checker has read it; undefined where it could not be. */
export function sourceText(readSource: Analysis['options']['readSource'], path: string): string | undefined {
  const source = readSource?.(path);
  if (source === undefined || typeof source === 'string') return source;
  return 'unavailable' in source ? undefined : source.text;
}
