/**
 * Money and shares as exact decimals, never binary floats. Amounts are written with a point and an optional K, M, B or T
 * (10^3, 10^6, 10^9, 10^12); currencies are ISO 4217 codes.
 */
import Big from 'big.js';

export type Decimal = Big;

/** A fraction of a whole: 27% is 0.27. */
export type Share = Decimal;

export interface Money {
  /** In whole units of the currency (dollars, not cents), of any sign. */
  readonly amount: Decimal;
  /** An ISO 4217 code. */
  readonly currency: string;
}

/** ISO 4217, list one, as published 2024-06-25, and XCG, which replaced ANG in 2025. */
const CURRENT =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE ' +
  'CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ ' +
  'GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD ' +
  'MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG ' +
  'QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS ' +
  'UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XTS ' +
  'XUA XXX YER ZAR ZMW ZWG';
/** From ISO 4217, list three: what the euro replaced, still found in contracts. */
const REPLACED_BY_EURO = 'ATS BEF CYP DEM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL MTL NLG PTE SIT SKK';

/** The ISO 4217 codes that money may be written in, in alphabetical order. */
export const currencies: readonly string[] = Object.freeze(`${CURRENT} ${REPLACED_BY_EURO}`.split(' ').sort());
const currencySet: ReadonlySet<string> = new Set(currencies);

/** Whether it is a code of ISO 4217, in capitals. */
export function isCurrency(code: string): boolean {
  return currencySet.has(code);
}

/** From ISO 4217, list one: those whose smallest unit is a thousandth. */
const THREE_DECIMALS: ReadonlySet<string> = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

export const hasThreeDecimals = (currency: string): boolean => THREE_DECIMALS.has(currency);

const exponents: ReadonlyMap<string, number> = new Map([
  ['T', 12],
  ['B', 9],
  ['M', 6],
  ['K', 3],
]);
/** The largest first. */
const UNITS = [...exponents].map(([letter, exponent]) => ({
  letter,
  whole: new Big(`1e${exponent}`),
  part: new Big(`1e-${exponent}`),
}));

const AMOUNT = /^(\d+(?:\.\d+)?)([KMBT]?)$/;
const MONEY = /^\s*(\S+)\s+(\S+)\s*$/;
const WRITTEN_MONEY = /^\s*\d+(?:\.\d+)?[KMBT]?\s+[A-Z]{3}\s*$/;

/** The exact value of `250B`, `1.5M` or `27`; undefined when it is not written so. */
export function parseAmount(text: string): Decimal | undefined {
  const match = AMOUNT.exec(text);
  if (!match) return undefined;
  return new Big(`${match[1]}e${exponents.get(match[2]) ?? 0}`);
}

/** `250B USD`; undefined when it is not written so or ISO 4217 has no such currency. */
export function parseMoney(text: string): Money | undefined {
  const match = MONEY.exec(text);
  if (!match || !isCurrency(match[2])) return undefined;
  const amount = parseAmount(match[1]);
  return amount && { amount, currency: match[2] };
}

/** Whether {@link parseMoney} reads it: told without working out how much it is. */
export const isMoney = (text: string): boolean => WRITTEN_MONEY.test(text) && isCurrency(text.trimEnd().slice(-3));

/** `27%` (or `27％`) as the exact fraction 0.27; undefined when it is not written so. */
export function parseShare(text: string): Share | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*[%％]$/.exec(text.trim());
  return match ? new Big(match[1]).times('0.01') : undefined;
}

/** The digits of a fraction in per cent: `15` of `0.15`. */
export const percentOf = (fraction: string): string => new Big(fraction).times(100).toFixed();

/** A number as it is written. */
export const decimalOf = (number: number): Decimal => new Big(number);

/** The exact sum; 0 of none. */
export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), new Big(0));
}

/** Negative, 0 or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  return a.cmp(b);
}

/** The digits after the point up to which an amount is written with K, M, B or T: 1.25M, but 1250001. */
const MOST_DECIMALS = 2;

/** The shortest exact writing that {@link parseAmount} reads: `250B`, `1.5M`, `1250001`. Negative ones start with `-`. */
export function formatAmount(amount: Decimal): string {
  const size = amount.abs();
  for (const { letter, whole, part } of UNITS) {
    const mantissa = amount.times(part);
    if (size.gte(whole) && mantissa.round(MOST_DECIMALS).eq(mantissa)) return `${mantissa.toFixed()}${letter}`;
  }
  return amount.toFixed();
}

/** `250B USD`. */
export function formatMoney(money: Money): string {
  return `${formatAmount(money.amount)} ${money.currency}`;
}

/** `27%`, exactly. */
export function formatShare(share: Share): string {
  return `${share.times(100).toFixed()}%`;
}
