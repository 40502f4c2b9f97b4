import { CharacterClass, characterClass, isDigit, isLetter, isWordCharacter } from './characters.ts';

/**
 * Whether an edge of a quote at `offset` of a folded text would cut through a word or a number. A quote that does is
 * not the passage: "10 days" is not in "110 days", "able" not in "unable", "$5" neither in "$50" nor in "$5 million".
 *
 * Words are those of UAX #29, with these differences: a possessive may be cut off (the "Company" of "Company's"), an
 * elided article too ("l'accord"); an amount keeps its currency sign, percent sign and scale ("million"). Scripts
 * without spaces between words have no such edges, but their numerals are kept whole, and see {@link followsNegation}.
 * Where the quote itself starts or ends with punctuation there is nothing to cut, unless it stands inside a number.
 */
export function cutsWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  if (isWordCharacter(before) && isWordCharacter(after)) return true;
  return (
    cutsUnspaced(text, offset, before, after) ||
    cutsNumber(text, offset, before, after) ||
    cutsContraction(text, offset, before, after) ||
    cutsAmount(text, offset, before, after)
  );
}

/** The Chinese and Japanese numerals, in both styles of writing. */
const numerals = /[〇零一二三四五六七八九十百千万萬亿億兆两兩壹贰叁肆伍陆柒捌玖拾佰仟]/;
const scales = /[十百千万萬亿億兆]/;
const inflectedNegation = /^(?:ない|なか|なく|なけ|ません|ざる|ず(?!つ)|ぬ)/;

function cutsUnspaced(text: string, offset: number, before: number, after: number): boolean {
  if (characterClass(after) !== CharacterClass.Unspaced) return false;
  if (isDigit(before)) return scales.test(text[offset]);
  if (characterClass(before) !== CharacterClass.Unspaced) return false;
  if (numerals.test(text[offset - 1]) && numerals.test(text[offset])) return true;
  return inflectedNegation.test(text.slice(offset, offset + 3));
}

/** `.`, `,`, `:`, `/`, `'` and `-` between digits are part of the number; a tight `-` binds letters to digits. */
function cutsNumber(text: string, offset: number, before: number, after: number): boolean {
  const next = text.charCodeAt(offset + 1);
  const previous = text.charCodeAt(offset - 2);
  if (isWordCharacter(before) && text[offset] === '-') return isWordCharacter(next);
  if (text[offset - 1] === '-' && isWordCharacter(after)) return isWordCharacter(previous);
  if (isDigit(before) && isNumberSeparator(after)) return isDigit(next);
  return isNumberSeparator(before) && isDigit(after) && isDigit(previous);
}

function isNumberSeparator(code: number): boolean {
  return code === 0x2e || code === 0x2c || code === 0x3a || code === 0x2f || code === 0x27;
}

const possessive = /^'s(?![\p{L}\p{N}'])/iu;
const contracted = /^(?:s|t|d|m|ll|re|ve)(?![\p{L}\p{N}])/iu;

function cutsContraction(text: string, offset: number, before: number, after: number): boolean {
  if (text[offset] === "'" && isLetter(before)) {
    return isLetter(text.charCodeAt(offset + 1)) && !possessive.test(text.slice(offset, offset + 3));
  }
  if (text[offset - 1] !== "'" || !isLetter(after) || !isLetter(text.charCodeAt(offset - 2))) return false;
  return contracted.test(text.slice(offset, offset + 3));
}

const scaleWord = /^ ?(?:(?:hundred|thousand|million|billion|trillion|bn|mn|percent|per cent)(?![\p{L}\p{N}])|[%‰])/iu;
const currency = /\p{Sc}/u;
const currencyBefore = /\p{Sc} ?$/u;

function cutsAmount(text: string, offset: number, before: number, after: number): boolean {
  if (currency.test(text[offset]) && isLetter(before)) return true;
  if (isDigit(after) && currencyBefore.test(text.slice(Math.max(0, offset - 2), offset))) return true;
  if (isDigit(before)) return scaleWord.test(text.slice(offset, offset + 12));
  const spaced = text[offset - 1] === ' ' && isDigit(text.charCodeAt(offset - 2));
  return spaced && scaleWord.test(text.slice(offset, offset + 12));
}

const prefixedNegation = /(?:(?<!除)非|[不无無未勿毋莫沒没]|(?<![\p{L}])non )$/iu;
const koreanNegation = /(?<![\p{L}])[비불미무]$/u;

/**
 * Whether the text before `offset` turns what follows into its opposite within the same word, where no edge shows it:
 * 不得转让 ("must not assign") quoted from 得, 非独占 ("non-exclusive") from 独, "non exclusive" from "exclusive".
 */
export function followsNegation(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 5), offset);
  return prefixedNegation.test(before) || koreanNegation.test(before);
}

/** The range grown until neither edge cuts a word or number, nor leaves its negation out. */
export function wholeWords(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  let from = start;
  let to = end;
  while (from > 0 && (cutsWord(text, from) || followsNegation(text, from))) from--;
  while (to < text.length && cutsWord(text, to)) to++;
  return { start: from, end: to };
}
