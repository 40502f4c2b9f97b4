/** §8, quantities: days that nobody knows, states, readings, drafts, what is past, and what yields. */
import { describe, expect, it } from 'vitest';
import { notesOf } from '../../server/src/portfolio/finding-notes.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { check, findingsOf, type Options } from '../verdicts/helpers.ts';

const TERMS = 'party P, A, B, C\nscope oil\nscope top\nscope part in top\nevent E\nevent F\nstate shortage\n';
const text = (body: string, rest = '') => `${TERMS}deal x (by=P, to=A, from=2026-01-01) {\n${body}\n}\n${rest}`;
const OPTIONS = { asOf: '2026-01-01' };

/** Verdict and severity of the one finding of a rule; "clear" where there is none. */
function verdictOf(rule: string, source: string, options: Options = OPTIONS): string {
  const found = findingsOf(rule, source, options);
  expect(found.length).toBeLessThan(2);
  return found.length === 0 ? 'clear' : `${found[0].verdict}, ${found[0].severity}`;
}

const one = (rule: string, source: string): Finding => {
  const [finding, ...others] = findingsOf(rule, source, OPTIONS);
  expect(others).toEqual([]);
  return finding;
};

const facts = ({ decidingFacts = [] }: Finding) => decidingFacts.map((fact) => fact.text);

const CONFLICT = 'conflict, error';
const DEPENDS = 'depends, warning';

