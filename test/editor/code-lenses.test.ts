import { describe, expect, it } from 'vitest';
import { codeLenses } from '../../server/src/editor/code-lenses.ts';
import type { CheckOptions } from '../../server/src/portfolio/check.ts';
import { marked, textAt, withCrlf } from './marked.ts';

const CAST = `
party Studio, Vista, Rex, Onda
scope works
scope film in works
scope song in works
event IPO
`;
const ALONE = 'deal d (by = Studio, to = Vista, from = 2025-01-01) { x: exclusive(to = Vista, scope = film) }\n';

const lenses = (text: string, options: Partial<CheckOptions> = {}) => {
  const { analysis, path, text: source } = marked(CAST + text, options);
  return Object.fromEntries(
    codeLenses(analysis, path).map(({ span, title, clauses }) => [
      textAt(source, span),
      [title, ...clauses.map(({ name }) => name)],
    ]),
  );
};

const grant = (name: string, clause: string): string =>
  `deal ${name} (by = Studio, to = Rex, from = 2026-01-01) { ${clause} }\n`;

describe('a lens over a clause', () => {
  it('counts what it meets, and over a deal the sum', () => {
    const found = lenses(
      `${ALONE}${grant('a', 'p: license(scope = film)')}${grant('b', 'q: license(scope = film) r: license(scope = film, from = IPO)')}`,
    );
    expect(found).toEqual({
      d: ['2 conflicts · 1 depends', 'a.p', 'b.q', 'b.r'],
      x: ['2 conflicts · 1 depends', 'a.p', 'b.q', 'b.r'],
      a: ['1 conflict', 'd.x'],
      p: ['1 conflict', 'd.x'],
      b: ['1 conflict · 1 depends', 'd.x'],
      q: ['1 conflict', 'd.x'],
      r: ['1 depends', 'd.x'],
    });
  });

  it('says which are disputed and which are near misses', () => {
    const readings = 'reading rex { scope song in film }\nreading vista { scope song distinct from film }\n';
    expect(lenses(`${ALONE}${grant('a', 'p: license(scope = song)')}${readings}`).x).toEqual(['1 disputed', 'a.p']);
    expect(lenses(`${ALONE}${grant('a', 'p: license(scope = song)')}`).x).toEqual(['1 near miss', 'a.p']);
  });

  it('tells what is past and what is silenced apart', () => {
    const past = grant('a', 'p: license(scope = film, until = 2026-02)');
    const silenced = grant('b', '\n  // deal-ignore exclusive-overlap: agreed\n  q: license(scope = film)\n');
    expect(lenses(`${ALONE}${past}${silenced}${grant('c', 's: license(scope = film)')}`).x[0]).toBe(
      '1 conflict · 1 conflict in the past · 1 silenced',
    );
    expect(
      lenses(`${ALONE}${grant('a', 'p: license(scope = film)')}`, { rules: { 'exclusive-overlap': 'off' } }).x[0],
    ).toBe('1 silenced');
  });

  it('counts a pair within one deal once for the deal', () => {
    const found = lenses(
      'deal d (by = Studio, to = Vista) { x: exclusive(to = Vista, scope = film) y: license(to = Rex, scope = film) }\n',
    );
    expect(found.d[0]).toBe('1 conflict');
    expect(found.d.slice(1).sort()).toEqual(['d.x', 'd.y']);
    expect(found.x).toEqual(['1 conflict', 'd.y']);
  });

  it('gives the other clauses with their places and passages', () => {
    const { analysis, text } = marked({
      'a.deal': `${CAST}${ALONE}`,
      'b.deal': grant('b', '\n  > [§7] Rex may show it.\n  q: license(scope = film)\n'),
    });
    const [, over] = codeLenses(analysis, 'a.deal');
    expect(textAt(text, over.span)).toBe('x');
    expect(over.clauses).toEqual([
      { name: 'b.q', file: 'b.deal', span: expect.anything(), quote: 'Rex may show it.', locator: '§7' },
    ]);
  });
});

describe('no lens', () => {
  it('stands over what meets nothing, over readings and terms', () => {
    expect(lenses(`${ALONE}reading rex { scope song in film }\n`)).toEqual({});
  });

  it('stands in a file that is not there', () => {
    expect(codeLenses(marked(CAST).analysis, 'other.deal')).toEqual([]);
  });

  it('stands over a clause that cannot be read', () => {
    expect(lenses(`${ALONE}${grant('a', 'p: license(scope = film, territory = Atlantis)')}`)).toEqual({});
  });
});

describe('texts of every kind', () => {
  it('keep their places with other line ends and in Chinese', () => {
    const text = withCrlf(
      'party 甲方, 乙方, 丙方\nscope 软件\ndeal 许可 (by = 甲方, to = 乙方) {\n  独家: exclusive(to = 乙方, scope = 软件)\n  另外: license(to = 丙方, scope = 软件)\n}\n',
    );
    const { analysis, path } = marked(text);
    expect(codeLenses(analysis, path).map(({ span }) => textAt(text, span))).toEqual(['许可', '独家', '另外']);
  });
});
