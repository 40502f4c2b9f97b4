import { findQuote } from '../evidence/find-quote.ts';
import type { PreparedSource } from '../evidence/prepare-source.ts';
import type { Placement } from '../evidence/quote-match.ts';
import type { Span } from '../text/span.ts';
import { folded, type WrittenQuote } from './written-deal.ts';

/** A quote that the checker verifies in its source, and where it stands there. */
export interface SettledQuote {
  readonly quote: WrittenQuote;
  /** A span of the original for each piece. UTF-16 offsets. */
  readonly spans: readonly Span[];
}

/** In UTF-16 units: how far around a passage more words are looked for that tell it from its likes. */
const WIDEST = 600;
/** So many times it is widened by a single word, and then by more and more. */
const FEW = 6;

/**
 * The quote of a passage such that the checker verifies it, with its locator where the section is certain. A passage that
 * the source has more than once is told from the others by its locator or, if it is of one piece, by words around it; one
 * that starts or ends within a word is widened to it. `at` is where it starts in the original, where that is known: else
 * its first place counts. Undefined where the source does not have it.
 */
export function settleQuote(source: PreparedSource, given: readonly string[], at?: number): SettledQuote | undefined {
  // As they are going to be written.
  const pieces = given.map(folded);
  const match = findQuote(source, { pieces });
  switch (match.kind) {
    case 'verified':
      return withLocator(source, pieces, match);
    case 'ambiguous': {
      const placement = nearestTo(match.placements, at);
      return (
        located(source, pieces, placement) ?? (pieces.length === 1 ? widened(source, placement.spans[0]) : undefined)
      );
    }
    case 'missing': {
      if (at === undefined || given.length !== 1 || !source.original.startsWith(given[0], at)) return undefined;
      return widened(source, { start: at, end: at + given[0].length });
    }
    default:
      return undefined;
  }
}

/** The quote of a range of the original. Undefined where it holds no words. */
export function settleSpan(source: PreparedSource, span: Span): SettledQuote | undefined {
  const text = source.original.slice(span.start, span.end);
  if (!WORD.test(text)) return undefined;
  return settleQuote(source, [text], span.start + text.length - text.trimStart().length) ?? widened(source, span);
}

/** Of several places the one that starts at, or else next to, an offset. */
function nearestTo(placements: readonly Placement[], at: number | undefined): Placement {
  if (at === undefined) return placements[0];
  const distance = ({ spans }: Placement): number => Math.abs(spans[0].start - at);
  return placements.reduce((best, placement) => (distance(placement) < distance(best) ? placement : best));
}

function withLocator(source: PreparedSource, pieces: readonly string[], placement: Placement): SettledQuote {
  return located(source, pieces, placement) ?? { quote: { pieces }, spans: placement.spans };
}

/** With the locator of its section, if that leads to this very place. */
function located(source: PreparedSource, pieces: readonly string[], placement: Placement): SettledQuote | undefined {
  const { locator, spans } = placement;
  // A locator of many words is the line of a heading, and one with a bracket would end too soon.
  if (locator === undefined || locator.length > 40 || /[\][\r\n]/.test(locator)) return undefined;
  const match = findQuote(source, { pieces, locator });
  if (match.kind !== 'verified' || match.spans[0].start !== spans[0].start) return undefined;
  return { quote: { pieces, locator }, spans };
}

/** With the fewest whole words before or behind it that make it the only one of its kind. */
function widened(source: PreparedSource, span: Span): SettledQuote | undefined {
  const { original } = source;
  const words = toWords(original, span);
  let [left, right] = [words.start, words.end];
  for (let step = 1; ; step = step < FEW ? step + 1 : step * 2) {
    const candidates = [
      { start: words.start, end: right },
      { start: left, end: words.end },
      { start: left, end: right },
    ];
    for (const { start, end } of candidates) {
      const pieces = [folded(original.slice(start, end))];
      const match = findQuote(source, { pieces });
      // What is verified elsewhere is not this passage: that has no words.
      if (match.kind === 'verified' && match.spans[0].end > span.start && match.spans[0].start < span.end) {
        return withLocator(source, pieces, match);
      }
    }
    const wider = { start: left, end: right };
    for (let count = 0; count < Math.max(1, step - FEW); count++) {
      wider.start = wordBefore(original, wider.start);
      wider.end = wordAfter(original, wider.end);
    }
    if ((wider.start === left && wider.end === right) || span.start - left > WIDEST || right - span.end > WIDEST) {
      return undefined;
    }
    [left, right] = [wider.start, wider.end];
  }
}

const WORD = /[\p{L}\p{N}\p{M}]/u;
const isWordAt = (text: string, index: number): boolean => index >= 0 && index < text.length && WORD.test(text[index]);

/** Grown until it starts and ends between words. */
function toWords(text: string, span: Span): Span {
  let { start, end } = span;
  while (isWordAt(text, start) && isWordAt(text, start - 1)) start--;
  while (isWordAt(text, end - 1) && isWordAt(text, end)) end++;
  return { start, end };
}

/** The start of the word before an offset. */
function wordBefore(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isWordAt(text, at - 1)) at--;
  while (at > 0 && isWordAt(text, at - 1)) at--;
  return at;
}

/** The end of the word after an offset. */
function wordAfter(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isWordAt(text, at)) at++;
  while (at < text.length && isWordAt(text, at)) at++;
  return at;
}
