/** Amounts as people write them, with marks between their digits and a word for their magnitude. */

const MAGNITUDES: ReadonlyMap<string, string> = new Map([
  ['k', 'K'],
  ['thousand', 'K'],
  ['m', 'M'],
  ['mm', 'M'],
  ['mn', 'M'],
  ['mio', 'M'],
  ['million', 'M'],
  ['b', 'B'],
  ['bn', 'B'],
  ['billion', 'B'],
  ['t', 'T'],
  ['tn', 'T'],
  ['trillion', 'T'],
]);

/** The letter for a magnitude that is called or written otherwise. */
export const magnitudeMeant = (word: string): string | undefined => MAGNITUDES.get(word.toLowerCase());

export interface WrittenAmount {
  /** How many UTF-16 units it takes. */
  readonly length: number;
  /** As the language writes it, without a currency; undefined where that is not certain. */
  readonly written: string | undefined;
}

/** How long an amount is at most, in UTF-16 units. */
export const AMOUNT_LIMIT = 40;

const DIGITS = String.raw`\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,])|\d(?:[\d.,'’]*\d)?`;
const AMOUNT = new RegExp(`^(${DIGITS})(?:(?<gap>[ \\t]?)(?<word>[A-Za-z]+)(?![\\w-])\\.?)?`);
const AMOUNT_BEFORE = new RegExp(`(?<![\\w.,'’-])(${DIGITS})(?:(?<gap>[ \\t]?)(?<word>[A-Za-z]+)\\.?)?$`);

/** The amount that starts at an offset of a text. */
export const amountAt = (text: string, i: number): WrittenAmount | undefined =>
  amountOf(AMOUNT.exec(text.slice(i, i + AMOUNT_LIMIT)));

/** The amount that ends with a text. */
export function amountBefore(text: string): WrittenAmount | undefined {
  const parts = AMOUNT_BEFORE.exec(text.slice(-AMOUNT_LIMIT));
  const amount = amountOf(parts);
  return amount?.length === parts?.[0].length ? amount : undefined;
}

function amountOf(parts: RegExpExecArray | null): WrittenAmount | undefined {
  if (parts === null) return undefined;
  const [all, digits] = parts;
  const { gap = '', word = '' } = parts.groups ?? {};
  const magnitude = gap !== '' && word.length < 2 ? undefined : magnitudeMeant(word);
  const plain = withoutMarks(digits);
  if (magnitude === undefined) return { length: digits.length, written: plain };
  return { length: all.length, written: plain && plain + magnitude };
}

/** Marks between thousands, which must be plain ones: `5,00` may be five or five hundred. */
const GROUPED: readonly (readonly [shape: RegExp, marks: RegExp])[] = [
  [/^\d+(?:\.\d+)?$/, /$^/g],
  [/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/, /,/g],
  [/^\d{1,3}(?:['’]\d{3})+(?:\.\d+)?$/, /['’]/g],
  [/^\d{1,3}(?:[ \u00a0\u202f]\d{3})+$/, /\s/g],
  [/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/, /\./g],
];

function withoutMarks(digits: string): string | undefined {
  const known = GROUPED.find(([shape]) => shape.test(digits));
  return known && digits.replace(known[1], '').replace(',', '.');
}
