import type { Role } from './judgement.ts';
import { Part } from './rows.ts';

/** The role in which a restraint meets something of another clause, by the parts that they play; undefined when it does not. */
export function roleOf(restraint: number, other: number): Role | undefined {
  if (other & Part.given) {
    if ((other & Part.duty) === 0) return 'lets';
    return restraint & Part.offer ? undefined : 'must';
  }
  if (other & Part.received) return restraint & Part.wideRestraint ? 'may' : undefined;
  return restraint & other & Part.standoff ? 'standoff' : undefined;
}
