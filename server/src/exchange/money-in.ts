import { isCurrency } from '../terms/money.ts';
import { inOrder, type StatedValue } from './stated-value.ts';

/** `US$` comes before `$`; `¥` alone is yen or yuan. A bare `$` is taken for the dollar of the United States nowhere. */
const SIGNS: readonly (readonly [sign: string, code: string])[] = [
  ['US\\s?\\$', 'USD'],
  ['U\\.S\\.\\s?\\$', 'USD'],
  ['C(?:AD)?\\s?\\$', 'CAD'],
  ['A(?:UD)?\\s?\\$', 'AUD'],
  ['HK\\s?\\$', 'HKD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['RMB', 'CNY'],
  ['人民币', 'CNY'],
];
const AMOUNT = '(?<whole>\\d{1,3}(?:,\\d{3})+|\\d+)(?<part>\\.\\d+)?(?![\\d,]*\\d)';
const SCALE =
  '(?:\\s*(?<scale>[Tt]housand|[Mm]illion|MILLION|[Bb]illion|BILLION|[Tt]rillion|[kmbtKMBT]|bn)(?!\\p{L})|\\s*(?<myriad>[万亿]))?';
const SCALES: Readonly<Record<string, string>> = {
  thousand: 'K',
  million: 'M',
  billion: 'B',
  trillion: 'T',
  k: 'K',
  m: 'M',
  b: 'B',
  bn: 'B',
  t: 'T',
};
const SIGNED = new RegExp(
  `(?<currency>${SIGNS.map(([sign]) => sign).join('|')}|(?<![\\p{L}$])\\$)\\s?${AMOUNT}${SCALE}`,
  'giu',
);
/** Letter case matters: three capitals are a code, `30 day` is none. */
const CODED = new RegExp(`(?<![\\d.,$€£])${AMOUNT}${SCALE}\\s?(?<currency>[A-Z]{3})(?![A-Za-z])`, 'gu');
const CODE_FIRST = new RegExp(`(?<![A-Za-z])(?<currency>[A-Z]{3})\\s?${AMOUNT}${SCALE}`, 'gu');
const NAMED = new RegExp(
  `(?<![\\d.,])${AMOUNT}${SCALE}\\s*(?<currency>U\\.?S\\.?\\s+dollars|euros?(?!\\p{L})|pounds\\s+sterling|yuan(?!\\p{L})|元人民币|美元|欧元|英镑|日元|港元)`,
  'giu',
);
const CURRENCY_NAMES: readonly (readonly [RegExp, string])[] = [
  [/dollars|美元/i, 'USD'],
  [/euro|欧元/i, 'EUR'],
  [/pounds|英镑/i, 'GBP'],
  [/yuan|人民币/i, 'CNY'],
  [/日元/, 'JPY'],
  [/港元/, 'HKD'],
];

/**
 * The amounts of money that a text names, in its order, as in `15M USD`. `dollar` is the currency that a bare `$` means;
 * without it such an amount is left out.
 */
export function moneyIn(text: string, dollar?: string): readonly StatedValue[] {
  const found: StatedValue[] = [];
  const patterns: readonly (readonly [RegExp, (written: string) => string | undefined])[] = [
    [SIGNED, (sign) => (sign === '$' ? dollar : codeOfSign(sign))],
    [CODED, (code) => code],
    [CODE_FIRST, (code) => code],
    [NAMED, (name) => CURRENCY_NAMES.find(([pattern]) => pattern.test(name))?.[1]],
  ];
  for (const [pattern, codeOf] of patterns) {
    for (const { 0: written, index, groups = {} } of text.matchAll(pattern)) {
      const code = codeOf(groups.currency);
      const amount = amountOf(groups);
      if (code === undefined || amount === undefined || !isCurrency(code)) continue;
      found.push({ text: `${amount} ${code}`, start: index, end: index + written.length });
    }
  }
  return inOrder(found);
}

const codeOfSign = (written: string): string | undefined =>
  SIGNS.find(([sign]) => new RegExp(`^(?:${sign})$`, 'iu').test(written))?.[1];

/** `1000000` stays; `1.5` million is `1.5M`. Chinese myriads are written out. */
function amountOf({ whole, part = '', scale, myriad }: Record<string, string | undefined>): string | undefined {
  const amount = `${(whole ?? '').replaceAll(',', '')}${part}`;
  if (scale !== undefined) return `${amount}${SCALES[scale.toLowerCase()]}`;
  if (myriad === undefined) return amount.replace(/\.0+$/, '');
  return part === '' ? `${amount}${'0'.repeat(myriad === '万' ? 4 : 8)}` : undefined;
}
