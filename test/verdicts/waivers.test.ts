/** §5, §6 and §8: carve-outs, precedence, consents and waivers. */
import { describe, expect, it } from 'vitest';
import { findingOf, findings, judges, sold, told, verdictOf } from './helpers.ts';

describe('exceptions', () => {
  judges([
    ['take out their region', sold('exclusive(territory=EU) except (territory=PT)', 'license(territory=PT)'), 'clear'],
    ['and no more', sold('exclusive(territory=EU) except (territory=PT)', 'license(territory=[PT, ES])'), 'conflict'],
    [
      'each is a region of its own',
      sold('exclusive(scope=works) except (territory=PT), (scope=song)', 'license(scope=song, territory=FR)'),
      'clear',
    ],
    [
      'and what lies in neither stays',
      sold('exclusive(scope=works) except (territory=PT), (scope=song)', 'license(scope=film, territory=FR)'),
      'conflict',
    ],
    [
      'in one region everything must fit',
      sold('exclusive(scope=works) except (territory=PT, scope=song)', 'license(scope=film, territory=PT)'),
      'conflict',
    ],
    [
      'two together may take out all that is granted',
      sold(
        'exclusive(scope=[film, book]) except (scope=film), (scope=book, territory=PT)',
        'license(scope=book, territory=PT)',
      ),
      'clear',
    ],
    ['may end', sold('prohibit(scope=film) except (until=2026-12-31)', 'license(until=2026-12-31)'), 'clear'],
    [
      'and then the rule is back',
      sold('prohibit(scope=film) except (until=2026-12-31)', 'license(until=2027)'),
      'conflict',
    ],
    ['of the permission', sold('exclusive(territory=PT)', 'license(territory=EU) except (territory=PT)'), 'clear'],
    ['of a duty', sold('prohibit(territory=PT)', 'purchase(territory=EU) except (territory=PT)'), 'clear'],
    [
      'stand in braces, with a label',
      sold('exclusive(territory=EU) {\n    portugal: except (territory=PT)\n  }', 'license(territory=PT)'),
      'clear',
    ],
    [
      'stand in braces, several of them',
      sold(
        'exclusive(territory=EU) {\n    except (territory=PT)\n    > [§3] save for Spain\n    except (territory=ES)\n  }',
        'license(territory=[PT, ES])',
      ),
      'clear',
    ],
  ]);
});

describe('very many exceptions', () => {
  const countries =
    'FR DE ES IT PT SE NO FI DK PL CZ AT CH BE NL LU IE GB IS EE LV LT SK SI HR HU RO BG GR CY MT US CA MX BR AR CL JP KR CN';
  const exceptions = (more: string) =>
    countries
      .split(' ')
      .flatMap((country, index) => [
        `(territory=${country}, scope=${['film', 'song', 'book'][index % 3]}${more})`,
        `(territory=${country}, channel=${['cinema', 'television'][index % 2]}, until=${2027 + index})`,
      ])
      .join(', ');
  const rules = (y: string) =>
    findings(
      sold(`prohibit() except ${exceptions(', cloud=East')}`, `${y} except ${exceptions(', cloud=West')}`).text,
    ).map(({ rule, verdict }) => verdict ?? rule);

  it('are judged exactly or reported as not checked, and never dropped', () => {
    expect([['conflict'], ['not-checked']]).toContainEqual(rules('license(territory=all, cloud=all)'));
  });
});

