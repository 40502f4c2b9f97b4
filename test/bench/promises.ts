/**
 * The clauses of a generated portfolio as its generator knows them: one row a clause, in the order of the texts. The
 * peers of the conflict benchmark get these prepared columns; only the engine has to find them out from the text.
 */
export interface Promises {
  readonly count: number;
  /** Who promises. */
  readonly by: Int32Array;
  /** To whom; in a permission and a duty also the one dealt with. */
  readonly to: Int32Array;
  /** The scope's interval in the preorder of the scope tree: first term, and the one after its last descendant. */
  readonly scopeStart: Int32Array;
  readonly scopeEnd: Int32Array;
  /** One bit a territory; see `vocabulary.ts`. */
  readonly territories: Int32Array;
  readonly channels: Int32Array;
  /** Days since 1970-01-01, both included; `NO_END` where the end may never come. */
  readonly from: Int32Array;
  readonly until: Int32Array;
  /** Of `Effect`; 0 for a clause that only records. */
  readonly effects: Uint8Array;
}

export const Effect = { permits: 1, excludes: 2, forbids: 4, obliges: 8 } as const;
export const RESTRAINS = Effect.excludes | Effect.forbids;
export const USES = Effect.permits | Effect.obliges;
export const NO_END = 0x3fff_ffff;

export function allocatePromises(count: number): Promises {
  return {
    count,
    by: new Int32Array(count),
    to: new Int32Array(count),
    scopeStart: new Int32Array(count),
    scopeEnd: new Int32Array(count),
    territories: new Int32Array(count),
    channels: new Int32Array(count),
    from: new Int32Array(count),
    until: new Int32Array(count),
    effects: new Uint8Array(count),
  };
}

/** Whether the regions of two clauses share a use, whoever is dealt with. */
export function overlap(p: Promises, a: number, b: number): boolean {
  return (
    p.scopeStart[a] < p.scopeEnd[b] &&
    p.scopeStart[b] < p.scopeEnd[a] &&
    p.from[a] <= p.until[b] &&
    p.from[b] <= p.until[a] &&
    (p.territories[a] & p.territories[b]) !== 0 &&
    (p.channels[a] & p.channels[b]) !== 0
  );
}

/**
 * Whether the restraint `r` rules out, for its promisor, a part of what the clause `c` lets, demands or offers
 * (language.md §8, regions apart). The holder of every generated exclusive is its `to`.
 */
export function meets(p: Promises, r: number, c: number): boolean {
  const restraint = p.effects[r];
  const use = p.effects[c];
  const party = p.by[r];
  if (p.by[c] === party) {
    if ((use & USES) === 0) return false;
    return (restraint & Effect.forbids) !== 0 || ((restraint & Effect.excludes) !== 0 && p.to[c] !== p.to[r]);
  }
  // By someone else, to the promisor: met by what forbids; generated exclusives permit too, so they do not meet it.
  return (restraint & Effect.forbids) !== 0 && (use & USES) !== 0 && p.to[c] === party;
}

/** Whether two clauses collide in some world: the verdict is *conflict* or *depends*. */
export function collide(p: Promises, a: number, b: number): boolean {
  return overlap(p, a, b) && (meets(p, a, b) || meets(p, b, a));
}
