import { CharacterClass, characterClass } from './characters.ts';

/**
 * Where phrases of a text may start: a hash of the letters at each start of a word, or at each letter of a script without
 * spaces. It finds all occurrences of a longer phrase without a walk through the text.
 */
export interface PhraseIndex {
  /** Every place where `phrase` stands, ascending; undefined if it is too short to be looked up. */
  readonly find: (phrase: string) => readonly number[] | undefined;
}

/** Letters hashed at a start, in UTF-16 units. */
const LENGTH = 10;
/** Starts within a phrase that are tried for the one with fewest places. */
const MOST_TRIED = 12;

export function phraseIndex(text: string): PhraseIndex {
  const starts = startsOf(text, Infinity);
  const mask = 2 ** Math.ceil(Math.log2(starts.length + 2)) - 1;
  /** For each hash the last start with it plus one, and for each start the one before with the same hash, plus one. */
  const last = new Int32Array(mask + 1);
  const before = new Int32Array(starts.length);
  const counts = new Uint16Array(mask + 1);
  starts.forEach((start, index) => {
    const slot = hash(text, start) & mask;
    before[index] = last[slot];
    last[slot] = index + 1;
    if (counts[slot] < 0xffff) counts[slot]++;
  });
  return {
    find: (phrase) => {
      let [offset, slot] = [-1, -1];
      for (const start of startsOf(phrase, MOST_TRIED)) {
        const other = hash(phrase, start) & mask;
        if (offset < 0 || counts[other] < counts[slot]) [offset, slot] = [start, other];
      }
      if (offset < 0) return undefined;
      const found: number[] = [];
      for (let index = last[slot]; index > 0; index = before[index - 1]) {
        const at = starts[index - 1] - offset;
        if (at >= 0 && text.startsWith(phrase, at)) found.push(at);
      }
      return found.reverse();
    },
  };
}

/** The starts of words with enough letters behind them, at most so many. Not the first: a phrase may start within a word. */
function startsOf(text: string, most: number): readonly number[] {
  const starts: number[] = [];
  const end = text.length - LENGTH;
  for (let at = 1; at <= end && starts.length < most; at++) {
    if (text.charCodeAt(at - 1) === 0x20 || isUnspaced(text.charCodeAt(at))) starts.push(at);
  }
  return starts;
}

const isUnspaced = (code: number): boolean => code > 0x7f && characterClass(code) === CharacterClass.Unspaced;

/** FNV-1a over UTF-16 units. */
function hash(text: string, start: number): number {
  let value = 0x811c9dc5;
  for (let at = start; at < start + LENGTH; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value ^ (value >>> 15);
}
