import { after, allOf, anyOf, type DayFormula, FALSE, notBefore, TRUE } from '../terms/day-solver.ts';
import { holds } from '../terms/set-expression.ts';
import { day, type Time } from '../terms/time.ts';
import type { Settlement } from './cells.ts';
import type { Scene, SceneRestraint, SceneWaiver } from './scene.ts';

/** What is asked of a cell on a day, as a formula about days; with `negated`, its opposite. */
export interface CellQuestions {
  /** It lies in the deal's region. */
  readonly inDeal: (mask: number, at: Time, negated: boolean) => DayFormula;
  /** Every restraint in play rules it out. */
  readonly ruledOut: (mask: number, at: Time, negated: boolean) => DayFormula;
  /** Days on which the answer for a cell can change from no to yes. */
  readonly onsets: (mask: number) => Time[];
}

/**
 * The questions under one settlement. A cell is given by its mask: the regions that it lies in but for time. `waives` says
 * whether a waiver counts for an objector, which may hang on affiliates.
 */
export function questionsFor(
  scene: Scene,
  settlement: Settlement,
  waives: (waiver: SceneWaiver, objector: number) => boolean,
): CellQuestions {
  const stateHolds = scene.parts.map(({ box }) => {
    return box.while === undefined || holds(box.while, (term) => settlement.states.get(term) ?? false);
  });
  const active = (bit: number, at: Time): DayFormula => {
    const { start, end } = scene.parts[bit].box;
    return stateHolds[bit] ? allOf([notBefore(at, start), after(end, at)]) : FALSE;
  };
  const inactive = (bit: number, at: Time): DayFormula => {
    const { start, end } = scene.parts[bit].box;
    return stateHolds[bit] ? anyOf([after(start, at), notBefore(at, end)]) : TRUE;
  };
  const has = (mask: number, bit: number): boolean => (mask & (1 << bit)) !== 0;
  const present = (mask: number, bits: readonly number[]): number[] => bits.filter((bit) => has(mask, bit));

  const inRegion = (
    mask: number,
    bit: number,
    exceptions: readonly number[],
    at: Time,
    negated: boolean,
  ): DayFormula => {
    if (!has(mask, bit)) return negated ? TRUE : FALSE;
    const inside = present(mask, exceptions);
    return negated
      ? anyOf([inactive(bit, at), ...inside.map((one) => active(one, at))])
      : allOf([active(bit, at), ...inside.map((one) => inactive(one, at))]);
  };

  const waived = (restraint: SceneRestraint, mask: number, at: Time, negated: boolean): DayFormula => {
    if (restraint.objectors.length === 0) return negated ? TRUE : FALSE;
    const perObjector = restraint.objectors.map(({ party, waivers }) => {
      const given = waivers
        .filter((waiver) => waives(waiver, party))
        .map(({ bit, exceptions }) => inRegion(mask, bit, exceptions, at, negated));
      return negated ? allOf(given) : anyOf(given);
    });
    return negated ? anyOf(perObjector) : allOf(perObjector);
  };

  const ruledOutBy = (restraint: SceneRestraint, mask: number, at: Time, negated: boolean): DayFormula => {
    const { holders, bit, exceptions } = restraint;
    const withinHolder = holders.length > 0 && holders.every((holder) => has(mask, holder.bit));
    if (withinHolder) return negated ? TRUE : FALSE;
    const restrained = inRegion(mask, bit, exceptions, at, negated);
    const consent = waived(restraint, mask, at, !negated);
    return negated ? anyOf([restrained, consent]) : allOf([restrained, consent]);
  };

  return {
    inDeal: (mask, at, negated) => inRegion(mask, scene.dealBit, scene.dealExceptions, at, negated),
    ruledOut: (mask, at, negated) => {
      const parts = scene.restraints.map((restraint) => ruledOutBy(restraint, mask, at, negated));
      return negated ? anyOf(parts) : allOf(parts);
    },
    onsets: (mask) => {
      const times: Time[] = [];
      scene.parts.forEach(({ box }, bit) => {
        if (has(mask, bit)) times.push(box.start, box.end);
      });
      return times;
    },
  };
}

/** `from` (inclusive) to `until` (exclusive), as a condition on a day. */
export const between = (at: Time, from: number, until: number, negated: boolean): DayFormula =>
  negated
    ? anyOf([after(day(from), at), notBefore(at, day(until))])
    : allOf([notBefore(at, day(from)), after(day(until), at)]);
