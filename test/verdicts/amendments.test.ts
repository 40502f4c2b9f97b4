/** §5: amendments, terminations, and deals that are not signed yet. */
import { describe, expect, it } from 'vitest';
import { check, findingOf, findings, findingsOf, judges, type Options, rulesOf, told, verdictOf } from './helpers.ts';

/** A deal of 2025, whatever changes it, and a licence to Onda. */
const changed = (changes: string, y: string, clause = 'vista.x', header = 'from = 2025-01-01') =>
  told(
    `deal vista (by = Studio, to = Vista, ${header}) {
      x: exclusive(scope=film, territory=FR)
      z: prohibit(scope=book)
    }
    ${changes}
    deal onda (by = Studio, to = Onda, from = 2025-01-01) { y: ${y} }`,
    clause,
    'onda.y',
  );

describe('an amendment', () => {
  const belgium = 'deal first (from = 2026-07-01) amends vista { x: exclusive(scope=film, territory=BE) }';
  judges([
    ['replaces the clause of its label', changed(belgium, 'license(territory=FR, from=2026-07-01)'), 'clear'],
    ['not before its start', changed(belgium, 'license(territory=FR, until=2026-06-30)'), 'conflict'],
    ['with its own clause', changed(belgium, 'license(territory=BE, from=2026-07-01)', 'first.x'), 'conflict'],
    ['which begins with it', changed(belgium, 'license(territory=BE, until=2026-06-30)', 'first.x'), 'clear'],
    ['leaves the other clauses as they are', changed(belgium, 'license(scope=book, from=2027)', 'vista.z'), 'conflict'],
    [
      'replaces for good',
      changed(
        'deal first (from = 2026-07-01) amends vista { x: exclusive(scope=film, territory=FR, until=2026) }',
        'license(territory=FR, from=2027)',
      ),
      'clear',
    ],
    [
      'and its own clause has ended too',
      changed(
        'deal first (from = 2026-07-01) amends vista { x: exclusive(scope=film, territory=FR, until=2026) }',
        'license(territory=FR, from=2027)',
        'first.x',
      ),
      'clear',
    ],
    [
      'adds clauses',
      changed(
        'deal first (from = 2026-07-01) amends vista { w: prohibit(scope=song) }',
        'license(scope=song)',
        'first.w',
      ),
      'conflict',
    ],
    ['takes its parties from the deal', changed(belgium, 'license(to=Vista, territory=BE)', 'first.x'), 'clear'],
    [
      'takes its end from the deal',
      changed(belgium, 'license(territory=BE, from=2029)', 'first.x', 'from = 2025-01-01, until = 2028'),
      'clear',
    ],
    [
      'up to its last day',
      changed(belgium, 'license(territory=BE, from=2028-12-31)', 'first.x', 'from = 2025-01-01, until = 2028'),
      'conflict',
    ],
    [
      'takes its cloud from the deal',
      changed(
        'deal first (from = 2026-07-01) amends vista { w: exclusive(scope=song) }',
        'host(scope=song, cloud=West)',
        'first.w',
        'from = 2025-01-01, cloud = East',
      ),
      'conflict',
    ],
  ]);

  it('says from when', () => {
    const { text } = changed('deal first () amends vista { w: prohibit(scope=song) }', 'license(scope=film)');
    expect(findings(text).filter(({ severity, verdict }) => severity === 'error' && !verdict)).not.toEqual([]);
  });

  it('replaces nothing until it says from when, and is not judged itself', () => {
    const { text } = changed(
      'deal first () amends vista { x: exclusive(scope=book) }',
      'license(scope=film, territory=FR)',
    );
    expect(findings(text).map(({ rule, message }) => [rule, message])).toEqual([
      ['amendment', '`first` amends `vista` but does not say from when'],
      ['exclusive-overlap', expect.stringContaining('`y` lets Onda do what `x` reserves')],
    ]);
  });
});

