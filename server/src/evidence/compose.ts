import type { TextMap } from './text-map.ts';

/** A starter and what may combine with it: marks, and the vowels and finals of conjoining Hangul. */
const cluster = /[\s\S][\p{M}\u1160-\u11ff]*/gu;

/** Outside these, common, ranges a character may combine with another; within, every text is in Form C already. */
const combining =
  /[^\0-\u02ff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2122\u2190-\u21ff\u2500-\u25ff\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]/;

/** The text in Normalization Form C (UAX #15), with a map back; `map` is absent when it was so already. */
export function compose(text: string): { readonly text: string; readonly map?: TextMap } {
  if (!combining.test(text) || text.normalize('NFC') === text) return { text };
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(cluster)) {
    const composed = match[0].normalize('NFC');
    parts.push(composed);
    const unchanged = composed === match[0];
    for (let index = 0; index < composed.length; index++) {
      starts.push(unchanged ? match.index + index : match.index);
      ends.push(unchanged ? match.index + index + 1 : match.index + match[0].length);
    }
  }
  return { text: parts.join(''), map: { starts: Int32Array.from(starts), ends: Int32Array.from(ends) } };
}
