import { describe, expect, it } from 'vitest';
import { signatureHelp } from '../../server/src/editor/signature-help.ts';
import { marked, withCrlf } from './marked.ts';

const CAST = `
party Studio, Vista
scope film
dimension edition what "which edition"
// In public.
kind performance permits (act: act = use, fee: money)
`;

const help = (text: string) => {
  const { analysis, path, offset } = marked(text);
  return signatureHelp(analysis, path, offset);
};

/** The parameter under way at `$0`, where a clause is typed. */
const active = (clause: string): string | undefined =>
  activeOf(`${CAST}deal d (by = Studio, to = Vista) {\n  ${clause}\n}\n`);

function activeOf(text: string): string | undefined {
  const found = help(text);
  const parameter = found?.active === undefined ? undefined : found.parameters[found.active];
  return parameter && found?.label.slice(...parameter.label);
}

const labelOf = (clause: string): string | undefined =>
  help(`${CAST}deal d (by = Studio, to = Vista) {\n  ${clause}\n}\n`)?.label;

describe('the signature of a kind', () => {
  it('starts with what it hardly means anything without', () => {
    expect(labelOf('x: license($0)')).toBe(
      'license(scope, transferable, irrevocable, unlimited, royalty_free, edition, field, territory, channel, cloud, with, act, by, to, from, until, while, affiliates)',
    );
    expect(labelOf('x: pay($0)')).toMatch(/^pay\(amount, share, per, due, act, scope,/);
    expect(labelOf('x: consent($0)')).toMatch(/^consent\(by, of, scope,/);
  });

  it('names each parameter once, where its label says', () => {
    const found = help(`${CAST}deal d (by = Studio) { performance($0) }`);
    const names = found?.parameters.map(({ label }) => found.label.slice(...label)) ?? [];
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('fee');
    expect(found?.label).toBe(`performance(${names.join(', ')})`);
  });

  it('tells what the kind means, and each parameter', () => {
    const found = help(`${CAST}deal d (by = Studio) { performance($0) }`);
    expect(found?.documentation).toBe(
      'In public.\n\nEffect `permits`: the promisor lets the other side do what the clause describes.',
    );
    const documentation = (name: string) =>
      found?.parameters.find(({ label }) => found.label.slice(...label) === name)?.documentation;
    expect(documentation('act')).toBe('What is done: preset by the kind. Unless written: `use`.');
    expect(documentation('fee')).toBe('An amount, such as 250B USD.');
    expect(documentation('edition')).toBe('Which edition');
    expect(documentation('until')).toContain('A date, month or year is included');
  });
});

describe('the parameter under way', () => {
  for (const [clause, expected] of [
    ['license($0)', 'scope'],
    ['license(scope = $0film)', 'scope'],
    ['license(scope = film, $0)', 'transferable'],
    ['license(scope = film, terr$0)', 'territory'],
    ['license(territory = [FR, $0DE])', 'territory'],
    ['license(territory = worldwide except [$0CN])', 'territory'],
    ['license(until = start + $03 years)', 'until'],
    ['license($0, scope = film)', 'transferable'],
    ['license(until $0= 2026)', 'until'],
    ['insure(cover = "fire, $0flood", amount = 1 EUR)', 'cover'],
    ['pay(amount = 1 EUR, per = year, due$0)', 'due'],
    ['invest() { tranche(amount = $01 EUR) }', 'amount'],
  ] as const) {
    it(`${clause}: ${expected}`, () => {
      expect(active(clause)).toBe(expected);
    });
  }

  it('is none where what is typed is no parameter', () => {
    expect(active('license(colour = $0red)')).toBeUndefined();
    expect(labelOf('license(colour = $0red)')).toMatch(/^license\(/);
  });

  it('is found with Chinese punctuation and names', () => {
    expect(active('使用：license（scope＝film，until＝$02026）')).toBe('until');
  });

  it('is found with other line ends', () => {
    const text = `${CAST}deal d (by = Studio, to = Vista) {\n  x: license(\n    scope = film,\n    until = $02026,\n  )\n}\n`;
    expect(activeOf(withCrlf(text))).toBe('until');
  });
});

describe('other parentheses', () => {
  it('of a deal take what holds for the whole deal', () => {
    const found = help(`${CAST}deal d "A deal" (by = Studio, $0) {}`);
    expect(found?.label).toMatch(
      /^deal d\(by, to, from, until, signed, status, source, renews, law, while, affiliates, scope,/,
    );
    expect(activeOf(`${CAST}deal d "A deal" (by = Studio, $0) {}`)).toBe('to');
    expect(activeOf(`${CAST}deal d (by = Studio, source = "a, b$0") {}`)).toBe('source');
  });

  it('of an exception take a region and its time', () => {
    expect(labelOf('license() except ($0)')).toMatch(/^except\(scope, .*, from, until, while\)$/);
    expect(active('license() except (territory = FR), (channel = $0)')).toBe('channel');
    expect(active('license() { fr: except (territory = $0FR) }')).toBe('territory');
  });

  it('of a kind that nobody knows take nothing', () => {
    expect(labelOf('licence($0)')).toBeUndefined();
    expect(help('kind x permits ($0fee: money)\n')).toBeUndefined();
  });
});

describe('outside parentheses', () => {
  for (const [where, clause] of [
    ['behind them', 'license(scope = film)$0'],
    ['in a block', 'license(scope = film) {$0}'],
    ['in a quote', '> a license($0 b)\n  license()'],
    ['in a comment', 'license(scope = /* a, $0 b */ film)'],
    ['at a kind', 'lic$0ense(scope = film)'],
  ] as const) {
    it(`there is none: ${where}`, () => {
      expect(labelOf(clause)).toBeUndefined();
    });
  }
});

describe('a broken text', () => {
  it('still has the signature of what is being typed', () => {
    expect(active('x: license(scope = film, $0')).toBe('transferable');
    expect(active('x: license($0\n  y: host(scope = film)')).toBe('scope');
    expect(active('x: license(scope = film, unt$0\n  > a quote\n  y: host(scope = film)')).toBe('until');
    expect(active('x: license(scope film, until = $0')).toBe('until');
    expect(activeOf(`${CAST}deal d (by = Studio, t$0`)).toBe('to');
  });

  it('does not take the next clause for an argument', () => {
    expect(labelOf('x: license(\n  y: host($0scope = film)')).toMatch(/^host\(/);
    expect(labelOf('x: license(\n  y: $0host(scope = film)')).toBeUndefined();
  });
});