describe('one clause that yields to another', () => {
  const two = (x: string, y: string, header = '') =>
    told(
      `deal vista (by = Studio, to = Vista, from = 2025-01-01) {
        x: ${x}
        z: prohibit(scope=film)
      }
      deal onda (by = Studio, to = Onda, from = 2026-01-01${header}) { y: ${y} }`,
      'vista.x',
      'onda.y',
    );
  const other = (portfolio: { text: string }) => ({ ...portfolio, between: ['vista.z', 'onda.y'] as const });
  const yields = two('exclusive(scope=film)', 'license(scope=film) subject to vista.x');
  const yieldsToAll = two('exclusive(scope=film)', 'license(scope=film) subject to vista');
  const yieldsToBoth = two('exclusive(scope=film)', 'license(scope=film) subject to [vista.x, vista.z]');
  const restraintYields = two('exclusive(scope=film) subject to onda.y', 'license(scope=film)');
  judges([
    ['subject to a clause', yields, 'clear'],
    ['and to no other', other(yields), 'conflict'],
    ['subject to a deal', yieldsToAll, 'clear'],
    ['is subject to all its clauses', other(yieldsToAll), 'clear'],
    [
      'is subject to what has joined the deal',
      told(
        `deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: prohibit(scope=film) }
        deal first (from = 2025-06-01) amends vista { w: prohibit(scope=book) }
        deal onda (by = Studio, to = Onda, from = 2026-01-01) { y: license() subject to vista }`,
        'first.w',
        'onda.y',
      ),
      'clear',
    ],
    ['subject to several', yieldsToBoth, 'clear'],
    ['subject to each of them', other(yieldsToBoth), 'clear'],
    ['a restraint subject to a permission', restraintYields, 'clear'],
    ['a restraint subject to a deal', two('exclusive(scope=film) subject to onda', 'license(scope=film)'), 'clear'],
    ['notwithstanding a clause', two('exclusive(scope=film)', 'license(scope=film) notwithstanding vista.x'), 'clear'],
    ['notwithstanding a deal', two('exclusive(scope=film)', 'license(scope=film) notwithstanding vista'), 'clear'],
    [
      'a restraint notwithstanding a permission',
      two('exclusive(scope=film) notwithstanding onda.y', 'license()'),
      'clear',
    ],
    [
      'one exclusivity subject to another',
      two('exclusive(scope=film) subject to onda.y', 'exclusive(scope=film)'),
      'clear',
    ],
    ['both in one clause', two('exclusive()', 'license() subject to vista.z notwithstanding vista.x'), 'clear'],
    [
      'a label of the same deal',
      told(
        `deal vista (by = Studio, to = Vista, from = 2025-01-01) {
          x: prohibit(scope=film)
          y: license(to=Onda, scope=film) subject to x
        }`,
        'vista.x',
        'vista.y',
      ),
      'clear',
    ],
    [
      'a label of the deal that is amended',
      told(
        `deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: prohibit(scope=film) }
        deal letter (from = 2026-01-01) amends vista { y: license(scope=film) subject to x }`,
        'vista.x',
        'letter.y',
      ),
      'clear',
    ],
  ]);
});

