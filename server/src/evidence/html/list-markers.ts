import { formatNumber } from '../format-number.ts';

type Attributes = Readonly<Record<string, string>>;

/** The number formats of word processors that go by other names on the web. */
const formats: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  decimal: 'decimal',
  'decimal-leading-zero': 'decimalZero',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'cjk-ideographic': 'chineseCounting',
  'cjk-decimal': 'ideographDigital',
  'simp-chinese-informal': 'chineseCounting',
  'trad-chinese-informal': 'chineseCounting',
  'simp-chinese-formal': 'chineseLegalSimplified',
  'trad-chinese-formal': 'ideographLegalTraditional',
};

const styleType = /(?:^|[;\s])list-style(?:-type)?\s*:([^;]*)/i;

/** A list that is open: what its items are numbered with. */
export interface ListMarkers {
  /** The marker of the next item as a reader sees it, with the space after it; '' where there is none, or a bullet. */
  readonly next: (item: Attributes) => string;
}

/** `<ol>` counts, whatever else a list is called does not. Items of a list that counts down start at their number. */
export function listMarkers(tag: string, attributes: Attributes, itemCount = 0): ListMarkers {
  const format = tag === 'ol' ? formatOf(attributes, 'decimal') : formatOf(attributes, 'none');
  const isReversed = attributes.reversed !== undefined;
  let number = integer(attributes.start) ?? (isReversed ? itemCount : 1);
  return {
    next(item) {
      number = integer(item.value) ?? number;
      const written = formatNumber(number, formatOf(item, format));
      number += isReversed ? -1 : 1;
      return written === '' ? '' : `${written}. `;
    },
  };
}

function formatOf({ type, style }: Attributes, otherwise: string): string {
  const words = styleType
    .exec(style ?? '')?.[1]
    .toLowerCase()
    .split(/\s+/);
  const word = words?.find((one) => one === 'none' || one === 'disc' || formats[one] !== undefined);
  if (word !== undefined) return formats[word] ?? 'none';
  return (type === undefined ? undefined : formats[type]) ?? otherwise;
}

function integer(written: string | undefined): number | undefined {
  const number = Number.parseInt(written ?? '', 10);
  return Number.isNaN(number) ? undefined : number;
}
