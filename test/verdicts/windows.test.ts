/** The time during which two clauses collide, as a finding says it. */
import { describe, expect, it } from 'vitest';
import { notesOf } from '../../server/src/portfolio/finding-notes.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { findingOf, findingsOf, type Options, told } from './helpers.ts';

const EVENTS = 'event spin, prize\nevent closing after prize\nstate war\n';

/** Studio reserves for Vista, Studio licenses to Onda in 2026, and Vista consents. */
const granted = (exclusive: string, license: string, waivers = '', more = '') =>
  told(
    `${EVENTS}${more}
deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: exclusive(${exclusive} }
deal onda (by = Studio, to = Onda, from = 2026-05-01, until = 2026-12-31) { y: license(${license}) }
deal letters (by = Vista, to = Studio, from = 2025-11-12) { ${waivers} }`,
    'vista.x',
    'onda.y',
  );

const noteOf = (finding: Finding, label: string): string | undefined =>
  notesOf(finding).find((note) => note.label === label)?.text;

const when = (portfolio: ReturnType<typeof granted>, options: Options = {}): string | undefined =>
  noteOf(findingOf(portfolio, options), 'when');

describe('a window of one day', () => {
  it.each([
    ['until=2026-05-01)', 'scope=film', '2026-05-01'],
    ['until=2026-05-01)', 'scope=film, until=spin', '2026-05-01, unless spin comes first'],
    ['from=spin, until=2026-05-01)', 'scope=film', '2026-05-01, if spin comes by then'],
    [
      'from=spin, until=2026-05-01)',
      'scope=film, until=prize',
      '2026-05-01, if spin comes by then and unless prize comes first',
    ],
  ])('is that day: %s against %s', (exclusive, license, expected) => {
    expect(when(granted(exclusive, license), { asOf: '2025-06-01' })).toBe(expected);
  });
});

const WHOLE = 'from 2026-05-01 through 2026-12-31';

describe('a window that a waiver ends', () => {
  it.each([
    ['that starts later', 'consent(of=vista.x, from=2026-07-01)', 'from 2026-05-01 through 2026-06-30'],
    ['that ends sooner', 'consent(of=vista.x, until=2026-07-31)', 'from 2026-08-01 through 2026-12-31'],
    [
      'for some months',
      'consent(of=vista.x, from=2026-07-01, until=2026-08-31)',
      'from 2026-05-01 through 2026-06-30, and again from 2026-09-01 through 2026-12-31',
    ],
    ['with an event', 'consent(of=vista.x, from=spin)', `${WHOLE}, or until spin if that is sooner`],
    [
      'with an event, for a while',
      'consent(of=vista.x, from=spin, until=2026-08-31)',
      `${WHOLE}, or until spin if that is sooner, and again from 2026-09-01 through 2026-12-31`,
    ],
    ['for a part of what collides', 'consent(of=vista.x, scope=film, from=2026-07-01)', WHOLE],
    ['until an event', 'consent(of=vista.x, from=2025, until=spin)', 'from spin through 2026-12-31'],
    ['while a state holds', 'consent(of=vista.x, from=2026-07-01, while=war)', WHOLE],
    [
      'in steps',
      'consent(of=vista.x, scope=film, from=2026-07-01) b: consent(of=vista.x, scope=[song, works], from=2026-09-01)',
      'from 2026-05-01 through 2026-08-31',
    ],
    [
      'without a gap between two',
      'consent(of=vista.x, from=2026-07-01, until=2026-08-31) b: consent(of=vista.x, from=2026-09-01)',
      'from 2026-05-01 through 2026-06-30',
    ],
  ])('%s', (_, waiver, expected) => {
    expect(when(granted('scope=works)', 'scope=works', waiver))).toBe(expected);
  });

  it('in another place goes on', () => {
    expect(
      when(granted('territory=Europe)', 'territory=[IT, FR]', 'consent(of=vista.x, territory=IT, from=2026-07-01)')),
    ).toBe(WHOLE);
  });
});

describe('a window that an exception ends', () => {
  it.each([
    ['of the restraint', 'scope=film) except (from=2026-07-01)', 'scope=film', 'from 2026-05-01 through 2026-06-30'],
    [
      'of the restraint, for some months',
      'scope=film) except (with=Onda, from=2026-07-01, until=2026-08-31)',
      'scope=film',
      'from 2026-05-01 through 2026-06-30, and again from 2026-09-01 through 2026-12-31',
    ],
    ['of the permission', 'scope=film)', 'scope=film) except (from=2026-07-01', 'from 2026-05-01 through 2026-06-30'],
    [
      'with an event',
      'scope=film) except (with=Onda, from=prize)',
      'scope=film',
      `${WHOLE}, or until prize if that is sooner`,
    ],
    [
      'with the second of two events',
      'scope=film, until=prize) except (with=Onda, from=closing)',
      'scope=film',
      `${WHOLE}, or until prize if that is sooner`,
    ],
  ])('%s', (_, exclusive, license, expected) => {
    expect(when(granted(exclusive, license))).toBe(expected);
  });
});

