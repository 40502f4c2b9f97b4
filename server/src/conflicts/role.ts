import type { Undertaking } from '../model/undertakings.ts';
import type { Role } from './judgement.ts';
import { Part, partsOf } from './rows.ts';

/** The role in which a restraint meets another undertaking; undefined when it does not. */
export function roleOf(restraint: Undertaking, other: Undertaking): Role | undefined {
  if (restraint.clause === other.clause) return undefined;
  const part = partsOf(restraint);
  switch (other.effect) {
    case 'permits':
      return 'lets';
    case 'obliges':
      return restraint.effect === 'preempts' || restraint.effect === 'equalizes' ? undefined : 'must';
    case 'receives':
      return part & Part.wideRestraint ? 'may' : undefined;
    case 'excludes':
      return part & partsOf(other) & Part.standoff ? 'standoff' : undefined;
    default:
      return undefined;
  }
}

export const isRestraint = (one: Undertaking): boolean => (partsOf(one) & Part.restraint) !== 0;
