import type { TextMap } from './text-map.ts';

/** A heading that the format itself marks: `##` in Markdown, a heading style in a word processor. */
export interface MarkedHeading {
  /** UTF-16 offset, in the text as read, of the first character of its line. */
  readonly start: number;
  /** 1 is the highest. */
  readonly level: number;
}

/**
 * What a reader of a format hands on: the words of a document without its markup, lines kept. Markdown, plain text and
 * any format to come differ up to here and no further.
 */
export interface ReadText {
  readonly text: string;
  /** Back to the original; absent when nothing was taken out. */
  readonly map?: TextMap;
  readonly headings: readonly MarkedHeading[];
}
