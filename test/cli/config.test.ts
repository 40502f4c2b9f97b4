import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../server/src/portfolio/config.ts';
import { deal, folderWith } from './helpers/deal.ts';

const rules = ['exclusive-overlap', 'syntax', 'unreadable-file'];
const problems = (text: string): readonly string[] => {
  const outcome = parseConfig(text, rules);
  return outcome.ok ? [] : outcome.problems.map(({ line, column, message }) => `${line}:${column}: ${message}`);
};

test('comments, trailing commas and a byte order mark are understood', () => {
  const text = '\ufeff{\n  // as of\n  "asOf": "2026-04-30", /* events */ "assume": { "AGI": "never", },\n}\n';
  expect(parseConfig(text, rules)).toEqual({ ok: true, config: { asOf: '2026-04-30', assume: { AGI: 'never' } } });
});

test('everything that is wrong is told at once, in the order of the text', () => {
  const text = `{
  "asof": "2026-04-30",
  "assume": { "AGI": "soon", "IPO": 2030 },
  "rules": { "sintax": "error", "syntax": "fatal" },
  "exclude": "drafts/**",
  "baseline": "../known.json",
  "assume": {}
}`;
  expect(problems(text)).toEqual([
    '2:3: `asof` is not a setting; did you mean `asOf`?',
    '4:14: `sintax` is not a rule; did you mean `syntax`?',
    '4:43: `rules.syntax`: write one of "error", "warning", "information", "hint", "off", not "fatal"',
    '5:14: `exclude`: write a list of globs, as in ["drafts/**"], not "drafts/**"',
    '6:15: `baseline`: write a file below the portfolio\'s folder, as in "deal.baseline.json", not "../known.json"',
    '7:3: `assume` is written twice; keep one',
  ]);
});

describe('one mistake', () => {
  test.each([
    ['{ "asOf": "2026-02-30" }', '1:11: `asOf`: write a day as in "2026-04-30", not "2026-02-30"'],
    ['{ "asOf": null }', '1:11: `asOf`: write a day as in "2026-04-30", not null'],
    [
      '{ "assume": ["AGI"] }',
      '1:13: `assume`: write events with their days, as in { "AGI": "2030-01-01", "IPO": "never" }, not ["AGI"]',
    ],
    ['{ "assume": { "AGI": "soon" } }', '1:22: `assume.AGI`: write a day as in "2030-01-01", or "never", not "soon"'],
    ['{ "assume": { "AGI": "never", "AGI": "never" } }', '1:31: `AGI` is written twice; keep one'],
    ['{ "exclude": ["a", 1] }', '1:20: `exclude.1`: write a glob as in "drafts/**", not 1'],
    ['{ "exclude": [""] }', '1:15: `exclude.0`: write a glob as in "drafts/**", not ""'],
    ['{ "colour": true }', '1:3: `colour` is not a setting; the settings are asOf, assume, rules, exclude, baseline'],
    ['{ "rules": { "wobble-dance": "off" } }', '1:14: `wobble-dance` is not a rule; `deal explain` lists them'],
    ['[]', '1:1: write the settings in braces, as in { "asOf": "2026-04-30" }, not []'],
    ['', '1:1: not JSON: write a value here; the smallest configuration is {}'],
    ['{ "asOf": 2026-04-30 }', '1:15: not JSON: write `,` between this and what comes before'],
    ['{ asOf: "2026-04-30" }', '1:3: not JSON: put words between double quotes, as in "2026-04-30"'],
    ['{ "asOf" "2026-04-30" }', '1:10: not JSON: write `:` between the name and its value'],
    ['{ "asOf": "2026-04-30"', '1:23: not JSON: close the braces with `}`'],
    ['{ "asOf": "2026-04-30 }', '1:11: not JSON: close the string with `"`'],
    ['{} {}', '1:4: not JSON: nothing may follow the closing `}`'],
  ])('%s', (text, problem) => {
    expect(problems(text)).toContain(problem);
  });
});

test('a configuration with mistakes ends the check with exit code 2, naming file and line', async () => {
  const folder = folderWith({ 'p/deal.config.json': '{\n  "asOf": "today"\n  "x": 1 }', 'p/a.deal': '' });
  const { code, messages, results } = await deal(folder, ['check', 'p']);
  expect(messages).toBe('deal: p/deal.config.json:3:3: not JSON: write `,` between this and what comes before\n');
  expect(results).toBe('');
  expect(code).toBe(2);
});

test('a configuration that is not text ends the check with exit code 2', async () => {
  const { code, messages } = await deal(folderWith({ 'deal.config.json': Buffer.from([0xff]), 'a.deal': '' }), [
    'check',
  ]);
  expect(messages).toContain('deal.config.json is not UTF-8 (line 1); save it with the encoding UTF-8');
  expect(code).toBe(2);
});

describe('the schema for editors and the checker agree', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../docs/deal-config.schema.json', import.meta.url), 'utf8'),
  ) as object;
  const validate = new Ajv2020({ strict: true, formats: { date: true } }).compile(schema);
  const agrees = (value: unknown): void => {
    expect({ value, ok: parseConfig(JSON.stringify(value), []).ok }).toEqual({ value, ok: validate(value) });
  };

  const day = fc.constantFrom('2026-04-30', '2026-13-01', '2026-4-30', 'never', 'today', '');
  const severity = fc.constantFrom('error', 'warning', 'information', 'hint', 'off', 'fatal', '');
  const path = fc.constantFrom(
    'a.json',
    'sub/a.json',
    './a.json',
    '..a/b',
    '',
    '/a',
    '../a',
    'a/../b',
    'a/..',
    'C:/a',
    'c:a',
    'a\\..\\b',
  );
  const odd = fc.constantFrom<unknown>(null, 1, true, 'text', [], {}, ['a'], [1], { a: 1 });
  const maybe = <T>(usual: fc.Arbitrary<T>) => fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: odd });
  const config = fc.record(
    {
      $schema: maybe(fc.string()),
      asOf: maybe(day),
      assume: maybe(fc.dictionary(fc.constantFrom('AGI', 'IPO'), maybe(day))),
      rules: maybe(fc.dictionary(fc.constantFrom('syntax', 'x'), maybe(severity))),
      exclude: maybe(fc.array(maybe(fc.constantFrom('a/**', '*.deal', '')), { maxLength: 2 })),
      baseline: maybe(path),
      asof: day,
    },
    { requiredKeys: [] },
  );

  test('on configurations with and without mistakes', () => {
    fc.assert(fc.property(config, agrees), { numRuns: 2000 });
  });

  test('on what is no object', () => {
    for (const value of [null, 1, 'text', [], true]) agrees(value);
  });
});
