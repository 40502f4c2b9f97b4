/**
 * The texts of names and dates, each kept once, for all trees: a portfolio writes the same few thousand a million times. Each
 * has a number, so that what is known of it can be kept by that number, and reading a name makes no string.
 *
 * Names and dates of ASCII are written with 64 characters. A text is spelt in integers of five characters each, so that it is
 * found and compared in a few steps.
 */

/** By number. 0 is the number of a text that is not kept. */
const texts: string[] = [''];

/** So many are kept, so that a number fits into two bytes and an editor that is open for weeks does not fill up. */
const MOST = 1 << 16;

/** Of an ASCII character its place among the 64, or {@link NO_LETTER}. */
export const letterCodes = new Uint8Array(128).fill(64);
export const NO_LETTER = 64;
for (const [place, letter] of [...'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-'].entries()) {
  letterCodes[letter.charCodeAt(0)] = place;
}

export const LETTERS_AN_INTEGER = 5;
/** The text being spelt, in at most so many integers. */
export const MOST_INTEGERS = 20;
export const spelt = new Int32Array(MOST_INTEGERS);

/**
 * Where a text is looked for: at its hash, or in the next place that is free. {@link ENTRY} integers a place, side by side, for
 * memory that is far apart is slow: number and length, the first two integers of the spelling, where the others end in `others`.
 */
let entries = new Int32Array(1 << 14);
const ENTRY = 4;
/** Enough for every length. */
const LENGTH_BITS = 7;
const LENGTH = (1 << LENGTH_BITS) - 1;
/** Of most texts there is nothing here. */
let others = new Int32Array(1 << 12);
let othersEnd = 0;

/** The text with a number other than 0. */
export const textOfNumber = (number: number): string => texts[number];

/** The number of what stands from `start` to `end`, all of it letters, few enough to be spelt. */
export function numberOfText(source: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; count++) {
    let integer = 0;
    for (const until = Math.min(at + LETTERS_AN_INTEGER, end); at < until; at++) {
      integer = (integer << 6) | letterCodes[source.charCodeAt(at)];
    }
    spelt[count] = integer;
  }
  return numberOfSpelt(source, start, end, count);
}

/** The same once it is spelt in `count` integers; 0 where it is not kept. */
export function numberOfSpelt(source: string, start: number, end: number, count: number): number {
  // What stands in variables of the module is loaded anew each time it is asked for.
  const table = entries;
  const integers = spelt;
  const mask = table.length - 1;
  const length = end - start;
  const first = integers[0];
  let at = (hash(count) * ENTRY) & mask;
  for (; table[at] !== 0; at = (at + ENTRY) & mask) {
    if (
      table[at + 1] === first &&
      (table[at] & LENGTH) === length &&
      (count === 1 || (table[at + 2] === integers[1] && (count === 2 || isSpeltOn(table[at + 3] - count, count))))
    ) {
      return table[at] >> LENGTH_BITS;
    }
  }
  return texts.length < MOST ? learn(source.slice(start, end), count, at) : 0;
}

/** `from`: where the first two integers would be. */
function isSpeltOn(from: number, count: number): boolean {
  for (let at = 2; at < count; at++) if (others[from + at] !== spelt[at]) return false;
  return true;
}

function hash(count: number): number {
  const integers = spelt;
  let hash = 0;
  for (let at = 0; at < count; at++) hash = Math.imul(hash ^ integers[at], 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

function learn(text: string, count: number, place: number): number {
  const number = texts.length;
  if (othersEnd + count > others.length) others = twice(others);
  for (let at = 2; at < count; at++) others[othersEnd++] = spelt[at];
  entries[place] = (number << LENGTH_BITS) | text.length;
  entries[place + 1] = spelt[0];
  entries[place + 2] = spelt[1];
  entries[place + 3] = othersEnd;
  texts.push(ownText(text));
  if (2 * ENTRY * number > entries.length) placeAnew();
  return number;
}

/** Up to so many characters, the engine of the language copies what is sliced. */
const COPIED = 12;

/** The same text in memory of its own: a longer slice would keep the whole source that it was taken from. */
function ownText(slice: string): string {
  if (slice.length <= COPIED) return slice;
  const units: number[] = [];
  for (let at = 0; at < slice.length; at++) units.push(slice.charCodeAt(at));
  return String.fromCharCode(...units);
}

function placeAnew(): void {
  const old = entries;
  entries = new Int32Array(old.length * 2);
  const mask = entries.length - 1;
  for (let from = 0; from < old.length; from += ENTRY) {
    if (old[from] === 0) continue;
    const count = Math.ceil((old[from] & LENGTH) / LETTERS_AN_INTEGER);
    spelt[0] = old[from + 1];
    spelt[1] = old[from + 2];
    for (let at = 2; at < count; at++) spelt[at] = others[old[from + 3] - count + at];
    let to = (hash(count) * ENTRY) & mask;
    while (entries[to] !== 0) to = (to + ENTRY) & mask;
    for (let at = 0; at < ENTRY; at++) entries[to + at] = old[from + at];
  }
}

function twice(integers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(integers.length * 2);
  more.set(integers);
  return more;
}
