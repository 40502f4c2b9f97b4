/** §8: nobody passes on more than they have received. */
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../verdicts/helpers.ts';
import { counts } from './helpers.ts';

const chain = (received: string, passedOn: string) => `
party Studio, Archive, Agent, Onda
cloud East, West
scope works
scope film in works
scope song in works
channel cinema, television
deal first (by = Studio, to = Agent, from = 2025-01-01, until = 2030) { ${received} }
deal second (by = Agent, to = Onda, from = 2026-01-01, until = 2028) { onward: sublicense(${passedOn}) }
`;

describe('a sublicence', () => {
  counts('chain-of-title', [
    ['of exactly what was received', chain('license(scope=film, territory=FR)', 'scope=film, territory=FR'), 0],
    ['of a part of it', chain('license(scope=works, territory=EU)', 'scope=film, territory=FR'), 0],
    ['of another thing', chain('license(scope=song)', 'scope=film'), 1],
    ['of more things', chain('license(scope=film)', 'scope=works'), 1],
    ['in another country', chain('license(scope=film, territory=FR)', 'scope=film, territory=BE'), 1],
    ['in one more country', chain('license(scope=film, territory=FR)', 'scope=film, territory=[FR, BE]'), 1],
    ['everywhere', chain('license(scope=film, territory=FR)', 'scope=film'), 1],
    ['by another channel', chain('license(scope=film, channel=cinema)', 'scope=film, channel=television'), 1],
    ['that ends later', chain('license(scope=film, until=2027)', 'scope=film'), 1],
    ['that ends with it', chain('license(scope=film, until=2028)', 'scope=film'), 0],
    ['that begins earlier', chain('license(scope=film, from=2026-02-01)', 'scope=film'), 1],
    ['of an exclusive licence', chain('exclusive_license(scope=film)', 'scope=film'), 0],
    ['of what is excepted', chain('license(scope=works) except (scope=song)', 'scope=song'), 1],
    ['of what is not excepted', chain('license(scope=works) except (scope=song)', 'scope=works except song'), 0],
    [
      'of two licences together',
      chain('license(scope=film, territory=FR) license(scope=film, territory=BE)', 'scope=film, territory=[FR, BE]'),
      0,
    ],
    [
      'of two licences one after the other',
      chain('license(scope=film, until=2026) license(scope=film, from=2027)', 'scope=film'),
      0,
    ],
    [
      'of two licences with a gap',
      chain('license(scope=film, until=2026) license(scope=film, from=2027-01-02)', 'scope=film'),
      1,
    ],
    ['of what may only be hosted', chain('host(scope=film)', 'scope=film'), 1],
    ['of what was only kept for a cloud', chain('exclusive(cloud=East, scope=film)', 'scope=film'), 1],
    ['of what was received by somebody else', chain('license(to=Archive, scope=film)', 'scope=film'), 1],
    ['of nothing received', chain('noncompete(scope=song)', 'scope=film'), 1],
  ]);

  it('from several licensors is of all that they gave', () => {
    const text = `${chain('license(scope=film, territory=FR)', 'scope=film, territory=[FR, BE]')}
      deal third (by = Archive, to = Agent, from = 2025-01-01) { license(scope=film, territory=BE) }`;
    expect(findingsOf('chain-of-title', text)).toEqual([]);
  });

  it('is an error that shows one use beyond what was received', () => {
    const [finding] = findingsOf(
      'chain-of-title',
      chain('license(scope=film, territory=FR)', 'scope=film, territory=[FR, BE]'),
    );
    expect(finding.severity).toBe('error');
    expect(finding.clauses[0].name).toBe('second.onward');
    expect(finding.witness?.values.territory).toBe('BE');
  });
});

describe('a sublicence of what somebody else may do', () => {
  const received = (passedOn: string) =>
    findingsOf('chain-of-title', chain('license(scope=film, cloud=East)', passedOn)).map(({ verdict }) => verdict);

  it.each([
    ['the same', 'scope=film, cloud=East', []],
    ['another', 'scope=film, cloud=West', ['conflict']],
    ['anybody', 'scope=film, cloud=all', ['conflict']],
    ['nobody by name', 'scope=film', ['depends']],
  ])('is held against who that is: %s', (_, passedOn, verdicts) => expect(received(passedOn)).toEqual(verdicts));

  it('is received whoever it is where the grant names nobody', () => {
    expect(findingsOf('chain-of-title', chain('license(scope=film)', 'scope=film, cloud=West'))).toEqual([]);
  });
});

describe('what a sublicence takes for granted', () => {
  const assumed = (received: string, passedOn: string, terms = '') =>
    findingsOf('chain-of-title', terms + chain(received, passedOn)).map(({ assumptions }) => assumptions);

  it.each([
    ['license(scope=film, territory=FR)', 'scope=film', 'no territory'],
    ['license(scope=film, territory=FR)', '', 'no scope and no territory'],
    ['license(scope=film) except (channel=cinema)', 'scope=film', 'no channel'],
  ])('is what it does not name of what was received: %s passed on by (%s)', (received, passedOn, unsaid) => {
    expect(assumed(received, passedOn)).toEqual([[`\`onward\` names ${unsaid}: it is taken to cover all`]]);
  });

  it('is nothing where it names what was received, or nothing was', () => {
    expect(assumed('license(scope=film, territory=FR)', 'scope=film, territory=BE')).toEqual([undefined]);
    expect(assumed('noncompete(scope=song)', 'scope=film')).toEqual([undefined]);
  });

  it('is what is presumed of an event', () => {
    expect(assumed('license(scope=film, from=win)', 'scope=film', 'event win presumed no')).toEqual([
      ['unless win happens (presumed no)'],
    ]);
  });
});

