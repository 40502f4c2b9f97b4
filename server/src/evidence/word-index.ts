import { CharacterClass, characterClass, isDigit, isLetter, isWordCharacter } from './characters.ts';
import type { FoldedText } from './fold.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** Words, numbers and punctuation marks of a folded text, in order. Offsets are UTF-16 into that text. */
export interface Words {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly count: number;
}

/** Where each word of a text occurs. Words that differ in letter case only are the same word here. */
export interface WordIndex extends Words {
  readonly ids: Int32Array;
  readonly vocabulary: Vocabulary;
  /** The positions of word `id` are `positions[first[id]]` up to `positions[first[id + 1]]`, ascending. */
  readonly first: Int32Array;
  readonly positions: Int32Array;
}

/** Splits at white space and around punctuation; `2.1`, `$`, `can't` and a single ideograph are one each. */
export function splitWords(text: string): Words {
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  let count = 0;
  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === 0x20) {
      index++;
      continue;
    }
    starts[count] = index;
    index = isWordCharacter(code) ? wordEnd(text, index + 1) : symbolEnd(code, index);
    ends[count++] = index;
  }
  return { starts: starts.slice(0, count), ends: ends.slice(0, count), count };
}

function symbolEnd(code: number, index: number): number {
  return code >= 0xd800 && code <= 0xdbff ? index + 2 : index + 1;
}

function wordEnd(text: string, from: number): number {
  let index = from;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (!isWordCharacter(code)) {
      const before = text.charCodeAt(index - 1);
      const after = text.charCodeAt(index + 1);
      const inNumber = isDigit(before) && isDigit(after) && /[.,:/]/.test(text[index]);
      const inWord = text[index] === "'" && isLetter(before) && isLetter(after);
      const bound = text[index] === '-' && isWordCharacter(after);
      if (!inNumber && !inWord && !bound) return index;
    }
    index++;
  }
  return index;
}

export function isPunctuation(code: number): boolean {
  return !isWordCharacter(code) && characterClass(code) !== CharacterClass.Unspaced;
}

const indexes = new WeakMap<object, WordIndex>();

/** The index of a source, made when a quote is first missing from it and kept as long as the source is. */
export function wordIndex(source: Pick<FoldedText, 'text' | 'joins'>): WordIndex {
  const known = indexes.get(source);
  if (known !== undefined) return known;
  const made = indexWords(source);
  indexes.set(source, made);
  return made;
}

function indexWords({ text, joins }: Pick<FoldedText, 'text' | 'joins'>): WordIndex {
  const words = splitWords(text);
  const lower = lowerCase(text);
  const vocabulary = createVocabulary(lower, words.count);
  const spell = speller(lower, joins);
  const ids = new Int32Array(words.count);
  for (let word = 0; word < words.count; word++) {
    const spelling = spell(words.starts[word], words.ends[word]);
    ids[word] =
      spelling === undefined ? vocabulary.add(words.starts[word], words.ends[word]) : vocabulary.addSpelling(spelling);
  }
  return { ...words, ids, vocabulary, ...positionsById(ids, vocabulary.size()) };
}

function positionsById(ids: Int32Array, size: number): Pick<WordIndex, 'first' | 'positions'> {
  const first = new Int32Array(size + 1);
  for (const id of ids) first[id + 1]++;
  for (let id = 0; id < size; id++) first[id + 1] += first[id];
  const next = first.slice();
  const positions = new Int32Array(ids.length);
  ids.forEach((id, word) => {
    positions[next[id]++] = word;
  });
  return { first, positions };
}

/** The ids of a text's words in the vocabulary of another; words it lacks are -1. */
export function wordIds(
  piece: Pick<FoldedText, 'text' | 'joins'>,
  words: Words,
  { vocabulary }: WordIndex,
): Int32Array {
  const lower = lowerCase(piece.text);
  const spell = speller(lower, piece.joins);
  return words.starts.map((start, word) => {
    const spelling = spell(start, words.ends[word]);
    return spelling === undefined ? vocabulary.find(lower, start, words.ends[word]) : vocabulary.findSpelling(spelling);
  });
}

/** Lower case, unit by unit where a letter's lower case is longer: offsets must stay. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}

/**
 * The spelling of a word with the hyphens that were taken out of it, but for those at the end of a line; undefined if
 * there were none. Words must be asked for in order.
 */
function speller(text: string, joins: Int32Array): (start: number, end: number) => string | undefined {
  let join = 0;
  return (start, end) => {
    let spelling = '';
    let from = start;
    for (; join < joins.length && joins[join] >> 1 < end; join++) {
      if ((joins[join] & 1) === 1) continue;
      spelling += `${text.slice(from, joins[join] >> 1)}-`;
      from = joins[join] >> 1;
    }
    return from === start ? undefined : spelling + text.slice(from, end);
  };
}
