/** §4: what cannot be said of terms, and what contradicts what else is said. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/rules/finding.ts';
import { findingOf, findings, findingsOf, judges, rulesOf, sold, told } from './helpers.ts';

describe('a built-in territory in one that is exactly a list', () => {
  it.each([
    'territory nordics = [DK, SE]\nterritory NO in nordics',
    'territory NO in nordics\nterritory nordics = [NO]',
  ])('is reported where it is said, with the list: %s', (text) => {
    const [finding] = findingsOf('contradictory-terms', text);
    const places = [finding, ...finding.related!].map(({ span }) => text.slice(span.start, span.end));
    expect(places).toEqual(['NO', 'nordics']);
  });
});

describe('a name that is built in', () => {
  const told = (text: string) => findings(text).map(({ rule, span, help }) => [rule, marked(text, span), help]);
  const marked = (text: string, { start, end }: Finding['span']): string => text.slice(start, end);
  const ANOTHER = 'it is built in: remove the declaration, or choose another name';
  const ONLY =
    'it is built in: say only how it relates to others, with `in`, `overlaps` or `distinct from`, or choose another name';
  const OTHERWISE = 'choose another name, or relate it with `in`, `overlaps` or `distinct from`';

  it.each([
    ['territory US', 'US', ANOTHER],
    ['territory worldwide in EU', 'worldwide', ANOTHER],
    ['territory GB open', 'GB', ANOTHER],
    ['territory GB "Britain" in EU', 'GB', ONLY],
    ['act host', 'host', ANOTHER],
    ['act host "Hosting"', 'host', ANOTHER],
    ['act host "Hosting" = [make]', 'host', ANOTHER],
    ['act host open', 'host', ANOTHER],
    ['act host in market open', 'host', ONLY],
    ['act host = [make]', '[make]', OTHERWISE],
    ['reading low { act pay = [make] }', '[make]', OTHERWISE],
    ['territory EU = [FR]', '[FR]', OTHERWISE],
    ['reading low { territory EU = [FR] }', '[FR]', OTHERWISE],
    [
      'party A\ndeal d (by = A) { territory GB in EU }',
      'GB',
      'it is built in: say more of it outside the deals, or choose another name',
    ],
    ['party A\ndeal d (by = A) { territory GB }', 'GB', ANOTHER],
  ])('is not declared again: %s', (text, place, help) => {
    expect(told(text)).toEqual([['duplicate-name', place, help]]);
  });

  it('is not shown where it was declared first, which is nowhere', () => {
    expect(findings('act host').map(({ related }) => related ?? [])).toEqual([[]]);
  });

  it('can be told more of', () => {
    expect(told('territory GB in EU\nterritory EEA overlaps CH\nterritory GB distinct from FR')).toEqual([]);
    expect(told('act host in use\nact market overlaps sublicense\nact market distinct from host')).toEqual([]);
  });

  it('is told once of what cannot be said of it', () => {
    expect(rulesOf('party A\nact host by A')).toEqual(['invalid-argument']);
  });

  const own = (y: string) =>
    declared(`deal vista (by = Studio, to = Vista) {
        territory EU = [FR, DE]
        x: prohibit(territory = EU)
      }
      deal onda (by = Studio, to = Onda) { y: ${y} }`);
  judges([
    ['and that a deal defines for itself: what it lists', own('license(territory = DE)'), 'conflict'],
    ['and nothing else', own('license(territory = IT)'), 'clear'],
  ]);

  function declared(deals: string) {
    return { text: `party Studio, Vista, Onda\n${deals}`, between: ['vista.x', 'onda.y'] as const };
  }
});

describe('acts that are built in', () => {
  const [host, sublicense] = ['prohibit(scope=film, act=host)', 'license(scope=film, act=sublicense)'];
  judges([
    ['are not stated distinct', sold(host, sublicense), 'near miss'],
    ['and may be', sold(host, sublicense, 'act sublicense distinct from host'), 'clear'],
    ['or be stated to share something', sold(host, sublicense, 'act host overlaps sublicense'), 'conflict'],
    ['or to lie in each other, among others', sold(host, sublicense, 'act stream, sublicense in host'), 'conflict'],
    ['and are hidden by those of a deal', hidden(), 'clear'],
  ]);

  function hidden() {
    return told(
      `deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: prohibit(scope=film, act=host) }
      deal onda (by = Studio, to = Onda, from = 2025-01-01) {
        act host distinct from exploit
        y: license(scope=film, act=host)
      }`,
      'vista.x',
      'onda.y',
    );
  }

  it('are told how to be related', () => {
    expect(findingOf(sold(host, sublicense)).help).toContain('as in `act sublicense distinct from host`');
    const own = sold(host, 'license(scope=film, act=stream)', 'act stream in exploit');
    expect(findingOf(own).help).not.toContain('as in');
  });
});

describe('what is said of itself', () => {
  it.each([
    ['event K before K', '`K` is after itself'],
    [
      'party A, B\ndeal d (by = A, to = B) { x: license() subject to x }',
      '`x` is `subject to` itself: that says nothing',
    ],
    [
      'party A, B\ndeal d (by = A, to = B) { x: license() notwithstanding d.x }',
      '`d.x` is `notwithstanding` itself: that says nothing',
    ],
  ])('is told: %s', (text, message) => {
    expect(findings(text).map((finding) => finding.message)).toEqual([message]);
  });
});

describe('a name that cannot be a dimension’s', () => {
  it.each([
    ['dimension until where\nuntil spring', 'syntax'],
    ['dimension to who\nto A', 'syntax'],
    ['dimension amount what\namount low, high', 'duplicate-name'],
    ['dimension holder who', 'duplicate-name'],
    ['dimension money what', 'duplicate-name'],
    ['dimension edition what\nkind revise records (edition: text)', 'duplicate-name'],
    [
      'party A, B\ndimension price what number\ndeal d (by = A, to = B) { license(price < 10) license(price = 5..6) }',
      'duplicate-name',
    ],
  ])('is told, and nothing else: %s', (text, rule) => {
    expect(rulesOf(text)).toEqual([rule]);
  });

  it('leaves arguments what they are', () => {
    expect(rulesOf('party A\ndimension until where\ndeal d (by = A) { pay(until = 2027, amount = 5 EUR) }')).toEqual([
      'syntax',
    ]);
  });
});

describe('what is distinct and shares something', () => {
  const told = (text: string) =>
    findings(text).map(({ message, span, related, help }) => ({
      message,
      help,
      places: [{ span }, ...(related ?? [])].map(({ span: { start, end } }) => text.slice(start, end)),
    }));

  it.each([
    [
      'what lies in both',
      'scope root\nscope P in root\nscope Q in root\nscope P2 in P\nscope Q2 in Q distinct from P2\nscope M in [P2, Q2]\nscope N in M',
      '`Q2` is distinct from `P2`, but `M` belongs to both',
      ['Q2', 'P2', 'M'],
      'remove `distinct from`, or take `M` out of one of the two',
    ],
    [
      'an overlap below them',
      'scope P\nscope Q distinct from P\nscope a in P overlaps b\nscope b in Q',
      '`Q` is distinct from `P`, but `a` overlaps `b`, and what these share belongs to both',
      ['Q', 'P', 'a', 'b'],
      'remove `distinct from`, or take `overlaps` out',
    ],
    [
      'an overlap of the two',
      'scope P\nscope Q distinct from P overlaps P',
      '`Q` is distinct from `P`, but the two are said to overlap',
      ['Q', 'P'],
      'remove `distinct from`, or take `overlaps` out',
    ],
    [
      'what is in neither by name',
      'scope a, b\nscope x = [all except a]\nscope y = [all except b] distinct from x',
      '`y` is distinct from `x`, but what nobody has named belongs to both',
      ['y', 'x'],
      'remove `distinct from`, or name what belongs to each',
    ],
    [
      'of acts, where only the act is the portfolio’s',
      'act both in [make, use]',
      '`use` is distinct from `make`, but `both` belongs to both',
      ['both'],
      'take `both` out of one of the two',
    ],
    [
      'of acts that are apart from all others',
      'act odd in [pay, insure]',
      '`insure` is distinct from `pay`, but `odd` belongs to both',
      ['odd'],
      'take `odd` out of one of the two',
    ],
    [
      'of three acts, told once',
      'act trio in [make, use, sell]',
      '`use` is distinct from `make`, but `trio` belongs to both',
      ['trio'],
      'take `trio` out of one of the two',
    ],
    [
      'of an act that the portfolio puts into another',
      'act make in use',
      '`use` is distinct from `make`, but `make` belongs to `use`',
      ['make'],
      'take `make` out of `use`',
    ],
    [
      'of acts that are distinct even if the portfolio did not say so',
      'act make distinct from sell\nact sell in make',
      '`make` is distinct from `sell`, but `sell` belongs to `make`',
      ['make', 'sell'],
      'take `sell` out of `make`',
    ],
    [
      'of an act that lies in the other anyway',
      'act host distinct from exploit',
      '`host` is distinct from `exploit`, but `host` belongs to `exploit`',
      ['host'],
      'remove `distinct from`',
    ],
    [
      'of acts that a portfolio relates',
      'act sell distinct from host\nact both in [sell, host]',
      '`sell` is distinct from `host`, but `both` belongs to both',
      ['sell', 'both'],
      'remove `distinct from`, or take `both` out of one of the two',
    ],
    [
      'of acts, in a reading',
      'reading r { act make in use }',
      '`use` is distinct from `make`, but `make` belongs to `use` under the reading `r`',
      ['r'],
      'take `make` out of `use`',
    ],
    [
      'of territories that share a member anyway',
      'territory EU distinct from Europe',
      '`EU` is distinct from `Europe`, but `AT` belongs to both',
      ['EU'],
      'remove `distinct from`',
    ],
    [
      'of built-in territories',
      'territory GB in EU\nterritory GB distinct from EU',
      '`GB` is distinct from `EU`, but `GB` belongs to `EU`',
      ['GB'],
      'remove `distinct from`, or take `GB` out of `EU`',
    ],
  ])('names it: %s', (_, text, message, places, help) => {
    expect(told(text)).toEqual([{ message, help, places }]);
  });

  it('shows what is built in where it is related', () => {
    const [{ related }] = findings('act make distinct from sell\nact sell in make');
    expect(related?.map(({ message }) => message)).toEqual(['`sell` is related to others here']);
  });

  it('is told of the terms as written, and not again of a reading', () => {
    const text =
      'scope P\nscope Q distinct from P\nscope M in [P, Q]\nscope R\nreading all { scope Q distinct from R }';
    expect(rulesOf(text)).toEqual(['contradictory-terms']);
  });
});

describe('what overlaps what it lies in', () => {
  it.each([
    ['act make overlaps have-made', 'make', 'remove `overlaps`'],
    ['territory FR overlaps EU', 'FR', 'remove `overlaps`'],
    ['act market in host overlaps host', 'market', 'remove `overlaps` or `in`'],
    ['scope film\nscope short in film overlaps film', 'short', 'remove `overlaps` or `in`'],
  ])('is told what can be taken back: %s', (text, place, remedy) => {
    const [{ rule, span, help }, ...others] = findings(text);
    expect(others).toEqual([]);
    expect([rule, text.slice(span.start, span.end), help]).toEqual(['contradictory-terms', place, remedy]);
  });
});

describe('what cannot be said of a term', () => {
  it.each([
    ['event E\nevent F in E', 'in E'],
    ['event F open', 'open'],
    ['party A\nevent F by A', 'by A'],
    ['event E\nevent F overlaps E', 'overlaps E'],
    ['event E\nevent F distinct from E', 'distinct from E'],
    ['event E\nevent F = [E]', '= [E]'],
    ['state q\nstate r in q', 'in q'],
    ['party A\nscope u by A', 'by A'],
    ['party A\nparty B by A', 'by A'],
    ['event E\nreading one { event E open }', 'open'],
  ])('is an error: %s', (text, relation) => {
    const [{ rule, message, span }, ...others] = findings(text);
    expect(others).toEqual([]);
    expect([rule, text.slice(span.start, span.end)]).toEqual(['invalid-argument', relation]);
    expect(message).toContain(`\`${relation}\` cannot be said of`);
  });

  it('is not who runs something of a dimension of one’s own that asks who', () => {
    expect(rulesOf('party A\ndimension market who\nmarket m by A\ncloud w by A')).toEqual([]);
  });
});

describe('mistakes in terms show both places', () => {
  const mistakes: readonly (readonly [string, string, string])[] = [
    ['a name declared twice', 'duplicate-name', 'scope film\nscope film'],
    ['a name declared twice in one list', 'duplicate-name', 'scope film, film'],
    ['a party declared twice', 'duplicate-name', 'party Studio\nparty Studio "The studio"'],
    ['an event declared twice', 'duplicate-name', 'event IPO\nevent IPO'],
    ['two terms within each other', 'cyclic-terms', 'scope film in works\nscope works in film'],
    ['two parties that control each other', 'cyclic-terms', 'party Able under Baker\nparty Baker under Able'],
    ['three terms in a circle', 'cyclic-terms', 'scope a in b\nscope b in c\nscope c in a'],
    [
      'distinct terms with a child in common',
      'contradictory-terms',
      'scope film\nscope song distinct from film\nscope musical in [film, song]',
    ],
    ['distinct from what it lies in', 'contradictory-terms', 'scope works\nscope film in works distinct from works'],
    [
      'distinct and overlapping',
      'contradictory-terms',
      'scope film\nscope song distinct from film\nscope song2 in song overlaps film',
    ],
    [
      'distinct further up',
      'contradictory-terms',
      'scope film\nscope song distinct from film\nscope a in film\nscope b in [a, song]',
    ],
    [
      'distinct terms of which a third is made',
      'contradictory-terms',
      'scope film\nscope both = [film]\nscope song in film distinct from both',
    ],
    [
      'an event that occurred before what it comes after',
      'contradictory-terms',
      'event AGI occurred 2031-01-01\nevent IPO occurred 2032-01-01 before AGI',
    ],
    [
      'and on the same day',
      'contradictory-terms',
      'event AGI occurred 2031-01-01\nevent IPO after AGI occurred 2031-01-01',
    ],
    [
      'an event that occurred after what never happens',
      'contradictory-terms',
      'event AGI presumed no\nevent IPO after AGI occurred 2031-01-01',
    ],
    [
      'an event that is to happen by a day, after others that come later',
      'contradictory-terms',
      'event AGI after 2030\nevent IPO after AGI\nevent spin after IPO before 2029',
    ],
  ];
  for (const [says, rule, text] of mistakes) {
    it(`${says}: ${rule}`, () => {
      const [finding] = findingsOf(rule, text);
      expect(finding).toMatchObject({ severity: 'error' });
      expect(finding.related?.length).toBeGreaterThan(0);
      const places = [finding, ...finding.related!].map(({ file, span }) => `${file} ${span.start}`);
      expect(new Set(places).size).toBeGreaterThan(1);
    });
  }

  it('one name in two dimensions is no mistake', () => {
    expect(rulesOf('party Azure\ncloud Azure\nscope Azure')).toEqual([]);
  });

  it('terms that merely overlap may have a child in common', () => {
    expect(rulesOf('scope film\nscope song overlaps film\nscope musical in [film, song]')).toEqual([]);
  });
});

describe('days of events that cannot be', () => {
  const messages = (text: string): string[] => findingsOf('contradictory-terms', text).map(({ message }) => message);

  it.each([
    [
      'event IPO after 2027 occurred 2027-12-31',
      '`IPO` occurred on 2027-12-31, but it is stated to come after 2027-12-31',
    ],
    [
      'event IPO before 2027 occurred 2027-01-01',
      '`IPO` occurred on 2027-01-01, but it is stated to come before 2027-01-01',
    ],
    [
      'event IPO after 2027 before 2028-01-01',
      '`IPO` is stated to come after 2027-12-31 and before 2028-01-01: there is no such day',
    ],
    [
      'event AGI occurred 2031-01-01\nevent IPO occurred 2032-01-01 before AGI',
      '`AGI` occurred on 2031-01-01, but it comes only after `IPO`, which occurred on 2032-01-01',
    ],
    [
      'event AGI after 2030\nevent IPO after AGI presumed yes before 2030',
      '`IPO` is stated to happen before 2030-01-01, but it comes only after `AGI`, which cannot happen before 2031-01-01',
    ],
    [
      'event AGI presumed no\nevent IPO after AGI presumed yes',
      '`IPO` is presumed to happen, but it comes only after `AGI`, which is presumed never to happen',
    ],
    [
      'event IPO occurred 2026-04-01 occurred 2026-04-20',
      '`IPO` occurred on 2026-04-01: it cannot occur on 2026-04-20 as well',
    ],
    ['event IPO presumed yes presumed no', '`IPO` cannot be presumed both `yes` and `no`'],
    ['event IPO occurred 2026-04-01 presumed no', '`IPO` occurred: it cannot be presumed not to happen'],
    ['event IPO presumed no occurred 2026-04-01', '`IPO` occurred: it cannot be presumed not to happen'],
    ['state war presumed no presumed yes', '`war` cannot be presumed both `yes` and `no`'],
    [
      'event IPO occurred 2026-04-01\nreading late { event IPO occurred 2026-04-20 }',
      '`IPO` occurred on 2026-04-01: it cannot occur on 2026-04-20 as well',
    ],
  ])('%s', (text, message) => {
    expect(messages(text)).toEqual([message]);
  });

  it.each([
    'event IPO after 2027 occurred 2028-01-01',
    'event IPO occurred 2026-04-01 presumed yes',
    'event IPO occurred 2026-04-01\nreading same { event IPO occurred 2026-04-01 }',
    'event IPO presumed no\nreading late { event IPO occurred 2026-04-20 }',
    'event IPO before 2027 occurred 2026-12-31',
    'event IPO after 2027 before 2028-01-02',
    'event AGI occurred 2025-01-02\nevent IPO occurred 2025-01-01 before AGI',
    'event AGI occurred 2025-01-02\nevent IPO before AGI',
    'event AGI presumed no\nevent IPO after AGI',
    'event AGI after 2030\nevent IPO after AGI',
  ])('and those that can: %s', (text) => {
    expect(messages(text)).toEqual([]);
  });

  it('are shown at a reading that brings them', () => {
    const text = 'event AGI occurred 2025-01-02\nevent IPO before AGI\nreading late { event IPO occurred 2025-02-01 }';
    const [finding, ...others] = findingsOf('contradictory-terms', text);
    expect(others).toEqual([]);
    expect(text.slice(finding.span.start, finding.span.end)).toBe('late');
    expect(finding.message).toContain('under the reading `late`');
    expect(finding.related?.map(({ span }) => text.slice(span.start, span.end))).toEqual(['AGI', 'IPO']);
  });

  it('keep no collision from being found', () => {
    const portfolio = sold(
      'exclusive(scope=film, until=AGI)',
      'license(scope=film)',
      'event AGI occurred 2031-01-01\nevent IPO occurred 2032-01-01 before AGI\n',
    );
    expect(findingOf(portfolio)).toMatchObject({ verdict: 'conflict', window: { until: '2030-12-31' } });
  });
});
