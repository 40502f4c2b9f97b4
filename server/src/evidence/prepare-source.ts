import { compose } from './compose.ts';
import { findSections } from './find-sections.ts';
import { fold } from './fold.ts';
import { readMarkdown } from './read-markdown.ts';
import type { PageStart, ReadText } from './read-text.ts';
import type { Sections } from './section.ts';
import type { SourceFormat } from './source-kind.ts';
import { composeMaps, type TextMap } from './text-map.ts';

/**
 * A source made ready for finding quotes in it: folded text, a map back, sections (ranges of `text`). Plain data that nothing changes, so
 * it may be kept for as long as the source stays the same. Every offset is in UTF-16 units.
 */
export interface PreparedSource extends Sections {
  readonly format: SourceFormat;
  /** The text that spans of matches are ranges of. */
  readonly original: string;
  /** The original as {@link fold} leaves it: what quotes are compared with. */
  readonly text: string;
  /** Where each unit of `text` starts and ends in `original`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The hyphens taken out of `text`; see {@link fold}. */
  readonly joins: Int32Array;
  /** Where pages start in `original`, in order; empty for a format without pages. */
  readonly pages: readonly PageStart[];
  /** Pages without any text, from 1. */
  readonly blindPages: readonly number[];
}

export function prepareSource(text: string, format: 'markdown' | 'text'): PreparedSource {
  return prepareRead(text, format, format === 'markdown' ? readMarkdown(text) : { text, headings: [] });
}

/** Prepares what a reader made of `original`; for the readers of other formats, which give text and headings too. */
export function prepareRead(original: string, format: SourceFormat, read: ReadText): PreparedSource {
  const composed = compose(read.text);
  const headings =
    composed.map === undefined
      ? read.headings
      : read.headings.map(({ start, level }) => ({ start: firstFrom(composed.map, start), level }));
  const folded = fold(composed.text);
  const bodyEnd = read.bodyEnd === undefined ? composed.text.length : firstFrom(composed.map, read.bodyEnd);
  const found = findSections({ text: composed.text, headings }, bodyEnd);
  const inFolded = <T extends { readonly start: number; readonly end: number }>(range: T): T => ({
    ...range,
    start: firstFrom(folded, range.start),
    end: firstFrom(folded, range.end),
  });
  const toRead = composeMaps(folded, composed.map);
  const { starts, ends } = composeMaps(toRead, read.map);
  return {
    format,
    original,
    text: folded.text,
    starts,
    ends,
    joins: folded.joins,
    sections: found.sections.map(inFolded),
    doubtful: found.doubtful.map(inFolded),
    pages: read.pages ?? [],
    blindPages: read.blindPages ?? [],
  };
}

/** The first unit that comes from `offset` or later. */
function firstFrom(map: TextMap | undefined, offset: number): number {
  if (map === undefined) return offset;
  let low = 0;
  let high = map.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (map.starts[middle] < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
