import type { Span } from '../text/span.ts';

/** A quote as a clause gives it: the pieces between `[...]`, and the locator without its brackets (`§2.1`). */
export interface Quote {
  readonly pieces: readonly string[];
  readonly locator?: string;
}

/** One place where all of a quote stands: a span of the original text for each of its pieces, in order. */
export interface Placement {
  /** UTF-16 offsets. */
  readonly spans: readonly Span[];
  /** The innermost section that it starts in, as a sentence names it: `§2.1`. */
  readonly section?: string;
  /** The same as a locator says it, with its `§`; between brackets it is what a quote would carry. */
  readonly locator?: string;
  /** The page that it starts on, counted from 1 as a viewer counts, in a format that has pages. */
  readonly page?: number;
}

/** A piece of a quote, counted from 0, and where it starts. */
export interface StrayPiece extends Pick<Placement, 'section' | 'page'> {
  readonly piece: number;
}

/**
 * What a difference is about, the gravest first. `letter case` and `punctuation`: nothing else differs there; `page break`:
 * the quote leaves out a footer that the sentence goes on behind.
 */
export type DifferenceKind =
  | 'negation'
  | 'amount'
  | 'date'
  | 'number'
  | 'party'
  | 'words'
  | 'letter case'
  | 'punctuation'
  | 'page break';

/** Adjacent words in which a quote and the nearest passage differ. */
export type Difference = {
  readonly kind: DifferenceKind;
  /** Where the words stand in the original; empty, at the place, for words that only the quote has. UTF-16 offsets. */
  readonly span: Span;
} & (
  | { readonly change: 'dropped'; readonly source: string }
  | { readonly change: 'added'; readonly quoted: string }
  | { readonly change: 'changed'; readonly source: string; readonly quoted: string }
);

/** A run of words in a comparison: in both, only in the source (`dropped`), or only in the quote (`added`). */
export interface WordRun {
  readonly kind: 'kept' | 'dropped' | 'added';
  readonly text: string;
}

/** The passage of a source most like a quote that is not in it. A suggestion, never evidence. */
export interface NearestPassage {
  /** UTF-16 offsets in the original. */
  readonly span: Span;
  /** The original's words, white space folded, `[...]` for what a page break puts between them: fit to replace the piece. */
  readonly text: string;
  /** From 0 to 1: the share of words that agree, punctuation counting a quarter. */
  readonly similarity: number;
  /** In the order of the text; the gravest is not always the first. Empty when only white space or hyphens differ. */
  readonly differences: readonly Difference[];
  readonly words: readonly WordRun[];
  readonly section?: string;
  readonly locator?: string;
  readonly page?: number;
}

/** Why a quote is missing. */
export type MissingReason =
  /** A piece occurs nowhere. */
  | 'absent'
  /** A piece occurs only inside longer words or numbers: "10 days" in "110 days". */
  | 'inside a word'
  /** Every piece occurs, but not one after the other. */
  | 'out of order'
  /** Every piece occurs in order, but too far apart for one passage. */
  | 'too far apart';

/** The outcome of looking for a quote. Only an exact match, layout and typography aside, is ever `verified`. */
export type QuoteMatch =
  | { readonly kind: 'empty' }
  | ({ readonly kind: 'verified' } & Placement)
  | { readonly kind: 'ambiguous'; readonly placements: readonly Placement[]; readonly locator?: string }
  | {
      readonly kind: 'wrong-locator';
      readonly locator: string;
      /** `unknown`: the source has no such section; `elsewhere`: it has, but the passage is not in it. */
      readonly reason: 'unknown' | 'elsewhere';
      readonly placements: readonly Placement[];
      /** Of the only placement, the first piece that is not where the locator says, where others are. */
      readonly stray?: StrayPiece;
      /** A locator that holds all of the only placement, where there is one. */
      readonly right?: string;
    }
  | {
      readonly kind: 'missing';
      readonly reason: MissingReason;
      /** Index, among the pieces, of the one that cannot be placed. */
      readonly piece: number;
      readonly pieceCount: number;
      /** For `inside a word`: the longer word or number, as in the original. */
      readonly inside?: { readonly text: string; readonly span: Span };
      readonly nearest?: NearestPassage;
      /** Pages of the source without any text, from 1, where there are some: it may stand in a picture of a page. */
      readonly blindPages?: readonly number[];
    };