describe('a window by affiliates', () => {
  it('ends when the one that is dealt with joins the holder', () => {
    const portfolio = told(
      `party Arm under Vista from 2026-09-01
deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: exclusive(scope=film, affiliates=yes) }
deal arm (by = Studio, to = Arm, from = 2026-05-01, until = 2026-12-31) { y: license(scope=film) }`,
      'vista.x',
      'arm.y',
    );
    expect(when(portfolio)).toBe('from 2026-05-01 through 2026-08-31');
  });
});

describe('a window of two that restrain each other', () => {
  it('lasts as long as either collides', () => {
    const portfolio = told(
      `deal vista (by = Studio, to = Vista, from = 2026-05-01, until = 2026-12-31) { x: exclusive(scope=film) }
deal onda (by = Studio, to = Onda, from = 2026-05-01, until = 2026-12-31) { y: exclusive(scope=film) }
deal letter (by = Vista, to = Studio, from = 2026-07-01) { consent(of=vista.x) }
deal answer (by = Onda, to = Studio, from = 2026-09-01) { consent(of=onda.y) }`,
      'vista.x',
      'onda.y',
    );
    expect(when(portfolio)).toBe('from 2026-05-01 through 2026-08-31');
  });
});

describe('a window that starts with an event', () => {
  const begun = (exclusive: string, license: string) => granted(`scope=film, ${exclusive})`, `scope=film, ${license}`);

  it.each([
    ['from=spin', 'from=2026-06-01, until=perpetual', 'from 2026-06-01, or from spin if that is later'],
    ['from=spin', 'from=2026-06-01', 'from 2026-06-01, or from spin if that is later, through 2026-12-31'],
    ['from=spin', 'until=perpetual', 'from spin on'],
    ['from=spin', 'from=2025, until=perpetual', 'from spin on'],
    ['from=spin + 6 months', 'from=2025, until=perpetual', 'from spin + 6 months on'],
    ['from=spin', 'from=prize, until=closing', 'from the later of prize and spin until closing'],
    ['from=prize', 'from=closing, until=perpetual', 'from closing on'],
    ['from=earlier of [spin, 2027]', 'from=2025, until=perpetual', 'from the earlier of spin and 2027-01-01 on'],
    [
      'from=2025, until=later of [spin, 2027-06-30]',
      'until=perpetual',
      'from 2026-05-01 until the later of spin and the end of 2027-06-30',
    ],
    ['from=spin', 'from=2025, until=2030', 'from spin through 2030-12-31'],
    [
      'from=2025, until=later of [earlier of [spin, 2027], 2027-01]',
      'until=2028',
      'from 2026-05-01 through 2027-12-31, or until the later of spin and the end of 2027-01-31, if that is sooner',
    ],
    [
      'from=2025, until=later of [earlier of [spin + 6 months, 2030-06-30], 2027-06-30]',
      'until=2028-07-31',
      'from 2026-05-01 through 2028-07-31, or until the later of spin + 6 months and the end of 2027-06-30, if that is sooner',
    ],
    [
      'from=2025, until=later of [spin, 2026-04-30]',
      'until=2028',
      'from 2026-05-01 through 2028-12-31, or until spin if that is sooner',
    ],
    ['from=2025, until=later of [spin, closing]', 'until=prize', 'from 2026-05-01 until prize'],
    [
      'from=earlier of [later of [spin, prize], 2027]',
      'until=perpetual',
      'from the earlier of (the later of spin and prize) and 2027-01-01 on',
    ],
  ])('exclusive(%s) against license(%s)', (exclusive, license, expected) => {
    expect(when(begun(exclusive, license))).toBe(expected);
  });

  it('has a date where the day is known', () => {
    expect(when(begun('from=spin', 'until=perpetual'), { assume: { spin: '2026-08-01' } })).toBe('from 2026-08-01 on');
  });

  it.each([
    ['from=spin', '2026-05-01, if spin happens on that day, Studio lets Onda exploit film'],
    ['from=spin + 1 month', '2026-06-01, if spin happens on 2026-05-01, Studio lets Onda exploit film'],
    ['from=2025', '2026-05-01, Studio lets Onda exploit film'],
    ['from=2025, until=spin', '2026-05-01, Studio lets Onda exploit film'],
  ])('and an example that says what happens on its day: %s', (exclusive, expected) => {
    expect(noteOf(findingOf(begun(exclusive, 'until=perpetual')), 'example')).toBe(expected);
  });

  it('and an example that says whether a deal goes on', () => {
    const portfolio = told(
      `deal vista (by = Studio, to = Vista, from = 2025-01-01, until = 2026-12-31, renews = 1 year) { x: allow_audit() }
deal later (by = Studio, to = Vista, from = vista.end) { z: exclusive(scope=film) }
deal onda (by = Studio, to = Onda, from = 2025-01-01) { y: license(scope=film) }`,
      'later.z',
      'onda.y',
    );
    expect(noteOf(findingOf(portfolio), 'example')).toBe(
      '2027-01-01, if vista is not renewed, Studio lets Onda exploit film',
    );
  });
});

