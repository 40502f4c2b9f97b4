import type { Finding } from '../../rules/finding.ts';
import type { FileEdit } from '../file-edit.ts';

/** As editors group them; `source.fixAll` is part of `source`. */
export type CodeActionKind = 'quickfix' | 'refactor' | 'source' | 'source.fixAll';

/** A file that does not exist yet. */
export interface NewFile {
  /** Relative to the portfolio's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Something that can be done about a place, as one step. What its title says has been tried out. */
export interface CodeAction {
  readonly title: string;
  readonly kind: CodeActionKind;
  /** Apart from each other within a file. */
  readonly edits?: readonly FileEdit[];
  readonly creates?: readonly NewFile[];
  /** What it does something about. */
  readonly finding?: Finding;
  /** The one to take where nobody chooses. */
  readonly preferred?: boolean;
  /** Instead of `edits`, where finding them takes long: looks for them when asked. None: there are none. */
  readonly resolve?: () => readonly FileEdit[];
}
