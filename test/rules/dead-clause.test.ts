/** §8: clauses that cover nothing, and exceptions that take out nothing or everything. */
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../verdicts/helpers.ts';
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
    ['in no country', one('license(territory = FR except Europe)'), 1],
    ['of nothing', one('license(scope = film except works)'), 1],
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
  ['an event that comes before it', 'from=AGI, until=IPO', 'ends before it starts'],
  ['a date, which is in it', 'from=2026-03-01, until=2026-02-28', 'ends before it starts'],
  ['a sum before it', 'from=2026-03-01, until=2026-03-01 - 1 day', 'ends before it starts'],
])('that ends with %s says whether that is before it starts', (_, times, said) => {
  const text = one(`license(scope=film, ${times})`, 'event IPO\nevent AGI after IPO');
  expect(findingsOf('dead-clause', text).map(({ message }) => message)).toEqual([`\`c\` ${said}`]);
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
