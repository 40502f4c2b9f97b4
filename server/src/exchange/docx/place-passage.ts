import { findQuote } from '../../evidence/find-quote.ts';
import type { PreparedSource } from '../../evidence/prepare-source.ts';
import type { Placement } from '../../evidence/quote-match.ts';
import type { Span } from '../../text/span.ts';
import type { QuotedPassage } from '../clause-passages.ts';

/** How many characters before and behind a passage are compared, white space apart. */
const CONTEXT = 300;
/** Words at the start of a paragraph that may be a number which the word processor counts and the text does not hold. */
const NUMBER_WORDS = 3;

/**
 * Where a quote stands in the text of a document's body: a span for each piece, or for each paragraph where the words of a
 * piece are broken by automatic numbers. `passage` is where the checker found it, in the text as it read it: of several like
 * places the one with the same words around it is meant. Undefined where the body does not have it.
 */
export function placePassage(
  document: PreparedSource,
  pieces: readonly string[],
  passage: QuotedPassage | undefined,
): readonly Span[] | undefined {
  const found = placed(document, pieces, passage);
  if (found !== undefined) return found;
  if (passage === undefined) return undefined;
  const paragraphs = passage.spans.flatMap(({ start, end }) =>
    passage.text
      .slice(start, end)
      .split(/[\r\n\t]+/)
      .filter((line) => /[\p{L}\p{N}]/u.test(line)),
  );
  return placed(
    document,
    paragraphs.map((line) => withoutNumber(document, line)),
    passage,
  );
}

function placed(
  document: PreparedSource,
  pieces: readonly string[],
  passage: QuotedPassage | undefined,
): readonly Span[] | undefined {
  if (pieces.length === 0) return undefined;
  const match = findQuote(document, { pieces });
  switch (match.kind) {
    case 'verified':
      return match.spans;
    case 'ambiguous':
      return passage === undefined ? undefined : likest(document, match.placements, passage).spans;
    default:
      return undefined;
  }
}

/** The line, or what is left of it without a number that the document's text lacks. */
function withoutNumber(document: PreparedSource, line: string): string {
  const words = line.trim().split(/\s+/);
  for (let dropped = 0; dropped <= NUMBER_WORDS && dropped < words.length; dropped++) {
    const rest = words.slice(dropped).join(' ');
    const { kind } = findQuote(document, { pieces: [rest] });
    if (kind === 'verified' || kind === 'ambiguous') return rest;
  }
  return line;
}

function likest(document: PreparedSource, placements: readonly Placement[], passage: QuotedPassage): Placement {
  const wanted = contextOf(passage.text, passage.spans);
  const likeness = ({ spans }: Placement): number => {
    const { before, behind } = contextOf(document.original, spans);
    return sharedStart(reversed(before), reversed(wanted.before)) + sharedStart(behind, wanted.behind);
  };
  return placements.reduce((best, one) => (likeness(one) > likeness(best) ? one : best));
}

function contextOf(text: string, spans: readonly Span[]): { readonly before: string; readonly behind: string } {
  const [{ start }] = spans;
  const { end } = spans[spans.length - 1];
  const bare = (part: string): string => part.replace(/\s+/g, '');
  return {
    before: bare(text.slice(Math.max(0, start - CONTEXT), start)),
    behind: bare(text.slice(end, end + CONTEXT)),
  };
}

const reversed = (text: string): string => text.split('').reverse().join('');

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
