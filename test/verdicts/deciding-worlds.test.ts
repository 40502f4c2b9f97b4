/** §8: each of the worlds that a *depends* tells of is enough for its verdict, all else being as in the other. */
import { describe, expect, it } from 'vitest';
import { notesOf } from '../../server/src/portfolio/finding-notes.ts';
import { findingOf, type Portfolio, sold, told } from './helpers.ts';

const dependsOn = (portfolio: Portfolio): string[] =>
  notesOf(findingOf(portfolio))
    .filter(({ label }) => label === 'depends')
    .map(({ text }) => text);

describe('two undated events', () => {
  it('are told by the order that decides', () => {
    expect(dependsOn(sold('prohibit(until=F)', 'license(from=E)', 'event E, F'))).toEqual([
      'only if E comes before F (a conflict when E happens on 2026-05-01 and F happens on 2026-05-02; ' +
        'none when E happens on 2026-05-02 and F happens on 2026-05-02)',
    ]);
  });

  it('are told with the time that lies between them', () => {
    const text = dependsOn(sold('prohibit(until=H + 1 months)', 'license(from=E)', 'event E\nevent H before E'));
    expect(text).toEqual([
      'only if E comes before H + 1 month (a conflict when E happens on 2026-05-02 and H happens on 2026-05-01; ' +
        'none when E happens on 2026-06-01 and H happens on 2026-05-01)',
    ]);
  });

  it('of which two orders decide are each told once', () => {
    const text = dependsOn(
      sold('rofr(from=E, until=E + 1 years)', 'license(from=F, until=F + 1 months)', 'event E, F'),
    );
    expect(text.at(-1)).toBe(
      'a conflict when E happens on 2026-05-01 and F happens on 2026-05-02 and when it was not offered first',
    );
  });

  it('of which one follows the other are told by the one that matters', () => {
    expect(dependsOn(sold('prohibit(until=F)', 'license(from=E)', 'event E\nevent F after E'))).toEqual([
      'only if E happens (a conflict when E happens on 2026-05-01; none when E never happens)',
    ]);
  });

  it('that end two stretches are asked about, since neither is needed', () => {
    const waived = `event E, F
      deal letter (by = Vista, to = Studio, from = 2025-01-01) { w: consent(of = vista.x, from = E, until = F) }`;
    const { decidingFacts = [] } = findingOf(
      sold('prohibit()', 'license(from = 2026-06-01, until = 2026-12-31)', waived),
    );
    expect(decidingFacts.every(({ text }) => !text.startsWith('only'))).toBe(true);
  });
});

describe('a first refusal', () => {
  it('is about grants made later, not on the same day', () => {
    expect(dependsOn(sold('rofr(from=E)', 'license(from=2026-06-01)', 'event E'))[0]).toBe(
      'only if E comes before 2026-06-01 (none when E happens on 2026-06-01)',
    );
  });
});

describe('renewals', () => {
  const renewed = (x: string, y: string, of = 'until = 2026, renews = 1 year'): string[] =>
    dependsOn(
      told(
        `deal vista (by = Studio, to = Vista, from = 2025, ${of}) { x: ${x} }
        deal onda (by = Studio, to = Onda, from = 2025) { y: ${y} }`,
        'vista.x',
        'onda.y',
      ),
    );

  it('are counted up to the number that it takes', () => {
    expect(renewed('prohibit()', 'license(from=2027)')).toEqual([
      'only if vista is renewed (a conflict when vista is renewed once; none when vista is not renewed)',
    ]);
    expect(renewed('prohibit()', 'license(from=2029-06-01)')).toEqual([
      'only if vista is renewed 3 times or more (a conflict when vista is renewed 3 times; none when vista is not renewed)',
    ]);
  });

  it('are counted up to the number that is too many', () => {
    expect(renewed('license(from=end, until=perpetual)', 'prohibit(until=2028)')).toEqual([
      'only if vista is renewed no more than once (a conflict when vista is not renewed; ' +
        'none when vista is renewed 2 times)',
    ]);
  });

  it('leave a tail after the end unless they go on for ever', () => {
    expect(renewed('prohibit(from=end, until=end + 1 year)', 'license(from=2027)')).toEqual([
      'only if vista is not renewed for ever (a conflict when vista is not renewed; ' +
        'none when vista is renewed for ever)',
    ]);
  });

  it.each(['until = 2026, renews = 1 year', 'until = 2026, renews = 2 years', 'until = 2026-12-31, renews = 90 days'])(
    'leave a duty to be performed after any number of them: %s',
    (of) => {
      expect(renewed('prohibit(act=supply)', 'deliver(scope=film)', of)).toEqual([
        '`onda.y` can be performed only if vista is not renewed for ever (a conflict when vista is renewed for ever; ' +
          'none when vista is not renewed and `onda.y` is performed in the way then left: ' +
          'on 2027-01-01 Studio may supply film, dealing with Onda)',
      ]);
    },
  );
});

describe('affiliates', () => {
  it('of another clause are told where the clear world needs them', () => {
    const [text] = dependsOn(
      told(
        `party Tv under Studio
        deal vista (by = Studio, to = Vista, from = 2025) { x: prohibit(scope=film) }
        deal onda (by = Studio, to = Onda, from = 2026-06-01) { y: commit(act=sell, scope=film) }`,
        'vista.x',
        'onda.y',
      ),
    );
    expect(text).toContain(
      'none when `onda.y` includes affiliates, `vista.x` does not include affiliates and `onda.y` is performed',
    );
  });

  const consents = (more: string): Portfolio =>
    told(
      `party Tv under Studio
      deal vista (by = Studio, to = [Vista, Rex], from = 2025) { x: prohibit(scope=film) }
      deal onda (by = Studio, to = Onda, from = 2026) { y: license(scope=film) }
      deal v (by = Vista, to = Studio, from = 2025) { w: consent(of = vista.x${more}) }
      deal r (by = Rex, to = Studio, from = 2025) { w: consent(of = vista.x) }`,
      'vista.x',
      'onda.y',
    );

  it('of two consents are told beside those that decide alone: either that leaves them out is enough', () => {
    expect(dependsOn(consents(''))).toEqual([
      '`onda.y` does not say whether it includes affiliates (none when `onda.y` does not include affiliates)',
      '`vista.x` does not say whether it includes affiliates (none when `vista.x` does not include affiliates)',
      'a conflict when `onda.y` includes affiliates and when `vista.x` includes affiliates, ' +
        'and when `v.w` does not include affiliates or when `r.w` does not include affiliates; ' +
        'none when `v.w` includes affiliates and when `r.w` includes affiliates',
    ]);
  });

  it('of one consent decide alone', () => {
    expect(dependsOn(consents(', affiliates = yes'))).toContain(
      '`r.w` does not say whether it includes affiliates (none when `r.w` includes affiliates)',
    );
  });
});

describe('states', () => {
  it('of which either is enough', () => {
    expect(dependsOn(sold('prohibit(while=[war, strike])', 'license()', 'state war, strike'))).toEqual([
      'a conflict when war holds or when strike holds; none when war does not hold and when strike does not hold',
    ]);
  });

  it('that are both needed', () => {
    expect(dependsOn(sold('prohibit(while=war)', 'license(while=strike)', 'state war, strike'))).toEqual([
      'only while war holds (none when war does not hold)',
      'only while strike holds (none when strike does not hold)',
      'a conflict when war holds and when strike holds',
    ]);
  });
});
