import type { Settlement } from './cells.ts';
import { findClearWorld } from './clear-world.ts';
import { findCollision } from './colliding-world.ts';
import { boardOf, type Court } from './court.ts';
import type { World } from './judgement.ts';

/** What is possible under one settlement: a world that collides, and one that does not. */
export type Outcome = { readonly world: World | undefined; readonly clears: boolean } | 'too complex';

const CANNOT_COLLIDE: Outcome = { world: undefined, clears: true };

/** With `inEveryWorld` it is known that they collide in every world: then none that does not is looked for. */
export function outcomeOf(court: Court, settlement: Settlement, inEveryWorld = false): Outcome {
  if (!settlement.self) return CANNOT_COLLIDE;
  const board = boardOf(court, settlement);
  const world = findCollision(court, board);
  if (world === 'too complex') return world;
  if (!world) return CANNOT_COLLIDE;
  if (inEveryWorld) return { world, clears: false };
  const clearWorld = findClearWorld(court, board, undefined);
  if (clearWorld === 'too complex') return clearWorld;
  return { world, clears: clearWorld !== undefined };
}
