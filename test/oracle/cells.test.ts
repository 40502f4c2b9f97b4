/** The oracle alone, on pairs whose verdict language.md states: it must be right before it may judge the engine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scenario } from './scenario.ts';
import { clause, deal, region, scene, term, twoDeals } from './scenes.ts';
import { type Solver, startSolver } from './solver.ts';
import { judgeAll } from './verdict.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await startSolver();
});
afterAll(() => solver.stop());

const scopes = [
  term('scope', 'model'),
  term('scope', 'api', { parents: ['model'] }),
  term('scope', 'runtime', { parents: ['model'] }),
];
const clouds = [term('cloud', 'Azure'), term('cloud', 'Bedrock')];
const AGI = [{ name: 'AGI' }];
const world = { terms: [...scopes, ...clouds], events: AGI };
const affiliates = [
  term('party', 'AlphaSub', { under: { party: 'Alpha' } }),
  term('party', 'GammaSub', { under: { party: 'Gamma' } }),
];

const exampleOfSection2 = scene(
  [
    deal(
      'microsoft',
      ['OpenAI'],
      ['Microsoft'],
      [clause('x', 'exclusive', { cloud: 'Azure', scope: 'stateless' }, { until: 'AGI' })],
      {
        from: '2025-10-28',
      },
    ),
    deal('amazon', ['OpenAI'], ['Amazon'], [clause('y', 'host', { scope: 'stateful', cloud: 'Bedrock' })], {
      from: '2026-02-27',
      until: '2028-12-31',
    }),
  ],
  {
    terms: [
      ...['OpenAI', 'Microsoft', 'Amazon'].map((name) => term('party', name)),
      term('party', 'AWS', { under: { party: 'Amazon' } }),
      ...clouds,
      term('scope', 'model_service'),
      term('scope', 'stateless', { parents: ['model_service'] }),
      term('scope', 'stateful', { parents: ['model_service'] }),
    ],
    events: AGI,
    readings: [
      { name: 'microsoft', relations: [{ dimension: 'scope', term: 'stateful', relation: 'in', other: 'stateless' }] },
      {
        name: 'amazon',
        relations: [{ dimension: 'scope', term: 'stateful', relation: 'distinct', other: 'stateless' }],
      },
    ],
    asOf: '2026-04-30',
  },
);

const cases: readonly (readonly [string, Scenario, string])[] = [
  ['§2: the whole example is disputed', exampleOfSection2, 'disputed'],
  [
    'lets, part of the region ruled out',
    twoDeals(clause('x', 'prohibit', { scope: 'api' }), clause('y', 'grant', { scope: 'model' }), world),
    'conflict',
  ],
  [
    'lets, excluded by the cloud',
    twoDeals(
      clause('x', 'exclusive', { cloud: 'Azure', scope: 'api' }),
      clause('y', 'host', { scope: 'api', cloud: 'Bedrock' }),
      world,
    ),
    'conflict',
  ],
  [
    'lets, only AGI in between',
    twoDeals(
      clause('x', 'exclusive', { cloud: 'Azure', scope: 'api' }, { until: 'AGI' }),
      clause('y', 'host', { scope: 'api', cloud: 'Bedrock' }, { from: '2028-01-01' }),
      world,
    ),
    'depends',
  ],
  [
    'until an event and from it never meet',
    twoDeals(
      clause('x', 'prohibit', { scope: 'api' }, { until: 'AGI' }),
      clause('y', 'grant', { scope: 'api' }, { from: 'AGI' }),
      world,
    ),
    'clear',
  ],
  [
    'lets, a silent cloud',
    twoDeals(clause('x', 'exclusive', { cloud: 'Azure', scope: 'api' }), clause('y', 'host', { scope: 'api' }), world),
    'depends',
  ],
  [
    'lets, all clouds are not silence',
    twoDeals(
      clause('x', 'exclusive', { cloud: 'Azure', scope: 'api' }),
      clause('y', 'host', { scope: 'api', cloud: 'all' }),
      world,
    ),
    'conflict',
  ],
  [
    'must, every way ruled out',
    twoDeals(clause('x', 'prohibit', { scope: 'model' }), clause('y', 'commit', { scope: 'api' }), world),
    'conflict',
  ],
  [
    'must, a way is left',
    twoDeals(clause('x', 'prohibit', { scope: 'api' }), clause('y', 'commit', { scope: 'model' }), world),
    'depends',
  ],
  [
    'must, a later day is left',
    twoDeals(
      clause('x', 'prohibit', { scope: 'api' }, { until: '2026-12-31' }),
      clause('y', 'commit', { scope: 'api' }, { until: '2027-01-01' }),
      world,
    ),
    'depends',
  ],
  [
    'must, due before the restraint ends',
    twoDeals(
      clause('x', 'prohibit', { scope: 'api' }, { until: '2026-12-31' }),
      clause('y', 'commit', { scope: 'api' }, { due: { kind: 'date', date: '2026-12' } }),
      world,
    ),
    'conflict',
  ],
  [
    'must, excludes with self = no',
    twoDeals(
      clause('x', 'exclusive', { scope: 'api' }, { self: 'no' }),
      clause('y', 'commit', { scope: 'api' }),
      world,
    ),
    'clear',
  ],
  [
    'must, silent self of exclusive_distribution',
    twoDeals(clause('x', 'exclusive_distribution', { scope: 'api' }), clause('y', 'commit', { scope: 'api' }), world),
    'depends',
  ],
  [
    'must, sole license leaves the promisor free',
    twoDeals(clause('x', 'sole_license', { scope: 'api' }), clause('y', 'commit', { scope: 'api' }), world),
    'clear',
  ],
  [
    'lets, sole license does not',
    twoDeals(clause('x', 'sole_license', { scope: 'api' }), clause('y', 'grant', { scope: 'api' }), world),
    'conflict',
  ],
  [
    'may, met by a prohibition',
    scene(
      [
        deal('dealA', ['Alpha'], ['Beta'], [clause('x', 'noncompete', { scope: 'api' })]),
        deal('dealB', ['Gamma'], ['Alpha'], [clause('y', 'grant', { scope: 'api' })]),
      ],
      world,
    ),
    'depends',
  ],
  [
    'may, met by exclusive dealing',
    scene(
      [
        deal('dealA', ['Alpha'], ['Beta'], [clause('x', 'exclusive_dealing', { scope: 'api' })]),
        deal('dealB', ['Gamma'], ['Alpha'], [clause('y', 'grant', { scope: 'api' })]),
      ],
      world,
    ),
    'depends',
  ],
  [
    'may, exclusive dealing with the very party',
    scene(
      [
        deal('dealA', ['Alpha'], ['Beta'], [clause('x', 'exclusive_dealing', { scope: 'api' })]),
        deal('dealB', ['Beta'], ['Alpha'], [clause('y', 'grant', { scope: 'api' })]),
      ],
      world,
    ),
    'clear',
  ],
  [
    'may, not met by an exclusive license',
    scene(
      [
        deal('dealA', ['Alpha'], ['Beta'], [clause('x', 'exclusive_license', { scope: 'api' })]),
        deal('dealB', ['Gamma'], ['Alpha'], [clause('y', 'grant', { scope: 'api' })]),
      ],
      world,
    ),
    'clear',
  ],
  [
    'receives a delivery',
    scene(
      [
        deal('dealA', ['Alpha'], ['Beta'], [clause('x', 'noncompete', { scope: 'api' })]),
        deal('dealB', ['Gamma'], ['Alpha'], [clause('y', 'deliver', { scope: 'api' })]),
      ],
      world,
    ),
    'depends',
  ],
  [
    'two exclusive grants',
    twoDeals(clause('x', 'exclusive', { scope: 'api' }), clause('y', 'exclusive', { scope: 'model' }), world),
    'conflict',
  ],
  [
    'two exclusive grants to one holder',
    scene(
      [
        deal('dealA', ['Alpha'], ['Beta'], [clause('x', 'exclusive', { scope: 'api' })]),
        deal('dealB', ['Alpha'], ['Beta'], [clause('y', 'exclusive', { scope: 'api' })]),
      ],
      world,
    ),
    'clear',
  ],
  [
    'two exclusions with no cloud in common',
    twoDeals(
      clause('x', 'exclusive', { cloud: 'Azure', scope: 'api' }),
      clause('y', 'exclusive', { cloud: 'Bedrock', scope: 'api' }),
      world,
    ),
    'depends',
  ],
  [
    'two exclusions, one who satisfies both',
    twoDeals(
      clause('x', 'exclusive', { cloud: 'Azure', scope: 'api' }),
      clause('y', 'exclusive', { cloud: ['Azure', 'Bedrock'], scope: 'api' }),
      world,
    ),
    'clear',
  ],
  [
    'two exclusions about different who',
    twoDeals(
      clause('x', 'exclusive', { cloud: 'Azure', scope: 'api' }),
      clause('y', 'requirements', { scope: 'api' }),
      world,
    ),
    'clear',
  ],
  [
    'requirements against requirements',
    twoDeals(clause('x', 'requirements', { scope: 'api' }), clause('y', 'requirements', { scope: 'api' }), world),
    'depends',
  ],
  [
    'first refusal, a later grant',
    twoDeals(
      clause('x', 'rofr', { scope: 'api' }),
      clause('y', 'grant', { scope: 'api' }, { from: '2027-01-01' }),
      world,
    ),
    'depends',
  ],
  [
    'first refusal, an earlier grant',
    twoDeals(
      clause('x', 'rofr', { scope: 'api' }, { from: '2027-01-01' }),
      clause('y', 'grant', { scope: 'api' }),
      world,
    ),
    'clear',
  ],
  [
    'first refusal, a grant to its holder',
    scene(
      [
        deal('dealA', ['Alpha'], ['Beta'], [clause('x', 'rofr', { scope: 'api' })]),
        deal('dealB', ['Alpha'], ['Beta'], [clause('y', 'grant', { scope: 'api' }, { from: '2027-01-01' })]),
      ],
      world,
    ),
    'clear',
  ],
  [
    'most favoured terms',
    twoDeals(clause('x', 'mfn', { scope: 'api' }), clause('y', 'grant', { scope: 'api' }), world),
    'depends',
  ],
  [
    'most favoured terms, a duty',
    twoDeals(clause('x', 'mfn', { scope: 'api' }), clause('y', 'commit', { scope: 'api' }), world),
    'clear',
  ],
  [
    'two grants',
    twoDeals(clause('x', 'grant', { scope: 'api' }), clause('y', 'grant', { scope: 'api' }), world),
    'clear',
  ],
  [
    'holder named: the exclusive permits nothing',
    scene(
      [
        deal('dealA', ['Alpha'], ['Beta'], [clause('x', 'exclusive', { cloud: 'Azure', scope: 'api' })]),
        deal('dealB', ['Alpha'], ['Gamma'], [clause('y', 'prohibit', { scope: 'api' })]),
      ],
      world,
    ),
    'clear',
  ],
  [
    'holder named, `to` written: it permits',
    scene(
      [
        deal(
          'dealA',
          ['Alpha'],
          ['Beta'],
          [clause('x', 'exclusive', { cloud: 'Azure', scope: 'api' }, { to: ['Beta'] })],
        ),
        deal('dealB', ['Alpha'], ['Gamma'], [clause('y', 'prohibit', { scope: 'api' })]),
      ],
      world,
    ),
    'conflict',
  ],
  [
    'co-exclusive lets the other in',
    scene(
      [
        deal(
          'dealA',
          ['Alpha'],
          ['Beta'],
          [clause('x', 'exclusive', { with: ['Beta', 'Gamma'], scope: 'api' }, { to: ['Beta'] })],
        ),
        deal('dealB', ['Alpha'], ['Gamma'], [clause('y', 'grant', { scope: 'api' })]),
      ],
      world,
    ),
    'clear',
  ],
  [
    'an exception lets one more in',
    twoDeals(
      clause('x', 'exclusive', { scope: 'api' }, { exceptions: [region({ with: 'Gamma' })] }),
      clause('y', 'grant', { scope: 'api' }),
      world,
    ),
    'clear',
  ],
  [
    'acts that share nothing',
    twoDeals(
      clause('x', 'prohibit', { act: 'make', scope: 'api' }),
      clause('y', 'grant', { act: 'use', scope: 'api' }),
      world,
    ),
    'clear',
  ],
  [
    'acts nowhere stated distinct',
    twoDeals(
      clause('x', 'prohibit', { act: 'host', scope: 'api' }),
      clause('y', 'grant', { act: 'market', scope: 'api' }),
      world,
    ),
    'near miss',
  ],
  [
    'assign_ip covers exploit and assign',
    twoDeals(
      clause('x', 'prohibit', { act: 'assign', scope: 'api' }),
      clause('y', 'assign_ip', { scope: 'api' }),
      world,
    ),
    'conflict',
  ],
  [
    'siblings are a near miss',
    twoDeals(clause('x', 'prohibit', { scope: 'api' }), clause('y', 'grant', { scope: 'runtime' }), world),
    'near miss',
  ],
  [
    'distinct siblings are clear',
    twoDeals(clause('x', 'prohibit', { scope: 'api' }), clause('y', 'grant', { scope: 'chat' }), {
      terms: [...scopes, term('scope', 'chat', { parents: ['model'], distinct: ['api'] })],
    }),
    'clear',
  ],
  [
    'clouds are never near',
    twoDeals(clause('x', 'prohibit', { cloud: 'East' }), clause('y', 'grant', { cloud: 'West' }), {
      terms: [
        term('cloud', 'All'),
        term('cloud', 'East', { parents: ['All'] }),
        term('cloud', 'West', { parents: ['All'] }),
      ],
    }),
    'clear',
  ],
  [
    'overlapping scopes',
    twoDeals(clause('x', 'prohibit', { scope: 'api' }), clause('y', 'grant', { scope: 'batch' }), {
      terms: [...scopes, term('scope', 'batch', { overlaps: ['api'] })],
    }),
    'conflict',
  ],
  [
    'an open class',
    twoDeals(clause('x', 'noncompete', { scope: 'competing' }), clause('y', 'grant', { scope: 'api' }), {
      terms: [...scopes, term('scope', 'competing', { open: true })],
    }),
    'depends',
  ],
  [
    'an open class, stated in',
    twoDeals(clause('x', 'noncompete', { scope: 'competing' }), clause('y', 'grant', { scope: 'chat' }), {
      terms: [term('scope', 'competing', { open: true }), term('scope', 'chat', { parents: ['competing'] })],
    }),
    'conflict',
  ],
  [
    'an open class, stated distinct',
    twoDeals(clause('x', 'noncompete', { scope: 'competing' }), clause('y', 'grant', { scope: 'chat' }), {
      terms: [term('scope', 'competing', { open: true }), term('scope', 'chat', { distinct: ['competing'] })],
    }),
    'clear',
  ],
  [
    'a state',
    twoDeals(clause('x', 'prohibit', { scope: 'api' }, { while: 'shortage' }), clause('y', 'grant', { scope: 'api' }), {
      ...world,
      states: [{ name: 'shortage' }],
    }),
    'depends',
  ],
  [
    'a state presumed not to hold',
    twoDeals(clause('x', 'prohibit', { scope: 'api' }, { while: 'shortage' }), clause('y', 'grant', { scope: 'api' }), {
      ...world,
      states: [{ name: 'shortage', presumedNo: true }],
    }),
    'clear',
  ],
  [
    'a state and its exception',
    twoDeals(
      clause('x', 'prohibit', { scope: 'api' }, { while: 'shortage' }),
      clause('y', 'grant', { scope: 'api' }, { exceptions: [region({}, { while: 'shortage' })] }),
      { ...world, states: [{ name: 'shortage' }] },
    ),
    'clear',
  ],
  [
    'an event presumed not to happen',
    twoDeals(
      clause('x', 'prohibit', { scope: 'api' }, { until: 'AGI' }),
      clause('y', 'grant', { scope: 'api' }, { from: '2028' }),
      { ...world, events: [{ name: 'AGI', presumed: 'no' }] },
    ),
    'conflict',
  ],
  [
    'an undated event has not happened up to asOf',
    twoDeals(
      clause('x', 'prohibit', { scope: 'api' }, { until: 'AGI' }),
      clause('y', 'grant', { scope: 'api' }),
      world,
    ),
    'conflict',
  ],
  [
    'X before Y',
    twoDeals(
      clause('x', 'prohibit', { scope: 'api' }, { until: 'AGI' }),
      clause('y', 'grant', { scope: 'api' }, { from: 'IPO' }),
      { ...world, events: [{ name: 'AGI', beforeEvent: 'IPO' }, { name: 'IPO' }] },
    ),
    'clear',
  ],
  [
    'after a year',
    twoDeals(
      clause('x', 'prohibit', { scope: 'api' }, { until: 'AGI' }),
      clause('y', 'grant', { scope: 'api' }, { from: '2027-12-31' }),
      { ...world, events: [{ name: 'AGI', afterDate: '2027' }] },
    ),
    'conflict',
  ],
  [
    'five years from 2019-05-06 end with 2024-05-05',
    twoDeals(
      clause(
        'x',
        'prohibit',
        { scope: 'api' },
        {
          from: '2019',
          until: { kind: 'sum', base: { kind: 'date', date: '2019-05-06' }, period: { count: 5, unit: 'years' } },
        },
      ),
      clause('y', 'grant', { scope: 'api' }, { from: '2024-05-06' }),
      world,
    ),
    'clear',
  ],
  [
    '… and not a day earlier',
    twoDeals(
      clause(
        'x',
        'prohibit',
        { scope: 'api' },
        {
          from: '2019',
          until: { kind: 'sum', base: { kind: 'date', date: '2019-05-06' }, period: { count: 5, unit: 'years' } },
        },
      ),
      clause('y', 'grant', { scope: 'api' }, { from: '2024-05-05', until: '2024-05-05' }),
      world,
    ),
    'conflict',
  ],
  [
    'a date inside earlier of is included',
    twoDeals(
      clause(
        'x',
        'prohibit',
        { scope: 'api' },
        {
          until: {
            kind: 'earlier',
            times: [
              { kind: 'date', date: '2026-12' },
              { kind: 'event', event: 'AGI' },
            ],
          },
        },
      ),
      clause('y', 'grant', { scope: 'api' }, { from: '2026-12-31' }),
      { ...world, events: [{ name: 'AGI', presumed: 'no' }] },
    ),
    'conflict',
  ],
  [
    'a tail: end + 3 years',
    scene(
      [
        deal(
          'dealA',
          ['Alpha'],
          ['Beta'],
          [
            clause(
              'x',
              'prohibit',
              { scope: 'api' },
              { until: { kind: 'sum', base: { kind: 'end' }, period: { count: 3, unit: 'years' } } },
            ),
          ],
          { until: '2028-12-31' },
        ),
        deal('dealB', ['Alpha'], ['Gamma'], [clause('y', 'grant', { scope: 'api' }, { from: '2031-12-31' })]),
      ],
      world,
    ),
    'conflict',
  ],
  [
    'a tail and no further',
    scene(
      [
        deal(
          'dealA',
          ['Alpha'],
          ['Beta'],
          [
            clause(
              'x',
              'prohibit',
              { scope: 'api' },
              { until: { kind: 'sum', base: { kind: 'end' }, period: { count: 3, unit: 'years' } } },
            ),
          ],
          { until: '2028-12-31' },
        ),
        deal('dealB', ['Alpha'], ['Gamma'], [clause('y', 'grant', { scope: 'api' }, { from: '2032' })]),
      ],
      world,
    ),
    'clear',
  ],
  [
    'renewals',
    scene(
      [
        deal('dealA', ['Alpha'], ['Beta'], [clause('x', 'prohibit', { scope: 'api' })], {
          until: '2028-12-31',
          renews: { count: 1, unit: 'years' },
        }),
        deal('dealB', ['Alpha'], ['Gamma'], [clause('y', 'grant', { scope: 'api' }, { from: '2032' })]),
      ],
      world,
    ),
    'depends',
  ],
  [
    'a clause with its own until does not renew',
    scene(
      [
        deal('dealA', ['Alpha'], ['Beta'], [clause('x', 'prohibit', { scope: 'api' }, { until: '2028-12-31' })], {
          until: '2028-12-31',
          renews: { count: 1, unit: 'years' },
        }),
        deal('dealB', ['Alpha'], ['Gamma'], [clause('y', 'grant', { scope: 'api' }, { from: '2032' })]),
      ],
      world,
    ),
    'clear',
  ],
  [
    'affiliates: silence',
    scene(
      [
        deal('dealA', ['Alpha'], ['Beta'], [clause('x', 'prohibit', { scope: 'api' })]),
        deal('dealB', ['AlphaSub'], ['Gamma'], [clause('y', 'grant', { scope: 'api' })]),
      ],
      { ...world, terms: [...world.terms, ...affiliates] },
    ),
    'depends',
  ],
  [
    'affiliates: yes',
    scene(
      [
        deal('dealA', ['Alpha'], ['Beta'], [clause('x', 'prohibit', { scope: 'api' }, { affiliates: 'yes' })]),
        deal('dealB', ['AlphaSub'], ['Gamma'], [clause('y', 'grant', { scope: 'api' })]),
      ],
      { ...world, terms: [...world.terms, ...affiliates] },
    ),
    'conflict',
  ],
  [
    'affiliates: all except',
    scene(
      [
        deal(
          'dealA',
          ['Alpha'],
          ['Beta'],
          [clause('x', 'prohibit', { scope: 'api' }, { affiliates: { allExcept: 'AlphaSub' } })],
        ),
        deal('dealB', ['AlphaSub'], ['Gamma'], [clause('y', 'grant', { scope: 'api' })]),
      ],
      { ...world, terms: [...world.terms, ...affiliates] },
    ),
    'clear',
  ],
  [
    "a subsidiary's promise never binds its parent",
    scene(
      [
        deal('dealA', ['AlphaSub'], ['Beta'], [clause('x', 'prohibit', { scope: 'api' }, { affiliates: 'yes' })]),
        deal('dealB', ['Alpha'], ['Gamma'], [clause('y', 'grant', { scope: 'api' }, { affiliates: 'no' })]),
      ],
      { ...world, terms: [...world.terms, ...affiliates] },
    ),
    'clear',
  ],
  [
    'affiliates in an exception',
    twoDeals(
      clause('x', 'prohibit', { scope: 'api' }, { affiliates: 'yes', exceptions: [region({ with: 'Gamma' })] }),
      clause('y', 'grant', { scope: 'api' }, { to: ['GammaSub'], affiliates: 'no' }),
      { ...world, terms: [...world.terms, ...affiliates] },
    ),
    'clear',
  ],
  [
    'under from a day on',
    scene(
      [
        deal(
          'dealA',
          ['Alpha'],
          ['Beta'],
          [clause('x', 'prohibit', { scope: 'api' }, { affiliates: 'yes', until: '2027-12-31' })],
        ),
        deal('dealB', ['AlphaSub'], ['Gamma'], [clause('y', 'grant', { scope: 'api' })]),
      ],
      {
        ...world,
        terms: [...world.terms, term('party', 'AlphaSub', { under: { party: 'Alpha', from: '2028-01-01' } })],
      },
    ),
    'clear',
  ],
  [
    'a member of a group is simply a member',
    twoDeals(clause('x', 'noncompete', { with: 'Rivals', scope: 'api' }), clause('y', 'grant', { scope: 'api' }), {
      ...world,
      terms: [...world.terms, term('party', 'Rivals'), term('party', 'Gamma', { parents: ['Rivals'] })],
    }),
    'conflict',
  ],
  [
    'a waiver',
    twoDeals(clause('x', 'prohibit', { scope: 'api' }), clause('y', 'grant', { scope: 'api' }), {
      ...world,
      waivers: [clause('w', 'waiver', {}, { by: ['Beta'], to: ['Alpha'], of: 'dealA.x' })],
    }),
    'clear',
  ],
  [
    'a waiver of part',
    twoDeals(clause('x', 'prohibit', { scope: 'model' }), clause('y', 'grant', { scope: 'model' }), {
      ...world,
      waivers: [clause('w', 'waiver', { scope: 'api' }, { by: ['Beta'], to: ['Alpha'] })],
    }),
    'conflict',
  ],
  [
    'each of several must waive',
    scene(
      [
        deal(
          'dealA',
          ['Alpha'],
          ['Beta', 'Delta'],
          [clause('x', 'prohibit', { scope: 'api' }), clause('w', 'waiver', {}, { by: ['Beta'], to: ['Alpha'] })],
        ),
        deal('dealB', ['Alpha'], ['Gamma'], [clause('y', 'grant', { scope: 'api' })]),
      ],
      world,
    ),
    'conflict',
  ],
  [
    'both have waived',
    scene(
      [
        deal(
          'dealA',
          ['Alpha'],
          ['Beta', 'Delta'],
          [
            clause('x', 'prohibit', { scope: 'api' }),
            clause('w', 'waiver', {}, { by: ['Beta', 'Delta'], to: ['Alpha'] }),
          ],
        ),
        deal('dealB', ['Alpha'], ['Gamma'], [clause('y', 'grant', { scope: 'api' })]),
      ],
      world,
    ),
    'clear',
  ],
  [
    'subject to',
    twoDeals(
      clause('x', 'prohibit', { scope: 'api' }),
      clause('y', 'grant', { scope: 'api' }, { subjectTo: ['dealA.x'] }),
      world,
    ),
    'clear',
  ],
  [
    'notwithstanding',
    twoDeals(
      clause('x', 'prohibit', { scope: 'api' }),
      clause('y', 'grant', { scope: 'api' }, { notwithstanding: ['dealA'] }),
      world,
    ),
    'clear',
  ],
  [
    'mutual promises',
    scene(
      [
        deal('dealA', ['Alpha', 'Beta'], undefined, [clause('x', 'noncompete', { scope: 'api' })]),
        deal('dealB', ['Beta'], ['Gamma'], [clause('y', 'grant', { scope: 'api' })]),
      ],
      world,
    ),
    'conflict',
  ],
  [
    'a clause by the other side',
    scene(
      [
        deal('dealA', ['Alpha'], ['Beta'], [clause('x', 'noncompete', { scope: 'api' }, { by: ['Beta'] })]),
        deal('dealB', ['Beta'], ['Gamma'], [clause('y', 'grant', { scope: 'api' })]),
      ],
      world,
    ),
    'conflict',
  ],
  [
    'the same deal',
    scene(
      [
        deal(
          'dealA',
          ['Alpha'],
          ['Beta'],
          [clause('x', 'noncompete', { scope: 'api' }), clause('y', 'grant', { scope: 'api' })],
        ),
      ],
      world,
    ),
    'conflict',
  ],
  [
    'ranges that touch',
    twoDeals(
      clause('x', 'prohibit', {}, { ranges: { screen: { high: 10, highIncluded: true } } }),
      clause('y', 'grant', {}, { ranges: { screen: { low: 10, lowIncluded: true } } }),
      { dimensions: [{ name: 'screen', question: 'what', number: true }] },
    ),
    'conflict',
  ],
  [
    'ranges that do not',
    twoDeals(
      clause('x', 'prohibit', {}, { ranges: { screen: { high: 10, highIncluded: false } } }),
      clause('y', 'grant', {}, { ranges: { screen: { low: 10, lowIncluded: true } } }),
      { dimensions: [{ name: 'screen', question: 'what', number: true }] },
    ),
    'clear',
  ],
  [
    'the EU and a member',
    twoDeals(clause('x', 'prohibit', { territory: 'EU' }), clause('y', 'grant', { territory: 'DE' })),
    'conflict',
  ],
  [
    'the EU without Europe is Cyprus',
    twoDeals(clause('x', 'prohibit', { territory: 'Europe' }), clause('y', 'commit', { territory: 'EU' })),
    'depends',
  ],
];

describe('the oracle on pairs whose verdict the language states', () => {
  it.each(cases)('%s', (_title, scenario, expected) => {
    const [judgement] = judgeAll(solver, [scenario]);
    expect(judgement.verdict).toBe(expected);
  });
});
