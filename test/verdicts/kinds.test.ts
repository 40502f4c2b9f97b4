/** §4 and §6: the acts, and what each kind of clause does. */
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../server/src/rules/finding.ts';
import { check, judges, sold, told, verdictOf } from './helpers.ts';

/** One test a kind. */
function each(kinds: readonly string[], x: (kind: string) => string, y: (kind: string) => string, verdict: Verdict) {
  for (const kind of kinds) {
    it(`${kind}: ${verdict}`, () => {
      const { text, between } = sold(x(kind), y(kind));
      expect(verdictOf(text, ...between)).toBe(verdict);
    });
  }
}

describe('acts', () => {
  const exploiting = ['make', 'use', 'sell', 'buy', 'host', 'sublicense', 'market'];
  const apart = [
    ...['pay', 'insure', 'assign', 'solicit', 'disparage', 'challenge', 'disclose', 'audit', 'warrant', 'escrow'],
  ];
  const pairs = (names: readonly string[]) => names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));

  describe('to exploit is any of these', () => {
    const within = [...exploiting, 'have-made', 'import', 'offer', 'supply', 'distribute'];
    each(
      within,
      () => 'prohibit(scope=film)',
      (act) => `grant(act=${act})`,
      'conflict',
    );
  });
  describe('to have made is to make', () => {
    each(
      ['have-made'],
      () => 'prohibit(act=make)',
      (act) => `grant(act=${act})`,
      'conflict',
    );
  });
  describe('to sell is any of these', () => {
    each(
      ['import', 'offer', 'supply', 'distribute'],
      () => 'prohibit(act=sell)',
      (act) => `grant(act=${act})`,
      'conflict',
    );
  });
  describe('to make, use, sell and buy are distinct', () => {
    for (const [a, b] of pairs(['make', 'use', 'sell', 'buy'])) {
      each(
        [`${a} and ${b}`],
        () => `prohibit(act=${a})`,
        () => `grant(act=${b})`,
        'clear',
      );
    }
  });
  describe('and so are their kinds', () => {
    each(
      ['import', 'supply'],
      () => 'prohibit(act=have-made)',
      (act) => `grant(act=${act})`,
      'clear',
    );
  });
  describe('apart from exploiting stand these', () => {
    each(
      apart,
      () => 'prohibit(act=exploit)',
      (act) => `grant(act=${act})`,
      'clear',
    );
  });
  describe('and they stand apart from each other', () => {
    it('in all pairs', () => {
      const clauses = apart.map((act) => `p_${act}: prohibit(act=${act})\ng_${act}: grant(act=${act})`).join('\n');
      const { findings } = check(`party A, B\ndeal d (by = A, to = B, from = 2025-01-01) {\n${clauses}\n}`);
      const colliding = findings.map(({ clauses: [a, b], verdict }) => `${a.name} ${b.name} ${verdict}`).sort();
      expect(colliding).toEqual(apart.map((act) => `d.g_${act} d.p_${act} conflict`).sort());
    });
  });
  describe('may be listed, excepted and meant altogether', () => {
    judges([
      ['a list', sold('prohibit(act=[make, use])', 'grant(act=sell)'), 'clear'],
      ['all but one', sold('prohibit(act=exploit except use)', 'grant(act=use)'), 'clear'],
      ['all of them', sold('prohibit(act=all)', 'grant(act=assign)'), 'conflict'],
    ]);
  });
  describe('what is assigned as property is exploited and disposed of', () => {
    each(
      ['use', 'assign'],
      (act) => `prohibit(act=${act})`,
      () => 'assign_ip(scope=film)',
      'conflict',
    );
    each(
      ['pay'],
      (act) => `prohibit(act=${act})`,
      () => 'assign_ip(scope=film)',
      'clear',
    );
  });
});

