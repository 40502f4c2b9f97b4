import type { TextEdit } from '../../text/edit.ts';

export type CompletionKind =
  | 'keyword'
  | 'snippet'
  | 'kind'
  | 'parameter'
  | 'dimension'
  | 'term'
  | 'event'
  | 'territory'
  | 'deal'
  | 'clause'
  | 'reading'
  | 'rule'
  | 'value';

/** One thing that may be written. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What takes the place of {@link Completion.replace}. */
  readonly insert: string;
  /** Whether `insert` has places to fill in, as `${1:name}`. */
  readonly isSnippet: boolean;
  /** Items sort by it. */
  readonly sortText?: string;
  /** What is compared with what is typed, where it is not the label. */
  readonly filterText?: string;
  /** Further edits of the same file. */
  readonly edits?: readonly TextEdit[];
}

/** An item before it is known whether it is shown. */
export interface Draft extends Omit<CompletionItem, 'insert' | 'isSnippet' | 'documentation' | 'sortText'> {
  /** The label, unless given. */
  readonly insert?: string;
  readonly isSnippet?: boolean;
  readonly documentation?: string | (() => string | undefined);
  /** Smaller is better. */
  readonly rank: number;
}

/** A text as part of a snippet, where some characters have a meaning. */
export const inSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

export const keyword = (label: string, rank: number, detail?: string): Draft => ({
  label,
  kind: 'keyword',
  rank,
  ...(detail === undefined ? {} : { detail }),
});

/** Words of the language, the first the best. */
export const keywords = (words: readonly string[]): Draft[] => words.map((word, rank) => keyword(word, rank));

/** A text with places to fill in. */
export const snippet = (label: string, insert: string, rank: number, detail: string): Draft => ({
  label,
  kind: 'snippet',
  insert,
  isSnippet: true,
  rank,
  detail,
});

/** A value of some form, with places to fill in. */
export const value = (label: string, insert: string, rank: number, detail: string): Draft => ({
  ...snippet(label, insert, rank, detail),
  kind: 'value',
});

/** A place to fill in, with what stands there at first. */
export const hole = (number: number, text?: string): string =>
  text === undefined ? `\${${number}}` : `\${${number}:${inSnippet(text)}}`;

/** A place to fill in with one of a few words, given with commas between them. */
export const choice = (number: number, words: string): string => `\${${number}|${words}|}`;

/** The same with any texts, the first standing there until another is chosen. */
export const choiceOf = (number: number, texts: readonly string[]): string =>
  choice(number, texts.map((text) => text.replace(/[\\,|]/g, '\\$&')).join());
