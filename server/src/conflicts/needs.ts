import { DAY_OF_USE } from '../model/timeline.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { NEVER } from '../terms/calendar.ts';
import { solve } from '../terms/day-solver.ts';
import { type VariableId, variable } from '../terms/time.ts';
import type { Settlement } from './cells.ts';
import type { ClearWorld } from './clear-world.ts';
import { settledUses } from './colliding-world.ts';
import { type Board, boardOf, type Court } from './court.ts';
import { findDeadDuty } from './dead-duty.ts';
import { type Free, type Frozen, NOTHING_FREE, pinned } from './frozen.ts';
import type { Fact, Turn, World } from './judgement.ts';
import { settlementDistance, settlementFacts } from './settlement-facts.ts';

/** A judgement, and the world that shows the collision. */
export interface About {
  readonly court: Court;
  readonly settlements: readonly Settlement[];
  readonly world: World;
  readonly restraint: Undertaking;
}

/** A fact with whatever else is settled in a world that is clear, and settled otherwise would make it collide. */
export function withNeeds(
  { court, settlements, world, restraint }: About,
  settlement: Settlement,
  clear: Pick<ClearWorld, 'picks' | 'days'>,
  fact: Fact,
  told: readonly Fact[] = [fact],
): Turn {
  if (told.some(({ kind }) => kind === 'membership')) return fact;
  const days = new Map([...world.days, ...clear.days]);
  const like: World = { ...world, days, cell: new Map([...world.cell, ...clear.picks]) };
  const besides: Fact[] = [];
  for (const other of settlements) {
    if (settlementDistance(other, settlement) !== 1) continue;
    if (!collidesLike(court, boardOf(court, other), like, NOTHING_FREE)) continue;
    besides.push(...settlementFacts(court, other, settlement, restraint));
  }
  const board = boardOf(court, settlement);
  for (const [id, clears] of clear.days) {
    const { kind, low, high, mayNever } = court.lens.timeline[id];
    if (kind === 'day' || low === (mayNever ? NEVER : high)) continue;
    if (told.some((one) => variablesToldBy(one).includes(id))) continue;
    const freed = { ...NOTHING_FREE, days: new Set([id]) };
    if (collidesLike(court, board, like, freed)) besides.push({ kind, variable: id, collides: clears, clears });
  }
  for (const [dimension, { name }] of like.cell) {
    if (!board.stretches.some(({ cells }) => cells.some((one) => one.silent && one.dimension === dimension))) continue;
    if (told.some((one) => one.kind === 'who' && one.dimension === dimension)) continue;
    const freed = { ...NOTHING_FREE, who: new Set([dimension]) };
    if (collidesLike(court, board, like, freed)) besides.push({ kind: 'who', dimension, collides: name, clears: name });
  }
  const unsaid = besides.filter((one) => !told.some((other) => isAboutTheSame(one, other)));
  return unsaid.length > 0 ? { ...fact, besides: unsaid } : fact;
}

/** Whether two promises collide in some world that is like another but for what is free. */
function collidesLike(court: Court, board: Board, world: World, free: Free): boolean {
  if (!board.settlement.self) return false;
  const frozen: Frozen = { world, free };
  const timeline = pinned(court.lens.timeline, frozen);
  if (court.role === 'must') {
    const dead = findDeadDuty(court, board, frozen, timeline);
    return dead !== undefined && dead !== 'too complex';
  }
  const uses = settledUses(court, board, frozen);
  const at = variable(DAY_OF_USE);
  return uses !== 'too complex' && uses.some(({ collidesOn }) => solve(collidesOn(at), timeline).kind === 'solved');
}

/** Whether two facts settle one thing. */
export function isAboutTheSame(one: Fact, other: Fact): boolean {
  switch (one.kind) {
    case 'affiliates':
      return other.kind === one.kind && other.clause === one.clause;
    case 'state':
      return other.kind === one.kind && other.term === one.term;
    case 'event':
    case 'renewal':
      return variablesToldBy(other).includes(one.variable);
    case 'who':
      return other.kind === one.kind && other.dimension === one.dimension;
    default:
      return other.kind === one.kind;
  }
}

/** The events and renewals that a fact settles. */
export function variablesToldBy(fact: Fact): readonly VariableId[] {
  if (fact.kind === 'order') return [...fact.collides.keys()];
  return fact.kind === 'event' || fact.kind === 'renewal' ? [fact.variable] : [];
}
