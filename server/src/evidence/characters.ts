/** What a UTF-16 code unit is to the comparing of quotes. */
export const CharacterClass = {
  Other: 1,
  /** A letter or combining mark of a script that puts spaces between words. */
  Letter: 2,
  Digit: 3,
  Space: 4,
  /** Hyphens, dashes and the minus sign. */
  Dash: 5,
  /** Quotation marks and apostrophes of every style. */
  QuoteMark: 6,
  /** Invisible: zero-width and direction marks. */
  Ignored: 7,
  SoftHyphen: 8,
  /** One character that stands for several: ligatures and the ellipsis. */
  Expanding: 9,
  /** A letter of a script without spaces between words: Han, kana, Thai, Lao, Khmer, Burmese. */
  Unspaced: 10,
} as const;

const expansions: ReadonlyMap<number, string> = new Map([
  [0x2026, '...'],
  [0xfb00, 'ff'],
  [0xfb01, 'fi'],
  [0xfb02, 'fl'],
  [0xfb03, 'ffi'],
  [0xfb04, 'ffl'],
  [0xfb05, 'st'],
  [0xfb06, 'st'],
]);

const spaces = /[\s\u0085]/;
const dashes = /[\u002d\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63]/;
// Primes (U+2032, U+2033) are left alone: 10′ and 10″ are different lengths.
const quoteMarks = /["'`\u00ab\u00b4\u00bb\u02bc\u2018-\u201f\u2039\u203a\u300c-\u300f\u301d-\u301f]/;
const ignored = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u;
const digits = /\p{Nd}/u;
const letters = /[\p{L}\p{M}\p{Nl}]/u;

/** Filled as characters are met: classifying all 65,536 at start-up would cost more than most runs. */
const known = new Uint8Array(0x10000);

export function characterClass(code: number): number {
  const found = known[code];
  if (found !== 0) return found;
  known[code] = classify(code);
  return known[code];
}

function classify(code: number): number {
  if (expansions.has(code)) return CharacterClass.Expanding;
  // Lead surrogates of the supplementary ideographic planes.
  if (code >= 0xd840 && code <= 0xd88f) return CharacterClass.Unspaced;
  const character = String.fromCharCode(code);
  if (ignored.test(character)) return CharacterClass.Ignored;
  if (spaces.test(character)) return CharacterClass.Space;
  if (dashes.test(character)) return CharacterClass.Dash;
  if (quoteMarks.test(character)) return CharacterClass.QuoteMark;
  if (code === 0xad) return CharacterClass.SoftHyphen;
  if (digits.test(character)) return CharacterClass.Digit;
  if (unspaced.test(character)) return CharacterClass.Unspaced;
  return letters.test(character) ? CharacterClass.Letter : CharacterClass.Other;
}

/** What a ligature or an ellipsis stands for. */
export function expansionOf(code: number): string {
  return expansions.get(code) ?? '';
}

/** The ASCII twin of a full-width form; the code itself otherwise. */
export function unwiden(code: number): number {
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  if (code === 0xffe0) return 0xa2;
  if (code === 0xffe1) return 0xa3;
  if (code === 0xffe5) return 0xa5;
  return code;
}

export function isLetter(code: number): boolean {
  return characterClass(code) === CharacterClass.Letter;
}

export function isDigit(code: number): boolean {
  return characterClass(code) === CharacterClass.Digit;
}

/** A letter or digit of a script that puts spaces between words. */
export function isWordCharacter(code: number): boolean {
  const kind = characterClass(code);
  return kind === CharacterClass.Letter || kind === CharacterClass.Digit;
}

export function isSpace(code: number): boolean {
  return characterClass(code) === CharacterClass.Space;
}

/** White space next to these is layout, not a space between words: ideographs, kana and their punctuation. */
export function takesNoSpace(code: number): boolean {
  return characterClass(code) === CharacterClass.Unspaced || (code >= 0x3001 && code <= 0x303f);
}