describe('what is amended', () => {
  const mistakes = (change: string) =>
    findings(changed(change, 'license(scope=song)').text)
      .filter(({ verdict }) => verdict === undefined)
      .map(({ rule, message, help, fix }) => [rule, message, help, fix?.edits[0].newText]);

  it('is a deal, and no clause of it', () => {
    expect(mistakes('deal first (from = 2026-07-01) amends vista.x { x: exclusive(scope=film) }')).toEqual([
      [
        'amendment',
        '`vista.x` is a clause: `amends` takes a whole deal',
        'write `amends vista`: what is labelled `x` here takes the place of that clause',
        'vista',
      ],
    ]);
  });

  it('is one that there is, and nothing else is missing where there is none', () => {
    expect(mistakes('deal first (from = 2026-07-01) amends vsta { x: exclusive(scope=film) }')).toEqual([
      ['amendment', 'there is no deal or clause `vsta`', 'check the name; a clause is written `deal.label`', undefined],
    ]);
  });

  it('is the deal, whatever the amendment labels with its name', () => {
    expect(mistakes('deal first (from = 2026-07-01) amends vista { vista: exclusive(scope=book) }')).toEqual([]);
  });
});

describe('two amendments', () => {
  const first = 'deal first (from = 2026-07-01) amends vista { x: exclusive(scope=film, territory=BE) }';
  const second = 'deal second (from = 2027-01-01) amends vista { x: exclusive(scope=film, territory=LU) }';
  const chained = 'deal second (from = 2027-01-01) amends first { x: exclusive(scope=film, territory=LU) }';
  judges([
    [
      'the later replaces the earlier',
      changed(`${first}\n${second}`, 'license(territory=BE, from=2027)', 'first.x'),
      'clear',
    ],
    [
      'not before its start',
      changed(`${first}\n${second}`, 'license(territory=BE, until=2026)', 'first.x'),
      'conflict',
    ],
    ['the later counts', changed(`${first}\n${second}`, 'license(territory=LU, from=2027)', 'second.x'), 'conflict'],
    [
      'the first text is gone all the same',
      changed(`${first}\n${second}`, 'license(territory=FR, from=2026-07)'),
      'clear',
    ],
    [
      'in whatever order they are written',
      changed(`${second}\n${first}`, 'license(territory=BE, from=2027)', 'first.x'),
      'clear',
    ],
    [
      'an amendment of an amendment',
      changed(`${first}\n${chained}`, 'license(territory=BE, from=2027)', 'first.x'),
      'clear',
    ],
    [
      'a label of the first deal, replaced through the chain',
      changed(
        `deal first (from = 2026-07-01) amends vista { w: prohibit(scope=song) }\n${chained}`,
        'license(territory=FR, from=2027)',
      ),
      'clear',
    ],
    [
      'of one clause from the same day are an error, of two they are not',
      changed(
        `${first}\ndeal second (from = 2026-07-01) amends vista { z: prohibit(scope=song) }`,
        'license(scope=book, from=2027)',
        'vista.z',
      ),
      'clear',
    ],
  ]);

  it('of one clause from the same day are an error', () => {
    const { text } = changed(
      `${first}\ndeal second (from = 2026-07-01) amends vista { x: exclusive(scope=film, territory=LU) }`,
      'license(scope=song)',
    );
    const [finding] = findingsOf('amendment', text);
    expect(finding).toMatchObject({ severity: 'error' });
  });

  const rival = 'deal second (from = 2026-07-01) amends vista { x: exclusive(scope=film, territory=LU) }';
  const third = 'deal third (from = 2027-01-01) amends vista { x: exclusive(scope=film, territory=DE) }';
  /** Which of the countries that a version reserves cannot be licensed to Onda. */
  const reserved = (changes: string, from: string, more = ''): string[] =>
    ['FR', 'BE', 'LU', 'DE'].filter((territory) => {
      const { text } = changed(changes, `license(scope=film, territory=${territory}, from=${from}${more})`);
      return rulesOf(text).includes('exclusive-overlap');
    });

  it('of one clause from the same day count neither: the clause stands as it was', () => {
    expect(reserved(`${first}\n${rival}`, '2026-07-01')).toEqual(['FR']);
    expect(reserved(`${rival}\n${first}`, '2026-07-01')).toEqual(['FR']);
    expect(reserved(first, '2026-07-01')).toEqual(['BE']);
  });

  it('of one clause from the same day leave it to a later one', () => {
    expect(reserved(`${first}\n${rival}\n${third}`, '2026-07-01', ', until=2026')).toEqual(['FR']);
    expect(reserved(`${first}\n${rival}\n${third}`, '2027-01-01')).toEqual(['DE']);
    const onFirst = 'deal third (from = 2027-01-01) amends first { x: exclusive(scope=film, territory=DE) }';
    expect(reserved(`${first}\n${rival}\n${onFirst}`, '2027-01-01')).toEqual(['DE']);
  });

  it('of one clause from the same day leave an earlier one as it is', () => {
    const earlier = 'deal earlier (from = 2026-01-01) amends vista { x: exclusive(scope=film, territory=DE) }';
    expect(reserved(`${first}\n${rival}\n${earlier}`, '2026-07-01')).toEqual(['DE']);
  });

  it('of one clause from the same day, one of them of the other, are no rivals', () => {
    const onFirst = rival.replace('amends vista', 'amends first');
    expect(findingsOf('amendment', changed(`${first}\n${onFirst}`, 'license(scope=song)').text)).toEqual([]);
    expect(reserved(`${first}\n${onFirst}`, '2026-07-01')).toEqual(['LU']);
  });

  it('of one clause from the same day are told of without calling either dead', () => {
    const { text } = changed(`${first}\n${rival}`, 'license(scope=song)');
    expect(findingsOf('dead-clause', text)).toEqual([]);
    expect(findingsOf('amendment', text)[0].message).toBe(
      '`first` and `second` both replace `x` from the same day: neither counts',
    );
  });

  const from = (name: string, start: string, territory: string): string =>
    `deal ${name} (from = ${start}) amends vista { x: exclusive(scope=film, territory=${territory}) }`;
  const problems = (events: string, ...amendments: string[]): string[] =>
    findingsOf('amendment', changed(`${events}\n${amendments.join('\n')}`, 'license(scope=song)').text).map(
      ({ severity, message }) => `${severity}: ${message}`,
    );

  it.each([
    ['an event whose day is not known', 'closing'],
    ['some time after it', 'closing + 90 days'],
    ['the later of two such days', 'later of [closing, 2027-01-01]'],
  ])('of one clause from %s count neither', (_, start) => {
    const events = 'event closing';
    const said = 'error: `one` and `two` both replace `x` from the same day: neither counts';
    expect(problems(events, from('one', start, 'BE'), from('two', start, 'LU'))).toEqual([said]);
    expect(reserved(`${events}\n${from('one', start, 'BE')}\n${from('two', start, 'LU')}`, '2028-01-01')).toEqual([
      'FR',
    ]);
  });

  it.each([
    [
      'of which one starts with an event that has happened',
      'event closing occurred 2025-05-01',
      '2025-06-01',
      'closing',
    ],
    [
      'from events of which one comes after the other',
      'event closing\nevent listing after closing',
      'listing',
      'closing',
    ],
    ['of which one starts with an event that has not happened', 'event closing', 'closing', '2025-05-01'],
  ])('of one clause %s are put in order, wherever they stand', (_, events, later, earlier) => {
    const [one, two] = [from('one', later, 'BE'), from('two', earlier, 'LU')];
    expect(problems(events, one, two)).toEqual([]);
    expect(problems(events, two, one)).toEqual([]);
    const before = reserved(`${events}\n${one}\n${two}`, '2026-01-01');
    expect(before).toContain('BE');
    expect(reserved(`${events}\n${two}\n${one}`, '2026-01-01')).toEqual(before);
  });

  it('of one clause of which one starts with an event that has happened: the later day counts', () => {
    const events = 'event closing occurred 2025-05-01';
    const amendments = [from('one', '2025-06-01', 'BE'), from('two', 'closing', 'LU')];
    expect(reserved(`${events}\n${amendments.join('\n')}`, '2026-01-01')).toEqual(['BE']);
  });

  describe('of one clause of which either may start first', () => {
    const events = 'event closing\nevent listing';
    const deals = (one: string, two: string, more = events): string =>
      `${more}\n${from('one', one, 'BE')}\n${from('two', two, 'LU')}`;
    const onda = (changes: string, territory: string, clause: string) =>
      changed(changes, `license(scope=film, territory=${territory}, from=2028)`, clause);
    const first: Options = {
      assume: { closing: '2026-07-01', listing: '2026-08-01' },
    };
    const last: Options = {
      assume: { closing: '2026-08-01', listing: '2026-07-01' },
    };
    const onEvents = deals('closing', 'listing');
    const onOne = deals('closing', '2027-01-01');
    judges([
      ['the one counts only where it starts later', onda(onEvents, 'BE', 'one.x'), 'depends'],
      ['and so does the other', onda(onEvents, 'LU', 'two.x'), 'depends'],
      ['the one where it does', onda(onEvents, 'BE', 'one.x'), 'conflict', last],
      ['the one where it does not', onda(onEvents, 'BE', 'one.x'), 'clear', first],
      ['the other where it does', onda(onEvents, 'LU', 'two.x'), 'conflict', first],
      ['the other where it does not', onda(onEvents, 'LU', 'two.x'), 'clear', last],
      ['a date and an event', onda(onOne, 'LU', 'two.x'), 'depends'],
      ['an event and a date', onda(onOne, 'BE', 'one.x'), 'depends'],
      ['the date once the event is past it', onda(onOne, 'LU', 'two.x'), 'conflict', first],
      ['the event once it is before the date', onda(onOne, 'BE', 'one.x'), 'clear', first],
      ['before either starts the first text stands', changed(onEvents, 'license(until=2026-06-30)'), 'conflict'],
    ]);

    it.each([
      ['what starts on a later day than the latest of the other', '2027-06-01', 'earlier of [closing, 2027-01-01]', ''],
      ['what starts some time after what the other starts with', 'closing + 1 year', 'closing', ''],
      [
        'what starts later than a day whatever happens',
        'later of [audit, closing]',
        '2027-01-01',
        'event audit after 2027',
      ],
    ])('no longer so: %s is the later', (_, one, two, more) => {
      const changes = deals(one, two, `${events}\n${more}`);
      expect(problems(`${events}\n${more}`, from('one', one, 'BE'), from('two', two, 'LU'))).toEqual([]);
      const within = { assume: { closing: '2026-07-01', ...(more && { audit: '2028-01-01' }) } };
      const later = onda(changes, 'BE', 'one.x');
      expect(verdictOf(later.text, ...later.between, within)).toBe('conflict');
      const earlier = onda(changes, 'LU', 'two.x');
      expect(verdictOf(earlier.text, ...earlier.between, within)).toBe('clear');
    });

    it('is nothing to be told of by itself', () => {
      expect(problems(events, from('one', 'closing', 'BE'), from('two', 'listing', 'LU'))).toEqual([]);
    });

    it('is told by the order in which they count, and until when', () => {
      const { decidingFacts, window } = findingOf(onda(onOne, 'BE', 'one.x'));
      expect(decidingFacts?.map(({ text }) => text)).toEqual([
        'only if closing comes after 2027-01-01',
        'only if closing happens',
      ]);
      expect(window).toMatchObject({ from: '2028-01-01', until: undefined, untilText: undefined });
      expect(findingOf(onda(onEvents, 'LU', 'two.x')).window?.untilText).toBe(
        'closing (if listing comes before closing)',
      );
    });

    it('is an error once both are known to start on one day', () => {
      const together = { assume: { closing: '2026-07-01', listing: '2026-07-01' } };
      expect(findingsOf('amendment', changed(onEvents, 'license(scope=song)').text, together)).toHaveLength(1);
    });
  });

  it('of one clause from the same day, one of them a draft, count neither where it is looked at', () => {
    const drafted = rival.replace('from = 2026-07-01', 'from = 2026-07-01, status = draft');
    expect(reserved(`${first}\n${drafted}`, '2026-07-01')).toEqual(['BE']);
    expect(findingsOf('amendment', changed(`${first}\n${drafted}`, 'license(scope=song)').text)).toHaveLength(1);
  });

  it('of what a clause records from the same day count neither', () => {
    const stake = (name: string, share: string) =>
      `deal ${name} (from = 2026-07-01) amends round { fund: equity(holder = Vista, issuer = Studio, share = ${share}) }`;
    const { text } = told(
      `deal round (by = Vista, to = Studio, from = 2026-01-01) {
        fund: equity(holder = Vista, issuer = Studio, share = 30%)
        founder: equity(holder = Onda, issuer = Studio, share = 60%)
      }
      ${stake('one', '70%')}
      ${stake('two', '80%')}`,
      'round.fund',
      'round.founder',
    );
    expect(rulesOf(text)).toEqual(['amendment']);
  });

  it('of one clause from the same day are none while one is not signed', () => {
    const { text } = changed(
      `${first}\ndeal second (from = 2026-07-01, signed = 2026-05-30) amends vista { x: exclusive(territory=LU) }`,
      'license(scope=song)',
    );
    expect(findingsOf('amendment', text)).toEqual([]);
    expect(findingsOf('amendment', text, { asOf: '2026-05-30' })).not.toEqual([]);
  });

  it('of each other are an error', () => {
    const text = `party A, B
      deal one (by = A, to = B, from = 2025-01-01) amends two { x: prohibit() }
      deal two (by = A, to = B, from = 2026-01-01) amends one { y: prohibit() }`;
    expect(findingsOf('amendment', text)).not.toEqual([]);
  });

  const circles: readonly (readonly [string, string, string, string])[] = [
    ['three that amend each other', 'amends three', 'amends one', 'amends two'],
    ['three that supersede each other', 'supersedes three', 'supersedes one', 'supersedes two'],
    ['three that do either', 'amends three', 'amends one', 'supersedes two'],
  ];
  for (const [says, first, second, third] of circles) {
    it(`in a circle are an error: ${says}`, () => {
      const text = `party A, B
        deal one (by = A, to = B, from = 2025-01-01) ${first} { x: prohibit() }
        deal two (by = A, to = B, from = 2026-01-01) ${second} { y: prohibit() }
        deal three (by = A, to = B, from = 2027-01-01) ${third} { z: prohibit() }`;
      expect(findingsOf('amendment', text)).not.toEqual([]);
    });
  }

  it('of a deal that nobody knows are an error', () => {
    const text = 'party A, B\ndeal one (by = A, to = B, from = 2025-01-01) amends none { x: prohibit() }';
    expect(findings(text).some(({ severity }) => severity === 'error')).toBe(true);
  });
});

