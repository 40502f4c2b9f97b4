import { type Clause, inTextOrder } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import type { Columns } from './columns.ts';
import type { Role } from './judgement.ts';
import type { QuickVerdict } from './quick.ts';
import { clauseAt, type Rows, undertakingAt } from './rows.ts';

/** A restraint and what it meets, as rows: most pairs are judged without a look at what these stand for. */
export interface Meeting {
  readonly role: Role;
  /** One a lens. */
  readonly restraints: readonly Columns[];
  readonly restraintRow: number;
  readonly deals: readonly Columns[];
  readonly dealRow: number;
  /** What can be said at once, by lens, as far as they meet under it. */
  readonly quick: (QuickVerdict | undefined)[];
}

export const restraintOf = ({ restraints, restraintRow }: Meeting): Undertaking =>
  undertakingAt(restraints[0].rows, restraintRow);

export const dealOf = ({ deals, dealRow }: Meeting): Undertaking => undertakingAt(deals[0].rows, dealRow);

/** The clause that restrains, and the one that deals. */
export const clausesOf = ({ restraints, restraintRow, deals, dealRow }: Meeting): [Clause, Clause] => [
  clauseAt(restraints[0].rows, restraintRow),
  clauseAt(deals[0].rows, dealRow),
];

/** What one search has met. */
export interface Meetings {
  /** The rows, all of them or one of two lots, whose clauses lead in the numbers of pairs. */
  readonly leading: Rows;
  /** By a number for the two clauses. */
  readonly byPair: Map<number, Meeting[]>;
}

export const noMeetings = (leading: Rows): Meetings => ({ leading, byPair: new Map() });

/**
 * Adds a meeting with what can be said of it under a lens. It may be there: several readings meet it, and so do several parties
 * bound in common.
 */
export function addMeeting(
  { leading, byPair }: Meetings,
  lens: number,
  verdict: QuickVerdict,
  role: Role,
  restraints: readonly Columns[],
  restraintRow: number,
  deals: readonly Columns[],
  dealRow: number,
): void {
  const pair = pairNumber(leading, restraints[0].rows, restraintRow, deals[0].rows, dealRow);
  const known = byPair.get(pair);
  for (const one of known ?? []) {
    if (one.restraintRow !== restraintRow || one.dealRow !== dealRow || one.restraints !== restraints) continue;
    one.quick[lens] = verdict;
    return;
  }
  const quick: QuickVerdict[] = [];
  quick[lens] = verdict;
  const meeting: Meeting = { role, restraints, restraintRow, deals, dealRow, quick };
  if (known) known.push(meeting);
  else byPair.set(pair, [meeting]);
}

/** More than there are clauses. */
const MOST_CLAUSES = 0x4000000;

/** The same for the same two clauses, whichever restrains. */
function pairNumber(leading: Rows, a: Rows, row: number, b: Rows, other: number): number {
  const one = a.clause[row];
  const two = b.clause[other];
  const isFirst = a === b ? one < two : a === leading;
  return isFirst ? one * MOST_CLAUSES + two : two * MOST_CLAUSES + one;
}

/** Of two clauses, the first in the order of the texts leads: which of several equal ways of colliding is shown never hangs on who asks. */
export const inTurn = (a: Clause, b: Clause): [Clause, Clause] => (inTextOrder(a, b) < 0 ? [a, b] : [b, a]);

/** In one order, in whatever order they were met: those in which the first clause restrains, then by what the clauses promise. */
export function inOrderOfPromises(met: readonly Meeting[]): readonly Meeting[] {
  if (met.length === 1) return met;
  const [first] = inTurn(...clausesOf(met[0]));
  const turn = (meeting: Meeting): number => (clausesOf(meeting)[0] === first ? 0 : 1);
  return [...met].sort(
    (one, other) => turn(one) - turn(other) || one.restraintRow - other.restraintRow || one.dealRow - other.dealRow,
  );
}
