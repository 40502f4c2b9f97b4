import { describe, expect, test } from 'vitest';
import { type Report, textsOf } from '../../server/src/cli/reporters/report.ts';
import { textReport } from '../../server/src/cli/reporters/text.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { emptySummary, finding } from './helpers/deal.ts';
import { dispute, files, full } from './helpers/dispute.ts';

const reportOf = (texts: Readonly<Record<string, string>>, ...findings: readonly Finding[]): Report => ({
  root: '.',
  asOf: '2026-05-01',
  assume: {},
  findings,
  summary: emptySummary,
  selection: [],
  texts: textsOf('.', (file) => texts[file]),
  sources: [],
  suppressed: [],
  failOn: 'error',
  rules: {},
  files: [],
  passagesOf: () => [],
  clauses: () => [],
  expectations: () => [],
});

const shown = (texts: Readonly<Record<string, string>>, found: Finding, columns = 100): string =>
  textReport(reportOf(texts, found), { color: false, columns });

test('a dispute reads as the design shows it', () => {
  expect(
    shown(files, dispute),
  ).toBe(`error[exclusive-overlap]: \`runtime\` hosts on Bedrock what \`azure_api\` reserves for Azure
  ┌─ amazon-openai-2026.deal:4:3
4 │   runtime: host(scope=stateful_runtime, cloud=Bedrock)
  │   ^^^^^^^
  ├─ microsoft-openai-2025.deal:6:3   "Azure is the exclusive cloud for stateless calls to the …"
6 │   azure_api: exclusive(cloud=Azure, scope=stateless_api, until=AGI)
  = disputed: a conflict as microsoft reads it, a near miss as written, none as amazon reads it
  = when:     from 2026-02-27 until AGI
  = example:  2026-02-27, OpenAI lets Amazon host stateful_runtime on Bedrock
  = OpenAI is bound; Microsoft may object, or consent
  = assumes:  \`runtime\` names no territory
  = help: \`deal explain exclusive-overlap\`

no findings
checked 0 files, 0 deals, 0 clauses as of 2026-05-01
`);
});

test('deciding facts, other places, fixes and help have their lines', () => {
  const text = shown(files, { ...full, mayObject: ['Microsoft', 'Amazon'] });
  expect(text).toContain('  ├─ microsoft-openai-2025.deal:1:1   the deal\n1 │ deal microsoft_openai_2025 (');
  expect(text).toContain(
    '= depends:  only if AGI comes after 2026-02-27 (a conflict when AGI comes on 2027-01-01; none when AGI comes on 2026-02-27)',
  );
  expect(text).toContain('= when:     from 2026-02-27 through 2026-04-26: past');
  expect(text).toContain('= OpenAI is bound; Microsoft and Amazon may each object, or consent');
  expect(text).toContain('= help: carve the runtime out of `azure_api`\n  = more: `deal explain exclusive-overlap`');
});

test.each([
  [{ from: '2026-02-27' }, 'from 2026-02-27 on'],
  [{ from: '2026-02-27', until: '2026-02-27' }, '2026-02-27'],
  [{ until: '2026-02-27' }, 'through 2026-02-27'],
  [{ untilText: 'AGI' }, 'until AGI'],
  [
    { from: '2026-02-27', until: '2028-12-31', untilText: 'AGI' },
    'from 2026-02-27 through 2028-12-31, or until AGI if that is sooner',
  ],
  [{ fromText: 'AGI' }, 'from AGI on'],
  [{ fromText: 'AGI', until: '2028-12-31' }, 'from AGI through 2028-12-31'],
  [{ from: '2026-02-27', fromText: 'AGI' }, 'from 2026-02-27, or from AGI if that is later'],
  [
    {
      from: '2026-02-27',
      until: '2026-03-31',
      again: [{ from: '2026-06-01', until: '2026-06-01' }, { fromText: 'AGI' }],
    },
    'from 2026-02-27 through 2026-03-31, and again 2026-06-01, and again from AGI on',
  ],
  [
    {
      until: '2020-12-31',
      again: [2022, 2024, 2026, 2028, 2030].map((year) => ({ from: `${year}-01-01`, until: `${year}-12-31` })),
    },
    'through 2020-12-31, and again from 2022-01-01 through 2022-12-31, and again from 2024-01-01 through 2024-12-31, and again from 2026-01-01 through 2026-12-31, and 2 more times after that',
  ],
  [{}, 'always'],
])('the window %j is %s', (window, text) => {
  expect(shown(files, { ...dispute, window })).toContain(`= when:     ${text}\n`);
});

test('a finding reported beside its clauses shows all of them', () => {
  const text = shown(
    { ...files, 'tests.deal': 'expect clear a\n' },
    { ...dispute, file: 'tests.deal', span: { start: 0, end: 6 } },
  );
  expect(text).toMatch(
    /┌─ tests\.deal:1:1\n[\s\S]*├─ amazon-openai-2026\.deal:4:3\n[\s\S]*├─ microsoft-openai-2025\.deal:6:3/,
  );
});

