/** What a text must say before it can be judged, and events that are overdue. */
import { describe, expect, it } from 'vitest';
import { findings, findingsOf } from '../verdicts/helpers.ts';
import { counts } from './helpers.ts';

const deal = (clauses: string, header = 'by = A, to = B, from = 2025-01-01', more = '') =>
  `party A, B\nscope film\ncloud East\nchannel cinema\n${more}\ndeal d (${header}) {\n${clauses}\n}\n`;

describe('who promises', () => {
  counts('missing-promisor', [
    ['is said', deal('license()'), 0],
    ['is not said', deal('license()', 'to = B, from = 2025-01-01'), 1],
    [
      'is said by the deal that is amended',
      `${deal('license()')}deal e (from = 2026-01-01) amends d { prohibit() }`,
      0,
    ],
  ]);
});

describe('a name', () => {
  counts('unknown-name', [
    ['that is declared', deal('license(scope=film)'), 0],
    ['that is not', deal('license(scope=flim)'), 1],
    ['of another dimension', deal('license(channel=film)'), 1],
    ['of a party', deal('license(to=C)'), 1],
    ['of a state', deal('license(while=shortage)'), 1],
    ['of a label', deal('license() subject to nothing'), 1],
    ['of a deal', deal('license() subject to e.x'), 1],
    ['of a parent', deal('license()', undefined, 'scope serial in flim'), 1],
    ['of a territory', deal('license(territory=Atlantis)'), 1],
    ['of a country', deal('license(territory=[FR, US-NY, EU, EEA, Europe, Eastern-Asia, worldwide])'), 0],
  ]);

  it('that is nearly one that is declared', () => {
    const [finding] = findingsOf('unknown-name', deal('license(scope=flim)'));
    expect(`${finding.message} ${finding.help}`).toContain('film');
  });
});

describe('a kind', () => {
  counts('unknown-kind', [
    ['of the standard library', deal('license()'), 0],
    ['of nobody', deal('licence()'), 1],
    ['of the portfolio', deal('gala()', undefined, 'kind gala permits ()'), 0],
  ]);
});

describe('an argument', () => {
  const errors = (text: string) => findings(text).filter(({ severity, verdict }) => severity === 'error' && !verdict);
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['of the right type', deal('invest(amount = 15M EUR)'), true],
    ['of another type', deal('invest(amount = 15%)'), false],
    ['that the kind does not have', deal('license(share = 15%)'), false],
    ['given twice', deal('license(scope=film, scope=film)'), false],
    ['of the header, in a clause', deal('license(status = draft)'), false],
    ['that says neither yes nor no', deal('exclusive(self = perhaps)'), false],
    ['a date as a scope', deal('license(scope = 2026-01-01)'), false],
    ['a number as a territory', deal('license(territory = 5)'), false],
    ['a scope as an end', deal('license(until = film)'), false],
    ['an event that nobody knows', deal('license(until = AGI)'), false],
    ['an event that is declared', deal('license(until = AGI)', undefined, 'event AGI'), true],
    ['a range that is no number', deal('license(screen = film)', undefined, 'dimension screen what number'), false],
  ];
  for (const [says, text, right] of cases) {
    it(`${says}: ${right ? 'nothing' : 'an error'}`, () => {
      expect(errors(text).length > 0).toBe(!right);
    });
  }
});

describe('two with one name', () => {
  counts('duplicate-name', [
    ['deals', `${deal('license()')}deal d (by = A, from = 2026) { }`, 1],
    ['clauses of a deal', deal('x: license()\nx: prohibit(scope=film)'), 1],
    ['clauses of two deals', `${deal('x: license()')}deal e (by = A, from = 2026) { x: license() }`, 0],
  ]);
});

describe('an event that was to have happened', () => {
  counts('overdue-event', [
    ['and has not', 'event premiere before 2026', 1],
    ['and has', 'event premiere before 2026 occurred 2025-11-08', 0],
    ['and still may', 'event premiere before 2027', 0],
    ['and had not yet to', 'event premiere before 2026', 0, { asOf: '2025-06-01' }],
    ['before one that has occurred', 'event signing\nevent closing occurred 2026-02-01 after signing', 1],
    ['and is said so of the earlier', 'event closing occurred 2026-02-01\nevent signing before closing', 1],
    ['before one that comes before it', 'event a\nevent b after a\nevent c occurred 2026-02-01 after b', 2],
    ['and before that as well, which is told once', 'event a before 2026\nevent b occurred 2026-02-01 after a', 1],
    ['before one that is still to come', 'event signing\nevent closing occurred 2027-02-01 after signing', 0],
    ['before one of no date', 'event signing\nevent closing after signing', 0],
    ['and has its date', 'event signing occurred 2026-01-01\nevent closing occurred 2026-02-01 after signing', 0],
    [
      'and has one in the scenario',
      'event signing\nevent closing occurred 2026-02-01 after signing',
      0,
      { assume: { signing: '2026-01-08' } },
    ],
    ['and has in the scenario', 'event premiere before 2026', 0, { assume: { premiere: '2025-11-08' } }],
  ]);
});