describe('one amendment of two deals', () => {
  /** Studio has reserved France for Vista and Belgium for Rex, each in a clause `x`; one letter amends both deals. */
  const joined = (clauses: string, territory: string, more = '') =>
    told(
      `deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: exclusive(scope=film, territory=FR) }
      deal rex (by = Studio, to = Rex, from = 2025-06-01) { x: exclusive(scope=film, territory=BE) }
      deal letter (from = 2026-01-01) amends vista amends rex { ${clauses} }
      ${more}
      deal onda (by = Studio, to = Onda, from = 2026-07-01) { y: license(scope=film, territory=${territory}) }`,
      territory === 'FR' ? 'vista.x' : 'rex.x',
      'onda.y',
    );
  const ending = 'deal end (by = Studio, to = Vista, from = 2026-07-01) terminates vista.x { }';
  judges([
    [
      'leaves each its clause of a label that both have: the earlier',
      joined('z: prohibit(act=make)', 'FR'),
      'conflict',
    ],
    ['and the later', joined('z: prohibit(act=make)', 'BE'), 'conflict'],
    ['replaces the clause of the one', joined('x: exclusive(scope=film, territory=LU)', 'FR'), 'clear'],
    ['and of the other', joined('x: exclusive(scope=film, territory=LU)', 'BE'), 'clear'],
    ['a clause of one that is ended', joined('z: prohibit(act=make)', 'FR', ending), 'clear'],
    ['ends none of the other', joined('z: prohibit(act=make)', 'BE', ending), 'conflict'],
  ]);

  it('is no error where both have a clause of one label from the same day', () => {
    const { text } = joined('z: prohibit(act=make)', 'FR');
    expect(findingsOf('amendment', text.replace('from = 2025-06-01', 'from = 2025-01-01'))).toEqual([]);
  });
});

