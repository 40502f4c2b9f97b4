import type { Deal } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import type { TypingPlace } from './place-at.ts';

/** What the sources of completions look at. */
export interface TypingContext extends Omit<TypingPlace, 'deal' | 'place'> {
  readonly analysis: Analysis;
  readonly path: string;
  readonly offset: number;
  /** What is typed of the word, up to the cursor. */
  readonly typed: string;
  /** The deal around the cursor, as the check knows it. */
  readonly deal: Deal | undefined;
}
