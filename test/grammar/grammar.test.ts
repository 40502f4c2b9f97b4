import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { dealGrammar } from '../../syntaxes/deal-grammar.ts';
import { type Mark, readMarkedText } from './marked-scopes.ts';
import { type ScopedToken, tokenizeLines } from './tokenizer.ts';

const repository = new URL('../../', import.meta.url);
const fixtures = new URL('fixtures/', import.meta.url);
const isWithin = (scope: string, wanted: string): boolean => scope === wanted || scope.startsWith(`${wanted}.`);

describe.each(readdirSync(fixtures))('%s', (name) => {
  const { lines, marks } = readMarkedText(readFileSync(new URL(name, fixtures), 'utf8'));

  it('is coloured as it is marked', async () => {
    const tokens = await tokenizeLines(lines);
    expect(marks.length).toBeGreaterThan(5);
    expect(marks.flatMap((mark) => faultsOf(mark, lines, tokens))).toEqual([]);
  });
});

function faultsOf(mark: Mark, lines: readonly string[], tokens: readonly ScopedToken[]): readonly string[] {
  const touched = tokens.filter(({ line, start, end }) => line === mark.line && start < mark.end && end > mark.start);
  const place = `${mark.fileLine + 1}: \`${lines[mark.line].slice(mark.start, mark.end)}\``;
  if (touched.length === 0) return [`${place} is beyond its line`];
  return touched.flatMap(({ text, scopes }) => {
    const missing = mark.present.filter((wanted) => !scopes.some((scope) => isWithin(scope, wanted)));
    const unwanted = mark.absent.filter((wanted) => scopes.some((scope) => isWithin(scope, wanted)));
    if (missing.length + unwanted.length === 0) return [];
    return [
      `${place}: \`${text}\` is ${scopes.slice(1).join(' ')}, not ${[...missing, ...unwanted.map((scope) => `- ${scope}`)].join(' ')}`,
    ];
  });
}

test('the grammar that VS Code reads is the one that is tested', () => {
  const written = readFileSync(new URL('syntaxes/deal.tmLanguage.json', repository), 'utf8');
  expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(dealGrammar)));
});