describe('a label is looked up through the whole chain', () => {
  const chain = `party Studio, Vista, Onda
    scope film
    deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: exclusive(scope=film) }
    deal first (from = 2026-07-01) amends vista { w: prohibit(act=make) }
    deal second (from = 2027-01-01) amends first { v: prohibit(act=use) }
    deal onda (by = Studio, to = Onda, from = 2025-06-01) { y: license(scope=film) PRECEDENCE }`;

  it('in an expectation', () => {
    const expected = `${chain.replace('PRECEDENCE', '')}\nexpect conflict between onda.y and second.x\n`;
    expect(check(expected).summary.expectations).toEqual({ held: 1, unmet: 0 });
  });

  it('in what a clause is subject to', () => {
    expect(verdictOf(chain.replace('PRECEDENCE', 'subject to second.x'), 'vista.x', 'onda.y')).toBe('clear');
  });

  it('in what a consent is of', () => {
    const consent = 'deal letter (by = Vista, to = Studio, from = 2025-01-01) { consent(of = second.x) }';
    expect(verdictOf(`${chain.replace('PRECEDENCE', '')}\n${consent}`, 'vista.x', 'onda.y')).toBe('clear');
  });
});

describe('a deal that ends another', () => {
  const restated =
    'deal restated (by = Studio, to = Vista, from = 2027-01-01) supersedes vista { w: prohibit(scope=song) }';
  const ended = 'deal letter (by = Studio, to = Vista, from = 2027-01-01) terminates vista { }';
  const oneEnded = 'deal letter (by = Studio, to = Vista, from = 2027-01-01) terminates vista.x { }';
  const joined = 'deal first (from = 2026-07-01) amends vista { w: prohibit(scope=song) }';
  judges([
    ['supersedes it from its start', changed(restated, 'license(territory=FR, from=2027-01-01)'), 'clear'],
    ['not before', changed(restated, 'license(territory=FR, from=2026-12-31)'), 'conflict'],
    ['stands itself', changed(restated, 'license(scope=song, from=2027-01-01)', 'restated.w'), 'conflict'],
    ['terminates it from its start', changed(ended, 'license(territory=FR, from=2027-01-01)'), 'clear'],
    ['not before that', changed(ended, 'license(territory=FR, from=2026-12-31)'), 'conflict'],
    ['terminates one clause', changed(oneEnded, 'license(territory=FR, from=2027-01-01)'), 'clear'],
    ['and not the others', changed(oneEnded, 'license(scope=book, from=2027-01-01)', 'vista.z'), 'conflict'],
    ['ends what joined it', changed(`${joined}\n${ended}`, 'license(scope=song, from=2027-01-01)', 'first.w'), 'clear'],
    [
      'ends what joined it from then on',
      changed(`${joined}\n${ended}`, 'license(scope=song, from=2026-12-31)', 'first.w'),
      'conflict',
    ],
    [
      'ends what joined what joined it',
      changed(
        `${joined}\ndeal second (from = 2026-08-01) amends first { v: prohibit(act=make) }\n${ended}`,
        'license(act=make, from=2027-01-01)',
        'second.v',
      ),
      'clear',
    ],
    [
      'ends two',
      changed(
        'deal letter (by = Studio, to = Vista, from = 2027-01-01) terminates vista.x terminates vista.z { }',
        'license(scope=book, from=2027-01-01)',
        'vista.z',
      ),
      'clear',
    ],
    [
      'with the day of an event',
      changed(
        'event breach\ndeal letter (by = Studio, to = Vista, from = breach) terminates vista { }',
        'license(territory=FR, from=2027-01-01)',
      ),
      'depends',
    ],
  ]);

  it.each([
    ['terminates vista', '`letter` terminates `vista` but does not say from when'],
    ['supersedes vista', '`letter` supersedes `vista` but does not say from when'],
    ['terminates vista.x', '`letter` terminates `vista.x` but does not say from when'],
  ])('ends nothing until it says from when: %s', (change, message) => {
    const { text } = changed(`deal letter (by = Studio, to = Vista) ${change} {}`, 'license(scope=film, territory=FR)');
    expect(findings(text).map(({ rule, message }) => [rule, message])).toEqual([
      ['amendment', message],
      ['exclusive-overlap', expect.stringContaining('`y` lets Onda do what `x` reserves')],
    ]);
  });
});

