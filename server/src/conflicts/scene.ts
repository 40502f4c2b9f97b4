import type { Clause, ValueId } from '../model/model.ts';
import { SILENT } from '../model/model.ts';
import type { Box, Outside, Undertaking } from '../model/undertakings.ts';

/** A region in play: one bit of every cell's mask. */
export interface ScenePart {
  readonly box: Box;
  /** Who it binds (of a waiver: who it is given to); absent: whoever. */
  readonly by?: ValueId;
  readonly clause: Clause;
}

/** A waiver in play, with its own exceptions. */
export interface SceneWaiver {
  readonly bit: number;
  readonly exceptions: readonly number[];
  /** Who gives it. */
  readonly by: ValueId;
  readonly clause: Clause;
}

/** A restraint in play: what it rules out, minus exceptions and waivers. */
export interface SceneRestraint {
  readonly undertaking: Undertaking;
  readonly bit: number;
  readonly exceptions: readonly number[];
  /** Bits that say a cell lies within the holder, one a dimension; ruled out is what lacks any of them. */
  readonly holders: readonly { readonly bit: number; readonly outside: Outside }[];
  /** For each party that may object, the waivers it may have given. Ruled out is what not everyone has waived. */
  readonly objectors: readonly { readonly party: ValueId; readonly waivers: readonly SceneWaiver[] }[];
}

/** Two undertakings brought together, and what bears on them. */
export interface Scene {
  readonly parts: readonly ScenePart[];
  readonly deal: Undertaking;
  /** The other clause's region; absent where two restraints meet. */
  readonly dealBit: number;
  readonly dealExceptions: readonly number[];
  readonly restraints: readonly SceneRestraint[];
  /** Clauses whose inclusion of affiliates each world decides once. */
  readonly clauses: readonly Clause[];
  readonly bitCount: number;
  readonly holderBits: ReadonlyMap<number, { readonly outside: Outside; readonly clause: Clause }>;
}

export const MOST_BITS = 24;

/** The waivers that a party which may object to a restraint may have given. */
export interface WaiverOffer {
  readonly against: Undertaking;
  readonly objector: ValueId;
  readonly waivers: readonly Undertaking[];
}

/** Lays out the regions of a pair as bits. With `deal` as a second restraint, set `standoff`. */
export function buildScene(
  deal: Undertaking,
  restraints: readonly Undertaking[],
  offers: readonly WaiverOffer[],
  standoff: boolean,
): Scene {
  const parts: ScenePart[] = [];
  const clauses: Clause[] = [];
  const note = (clause: Clause): Clause => {
    if (!clauses.includes(clause)) clauses.push(clause);
    return clause;
  };
  const add = (box: Box, clause: Clause, by?: ValueId): number => parts.push({ box, by, clause: note(clause) }) - 1;
  const addExceptions = (undertaking: Undertaking): number[] =>
    undertaking.exceptions.map((box) => add(box, undertaking.clause));
  const dealBit = standoff ? -1 : add(deal, deal.clause, deal.by);
  const dealExceptions = standoff ? [] : addExceptions(deal);
  const laid = restraints.map((undertaking) => ({
    undertaking,
    bit: add(undertaking, undertaking.clause, undertaking.by),
    exceptions: addExceptions(undertaking),
    objectors: offers
      .filter(({ against }) => against === undertaking)
      .map(({ objector, waivers }) => ({
        party: objector,
        waivers: waivers.map((waiver) => ({
          bit: add(waiver, waiver.clause, waiver.to === SILENT ? undefined : waiver.to),
          exceptions: addExceptions(waiver),
          by: waiver.by,
          clause: waiver.clause,
        })),
      })),
  }));
  let bitCount = parts.length;
  const holderBits = new Map<number, { outside: Outside; clause: Clause }>();
  const withHolders = laid.map((restraint) => ({
    ...restraint,
    holders: restraint.undertaking.outside.map((outside) => {
      const bit = bitCount++;
      holderBits.set(bit, { outside, clause: restraint.undertaking.clause });
      return { bit, outside };
    }),
  }));
  return { parts, deal, dealBit, dealExceptions, restraints: withHolders, clauses, bitCount, holderBits };
}
