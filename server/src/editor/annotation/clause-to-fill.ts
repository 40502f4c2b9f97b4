import type { Deal, Kind } from '../../model/model.ts';

/** A clause that is being written for a passage. */
export interface ClauseToFill {
  readonly kind: Kind;
  /** The deal that it goes into; undefined for a new one. */
  readonly deal: Deal | undefined;
  /** The words of the passage. */
  readonly words: string;
  /** The arguments that the passage states. */
  readonly stated: ReadonlyMap<string, string>;
}
