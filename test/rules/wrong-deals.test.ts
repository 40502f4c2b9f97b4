/** What people get wrong about whole deals, who promises, and when: one mistake is one message, which says what was expected. */
import { describe, expect, it } from 'vitest';
import { check, findings } from '../verdicts/helpers.ts';
import { inDeal, marked, mended, mends, mendsText, mistakes, says, TERMS, told, withHeader } from './mistakes.ts';

describe('a header that means nothing', () => {
  const warned = (header: string): string[] =>
    findings(TERMS + withHeader(header))
      .filter(({ severity, verdict }) => severity === 'warning' && verdict === undefined)
      .map(({ message }) => message);

  it('renews what never ends', () => {
    const header = 'by = Studio, to = Vista, renews = 1 year';
    expect(warned(header)).toEqual(['`vista` has no `until`: there is nothing for `renews` to renew']);
    expect(warned(`${header}, until = 2026`)).toEqual([]);
  });
});

describe('a deal that changes another', () => {
  const base = inDeal('license()');
  const other = (words: string): string => `${base}deal d (by = Studio, from = 2026) ${words} { license() }\n`;
  mendsText([
    [other('replaces vista'), other('supersedes vista')],
    [other('amend vista'), other('amends vista')],
    [other('cancels vista'), other('terminates vista')],
  ]);

  it('says so before its clauses', () => {
    expect(told(`${base}deal d (by = Studio, from = 2026) { license() } amends vista\n`)).toEqual([
      'amends: Expected `amends` before the `{` of its deal, as in `deal NAME (…) amends OTHER { … }`',
    ]);
  });
});

describe('an expectation that is misspelt', () => {
  const ofText = (text: string): string[] => told(text).filter((said) => !said.includes('expected to be'));
  it.each([
    ['expect conflict of vista.x and vista.x', ['of: Expected `between` instead of `of`']],
    ['expect vista.x conflict vista.x', ['vista: Expected `conflict`, `disputed`, `depends`, `near miss` or `clear`']],
    ['expect no conflict between vista.x and vista.x', ['no: Expected `conflict`, `disputed`, `depends`']],
    ['expect clear between vista.x, vista.x', [',: Expected `and` between the two clauses']],
    ['expect clear between vista.x', ['x: Expected `and`']],
  ])('%s', (line, said) => {
    expect(ofText(`${inDeal('x: license()')}${line}\n`)).toEqual(said.map((one) => expect.stringContaining(one)));
  });
});

describe('the head of a deal', () => {
  const deal = (head: string): string => `deal ${head} { license() }\n`;
  mendsText(
    [
      ['"The deal" d (by = Studio)', 'd "The deal" (by = Studio)'],
      ['d: (by = Studio)', 'd (by = Studio)'],
      ['d (by = Studio):', 'd (by = Studio)'],
      ['d (by = Studio, expires = 2027)', 'd (by = Studio, until = 2027)'],
      ['d (licensor = Studio)', 'd (by = Studio)'],
    ].map(([written, meant]) => [deal(written), deal(meant)] as const),
  );
  it.each([
    [deal('d e (by = Studio)'), 'e: Expected `(` behind the name of the deal'],
    [deal('d.e (by = Studio)'), '.e: Expected `(` behind the name of the deal'],
    [deal('2026_d (by = Studio)'), '2026_d: Expected a name after `deal` instead of `2026_d`: a name does not start'],
    [deal('d (by = Studio) "The deal"'), '"The deal": Expected `{` with the clauses of the deal'],
  ])('%s', (text, said) => {
    expect(told(text)).toEqual([expect.stringContaining(said)]);
  });
});