describe('the act that a kind presets', () => {
  const preset: readonly (readonly [kind: string, act: string, other: string])[] = [
    ['host', 'host', 'pay'],
    ['distribute', 'distribute', 'use'],
    ['resell', 'distribute', 'use'],
    ['purchase', 'buy', 'sell'],
    ['deliver', 'supply', 'buy'],
    ['pay', 'pay', 'exploit'],
    ['revenue_share', 'pay', 'exploit'],
    ['insure', 'insure', 'exploit'],
    ['escrow', 'escrow', 'exploit'],
    ['allow_audit', 'audit', 'exploit'],
    ['warrant', 'warrant', 'exploit'],
  ];
  for (const [kind, act, other] of preset) {
    each(
      [kind],
      () => `prohibit(act=${act})`,
      () => `${kind}(scope=film)`,
      'conflict',
    );
    each(
      [kind],
      () => `prohibit(act=${other})`,
      () => `${kind}(scope=film)`,
      'clear',
    );
  }
  describe('is none for these: any exploitation', () => {
    const silent = ['grant', 'license', 'exclusive', 'exclusive_license', 'sole_license', 'exclusive_distribution'];
    each(
      silent,
      () => 'prohibit(act=make)',
      (kind) => `${kind}(scope=film)`,
      'conflict',
    );
    each(
      silent,
      () => 'prohibit(act=assign)',
      (kind) => `${kind}(scope=film)`,
      'clear',
    );
    each(
      ['prohibit', 'noncompete'],
      (kind) => `${kind}(scope=film)`,
      () => 'grant(act=make)',
      'conflict',
    );
    each(
      ['prohibit', 'noncompete'],
      (kind) => `${kind}(scope=film)`,
      () => 'grant(act=assign)',
      'clear',
    );
  });
  judges([
    ['gives way to what is written', sold('prohibit(act=use)', 'host(act=use)'), 'conflict'],
    ['gives way to what is written altogether', sold('prohibit(act=host)', 'host(act=make)'), 'near miss'],
  ]);
});

describe('permits', () => {
  const kinds = ['grant', 'license', 'sublicense', 'host', 'distribute', 'resell'];
  each(
    kinds,
    () => 'prohibit(scope=film)',
    (kind) => `${kind}(scope=film)`,
    'conflict',
  );
  each(
    kinds,
    (kind) => `${kind}(scope=film)`,
    () => 'license(scope=film)',
    'clear',
  );
});

describe('permits and excludes', () => {
  const kinds = ['exclusive', 'exclusive_license', 'exclusive_distribution', 'assign_ip', 'sole_license'];
  each(
    kinds,
    () => 'prohibit(scope=film)',
    (kind) => `${kind}(scope=film)`,
    'conflict',
  );
  each(
    kinds,
    (kind) => `${kind}(scope=film)`,
    () => 'license(scope=film)',
    'conflict',
  );
});

describe('excludes', () => {
  const kinds = ['requirements', 'exclusive_dealing'];
  each(
    kinds,
    () => 'prohibit(scope=film)',
    (kind) => `${kind}(scope=film)`,
    'clear',
  );
  each(
    kinds,
    (kind) => `${kind}(scope=film)`,
    () => 'license(scope=film)',
    'conflict',
  );
});

describe('forbids', () => {
  const kinds: readonly (readonly [kind: string, act: string])[] = [
    ['prohibit', 'use'],
    ['noncompete', 'use'],
    ['no_solicit_customers', 'solicit'],
    ['no_solicit_employees', 'solicit'],
    ['no_disparagement', 'disparage'],
    ['no_assignment', 'assign'],
    ['no_challenge', 'challenge'],
    ['confidentiality', 'disclose'],
  ];
  for (const [kind, act] of kinds) {
    each(
      [kind],
      () => `${kind}(scope=film)`,
      () => `grant(act=${act}, scope=film)`,
      'conflict',
    );
    each(
      [kind],
      () => `${kind}(scope=film)`,
      () => 'grant(act=pay, scope=film)',
      'clear',
    );
  }
});

describe('obliges', () => {
  const kinds = [
    ...['commit', 'purchase', 'minimum', 'pay', 'revenue_share', 'deliver', 'escrow', 'insure'],
    ...['transition_services', 'allow_audit', 'warrant'],
  ];
  const every = 'act=[exploit, pay, insure, audit, warrant, escrow]';
  each(
    kinds,
    () => `prohibit(${every}, scope=film)`,
    (kind) => `${kind}(scope=film)`,
    'conflict',
  );
  each(
    kinds,
    () => `prohibit(${every}, scope=film)`,
    (kind) => `${kind}(scope=[film, book])`,
    'depends',
  );
});

