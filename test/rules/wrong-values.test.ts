/** Values that their argument does not take: what is said is what to write there, not an example that nobody wrote. */
import { describe, expect, it } from 'vitest';
import { findings } from '../verdicts/helpers.ts';
import { inDeal, mends, mistakes, TERMS } from './mistakes.ts';

const helpOf = (clause: string): (string | undefined)[] => mistakes(inDeal(clause)).map(({ help }) => help);

describe('a value of another type', () => {
  mends([
    ['allow_audit(notice = "30 days")', 'allow_audit(notice = 30 days)'],
    ['minimum(amount = 80%)', 'minimum(share = 80%)'],
    ['liquidated_damages(amount = 10%)', 'liquidated_damages(share = 10%)'],
    ['revenue_share(share = 5M EUR)', 'revenue_share(amount = 5M EUR)'],
    ['license(from = 2026-01-01 to 2027-01-01)', 'license(from = 2026-01-01, until = 2027-01-01)'],
  ]);

  it('such as an end where a start is', () => {
    expect(helpOf('license(from = perpetual)')).toEqual([
      'leave `from` out, or write the day or event from which it is in force',
    ]);
  });

  it.each([
    ['license(transferable = non)', 'write `transferable = yes` or `transferable = no`'],
    ['equity(share = 0.15)', 'write `share = 15%`, or `share = 0.15%` if it is less than one per cent'],
    ['allow_audit(notice = 10)', 'write its unit behind it, as in `notice = 10 days`'],
    ['allow_audit(notice = soon)', 'such as `notice = 90 days`'],
    ['insure(amount = 80%)', 'such as `amount = 250B USD`'],
    ['pay(amount = 500)', 'write its currency behind it, as in `amount = 500 USD`'],
    [
      'minimum(amount = 500)',
      'write its currency behind it, as in `amount = 500 USD`; a number of things is `quantity = 500`',
    ],
  ])('of which it is not certain what is meant: %s', (clause, help) => {
    expect(helpOf(clause)).toEqual([help]);
  });

  it.each([
    ['renews = "2 years"', 'write `renews = 2 years`'],
    ['renews = yes', 'such as `renews = 1 year`'],
    ['signed = "2026-02-03"', 'write `signed = 2026-02-03`'],
    ['signed = AGI', 'such as `signed = 2026-02-27`'],
  ])('in a header: %s', (argument, help) => {
    const text = `deal d (by = Studio, to = Vista, until = 2030, ${argument}) { license() }\n`;
    expect(mistakes(text).map((one) => one.help)).toEqual([help]);
  });
});

describe('what an amount is per', () => {
  mends(
    [
      ['monthly', 'month'],
      ['annum', 'year'],
      ['annual', 'year'],
      ['yearly', 'year'],
      ['quarterly', 'quarter'],
      ['Week', 'week'],
      ['"per annum"', 'year'],
    ].map(
      ([written, meant]) => [`pay(amount = 5 EUR, per = ${written})`, `pay(amount = 5 EUR, per = ${meant})`] as const,
    ),
  );

  it.each(['day', 'year', '"year"', '"calendar year"', 'unit', '"monthly invoice"'])('may be %s', (per) => {
    expect(mistakes(inDeal(`pay(amount = 5 EUR, per = ${per})`))).toEqual([]);
  });

  it('is one period by whatever word: a minimum above a limit is found once it is mended', () => {
    const text = (per: string): string =>
      TERMS +
      inDeal(`a: minimum(by = Vista, scope = film, quantity = 600, per = month)
  b: volume_limit(by = Vista, scope = film, quantity = 500, per = ${per})`);
    const found = (per: string): string[] =>
      findings(text(per)).flatMap(({ rule, severity }) => (severity === 'error' ? [rule] : []));
    expect(found('monthly')).toEqual(['invalid-argument']);
    expect(found('month')).toEqual(['minimum-above-cap']);
  });
});