describe('a consent', () => {
  /** Vista holds Europe exclusively; a consent stands in its deal. */
  const consented = (consent: string, y: string, x = 'exclusive(scope=film, territory=Europe)') =>
    told(
      `deal vista (by = Studio, to = Vista, from = 2025-01-01) {
        x: ${x}
        ${consent}
      }
      deal onda (by = Studio, to = Onda, from = 2026-01-01) { y: ${y} }`,
      'vista.x',
      'onda.y',
    );
  const portugal = 'consent(by=Vista, to=Studio, of=vista.x, territory=PT)';
  judges([
    ['takes out its region', consented(portugal, 'license(scope=film, territory=PT)'), 'clear'],
    ['and what is left still collides', consented(portugal, 'license(scope=film, territory=[PT, ES])'), 'conflict'],
    ['and what is beside it', consented(portugal, 'license(scope=film, territory=ES)'), 'conflict'],
    [
      'a waiver does the same',
      consented('waiver(by=Vista, territory=PT)', 'license(scope=film, territory=PT)'),
      'clear',
    ],
    ['of a clause may be written short', consented('consent(by=Vista, of=x)', 'license(scope=film)'), 'clear'],
    ['of no clause is of all', consented('consent(by=Vista)', 'license(scope=film)'), 'clear'],
    [
      'of another clause is of no use',
      consented('z: prohibit(act=make) consent(by=Vista, of=z)', 'license()'),
      'conflict',
    ],
    ['by somebody else is of no use', consented('consent(by=Rex, to=Studio)', 'license(scope=film)'), 'conflict'],
    ['by the bound party is of no use', consented('consent(by=Studio, to=Vista)', 'license(scope=film)'), 'conflict'],
    ['towards another is of no use', consented('consent(by=Vista, to=Rex)', 'license(scope=film)'), 'conflict'],
    ['begins', consented('consent(by=Vista, from=2026-06-01)', 'license(scope=film)'), 'conflict'],
    [
      'and covers what comes then',
      consented('consent(by=Vista, from=2026-06-01)', 'license(from=2026-06-01)'),
      'clear',
    ],
    ['ends', consented('consent(by=Vista, until=2026)', 'license(scope=film)'), 'conflict'],
    [
      'covers every act unless it names one',
      consented('consent(by=Vista)', 'grant(act=assign)', 'prohibit(act=assign)'),
      'clear',
    ],
    ['covers the act that it names', consented('consent(by=Vista, act=host)', 'license(act=host)'), 'clear'],
    ['and no other', consented('consent(by=Vista, act=host)', 'license(scope=film)'), 'conflict'],
    [
      'covers every cloud unless it names one',
      consented('consent(by=Vista)', 'host(cloud=West)', 'exclusive(cloud=East)'),
      'clear',
    ],
    [
      'covers the cloud that it names',
      consented('consent(by=Vista, cloud=West)', 'host(cloud=West)', 'exclusive(cloud=East)'),
      'clear',
    ],
    ['for one partner', consented('consent(by=Vista, with=Onda)', 'license(scope=film)'), 'clear'],
    ['and for no other', consented('consent(by=Vista, with=Rex)', 'license(scope=film)'), 'conflict'],
    ['has exceptions', consented('consent(by=Vista) except (territory=PT)', 'license(territory=PT)'), 'conflict'],
    [
      'leaves a duty a way',
      consented('consent(by=Vista, scope=film)', 'purchase(scope=works)', 'prohibit()'),
      'depends',
    ],
    [
      'frees a duty altogether',
      consented('consent(by=Vista, scope=film)', 'purchase(scope=film)', 'prohibit()'),
      'clear',
    ],
    [
      'answers a right to be asked first',
      consented('consent(by=Vista)', 'license(scope=film)', 'rofr(scope=film)'),
      'clear',
    ],
    [
      'answers a right to terms as good',
      consented('consent(by=Vista)', 'license(scope=film)', 'mfn(scope=film)'),
      'clear',
    ],
    [
      'while a state holds',
      told(
        `state strike
        deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: exclusive() consent(by=Vista, while=strike) }
        deal onda (by = Studio, to = Onda, from = 2026-01-01) { y: license() }`,
        'vista.x',
        'onda.y',
      ),
      'depends',
    ],
    [
      'for a described class',
      told(
        `scope rival open
        deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: exclusive() consent(by=Vista, scope=rival) }
        deal onda (by = Studio, to = Onda, from = 2026-01-01) { y: license(scope=film) }`,
        'vista.x',
        'onda.y',
      ),
      'depends',
    ],
    [
      'ends with its deal',
      sold(
        'exclusive()',
        'license()',
        'deal letter (by = Vista, to = Studio, from = 2025, until = 2026) { consent() }',
      ),
      'conflict',
    ],
    [
      'ends when its deal is terminated',
      sold(
        'exclusive()',
        'license()',
        `deal letter (by = Vista, to = Studio, from = 2025) { consent() }
        deal revoked (by = Vista, to = Studio, from = 2027) terminates letter { }`,
      ),
      'conflict',
    ],
    [
      'in two halves',
      consented(
        'consent(by=Vista, scope=film) consent(by=Vista, scope=book)',
        'license(scope=[film, book])',
        'prohibit()',
      ),
      'clear',
    ],
  ]);

  const owedToTwo = (consents: string, y = 'license(scope=film)') =>
    told(
      `deal vista (by = Studio, to = [Vista, Rex], from = 2025-01-01) {
        x: prohibit(scope=film)
        ${consents}
      }
      deal onda (by = Studio, to = Onda, from = 2026-01-01) { y: ${y} }`,
      'vista.x',
      'onda.y',
    );
  judges([
    ['of one of two who may object', owedToTwo('consent(by=Vista, to=Studio)'), 'conflict'],
    ['of the other of the two', owedToTwo('consent(by=Rex, to=Studio)'), 'conflict'],
    ['of both, each by its own', owedToTwo('consent(by=Vista, to=Studio) consent(by=Rex, to=Studio)'), 'clear'],
    ['of both in one', owedToTwo('consent(by=[Vista, Rex], to=Studio)'), 'clear'],
    [
      'of both, for what both gave',
      owedToTwo(
        'consent(by=Vista, to=Studio, territory=[PT, ES]) consent(by=Rex, to=Studio, territory=[ES, FR])',
        'license(territory=ES)',
      ),
      'clear',
    ],
    [
      'of both, for different things',
      owedToTwo(
        'consent(by=Vista, to=Studio, territory=PT) consent(by=Rex, to=Studio, territory=ES)',
        'license(territory=[PT, ES])',
      ),
      'conflict',
    ],
  ]);

  it('is asked of whoever may still object', () => {
    expect(findingOf(owedToTwo('')).mayObject).toEqual(['Vista', 'Rex']);
  });

  it('and what is left is where the example lies', () => {
    const { witness } = findingOf(consented(portugal, 'license(scope=film, territory=[PT, ES])'));
    expect(witness?.values.territory).toBe('ES');
  });
});

