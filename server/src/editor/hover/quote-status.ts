import { describeMatch } from '../../evidence/describe-match.ts';
import type { Clause } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import type { QuotedPassage } from '../../rules/quotes.ts';
import { type NodeIndex, startOf } from '../../syntax/tree.ts';

/** What is known of a quote. */
type QuoteStatus =
  | { readonly kind: 'verified'; readonly source: string }
  /** It does not stand where it should: why, as a rule says it. */
  | { readonly kind: 'faulty'; readonly message: string }
  /** There is nothing to look in. */
  | { readonly kind: 'unchecked'; readonly why: string };

/** Whether a quote of a clause, or of one of its exceptions, was found in its source. What is silenced counts too. */
export function quoteStatus(analysis: Analysis, clause: Clause, quote: NodeIndex): QuoteStatus {
  const { deal } = clause;
  const passage = passagesOf(analysis, deal.file).get(startOf(deal.tree, quote));
  if (passage) {
    const { match, source } = passage;
    return match.kind === 'verified'
      ? { kind: 'verified', source }
      : { kind: 'faulty', message: describeMatch(match).message };
  }
  return {
    kind: 'unchecked',
    why: deal.source === undefined ? 'the deal names no source' : `${deal.source} could not be read`,
  };
}

const known = new WeakMap<Analysis, Map<string, ReadonlyMap<number, QuotedPassage>>>();

/** The passages of a file, by where their quotes start. */
function passagesOf(analysis: Analysis, path: string): ReadonlyMap<number, QuotedPassage> {
  let files = known.get(analysis);
  if (!files) {
    files = new Map();
    known.set(analysis, files);
  }
  let passages = files.get(path);
  if (!passages) {
    passages = new Map(analysis.passagesIn(path).map((passage) => [passage.span.start, passage]));
    files.set(path, passages);
  }
  return passages;
}
