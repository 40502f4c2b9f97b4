import type { Analysis } from '../../portfolio/check.ts';
import { endOf, startOf } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import type { Definition } from '../definition.ts';
import { passagesAt } from './passages.ts';

/** From a passage of a contract to the clauses that annotate it. */
export const clausesOfPassage = (analysis: Analysis, source: string, offset: number): readonly Definition[] =>
  passagesAt(analysis, source, offset).map(({ clause, span }) => ({
    file: clause.deal.file,
    span: clause.span,
    full: { start: startOf(clause.deal.tree, clause.node), end: endOf(clause.deal.tree, clause.node) },
    origin: span,
  }));

/** Where a quote stands in its contract. */
export interface PassageOfQuote {
  /** The contract, relative to the portfolio's root. */
  readonly source: string;
  /** In the text of the contract. UTF-16 offsets. */
  readonly span: Span;
  /** The quote in the `.deal` file. */
  readonly origin: Span;
}

/** From a verified quote of a `.deal` file to its passage; undefined elsewhere. */
export function passageOfQuote(analysis: Analysis, path: string, offset: number): PassageOfQuote | undefined {
  for (const { span, source, match } of analysis.passagesIn(path)) {
    if (offset < span.start || offset > span.end || match.kind !== 'verified') continue;
    const { spans } = match;
    return { source, span: { start: spans[0].start, end: spans[spans.length - 1].end }, origin: span };
  }
  return undefined;
}
