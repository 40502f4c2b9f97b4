import {
  CharacterClass,
  characterClass,
  expansionOf,
  isDigit,
  isLetter,
  isSpace,
  takesNoSpace,
  unwiden,
} from './characters.ts';
import { type TextMap, textOfCodes } from './text-map.ts';

/**
 * A text as quotes are compared: what typists, typesetters and word processors vary is folded away, letter case is not.
 *
 * - White space: one space; none at the ends, next to a dash, or next to an ideograph.
 * - Quotation marks and apostrophes: `'`, a run of them (`''`, "'“") being one.
 * - A hyphen between letters: taken out, and its place kept in `joins`. So a word broken at the end of a line reads
 *   like one that is not, and a quote of `exclusive` does not start at a word in `non-exclusive`.
 * - A dash between numbers, or tight between a letter and a digit (`A-1`, `12-month`): `-`. Every other dash: `—`.
 * - Ligatures and the ellipsis: spelled out. Soft hyphens and invisible marks: gone. Full-width forms: ASCII.
 */
export interface FoldedText extends TextMap {
  readonly text: string;
  /**
   * The hyphens taken out, in order: twice the offset in `text` of the letter after, plus one if the hyphen ended a
   * line, where nobody knows whether it belongs to the word.
   */
  readonly joins: Int32Array;
}

const APOSTROPHE = 0x27;
const BINDING_DASH = 0x2d;
const FREE_DASH = 0x2014;
const SPACE = 0x20;
/** "short- and long-term": the hyphen stands for the rest of a word and does not break it. */
const suspended = /(?:and|or|to|nor|und|oder|bis|et|ou)\b|[&/]/y;

interface Output {
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly joins: number[];
  size: number;
  /** Where white space not yet written starts and ends; -1 when there is none. */
  spaceStart: number;
  spaceEnd: number;
}

/** Folds a text in Normalization Form C. The map goes back to `text`, in UTF-16 offsets. */
export function fold(text: string): FoldedText {
  const output = createOutput(text);
  const length = text.length;
  let index = 0;
  while (index < length) {
    const code = unwiden(text.charCodeAt(index));
    switch (characterClass(code)) {
      case CharacterClass.Space:
        if (output.spaceStart < 0) output.spaceStart = index;
        output.spaceEnd = ++index;
        break;
      case CharacterClass.Dash:
        index = foldDash(output, text, index, code);
        break;
      case CharacterClass.QuoteMark:
        foldQuoteMark(output, index++);
        break;
      case CharacterClass.SoftHyphen:
        index = foldSoftHyphen(output, text, index);
        break;
      case CharacterClass.Ignored:
        index++;
        break;
      case CharacterClass.Expanding:
        for (const letter of expansionOf(code)) emit(output, letter.charCodeAt(0), index, index + 1);
        index++;
        break;
      default:
        emit(output, code, index, ++index);
    }
  }
  return {
    text: textOfCodes(output.codes, output.size),
    starts: output.starts.slice(0, output.size),
    ends: output.ends.slice(0, output.size),
    joins: Int32Array.from(output.joins),
  };
}

function createOutput(text: string): Output {
  let capacity = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7f && characterClass(code) === CharacterClass.Expanding) capacity += 2;
  }
  return {
    codes: new Uint16Array(capacity),
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    joins: [],
    size: 0,
    spaceStart: -1,
    spaceEnd: -1,
  };
}

function emit(output: Output, code: number, start: number, end: number): void {
  if (output.spaceStart >= 0) {
    const before = output.size === 0 ? 0 : output.codes[output.size - 1];
    const layout = before === 0 || before === BINDING_DASH || before === FREE_DASH || takesNoSpace(before);
    if (!layout && !takesNoSpace(code)) push(output, SPACE, output.spaceStart, output.spaceEnd);
    output.spaceStart = -1;
  }
  push(output, code, start, end);
}

