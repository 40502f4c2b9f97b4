import { wholeWords } from './boundary.ts';
import { findOccurrences } from './find-occurrences.ts';
import { type FoldedPiece, foldPiece, otherReadings } from './fold-piece.ts';
import { findNearest } from './nearest-passage.ts';
import { type PieceOccurrences, placePieces } from './place-pieces.ts';
import { type PreparedSource, prepareRead } from './prepare-source.ts';
import type { MissingReason, NearestPassage, Placement, Quote, QuoteMatch } from './quote-match.ts';
import { type Meant, namesPages, type Part, resolveLocator } from './resolve-locator.ts';
import { sectionOf } from './section.ts';
import { originalSpan, pageAt, sectionNaming } from './source-span.ts';

/** In similarity. */
const FAR_NEARER = 0.2;

interface FoundPiece extends PieceOccurrences {
  readonly piece: FoldedPiece;
  readonly inside: number;
}

/**
 * Finds a quote in its source. Exact but for what {@link fold} folds, whole words and whole numbers only; anything less
 * is `missing`, with the nearest passage as a suggestion. A locator narrows the search to the sections or pages it means:
 * a passage belongs to those that it starts in. What is not in the text of a source with pages may have been copied with
 * their headers and footers: then it is looked for among them, too.
 */
export function findQuote(source: PreparedSource, quote: Quote): QuoteMatch {
  const match = findIn(source, quote);
  if (match.kind !== 'missing' || source.pages.length === 0) return match;
  const printed = findIn(asPrinted(source), quote);
  return printed.kind === 'missing' ? match : printed;
}

const printedSources = new WeakMap<PreparedSource, PreparedSource>();

/** The source with all that stands on its pages, made when it is first needed and kept as long as the source is. */
function asPrinted(source: PreparedSource): PreparedSource {
  const { original, format, pages, blindPages } = source;
  const made =
    printedSources.get(source) ?? prepareRead(original, format, { text: original, headings: [], pages, blindPages });
  printedSources.set(source, made);
  return made;
}

function findIn(source: PreparedSource, quote: Quote): QuoteMatch {
  const pieces = quote.pieces.flatMap((written, index) => foldPiece(written, index) ?? []);
  if (pieces.length === 0) return { kind: 'empty' };
  const locator = quote.locator?.trim() ?? '';
  const meant = locator === '' ? undefined : resolveLocator(source, locator);
  const found = pieces.map((piece) => findPiece(source, piece, quote.pieces[piece.index]));
  const absent = found.find(({ starts }) => starts.length === 0);
  if (absent !== undefined) return missingPiece(source, absent, quote.pieces.length, meant?.parts);
  if (meant === undefined) {
    const placements = placePieces(found);
    return placements.length === 0 ? misplaced(found, quote) : located(source, found, placements);
  }
  for (const within of [meant.parts, meant.doubtful]) {
    const inside = placeWithin(found, within);
    if (inside.length > 0) return located(source, found, inside, locator);
  }
  const elsewhere = placePieces(found);
  if (elsewhere.length === 0) return misplaced(found, quote);
  const placements = elsewhere.map((starts) => placementOf(source, found, starts));
  const reason = meant.parts.length === 0 ? 'unknown' : 'elsewhere';
  return { kind: 'wrong-locator', locator, reason, placements, ...onlyPlace(source, found, elsewhere, meant, locator) };
}

/** What can be said of a wrong locator where all of the quote stands in one place only. */
function onlyPlace(
  source: PreparedSource,
  found: readonly FoundPiece[],
  [starts, ...others]: readonly (readonly number[])[],
  { parts }: Meant,
  locator: string,
): Pick<Extract<QuoteMatch, { kind: 'wrong-locator' }>, 'stray' | 'right'> {
  if (others.length > 0) return {};
  const right = locatorOf(source, starts, namesPages(source, locator));
  const insides = parts.map(({ start, end }) => starts.map((at) => start <= at && at < end));
  const inside = insides.find((inPart) => inPart.includes(true));
  const index = inside === undefined ? -1 : inside.indexOf(false);
  const stray =
    index < 0 ? {} : { stray: { piece: found[index].piece.index, ...sectionNaming(source, starts[index]) } };
  const holds = right !== undefined && placeWithin(found, resolveLocator(source, right).parts).length === 1;
  return { ...stray, ...(holds && { right }) };
}

