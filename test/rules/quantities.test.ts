/** §8, quantities: shares, tranches, minimums. */
import { describe, expect, it } from 'vitest';
import { check, findingsOf, rulesOf } from '../verdicts/helpers.ts';
import { counts } from './helpers.ts';

const PARTIES = 'party Startup, Founder, Fund, Angel, Other, Buyer, North, South\nscope steel, coal\n';
const deal = (clauses: string, header = 'from = 2025-01-01') =>
  `${PARTIES}deal d (by = Startup, to = Founder, ${header}) {\n${clauses}\n}\n`;
const stake = (holder: string, share: string, rest = '') =>
  `equity(holder = ${holder}, issuer = Startup, share = ${share}${rest})`;
const lines = (...all: string[]) => all.join('\n');

it('shares that are too much from the first of all days are shown on the last day before the check', () => {
  const text = `${PARTIES}deal d (by = Startup, to = Founder) {
    ${stake('Founder', '80%', ', until = 2023')} ${stake('Fund', '27%')}
  }`;
  expect(findingsOf('share-above-whole', text).map(({ witness }) => witness?.date)).toEqual(['2023-12-31']);
});

describe('stakes in one issuer', () => {
  counts('share-above-whole', [
    ['exactly the whole', deal(lines(stake('Founder', '73%'), stake('Fund', '27%'))), 0],
    ['more than the whole', deal(lines(stake('Founder', '80%'), stake('Fund', '27%'))), 1],
    ['more than the whole by a hair', deal(lines(stake('Founder', '73%'), stake('Fund', '27.0001%'))), 1],
    ['decimals are exact', deal(lines(stake('Founder', '33.3%'), stake('Fund', '33.3%'), stake('Angel', '33.4%'))), 0],
    [
      'ten tenths are a whole',
      deal(
        Array.from({ length: 10 }, (_, i) => `equity(holder = h${i}, issuer = Startup, share = 10%)`).join('\n'),
      ).replace('party ', `party ${Array.from({ length: 10 }, (_, i) => `h${i}`).join(', ')}, `),
      0,
    ],
    ['of two issuers', deal(lines(stake('Founder', '80%'), 'equity(holder = Fund, issuer = Other, share = 80%)')), 0],
    [
      'the latest stake of a holder counts',
      deal(
        lines(
          stake('Founder', '80%'),
          stake('Fund', '40%', ', from = 2026-01-01'),
          stake('Founder', '60%', ', from = 2026-01-01'),
        ),
      ),
      0,
    ],
    [
      'the latest stake counts, even where it is too much',
      deal(lines(stake('Founder', '40%'), stake('Fund', '40%'), stake('Founder', '70%', ', from = 2026-01-01'))),
      1,
    ],
    [
      'the latest by its day, not by its place',
      deal(
        lines(
          stake('Founder', '60%', ', from = 2026-01-01'),
          stake('Founder', '80%'),
          stake('Fund', '40%', ', from = 2026-01-01'),
        ),
      ),
      0,
    ],
    [
      'one after another',
      deal(lines(stake('Founder', '80%', ', until = 2025-12-31'), stake('Fund', '80%', ', from = 2026-01-01'))),
      0,
    ],
    [
      'a single day together',
      deal(lines(stake('Founder', '80%', ', until = 2026-01-01'), stake('Fund', '80%', ', from = 2026-01-01'))),
      1,
    ],
    [
      'in two deals',
      `${deal(stake('Founder', '80%'))}deal e (by = Startup, to = Fund, from = 2026-01-01) { ${stake('Fund', '30%')} }`,
      1,
    ],
  ]);

  it('are an error that names every clause of the sum', () => {
    const [finding] = findingsOf(
      'share-above-whole',
      deal(lines(`a: ${stake('Founder', '80%')}`, `b: ${stake('Fund', '27%', ', from = 2026-01-01')}`)),
    );
    expect(finding.severity).toBe('error');
    expect(finding.message).toContain('107');
    expect(finding.clauses.map(({ name }) => name).sort()).toEqual(['d.a', 'd.b']);
  });
});

