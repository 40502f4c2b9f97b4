import { describe, expect, it } from 'vitest';
import { checkPortfolio } from '../../server/src/portfolio/check.ts';

const portfolio = (header: string, until: string): string => `
party Alpha, Beta, Gamma
scope api
deal one (by = Alpha, to = Beta, from = 2026-01-01${header}) { x: exclusive(scope = api${until}) }
deal two (by = Alpha, to = Gamma, from = 2026-01-01) { y: license(scope = api) }
`;

const check = (text: string) => checkPortfolio([{ path: 'a.deal', text }], { asOf: '2026-06-01' });
const rulesOf = (text: string): string[] => check(text).findings.map(({ rule }) => rule);

describe('a clause whose time means nothing', () => {
  it('is judged when its time is sound', () => {
    expect(rulesOf(portfolio('', ', until = 2027'))).toEqual(['exclusive-overlap']);
  });

  it.each([
    ['an event that nobody declared', '', ', until = merger', 'unknown-name'],
    ['a length of time', '', ', until = 5 years', 'invalid-argument'],
    ['an event that nobody declared, in the header', ', until = merger', '', 'unknown-name'],
  ])('is not judged: %s', (_, header, until, rule) => {
    const { findings, summary } = check(portfolio(header, until));
    expect(findings.map((finding) => finding.rule)).toEqual([rule]);
    expect(summary.notChecked).toContainEqual(expect.objectContaining({ what: 'clauses with an error', count: 1 }));
  });

  it('is told of its time along with its other errors', () => {
    expect(rulesOf(portfolio('', ', until = merger, cloud = Azur')).sort()).toEqual(['unknown-name', 'unknown-name']);
  });
});