describe('an example in a deal that may go on', () => {
  it.each([
    ['2027-03-01', 'if vista is renewed once, '],
    ['2028-03-01', 'if vista is renewed 2 times, '],
    ['2026-06-01', ''],
  ])('says how often it is renewed by then: %s', (from, proviso) => {
    const portfolio = told(
      `deal vista (by = Studio, to = Vista, from = 2025-01-01, until = 2026, renews = 1 year) { x: exclusive(scope=film) }
deal onda (by = Studio, to = Onda, from = ${from}) { y: license(scope=film) }`,
      'vista.x',
      'onda.y',
    );
    expect(noteOf(findingOf(portfolio), 'example')).toBe(`${from}, ${proviso}Studio lets Onda exploit film`);
  });
});

describe('the window of a right to be asked first', () => {
  const asked = (right: string, license: string) =>
    told(
      `${EVENTS}event launch after 2026-06 before 2028
deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: rofr(scope=film, ${right}) }
deal onda (by = Studio, to = Onda) { y: license(scope=film, ${license}) }`,
      'vista.x',
      'onda.y',
    );

  it.each([
    [
      'from=launch, until=launch + 90 days',
      'from=2027-06-01, until=2028-06-30',
      'from 2027-06-01 through 2027-08-28, or until launch + 90 days if that is sooner',
    ],
    [
      'from=spin, until=spin + 90 days',
      'from=2027-06-01',
      'from 2027-06-01 through 2027-08-28, or until spin + 90 days if that is sooner',
    ],
    [
      'from=spin, until=spin + 1 year',
      'from=prize, until=prize + 1 month',
      'from prize until the earlier of prize + 1 month and spin + 1 year',
    ],
    ['from=2026', 'from=spin', 'from spin on'],
    ['from=2026, until=2028', 'from=2027', 'from 2027-01-01 through 2028-12-31'],
  ])('has only days of grants that come later: %s against %s', (right, license, expected) => {
    expect(when(asked(right, license))).toBe(expected);
  });
});

describe('the example of what has no first day', () => {
  const ended = (x: string, y: string, more = '') =>
    told(
      `${EVENTS}event launch after 2019 before 2024\n${more}
deal vista (by = Studio, to = Vista) { x: ${x} }
deal onda (by = Studio, to = Onda) { y: ${y} }`,
      'vista.x',
      'onda.y',
    );

  it.each([
    ['the day of the check', 'exclusive(scope=film)', 'license(scope=film)', '2026-04-30'],
    ['the last day', 'exclusive(scope=film)', 'license(scope=film, until=2023)', '2023-12-31'],
    ['the last day of any world', 'exclusive(scope=film, until=launch)', 'license(scope=film)', '2023-12-30'],
    [
      'the last day of any use',
      'exclusive(scope=film) except (act=make, from=2020)',
      'license(scope=film) except (act=[use, sell, buy, host], from=2019)',
      '2026-04-30',
    ],
    ['the last day of a duty', 'prohibit(act=supply, until=2023)', 'deliver(scope=film, until=2022)', '2022-12-31'],
  ])('is on %s', (_, x, y, expected) => {
    expect(findingOf(ended(x, y)).witness?.date).toBe(expected);
  });

  it('is on the last day, whoever is an affiliate since when', () => {
    const portfolio = ended(
      'exclusive(scope=film)',
      'license(scope=film, affiliates=yes, until=2023)',
      'party Arm under Onda from 2020-01-01',
    );
    expect(findingOf(portfolio).witness?.date).toBe('2023-12-31');
  });
});

describe('a window that is past', () => {
  const waived = granted('scope=film)', 'scope=film', 'consent(of=vista.x, from=2026-07-01, until=2026-08-31)');

  it('is so only when its last stretch is', () => {
    expect(findingOf(waived, { asOf: '2026-10-01' }).past).toBeUndefined();
    expect(findingOf(waived, { asOf: '2027-01-01' }).past).toBe(true);
  });
});

describe('a window that ends when an affiliate is acquired', () => {
  const TERMS = 'party Film under Studio from 2026-06-01\n';

  it('by whom something is waived', () => {
    const portfolio = told(
      `${TERMS}deal vista (by = Film, to = Vista, from = 2025-05-06) { x: prohibit(scope = film) }
deal letters (by = Vista, to = Studio, from = 2025-05-06) { consent(affiliates = yes) }
deal onda (by = Film, to = Onda, from = 2026-01-05) { y: license(scope = film, affiliates = no) }`,
      'vista.x',
      'onda.y',
    );
    expect(findingOf(portfolio).window).toEqual({ from: '2026-01-05', until: '2026-05-31' });
  });

  it('which then has what it passes on', () => {
    const { text } = told(
      `${TERMS}deal source (by = Rex, to = Studio, from = 2025-01-01) { license(scope = film, affiliates = yes) }
deal onda (by = Film, to = Onda, from = 2026-01-01, until = 2026-12) { y: sublicense(scope = film) }`,
      '',
      '',
    );
    expect(findingsOf('chain-of-title', text).map(({ window }) => window)).toEqual([
      { from: '2026-01-01', until: '2026-05-31' },
    ]);
  });
});