describe('two who were each promised the same exclusively', () => {
  const both = (consents: string) => sold('exclusive(scope=film)', 'exclusive(scope=film)', consents);
  const vista = 'deal v (by = Vista, to = Studio, from = 2025-01-01) { consent(of=vista.x) }\n';
  const onda = 'deal o (by = Onda, to = Studio, from = 2025-01-01) { consent(of=onda.y) }\n';
  judges([
    ['neither consents', both(''), 'conflict'],
    ['one consents, and the other may still object', both(vista), 'conflict'],
    ['the other consents, and the one may still object', both(onda), 'conflict'],
    ['both consent', both(vista + onda), 'clear'],
  ]);

  it('may both object', () => {
    expect([...(findingOf(both('')).mayObject ?? [])].sort()).toEqual(['Onda', 'Vista']);
    expect(findingOf(both(vista)).mayObject).toEqual(['Onda']);
    expect(findingOf(both(onda)).mayObject).toEqual(['Vista']);
  });
});

describe('what is left of two exceptions and a consent', () => {
  judges([
    [
      'nothing',
      sold(
        'exclusive(scope=film, territory=[PT, ES, FR]) except (territory=PT)',
        'license(scope=film, territory=[PT, ES])',
        'deal letter (by = Vista, to = Studio, from = 2025-06-01) { consent(of=vista.x, territory=ES) }',
      ),
      'clear',
    ],
    [
      'one country',
      sold(
        'exclusive(scope=film, territory=[PT, ES, FR]) except (territory=PT)',
        'license(scope=film, territory=[PT, ES, FR])',
        'deal letter (by = Vista, to = Studio, from = 2025-06-01) { consent(of=vista.x, territory=ES) }',
      ),
      'conflict',
    ],
  ]);
});

describe('the consents that a finding advises', () => {
  const deadlock = sold('exclusive(cloud=East, scope=film)', 'exclusive(cloud=West, scope=film)');
  const by = (party: string, of: string) =>
    `deal ${party}_${of.replace('.', '_')} (by = ${party}, to = Studio, from = 2025-01-01) { consent(of=${of}) }\n`;

  it.each([
    ['of two restraints, one of which has to give way', deadlock, 'Vista or Onda'],
    ['of a restraint that two may insist on', sold('prohibit(to=[Vista, Rex])', 'license()'), 'Vista and Rex'],
    [
      'of two that may each object to the other',
      sold('exclusive(scope=film)', 'exclusive(scope=film)'),
      'Vista and Onda',
    ],
    ['of a restraint that is owed to nobody else', sold('prohibit(scope=film)', 'license(scope=film)'), 'Vista'],
  ])('%s', (_, portfolio, who) => {
    expect(findingOf(portfolio).help).toMatch(new RegExp(`, or record a \`consent\` by ${who}$`));
  });

  it('are enough, and no fewer are', () => {
    const both = (consents: string) =>
      sold('requirements(to=[Vista, Rex], with=Vista, scope=film)', 'requirements(with=Onda, scope=film)', consents);
    expect(findingOf(both('')).help).toMatch(/ by Vista and Rex, or Onda$/);
    const [vista, rex, onda] = [by('Vista', 'vista.x'), by('Rex', 'vista.x'), by('Onda', 'onda.y')];
    const judged = [vista, rex, vista + rex, onda].map((consents) => {
      const { text, between } = both(consents);
      return verdictOf(text, between[0], between[1]);
    });
    expect(judged).toEqual(['depends', 'depends', 'clear', 'clear']);
  });

  it('are not the only way out of a deadlock', () => {
    const { text, between } = deadlock;
    const yielding = text.replace('cloud=West, scope=film)', 'cloud=West, scope=film) subject to vista.x');
    expect(findingOf({ text, between }).help).toContain('add `except (…)` or `subject to …` to one of the two');
    expect(verdictOf(yielding, between[0], between[1])).toBe('clear');
  });
});
