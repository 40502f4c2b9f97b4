import { describe, expect, it } from 'vitest';
import { inlayHints } from '../../server/src/editor/inlay-hints.ts';
import { marked, withCrlf } from './marked.ts';

const CAST = 'party Studio, Vista, Rex\nscope film\nevent IPO\n';

const hints = (text: string) => {
  const { analysis, path, text: source } = marked(text);
  return inlayHints(analysis, path, { start: 0, end: source.length }).map((hint) => ({
    ...hint,
    before: source.slice(0, hint.offset),
  }));
};

const labels = (text: string): readonly string[] => hints(CAST + text).map(({ label }) => label);
const HEADER = 'by = Studio, to = Vista, from = 2025-01-01, until = 2028-12-31';

describe('what a clause takes over', () => {
  it('stands behind its arguments: who, and when', () => {
    const [hint] = hints(`${CAST}deal d (${HEADER}) { license(scope = film) except (territory = FR) }`);
    expect(hint.label).toBe('by Studio to Vista from 2025-01-01 until 2028-12-31');
    expect(hint.before.endsWith('license(scope = film)')).toBe(true);
  });

  it('is what it does not write itself', () => {
    expect(labels(`deal d (${HEADER}) { license(to = Rex, from = 2026) }`)).toEqual(['by Studio until 2028-12-31']);
    expect(labels(`deal d (${HEADER}) { license(by = Studio, to = Rex, from = 2026, until = 2027) }`)).toEqual([]);
  });

  it('is the other side where only the promisor is written', () => {
    const [hint] = hints(`${CAST}deal d (by = Studio, to = Vista) { prohibit(by = Vista) }`);
    expect(hint.label).toBe('to Studio');
    expect(hint.tooltip).toBe('To Studio: the other side of the deal’s header.');
  });

  it('is told with where it comes from', () => {
    const [hint] = hints(
      `${CAST}deal d (by = Studio, to = Vista, until = IPO + 1 year, renews = 1 year) { license() }`,
    );
    expect(hint.tooltip.split('\n')).toEqual([
      'By Studio: from the header of its deal.',
      'To Vista: from the header of its deal.',
      'Until 1 year after IPO: from the header of its deal. The deal may be renewed, 1 year at a time.',
    ]);
  });

  it('may come from the deal that is amended', () => {
    const found = hints(`${CAST}deal d (${HEADER}) {}\ndeal e (from = 2026-01-01) amends d { license() }`);
    expect(found[0].label).toBe('by Studio to Vista from 2026-01-01 until 2028-12-31');
    expect(found[0].tooltip).toContain('Through 31 December 2028: from the header of d, which its deal amends.');
  });

  it('may come from the clause around it', () => {
    const found = hints(
      `${CAST}deal d (by = Studio) { a: license(to = Rex, from = 2026, until = 2027) { deliver(by = Studio) } }`,
    );
    expect(found[1].label).toBe('to Rex from 2026 until 2027');
    expect(found[1].tooltip).toContain('From 1 January 2026: as a says.');
  });

  it('is mutual between several who promise', () => {
    expect(labels('deal d (by = [Studio, Vista]) { confidentiality() }')).toEqual([
      'by Studio and Vista to each other',
    ]);
    expect(labels('deal d (by = Studio) { confidentiality(by = [Studio, Vista]) }')).toEqual(['to each other']);
  });
});

describe('nothing is shown that is not certain', () => {
  it('of a clause or header with an error', () => {
    expect(labels(`deal d (${HEADER}) { license(scope = flim) }`)).toEqual([]);
    expect(labels(`deal d (${HEADER}, cloud = Azur) { license() }`)).toEqual([]);
    expect(labels('deal d (by = Studio, until = someday) { license() }')).toEqual([]);
  });

  it('of an end that another deal brings forward', () => {
    const ending = 'deal e (by = Studio, to = Vista, from = 2026) terminates d {}\n';
    expect(labels(`deal d (${HEADER}) { license() }\n${ending}`)).toEqual(['by Studio to Vista from 2025-01-01']);
  });

  it('of the end of what is due on a day', () => {
    expect(labels(`deal d (${HEADER}) { pay(amount = 1 EUR, due = 2026) }`)).toEqual([
      'by Studio to Vista from 2025-01-01',
    ]);
  });

  it('of facts, but for how long a stake or a cap lasts', () => {
    expect(labels(`deal d (${HEADER}) { document(title = "A") invest(amount = 1 EUR) }`)).toEqual([]);
    expect(labels(`deal d (${HEADER}) { equity(holder = Rex, issuer = Studio, share = 1%) }`)).toEqual([
      'from 2025-01-01 until 2028-12-31',
    ]);
  });

  it('where there are no parentheses yet', () => {
    expect(labels(`deal d (${HEADER}) { x: license }`)).toEqual([]);
  });
});

describe('a range', () => {
  it('shows only what lies in it', () => {
    const { analysis, path, text, offsets } = marked(
      `${CAST}deal d (by = Studio) { license(scope = film) $0license(from = 2025) $1license() }\ndeal e (by = Rex) { license() }\n`,
    );
    const inRange = inlayHints(analysis, path, { start: offsets[0], end: offsets[1] });
    expect(inRange.map(({ offset }) => text.slice(offset - 13, offset))).toEqual(['(from = 2025)']);
  });

  it('may lie in another file', () => {
    const { analysis } = marked({ 'a.deal': CAST, 'b.deal': 'deal d (by = Studio) { license() }\n' });
    expect(inlayHints(analysis, 'a.deal', { start: 0, end: 99 })).toEqual([]);
    expect(inlayHints(analysis, 'b.deal', { start: 0, end: 99 })).toHaveLength(1);
    expect(inlayHints(analysis, 'c.deal', { start: 0, end: 99 })).toEqual([]);
  });

  it('counts offsets with other line ends and in Chinese', () => {
    const text =
      'party 甲方, 乙方\nscope 软件\ndeal 许可 (\n  by = 甲方,\n  to = 乙方\n) {\n  使用: license(\n    scope = 软件,\n  )\n}\n';
    const [hint] = hints(withCrlf(text));
    expect(hint.before.endsWith('软件,\r\n  )')).toBe(true);
    expect(hint.label).toBe('by 甲方 to 乙方');
  });
});