describe('stakes whose days nobody knows', () => {
  const stake = (holder: string, share: string, rest = '') =>
    `equity(holder=${holder}, issuer=P, share=${share}%${rest})`;
  it.each([
    ['never together', [stake('A', '60', ', until=E'), stake('B', '60', ', from=E')], 'clear'],
    ['once something happens', [stake('A', '60'), stake('B', '60', ', from=E')], DEPENDS],
    ['unless it happens soon', [stake('A', '60', ', until=E'), stake('B', '60', ', from=2026-06-01')], DEPENDS],
    [
      'unless the earlier stake is replaced before',
      [stake('A', '60'), stake('B', '60', ', from=2026-06-01'), stake('A', '40', ', from=E')],
      DEPENDS,
    ],
    [
      'whatever happens',
      [stake('A', '60'), stake('B', '60', ', from=2026-06-01'), stake('A', '50', ', from=E')],
      CONFLICT,
    ],
    ['once either happens', [stake('A', '60'), stake('B', '30', ', from=E'), stake('C', '30', ', from=F')], DEPENDS],
    ['with or without an event', [stake('A', '60'), stake('B', '60'), stake('C', '30', ', from=E')], CONFLICT],
    ['while a state holds', [stake('A', '70', ', while=shortage'), stake('B', '40')], DEPENDS],
    ['while a state does not hold', [stake('A', '70', ', while=all except shortage'), stake('B', '40')], DEPENDS],
    [
      'never in one state',
      [stake('A', '70', ', while=shortage'), stake('B', '40', ', while=all except shortage')],
      'clear',
    ],
    ['whatever the state', [stake('A', '70', ', while=all'), stake('B', '40')], CONFLICT],
  ])('are too much %s: %s', (_, stakes, verdict) => {
    expect(verdictOf('share-above-whole', text(stakes.join('\n')))).toBe(verdict);
  });

  it('name what decides', () => {
    const replaced = [stake('A', '60'), stake('B', '60', ', from=2026-06-01'), stake('A', '40', ', from=E')].join('\n');
    expect(facts(one('share-above-whole', text(replaced)))).toEqual(['only if E comes after 2026-06-01']);
    const begun = [stake('A', '60'), stake('B', '60', ', from=E')].join('\n');
    expect(facts(one('share-above-whole', text(begun)))).toEqual(['only if E happens']);
    const together = [stake('A', '70', ', while=shortage'), stake('B', '40')].join('\n');
    expect(facts(one('share-above-whole', text(together)))).toEqual(['only while shortage holds']);
    const otherwise = together.replace('while=', 'while=all except ');
    expect(facts(one('share-above-whole', text(otherwise)))).toEqual(['only while shortage does not hold']);
  });

  it('are too much where a deal is renewed', () => {
    const renewed = `${TERMS}
      deal x (by=P, to=A, from=2025-01-01, until=2026, renews=1 year) { ${stake('A', '70')} }
      deal y (by=P, to=B, from=2027-01-01) { ${stake('B', '40')} }`;
    expect(verdictOf('share-above-whole', renewed)).toBe(DEPENDS);
    const finding = one('share-above-whole', renewed);
    expect(facts(finding)).toEqual(['only if x is renewed']);
    expect(finding.witness?.text).toBe('2027-01-01, if x is renewed once, B has 40% and A 70% of P');
  });

  it.each([
    ['60', ', from=E', '2026-01-02, if E happens on that day, A has 60% and B 60% of P'],
    ['60', ', from=E + 1 month', '2026-02-02, if E happens on 2026-01-02, A has 60% and B 60% of P'],
    ['60', ', until=E', '2026-01-01, A has 60% and B 60% of P'],
    ['60', ', from=2026-06-01', '2026-06-01, A has 60% and B 60% of P'],
  ])('are shown with what has happened by then: %s%%%s', (share, rest, example) => {
    const finding = one('share-above-whole', text([stake('A', '60'), stake('B', share, rest)].join('\n')));
    expect(finding.witness?.text).toBe(example);
  });

  it('name the day before which an event has to come', () => {
    const source = text([stake('A', '60', ', until=2028'), stake('B', '60', ', from=E')].join('\n'));
    expect(facts(one('share-above-whole', source))).toEqual(['only if E comes before 2029-01-01']);
  });

  const messages = (...stakes: string[]) =>
    findingsOf('share-above-whole', text(stakes.join('\n')), OPTIONS).map(({ message, verdict, decidingFacts = [] }) =>
      [message, verdict, ...decidingFacts.map((fact) => fact.text)].join('; '),
    );

  it('are told of apart where they wait on different things', () => {
    const stakes = [stake('A', '60'), stake('B', '60', ', from=E'), stake('C', '45', ', while=shortage')];
    expect(messages(...stakes)).toEqual([
      '`x.equity` and `x.equity#3` come to 105% of P; depends; only while shortage holds',
      '`x.equity#2` and `x.equity` come to 120% of P; depends; only if E happens',
    ]);
  });

  it('are not told of again where others are too much on all of their days', () => {
    const stakes = [stake('A', '60', ', from=E'), stake('B', '60', ', from=E'), stake('C', '45', ', from=E')];
    expect(messages(...stakes)).toHaveLength(1);
    expect(messages(stakes[0], stakes[1], stake('C', '45', ', from=E, until=F'))).toHaveLength(1);
    expect(messages(stakes[0], stake('B', '60', ', from=E, until=F'), stakes[2])).toHaveLength(2);
  });

  it('that only one after the other are too much whatever happens are told of together', () => {
    const stakes = [stake('A', '60', ', until=E'), stake('B', '60', ', from=2027'), stake('C', '50', ', from=E')];
    expect(messages(...stakes)).toEqual([
      '`x.equity#2` and `x.equity` come to 120% of P; at another time `x.equity#3` and `x.equity#2` come to 110% of P; conflict',
    ]);
  });

  it('are told of, and that there are more, where they are very many', () => {
    const holders = Array.from({ length: 9 }, (_, index) => `H${index}`);
    const many = `party P, ${holders.join(', ')}\n${holders.map((holder) => `event of${holder}`).join('\n')}
      deal x (by=P, to=H0, from=2026) {
        ${holders.map((holder) => stake(holder, '30', `, from=of${holder}`)).join('\n')}
      }`;
    expect(findingsOf('share-above-whole', many, OPTIONS).length).toBeGreaterThan(2);
    expect(findingsOf('not-checked', many, OPTIONS).map(({ message }) => message)).toEqual([
      'these clauses come to too much in more ways than are told (`share-above-whole`)',
    ]);
  });

  it('say whose they are, who is bound, who may object and on which days', () => {
    const finding = one('share-above-whole', text([stake('A', '60'), stake('B', '60', ', until=2026')].join('\n')));
    expect(finding.message).toBe('`x.equity` and `x.equity#2` come to 120% of P');
    expect(finding.boundParty).toBe('P');
    expect(finding.mayObject).toEqual(['A', 'B']);
    expect(finding.window).toMatchObject({ from: '2026-01-01', until: '2026-12-31' });
    expect(finding.witness?.text).toBe('2026-01-01, A has 60% and B 60% of P');
  });

  it('are told apart where they have one label', () => {
    const twice = `${TERMS}
      deal x (by=P, to=A, from=2026) { e: ${stake('A', '60')} }
      deal y (by=P, to=B, from=2026-06-01) { e: ${stake('B', '60')} }`;
    expect(one('share-above-whole', twice).message).toBe('`y.e` and `x.e` come to 120% of P');
  });

  it('that many hold are added up', () => {
    const holders = Array.from({ length: 60 }, (_, index) => `H${index}`);
    const many = `party P, ${holders.join(', ')}\nevent E\ndeal x (by=P, to=H0, from=2026) {\n${holders
      .map((holder) => stake(holder, '2', holder === 'H0' ? ', from=E' : ''))
      .join('\n')}\n}`;
    expect(verdictOf('share-above-whole', many)).toBe(CONFLICT);
  });

  it('that are past are told of as past', () => {
    const past = text([stake('A', '60', ', until=2026-02'), stake('B', '60', ', until=2026-02')].join('\n'));
    expect(verdictOf('share-above-whole', past, { asOf: '2027-01-01' })).toBe('conflict, information');
  });
});

