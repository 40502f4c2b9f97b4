/** §8: clauses that cover nothing, and exceptions that take out nothing or everything. */
import { describe, expect, it } from 'vitest';
import { findings, findingsOf } from '../verdicts/helpers.ts';
import { counts } from './helpers.ts';

const one = (clause: string, more = '', header = 'from = 2026-01-01') => `
party Studio, Cinema
scope works
scope film in works
scope song in works
${more}
deal d (by = Studio, to = Cinema, ${header}) { c: ${clause} }
`;
const SCREEN = 'dimension screen what number';

describe('a clause', () => {
  counts('dead-clause', [
    ['that covers something', one('license(scope=film, from=2026-06-01, until=2026-09-30)'), 0],
    ['of one day', one('license(scope=film, from=2026-06-01, until=2026-06-01)'), 0],
    ['that ends before it starts', one('license(scope=film, from=2027-06-01, until=2026-09-30)'), 1],
    ['that ends the day before it starts', one('license(scope=film, from=2026-06-01, until=2026-05-31)'), 1],
    ['that ends before its deal starts', one('license(scope=film, until=2025-12-31)'), 1],
    ['that starts after its deal ends', one('license(from=2027-01-01)', '', 'from = 2026-01-01, until = 2026'), 1],
    ['from an event until it', one('license(from=AGI, until=AGI)', 'event AGI'), 1],
    ['from an event until another', one('license(from=AGI, until=IPO)', 'event AGI, IPO'), 0],
    ['that only records, and ends before it starts', one('volume_limit(quantity=3, from=2027, until=2026)'), 1],
    ['that only records', one('volume_limit(quantity=3, from=2026, until=2027)'), 0],
    ['in no country', one('license(territory = FR except Europe)'), 1],
    ['of nothing', one('license(scope = film except works)'), 1],
    ['of no number', one('license(screen = 10..12 except 5..20)', SCREEN), 1],
    ['of some numbers', one('license(screen = 10..12 except 11)', SCREEN), 0],
    ['of what is left', one('license(scope = works except film)'), 0],
  ]);
});

it.each([
  ['an event', 'from=AGI, until=AGI', 'ends on the day it starts, and so has no day'],
  ['a sum', 'from=2026-03-01, until=2026-03-01 + 0 days', 'ends on the day it starts, and so has no day'],
  [
    'the earlier of two',
    'from=AGI, until=earlier of [AGI, AGI + 1 day]',
    'ends on the day it starts, and so has no day',
  ],
  ['the earlier of it and a date', 'from=AGI, until=earlier of [AGI, 2030]', 'ends no later than it starts'],
  [
    'the earlier of it and what comes before',
    'from=AGI, until=earlier of [AGI, IPO + 1 day]',
    'ends no later than it starts',
  ],
  ['an event that comes before it', 'from=AGI, until=IPO', 'ends before it starts'],
  ['a date, which is in it', 'from=2026-03-01, until=2026-02-28', 'ends before it starts'],
  ['a sum before it', 'from=2026-03-01, until=2026-03-01 - 1 day', 'ends before it starts'],
])('that ends with %s says whether that is before it starts', (_, times, said) => {
  const text = one(`license(scope=film, ${times})`, 'event IPO\nevent AGI after IPO');
  expect(findingsOf('dead-clause', text).map(({ message }) => message)).toEqual([`\`c\` ${said}`]);
});

describe('a clause that starts when its deal is over', () => {
  const header = 'from = 2026-01-01, until = start + 5 years';
  const helpOf = (times: string): (string | undefined)[] =>
    findingsOf('dead-clause', one(`no_solicit_customers(${times})`, '', header)).map(({ help }) => help);

  it.each(['from = end', 'from = 2031-01-01'])('is told that it ends with it: %s', (times) => {
    expect(helpOf(times)).toEqual([
      'it ends with its deal: give it an end of its own, such as `until = perpetual` or `until = end + 2 years`',
    ]);
  });

  it.each(['until = perpetual', 'until = end + 2 years'])('has days with an end of its own: %s', (until) => {
    expect(helpOf(`from = end, ${until}`)).toEqual([]);
  });

  it('is told to correct what it says itself', () => {
    expect(helpOf('from = 2032-01-01, until = 2031')).toEqual(['correct `from` or `until`']);
    expect(helpOf('from = start + 1 year, until = start + 1 year')).toEqual([
      'the day of an event, or of a sum, is not in it as an end: correct `from` or `until`',
    ]);
  });
});

