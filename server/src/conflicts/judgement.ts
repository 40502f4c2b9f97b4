import type { Clause } from '../model/model.ts';
import type { Days } from '../terms/day-solver.ts';
import type { TermId } from '../terms/set-expression.ts';
import type { Time, VariableId } from '../terms/time.ts';
import type { Alternative, Settlement, SlotName } from './cells.ts';
import type { Membership } from './memberships.ts';

/** What the party does in the clause that a restraint meets. */
export type Role = 'lets' | 'must' | 'may' | 'standoff';

/** One cell's value in each dimension that matters, for a witness. */
export type Cell = ReadonlyMap<number, { readonly name: SlotName; readonly alternative: Alternative }>;

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
  /** How everything lies in it, by dimension, where that is settled for more than its use. */
  readonly slots?: ReadonlyMap<number, readonly { readonly name: SlotName; readonly alternative: Alternative }[]>;
}

/** A way in which a duty can be performed. */
export interface Way {
  readonly cell: Cell;
  readonly day: number;
  /** What of it has to belong to open terms, or not, for it to be left: nothing where absent. */
  readonly provided?: readonly Membership[];
}

/** A fact nobody has stated on which a *depends* turns. */
export type Turn = Fact & {
  /** It decides only together with the others that say so. */
  readonly together?: boolean;
  /** What else the world needs that is clear, of what nothing is said in the other. */
  readonly besides?: readonly Fact[];
  /** Of a duty: though the fact is settled for the better, some ways to perform are ruled out; this one is not. */
  readonly left?: Way;
};

/** What has to come on an earlier day than what: before `never`, it has to come at all. */
export interface Order {
  readonly earlier: Time;
  readonly later: Time;
}

export type Fact =
  | {
      readonly kind: 'event' | 'renewal';
      readonly variable: number;
      readonly collides: number;
      readonly clears: number;
      /** Whatever else happens, the two collide only where it is on (of renewals: is) less than that, or not less. */
      readonly only?: { readonly before: number } | { readonly from: number };
      /** Of a duty, where the two are next to each other: a day on the side of `clears` is needed to perform it, or is enough. */
      readonly bound?: 'needed' | 'enough' | undefined;
    }
  | {
      readonly kind: 'order';
      readonly order: Order;
      readonly collides: ReadonlyMap<VariableId, number>;
      /** Enough for them not to, what is other than in the world that collides first. */
      readonly clears: ReadonlyMap<VariableId, number>;
      /** Whatever else happens, the two collide only in this order. */
      readonly isNeeded: boolean;
    }
  | { readonly kind: 'who'; readonly dimension: number; readonly collides: SlotName; readonly clears: SlotName }
  /**
   * What belongs to an open term or does not: first that which is told apart, then what else it takes for the same. Nothing
   * where they collide whatever belongs to it.
   */
  | {
      readonly kind: 'membership';
      readonly collides: readonly Membership[];
      readonly clears: readonly [Membership, ...Membership[]];
    }
  | { readonly kind: 'affiliates'; readonly clause: Clause; readonly collidesIncluded: boolean }
  | {
      readonly kind: 'state';
      readonly term: TermId;
      readonly collidesWhileHolding: boolean;
      /** Whatever else happens, the two collide only while it holds, or does not. */
      readonly isNeeded?: boolean;
    }
  | { readonly kind: 'self'; readonly clause: Clause }
  /** A way is left: for sure, or where each of `given` has the day that it says. */
  | {
      readonly kind: 'performance';
      readonly left: Way;
      readonly isSure: boolean;
      readonly given: readonly { readonly variable: number; readonly day: number }[];
    }
  | { readonly kind: 'uptake' | 'standoff' | 'offer' | 'terms' };

/** A fact that is not about a use. */
export type WorldFact = Extract<Fact, { readonly kind: 'event' | 'renewal' | 'state' }>;

/** A fact about one event or one renewal. */
export type TimedFact = Extract<Fact, { readonly kind: 'event' | 'renewal' }>;

export type Judgement =
  | { readonly verdict: 'clear' }
  | { readonly verdict: 'conflict'; readonly world: World }
  | { readonly verdict: 'depends'; readonly world: World; readonly turns: readonly Turn[] }
  | { readonly verdict: 'too complex' };