describe('stakes in drafts and in deals not yet signed', () => {
  const deal = (name: string, to: string, share: number, header = '') =>
    `deal ${name} (by=P, to=${to}, from=2026-02-01${header}) { ${name}_e: equity(holder=${to}, issuer=P, share=${share}%) }\n`;
  const DRAFT = ', status=draft';
  it.each([
    ['two drafts', [deal('x', 'A', 70, DRAFT), deal('y', 'B', 40, DRAFT)], 'clear'],
    [
      'two drafts beside what is signed',
      [deal('x', 'A', 50), deal('y', 'B', 40, DRAFT), deal('z', 'C', 40, DRAFT)],
      'clear',
    ],
    ['a draft and what is signed', [deal('x', 'A', 70), deal('y', 'B', 40, DRAFT)], CONFLICT],
    ['a draft that would lower a stake', [deal('x', 'A', 70), deal('y', 'B', 40), deal('z', 'A', 60, DRAFT)], CONFLICT],
    ['what is signed later', [deal('x', 'A', 70), deal('y', 'B', 40, ', signed=2026-06-01')], 'clear'],
    [
      'a draft that ends what it is too much with',
      [deal('x', 'A', 70), deal('y', 'B', 60, DRAFT).replace(') {', ') terminates x {')],
      'clear',
    ],
  ])('%s: %s', (_, deals, verdict) => {
    expect(verdictOf('share-above-whole', TERMS + deals.join(''))).toBe(verdict);
  });
});

describe('shares of what is needed', () => {
  const needs = (first: string, second: string, more = '') => `${TERMS}${more}
    deal x (by=P, to=A, from=2026-01-01) { r: ${first} }
    deal y (by=P, to=B, from=2026-02-01) { s: ${second} }`;
  it.each([
    ['all, and a part from another', 'requirements(scope=oil)', 'requirements(scope=oil, share=30%)', CONFLICT],
    [
      'all of the whole, and a part of a part',
      'requirements(scope=top)',
      'requirements(scope=part, share=30%)',
      CONFLICT,
    ],
    [
      'parts of a whole and of a part',
      'requirements(scope=top, share=70%)',
      'requirements(scope=part, share=40%)',
      DEPENDS,
    ],
    ['a part, and all of another part', 'requirements(scope=part)', 'requirements(scope=top, share=40%)', DEPENDS],
    ['parts of different things', 'requirements(scope=oil, share=70%)', 'requirements(scope=top, share=70%)', 'clear'],
    [
      'what one says leaves the other',
      'requirements(scope=oil, share=70%)',
      'requirements(scope=oil, share=40%) subject to x.r',
      'clear',
    ],
    [
      'an exception for the other',
      'requirements(scope=top, share=70%) except (scope=part)',
      'requirements(scope=part, share=40%)',
      'clear',
    ],
    [
      'parts, the one from some day',
      'requirements(scope=oil, share=70%, until=E)',
      'requirements(scope=oil, share=40%, from=E)',
      'clear',
    ],
    ['what is paid is not needed', 'revenue_share(share=70%)', 'revenue_share(share=40%)', 'clear'],
    ['needed and bought', 'requirements(scope=oil, share=70%)', 'purchase(scope=oil, share=40%)', CONFLICT],
  ])('%s: %s beside %s', (_, first, second, verdict) => {
    expect(verdictOf('share-above-whole', needs(first, second))).toBe(verdict);
  });

  it('of two suppliers who are each to have all are told of as a pair', () => {
    const all = needs('requirements(scope=oil)', 'requirements(scope=oil)');
    expect(verdictOf('share-above-whole', all)).toBe('clear');
    expect(verdictOf('exclusive-deadlock', all)).toBe(DEPENDS);
  });

  it('are read by each reading', () => {
    const read = needs(
      'requirements(scope=oil)',
      'requirements(scope=fuel, share=30%)',
      'scope fuel\nreading narrow { scope fuel in oil }\n',
    );
    const finding = one('share-above-whole', read);
    expect(finding.verdict).toBe('disputed');
    expect(finding.verdictByReading).toEqual({ 'as written': 'clear', narrow: 'conflict' });
  });

  it('say what is left where they overlap', () => {
    const finding = one(
      'share-above-whole',
      needs('requirements(scope=top, share=70%)', 'requirements(scope=part, share=40%)'),
    );
    expect(finding.message).toBe('`s` and `r` come to 110% of what P needs');
    expect(facts(finding)).toEqual([
      '`s` and `r` cover different things: all can be kept while enough is needed of what only one of them covers',
    ]);
    expect(finding.boundParty).toBe('P');
    expect(finding.mayObject).toEqual(['B', 'A']);
  });
});