describe('shares of one requirement', () => {
  const two = (first: string, second: string) => `${PARTIES}
    deal north (by = Buyer, to = North, from = 2025-01-01) { n: requirements(${first}) }
    deal south (by = Buyer, to = South, from = 2025-01-01) { s: requirements(${second}) }`;
  counts('share-above-whole', [
    ['exactly the whole', two('scope=steel, share=60%', 'scope=steel, share=40%'), 0],
    ['more than the whole', two('scope=steel, share=70%', 'scope=steel, share=40%'), 1],
    ['of different things', two('scope=steel, share=70%', 'scope=coal, share=40%'), 0],
    ['at different times', two('scope=steel, share=70%, until=2025', 'scope=steel, share=40%, from=2026'), 0],
    [
      'of different buyers',
      two('scope=steel, share=70%', 'scope=steel, share=40%').replace(
        'by = Buyer, to = South',
        'by = Other, to = South',
      ),
      0,
    ],
  ]);
});

describe('tranches', () => {
  const invest = (amount: string, ...tranches: string[]) =>
    deal(`i: invest(amount = ${amount}) {\n${tranches.map((one) => `tranche(amount = ${one})`).join('\n')}\n}`);
  counts('tranche-sum', [
    ['that come to the amount', invest('50B USD', '15B USD', '35B USD'), 0],
    ['that come to less', invest('50B USD', '15B USD', '30B USD'), 1],
    ['that come to more', invest('50B USD', '15B USD', '36B USD'), 1],
    ['in other units', invest('1B USD', '999M USD', '1000K USD'), 0],
    ['of exact decimals', invest('0.3M EUR', '0.1M EUR', '0.1M EUR', '0.1M EUR'), 0],
    ['that are off by a hair', invest('0.3M EUR', '0.1M EUR', '0.1M EUR', '0.1001M EUR'), 1],
    ['that are none', invest('50B USD'), 0],
  ]);

  it('that stand in no clause are said not to be checked', () => {
    const apart = (text: string) =>
      check(text).summary.notChecked.filter(({ what }) => what === 'tranches in no clause');
    expect(apart(deal('first: tranche(amount = 15B USD)'))).toEqual([
      expect.objectContaining({ count: 1, which: [expect.stringMatching(/\.first$/)] }),
    ]);
    expect(apart(invest('50B USD', '50B USD'))).toEqual([]);
  });
});

