/** What people get wrong about the parts of a clause: its label, its arguments, and what it yields to. */
import { describe, expect, it } from 'vitest';
import { inDeal, mends, mistakes, says } from './mistakes.ts';

describe('an argument without its value, or without its mark', () => {
  mends([
    ['license(scope = film, irrevocable)', 'license(scope = film, irrevocable = yes)'],
    ['license(irrevocable, scope = film)', 'license(irrevocable = yes, scope = film)'],
    ['license(scope = film, royalty-free)', 'license(scope = film, royalty_free = yes)'],
    ['license(scope = film, non-transferable)', 'license(scope = film, transferable = no)'],
    ['license(scope = film, perpetual)', 'license(scope = film, until = perpetual)'],
    ['license(worldwide)', 'license(territory = worldwide)'],
    ['license(scope = film, territory in EU)', 'license(scope = film, territory = EU)'],
    ['license(territory in [EU, US], scope = film)', 'license(territory = [EU, US], scope = film)'],
    ['license(channel is cinema)', 'license(channel = cinema)'],
  ]);
  says([
    ['exclusive(scope = film, irrevocable)', 'irrevocable: An argument is written with its value'],
    ['license(scope = film, irrevocable = )', '): Expected a value'],
  ]);
});

describe('a label that is no name', () => {
  mends([
    ['Exclusive license: license(scope = film)', 'Exclusive_license: license(scope = film)'],
    ['Exclusive license grant: license(scope = film)', 'Exclusive_license_grant: license(scope = film)'],
    [
      '> [§2] Film.\n  Exclusive license grant: license(scope = film)',
      '> [§2] Film.\n  Exclusive_license_grant: license(scope = film)',
    ],
    ['Section 2.1: license(scope = film)', 'Section_2_1: license(scope = film)'],
    ['2.1: license(scope = film)', 's2_1: license(scope = film)'],
    ['> [§2.1] Film.\n  2.1: license(scope = film)', '> [§2.1] Film.\n  s2_1: license(scope = film)'],
    ['2.1(a): license(scope = film)', 's2_1_a: license(scope = film)'],
    [
      'No sale: prohibit(scope = film)\n  b: license() subject to No_sale',
      'No_sale: prohibit(scope = film)\n  b: license() subject to No_sale',
    ],
  ]);
  says([
    [
      '2.1: license(scope = film)',
      '2.1: A label starts with a letter: `s2_1:`; the number of a section stands in the quote, as in `> [§2.1] …`',
    ],
  ]);
});

describe('an argument by the name that others call it', () => {
  mends([
    ['pay(percent = 5%)', 'pay(share = 5%)'],
    ['transition_services(duration = 1 year)', 'transition_services(period = 1 year)'],
    ['renewal(duration = 1 year)', 'renewal(term = 1 year)'],
  ]);

  it('or by none: each that its kind takes is named once', () => {
    const [{ help }] = mistakes(inDeal('pay(wibble = 5%)'));
    const names = help?.match(/`\w+`/g) ?? [];
    expect(names).toContain('`act`');
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('what a clause yields to', () => {
  mends([
    ['a: license() subject to other, vista', 'a: license() subject to [other, vista]'],
    ['a: license() subject to vista.other and other', 'a: license() subject to [vista.other, other]'],
    ['a: license() notwithstanding other, vista', 'a: license() notwithstanding [other, vista]'],
    ['a: license() subject to other, b: license()', 'a: license() subject to other b: license()'],
  ]);
});
