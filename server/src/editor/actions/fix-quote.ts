import { findQuote } from '../../evidence/find-quote.ts';
import { type PreparedSource, prepareSource } from '../../evidence/prepare-source.ts';
import type { Placement } from '../../evidence/quote-match.ts';
import type { Clause } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import type { Finding } from '../../rules/finding.ts';
import { endOf, kindOf, type NodeIndex, NodeKind, startOf } from '../../syntax/tree.ts';
import { type QuoteText, quoteText, sourceOffset } from '../../syntax/values.ts';
import type { FileEdit } from '../file-edit.ts';
import { enclosing } from '../node-path.ts';
import type { CodeAction } from './code-action.ts';

/** Locators under which a quote is found, and found once. */
export function locators(analysis: Analysis, finding: Finding): CodeAction[] {
  if (finding.rule !== 'wrong-locator' && finding.rule !== 'quote-ambiguous') return [];
  const clause = analysis.model.clauses.find(
    ({ name, deal }) => name === finding.clauses[0]?.name && deal.file === finding.file,
  );
  const quote = clause && quoteAt(clause, finding);
  const source = clause && sourceOf(analysis, clause);
  if (!quote || !source) return [];
  const match = findQuote(source, { pieces: quote.pieces, locator: quote.locator });
  if (match.kind !== 'wrong-locator' && match.kind !== 'ambiguous') return [];
  const right = match.kind === 'wrong-locator' && match.right !== undefined ? [match.right] : [];
  return [...new Set([...right, ...distinctLocators(match.placements), undefined])].flatMap((locator) => {
    if (locator === undefined && match.kind === 'ambiguous') return [];
    const again = findQuote(source, { pieces: quote.pieces, locator });
    const edit = again.kind === 'verified' && locatorEdit(finding.file, clause.deal.tree.text, quote, locator);
    if (!edit) return [];
    return [{ title: titleOf(quote, locator), kind: 'quickfix', edits: [edit], finding } satisfies CodeAction];
  });
}

function quoteAt({ deal }: Clause, { span }: Finding): QuoteText | undefined {
  const node: NodeIndex = enclosing(deal.tree, span.start, NodeKind.Quote);
  const isIt = node >= 0 && kindOf(deal.tree, node) === NodeKind.Quote;
  return isIt && startOf(deal.tree, node) === span.start && endOf(deal.tree, node) === span.end
    ? quoteText(deal.tree, node)
    : undefined;
}

function sourceOf({ options }: Analysis, { deal }: Clause): PreparedSource | undefined {
  const path = deal.source ?? '';
  const source = path === '' ? undefined : options.readSource?.(path);
  if (source === undefined) return undefined;
  if (typeof source === 'string') return prepareSource(source, /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'text');
  return 'unavailable' in source ? undefined : source.prepared;
}

const MOST_OFFERED = 5;

const distinctLocators = (placements: readonly Placement[]): string[] =>
  [...new Set(placements.flatMap(({ locator }) => locator ?? []))].slice(0, MOST_OFFERED);

const titleOf = ({ locatorSpan }: QuoteText, locator: string | undefined): string => {
  if (locator === undefined) return 'Remove the locator: the passage is found once without it';
  return locatorSpan
    ? `Correct the locator to [${locator}]: the passage is found there, once`
    : `Add the locator [${locator}]: the passage is found there, once`;
};

/** Writes a locator in place of the one there is, or in front of the passage. */
function locatorEdit(file: string, text: string, quote: QuoteText, locator: string | undefined): FileEdit | undefined {
  const { locatorSpan } = quote;
  if (locatorSpan) {
    const space = locator === undefined ? (/^[^\S\r\n]*/.exec(text.slice(locatorSpan.end))?.[0].length ?? 0) : 0;
    return {
      file,
      start: locatorSpan.start,
      end: locatorSpan.end + space,
      newText: locator === undefined ? '' : `[${locator}]`,
    };
  }
  const start = sourceOffset(quote, 0);
  return locator === undefined ? undefined : { file, start, end: start, newText: `[${locator}] ` };
}
