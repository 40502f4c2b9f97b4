/** §3, §4 and §7: a dimension of *who* whose values are ranges of numbers reserves, permits and is silent as one of names. */
import { describe, expect, it } from 'vitest';
import { checkPortfolio, type PortfolioFile } from '../../server/src/portfolio/check.ts';
import { openLivePortfolio } from '../../server/src/portfolio/live-portfolio.ts';
import { type Random, randomFrom } from '../oracle/random.ts';
import { AS_OF, check, findingOf, findingsOf, judges, rulesOf, sold, told } from './helpers.ts';

const TIER = 'dimension tier who number "Tier of the dealer"';
const tiers = (x: string, y: string) => sold(x, y, TIER);

describe('who is said by a number', () => {
  judges([
    ['is whom it is reserved for', tiers('exclusive(scope=film, tier >= 3)', 'license(scope=film, tier=3)'), 'clear'],
    ['is nobody else', tiers('exclusive(scope=film, tier >= 3)', 'license(scope=film, tier=2)'), 'conflict'],
    ['is left open by silence', tiers('exclusive(scope=film, tier >= 3)', 'license(scope=film)'), 'depends'],
    [
      'is not whom part of it is not',
      tiers('exclusive(scope=film, tier >= 3)', 'license(scope=film, tier=2..3)'),
      'conflict',
    ],
    ['is not everybody', tiers('exclusive(scope=film, tier >= 3)', 'license(scope=film, tier=all)'), 'conflict'],
    [
      'is not the end that is left out',
      tiers('exclusive(scope=film, tier > 3)', 'license(scope=film, tier=3)'),
      'conflict',
    ],
    ['is all beyond it', tiers('exclusive(scope=film, tier > 3)', 'license(scope=film, tier >= 4)'), 'clear'],
    ['is within several ranges', tiers('exclusive(tier=[..2, 5..7])', 'license(tier=[1, 6])'), 'clear'],
    ['is not between them', tiers('exclusive(tier=[..2, 5..7])', 'license(tier=3)'), 'conflict'],
    ['is not what is taken out', tiers('exclusive(tier=1..9 except 3..4)', 'license(tier=4)'), 'conflict'],
    ['is what is left beside it', tiers('exclusive(tier=1..9 except 3..4)', 'license(tier=4.5)'), 'clear'],
    [
      'is forbidden where it lies within',
      tiers('prohibit(scope=film, tier < 3)', 'license(scope=film, tier=2)'),
      'conflict',
    ],
    ['is not forbidden elsewhere', tiers('prohibit(scope=film, tier < 3)', 'license(scope=film, tier=3)'), 'clear'],
    [
      'is excepted by a range',
      tiers('exclusive(scope=film, tier >= 3) except (tier=1..2)', 'license(scope=film, tier=2)'),
      'clear',
    ],
    [
      'is told of twice: by name and by number',
      tiers('exclusive(scope=film, cloud=East, tier >= 3)', 'host(scope=film, cloud=East, tier=2)'),
      'conflict',
    ],
    [
      'is taken from the header',
      told(
        `${TIER}\ndeal a (by=Studio, to=Vista, from=2025-01-01, tier=1) { x: exclusive(scope=film) }\ndeal b (by=Studio, to=Onda, from=2025-01-01, tier=2) { y: license(scope=film) }`,
        'a.x',
        'b.y',
      ),
      'conflict',
    ],
    [
      'is taken from the kind',
      told(
        `${TIER}\nkind low_end excludes, permits (tier: tier = 1)\ndeal a (by=Studio, to=Vista, from=2025-01-01) { x: low_end(scope=film) }\ndeal b (by=Studio, to=Onda, from=2025-01-01) { y: license(scope=film, tier=1) }`,
        'a.x',
        'b.y',
      ),
      'clear',
    ],
  ]);

  it('is told in words of ranges, with a number as the example: a whole one where there is one', () => {
    const shown = (x: string, y: string) => {
      const { message, witness } = findingOf(tiers(x, y));
      return [message.replace(/^.* reserves for /, ''), witness?.values.tier];
    };
    expect(shown('exclusive(scope=film, tier >= 3)', 'license(scope=film, tier < 3)')).toEqual(['tier 3 or more', '2']);
    expect(shown('exclusive(scope=film, tier = 2..3)', 'license(scope=film, tier = all)')).toEqual([
      'tier 2 to 3',
      '4',
    ]);
    expect(shown('exclusive(scope=film, tier > 1000)', 'license(scope=film, tier = 1)')).toEqual([
      'tier more than 1,000',
      '1',
    ]);
    expect(shown('exclusive(tier = [1, 2])', 'license(tier = 1..2)')).toEqual(['tier 1 or 2', '1.5']);
  });

  it('that is nobody covers nothing', () => {
    const message = (clause: string) =>
      findingsOf('dead-clause', tiers(clause, 'license(scope=film)').text).map((finding) => finding.message);
    expect(message('license(tier = 3 except 1..5)')).toEqual(['`x` covers nothing: its tier is empty']);
    expect(message('exclusive(tier = 3 except 1..5)')).toEqual(['`x` is for nobody: its tier is empty']);
  });

  it('is a range, and has no names', () => {
    expect(rulesOf(tiers('exclusive(tier = Gold)', 'license(scope=film)').text)).toContain('invalid-argument');
    expect(rulesOf(`${TIER}\ntier gold`)).toEqual(['invalid-argument']);
  });

  it('is one of many numbers, though not of any number of them', () => {
    const clauses = Array.from({ length: 300 }, (_, at) => `license(tier = ${at})`).join('\n');
    const { text } = tiers('exclusive(tier = 0)', 'license(tier = 0)');
    const found = check(`${text}deal many (by = Rex, to = Vista, from = 2025-01-01) {\n${clauses}\n}\n`).findings;
    const [first, ...others] = found.filter(({ rule }) => rule === 'invalid-argument');
    expect(first.message).toBe('`tier` starts and ends at more than 500 numbers');
    expect(others).toHaveLength(49);
  });
});

