import type { NewFile } from '../actions/code-action.ts';
import type { FileEdit } from '../file-edit.ts';

/** What becomes of the portfolio when a passage is annotated, or why nothing does. */
export type AnnotatedPassage =
  | {
      readonly edits: readonly FileEdit[];
      readonly creates: readonly NewFile[];
      /** Where to go on writing once this is done: within the parentheses of the clause. UTF-16 offset. */
      readonly cursor: { readonly file: string; readonly offset: number };
      /** The same for an editor that leads through what is still to be filled in. */
      readonly snippet?: FileSnippet;
    }
  | { readonly refusal: string };

/** A snippet in place of the edit of a file, or as all the text of a new one. */
export interface FileSnippet {
  readonly file: string;
  /** Where it is inserted: at the start of a line, so that editors do not indent it further. UTF-16 offset. */
  readonly offset: number;
  /** In the syntax of LSP and VS Code. */
  readonly text: string;
}
