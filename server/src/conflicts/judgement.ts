import type { Clause } from '../model/model.ts';
import type { Days } from '../terms/day-solver.ts';
import type { TermId } from '../terms/set-expression.ts';
import type { Alternative, Settlement, SlotName } from './cells.ts';

/** What the party does in the clause that a restraint meets. */
export type Role = 'lets' | 'must' | 'may' | 'standoff';

/** One cell's value in each dimension that matters, for a witness. */
export type Cell = ReadonlyMap<number, { readonly name: SlotName; readonly alternative: Alternative }>;

/** That something belongs to an open term, or does not, in a world. */
export interface Membership {
  readonly term: TermId;
  readonly dimension: number;
  readonly what: SlotName;
  readonly inside: boolean;
}

/** What a use rests on that belongs to open terms, or does not. */
export const membershipsOf = (cell: Cell): readonly Membership[] =>
  [...cell].flatMap(([dimension, { name: what, alternative }]) =>
    [...(alternative.membership ?? [])].map(([term, inside]) => ({ term, dimension, what, inside })),
  );

/** A world in which the promises collide: everything it decides, and the use that shows it. */
export interface World {
  readonly settlement: Settlement;
  readonly cell: Cell;
  /** In which of the scene's regions the use may lie: a bit each. */
  readonly masks: readonly number[];
  /** Whether the use lies where it does whatever belongs to open terms. */
  readonly certain: boolean;
  /** The first day on which they collide in it. */
  readonly day: number;
  /** Two undated promises collide from the first of all days: an example on `asOf`, where there is one, says more. */
  readonly example?: number;
  readonly days: Days;
}

/** A fact nobody has stated on which a *depends* turns. */
export type Turn =
  | {
      readonly kind: 'event' | 'renewal';
      readonly variable: number;
      readonly collides: number;
      readonly clears: number;
    }
  | { readonly kind: 'who'; readonly dimension: number; readonly collides: SlotName; readonly clears: SlotName }
  | {
      readonly kind: 'membership';
      readonly term: TermId;
      readonly dimension: number;
      readonly what: SlotName;
      readonly collidesInside: boolean;
    }
  | { readonly kind: 'affiliates'; readonly clause: Clause; readonly collidesIncluded: boolean }
  | { readonly kind: 'state'; readonly term: TermId; readonly collidesWhileHolding: boolean }
  | { readonly kind: 'self'; readonly clause: Clause }
  | { readonly kind: 'performance'; readonly left: Cell; readonly day: number }
  | { readonly kind: 'uptake' | 'standoff' | 'offer' | 'terms' };

export type Judgement =
  | { readonly verdict: 'clear' }
  | { readonly verdict: 'conflict'; readonly world: World }
  | { readonly verdict: 'depends'; readonly world: World; readonly turns: readonly Turn[] }
  | { readonly verdict: 'too complex' };
