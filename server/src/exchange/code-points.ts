/**
 * Positions of W3C annotations and of CUAD count Unicode code points, ours UTF-16 units. Equal as long as a text has no
 * character beyond the Basic Multilingual Plane before the place.
 */
export interface CodePoints {
  /** The code points before a UTF-16 offset. */
  readonly countAt: (offset: number) => number;
  /** The UTF-16 offset behind so many code points; the text's length where it has fewer. */
  readonly offsetOf: (count: number) => number;
}

export function codePointsOf(text: string): CodePoints {
  // UTF-16 offsets of the second halves of surrogate pairs, ascending.
  const seconds: number[] = [];
  for (let index = 0; index < text.length - 1; index++) {
    if (text.charCodeAt(index) < 0xd800 || text.charCodeAt(index) > 0xdbff) continue;
    const low = text.charCodeAt(index + 1);
    if (low >= 0xdc00 && low <= 0xdfff) seconds.push(++index);
  }
  const before = (isBefore: (second: number, index: number) => boolean): number => {
    let [low, high] = [0, seconds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(seconds[middle], middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    countAt: (offset) => offset - before((second) => second < offset),
    offsetOf: (count) => Math.min(text.length, count + before((second, index) => second - index <= count)),
  };
}