describe('who owes itself', () => {
  const SAYS = 'is promised by `Studio` to `Studio`: nobody owes itself';
  const warnings = (text: string): string[] =>
    findings(TERMS + text)
      .filter(({ rule }) => rule === 'invalid-argument')
      .map(({ severity, span, message }) => `${severity} ${marked(text, span)}: ${message}`);

  it('a clause that is promised to the promisor of the header', () => {
    expect(warnings(inDeal('own: license(to = Studio, scope = film)'))).toEqual([`warning own: \`own\` ${SAYS}`]);
    expect(warnings(inDeal('license(by = Vista, to = Vista, scope = film)'))).toEqual([
      'warning license: `license` is promised by `Vista` to `Vista`: nobody owes itself',
    ]);
  });

  it('a header is told of once, and not each of its clauses', () => {
    expect(warnings(withHeader('by = Studio, to = Studio'))).toEqual([`warning vista: \`vista\` ${SAYS}`]);
    const repeated = 'deal vista (by = Studio, to = Studio) { license(by = Studio) own: license(to = Studio) }\n';
    expect(warnings(repeated)).toEqual([`warning vista: \`vista\` ${SAYS}`]);
    const another = 'deal vista (by = Studio, to = Studio) { other: license(by = Vista, to = Vista) }\n';
    expect(warnings(another)).toHaveLength(2);
  });

  it('not where somebody else owes it as well, or the other side promises', () => {
    expect(warnings(inDeal('shared: license(by = [Studio, Vista], to = Studio, scope = film)'))).toEqual([]);
    expect(warnings(inDeal('back: license(by = Vista, scope = film)'))).toEqual([]);
  });

  it('a party that is under itself', () => {
    expect(told('party Holding under Holding\n')).toEqual(['Holding: `Holding` is related to itself']);
  });
});

describe('a term of a deal, elsewhere', () => {
  const goods = (clause: string) => `deal x (by = Studio, to = Vista) {
  scope Goods
  event Closing
  r: exclusive(scope = Goods)
}
deal y (by = Studio, to = Vista) {
  ${clause}
}
`;

  it.each([
    ['license(scope = Goods)', '`Goods` is declared as a scope only inside the deal `x`', 'license(scope = x.Goods)'],
    ['license(scope = Godos)', '`Godos` is not declared as a scope in this portfolio', 'license(scope = x.Goods)'],
    [
      'license(scope = film, from = Closing)',
      '`Closing` is an event only inside the deal `x`',
      'license(scope = film, from = x.Closing)',
    ],
  ])('is called with its deal: %s', (written, message, meant) => {
    expect(mistakes(goods(written)).map((one) => one.message)).toEqual([message]);
    expect(mended(goods(written))).toBe(goods(meant));
  });

  it('goes by its name alone inside it', () => {
    const inside = (clause: string) => goods('license(scope = film)').replace('r: ', `${clause}\n  r: `);
    expect(mended(inside('license(scope = Godos)'))).toBe(inside('license(scope = Goods)'));
  });
});

describe('a deal with a name that another has', () => {
  it('is told once, and counted among what was not checked', () => {
    const text = 'deal x (by = Studio) {}\ndeal x (by = Studio, to = Vista) { exclusive(scope = flim) }\n';
    const { findings: found, summary } = check(TERMS + text);
    expect(found.map(({ message }) => message)).toEqual(['the deal `x` is declared twice']);
    expect(summary.notChecked).toContainEqual(
      expect.objectContaining({ what: 'deals with a name that another has', count: 1, which: ['x'] }),
    );
  });
});

describe('a clause of a kind that there is not', () => {
  const row = (text: string) =>
    check(TERMS + text).summary.notChecked.find(({ what }) => what === 'clauses of an unknown kind');

  it('is counted among what was not checked', () => {
    const text = 'deal d (by = Studio, to = Vista) { b: unknown_thing(scope = film) { strange() } }\n';
    expect(row(text)).toMatchObject({ count: 2, which: ['d.b', 'd.strange'] });
    expect(row(inDeal('license()'))).toBeUndefined();
    expect(row(inDeal('license() unless (territory = CN)'))).toBeUndefined();
  });

  it('is there for what yields to it: to speak of it is no second mistake', () => {
    expect(told(inDeal('a: exclusive(scope = film) subject to [b, vista.b]\n  b: unknown_thing()'))).toEqual([
      'unknown_thing: there is no kind of clause `unknown_thing`',
    ]);
  });
});

