/** Lengths of time, shares and texts in the words of a contract. */
import { describe } from 'vitest';
import { mends, mendsText, says } from './mistakes.ts';

const cases = (before: string, written: readonly (readonly [string, string])[]): (readonly [string, string])[] =>
  written.map(([words, meant]) => [`${before}${words})`, `${before}${meant})`]);

describe('a length of time', () => {
  mends(
    cases('transition_services(period = ', [
      ['one year', '1 year'],
      ['a year', '1 year'],
      ['two year', '2 years'],
      ['one (1) year', '1 year'],
      ['thirty (30) days', '30 days'],
      ['30 (thirty) days', '30 days'],
      ['within 30 days', '30 days'],
      ['twenty-four months', '24 months'],
      ['twenty four months', '24 months'],
      ['one hundred twenty days', '120 days'],
    ]),
  );
  mends([
    ['pay(due = within 30 days)', 'pay(due = start + 30 days)'],
    ['pay(due = within thirty (30) days after AGI)', 'pay(due = AGI + 30 days)'],
    ['license(until = five years)', 'license(until = start + 5 years)'],
    ['license(until = AGI + one year)', 'license(until = AGI + 1 year)'],
    ['license(until = AGI + five (5) years)', 'license(until = AGI + 5 years)'],
  ]);
  says([['transition_services(period = thirty (60) days)', 'thirty (60) days: Expected a number in digits']]);
});

describe('a share', () => {
  mends(
    cases('revenue_share(share = ', [
      ['eighty%', '80%'],
      ['fifteen percent', '15%'],
      ['fifteen per cent', '15%'],
      ['fifteen percent (15%)', '15%'],
      ['15 (fifteen) percent', '15%'],
      ['twenty-five percent', '25%'],
    ]),
  );
  says([['revenue_share(share = fifteen percent (50%))', 'fifteen percent (50%): Expected a number in digits']]);
});

describe('a text', () => {
  mends([
    ['insure(cover = product liability)', 'insure(cover = "product liability")'],
    ['insure(cover = product and general liability)', 'insure(cover = "product and general liability")'],
    ['insure(cover = all risks, amount = 5M EUR)', 'insure(cover = "all risks", amount = 5M EUR)'],
  ]);
  says([
    [
      'license(scope = moving pictures)',
      'moving pictures: Expected one name, or a list such as `[US, EU]`, instead of `moving pictures`: a name is one word, and words of a contract stand in quotation marks',
    ],
  ]);
});

describe('a territory', () => {
  mends([
    ['license(territory = the world)', 'license(territory = worldwide)'],
    ['license(territory = the United States)', 'license(territory = US)'],
    ['governing_law(law = New York)', 'governing_law(law = US-NY)'],
  ]);
  const law = (name: string): string => `deal d (by = Studio, to = Vista, law = ${name}) { license() }\n`;
  mendsText([[law('New York'), law('US-NY')]]);
});
