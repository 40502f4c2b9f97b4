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
export const letters = new Uint8Array(128).fill(64);
export const NO_LETTER = 64;
for (const [place, letter] of [...'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-'].entries()) {
  letters[letter.charCodeAt(0)] = place;
}

/** Characters an integer. */
export const LETTERS = 5;
/** The text being spelt, in at most so many integers. */
export const LONGEST = 20;
export const spelt = new Int32Array(LONGEST);

/** Where a number is looked for: at the hash of its text, or in the next place that is free. */
let slots = new Uint16Array(1 << 12);
/** By number, {@link RECORD} integers: how many characters, the first two integers of its spelling, where the others end. */
let records = new Int32Array(1 << 13);
const RECORD = 4;
/** Of most texts there is nothing here. */
let others = new Int32Array(1 << 12);

/** The text with a number other than 0. */
export const textOfNumber = (number: number): string => texts[number];

/** The number of what stands from `start` to `end`, all of it letters, few enough to be spelt. */
export function numberOfText(source: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; count++) {
    let integer = 0;
    for (const until = Math.min(at + LETTERS, end); at < until; at++) {
      integer = (integer << 6) | letters[source.charCodeAt(at)];
    }
    spelt[count] = integer;
  }
  return numberOfSpelt(source, start, end, count);
}

/** The same once it is spelt in `count` integers; 0 where it is not kept. */
export function numberOfSpelt(source: string, start: number, end: number, count: number): number {
  const mask = slots.length - 1;
  const length = end - start;
  let slot = hash(count) & mask;
  for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const at = slots[slot] * RECORD;
    if (
      records[at + 1] === spelt[0] &&
      records[at] === length &&
      (count === 1 || (records[at + 2] === spelt[1] && (count === 2 || isSpeltOn(records[at + 3] - count, count))))
    ) {
      return slots[slot];
    }
  }
  return texts.length < MOST ? learn(source.slice(start, end), count, slot) : 0;
}

/** `from`: where the first two integers would be. */
function isSpeltOn(from: number, count: number): boolean {
  for (let at = 2; at < count; at++) if (others[from + at] !== spelt[at]) return false;
  return true;
}

function hash(count: number): number {
  let hash = 0;
  for (let at = 0; at < count; at++) hash = Math.imul(hash ^ spelt[at], 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

function learn(text: string, count: number, slot: number): number {
  const number = texts.length;
  const record = number * RECORD;
  if (record >= records.length) records = twice(records);
  let end = records[record - 1];
  if (end + count > others.length) others = twice(others);
  for (let at = 2; at < count; at++) others[end++] = spelt[at];
  records[record] = text.length;
  records[record + 1] = spelt[0];
  records[record + 2] = spelt[1];
  records[record + 3] = end;
  texts.push(ownText(text));
  slots[slot] = number;
  if (2 * number > slots.length) placeAnew();
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
  slots = new Uint16Array(slots.length * 2);
  const mask = slots.length - 1;
  for (let number = 1; number < texts.length; number++) {
    const record = number * RECORD;
    const count = Math.ceil(records[record] / LETTERS);
    spelt[0] = records[record + 1];
    spelt[1] = records[record + 2];
    for (let at = 2; at < count; at++) spelt[at] = others[records[record + 3] - count + at];
    let slot = hash(count) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = number;
  }
}

function twice(integers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(integers.length * 2);
  more.set(integers);
  return more;
}
