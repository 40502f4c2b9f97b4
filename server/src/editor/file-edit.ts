import type { TextEdit } from '../text/edit.ts';

/** An edit of one file of the portfolio. */
export interface FileEdit extends TextEdit {
  /** Relative to the portfolio's root, with `/`. */
  readonly file: string;
}