describe('a sublicence by a party with affiliates', () => {
  const CAST = 'party Owner, Investor, Third\nparty Sub under Investor\nscope patents\nevent expiry\n';
  const passedOn = (head: string, onward: string, to = 'Third') => `${CAST}
    deal head (by = Owner, to = Investor, from = 2025-01-01) { pat: license(scope = patents${head}) }
    deal onward (by = Investor, to = ${to}, from = 2025-02-01) { sub: sublicense(scope = patents${onward}) }`;
  const only = (text: string) => {
    const [finding, ...others] = findingsOf('chain-of-title', text);
    expect(others).toEqual([]);
    return finding;
  };

  it('is told of for what the grantor itself passes on, with the fact that decides', () => {
    const finding = only(passedOn(', until = expiry', '', 'Sub'));
    expect(finding.verdict).toBe('depends');
    expect(finding.decidingFacts?.map(({ text }) => text)).toEqual(['only if expiry happens']);
    expect(finding.witness?.text).toBe(
      '2026-05-01, if expiry happens on that day, Investor lets Sub sublicense patents',
    );
    expect(finding.assumptions).toEqual([
      '`sub` does not say whether it includes affiliates: it is taken to speak of its grantor alone',
    ]);
  });

  it('shows the day on which the grantor has nothing left, in a conflict', () => {
    const finding = only(passedOn(', until = 2026', ''));
    expect(finding.verdict).toBe('conflict');
    expect(finding.witness?.text).toBe('2027-01-01, Investor lets Third sublicense patents');
    expect(finding.window).toMatchObject({ from: '2027-01-01' });
    expect([finding.boundParty, finding.mayObject]).toEqual(['Investor', ['Owner']]);
  });

  it('turns on affiliates where the grantor itself has all that it passes on', () => {
    const finding = only(passedOn('', ''));
    expect(finding.verdict).toBe('depends');
    expect(finding.decidingFacts?.map(({ kind }) => kind)).toEqual(['affiliates', 'affiliates']);
  });

  it('that says it includes none needs no more than the grantor has', () => {
    expect(findingsOf('chain-of-title', passedOn('', ', affiliates = no'))).toEqual([]);
  });
});

describe('what a sublicence rests on', () => {
  it('is not lessened by an exception for others than the grantor', () => {
    const grant = 'exclusive_license(scope=film) except (with = Archive, territory = FR)';
    expect(findingsOf('chain-of-title', chain(grant, 'scope=film, territory=FR'))).toEqual([]);
  });

  it('is lessened by an exception for the grantor', () => {
    const grant = 'license(scope=film) except (with = Agent, territory = FR)';
    expect(findingsOf('chain-of-title', chain(grant, 'scope=film, territory=FR'))).toHaveLength(1);
  });

  it('is named where it bears on it', () => {
    const [finding] = findingsOf(
      'chain-of-title',
      chain('a: license(scope=song) b: license(scope=film, until=2026)', 'scope=film'),
    );
    expect(finding.clauses.map(({ name }) => name)).toEqual(['second.onward', 'first.b']);
  });
});

describe('a sublicence that is over', () => {
  it('is told of as past', () => {
    const [finding] = findingsOf('chain-of-title', chain('license(scope=song)', 'scope=film, until=2026-02'));
    expect([finding.verdict, finding.severity, finding.past]).toEqual(['conflict', 'information', true]);
  });

  it('is shown on its last day where it has no first', () => {
    const [{ witness }] = findingsOf(
      'chain-of-title',
      `party Studio, Agent, Onda
scope film
deal first (by = Studio, to = Agent, from = 2020-05-05) { license(scope = film) }
deal second (by = Agent, to = Onda, signed = 2021-05-05) { sublicense(scope = film, until = 2027) }`,
    );
    expect(witness?.text).toBe('2020-05-04, Agent lets Onda sublicense film');
  });
});

describe('a licence that is no sublicence', () => {
  it('needs no title', () => {
    const text = chain('license(scope=song)', 'scope=song').replace(
      'onward: sublicense(scope=song)',
      'license(scope=film)',
    );
    expect(findingsOf('chain-of-title', text)).toEqual([]);
  });
});

describe('a sublicence by an affiliate of whoever received', () => {
  const facts = (received: string, passedOn: string): string[] =>
    findingsOf(
      'chain-of-title',
      `party Studio, Agent, Onda
      party AgentFrance under Agent
      scope film
      event win
      deal first (by = Studio, to = Agent, from = 2025-01-01) {
        ${received}
        other: license(scope=film, territory=JP)
      }
      deal second (by = AgentFrance, to = Onda, from = 2026-01-01, until = 2026-12-31) {
        onward: sublicense(scope=film, ${passedOn})
      }`,
    ).flatMap(({ decidingFacts = [] }) => decidingFacts.map(({ kind, name }) => `${kind} ${name}`));

  it('hangs on whether what was received is meant for affiliates, and on no other licence', () => {
    expect(facts('rights: license(scope=film, territory=FR)', 'territory=FR')).toEqual(['affiliates first.rights']);
  });

  it('names the event that it waits for as well', () => {
    expect(facts('rights: license(scope=film, territory=FR, from=win)', 'territory=FR, from=win')).toEqual([
      'event win',
      'affiliates first.rights',
    ]);
  });
});