/** A locator of the innermost section, or of the pages, that all of the pieces start in. */
function locatorOf(source: PreparedSource, starts: readonly number[], prefersPages: boolean): string | undefined {
  const section = sectionOf(source, starts)?.locator;
  const pages = [starts[0], starts[starts.length - 1]].map((start) => pageAt(source.pages, source.starts[start]));
  const [from, to] = pages;
  const paged = from === undefined ? undefined : from === to ? `§p. ${from}` : `§pp. ${from}-${to}`;
  return prefersPages && from !== to ? (paged ?? section) : (section ?? paged);
}

function findPiece(source: PreparedSource, piece: FoldedPiece, written: string): FoundPiece {
  const { starts, inside } = findOccurrences(source, piece);
  if (starts.length === 0) {
    for (const reading of otherReadings(piece, written, source.format)) {
      const other = findOccurrences(source, reading);
      if (other.starts.length > 0) return { ...other, piece: reading, length: reading.text.length };
    }
  }
  return { starts, inside, piece, length: piece.text.length };
}

/** The placements in which every piece starts in one and the same of `parts`. */
function placeWithin(found: readonly FoundPiece[], parts: readonly Part[]): readonly (readonly number[])[] {
  const placements = new Map<string, readonly number[]>();
  for (const part of parts) {
    const within = found.map(({ starts, length }) => ({
      starts: starts.filter((start) => part.start <= start && start < part.end),
      length,
    }));
    for (const placement of placePieces(within)) placements.set(placement.join(), placement);
  }
  return [...placements.values()];
}

function located(
  source: PreparedSource,
  found: readonly FoundPiece[],
  starts: readonly (readonly number[])[],
  locator?: string,
): QuoteMatch {
  const placements = starts.map((start) => placementOf(source, found, start));
  if (placements.length === 1) return { kind: 'verified', ...placements[0] };
  return { kind: 'ambiguous', placements, ...(locator !== undefined && { locator }) };
}

function placementOf(source: PreparedSource, found: readonly FoundPiece[], starts: readonly number[]): Placement {
  const spans = starts.map((start, index) => originalSpan(source, start, start + found[index].length));
  return { spans, ...sectionNaming(source, starts[0]) };
}

function missingPiece(
  source: PreparedSource,
  { piece, inside }: FoundPiece,
  pieceCount: number,
  parts: readonly Part[] | undefined,
): QuoteMatch {
  const nearest = nearestPassage(source, piece, parts);
  const blindPages = source.blindPages.length === 0 ? {} : { blindPages: source.blindPages };
  const missing = {
    kind: 'missing',
    piece: piece.index,
    pieceCount,
    ...(nearest && { nearest }),
    ...blindPages,
  } as const;
  if (inside < 0) return { ...missing, reason: 'absent' };
  const word = wholeWords(source.text, inside, inside + piece.text.length);
  const span = originalSpan(source, word.start, word.end);
  return { ...missing, reason: 'inside a word', inside: { text: source.original.slice(span.start, span.end), span } };
}

/** The locator's parts come first, unless a passage elsewhere is so much nearer that the locator must be wrong. */
function nearestPassage(
  source: PreparedSource,
  piece: FoldedPiece,
  parts: readonly Part[] = [],
): NearestPassage | undefined {
  const anywhere = findNearest(source, piece);
  if (anywhere === undefined) return undefined;
  const within = parts.flatMap((part) => findNearest(source, piece, part) ?? []);
  return within.find(({ similarity }) => similarity + FAR_NEARER >= anywhere.similarity) ?? anywhere;
}

/** Every piece occurs, but they cannot be placed: which one fails, and why. */
function misplaced(found: readonly FoundPiece[], quote: Quote): QuoteMatch {
  const reason: MissingReason = placePieces(found, Infinity).length > 0 ? 'too far apart' : 'out of order';
  const gap = reason === 'out of order' ? Infinity : undefined;
  const count = found.findIndex((_, index) => placePieces(found.slice(0, index + 1), gap).length === 0);
  return { kind: 'missing', reason, piece: found[count].piece.index, pieceCount: quote.pieces.length };
}
