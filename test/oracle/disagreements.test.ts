/** What the engine and the oracle once disagreed on, each made small and named: both must say what the language says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareAll } from './compare.ts';
import type { Scenario } from './scenario.ts';
import { clause, deal, region, scene, term, twoDeals } from './scenes.ts';
import { type Solver, startSolver } from './solver.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await startSolver();
});
afterAll(() => solver.stop());

const waiver = clause('w', 'waiver', {}, { by: ['Beta'], to: ['Alpha'] });
const allExcept = (name: string) =>
  ({ kind: 'difference', from: { kind: 'all' }, except: { kind: 'name', name } }) as const;
const later = (event: string, count: number, unit: 'days' | 'months') =>
  ({ kind: 'sum', base: { kind: 'event', event }, period: { count, unit } }) as const;
const family = [term('scope', 'a'), term('scope', 'b', { parents: ['a'] }), term('scope', 'c', { parents: ['a'] })];

const cases: readonly (readonly [string, Scenario, string])[] = [
  [
    'two exclusions, one of them waived',
    twoDeals(clause('x', 'exclusive_dealing'), clause('y', 'exclusive_dealing'), { waivers: [waiver] }),
    'clear',
  ],
  [
    'two exclusions, one for an open class of clouds',
    twoDeals(clause('x', 'exclusive', { cloud: 'one' }), clause('y', 'requirements', { cloud: 'class' }), {
      terms: [term('cloud', 'one'), term('cloud', 'class', { open: true })],
    }),
    'depends',
  ],
  [
    'a period after an event that is presumed to happen',
    twoDeals(clause('x', 'prohibit', {}, { from: later('AGI', 90, 'days') }), clause('y', 'license'), {
      events: [{ name: 'AGI', presumed: 'yes' }],
    }),
    'conflict',
  ],
  [
    'a month that is shorter than thirty days',
    twoDeals(
      clause('x', 'prohibit', {}, { until: later('AGI', 30, 'days') }),
      clause('y', 'license', {}, { from: later('AGI', 1, 'months') }),
      { events: [{ name: 'AGI' }] },
    ),
    'depends',
  ],
  [
    'siblings whose times never meet are no near miss',
    twoDeals(
      clause('x', 'prohibit', { scope: 'b' }, { from: 'AGI' }),
      clause('y', 'grant', { scope: 'c' }, { until: 'AGI' }),
      {
        terms: family,
        events: [{ name: 'AGI' }],
      },
    ),
    'clear',
  ],
  [
    'affiliates of a stated member of an open group',
    twoDeals(clause('x', 'requirements', { with: 'Rivals' }, { affiliates: 'yes' }), clause('y', 'license'), {
      terms: [
        term('party', 'Rivals', { open: true }),
        term('party', 'Gamma', { parents: ['Rivals'] }),
        term('party', 'GammaSub', { under: { party: 'Gamma' } }),
      ],
    }),
    'clear',
  ],
  [
    'a list of an open class and another, without that class',
    scene(
      [
        deal(
          'dealA',
          ['Alpha'],
          ['Beta'],
          [clause('x', 'noncompete', { scope: ['class', 'one'] }, { exceptions: [region({ scope: 'class' })] })],
        ),
        deal('dealB', ['AlphaSub'], ['Delta'], [clause('y', 'commit')]),
      ],
      {
        terms: [
          term('party', 'AlphaSub', { under: { party: 'Alpha' } }),
          term('scope', 'one'),
          term('scope', 'two'),
          term('scope', 'class', { open: true }),
        ],
      },
    ),
    'depends',
  ],
  [
    'one grantee twice, with affiliates nobody speaks of',
    scene([deal('dealA', ['Alpha'], ['Beta'], [clause('x', 'exclusive'), clause('y', 'distribute')])], {
      terms: [term('party', 'BetaSub', { under: { party: 'Beta' } })],
    }),
    'depends',
  ],
  [
    'a waiver by one who comes to control the objector later',
    twoDeals(clause('x', 'sole_license'), clause('y', 'requirements', {}, { to: ['BetaSub'] }), {
      waivers: [waiver],
      terms: [term('party', 'BetaSub', { under: { party: 'Beta', from: '2027-08-30' } })],
    }),
    'conflict',
  ],
  [
    'an exception for an open class, which an affiliate may join through its parent alone',
    twoDeals(
      clause('x', 'exclusive'),
      clause('y', 'grant', {}, { to: ['AlphaSub'], exceptions: [region({ with: 'Competitor' })] }),
      {
        terms: [
          term('party', 'Competitor', { open: true }),
          term('party', 'AlphaSub', { under: { party: 'Alpha' }, distinct: ['Competitor'] }),
        ],
      },
    ),
    'depends',
  ],
  [
    'a holder that is everyone outside an open class',
    twoDeals(clause('x', 'requirements', { with: allExcept('Competitor') }), clause('y', 'license'), {
      terms: [term('party', 'Competitor', { open: true })],
    }),
    'depends',
  ],
  [
    'a holder that is everyone but one and its affiliates',
    twoDeals(
      clause('x', 'requirements', { with: allExcept('Delta') }, { affiliates: 'yes' }),
      clause('y', 'license', {}, { to: ['DeltaSub'] }),
      { terms: [term('party', 'DeltaSub', { under: { party: 'Delta' } })] },
    ),
    'conflict',
  ],
  [
    'a near miss through what an exception leaves',
    twoDeals(
      clause('x', 'prohibit', { scope: 'c' }),
      clause(
        'y',
        'host',
        { scope: 'c' },
        {
          exceptions: [
            {
              values: {
                scope: { kind: 'difference', from: { kind: 'name', name: 'a' }, except: { kind: 'name', name: 'b' } },
              },
            },
          ],
        },
      ),
      { terms: family },
    ),
    'near miss',
  ],
  [
    'a near miss through what a waiver leaves',
    twoDeals(clause('x', 'exclusive'), clause('y', 'deliver', { scope: 'c' }), {
      terms: family,
      waivers: [{ ...waiver, exceptions: [region({ scope: 'b' })] }],
    }),
    'near miss',
  ],
  [
    'a near miss of what may belong to an open class',
    twoDeals(clause('x', 'prohibit', { scope: 'class' }), clause('y', 'license', { scope: 'c' }), {
      terms: [
        ...family.slice(0, 1),
        term('scope', 'other'),
        term('scope', 'b', { parents: ['a', 'other'] }),
        term('scope', 'c', { parents: ['a'] }),
        term('scope', 'class', { parents: ['other'], open: true }),
      ],
    }),
    'near miss',
  ],
  [
    'a whole, of which an open class is a part and another thing may be one',
    twoDeals(clause('x', 'noncompete', { scope: 'class' }), clause('y', 'license', { scope: 'a' }), {
      terms: [...family, term('scope', 'class', { parents: ['a'], open: true })],
    }),
    'conflict',
  ],
  [
    'an exception for what may belong to an open class, in one of two places',
    twoDeals(
      clause('x', 'prohibit', { scope: 'b' }, { exceptions: [region({ scope: 'class', territory: 'FR' })] }),
      clause('y', 'license', { scope: 'b', territory: ['FR', 'DE'] }),
      { terms: [...family, term('scope', 'class', { parents: ['a'], open: true })] },
    ),
    'conflict',
  ],
  [
    'no use that is certain, though each way of settling an open class leaves one',
    twoDeals(
      clause(
        'x',
        'prohibit',
        { scope: 'b' },
        {
          exceptions: [
            region({ scope: 'class', territory: 'FR' }),
            region({ scope: allExcept('class'), territory: 'DE' }),
          ],
        },
      ),
      clause('y', 'license', { scope: 'b', territory: ['FR', 'DE'] }),
      { terms: [...family, term('scope', 'class', { parents: ['a'], open: true })] },
    ),
    'conflict',
  ],
  [
    'a duty of two that only one is kept from',
    scene([
      deal('dealA', ['Alpha'], ['Beta'], [clause('x', 'prohibit')]),
      deal('dealB', ['Alpha', 'Delta'], ['Gamma'], [clause('y', 'deliver')]),
    ]),
    'depends',
  ],
  [
    'what shares nothing with a list of an open class, forbidden',
    twoDeals(clause('x', 'noncompete', { scope: 'b' }), clause('y', 'purchase', { scope: 'class' }), {
      terms: [
        term('scope', 'b', { distinct: ['list'] }),
        term('scope', 'list', { equals: ['class'] }),
        term('scope', 'class', { open: true }),
      ],
    }),
    'clear',
  ],
  [
    'what shares nothing with a list of an open class, to be had from one alone',
    twoDeals(clause('x', 'requirements', { scope: 'b' }), clause('y', 'requirements', { scope: 'class' }), {
      terms: [
        term('scope', 'list', { equals: ['class'] }),
        term('scope', 'b', { distinct: ['list'] }),
        term('scope', 'class', { open: true }),
      ],
    }),
    'clear',
  ],
  [
    'a promise that an open class decides, beside what an affiliate may receive',
    scene(
      [
        deal(
          'dealA',
          ['Alpha'],
          ['Beta'],
          [clause('x', 'exclusive_dealing', {}, { exceptions: [region({ scope: 'class', with: 'AlphaSub' })] })],
        ),
        deal('dealB', ['Alpha'], ['AlphaSub'], [clause('y', 'host', { scope: 'a' })]),
      ],
      {
        terms: [
          term('party', 'AlphaSub', { under: { party: 'Alpha' } }),
          term('scope', 'a'),
          term('scope', 'class', { open: true }),
        ],
      },
    ),
    'depends',
  ],
];

describe('the engine and the oracle, where they once disagreed', () => {
  it.each(cases)('%s', (_title, scenario, expected) => {
    const [{ judgement, problems }] = compareAll(solver, [scenario]);
    expect(judgement.verdict).toBe(expected);
    expect(problems).toEqual([]);
  });
});