function push(output: Output, code: number, start: number, end: number): void {
  output.codes[output.size] = code;
  output.starts[output.size] = start;
  output.ends[output.size++] = end;
}

function foldQuoteMark(output: Output, index: number): void {
  const last = output.size - 1;
  const follows = last >= 0 && output.codes[last] === APOSTROPHE && output.ends[last] === index;
  if (follows) output.ends[last] = index + 1;
  else emit(output, APOSTROPHE, index, index + 1);
}

/** Folds the run of dashes at `index`; returns the offset after what it took. */
function foldDash(output: Output, text: string, index: number, code: number): number {
  let end = index + 1;
  while (end < text.length && characterClass(unwiden(text.charCodeAt(end))) === CharacterClass.Dash) end++;
  const before = output.size === 0 ? 0 : output.codes[output.size - 1];
  const next = skipSpace(text, end);
  const after = next < text.length ? unwiden(text.charCodeAt(next)) : 0;
  const tightBefore = output.spaceStart < 0;
  const hyphen = end === index + 1 && code < FREE_DASH && tightBefore;
  if (hyphen && isLetter(before) && isLetter(after)) {
    if (next === end || brokenWord(text, before, code, end, next)) {
      output.joins.push(output.size * 2 + (next === end ? 0 : 1));
      return next;
    }
  }
  const tight = hyphen && (next === end || bindsOverSpace(output, text, code, next));
  const numbers = isDigit(before) && isDigit(after);
  const wordAndNumber = (isDigit(before) && isLetter(after)) || (isLetter(before) && isDigit(after));
  emitDash(output, numbers || (tight && wordAndNumber) ? BINDING_DASH : FREE_DASH, index, end);
  return end;
}

function emitDash(output: Output, code: number, start: number, end: number): void {
  output.spaceStart = -1;
  const last = output.size - 1;
  if (last >= 0 && (output.codes[last] === BINDING_DASH || output.codes[last] === FREE_DASH)) output.ends[last] = end;
  else push(output, code, start, end);
}

/** Whether the white space after a hyphen next to a digit, up to `next`, is a line broken within `12-month`. */
function bindsOverSpace(output: Output, text: string, code: number, next: number): boolean {
  if (!isHyphen(code) || isSuspended(text, next) || text[next] !== text[next]?.toLowerCase()) return false;
  let first = output.size - 1;
  while (first > 0 && isDigit(output.codes[first])) first--;
  // "-8-" is the number of a page.
  return output.codes[first] !== BINDING_DASH && output.codes[first] !== FREE_DASH;
}

/** Whether the white space in `text` from `from` to `to`, after a hyphen, lies within a word. */
function brokenWord(text: string, before: number, code: number, from: number, to: number): boolean {
  if (!isHyphen(code) || isSuspended(text, to)) return false;
  if (/[\n\r\f\v\u2028\u2029]/.test(text.slice(from, to))) return true;
  const after = text[to];
  const upper = String.fromCharCode(before);
  return after !== after.toUpperCase() || (upper !== upper.toLowerCase() && after !== after.toLowerCase());
}

function foldSoftHyphen(output: Output, text: string, index: number): number {
  const next = skipSpace(text, index + 1);
  const letterBefore = output.spaceStart < 0 && output.size > 0 && isLetter(output.codes[output.size - 1]);
  if (next === index + 1 || next === text.length || !letterBefore || !isLetter(text.charCodeAt(next))) return index + 1;
  output.joins.push(output.size * 2 + 1);
  return next;
}

function skipSpace(text: string, from: number): number {
  let index = from;
  while (index < text.length && isSpace(text.charCodeAt(index))) index++;
  return index;
}

function isHyphen(code: number): boolean {
  return code === BINDING_DASH || code === 0x2010 || code === 0x2011;
}

function isSuspended(text: string, from: number): boolean {
  suspended.lastIndex = from;
  return suspended.test(text);
}
