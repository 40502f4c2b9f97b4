/**
 * What a character is to the lexer. ASCII by table; the rest of the Basic Multilingual Plane by a table that fills
 * itself from Unicode's ID_Start and ID_Continue as characters are met, so that Chinese names cost no regular expression.
 */
const START = 1;
const PART = 2;
const KNOWN = 4;

const classes = new Uint8Array(0x10000);
for (let c = 0; c < 128; c++) {
  const letter = (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95;
  const digit = c >= 48 && c <= 57;
  classes[c] = KNOWN | (letter ? START | PART : 0) | (digit ? PART : 0);
}

function classify(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  const start = /^\p{ID_Start}$/u.test(character) ? START | PART : 0;
  return KNOWN | start | (/^\p{ID_Continue}$/u.test(character) ? PART : 0);
}

function classOf(unit: number): number {
  const known = classes[unit];
  if (known !== 0) return known;
  classes[unit] = classify(unit);
  return classes[unit];
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** UTF-16 units of the identifier character at `i` that has the class `mask`; 0 where there is none. */
function identifierWidth(text: string, i: number, mask: number): number {
  if (i >= text.length) return 0;
  const unit = text.charCodeAt(i);
  if (!isHighSurrogate(unit)) return (classOf(unit) & mask) !== 0 ? 1 : 0;
  const low = text.charCodeAt(i + 1);
  if (!isLowSurrogate(low)) return 0;
  return (classify((unit - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000) & mask) !== 0 ? 2 : 0;
}

/** UTF-16 units (1 or 2) of the character at `i` if a name may start with it, else 0. */
export const identifierStartWidth = (text: string, i: number): number => identifierWidth(text, i, START);
/** UTF-16 units (1 or 2) of the character at `i` if a name may go on with it (hyphens aside), else 0. */
export const identifierPartWidth = (text: string, i: number): number => identifierWidth(text, i, PART);

/** The offset after the name that goes on at `i`: identifier characters, and hyphens followed by one. */
export function endOfName(text: string, i: number): number {
  const length = text.length;
  while (i < length) {
    const unit = text.charCodeAt(i);
    if (unit < 128) {
      if ((classes[unit] & PART) !== 0) i++;
      else if (unit === 45 && identifierPartWidth(text, i + 1) !== 0) i++;
      else return i;
    } else {
      const width = identifierWidth(text, i, PART);
      if (width === 0) return i;
      i += width;
    }
  }
  return i;
}

/** Whether a text is one name, as the language writes them. */
export const isName = (text: string): boolean =>
  identifierStartWidth(text, 0) > 0 && endOfName(text, 0) === text.length;

/** Words as one name: `Acme, Inc.` is `Acme_Inc`; undefined where they make none. */
export function oneName(words: string): string | undefined {
  const name = words.match(/[\p{L}\p{N}_][\p{L}\p{N}_-]*(?<!-)/gu)?.join('_');
  return name !== undefined && isName(name) ? name : undefined;
}

export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** White space beyond ASCII: what Word, browsers and input methods type between words. */
export function isWideSpace(unit: number): boolean {
  switch (unit) {
    case 0xa0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202f:
    case 0x205f:
    case 0x3000:
    case 0xfeff:
      return true;
    default:
      return unit >= 0x2000 && unit <= 0x200a;
  }
}

/** The ASCII character that a full-width or typographic one stands for; 0 for every other. */
export function asciiTwin(unit: number): number {
  switch (unit) {
    case 0xff08: // （
      return 40;
    case 0xff09: // ）
      return 41;
    case 0xff0c: // ，
    case 0x3001: // 、
      return 44;
    case 0xff1d: // ＝
      return 61;
    case 0xff1a: // ：
      return 58;
    case 0xff3b: // ［
      return 91;
    case 0xff3d: // ］
      return 93;
    case 0xff5b: // ｛
      return 123;
    case 0xff5d: // ｝
      return 125;
    case 0xff1c: // ＜
      return 60;
    case 0xff1e: // ＞
      return 62;
    case 0xff05: // ％
      return 37;
    case 0x201c: // “
    case 0x201d: // ”
      return 34;
    default:
      return 0;
  }
}
