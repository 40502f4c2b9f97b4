import { CharacterClass, characterClass } from './characters.ts';
import { compose } from './compose.ts';
import { type FoldedText, fold } from './fold.ts';
import { readMarkdown } from './read-markdown.ts';
import type { SourceFormat } from './source-kind.ts';

/** A piece of a quote, folded as its source is. */
export interface FoldedPiece extends FoldedText {
  /** What was folded: where the map of the text leads back to. */
  readonly original: string;
  /** Its index among the pieces as given. */
  readonly index: number;
}

/** The piece folded, as written. Undefined if it holds no letter and no digit: there is nothing to look for. */
export function foldPiece(written: string, index: number): FoldedPiece | undefined {
  const original = compose(written).text;
  const folded = fold(original);
  return hasWords(folded.text) ? { ...folded, original, index } : undefined;
}

/**
 * Other ways to take a piece, in order: as Markdown, when it was copied with its markup; and without the quotation
 * marks that some put around every quote.
 */
export function* otherReadings(piece: FoldedPiece, written: string, format: SourceFormat): Generator<FoldedPiece> {
  const read = format === 'markdown' ? foldPiece(readMarkdown(written).text, piece.index) : undefined;
  if (read !== undefined && read.text !== piece.text) yield read;
  for (const { text, starts, ends, joins, original, index } of read === undefined ? [piece] : [piece, read]) {
    const last = text.length - 1;
    if (last < 2 || text[0] !== "'" || text[last] !== "'") continue;
    const unwrapped = text.slice(1, last);
    yield {
      text: unwrapped,
      starts: starts.subarray(1, last),
      ends: ends.subarray(1, last),
      joins: joins.map((join) => join - 2),
      original,
      index,
    };
  }
}

function hasWords(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const kind = characterClass(text.charCodeAt(index));
    if (kind === CharacterClass.Letter || kind === CharacterClass.Digit || kind === CharacterClass.Unspaced)
      return true;
  }
  return false;
}
