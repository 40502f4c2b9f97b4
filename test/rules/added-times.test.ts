/** A duration behind `+` or `-` that is written otherwise is one mistake, and what is said of it is what is wrong with it. */
import { describe, expect, it } from 'vitest';
import { inDeal, mends, says, told } from './mistakes.ts';

const until = (time: string): string => `license(scope = film, until = ${time})`;

describe('a duration behind a sign', () => {
  mends(
    [
      ['AGI + 30days', 'AGI + 30 days'],
      ['AGI + 1 Year', 'AGI + 1 year'],
      ['AGI - 3 mnths', 'AGI - 3 months'],
      ['AGI + 2 years + 30days', 'AGI + 2 years + 30 days'],
    ].map(([written, meant]) => [until(written), until(meant)] as const),
  );

  says([
    [until('AGI + 30 business days'), 'business: Expected a unit of time after 30'],
    [until('AGI + 30'), '+: Expected a duration after `+`'],
    [until('AGI + cinema'), '+: Expected a duration after `+`'],
    [until('AGI +'), '+: Expected a duration after `+`'],
    [until('AGI + $5'), '$5: A currency is'],
  ]);

  it('two mistakes are two', () => {
    expect(told(inDeal(until('AGI + 30days + 1 Year')))).toHaveLength(2);
  });
});