describe('a minimum and a cap', () => {
  const capped = (minimum: string, cap: string) =>
    deal(`least: minimum(by = Founder, ${minimum})\nmost: volume_limit(${cap})`);
  counts('minimum-above-cap', [
    ['a minimum above the cap', capped('scope=steel, quantity=500', 'scope=steel, quantity=400'), 1],
    ['a minimum at the cap', capped('scope=steel, quantity=400', 'scope=steel, quantity=400'), 0],
    ['a minimum below the cap', capped('scope=steel, quantity=300', 'scope=steel, quantity=400'), 0],
    ['in money', capped('scope=steel, amount=5M EUR', 'scope=steel, amount=4M EUR'), 1],
    ['in money, below', capped('scope=steel, amount=5M EUR', 'scope=steel, amount=6M EUR'), 0],
    ['of different things', capped('scope=steel, quantity=500', 'scope=coal, quantity=400'), 0],
    ['at different times', capped('scope=steel, quantity=500, until=2025', 'scope=steel, quantity=400, from=2026'), 0],
    ['that is for a part of it alone', capped('scope=[steel, coal], quantity=500', 'scope=steel, quantity=400'), 0],
    ['a minimum of a part', capped('scope=steel, quantity=500', 'scope=[steel, coal], quantity=400'), 1],
    ['a minimum of anything', capped('quantity=500', 'scope=steel, quantity=400'), 0],
    [
      'a cap with exceptions',
      capped('scope=steel, quantity=500', 'scope=steel, quantity=400) except (territory=FR'),
      0,
    ],
    [
      'what is paid is no volume',
      deal('fee: pay(by = Founder, amount = 5M EUR)\nmost: volume_limit(amount = 4M EUR)'),
      0,
    ],
    ['so much a month', capped('quantity=50, per=month', 'quantity=500, per=year'), 1],
    ['so much a month as a year allows', capped('quantity=50, per=month', 'quantity=600, per=year'), 0],
    ['so much a quarter', capped('amount=2M EUR, per=quarter', 'amount=7M EUR, per=year'), 1],
    ['more a year than twelve months allow', capped('quantity=601, per=year', 'quantity=50, per=month'), 1],
    ['as much a year as twelve months allow', capped('quantity=600, per=year', 'quantity=50, per=month'), 0],
    [
      'so much a month, for less than a year',
      capped('quantity=50, per=month, until=2025-10', 'quantity=500, per=year'),
      0,
    ],
    ['so much a month, for two years', capped('quantity=50, per=month, until=2026', 'quantity=500, per=year'), 1],
    [
      'so much a month, until some day',
      `event AGI\n${capped('quantity=50, per=month, until=AGI', 'quantity=500, per=year')}`,
      0,
    ],
    ['more in all than a year allows', capped('quantity=600', 'quantity=500, per=year'), 0],
  ]);

  it('says what a month and a year come to', () => {
    const [{ message }] = findingsOf('minimum-above-cap', capped('quantity=50, per=month', 'quantity=500, per=year'));
    expect(message).toBe('`least` demands 50 a month, but `most` allows at most 500 a year');
  });

  const unchecked = (minimum: string, cap: string) =>
    check(capped(minimum, cap))
      .summary.notChecked.filter(({ what }) => what === 'minimums beside a limit')
      .map(({ count, why, which }) => [count, why, which]);

  it.each([
    ['amount=5M EUR', 'amount=4M USD', 'different currencies'],
    ['amount=5M EUR, quantity=300', 'amount=4M USD, quantity=400', 'different currencies'],
    ['amount=5M EUR', 'quantity=400', 'an amount of money, the other a number of things'],
    ['quantity=50, per=week', 'quantity=500, per=year', 'different periods'],
    ['quantity=50, per=month, until=2025-10', 'quantity=500, per=year', 'different periods'],
    ['quantity=600', 'quantity=500, per=year', 'different periods'],
    ['quantity=100, per=year', 'quantity=400', 'different periods'],
  ])('%s beside %s is counted as not checked', (minimum, cap, why) => {
    expect(unchecked(minimum, cap)).toEqual([[1, expect.stringContaining(why), ['d.least']]]);
  });

  it.each([
    ['quantity=500', 'quantity=400'],
    ['quantity=300', 'quantity=400'],
    ['quantity=50, per=month', 'quantity=500, per=year'],
    ['quantity=40, per=month', 'quantity=500, per=year'],
    ['quantity=400', 'quantity=500, per=year'],
    ['scope=steel, amount=5M EUR', 'scope=coal, amount=4M USD'],
    ['amount=5M EUR, quantity=300', 'amount=6M EUR'],
    ['scope=steel', 'quantity=400'],
  ])('%s beside %s is not', (minimum, cap) => {
    expect(unchecked(minimum, cap)).toEqual([]);
  });
});

describe('quantities that are in order', () => {
  it('are not mentioned', () => {
    expect(rulesOf(deal(lines(stake('Founder', '73%'), stake('Fund', '27%'))))).toEqual([]);
  });
});

describe('a share of more than all', () => {
  counts('share-above-whole', [
    ['of what is needed', deal('requirements(scope = steel, share = 150%)'), 1],
    ['of an issuer', deal(stake('Founder', '150%')), 1],
    ['no more than all', deal('requirements(scope = steel, share = 100%)'), 0],
  ]);
});

