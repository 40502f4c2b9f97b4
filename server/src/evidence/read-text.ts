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
  /** Of a format that is no text itself: all that its reader sees, which is then the original. */
  readonly original?: string;
  /** What quotes are looked for in. */
  readonly text: string;
  /** Back to the original; absent when nothing was taken out. */
  readonly map?: TextMap;
  readonly headings: readonly MarkedHeading[];
  /** Where the sections end: what follows stands apart from them, as footnotes do. Absent: at the end. */
  readonly bodyEnd?: number;
  /** The pages of a format that has them, in order. */
  readonly pages?: readonly PageStart[];
  /** Pages without any text, from 1: pictures, most likely. */
  readonly blindPages?: readonly number[];
}

/** From here to the next start, or the end, the text is that of this page. */
export interface PageStart {
  /** UTF-16 offset in the original. */
  readonly start: number;
  /** Counted from 1, as a viewer counts: not the number that is printed on it. */
  readonly page: number;
}