/** Ranges over these ends, and the stretches between them: at each end, and behind it up to the next. The first has no name. */
const ENDS = [1, 2, 4, 7];
const BELOW = 'below';
const STRETCHES = [BELOW, ...ENDS.flatMap((end) => [`at_${end}`, `above_${end}`])];

interface Range {
  readonly written: string;
  /** The stretches that it takes in. */
  readonly named: readonly string[];
}

function inNames(named: readonly string[]): string {
  if (!named.includes(BELOW)) return `[${named.join(', ')}]`;
  return `all except [${STRETCHES.filter((one) => !named.includes(one)).join(', ')}]`;
}

function randomRange(random: Random): Range {
  const low = random.below(ENDS.length);
  const high = low + random.below(ENDS.length - low);
  const from = (at: number, open: boolean): number => 2 * at + 1 + Number(open);
  const between = (first: number, last: number): readonly string[] => STRETCHES.slice(first, last + 1);
  switch (random.below(6)) {
    case 0:
      return { written: ` = ${ENDS[low]}..${ENDS[high]}`, named: between(from(low, false), from(high, false)) };
    case 1:
      return { written: ` > ${ENDS[low]}`, named: STRETCHES.slice(from(low, true)) };
    case 2:
      return { written: ` >= ${ENDS[low]}`, named: STRETCHES.slice(from(low, false)) };
    case 3:
      return { written: ` < ${ENDS[low]}`, named: STRETCHES.slice(0, from(low, false)) };
    case 4: {
      const taken = between(from(low, false), from(high, false));
      return {
        written: ` = 1..7 except ${ENDS[low]}..${ENDS[high]}`,
        named: between(from(0, false), from(ENDS.length - 1, false)).filter((one) => !taken.includes(one)),
      };
    }
    default:
      return { written: ` = [${ENDS[low]}, ${ENDS[high]}]`, named: [`at_${ENDS[low]}`, `at_${ENDS[high]}`] };
  }
}

const KINDS = ['exclusive', 'license', 'prohibit', 'commit', 'exclusive_license', 'rofr', 'waiver'];