describe('clauses that are too much together at different times', () => {
  const told = (clauses: string): string[] =>
    findingsOf('share-above-whole', deal(clauses)).map(
      ({ message, window, severity }) =>
        `${message.slice(0, message.indexOf('%') + 1)} ${window?.from} to ${window?.until}, ${severity}`,
    );
  const needs = (to: string, share: string, rest: string) =>
    `requirements(to = ${to}, scope = steel, share = ${share}, ${rest})`;

  it('are told of apart, each with what it comes to on its days', () => {
    const clauses = lines(
      `orders: ${needs('North', '80%', 'until = 2029')}`,
      `all: ${needs('South', '30%', 'from = 2028-01-01, until = 2028-06-30')}`,
      `only: ${needs('South', '90%', 'from = 2028-05-01, until = 2028-12-31')}`,
    );
    expect(told(clauses)).toEqual([
      '`all` and `orders` come to 110% 2028-01-01 to 2028-04-30, error',
      '`only` and `orders` come to 170% 2028-05-01 to 2028-12-31, error',
    ]);
  });

  it('are told of once where the days of one set are among those of another', () => {
    const thirds = ['North', 'South', 'Fund', 'Angel'].map((to) => needs(to, '40%', 'until = 2029'));
    expect(told(lines(...thirds))).toHaveLength(1);
  });

  it('of which some are past are past by themselves', () => {
    const clauses = lines(
      stake('Founder', '80%'),
      `early: ${stake('Fund', '40%', ', until = 2025-06-30')}`,
      `late: ${stake('Angel', '50%', ', from = 2026-01-01')}`,
    );
    expect(told(clauses)).toEqual([
      '`late` and `d.equity` come to 130% 2026-01-01 to undefined, error',
      '`d.equity` and `early` come to 120% 2025-01-01 to 2025-06-30, information',
    ]);
  });
});

describe('with exceptions and numbers', () => {
  const capped = (limit: string, least: string) =>
    `dimension screen what number\n${deal(`cap: volume_limit(scope = steel, quantity = 90, per = year${limit}
least: minimum(by = Founder, scope = steel, quantity = 100, per = year${least}`)}`;
  counts('minimum-above-cap', [
    ['a limit but for where nothing is owed', capped(') except (territory = FR)', ', territory = DE)'), 1],
    ['a limit but for where it is owed', capped(') except (territory = FR)', ', territory = FR)'), 0],
    ['both but for the same', capped(') except (territory = FR)', ') except (territory = FR)'), 1],
    ['what is left is limited', capped(', territory = FR)', ', territory = [FR, DE]) except (territory = DE)'), 1],
    ['what is left is not', capped(', territory = FR)', ', territory = [FR, DE]) except (territory = FR)'), 0],
    ['numbers within', capped(', screen >= 5)', ', screen = 6..7)'), 1],
    ['the same numbers', capped(', screen >= 5)', ', screen >= 5)'), 1],
    ['numbers that reach out', capped(', screen >= 5)', ', screen = 4..7)'), 0],
    ['all numbers', capped(', screen >= 5)', ')'), 0],
  ]);

  const both = (first: string, second: string) =>
    findingsOf(
      'share-above-whole',
      `dimension screen what number\n${PARTIES}
deal north (by = Buyer, to = North, from = 2025) { n: requirements(scope = steel, share = 70%${first} }
deal south (by = Buyer, to = South, from = 2025) { s: requirements(scope = steel, share = 40%${second} }`,
    ).map(({ verdict }) => verdict);

  it.each([
    [', screen >= 5)', ', screen < 5)', []],
    [', screen >= 5)', ', screen >= 5)', ['conflict']],
    [', screen >= 5)', ', screen = 4..6)', ['depends']],
    [') except (territory = FR)', ') except (territory = FR)', ['conflict']],
    [') except (territory = FR)', ', territory = FR)', []],
    [') except (territory = FR)', ', territory = DE)', ['depends']],
  ])('shares of one requirement: %s and %s', (first, second, verdicts) =>
    expect(both(first, second)).toEqual(verdicts),
  );
});
