/** For each UTF-16 unit of a derived text, the half-open range of the text it came from. Absent: nothing was changed. */
export interface TextMap {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** The map of `inner` carried back through `outer`: from the last text straight to the first. */
export function composeMaps(inner: TextMap, outer: TextMap | undefined): TextMap {
  if (outer === undefined) return inner;
  const length = inner.starts.length;
  const starts = new Int32Array(length);
  const ends = new Int32Array(length);
  for (let index = 0; index < length; index++) {
    starts[index] = outer.starts[inner.starts[index]];
    ends[index] = outer.ends[inner.ends[index] - 1];
  }
  return { starts, ends };
}

/** The text of UTF-16 code units, in chunks that fit the stack of a call. */
export function textOfCodes(codes: Uint16Array, length: number): string {
  const chunk = 8192;
  if (length <= chunk) return String.fromCharCode.apply(null, codes.subarray(0, length) as unknown as number[]);
  let text = '';
  for (let from = 0; from < length; from += chunk) {
    const part = codes.subarray(from, Math.min(from + chunk, length));
    text += String.fromCharCode.apply(null, part as unknown as number[]);
  }
  return text;
}
