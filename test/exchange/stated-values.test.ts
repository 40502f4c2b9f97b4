import { describe, expect, test } from 'vitest';
import { datesIn } from '../../server/src/exchange/dates-in.ts';
import { durationsIn } from '../../server/src/exchange/durations-in.ts';
import { governingLawIn } from '../../server/src/exchange/governing-law-in.ts';
import { moneyIn } from '../../server/src/exchange/money-in.ts';
import { sharesIn } from '../../server/src/exchange/shares-in.ts';
import { statedArguments } from '../../server/src/exchange/stated-arguments.ts';
import { territoriesIn } from '../../server/src/exchange/territories-in.ts';
import { bind } from '../../server/src/model/bind.ts';

const textsOf = (values: readonly { readonly text: string }[]) => values.map(({ text }) => text);

describe('dates', () => {
  test.each([
    ['1st day of December, 2015', ['2015-12-01']],
    ['October 2, 2017 and 3 Nov. 2018', ['2017-10-02', '2018-11-03']],
    ['2026-02-27', ['2026-02-27']],
    ['自2026年3月1日起', ['2026-03-01']],
    ['12/31/2015', ['2015-12-31']],
    ['31/12/2015', ['2015-12-31']],
    ['3/4/2015', []],
    ['9/9/97', []],
    ['February 30, 2020', []],
    ['Section 2.1 of May 2019', []],
  ])('in %s: %j', (text, dates) => expect(textsOf(datesIn(text))).toEqual(dates));

  test('two digits are a year only where the century is known', () => {
    expect(textsOf(datesIn('9/9/97', true))).toEqual(['1997-09-09']);
    expect(textsOf(datesIn('1/1/05', true))).toEqual(['2005-01-01']);
  });
});

describe('money', () => {
  test.each([
    ['US$1,000,000.50', ['1000000.50 USD']],
    ['$250B', []],
    ['€5 million', ['5M EUR']],
    ['5 million euros', ['5M EUR']],
    ['USD 5M', ['5M USD']],
    ['100万美元', ['1000000 USD']],
    ['人民币3亿元', ['300000000 CNY']],
    ['30 DAY notice and 10 ABC', []],
    ['ten dollars', []],
  ])('in %s: %j', (text, amounts) => expect(textsOf(moneyIn(text))).toEqual(amounts));

  test('a bare $ counts where it is known what it means', () => {
    expect(textsOf(moneyIn('$250B, $15,000.00', 'USD'))).toEqual(['250B USD', '15000 USD']);
  });
});

test('shares', () => expect(textsOf(sharesIn('27% or 3.5 percent of 10 per cent'))).toEqual(['27%', '3.5%', '10%']));

describe('durations', () => {
  test.each([
    ["ninety (90) days' prior written notice", ['90 days']],
    ['one-year terms', ['1 year']],
    ['two (2) years', ['2 years']],
    ['90 business days', []],
    ['个月: 12个月, 2026年', ['12 months']],
    ['the year', []],
  ])('in %s: %j', (text, lengths) => expect(textsOf(durationsIn(text))).toEqual(lengths));
});

describe('territories', () => {
  test.each([
    ['sell in France and in Monaco', ['FR', 'MC']],
    ['within the State of New York', ['US-NY']],
    ['throughout the world', ['worldwide']],
    ['in Georgia', []],
    ['在中国大陆和香港', ['CN', 'HK']],
    ['a Delaware corporation', []],
  ])('in %s: %j', (text, places) => expect(textsOf(territoriesIn(text))).toEqual(places));
});

describe('the governing law', () => {
  test.each([
    ['the laws of the State of Georgia', 'US-GA'],
    ['THE LAWS OF THE STATE OF TEXAS, U.S.A.', 'US-TX'],
    ['the laws of England and Wales', 'GB-EAW'],
    ['English law', 'GB-EAW'],
    ['the laws of Germany or the laws of France', undefined],
    ['the laws of Georgia', undefined],
    ['本协议适用中华人民共和国法律', 'CN'],
    ['applicable law', undefined],
  ])('of %s: %s', (text, law) => expect(governingLawIn(text)).toBe(law));
});

describe('the parameters that a passage states', () => {
  const { kinds } = bind([], { asOf: 0 });
  test.each([
    ['governing_law', 'the laws of the State of New York', { law: 'US-NY' }],
    ['termination_right', 'upon thirty (30) days written notice', { notice: '30 days' }],
    ['warrant', 'for a period of twelve (12) months', { period: '12 months' }],
    ['liability_cap', 'shall not exceed US$1,000,000', { amount: '1000000 USD' }],
    ['liability_cap', 'the greater of US$1,000,000 and the fees paid', {}],
    ['liability_cap', 'US$1,000,000 or US$2,000,000', {}],
    ['agreement_date', 'October 2, 2017', { day: '2017-10-02' }],
    ['expiration', 'unless terminated by June 1, 2020', {}],
    ['revenue_share', '12% of net sales', { share: '12%' }],
    ['revenue_share', '12% of net sales, then 8%', {}],
  ])('%s of “%s”', (kind, passage, wanted) => {
    expect(Object.fromEntries(statedArguments(kinds.get(kind)!, passage))).toEqual(wanted);
  });
});
