/**
 * Room for the integers of many trees. A buffer for each tree would cost more than what is in it; a buffer for many lives
 * as long as any of them, which is right for trees that are parsed, and let go, together.
 */
export interface TreeRoom {
  /** A copy of the first integers of `source`. */
  readonly keep: (source: Int32Array, count: number) => Int32Array;
}

const BLOCK = 1 << 18;
/** What is larger gets a buffer of its own. */
const LARGE = BLOCK >> 3;

export function createTreeRoom(): TreeRoom {
  let block = new Int32Array(0);
  let used = 0;
  return {
    keep: (source, count) => {
      if (count > LARGE) return source.slice(0, count);
      if (used + count > block.length) {
        block = new Int32Array(BLOCK);
        used = 0;
      }
      const kept = new Int32Array(block.buffer, used * Int32Array.BYTES_PER_ELEMENT, count);
      kept.set(count === source.length ? source : source.subarray(0, count));
      used += count;
      return kept;
    },
  };
}
