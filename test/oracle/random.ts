/** A small seeded source of chance, so that every scenario can be replayed from its seed. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number;
  /** True with this probability. */
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  /** One of the items, in proportion to its weight. */
  readonly weighted: <T>(items: readonly (readonly [T, number])[]) => T;
  /** Some of the items, at most `count`, in random order. */
  readonly some: <T>(items: readonly T[], count: number) => T[];
}

/** The mulberry32 generator. */
export function randomFrom(seed: number): Random {
  let state = (seed * 0x9e3779b1 + 0x7f4a7c15) | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const some = <T>(items: readonly T[], count: number): T[] => {
    const left = [...items];
    const taken: T[] = [];
    while (taken.length < count && left.length > 0) taken.push(...left.splice(below(left.length), 1));
    return taken;
  };
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (items) => items[below(items.length)],
    weighted: (items) => {
      let rest = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        rest -= weight;
        if (rest < 0) return item;
      }
      return items[items.length - 1][0];
    },
    some,
  };
}
