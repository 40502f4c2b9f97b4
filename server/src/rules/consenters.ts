import { phraseExpression } from '../conflicts/describe.ts';
import type { Shown } from '../conflicts/pair.ts';

/** Whose consents resolve a collision: "A and B" where each has to give one, "A or B" where one of them is enough. */
export function consentersTo(shown: Shown): string {
  const ways = shown
    .objectorsByRestraint()
    .map((restraints) => leastOf(restraints.map((parties) => parties.map((one) => phraseExpression(shown.lens, one)))));
  if (ways.every((groups) => groups.length < 2)) {
    const all = [...new Set(ways.flat(2))];
    return all.length === 0 ? 'whoever it is owed to' : all.join(' and ');
  }
  return [...new Set(ways.filter((groups) => groups.length > 0).map(anyOf))].join(', and by ');
}

type Parties = readonly string[];

/** Those of several groups, any of which is enough, that need no more parties than another of them. */
function leastOf(groups: readonly Parties[]): readonly Parties[] {
  const known = groups.filter((group) => group.length > 0);
  const isNeedless = (group: Parties, at: number): boolean =>
    known.some((other, place) => place !== at && isWithin(other, group) && (place < at || !isWithin(group, other)));
  return known.filter((group, at) => !isNeedless(group, at));
}

const isWithin = (some: Parties, all: Parties): boolean => some.every((party) => all.includes(party));

const anyOf = (groups: readonly Parties[]): string =>
  groups.map((group) => group.join(' and ')).join(groups.some(({ length }) => length > 1) ? ', or ' : ' or ');
