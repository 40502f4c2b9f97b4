import type { TextMap } from './text-map.ts';

/** A starter and what may combine with it: marks, and the vowels and finals of conjoining Hangul. */
const cluster = /[\s\S][\p{M}\u1160-\u11ff]*/gu;

/** The text in Normalization Form C (UAX #15), with a map back; `map` is absent when it was so already. */
export function compose(text: string): { readonly text: string; readonly map?: TextMap } {
  if (text.normalize('NFC') === text) return { text };
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