describe('preempts', () => {
  each(
    ['rofr', 'rofo', 'rofn', 'option'],
    (kind) => `${kind}(scope=film)`,
    () => 'license(scope=film)',
    'depends',
  );
});

describe('equalizes', () => {
  each(
    ['mfn'],
    (kind) => `${kind}(scope=film)`,
    () => 'license(scope=film)',
    'depends',
  );
});

describe('waives', () => {
  for (const kind of ['consent', 'waiver']) {
    it(`${kind}: clear`, () => {
      const { text, between } = told(
        `deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: prohibit() w: ${kind}(by=Vista) }
        deal onda (by = Studio, to = Onda, from = 2026-01-01) { y: license() }`,
        'vista.x',
        'onda.y',
      );
      expect(verdictOf(text, ...between)).toBe('clear');
    });
  }
});

describe('records', () => {
  const kinds = [
    ...['equity', 'invest', 'tranche', 'joint_ip', 'volume_limit', 'price_restriction', 'change_of_control'],
    ...['liability_cap', 'uncapped_liability', 'liquidated_damages', 'beneficiary', 'governing_law'],
  ];
  each(
    kinds,
    () => 'prohibit()',
    (kind) => `${kind}()`,
    'clear',
  );

  it('are counted and said to be unchecked', () => {
    const { summary } = check(sold('prohibit()', 'joint_ip()').text);
    expect(summary.notChecked.find(({ what }) => what === 'clauses that only record')).toMatchObject({ count: 1 });
  });
});

describe('kinds of one’s own', () => {
  judges([
    ['with an effect', sold('never(scope=film)', 'license(scope=film)', 'kind never forbids ()'), 'conflict'],
    ['with two', sold('sole(scope=film)', 'license(scope=film)', 'kind sole permits, excludes ()'), 'conflict'],
    ['with an act', sold('prohibit(act=use)', 'show(scope=film)', 'kind show permits (act: act = use)'), 'conflict'],
    [
      'with an act and no other',
      sold('prohibit(act=make)', 'show(scope=film)', 'kind show permits (act: act = use)'),
      'clear',
    ],
    ['with parameters', sold('prohibit()', 'gala(fee = 2K EUR)', 'kind gala permits (fee: money)'), 'conflict'],
    ['with acts of one’s own', sold('prohibit(act=sell)', 'grant(act=stream)', 'act stream in offer'), 'conflict'],
  ]);
});

describe('what a kind of one’s own takes for granted', () => {
  it.each([
    ['m: money = 5', '`m` of `gala` is an amount of money, not `5`'],
    ['f: flag = 3', '`f` of `gala` is `yes` or `no`, not `3`'],
    ['d: date = "x"', '`d` of `gala` is a date, not `"x"`'],
    ['s: share = 1M USD', '`s` of `gala` is a share, not `1M USD`'],
    ['p: party = Nobody', '`Nobody` is not declared as a party in this portfolio'],
    ['t: territory = XX', '`XX` is not declared as a territory in this portfolio'],
  ])('has to be of its type: %s', (parameter, message) => {
    const { findings } = check(`kind gala permits (${parameter})`);
    expect(findings.map((finding) => finding.message)).toEqual([message]);
  });

  it('is nothing that every clause takes', () => {
    const { findings } = check('kind gala permits (until: time = 2026-03)');
    expect(findings.map((finding) => finding.message)).toEqual([
      'every clause takes `until` already: a kind does not preset it',
    ]);
  });

  it.each(['m: money = 5 EUR', 'f: flag = no', 'd: date = 2026-03', 's: share = 5%', 't: territory = [FR, DE]'])(
    'may be %s',
    (parameter) => expect(check(`kind gala permits (${parameter})`).findings).toEqual([]),
  );
});

