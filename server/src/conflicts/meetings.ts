import { type Clause, inTextOrder } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import type { Role } from './judgement.ts';
import type { Relation } from './pair.ts';
import type { QuickVerdict } from './quick.ts';

/** A relation that a search met, with the rows of its two sides. */
interface Meeting extends Relation {
  readonly restraintRow: number;
  readonly dealRow: number;
  readonly quick: QuickVerdict[];
}

/** What a search has met, by the two clauses. */
export type Meetings = Map<Clause, Map<Clause, Meeting[]>>;

/** Of two clauses, the first in the order of the texts leads: which of several equal ways of colliding is shown never hangs on who asks. */
export const inTurn = (a: Clause, b: Clause): [Clause, Clause] => (inTextOrder(a, b) < 0 ? [a, b] : [b, a]);

/**
 * Adds a relation with the quick verdict under a lens. It may be there: several readings meet it, and so do several parties
 * bound in common.
 */
export function addMeeting(
  meetings: Meetings,
  lens: number,
  quick: QuickVerdict,
  role: Role,
  restraint: Undertaking,
  restraintRow: number,
  deal: Undertaking,
  dealRow: number,
): void {
  const [a, b] = inTurn(restraint.clause, deal.clause);
  let ofFirst = meetings.get(a);
  if (!ofFirst) {
    ofFirst = new Map();
    meetings.set(a, ofFirst);
  }
  let known = ofFirst.get(b);
  if (!known) {
    known = [];
    ofFirst.set(b, known);
  }
  for (const one of known) {
    if (one.restraintRow !== restraintRow || one.dealRow !== dealRow || one.restraint !== restraint) continue;
    one.quick[lens] = quick;
    return;
  }
  const verdicts: QuickVerdict[] = [];
  verdicts[lens] = quick;
  known.push({ role, deal, restraint, quick: verdicts, restraintRow, dealRow });
}

/** In one order, in whatever order they were met: those in which the first clause restrains, then by what the clauses promise. */
export function inOrderOfPromises(first: Clause, met: readonly Meeting[]): readonly Relation[] {
  if (met.length === 1) return met;
  const turn = ({ restraint }: Meeting): number => (restraint.clause === first ? 0 : 1);
  return [...met].sort(
    (one, other) => turn(one) - turn(other) || one.restraintRow - other.restraintRow || one.dealRow - other.dealRow,
  );
}
