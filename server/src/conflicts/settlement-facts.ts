import type { Undertaking } from '../model/undertakings.ts';
import type { Settlement } from './cells.ts';
import { findCollision } from './colliding-world.ts';
import { boardOf, type Court } from './court.ts';
import type { Fact } from './judgement.ts';

/** How many facts two settlements have settled otherwise. */
export function settlementDistance(a: Settlement, b: Settlement): number {
  const inclusions = a.inclusions.filter((one, index) => one !== b.inclusions[index]).length;
  const states = [...a.states].filter(([state, holds]) => b.states.get(state) !== holds).length;
  return inclusions + states + (a.self === b.self ? 0 : 1);
}

/** What one that collides has settled otherwise than one that is clear. */
export function settlementFacts(
  court: Court,
  collides: Settlement,
  clears: Settlement,
  restraint: Undertaking,
): Fact[] {
  const facts: Fact[] = [];
  collides.inclusions.forEach((inclusion, index) => {
    if (inclusion === clears.inclusions[index]) return;
    facts.push({ kind: 'affiliates', clause: court.scene.clauses[index], collidesIncluded: inclusion !== 'none' });
  });
  for (const [term, holds] of collides.states) {
    if (clears.states.get(term) !== holds) facts.push({ kind: 'state', term, collidesWhileHolding: holds });
  }
  if (collides.self !== clears.self) facts.push({ kind: 'self', clause: restraint.clause });
  return facts;
}

/** A fact of a settlement; of a state also whether the two collide only where that is as in the world that collides. */
export function neededOrNot(court: Court, settlements: readonly Settlement[], fact: Fact): Fact {
  if (fact.kind !== 'state') return fact;
  const otherwise = settlements.filter((one) => one.self && one.states.get(fact.term) !== fact.collidesWhileHolding);
  const isNeeded = otherwise.every((one) => findCollision(court, boardOf(court, one)) === undefined);
  return { ...fact, isNeeded };
}
