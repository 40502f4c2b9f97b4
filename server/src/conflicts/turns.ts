import type { Undertaking } from '../model/undertakings.ts';
import type { Settlement } from './cells.ts';
import { type ClearWorld, type Frozen, findClearWorld } from './clear-world.ts';
import { type Board, boardOf, type Court, sameName } from './court.ts';
import { membershipsOf, type Role, type Turn, type World } from './judgement.ts';
import { outcomeOf } from './outcome.ts';

/** Relations that never are more than a question, whatever the facts. */
export function capped(role: Role, restraint: Undertaking): Turn | undefined {
  if (role === 'standoff') return { kind: 'standoff' };
  if (restraint.effect === 'preempts') return { kind: 'offer' };
  if (restraint.effect === 'equalizes') return { kind: 'terms' };
  if (role === 'may') return { kind: 'uptake' };
  return undefined;
}

/**
 * The facts on which the verdict turns, in the order in which a reader would ask: each that alone, changed in the world that
 * collides, would keep the two apart; where none alone does, those that do together.
 */
export function turnsOf(
  court: Court,
  settlements: readonly Settlement[],
  world: World,
  restraint: Undertaking,
  everywhere: boolean,
): readonly Turn[] {
  const cap = capped(court.role, restraint);
  if (everywhere && cap) return [cap];
  const turns = turnsAlone(court, settlements, world, restraint);
  if (turns.length === 0) turns.push(...turnsTogether(court, settlements, world, restraint));
  return cap ? [...turns, cap] : turns;
}

/** What a clear world leaves as it is: everything, or all but one kind of fact, which is then seen to decide alone. */
const EVERYTHING: Omit<Frozen, 'world'> = { who: true, membership: true, days: true };
const ALL_BUT_ONE: readonly Omit<Frozen, 'world'>[] = [
  { ...EVERYTHING, days: false },
  { ...EVERYTHING, who: false },
  { ...EVERYTHING, membership: false },
];

function turnsAlone(court: Court, settlements: readonly Settlement[], world: World, restraint: Undertaking): Turn[] {
  const board = boardOf(court, world.settlement);
  const found: Turn[] = [];
  for (const attempt of [EVERYTHING, ...ALL_BUT_ONE]) {
    const clearWorld = findClearWorld(court, board, { world, ...attempt });
    if (!clearWorld || clearWorld === 'too complex') continue;
    found.push(...differences(court, board, world, clearWorld, !attempt.membership));
    // A duty that can be performed in another way needs nothing else.
    if (found.some(({ kind }) => kind === 'performance')) return found;
  }
  for (const settlement of settlements) {
    if (settlementDistance(settlement, world.settlement) !== 1) continue;
    const clearWorld = findClearWorld(court, boardOf(court, settlement), { world, ...EVERYTHING });
    if (!clearWorld || clearWorld === 'too complex') continue;
    found.push(...settlementTurns(court, world.settlement, settlement, restraint));
  }
  return found;
}

function turnsTogether(
  court: Court,
  settlements: readonly Settlement[],
  world: World,
  restraint: Undertaking,
): readonly Turn[] {
  const board = boardOf(court, world.settlement);
  const clearWorld = findClearWorld(court, board, { world, who: false, membership: false, days: false });
  if (clearWorld && clearWorld !== 'too complex') {
    const turns = differences(court, board, world, clearWorld, true);
    if (turns.length > 0) return turns;
  }
  const other = nearestClearSettlement(court, settlements, world);
  return other ? settlementTurns(court, world.settlement, other, restraint) : [];
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

const membershipTurns = ({ cell }: World): Turn[] =>
  membershipsOf(cell).map(({ inside, ...what }) => ({ kind: 'membership', ...what, collidesInside: inside }));

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
