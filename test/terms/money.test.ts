import Big from 'big.js';
import currencyCodes from 'currency-codes';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  compare,
  currencies,
  formatAmount,
  formatMoney,
  formatShare,
  isCurrency,
  parseAmount,
  parseMoney,
  parseShare,
  sum,
} from '../../server/src/terms/money.ts';

describe('amounts', () => {
  test.each([
    ['250B', '250000000000'],
    ['1.5M', '1500000'],
    ['27', '27'],
    ['0', '0'],
    ['3K', '3000'],
    ['2T', '2000000000000'],
    ['0.001K', '1'],
    ['0.1', '0.1'],
    // Neither is a binary float: 2^53 + 1, and a tenth of a cent of it.
    ['9007199254740993', '9007199254740993'],
    ['9007199254740993.001', '9007199254740993.001'],
    ['9007199254740993.000001M', '9007199254740993000001'],
  ])('%s is %s', (text, value) => {
    expect(parseAmount(text)?.toFixed()).toBe(value);
  });

  test.each(['', 'B', '1,5M', '1.', '.5', '1e6', '-1', '250 B', '250b', '250BB', '1X', '1.2.3', 'NaN', 'Infinity'])(
    '%s is none',
    (text) => {
      expect(parseAmount(text)).toBeUndefined();
    },
  );
});

describe('money', () => {
  test.each([
    ['250B USD', '250000000000', 'USD'],
    ['1.5M  EUR', '1500000', 'EUR'],
    ['27\u3000CNY', '27', 'CNY'],
    ['10 DEM', '10', 'DEM'],
  ])('%s', (text, amount, currency) => {
    const money = parseMoney(text)!;
    expect(money.amount.toFixed()).toBe(amount);
    expect(money.currency).toBe(currency);
  });

  test.each(['250B', 'USD', '250B usd', '250B US', '250B ABC', '250B USD USD', 'USD 250B', ''])(
    '%s is none',
    (text) => {
      expect(parseMoney(text)).toBeUndefined();
    },
  );

  it('takes every currency of ISO 4217', () => {
    for (const code of currencyCodes.codes()) expect(isCurrency(code), code).toBe(true);
    expect(currencies.filter((code) => !currencyCodes.codes().includes(code))).toHaveLength(21);
    expect(new Set(currencies).size).toBe(currencies.length);
    expect(isCurrency('constructor')).toBe(false);
  });
});

describe('shares', () => {
  test.each([
    ['27%', '0.27'],
    ['100%', '1'],
    ['0.1%', '0.001'],
    ['33.333％', '0.33333'],
    ['150%', '1.5'],
  ])('%s is %s', (text, value) => {
    expect(parseShare(text)?.toFixed()).toBe(value);
  });

  test.each(['27', '%', '27%%', '-1%', '27 USD', '1e1%'])('%s is none', (text) => {
    expect(parseShare(text)).toBeUndefined();
  });
});

describe('arithmetic', () => {
  it('adds exactly', () => {
    const shares = ['10%', '20%', '70%'].map((text) => parseShare(text)!);
    expect(compare(sum(shares), parseShare('100%')!)).toBe(0);
    expect(compare(sum([...shares, parseShare('0.000000000000000001%')!]), parseShare('100%')!)).toBe(1);
    expect(sum([]).toFixed()).toBe('0');
  });

  it('does not depend on the order', () => {
    const cents = fc.array(fc.bigInt({ min: 0n, max: 10n ** 20n }));
    fc.assert(
      fc.property(cents, (values) => {
        const decimals = values.map((value) => new Big(value.toString()).times('0.01'));
        const expected = values.reduce((total, value) => total + value, 0n);
        expect(sum(decimals).times(100).toFixed()).toBe(expected.toString());
        expect(sum([...decimals].reverse()).eq(sum(decimals))).toBe(true);
      }),
    );
  });

  it('compares', () => {
    expect(compare(parseAmount('1.5M')!, parseAmount('1500K')!)).toBe(0);
    expect(compare(parseAmount('1B')!, parseAmount('999.99M')!)).toBe(1);
    expect(compare(parseAmount('1')!, parseAmount('1K')!)).toBe(-1);
  });
});

describe('formats', () => {
  test.each([
    ['250B USD', '250B USD'],
    ['250000000000 USD', '250B USD'],
    ['1500 EUR', '1.5K EUR'],
    ['1500K EUR', '1.5M EUR'],
    ['1250001 EUR', '1250001 EUR'],
    ['49999M EUR', '49999M EUR'],
    ['999 JPY', '999 JPY'],
    ['0.50 USD', '0.5 USD'],
    ['5000T USD', '5000T USD'],
    ['0 USD', '0 USD'],
  ])('%s as %s', (text, formatted) => {
    expect(formatMoney(parseMoney(text)!)).toBe(formatted);
  });

  it('writes what is missing with a minus', () => {
    expect(formatAmount(new Big(0).minus(parseAmount('15B')!))).toBe('-15B');
  });

  it('writes shares exactly', () => {
    expect(formatShare(parseShare('27%')!)).toBe('27%');
    expect(formatShare(sum([parseShare('33.3%')!, parseShare('66.8%')!]))).toBe('100.1%');
    expect(formatShare(new Big('0.0000001'))).toBe('0.00001%');
  });

  it('is read back as the same amount', () => {
    const digits = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.integer({ min: -6, max: 15 }));
    fc.assert(
      fc.property(digits, ([value, exponent]) => {
        const amount = new Big(`${value}e${exponent}`);
        expect(parseAmount(formatAmount(amount))!.eq(amount)).toBe(true);
        expect(parseMoney(formatMoney({ amount, currency: 'USD' }))!.amount.eq(amount)).toBe(true);
        expect(parseShare(formatShare(amount))!.eq(amount)).toBe(true);
      }),
    );
  });
});