describe('an exception', () => {
  counts('dead-clause', [
    ['that takes something out', one('license(territory=EU) except (territory=FR)'), 0],
    ['that takes nothing out', one('license(territory=US) except (territory=JP)'), 1],
    [
      'that takes out what is distinct',
      one('license(scope=film) except (scope=poem)', 'scope poem in works distinct from film'),
      1,
    ],
    ['that takes out another time', one('license(until=2026) except (from=2027)'), 1],
    ['that takes everything out', one('license(territory=FR) except (territory=Europe)'), 1],
    ['that takes out what is meant', one('license(scope=film) except (scope=works)'), 1],
    ['that takes out all', one('license(scope=film) except (scope=all)'), 1],
    ['that takes everything out of a measure', one('license(screen > 10) except (screen >= 5)', SCREEN), 1],
    ['that takes nothing out of a measure', one('license(screen > 10) except (screen < 5)', SCREEN), 1],
    ['that takes a part out of a measure', one('license(screen > 10) except (screen >= 15)', SCREEN), 0],
    ['of some days', one('license(scope=film) except (from=2027, until=2027)'), 0],
    ['of some days while a state holds', one('license(scope=film) except (while=strike)', 'state strike'), 0],
    [
      'that is one of two dead ones',
      one('license(territory=US) except (territory=JP), (territory=US-AK), (territory=CN)'),
      2,
    ],
  ]);

  const said = (clause: string, more = '', options = {}): string[] =>
    findings(one(clause, more), options)
      .filter(({ rule, severity }) => rule === 'dead-clause' || severity === 'error')
      .map(({ message }) => message.replace(/`c`/, 'c'));
  const NOTHING = 'an exception of c takes nothing away';
  const EVERYTHING = 'an exception of c takes everything away';
  const TOGETHER = 'the exceptions of c together take everything away';

  it.each([
    ['all of a list', 'license(scope=[film, song]) except (scope=film), (scope=song)', [TOGETHER]],
    ['all but what a parent has of its own', 'license(scope=works) except (scope=film), (scope=song)', []],
    ['a country and every other', 'license() except (territory=US), (territory=all except US)', [TOGETHER]],
    ['a year and all other days', 'license() except (until=2026), (from=2027)', [TOGETHER]],
    ['all but one day', 'license() except (until=2026), (from=2027-01-02)', []],
    ['an event and what comes after it', 'license() except (until=AGI), (from=AGI)', [TOGETHER]],
    ['two events of which either may come first', 'license() except (until=AGI), (from=IPO)', []],
    [
      'everything by halves of two kinds',
      'license(scope=[film, song]) except (scope=film), (scope=song, until=2026)',
      [],
    ],
    [
      'and by quarters',
      'license(scope=[film, song]) except (scope=film, until=2026), (scope=song, until=2026), (from=2027)',
      [TOGETHER],
    ],
    ['all of a measure', 'license(screen=5..20) except (screen < 10), (screen >= 10)', [TOGETHER]],
    ['all of a measure but a point', 'license(screen=5..20) except (screen < 10), (screen > 10)', []],
    ['all while a state holds', 'license(scope=[film, song]) except (scope=film), (scope=song, while=strike)', []],
    ['everybody but the holder', 'exclusive(to=Cinema) except (with = all except Cinema)', []],
    [
      'a list of parties',
      'no_solicit_customers(with=[Cinema, Studio]) except (with=Cinema), (with=Studio)',
      [TOGETHER],
    ],
    ['one party', 'exclusive(to=Cinema) except (with=Studio)', []],
    ['all from the event it starts with', 'license(from=AGI) except (from=AGI)', [EVERYTHING]],
    ['all, for the clause starts later', 'license(from=AGI) except (from=2026-05-01)', [EVERYTHING]],
    ['days it does not have', 'license() except (from=2026-03-01, until=2026-02-01)', [NOTHING]],
    ['the days before its event', 'license(from=AGI) except (until=AGI)', [NOTHING]],
    ['days before an event that comes later', 'license(from=AGI) except (until=IPO)', []],
    ['days from an event that is taken never to happen', 'license() except (from=merger)', []],
    ['days until an event that is taken never to happen', 'license() except (until=merger)', []],
  ] as const)('of %s', (_, clause, expected) => {
    const more = `${SCREEN}\nstate strike\nevent AGI, IPO\nevent merger presumed no`;
    expect(said(clause, more)).toEqual(expected);
  });

  it('has another fault where it has no day than where it lies elsewhere', () => {
    const help = (exception: string) =>
      findingsOf('dead-clause', one(`license(territory=US) except (${exception})`))[0].help;
    expect(help('from=2026-03-01, until=2026-02-01')).toContain('it has no day');
    expect(help('territory=JP')).toContain('it lies outside the clause');
  });

  it('that takes everything away under one reading alone is no fault of the clause', () => {
    const reading = 'reading narrow { scope poem in film }\nscope poem in works';
    expect(said('license(scope=[film, poem]) except (scope=film)', reading)).toEqual([]);
  });

  it('of a clause that another deal has ended before it began is nothing to tell', () => {
    const more = 'deal letter (by = Studio, to = Cinema, from = 2026-02-01) terminates d { }';
    expect(said('license(from=2027) except (territory=US)', more)).toEqual([]);
  });

  it('is a warning about its clause', () => {
    const [finding] = findingsOf('dead-clause', one('license(territory=US) except (territory=JP)'));
    expect(finding.severity).toBe('warning');
    expect(finding.clauses[0].name).toBe('d.c');
  });
});

