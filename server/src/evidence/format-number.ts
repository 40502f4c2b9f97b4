/** A number as a list shows it; `format` is the name of WordprocessingML (ISO/IEC 29500-1, 17.18.59). */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'decimalZero':
      return value < 10 ? `0${value}` : String(value);
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return letters(value);
    case 'lowerLetter':
      return letters(value).toLowerCase();
    case 'ordinal':
      return `${value}${ordinalEnding(value)}`;
    case 'cardinalText':
      return capitalized(cardinal(value));
    case 'ordinalText':
      return capitalized(ordinal(value));
    case 'numberInDash':
      return `- ${value} -`;
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
    case 'decimalEnclosedParen':
      return value <= 20 ? String.fromCharCode(0x2473 + value) : String(value);
    case 'decimalEnclosedFullstop':
      return value <= 20 ? String.fromCharCode(0x2487 + value) : String(value);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return chinese(value, '〇一二三四五六七八九', '十百千万');
    case 'chineseLegalSimplified':
      return chinese(value, '零壹贰叁肆伍陆柒捌玖', '拾佰仟万', true);
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return chinese(value, '零壹貳參肆伍陸柒捌玖', '拾佰仟萬', true);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return String(value).replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)]);
    case 'ideographTraditional':
      return cycled('甲乙丙丁戊己庚辛壬癸', value);
    case 'ideographZodiac':
      return cycled('子丑寅卯辰巳午未申酉戌亥', value);
    case 'russianLower':
      return cycled('абвгдежзиклмнопрстуфхцчшщыэюя', value);
    case 'russianUpper':
      return cycled('АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ', value);
    default:
      return String(value);
  }
}

/** 1 is A, 26 Z, 27 AA, 28 BB: the letter is repeated. */
function letters(value: number): string {
  if (value < 1 || value > 26 * 30) return String(value);
  return String.fromCharCode(0x41 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const cycled = (letters: string, value: number): string =>
  value >= 1 && value <= letters.length ? letters[value - 1] : String(value);

const romanDigits: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let written = '';
  for (const [worth, digit] of romanDigits) {
    for (; rest >= worth; rest -= worth) written += digit;
  }
  return written;
}

function ordinalEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

function cardinal(value: number): string {
  if (value < 0 || value > 99) return String(value);
  if (value < 20) return ones[value];
  const unit = value % 10;
  return unit === 0 ? tens[value / 10] : `${tens[Math.floor(value / 10)]}-${ones[unit]}`;
}

function ordinal(value: number): string {
  if (value < 0 || value > 99) return `${value}${ordinalEnding(value)}`;
  const words = cardinal(value).split('-');
  const last = words[words.length - 1];
  words[words.length - 1] = ordinals[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return words.join('-');
}

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** 12 is 十二, 105 一百〇五; in legal style the one before a ten is written too: 壹拾贰. */
function chinese(value: number, digits: string, scales: string, writesOne = false): string {
  if (value < 1 || value > 9999) return String(value);
  let written = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      gap = written !== '';
      continue;
    }
    if (gap) written += digits[0];
    gap = false;
    const isBareTen = place === 1 && digit === 1 && written === '' && !writesOne;
    written += (isBareTen ? '' : digits[digit]) + (place === 0 ? '' : scales[place - 1]);
  }
  return written;
}