/** The same deals twice: with ranges, and with a name for each stretch. */
function randomDeals(random: Random): {
  readonly numbers: string;
  readonly names: string;
  readonly pairs: readonly (readonly [string, string])[];
} {
  const labels: string[] = [];
  const texts = { numbers: `${TIER}\n`, names: `dimension tier who\ntier ${STRETCHES.slice(1).join(', ')}\n` };
  const add = (numbers: string, names = numbers): void => {
    texts.numbers += numbers;
    texts.names += names;
  };
  const value = (): readonly [string, string] => {
    if (random.below(4) === 0) return ['', ''];
    const { written, named } = randomRange(random);
    // No list is empty: what covers nothing is a finding of its own.
    return named.length === 0 ? ['', ''] : [`, tier${written}`, `, tier = ${inNames(named)}`];
  };
  for (const [deal, to] of [
    ['vista', 'Vista'],
    ['onda', 'Onda'],
  ] as const) {
    add(`deal ${deal} (by = Studio, to = ${to}, from = 2025-01-01) {\n`);
    for (let count = 0; count < 3; count++) {
      const kind = KINDS[random.below(KINDS.length)];
      const [ofNumbers, ofNames] = value();
      const [butNumbers, butNames] = random.below(4) === 0 ? value() : ['', ''];
      const except = (text: string): string => (text === '' ? '' : ` except (${text.slice(2)})`);
      labels.push(`${deal}.c${count}`);
      const start = `  c${count}: ${kind}(scope = film`;
      add(`${start}${ofNumbers})${except(butNumbers)}\n`, `${start}${ofNames})${except(butNames)}\n`);
    }
    add('}\n');
  }
  return { ...texts, pairs: labels.flatMap((one, at) => labels.slice(at + 1).map((other) => [one, other] as const)) };
}

describe('ranges of numbers', () => {
  it('are judged as names for the stretches between their ends are', () => {
    const random = randomFrom(20261129);
    const seen = new Map<string, number>();
    for (let round = 0; round < 150; round++) {
      const { numbers, names } = randomDeals(random);
      const verdicts = (text: string): string[] =>
        check(`${told(text, '', '').text}`)
          .findings.filter(({ rule }) => rule !== 'dead-clause')
          .map(({ rule, verdict, clauses, window }) =>
            [rule, verdict, ...clauses.map(({ name }) => name), window?.from, window?.until].join(' '),
          )
          .sort();
      const found = verdicts(numbers);
      expect(found, numbers).toEqual(verdicts(names));
      for (const one of found) seen.set(one.split(' ')[1], (seen.get(one.split(' ')[1]) ?? 0) + 1);
    }
    expect([...seen.keys()]).toEqual(expect.arrayContaining(['conflict', 'depends']));
  });

  it('come and go with the deals that name them', () => {
    const terms: PortfolioFile = { path: 'terms.deal', text: `party A, B, C\nscope film\n${TIER}\n` };
    const held: PortfolioFile = {
      path: 'a.deal',
      text: 'deal a (by = A, to = B, from = 2025-01-01) {\n  x: exclusive(scope = film, tier > 3)\n}\n',
    };
    const silent: PortfolioFile = {
      path: 'b.deal',
      text: 'deal b (by = A, to = C, from = 2025-01-01) {\n  y: license(scope = film)\n  z: license(scope = film, tier = 1..9 except 1..3)\n}\n',
    };
    const other = (tier: string): PortfolioFile => ({
      path: 'c.deal',
      text: `deal c (by = A, to = C, from = 2025-01-01) {\n  w: license(scope = film, tier${tier})\n}\n`,
    });
    const rest = [terms, held, silent];
    const live = openLivePortfolio(rest, { asOf: AS_OF });
    for (const tier of ['', ' = 3.5', ' > 3.2', ' = 2', ' < 1', '', ' = 3']) {
      const now = tier === '' ? [] : [other(tier)];
      live.update(tier === '' ? [{ path: 'c.deal' }] : now);
      expect(live.analysis().findings).toEqual(checkPortfolio([...rest, ...now], { asOf: AS_OF }).findings);
    }
  });
});