describe('what is dead only as something is assumed', () => {
  const text = `party Studio, Vista
scope film
event IPO
deal vista (by = Studio, to = Vista, from = 2026-01-01) {
  r: prohibit(scope = film, until = IPO)
  s: license(scope = film, until = 2027) except (from = IPO)
  t: license(scope = film, until = 2025)
}`;
  const told = (assume: Record<string, string>) =>
    findingsOf('dead-clause', text, { assume }).map(({ severity, message, assumptions, help }) => ({
      severity,
      said: [message, assumptions, help].flat().join('; '),
    }));
  const otherwise = 'nothing is to be corrected: it is so only because of what is assumed';

  it('says so, and asks for no correction', () => {
    expect(told({ IPO: '2025-01-01' })).toEqual([
      { severity: 'warning', said: '`t` ends before it starts; ; correct `from` or `until`' },
      ...['`r` ends before it starts', 'an exception of `s` takes everything away'].map((said) => ({
        severity: 'information',
        said: `in the scenario that is assumed, ${said}; IPO happens on 2025-01-01; ${otherwise}`,
      })),
    ]);
    expect(told({ IPO: '2028-02-01' })).toMatchObject([
      { severity: 'warning' },
      {
        severity: 'information',
        said: expect.stringContaining('an exception of `s` takes nothing away; IPO happens on'),
      },
    ]);
    expect(told({ IPO: '2026-06-01' })).toMatchObject([{ severity: 'warning' }]);
  });
});

describe('an amendment', () => {
  const told = (amendment: string, ends: string, more = ''): string[] =>
    findingsOf(
      'dead-clause',
      `${one('license(scope=film)', more)}
deal letter (${amendment}) amends d { k: license(scope=song) }
deal next (by = Studio, to = Cinema, ${ends} { w: license(scope=works) }`,
    ).map(({ message }) => message);
  const NEVER = '`letter` is never in force: `d`, which it amends, has ended by the time it starts';

  it.each([
    ['that starts after what it amends has been superseded', 'from=2027-06-01', 'from=2027) supersedes d', [NEVER]],
    ['or terminated', 'from=2027-06-01', 'from=2027) terminates d', [NEVER]],
    ['on the very day', 'from=2027', 'from=2027) terminates d', [NEVER]],
    ['at some time after the event that ends it', 'from=AGI + 1 month', 'from=AGI) terminates d', [NEVER]],
    ['with an event that comes before that', 'from=AGI', 'from=AGI + 1 month) terminates d', []],
    ['with another event', 'from=IPO', 'from=AGI) terminates d', []],
    ['with an event that is taken never to happen', 'from=merger', 'from=2027) terminates d', []],
    ['the day before', 'from=2026-12-31', 'from=2027) terminates d', []],
    ['that is ended itself, before it starts', 'from=2027-06-01', 'from=2027) terminates letter', []],
    ['of what is ended in part', 'from=2027-06-01', 'from=2027) terminates d.c', []],
  ])('%s', (_, amendment, ends, expected) => {
    expect(told(amendment, ends, 'event AGI, IPO\nevent merger presumed no')).toEqual(expected);
  });

  it('of which a clause outlasts the end is not', () => {
    const text = `${one('license(scope=film)')}
deal letter (from=2027-06-01) amends d { k: license(scope=song) l: license(scope=song, until=end + 1 year) }
deal next (by = Studio, to = Cinema, from=2027) supersedes d { w: license(scope=works) }`;
    expect(findingsOf('dead-clause', text)).toEqual([]);
  });

  it('is told of once, at its name', () => {
    const text = `${one('license(scope=film)')}
deal letter (from=2027-06-01) amends d { k: license(scope=song) l: license(scope=song) }
deal next (by = Studio, to = Cinema, from=2027) supersedes d { w: license(scope=works) }`;
    const [{ span, clauses }, ...others] = findingsOf('dead-clause', text);
    expect(others).toEqual([]);
    expect(text.slice(span.start, span.end)).toBe('letter');
    expect(clauses.map(({ name }) => name)).toEqual(['letter.k', 'letter.l']);
  });
});

describe('a clause under a label that was ended before it was made', () => {
  const text = (from: string) => `${one('license(scope=film)')}
deal stop (by = Studio, to = Cinema, from=2027-04-01) terminates d.c {}
deal letter (from=${from}) amends d { c: license(scope=song) }`;

  it('is told, with the deal that ended it', () => {
    expect(findingsOf('dead-clause', text('2027-06-01')).map(({ message }) => message)).toEqual([
      '`c` is never in force: `stop` has ended what goes by this label before',
    ]);
  });

  it('is in force until then where it was made before', () => {
    expect(findingsOf('dead-clause', text('2027-02-01'))).toEqual([]);
  });
});