test('without its text a finding still names its file', () => {
  expect(shown({}, finding)).toContain('error[exclusive-overlap]: `a` collides with `b`\n  ┌─ a.deal\n  = help');
});

describe('marks stand where a terminal puts the characters', () => {
  const marked = (text: string, word: string, columns = 100): readonly string[] => {
    const start = text.indexOf(word);
    const span = { start, end: start + word.length };
    return shown({ 'a.deal': text }, { ...finding, span }, columns)
      .split('\n')
      .slice(1, 4);
  };

  test.each([
    ['  无状态接口: 独占()', '独占', '  ┌─ a.deal:1:10', '1 │   无状态接口: 独占()', '  │               ^^^^'],
    ['> 👩‍👩‍👧 e\u0301 runtime', 'runtime', '  ┌─ a.deal:1:15', '1 │ > 👩‍👩‍👧 e\u0301 runtime', '  │        ^^^^^^^'],
    ['\tx: y', 'y', '  ┌─ a.deal:1:5', '1 │   x: y', '  │      ^'],
    ['a\r\nbc d\r\n', 'c', '  ┌─ a.deal:2:2', '2 │ bc d', '  │  ^'],
    ['（全角）', '全角', '  ┌─ a.deal:1:2', '1 │ （全角）', '  │   ^^^^'],
  ])('%j', (text, word, ...lines) => {
    expect(marked(text, word)).toEqual(lines);
  });

  test('a span over several lines is marked on its first', () => {
    expect(marked('abc {\n}\n', 'c {\n}').slice(1)).toEqual(['1 │ abc {', '  │   ^^^']);
  });

  test('an empty span has one mark', () => {
    expect(marked('abc\n', '').slice(1)).toEqual(['1 │ abc', '  │ ^']);
  });

  test('a long line is cut around the span', () => {
    const [at, source, marks] = marked(`${'a'.repeat(500_000)}needle${'b'.repeat(500_000)}`, 'needle', 60);
    expect(at).toBe('  ┌─ a.deal:1:500001');
    expect(source).toBe(`1 │ …${'a'.repeat(19)}needle${'b'.repeat(25)}…`);
    expect(marks).toBe(`  │ ${' '.repeat(20)}^^^^^^`);
  });

  test('a long span is cut too, and wide characters are counted', () => {
    const [, source, marks] = marked(`x${'无'.repeat(1000)}`, '无'.repeat(1000), 60);
    expect(source).toBe(`1 │ x${'无'.repeat(25)}…`);
    expect(marks).toBe(`  │  ${'^'.repeat(51)}`);
  });
});

test('nothing in a file reaches the terminal as a command', () => {
  const text = 'deal \u001b]0;owned\u0007 \u202eevil\u0000 \u009b31m';
  const output = shown({ 'a.deal': text }, { ...finding, message: 'red \u001b[31m\nnew line', file: 'a.deal' });
  expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(output).toContain('red ␛[31m new line');
});

test('the summary says what was found, in what, and what was not looked at', () => {
  const report: Report = {
    ...reportOf({}),
    findings: [dispute, { ...finding, severity: 'information', verdict: 'near miss' }, finding, finding],
    summary: {
      files: 12_500,
      deals: 1,
      clauses: 84,
      quotes: { verified: 40, ambiguous: 1, missing: 2, unverified: 3 },
      expectations: { held: 12, unmet: 1 },
      findings: { error: 3, warning: 0, information: 1, hint: 2 },
      silenced: 2,
      notChecked: [
        { what: 'clauses that only record', count: 14, why: 'they state a fact' },
        { what: 'nothing', count: 0, why: 'none' },
      ],
    },
    baseline: { file: 'deal.baseline.json', known: 5, gone: 0 },
  };
  const text = textReport({ ...report, findings: report.findings }, { color: false, columns: 100 });
  expect(
    text.slice(text.indexOf('\nfound') + 1),
  ).toBe(`found 3 errors, 1 information, 2 hints (2 conflicts, 1 disputed, 1 near miss)
checked 12,500 files, 1 deal, 84 clauses as of 2026-05-01
quotes: 40 verified, 1 found more than once, 2 not found as cited, 3 without a source to compare with
expectations: 12 held, 1 unmet
not checked: clauses that only record: 14 (they state a fact)
silenced with a reason: 2 findings
left out, known to deal.baseline.json: 5 findings
`);
});

test('paths are shown as seen from the current folder', () => {
  const texts = textsOf('../portfolio', (file) => files[file as keyof typeof files]);
  const report = { ...reportOf(files, dispute), texts };
  expect(textReport(report, { color: false, columns: 100 })).toContain('┌─ ../portfolio/amazon-openai-2026.deal:4:3\n');
});

test('a message of a million characters is told by its start', () => {
  const text = shown(files, { ...dispute, message: 'x'.repeat(1_000_000), help: '无'.repeat(1_000_000) });
  expect(text.length).toBeLessThan(5000);
});
