/** §8, readings: the same words, read by different people. */
import { describe, expect, it } from 'vitest';
import { check, findingOf, findings, judges, sold } from './helpers.ts';

/** Two kinds of works of which nobody says that they are distinct. */
const pair = (readings: string) => sold('exclusive(scope=film)', 'license(scope=song)', readings);
const SAME = 'reading vista "A song is a film" { scope song in film }\n';
const OTHER = 'reading onda "A song is no film" { scope song distinct from film }\n';

describe('a pair under several readings', () => {
  judges([
    ['without any', pair(''), 'near miss'],
    ['a conflict as somebody reads it', pair(SAME), 'disputed'],
    ['a conflict as one reads it and none as another does', pair(SAME + OTHER), 'disputed'],
    ['no conflict as anybody reads it, and a near miss as written', pair(OTHER), 'near miss'],
    [
      'a conflict as everybody reads it',
      sold('exclusive(scope=works)', 'license(scope=film)', SAME + OTHER),
      'conflict',
    ],
    ['clear as everybody reads it', sold('exclusive(scope=book)', 'license(scope=film)', SAME + OTHER), 'clear'],
    [
      'a class that is stated to contain it',
      sold('noncompete(scope=rival)', 'license(scope=film)', `${RIVAL()}reading vista { scope film in rival }`),
      'disputed',
    ],
    [
      'a class that is stated not to contain it',
      sold(
        'noncompete(scope=rival)',
        'license(scope=film)',
        `${RIVAL()}reading onda { scope film distinct from rival }`,
      ),
      'depends',
    ],
    [
      'that depends as somebody reads it',
      sold(
        'exclusive(scope=song, cloud=East)',
        'host(scope=book)',
        'reading vista { scope book in song }\nreading onda { scope book distinct from song }',
      ),
      'depends',
    ],
    [
      'that somebody reads the acts of',
      sold('prohibit(act=distribute)', 'license(act=host)', 'reading vista { act host in distribute }'),
      'disputed',
    ],
    [
      'that somebody reads a group of parties in',
      sold('noncompete(with=Majors)', 'license()', 'party Majors\nreading vista { party Onda in Majors }'),
      'disputed',
    ],
    [
      'that somebody reads the channels of',
      sold('prohibit(channel=cinema)', 'license(channel=television)', 'reading vista { channel television in cinema }'),
      'disputed',
    ],
  ]);

  const areas = (relation: string, inner: string, outer: string, more = '') =>
    sold(`exclusive(territory=${outer})`, `license(territory=${inner})`, `${more}\nreading vista { ${relation} }`);
  judges([
    ['that somebody reads a built-in territory in', areas('territory GB in EU', 'GB', 'EU'), 'disputed'],
    ['and one of the portfolio’s in it', areas('territory coast in EU', 'coast', 'EU', 'territory coast'), 'disputed'],
    [
      'that somebody reads to overlap one',
      areas('territory coast overlaps FR', 'coast', 'FR', 'territory coast'),
      'disputed',
    ],
    [
      'that somebody reads apart from one',
      areas('territory coast distinct from FR', 'coast', 'FR', 'territory coast'),
      'clear',
    ],
    [
      'that somebody reads to consist of some',
      areas('territory coast = [FR, ES]', 'coast', 'FR', 'territory coast'),
      'disputed',
    ],
    [
      'that two read in built-in territories, each in another',
      sold(
        'exclusive(territory=Europe)',
        'license(territory=coast)',
        'territory coast\nreading vista { territory coast in FR }\nreading onda { territory coast in DE }',
      ),
      'disputed',
    ],
  ]);

  function RIVAL(): string {
    return 'scope rival in works open\n';
  }
});

describe('readings are not put together', () => {
  const words = 'scope low, mid, top\nreading one { scope low in mid }\n';
  judges([
    [
      'two that only collide together',
      sold('prohibit(scope=top)', 'license(scope=low)', `${words}reading two { scope mid in top }`),
      'clear',
    ],
    [
      'one that says both',
      sold('prohibit(scope=top)', 'license(scope=low)', `${words}reading two { scope mid in top scope low in mid }`),
      'disputed',
    ],
    [
      'what is written counts in each',
      sold(
        'prohibit(scope=top)',
        'license(scope=low)',
        'scope top\nscope mid in top\nscope low\nreading one { scope low in mid }',
      ),
      'disputed',
    ],
  ]);
});

describe('one reading alone', () => {
  judges([
    ['of the one who sees a conflict', pair(SAME + OTHER), 'conflict', { reading: 'vista' }],
    ['of the one who does not', pair(SAME + OTHER), 'clear', { reading: 'onda' }],
  ]);
});

describe('a finding', () => {
  it('says who reads it how, as written first', () => {
    const { verdictByReading } = findingOf(pair(SAME + OTHER));
    expect(verdictByReading).toEqual({ 'as written': 'near miss', vista: 'conflict', onda: 'clear' });
    expect(Object.keys(verdictByReading ?? {})[0]).toBe('as written');
  });

  it('is an error under all, a warning under some', () => {
    expect(findingOf(sold('exclusive()', 'license()', SAME + OTHER)).severity).toBe('error');
    expect(findingOf(pair(SAME)).severity).toBe('warning');
  });
});

describe('a reading with a mistake', () => {
  const mistakes = (text: string) =>
    findings(`scope works\nscope film in works\nscope song distinct from film\n${text}`);

  it('may not declare a term', () => {
    expect(mistakes('reading one { scope novel in works }')).toMatchObject([{ severity: 'error' }]);
  });

  it('may not contradict what all agree on', () => {
    expect(mistakes('reading one { scope song in film }')).toMatchObject([
      { rule: 'contradictory-terms', severity: 'error' },
    ]);
  });

  it('may not run in a circle', () => {
    expect(mistakes('reading one { scope works in film }')).toMatchObject([
      { rule: 'cyclic-terms', severity: 'error' },
    ]);
  });

  it.each([
    ['contradicts what is written', 'scope song in film'],
    ['runs in a circle', 'scope book overlaps film scope novel in book scope book in novel'],
    ['contradicts itself', 'scope book in film scope book distinct from film'],
    ['gives an event another day', 'scope book overlaps film event IPO occurred 2026-03-02'],
  ])('is no reading where it %s: nothing is judged by it, and that is said', (_, relations) => {
    const { text } = sold(
      'exclusive(scope=film)',
      'license(scope=[song, book])',
      `event IPO occurred 2026-03-01\nscope novel\nreading vista { ${relations} }`,
    );
    const { findings: found, summary } = check(
      text.replace('scope song in works', 'scope song in works distinct from film'),
    );
    expect(found.map(({ severity }) => severity)).toEqual(['error']);
    expect(found[0].verdict).toBeUndefined();
    expect(summary.notChecked).toContainEqual({
      what: 'readings',
      count: 1,
      why: 'they contradict the terms, or themselves, until that is mended',
      which: ['vista'],
    });
  });

  it.each(['works in film', 'film in song', 'song overlaps film scope works in song'])(
    'leaves the terms as they are for everybody else: %s',
    (relation) => {
      const { text } = sold('exclusive(scope=film)', 'license(scope=song)', `reading broad { scope ${relation} }`);
      const { findings: found } = check(text.replace('scope song in works', 'scope song in works distinct from film'));
      expect(found.length).toBeGreaterThan(0);
      expect(found.map(({ rule }) => rule)).not.toContain('exclusive-overlap');
    },
  );

  it('without one says nothing', () => {
    expect(mistakes('reading one "A song is a work" { scope song in works }')).toEqual([]);
  });
});
