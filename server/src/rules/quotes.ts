import { describeMatch, placeName } from '../evidence/describe-match.ts';
import { findQuote } from '../evidence/find-quote.ts';
import { type PreparedSource, prepareSource } from '../evidence/prepare-source.ts';
import type { Placement, QuoteMatch } from '../evidence/quote-match.ts';
import type { ReadSource, SourceUnavailable } from '../evidence/read-source-file.ts';
import type { Clause, Deal } from '../model/model.ts';
import { endOf, type NodeIndex, startOf } from '../syntax/tree.ts';
import { type QuoteText, quoteText, sourceOffset } from '../syntax/values.ts';
import type { Span } from '../text/span.ts';
import { quoteCountOf, quoteNodesOf, referenceTo, shortName } from './clause-reference.ts';
import type { Finding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import { type MistakenQuote, mistakenQuote } from './mistaken-quotes.ts';
import { identityOf } from './pair-finding.ts';

/** How many quotes are in which state. */
export interface QuoteCounts {
  verified: number;
  ambiguous: number;
  missing: number;
  unverified: number;
}

/** The text of a contract, as it is (Markdown where its name ends so, else plain text) or as it was taken out of it. */
export type SourceReader = (path: string) => string | ReadSource | SourceUnavailable;

/** A quote and where it was found, or why it was not. */
export interface QuotedPassage {
  readonly clause: Clause;
  /** The quote in the clause's file. UTF-16 offsets. */
  readonly span: Span;
  /** Of the contract, as the deal names it. Spans of the match are ranges of its text. */
  readonly source: string;
  readonly match: QuoteMatch;
}

export interface CheckedQuotes {
  readonly findings: readonly Finding[];
  readonly counts: QuoteCounts;
  /** In the order of the clauses; of quotes whose source is at hand. */
  readonly passages: readonly QuotedPassage[];
}

export function sumOfCounts(all: Iterable<CheckedQuotes>): QuoteCounts {
  const sum: QuoteCounts = { verified: 0, ambiguous: 0, missing: 0, unverified: 0 };
  for (const { counts } of all) {
    sum.verified += counts.verified;
    sum.ambiguous += counts.ambiguous;
    sum.missing += counts.missing;
    sum.unverified += counts.unverified;
  }
  return sum;
}

/** Finds every quote in its source. A source is read and prepared once. */
export function checkQuotes(clauses: readonly Clause[], readSource: SourceReader | undefined): CheckedQuotes {
  const counts: QuoteCounts = { verified: 0, ambiguous: 0, missing: 0, unverified: 0 };
  let findings: Finding[] | undefined;
  let passages: QuotedPassage[] | undefined;
  let reported: Deal | undefined;
  for (const clause of clauses) {
    if (!hasQuotes(clause)) continue;
    const path = clause.deal.source;
    if (path === undefined || readSource === undefined) {
      counts.unverified += quotesIn(clause);
      continue;
    }
    for (const { node, span } of quotesWithin(clause)) {
      const source = preparedBy(readSource, path);
      if ('unavailable' in source) {
        counts.unverified++;
        if (reported !== clause.deal) {
          findings ??= [];
          findings.push(sourceUnavailable(clause, path, source.unavailable));
        }
        reported = clause.deal;
      } else {
        const quote = quoteText(clause.deal.tree, node);
        const match = findQuote(source, { pieces: quote.pieces, locator: quote.locator });
        count(counts, match);
        passages ??= [];
        passages.push({ clause, span, source: path, match });
        if (match.kind !== 'verified') {
          const mistaken = match.kind === 'missing' ? mistakenQuote(source, quote) : undefined;
          findings ??= [];
          findings.push(quoteFinding(clause, quote, span, match, path, mistaken));
        }
      }
    }
  }
  return { findings: findings ?? NO_FINDINGS, counts, passages: passages ?? NO_PASSAGES };
}

const NO_FINDINGS: readonly Finding[] = [];
const NO_PASSAGES: readonly QuotedPassage[] = [];

/** Texts that a reader gave and what was made of them. */
const preparedTexts = new WeakMap<SourceReader, Map<string, PreparedSource>>();

function preparedBy(readSource: SourceReader, path: string): PreparedSource | SourceUnavailable {
  const source = readSource(path);
  if (typeof source !== 'string') return 'unavailable' in source ? source : source.prepared;
  let known = preparedTexts.get(readSource);
  if (!known) {
    known = new Map();
    preparedTexts.set(readSource, known);
  }
  let prepared = known.get(path);
  if (prepared?.original !== source) {
    prepared = prepareSource(source, /\.(md|markdown)$/i.test(path) ? 'markdown' : 'text');
    known.set(path, prepared);
  }
  return prepared;
}

/** A clause's own quotes, and those of its exceptions. */
function quotesWithin(clause: Clause): readonly { node: NodeIndex; span: Span }[] {
  if (!hasQuotes(clause)) return NO_NODES;
  const exceptions = clause.exceptions.flatMap(({ quote }) => (quote === undefined ? [] : [quote]));
  const { tree } = clause.deal;
  return [...quoteNodesOf(clause), ...exceptions].map((node) => ({
    node,
    span: { start: startOf(tree, node), end: endOf(tree, node) },
  }));
}

const NO_NODES: readonly { node: NodeIndex; span: Span }[] = [];

/** Whether a clause, or an exception of it, has a quote. */
export const hasQuotes = (clause: Clause): boolean =>
  clause.isQuoted || (clause.exceptions.length > 0 && clause.exceptions.some(({ quote }) => quote !== undefined));

/** How many quotes a clause has, its exceptions' included. */
function quotesIn(clause: Clause): number {
  let count = quoteCountOf(clause);
  for (const { quote } of clause.exceptions) if (quote !== undefined) count++;
  return count;
}

function count(counts: QuoteCounts, match: QuoteMatch): void {
  if (match.kind === 'verified') counts.verified++;
  else if (match.kind === 'ambiguous') counts.ambiguous++;
  else counts.missing++;
}

const RULES: Readonly<Record<Exclude<QuoteMatch['kind'], 'verified'>, string>> = {
  empty: 'quote-not-found',
  missing: 'quote-not-found',
  ambiguous: 'quote-ambiguous',
  'wrong-locator': 'wrong-locator',
};

function quoteFinding(
  clause: Clause,
  quote: QuoteText,
  span: Span,
  match: Exclude<QuoteMatch, { kind: 'verified' }>,
  source: string,
  mistaken: MistakenQuote | undefined,
): Finding {
  const { message, help, fix } = mistaken ?? { ...describeMatch(match), ...fixFor(quote, match) };
  const rule = RULES[match.kind];
  return {
    rule,
    severity: 'error',
    message,
    file: clause.deal.file,
    span,
    clauses: [referenceTo(clause)],
    related: mistaken ? undefined : relatedPlaces(match, source),
    ...(help ? { help } : {}),
    ...(fix ? { fix } : {}),
    fingerprint: fingerprint([rule, identityOf(clause), quote.text]),
  };
}

/** The source's own words in place of those that are not in it. Only ever offered: the reader decides. */
function fixFor(quote: QuoteText, match: QuoteMatch): Pick<Finding, 'fix'> {
  if (match.kind !== 'missing' || !match.nearest) return {};
  const from = quote.pieceOffsets[match.piece];
  const piece = quote.pieces[match.piece];
  if (from === undefined || piece === undefined) return {};
  const edit = {
    start: sourceOffset(quote, from),
    end: sourceOffset(quote, from + piece.length - 1) + 1,
    newText: match.nearest.text,
  };
  return { fix: { title: 'Quote the nearest passage of the source', edits: [edit] } };
}

function relatedPlaces(match: QuoteMatch, file: string): Finding['related'] {
  if (match.kind === 'ambiguous' || match.kind === 'wrong-locator') {
    return match.placements.map(({ spans, ...place }) => ({ file, span: spans[0], message: foundHere(place) }));
  }
  if (match.kind === 'missing' && match.nearest)
    return [{ file, span: match.nearest.span, message: 'the nearest passage' }];
  return undefined;
}

function foundHere(place: Pick<Placement, 'section' | 'page'>): string {
  const name = placeName(place);
  return name === undefined ? 'found here' : `found here, ${place.section === undefined ? 'on' : 'in'} ${name}`;
}

function sourceUnavailable(clause: Clause, path: string, why: string): Finding {
  const { deal } = clause;
  return {
    rule: 'source-unavailable',
    severity: 'warning',
    message:
      path === ''
        ? `the source of \`${deal.name}\` names no file`
        : `the source of \`${deal.name}\`, ${path}, could not be read: ${why}`,
    file: deal.file,
    span: deal.span,
    clauses: [],
    help: `correct \`source\` in the header of \`${deal.name}\`; until then the quotes of ${shortName(clause)} and its other clauses are not verified`,
    fingerprint: fingerprint(['source-unavailable', deal.name, path]),
  };
}