describe('shares of one supplier', () => {
  it('are no more together than the larger, and leave what others have to be told', () => {
    const text = `${TERMS}
    deal x (by=P, to=A, from=2026-01-01) { r: purchase(scope=oil, share=60%, territory=DE)
      t: purchase(scope=oil, share=50%, territory=Europe) }`;
    expect(findingsOf('share-above-whole', text)).toEqual([]);
    const both = `${text}
    deal y (by=P, to=B, from=2026-02-01) { s: purchase(scope=oil, share=45%) }`;
    expect(findingsOf('share-above-whole', both).map(({ message }) => message)).toEqual([
      '`s` and `r` come to 105% of what P needs',
    ]);
  });
});

describe('a minimum and a cap whose days nobody knows', () => {
  const RULE = 'minimum-above-cap';
  const pair = (cap: string, minimum: string, more = '') =>
    `${TERMS}${more}deal x (by=P, to=A, from=2026-01-01) {\nc: volume_limit(scope=top, quantity=400${cap}\nm: minimum(by=A, scope=top, quantity=500${minimum}\n}`;
  it.each([
    ['at all times', ')', ')', CONFLICT],
    ['a cap that may come', ', per=year, from=E)', ', per=year)', DEPENDS],
    ['one after the other', ', per=year, until=E)', ', per=year, from=E)', 'clear'],
    ['in a state', ')', ', while=shortage)', DEPENDS],
    ['that yields', ')', ') subject to c', 'clear'],
    ['that may be met before', ', from=2027)', ')', 'clear'],
    ['that may be met afterwards', ', until=2027)', ')', 'clear'],
    ['that may be met afterwards unless it ends', ', until=2027)', ', until=E)', DEPENDS],
    ['for a while of a limited time', ')', ', until=2027)', CONFLICT],
  ])('%s: %s beside %s', (_, cap, minimum, verdict) => {
    expect(verdictOf(RULE, pair(cap, minimum))).toBe(verdict);
  });

  it('names the days of what is owed where it begins and ends with an event', () => {
    const within = `${TERMS}deal x (by=P, to=A, from=2026-01-01, until=2030) {
      c: volume_limit(scope=top, quantity=400)
      m: minimum(by=A, scope=top, quantity=500, from=E, until=E + 1 year)
    }`;
    const finding = one(RULE, within);
    expect(finding.decidingFacts).toMatchObject([
      {
        text: 'only if E comes before 2030-01-02',
        conflictWhen: 'E happens on 2026-01-02',
        clearWhen: 'E happens on 2030-01-02',
      },
    ]);
    expect(finding.window).toMatchObject({ fromText: 'E', until: '2030-12-31', untilText: 'E + 1 year' });
    expect(finding.witness?.text).toBe('2026-01-02, if E happens on that day, A owes 500 where at most 400 is allowed');
    expect(verdictOf(RULE, within, { ...OPTIONS, assume: { E: '2030-01-01' } })).toBe(CONFLICT);
    expect(verdictOf(RULE, within, { ...OPTIONS, assume: { E: '2030-01-02' } })).toBe('clear');
  });

  it.each([
    ['from=2028', 'until=E', { from: '2028-01-01', until: '2028-12-31', untilText: undefined }],
    ['from=2027-06', 'from=2026', { from: '2027-06-01', until: '2028-12-31', untilText: undefined }],
  ])(
    'is not told to begin or end with an event where it then is no conflict: %s beside %s',
    (owed, limited, window) => {
      const source = `${TERMS}deal x (by=P, to=A, from=2026-01-01, until=2028) {
      c: volume_limit(scope=top, quantity=400, ${limited})
      m: minimum(by=A, scope=top, quantity=500, ${owed})
    }`;
      expect(one(RULE, source).window).toMatchObject(window);
    },
  );

  it.each([
    ['a class that is open', 'scope class in oil open\n', 'oil', 'class', 'clear'],
    ['what may belong to an open class', 'scope class open\n', 'class', 'oil', DEPENDS],
    ['an open class itself', 'scope class open\n', 'class', 'class', CONFLICT],
  ])('of %s', (_, terms, cap, minimum, verdict) => {
    const source = pair(')', ')', terms).replace(
      'scope=top',
      `scope=${minimum === 'class' && cap === 'oil' ? 'part' : cap}`,
    );
    expect(verdictOf(RULE, source.replace('by=A, scope=top', `by=A, scope=${minimum}`))).toBe(verdict);
  });

  it('is read by each reading', () => {
    const read = pair(')', ')', 'scope fuel\nreading wide { scope fuel in top }\n').replace(
      'by=A, scope=top',
      'by=A, scope=fuel',
    );
    expect(one(RULE, read).verdictByReading).toEqual({ 'as written': 'clear', wide: 'conflict' });
  });

  it('is not looked for between two drafts, nor in what is not signed yet', () => {
    const drafts = `${TERMS}
      deal x (by=P, to=A, from=2026, status=draft) { c: volume_limit(scope=top, quantity=400) }
      deal y (by=P, to=A, from=2026, status=draft) { m: minimum(by=A, scope=top, quantity=500) }`;
    expect(verdictOf(RULE, drafts)).toBe('clear');
    expect(verdictOf(RULE, drafts.replace(', status=draft', ''))).toBe(CONFLICT);
    expect(verdictOf(RULE, drafts.replaceAll('status=draft', 'signed=2026-06-01'))).toBe('clear');
  });

  it('says who is bound and who may object', () => {
    const finding = one(RULE, pair(')', ')'));
    expect(finding.boundParty).toBe('A');
    expect(finding.mayObject).toEqual(['P']);
    expect(finding.witness?.text).toBe('2026-01-01, A owes 500 where at most 400 is allowed');
  });
});

