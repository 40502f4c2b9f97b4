/** The different words of a text, numbered from 0 in the order they were added. */
export interface Vocabulary {
  readonly size: () => number;
  /** The number of the word at `start` to `end` of the vocabulary's text, which is new or known. */
  readonly add: (start: number, end: number) => number;
  /** The number of a word of another text; -1 if there is none. */
  readonly find: (text: string, start: number, end: number) => number;
  /** The same for words that are spelled otherwise than they stand in the text. */
  readonly addSpelling: (word: string) => number;
  readonly findSpelling: (word: string) => number;
}

/**
 * A hash table of ranges of `text` with open addressing: a `Map` would need a string for each of the words, and
 * making those takes several times as long as the rest. `most` is how many words may be added.
 */
export function createVocabulary(text: string, most: number): Vocabulary {
  const mask = 2 ** Math.ceil(Math.log2(2 * most + 2)) - 1;
  /** A word's number plus one; 0 is free. */
  const slots = new Int32Array(mask + 1);
  const starts = new Int32Array(most);
  const lengths = new Int32Array(most);
  const spellings = new Map<string, number>();
  let size = 0;

  const slotOf = (other: string, start: number, end: number): number => {
    let slot = hash(other, start, end) & mask;
    while (slots[slot] !== 0) {
      const word = slots[slot] - 1;
      if (lengths[word] === end - start && equal(text, starts[word], other, start, end)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  return {
    size: () => size,
    add(start, end) {
      const slot = slotOf(text, start, end);
      if (slots[slot] === 0) {
        starts[size] = start;
        lengths[size] = end - start;
        slots[slot] = ++size;
      }
      return slots[slot] - 1;
    },
    find: (other, start, end) => slots[slotOf(other, start, end)] - 1,
    addSpelling(word) {
      const known = spellings.get(word);
      if (known === undefined) spellings.set(word, size++);
      return known ?? size - 1;
    },
    findSpelling: (word) => spellings.get(word) ?? -1,
  };
}

/** FNV-1a over UTF-16 units. */
function hash(text: string, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let index = start; index < end; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value ^ (value >>> 15);
}

function equal(text: string, at: number, other: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    if (text.charCodeAt(at + index - start) !== other.charCodeAt(index)) return false;
  }
  return true;
}
