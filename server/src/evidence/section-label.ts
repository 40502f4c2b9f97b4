/**
 * The number or name that opens a section: `2.1`, `Section 2.1`, `§ 2.1`, `ARTICLE IV`, `(a)`, `Schedule A`, `第三条`.
 */
export interface SectionLabel {
  /**
   * `part`: a schedule, exhibit, annex …; `article`: an article or chapter, which groups sections that carry its number
   * themselves or start anew; `section`: a decimal number, complete in itself (`2.1` is within `2`); `item`: one of a
   * list, numbered within what it stands in.
   */
  readonly kind: 'part' | 'article' | 'section' | 'item';
  /** `['2', '1']`; Roman numerals and number words of articles and sections as digits; `['exhibit a']`. */
  readonly path: readonly string[];
  /** Of an item: how it is written, `(a)`, `(i)`, `A.`; items of one list share it. */
  readonly style?: string;
  /** As written: `ARTICLE IV`, `2.1`, `(a)`. */
  readonly written: string;
  /** How many UTF-16 units it takes, with the punctuation after it. */
  readonly length: number;
}

const numberWords =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

const part =
  /^(exhibit|schedule|annex|appendix|attachment|addendum|anlage|anhang)[ \t]+["'“”‘’(]?([A-Z]{1,2}(?:-\d{1,3})?|\d{1,3}(?:\.\d{1,3})*|[IVXLC]+)["'“”‘’)]?(?![\w])[ \t]*[.:–—-]?/i;
const grouping =
  /^(article|artikel|chapter|part|title)[ \t]+(\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,7}|[A-Za-z]{3,9})(?!\w)[.:]?/i;
const named =
  /^(?:(?:section|sec\.|clause|paragraph|para\.|abschnitt|ziffer)[ \t]+|§§?[ \t]*)(\d{1,3}[a-z]?(?:\.\d{1,3}){0,5}|[IVXLC]{1,7}|[A-Za-z]{3,9})(?!\w)[.:)]?/i;
const decimal = /^(\d{1,3}(?:\.\d{1,3}){0,5})([.):]?)(?=\s|$|["“”(A-Z\p{Script=Han}])/u;
const item = /^(\(?)([a-z]{1,2}|[ivxl]{1,6}|[A-Z]|[IVX]{1,5}|\d{1,2})(\)|\.)(?=\s|$|["“”A-Z\p{Script=Han}])/u;
const chinese = /^第([〇零一二三四五六七八九十百\d]{1,6})([条條章节節])/;
/** What may follow a label where it heads a section; "Section 2.1 of the Agreement shall" is a mention. */
const opensTitle = /^[ \t]*(?:$|["“”‘’'([*_$–—-]|\p{Lu}|\p{Script=Han}|\p{Nd})/u;

/**
 * The label that `line` starts with, white space before it taken off, unless it is a mention or part of a sentence. In
 * a line that the format marks as a heading (`marked`) any number will do.
 */
export function sectionLabel(line: string, marked = false): SectionLabel | undefined {
  const label = namedLabel(line) ?? chineseLabel(line) ?? numberLabel(line, marked);
  if (label === undefined || marked || opensTitle.test(line.slice(label.length))) return label;
  // Items may go on in lower case, and so may what else is numbered: then it is an item.
  if (label.kind === 'item') return label.written.endsWith(')') ? label : undefined;
  // No amount has three parts: `10.2.2 there is no dispute`.
  if (label.kind === 'section' && label.path.length > 2) return label;
  return label.path.length === 1 && /^\d+\.\s/.test(line) ? asItem(label) : undefined;
}

/** A single number taken as that of a list item, `1.`. */
export function asItem(label: SectionLabel): SectionLabel {
  return { ...label, kind: 'item', style: itemStyle('', label.path[0], '.') };
}

function namedLabel(line: string): SectionLabel | undefined {
  const found = part.exec(line) ?? grouping.exec(line);
  if (found !== null) {
    const word = found[1].toLowerCase();
    const written = found[0].replace(/[ \t.:–—-]+$/, '');
    if (part.test(line)) {
      // "Schedule of Fees" is a title, "Exhibit to" a mention.
      if (!/^[A-Z\d]/.test(found[2])) return undefined;
      return { kind: 'part', path: [`${word} ${found[2].toLowerCase()}`], written, length: found[0].length };
    }
    const path = numberPath(found[2]);
    return path && { kind: 'article', path, written, length: found[0].length };
  }
  const section = named.exec(line);
  const path = section === null ? undefined : numberPath(section[1]);
  if (section === null || path === undefined) return undefined;
  return { kind: 'section', path, written: path.join('.'), length: section[0].length };
}

function chineseLabel(line: string): SectionLabel | undefined {
  const found = chinese.exec(line);
  const number = found === null ? undefined : chineseNumber(found[1]);
  if (found === null || number === undefined) return undefined;
  const kind = found[2] === '章' ? 'article' : 'section';
  return { kind, path: [String(number)], written: found[0], length: found[0].length };
}

function numberLabel(line: string, marked: boolean): SectionLabel | undefined {
  const section = decimal.exec(line);
  if (section !== null) {
    const [whole, number, punctuation] = section;
    const path = number.split('.');
    // A single number needs its full stop: "10 Business Days" may start a line.
    if (marked || path.length > 1 || punctuation === '.' || punctuation === ':') {
      return { kind: 'section', path, written: number, length: whole.length };
    }
  }
  const found = item.exec(line);
  if (found === null || (found[1] === '(' && found[3] === '.')) return undefined;
  const [whole, open, value, close] = found;
  return { kind: 'item', path: [value], style: itemStyle(open, value, close), written: whole, length: whole.length };
}

/** Letters that may be Roman numerals are taken as such here; what precedes them may say otherwise. */
export function itemStyle(open: string, value: string, close: string): string {
  if (/^\d/.test(value)) return `${open}1${close}`;
  if (/^[ivx]+$/.test(value)) return `${open}i${close}`;
  if (/^[IVX]{2,}$/.test(value)) return `${open}I${close}`;
  return /^[a-z]/.test(value) ? `${open}a${close}` : `${open}A${close}`;
}

/** `2.1`, `IV` and `four` as digits; undefined for other words. */
export function numberPath(written: string): readonly string[] | undefined {
  if (/^\d/.test(written)) return written.toLowerCase().split('.');
  const word = numberWords.indexOf(written.toLowerCase());
  if (word >= 0) return [String(word + 1)];
  const roman = romanNumber(written);
  return roman === undefined ? undefined : [String(roman)];
}

const romanValues: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The value of a well-formed Roman numeral below 400, in either case. */
export function romanNumber(written: string): number | undefined {
  const text = written.toLowerCase();
  if (!/^(?=.)c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(text)) return undefined;
  let sum = 0;
  for (let index = 0; index < text.length; index++) {
    const value = romanValues[text[index]];
    sum += value < (romanValues[text[index + 1]] ?? 0) ? -value : value;
  }
  return sum;
}

const chineseDigits = '〇一二三四五六七八九';

function chineseNumber(written: string): number | undefined {
  if (/^\d+$/.test(written)) return Number(written);
  let sum = 0;
  let digit = 0;
  for (const character of written) {
    if (character === '百' || character === '十') {
      sum += (digit === 0 ? 1 : digit) * (character === '百' ? 100 : 10);
      digit = 0;
    } else digit = Math.max(0, chineseDigits.indexOf(character));
  }
  return sum + digit === 0 ? undefined : sum + digit;
}
