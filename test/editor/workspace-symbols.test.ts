/** Finding what a portfolio declares by a few letters. */
import { describe, expect, it } from 'vitest';
import { fuzzyMatch } from '../../server/src/editor/fuzzy-match.ts';
import { workspaceSymbols } from '../../server/src/editor/workspace-symbols.ts';
import { marked, textAt } from './marked.ts';

const PORTFOLIO = marked({
  'terms.deal': `party OpenAI, Microsoft, 微软 "🐉"
scope stateless_api
scope stateful_runtime
event AGI
dimension shop who
kind lease permits ()
reading microsoft { scope stateful_runtime in stateless_api }
`,
  'd.deal': `deal microsoft_2025 (by = OpenAI, to = Microsoft, from = 2025-01-01) {
  scope product
  azure_api: exclusive(scope = stateless_api)
  license(scope = product)
  runtime: license(scope = product
}
`,
});

const found = (query: string): string[] =>
  workspaceSymbols(PORTFOLIO.analysis, query).map(
    ({ kind, container, name }) => `${kind} ${container ? `${container}.` : ''}${name}`,
  );

describe('workspace symbols', () => {
  it('are all that is declared, for an empty query', () => {
    expect(found('')).toEqual([
      'deal microsoft_2025',
      'party party.OpenAI',
      'party party.Microsoft',
      'party party.微软',
      'term scope.stateless_api',
      'term scope.stateful_runtime',
      'event event.AGI',
      'term microsoft_2025.product',
      'kind lease',
      'dimension shop',
      'reading microsoft',
      'clause microsoft_2025.azure_api',
      'clause microsoft_2025.runtime',
    ]);
  });

  it('hold the letters of the query in their order, the best first', () => {
    expect(found('runtime')).toEqual(['clause microsoft_2025.runtime', 'term scope.stateful_runtime']);
    expect(found('api')).toEqual(['clause microsoft_2025.azure_api', 'term scope.stateless_api']);
    expect(found('sapi')[0]).toBe('term scope.stateless_api');
    expect(found('microsoft')).toEqual(['reading microsoft', 'party party.Microsoft', 'deal microsoft_2025']);
    expect(found('ipa')).toEqual([]);
    expect(found('微')).toEqual(['party party.微软']);
  });

  it('may be asked for by their deal', () => {
    expect(found('micro.run')).toEqual(['clause microsoft_2025.runtime']);
    expect(found('  azure  api ')).toEqual(['clause microsoft_2025.azure_api']);
  });

  it('lead to the declared name', () => {
    for (const { file, span, name } of workspaceSymbols(PORTFOLIO.analysis, '')) {
      expect(textAt(PORTFOLIO.files[file], span)).toBe(name);
    }
  });

  it('are at most 256', () => {
    const many = marked(Array.from({ length: 300 }, (_, index) => `scope s${index}`).join('\n'));
    expect(workspaceSymbols(many.analysis, '').length).toBe(256);
    expect(workspaceSymbols(many.analysis, 's').length).toBe(256);
    expect(workspaceSymbols(many.analysis, 's299')[0].name).toBe('s299');
  });
});

describe('a fuzzy match', () => {
  const best = (query: string, ...texts: string[]): string | undefined =>
    texts
      .map((text) => ({ text, score: fuzzyMatch(query, text) }))
      .filter(({ score }) => score !== undefined)
      .sort((a, b) => b.score! - a.score!)[0]?.text;

  it('prefers the whole, then the start, then words, then runs', () => {
    expect(best('api', 'api_two', 'api', 'an_api')).toBe('api');
    expect(best('api', 'an_api', 'api_two')).toBe('api_two');
    expect(best('sr', 'user', 'stateful_runtime')).toBe('stateful_runtime');
    expect(best('run', 'roundup_name', 'the_run')).toBe('the_run');
    expect(best('SR', 'StatefulRuntime', 'strange')).toBe('StatefulRuntime');
  });

  it('is none where a letter is missing or out of order', () => {
    expect(fuzzyMatch('abc', 'acb')).toBeUndefined();
    expect(fuzzyMatch('aa', 'a')).toBeUndefined();
    expect(fuzzyMatch('', 'anything')).toBe(0);
  });
});
