import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  DocumentRangesFormattingParams,
  TextEdit,
} from 'vscode-languageserver';
import { formatDocument, formatOnType, formatRange } from '../../editor/formatting.ts';
import type { TextEdit as OffsetEdit } from '../../text/edit.ts';
import { BadRequest } from '../failure.ts';
import { type FilePlace, offsetIn, rangeIn, spanIn } from './place.ts';

const written = (place: FilePlace, edits: readonly OffsetEdit[]): TextEdit[] =>
  edits.map(({ newText, ...span }) => ({ range: rangeIn(place, span), newText }));

export const formatWhole = (place: FilePlace, _params: DocumentFormattingParams): TextEdit[] =>
  written(place, formatDocument(place.tree));

export const formatPart = (place: FilePlace, { range }: DocumentRangeFormattingParams): TextEdit[] =>
  written(place, formatRange(place.tree, spanIn(place, range)));

/** Parts that lie close to each other touch the same declarations: what is edited once is not edited again. */
export function formatParts(place: FilePlace, { ranges }: DocumentRangesFormattingParams): TextEdit[] {
  if (!Array.isArray(ranges)) throw new BadRequest('the ranges are missing');
  const edits = new Map<string, OffsetEdit>();
  for (const range of ranges) {
    for (const edit of formatRange(place.tree, spanIn(place, range))) edits.set(`${edit.start} ${edit.end}`, edit);
  }
  return written(place, [...edits.values()]);
}

export const formatTyped = (place: FilePlace, { position, ch }: DocumentOnTypeFormattingParams): TextEdit[] =>
  written(place, formatOnType(place.tree, offsetIn(place, position), String(ch)));