describe('ranges that a kind of one’s own takes for granted', () => {
  const PHONES = 'dimension screen what number\nkind phones excludes, permits (screen: screen = ..7)';
  judges([
    ['are what it covers', sold('phones(scope=film)', 'license(scope=film, screen=6)', PHONES), 'conflict'],
    ['are all that it covers', sold('phones(scope=film)', 'license(scope=film, screen=9)', PHONES), 'clear'],
    [
      'give way to what is said',
      sold('phones(scope=film, screen=9)', 'license(scope=film, screen=9)', PHONES),
      'conflict',
    ],
    ['and then cover nothing', sold('phones(scope=film, screen=9)', 'license(scope=film, screen=6)', PHONES), 'clear'],
    [
      'give way to what the header says',
      told(
        `${PHONES}\ndeal a (by=Studio, to=Vista, from=2025-01-01, screen=9) { x: phones(scope=film) }\ndeal b (by=Studio, to=Onda, from=2025-01-01) { y: license(scope=film, screen=6) }`,
        'a.x',
        'b.y',
      ),
      'clear',
    ],
  ]);
});

describe('what an argument of one’s own names', () => {
  const records = (argument: string): string[] =>
    check(`party A, B\nscope film\ndimension screen what number
kind show records (what: scope, where: territory, size: screen, beside: clause, when: time)
deal d (by = A, to = B) { x: show(${argument}) }`).findings.map(({ message }) => message);

  it('has to be known', () => {
    expect(records('what = film, where = worldwide except FR, size = 5..7')).toEqual([]);
    expect(records('what = flim')).toEqual(['`flim` is not declared as a scope in this portfolio']);
    expect(records('where = [FR, Atlantis]')).toEqual(['`Atlantis` is not declared as a territory in this portfolio']);
    expect(records('size = large')).toEqual(['`large` is not a range of numbers']);
    expect(records('beside = d.x, when = end')).toEqual([]);
    expect(records('beside = d.y')).toEqual(['there is no clause or deal `d.y`']);
    expect(records('beside = 5')).toEqual(['`beside` of `show` is a clause, not `5`']);
    expect(records('when = IPO + 1 year')).toEqual(['`IPO` is not a day: no event has this name']);
  });
});

describe('every kind with a region', () => {
  judges([
    ['takes a channel', sold('noncompete(channel=cinema)', 'distribute(channel=television)'), 'clear'],
    ['takes a field', sold('rofr(field=toys)', 'license(field=games)', 'field toys, games'), 'clear'],
    ['takes whose promise it is', sold('noncompete(by=Vista)', 'license()'), 'clear'],
    ['takes an end', sold('mfn(until=2025)', 'license()'), 'clear'],
    ['takes a state', sold('prohibit(while=strike)', 'purchase()', 'state strike presumed no'), 'clear'],
  ]);
});

describe('the header', () => {
  const withHeader = (header: string, x: string, y: string) =>
    told(
      `deal vista (by = Studio, to = Vista, from = 2025-01-01${header}) { x: ${x} }
      deal onda (by = Studio, to = Onda, from = 2026-01-01) { y: ${y} }`,
      'vista.x',
      'onda.y',
    );
  judges([
    ['gives its clauses a territory', withHeader(', territory = FR', 'prohibit()', 'license(territory=JP)'), 'clear'],
    [
      'which reaches as far as it says',
      withHeader(', territory = FR', 'prohibit()', 'license(territory=FR)'),
      'conflict',
    ],
    [
      'which a clause may replace',
      withHeader(', territory = FR', 'prohibit(territory=JP)', 'license(territory=JP)'),
      'conflict',
    ],
    ['gives its clauses a scope', withHeader(', scope = film', 'prohibit()', 'license(scope=book)'), 'clear'],
    ['gives its clauses an act', withHeader(', act = make', 'prohibit()', 'license(act=use)'), 'clear'],
    ['gives its clauses affiliates', withHeader(', affiliates = no', 'exclusive()', 'license(to=Vista)'), 'clear'],
    [
      'may be silent on everything but who promises',
      told(
        'deal vista (by = Studio) { x: prohibit(scope=film) }\ndeal onda (by = Studio) { y: license(scope=film) }',
        'vista.x',
        'onda.y',
      ),
      'conflict',
    ],
    [
      'may say where the law is from',
      withHeader(', law = FR, signed = 2024-12-01, status = signed', 'prohibit()', 'license()'),
      'conflict',
    ],
  ]);
});