describe('a deal signed after the day of the check', () => {
  const later = (signed: string, status = '') =>
    changed(
      `deal letter (by = Studio, to = Vista, from = 2026-01-01, signed = ${signed}${status}) terminates vista { }`,
      'license(territory=FR, from=2026-06-01)',
    );
  judges([
    ['does not end anything yet', later('2026-05-01'), 'conflict'],
    ['does once it is signed', later('2026-05-01'), 'clear', { asOf: '2026-05-01' }],
    ['does when it is signed on the day', later('2026-04-30'), 'clear'],
  ]);

  const licence = `party Studio, Vista, Onda
    deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: exclusive() }
    deal onda (by = Studio, to = Onda, from = 2026-01-01, signed = 2026-05-01) { y: license() }`;

  it('collides with nothing', () => {
    expect(rulesOf(licence)).toEqual([]);
    expect(rulesOf(licence, { asOf: '2026-05-01' })).toEqual(['exclusive-overlap']);
  });

  it('is amended by nothing that there is: what amends it does not exist yet either', () => {
    const deals = `party Studio, Vista, Onda
      deal vista (by = Studio, to = Vista, from = 2025-01-01, signed = 2026-05-01) { x: exclusive() }
      deal first (from = 2026-01-01) amends vista { z: license() }
      deal onda (by = Studio, to = Onda, from = 2026-01-01) { y: exclusive() }`;
    expect(rulesOf(deals)).toEqual([]);
    expect(rulesOf(deals, { asOf: '2026-05-01' })).not.toEqual([]);
    const two = deals.replace('amends vista', 'amends vista amends onda');
    expect(rulesOf(two)).toEqual(['exclusive-overlap']);
  });

  it('does not amend anything', () => {
    const amended = `${licence}
      deal first (from = 2026-02-01, signed = 2026-05-02) amends vista { x: exclusive(territory=FR) }`;
    expect(rulesOf(amended, { asOf: '2026-05-01' })).toEqual(['exclusive-overlap']);
  });
});