describe('a consent', () => {
  const consent = (by: string) => `deal z (by=${by}, to=P, from=2026-01-01) { consent() }`;
  const said = (rule: string, source: string) => {
    const notes = notesOf(one(rule, source)).map(({ text: note }) => note);
    expect(notes.join()).not.toContain('consent');
    return notes.filter((note) => note.includes('may'));
  };

  it('changes nothing where shares are too much, and is not asked for', () => {
    const stakes = 'equity(holder=A, issuer=P, share=60%)\nequity(holder=B, issuer=P, share=60%)';
    const objecting = ['P is bound; A and B may each object'];
    expect(said('share-above-whole', text(stakes))).toEqual(objecting);
    expect(said('share-above-whole', text(stakes, consent('[A, B]')))).toEqual(objecting);
  });

  it('changes nothing where a minimum is above a cap, and is not asked for', () => {
    const pair = 'volume_limit(scope=top, quantity=400)\nminimum(by=A, to=P, scope=top, quantity=500)';
    expect(said('minimum-above-cap', text(pair))).toEqual(['A is bound; P may object']);
  });

  it('changes nothing where a title is missing, and is not asked for', () => {
    const passedOn = text(
      'license(scope=oil)',
      'deal y (by=A, to=B, from=2026-02-01) { sublicense(scope=[oil, top]) }',
    );
    expect(said('chain-of-title', passedOn)).toEqual(['A is bound; P may object']);
  });
});

describe('what is expected of clauses that are added up', () => {
  it('is held by what is found of them', () => {
    const source = text(
      'c: volume_limit(scope=top, quantity=400)\nm: minimum(by=A, scope=top, quantity=500)',
      'expect conflict between x.c and x.m\nexpect clear between x.m and x.c\n',
    );
    const { summary, findings } = check(source, OPTIONS);
    expect(summary.expectations).toEqual({ held: 1, unmet: 1 });
    expect(findings.find(({ rule }) => rule === 'unmet-expectation')?.message).toBe(
      '`x.m` and `x.c` were expected to be clear, but are in conflict',
    );
  });
});
