/** §8, *depends* on days: where the facts that a finding names are as it says, the two collide, and nowhere else. */
import { describe, expect, it } from 'vitest';
import type { DecidingFact } from '../../server/src/rules/finding.ts';
import { addPeriod, NEVER, parseDay } from '../../server/src/terms/calendar.ts';
import { findingOf, findings, type Portfolio, sold, told } from './helpers.ts';

const DAYS = [
  '2026-05-01',
  '2026-05-02',
  '2026-06-01',
  '2026-06-02',
  '2026-12-31',
  '2027-01-01',
  '2027-01-31',
  'never',
];

/** Days of two events, by name. */
type Scenario = Readonly<Record<string, string>>;

const SCENARIOS: readonly Scenario[] = DAYS.flatMap((E) => DAYS.map((F) => ({ E, F })));

const dayOf = (text: string): number => parseDay(text) ?? NEVER;

/** Whether what "only if" says is so. */
function isSo({ text }: DecidingFact, scenario: Scenario): boolean {
  const [, name, says] = /^only if (E|F) (.*)$/.exec(text) ?? [];
  if (name === undefined) throw new Error(text);
  const own = dayOf(scenario[name]);
  if (says === 'happens') return own < NEVER;
  const [, side, other, count] = /^comes (before|after) (\S+)(?: \+ (\d+) months?)?$/.exec(says) ?? [];
  const than = addPeriod(dayOf(scenario[other] ?? other), { months: Number(count ?? 0), days: 0 });
  return side === 'before' ? own < than : own > than;
}

const factsOf = (portfolio: Portfolio): readonly DecidingFact[] =>
  (findingOf(portfolio).decidingFacts ?? []).filter(({ kind }) => kind === 'event');

describe('what a finding says of days is so in every world that collides, and in none that does not', () => {
  const anyOrder = 'event E\nevent F';
  const cases: readonly (readonly [restraint: string, grant: string, texts: readonly string[], events: string])[] = [
    ['prohibit(until=F)', 'license(from=E)', ['only if E comes before F'], anyOrder],
    ['prohibit(from=E)', 'license(until=F)', ['only if E comes before F'], anyOrder],
    ['prohibit(until=F + 1 months)', 'license(from=E)', ['only if E comes before F + 1 month'], anyOrder],
    ['prohibit(until=F)', 'license(from=E)', ['only if E happens'], 'event E\nevent F after E'],
    [
      'prohibit(until=F + 1 months)',
      'license(from=E)',
      ['only if E comes before F + 1 month'],
      'event E\nevent F before E',
    ],
    ['prohibit(until=2026-12-31)', 'license(from=E)', ['only if E comes before 2027-01-01'], anyOrder],
    [
      'prohibit(until=2026-12-31)',
      'license(from=E)',
      ['only if E comes before 2027-01-01'],
      'event E after 2026-12-30',
    ],
    ['prohibit()', 'license(from=E)', ['only if E happens'], anyOrder],
    ['prohibit(until=E)', 'license(from=2026-06-01)', ['only if E comes after 2026-06-01'], anyOrder],
    [
      'prohibit(from=E, until=F)',
      'license(from=2026-06-01, until=2026-12-31)',
      ['only if F comes after 2026-06-01', 'only if E comes before F', 'only if E comes before 2027-01-01'],
      anyOrder,
    ],
    [
      'prohibit(from=later of [E, F])',
      'license(until=2026-12-31)',
      ['only if E comes before 2027-01-01', 'only if F comes before 2027-01-01'],
      anyOrder,
    ],
    ['prohibit() except (from=E)', 'license(from=2026-06-01)', ['only if E comes after 2026-06-01'], anyOrder],
    ['prohibit() except (until=E)', 'license()', ['only if E happens'], anyOrder],
    ['prohibit(act=supply)', 'deliver(scope=film, from=E)', ['only if E happens'], anyOrder],
    [
      'prohibit(act=supply)',
      'deliver(scope=film, from=E, until=2026-12-31)',
      ['only if E comes before 2027-01-01'],
      anyOrder,
    ],
    ['rofr(from=E, to=Rex)', 'license(from=F)', ['only if E comes before F', 'only if F happens'], anyOrder],
    ['rofr(from=E)', 'license(from=2026-06-01)', ['only if E comes before 2026-06-01'], anyOrder],
  ];

  it.each(cases)('%s against %s', (restraint, grant, texts, events) => {
    const portfolio = sold(restraint, grant, events.includes('F') ? events : `${events}\nevent F`);
    const facts = factsOf(portfolio);
    expect(facts.map(({ text }) => text).sort()).toEqual([...texts].sort());
    for (const assume of SCENARIOS) {
      if (events.includes('F after E') && dayOf(assume.F) <= dayOf(assume.E) && assume.F !== 'never') continue;
      if (events.includes('F before E') && dayOf(assume.E) <= dayOf(assume.F) && assume.E !== 'never') continue;
      const collides = findings(portfolio.text, { assume }).some(({ verdict }) => verdict !== undefined);
      expect([assume, collides]).toEqual([assume, facts.every((fact) => isSo(fact, assume))]);
    }
  });
});

describe('days that one event moves both of', () => {
  const assumed = (text: string): Scenario =>
    Object.fromEntries([...text.matchAll(/([EF]) happens on (\S+)/g)].map(([, event, day]) => [event, day]));

  it.each([
    ['prohibit(until = later of [E, F])', 'license(from = earlier of [E, F], until=2027)'],
    ['prohibit(from = earlier of [E, F])', 'license(until = later of [E, F])'],
  ])('are asked about event by event: %s against %s', (restraint, grant) => {
    const portfolio = sold(restraint, grant, 'event E\nevent F');
    const facts = factsOf(portfolio);
    expect(facts.map(({ text }) => text)).toEqual(expect.arrayContaining(['when E happens', 'when F happens']));
    const verdict = (assume: Scenario) => findings(portfolio.text, { assume }).find((one) => one.verdict)?.verdict;
    expect(verdict(assumed(facts.map(({ conflictWhen }) => conflictWhen).join(' ')))).toBe('conflict');
    for (const { clearWhen } of facts) expect([clearWhen, verdict(assumed(clearWhen))]).toEqual([clearWhen, undefined]);
  });

  it('are told by the renewal that lies between them', () => {
    const portfolio = told(
      `event E
      deal vista (by = Studio, to = Vista, from = 2025, until = E, renews = 1 year) { x: prohibit() }
      deal onda (by = Studio, to = Onda, from = E) { y: license() }`,
      'vista.x',
      'onda.y',
    );
    const facts = (assume: Scenario) => findings(portfolio.text, { assume }).map((one) => one.decidingFacts ?? []);
    expect(facts({})[0].map(({ text }) => text)).toEqual(['only if E happens', 'only if vista is renewed']);
    expect(facts({ E: '2026-06-01' })[0].map(({ text }) => text)).toEqual(['only if vista is renewed']);
    expect(facts({ E: 'never' })).toEqual([]);
  });
});
