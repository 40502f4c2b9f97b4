/** Integers of a tree, in as few bits as all of them fit into. */
export type TreeIntegers = Uint16Array | Int32Array;

/**
 * Room for the integers of many trees. A buffer for each tree would cost more than what is in it; a buffer for many lives
 * as long as any of them, which is right for trees that are parsed, and let go, together.
 */
export interface TreeArena {
  /** A copy of some integers, none negative; `largest`: what none of them is above. */
  readonly keep: (source: Int32Array, largest: number) => TreeIntegers;
}

/** In bytes, as what follows. */
const BLOCK = 1 << 20;
/** What is larger gets a buffer of its own. */
const LARGE = BLOCK >> 3;

export function createTreeArena(): TreeArena {
  let block = new ArrayBuffer(0);
  let used = 0;
  return {
    keep: (source, largest) => {
      const size = source.length * (isNarrow(largest) ? 2 : 4);
      if (size > LARGE) return ownCopy(source, largest);
      if (used + size > block.byteLength) {
        block = new ArrayBuffer(BLOCK);
        used = 0;
      }
      const kept = isNarrow(largest)
        ? new Uint16Array(block, used, source.length)
        : new Int32Array(block, used, source.length);
      kept.set(source);
      // The next may need four bytes each.
      used = (used + size + 3) & ~3;
      return kept;
    },
  };
}

/** The same for a tree that is kept by itself. */
export const ownCopy = (source: Int32Array, largest: number): TreeIntegers =>
  isNarrow(largest) ? new Uint16Array(source) : source.slice();

const isNarrow = (largest: number): boolean => largest < 1 << 16;
