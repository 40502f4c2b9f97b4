/**
 * The part of the W3C Web Annotation Data Model (Recommendation of 23 February 2017) that is written here. Its schema is
 * `docs/schemas/web-annotations.schema.json`.
 */
export interface AnnotationCollection {
  readonly '@context': typeof ANNOTATION_CONTEXT;
  readonly id: string;
  readonly type: 'AnnotationCollection';
  readonly label: string;
  readonly generator: { readonly type: 'Software'; readonly name: string };
  /** `2026-03-18T00:00:00Z`. */
  readonly generated: string;
  readonly total: number;
  readonly first: AnnotationPage;
  readonly last: string;
}

export interface AnnotationPage {
  readonly id: string;
  readonly type: 'AnnotationPage';
  readonly startIndex: 0;
  readonly items: readonly Annotation[];
}

export interface Annotation {
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: 'describing';
  readonly body: readonly TextualBody[];
  /** A part of a contract for each piece of each quote; or the contract, or the file of the deal, as a whole. */
  readonly target: string | readonly AnnotationTarget[];
}

export interface TextualBody {
  /** Of a clause: `deals/a.deal#acme/exclusive`. */
  readonly id?: string;
  readonly type: 'TextualBody';
  /** `describing`: the clause in the language; `tagging`: kind or effect; `commenting`: its comment; `assessing`: a finding. */
  readonly purpose: 'describing' | 'tagging' | 'commenting' | 'assessing';
  readonly value: string;
  readonly format: 'text/plain' | typeof CLAUSE_FORMAT;
}

export interface AnnotationTarget {
  readonly id: string;
  readonly type: 'SpecificResource';
  /** The section that the quote names: `§2.1`. */
  readonly label?: string;
  /** Of the contract, relative to the portfolio's root. */
  readonly source: string;
  readonly selector: readonly (TextQuoteSelector | TextPositionSelector)[];
}

export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  /** In Unicode code points of the contract's text, from its start; a byte order mark is not counted. */
  readonly start: number;
  readonly end: number;
}

export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** The media type by which a body is known as text of the language. Not registered. */
export const CLAUSE_FORMAT = 'text/vnd.deal';
