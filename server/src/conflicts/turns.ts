import type { Undertaking } from '../model/undertakings.ts';
import { type ClearWorld, type Frozen, findClearWorld } from './clear-world.ts';
import { type Board, boardOf, type Court, sameName } from './court.ts';
import type { Role, Turn, World } from './judgement.ts';
import { outcomeOf } from './outcome.ts';
import type { Settlement } from './scene.ts';

/** Relations that never are more than a question, whatever the facts. */
export function capped(role: Role, restraint: Undertaking): Turn | undefined {
  if (role === 'standoff') return { kind: 'standoff' };
  if (restraint.effect === 'preempts') return { kind: 'offer' };
  if (restraint.effect === 'equalizes') return { kind: 'terms' };
  if (role === 'may') return { kind: 'uptake' };
  return undefined;
}

/** The facts on which the verdict turns: one if one suffices, tried in the order in which a reader would ask. */
export function turnsOf(
  court: Court,
  settlements: readonly Settlement[],
  world: World,
  restraint: Undertaking,
  everywhere: boolean,
): readonly Turn[] {
  const cap = capped(court.role, restraint);
  if (everywhere && cap) return [cap];
  const board = boardOf(court, world.settlement);
  const attempts: readonly Omit<Frozen, 'world'>[] = [
    { who: true, membership: true, days: true },
    { who: true, membership: true, days: false },
    { who: false, membership: true, days: true },
    { who: true, membership: false, days: true },
    { who: false, membership: false, days: false },
  ];
  for (const attempt of attempts) {
    const clearWorld = findClearWorld(court, board, { world, ...attempt });
    if (!clearWorld || clearWorld === 'too complex') continue;
    const turns = differences(court, board, world, clearWorld, !attempt.membership);
    if (turns.length > 0) return cap ? [...turns, cap] : turns;
  }
  const other = nearestClearSettlement(court, settlements, world);
  const turns = other ? settlementTurns(court, world.settlement, other, restraint) : [];
  return cap ? [...turns, cap] : turns;
}

function differences(
  court: Court,
  board: Board,
  world: World,
  clearWorld: ClearWorld,
  membershipIsFree: boolean,
): Turn[] {
  const turns: Turn[] = [];
  for (const [id, clears] of clearWorld.days) {
    const collides = world.days.get(id);
    const { kind } = court.lens.timeline[id];
    if (kind === 'day' || collides === undefined || collides === clears) continue;
    turns.push({ kind, variable: id, collides, clears });
  }
  const cell = clearWorld.left?.cell;
  for (const { dimension, silent } of board.stretches[0].cells) {
    const collides = world.cell.get(dimension);
    const clears = cell?.get(dimension) ?? clearWorld.picks.get(dimension);
    if (silent && collides && clears && !sameName(collides.name, clears.name)) {
      turns.push({ kind: 'who', dimension, collides: collides.name, clears: clears.name });
    }
  }
  if (turns.length === 0 && membershipIsFree) turns.push(...membershipTurns(world));
  if (turns.length === 0 && clearWorld.left) {
    turns.push({ kind: 'performance', left: clearWorld.left.cell, day: clearWorld.left.day });
  }
  return turns;
}

function membershipTurns(world: World): Turn[] {
  const turns: Turn[] = [];
  for (const [dimension, { name, alternative }] of world.cell) {
    for (const [term, inside] of alternative.membership ?? []) {
      turns.push({ kind: 'membership', term, dimension, what: name, collidesInside: inside });
    }
  }
  return turns;
}

/** A settlement without a collision that differs from the world's in as little as can be. */
function nearestClearSettlement(
  court: Court,
  settlements: readonly Settlement[],
  world: World,
): Settlement | undefined {
  let best: Settlement | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const settlement of settlements) {
    const distance = settlementDistance(settlement, world.settlement);
    if (distance >= fewest) continue;
    const outcome = outcomeOf(court, settlement);
    if (outcome === 'too complex' || !outcome.clears) continue;
    best = settlement;
    fewest = distance;
  }
  return best;
}

function settlementDistance(a: Settlement, b: Settlement): number {
  const inclusions = a.inclusions.filter((one, index) => one !== b.inclusions[index]).length;
  const states = [...a.states].filter(([state, holds]) => b.states.get(state) !== holds).length;
  return inclusions + states + (a.self === b.self ? 0 : 1);
}

function settlementTurns(court: Court, collides: Settlement, clears: Settlement, restraint: Undertaking): Turn[] {
  const turns: Turn[] = [];
  collides.inclusions.forEach((inclusion, index) => {
    if (inclusion === clears.inclusions[index]) return;
    turns.push({ kind: 'affiliates', clause: court.scene.clauses[index], collidesIncluded: inclusion !== 'none' });
  });
  for (const [term, holds] of collides.states) {
    if (clears.states.get(term) !== holds) turns.push({ kind: 'state', term, collidesWhileHolding: holds });
  }
  if (collides.self !== clears.self) turns.push({ kind: 'self', clause: restraint.clause });
  return turns;
}
