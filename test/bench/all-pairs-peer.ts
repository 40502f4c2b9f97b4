import { Effect, type Promises, RESTRAINS, USES } from './promises.ts';

/**
 * Every clause against every later one, over typed arrays: the loop that an index has to beat. The tests of `collide`
 * are written out here, cheapest and most selective first; the outer clause's columns are read once.
 */
export function collideAllPairs(p: Promises): number[] {
  const { count, by, to, scopeStart, scopeEnd, territories, channels, from, until, effects } = p;
  const pairs: number[] = [];
  for (let a = 0; a < count; a++) {
    const effectsA = effects[a];
    const byA = by[a];
    const toA = to[a];
    const startA = scopeStart[a];
    const endA = scopeEnd[a];
    const fromA = from[a];
    const untilA = until[a];
    const territoriesA = territories[a];
    const channelsA = channels[a];
    for (let b = a + 1; b < count; b++) {
      const sameParty = by[b] === byA;
      if (!sameParty && to[b] !== byA && by[b] !== toA) continue;
      if (scopeStart[b] >= endA || scopeEnd[b] <= startA) continue;
      if (from[b] > untilA || until[b] < fromA) continue;
      if ((territories[b] & territoriesA) === 0 || (channels[b] & channelsA) === 0) continue;
      const effectsB = effects[b];
      if (((effectsA | effectsB) & RESTRAINS) === 0) continue;
      if (
        sameParty
          ? rulesOut(effectsA, effectsB, toA !== to[b]) || rulesOut(effectsB, effectsA, toA !== to[b])
          : (to[b] === byA && (effectsA & Effect.forbids) !== 0 && (effectsB & USES) !== 0) ||
            (toA === by[b] && (effectsB & Effect.forbids) !== 0 && (effectsA & USES) !== 0)
      ) {
        pairs.push(a, b);
      }
    }
  }
  return pairs;
}

function rulesOut(restraint: number, use: number, otherHolder: boolean): boolean {
  if ((use & USES) === 0) return false;
  return (restraint & Effect.forbids) !== 0 || ((restraint & Effect.excludes) !== 0 && otherHolder);
}