describe('what excludes all others', () => {
  const alone = (clause: string, by = 'Studio') => `deal x (by = ${by}, from = 2025-01-01) { x: ${clause} }\n`;

  it.each(['exclusive(scope = film)', 'exclusive_license(scope = film)', 'requirements(scope = film)'])(
    'says for whom: %s',
    (clause) => {
      expect(told(alone(clause))).toEqual(['x: `x` excludes all others, and does not say whom it is for']);
    },
  );

  it.each([
    ['exclusive(scope = film, to = Vista)', 'Studio'],
    ['exclusive(scope = film, with = Vista)', 'Studio'],
    ['exclusive(scope = film, cloud = East)', 'Studio'],
    ['exclusive(scope = film)', '[Studio, Vista]'],
    ['prohibit(scope = film)', 'Studio'],
  ])('and does: %s by %s', (clause, by) => {
    expect(told(alone(clause, by))).toEqual([]);
  });

  it('is counted as a clause with an error until it does', () => {
    expect(check(TERMS + alone('exclusive(scope = film)')).summary.notChecked).toContainEqual(
      expect.objectContaining({ what: 'clauses with an error', count: 1 }),
    );
  });
});

describe('a clause that yields to what there is not', () => {
  it.each(['subject to vista.exlusive', 'notwithstanding vista.exlusive'])(
    'is not judged until that is mended: %s',
    (rank) => {
      const text = `deal vista (by = Studio, to = Vista, from = 2025-01-01) { exclusive: exclusive(scope = film) }
deal onda (by = Studio, to = Onda, from = 2025-01-01) { y: license(scope = film) ${rank} }
`;
      const { findings: found, summary } = check(`${TERMS}party Onda\n${text}`);
      expect(found.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([
        'there is no clause or deal `vista.exlusive`',
      ]);
      expect(found.filter(({ verdict }) => verdict)).toEqual([]);
      expect(summary.notChecked).toContainEqual(expect.objectContaining({ what: 'clauses with an error', count: 1 }));
    },
  );
});

describe('dates that go round in a circle', () => {
  it.each([
    [
      'of two clauses',
      inDeal('r: license(from = s.end + 1 day)\n  s: license(scope = film, until = r.start + 2 days)'),
      'r.start: the dates of `vista.r` and `vista.s` go round in a circle',
    ],
    [
      'of two deals',
      withHeader('by = Studio, to = Vista, until = onda.end + 1 day') +
        'deal onda (by = Studio, to = Vista, until = vista.end + 1 day) { license(scope = film) }\n',
      'vista.end: the dates of `vista` and `onda` go round in a circle',
    ],
    [
      'of a deal that ends another on its end',
      withHeader('by = Studio, to = Vista') +
        'deal onda (by = Studio, to = Vista, from = vista.end) terminates vista { license(scope = film) }\n',
      'vista.end: the dates of `vista` and `onda` go round in a circle',
    ],
    [
      'of one deal',
      withHeader('by = Studio, to = Vista, until = end + 1 year'),
      'end: the dates of `vista` go round in a circle',
    ],
  ])('are told once, with all that they are of: %s', (_, text, message) => {
    expect(told(text)).toEqual([message]);
    expect(findings(TERMS + text)).toHaveLength(1);
  });
});

describe('a length of time', () => {
  says([
    [
      'license(until = AGI + 2 fortnights)',
      'fortnights: Expected a unit of time (days, weeks, months, quarters, years)',
    ],
    ['license(until = AGI + 5 usd)', '+: Expected a duration after `+`'],
  ]);
  mends([
    ['license(until = AGI + 2 dyas)', 'license(until = AGI + 2 days)'],
    ['license(until = AGI + 1 yr)', 'license(until = AGI + 1 year)'],
    ['license(until = AGI - 18 mos)', 'license(until = AGI - 18 months)'],
    ['license(until = AGI + 6 Wks)', 'license(until = AGI + 6 weeks)'],
  ]);

  it('of nothing renews nothing', () => {
    expect(told(withHeader('by = Studio, to = Vista, until = 2027, renews = 0 days'))).toEqual([
      '0 days: `0 days` is no time: nothing is renewed by it',
    ]);
  });
});

describe('a date', () => {
  mends([
    ['license(until = ２０２６－０１－０１)', 'license(until = 2026-01-01)'],
    ['license(until = ２０２７)', 'license(until = 2027)'],
    ['pay(amount = ５０ EUR)', 'pay(amount = 50 EUR)'],
  ]);

  it('is wanted where an event says from when a party is controlled', () => {
    expect(told('party Lab under Studio from AGI\n')).toEqual([
      'AGI: Expected a date after `from`, such as 2026-02-27',
    ]);
  });
});
