import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { DecidingFact } from '../../server/src/rules/finding.ts';
import { contentEngine, deal, finding, folderWith, resultOf } from './helpers/deal.ts';
import { dispute, files, full } from './helpers/dispute.ts';

const schema = JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8')) as {
  $defs: { finding: { properties: { decidingFacts: { items: { properties: { kind: { enum: string[] } } } } } } };
};
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

/** What `deal` prints, and what the schema says against it. */
async function json(words: readonly string[], ...findings: readonly (typeof finding)[]) {
  const engine = {
    ...contentEngine,
    check: () => resultOf(...findings),
    ask: () => ({ verdict: 'disputed' as const, findings, newNames: findings, problems: [] }),
  };
  const { results, code } = await deal(
    folderWith({ ...files, 'terms.deal': 'event AGI\nreading microsoft {}\n', 'bad.deal': Buffer.from([0xff]) }),
    words,
    { engine },
  );
  const report = JSON.parse(results) as { findings: Record<string, unknown>[]; [key: string]: unknown };
  validate(report);
  return { report, errors: validate.errors ?? [], code };
}

test('the report is what the schema says, with every field and with none', async () => {
  const scenario = ['--reading', 'microsoft', '--assume', 'AGI=never', '--update-baseline'];
  expect((await json(['check', '--format', 'json'])).errors).toEqual([]);
  expect((await json(['check', '--format', 'json', ...scenario], full, finding)).errors).toEqual([]);
  const { report, errors } = await json(['check', '--format', 'json', '--fail-on=never'], full, dispute, finding);
  expect(errors).toEqual([]);
  expect(report.findings).toHaveLength(4);
});

test('a window with events and interruptions is what the schema says', async () => {
  const window = { fromText: 'AGI', until: '2026-04-26', again: [{ from: '2026-06-01', untilText: 'IPO' }] };
  const { report, errors } = await json(['check', '--format', 'json'], { ...dispute, window });
  expect(errors).toEqual([]);
  expect(report.findings[0]).toMatchObject({ window });
});

test('the answer is what the schema says', async () => {
  const { report, errors, code } = await json(['ask', 'host()', '--format', 'json'], full);
  expect(errors).toEqual([]);
  expect(report).toMatchObject({ question: 'host()', verdict: 'disputed' });
  expect(code).toBe(1);
});

test('the schema is strict: an unknown field or verdict does not pass', async () => {
  const { report } = await json(['check', '--format', 'json'], full);
  expect(validate({ ...report, extra: 1 })).toBe(false);
  expect(validate({ ...report, findings: [{ ...report.findings[0], verdict: 'near-miss' }] })).toBe(false);
});

test('the schema knows every kind of deciding fact', () => {
  const kinds: Readonly<Record<DecidingFact['kind'], true>> = {
    event: true,
    state: true,
    renewal: true,
    who: true,
    membership: true,
    affiliates: true,
    uptake: true,
    performance: true,
    self: true,
    standoff: true,
    offer: true,
    terms: true,
  };
  const described = schema.$defs.finding.properties.decidingFacts.items.properties.kind.enum;
  expect([...described].sort()).toEqual(Object.keys(kinds).sort());
});

test('lines and columns count from 1, in UTF-16 units; the rest is as the checker said it', async () => {
  const { report } = await json(['check', '--format', 'json'], full);
  const found = report.findings.find(({ rule }) => rule === 'exclusive-overlap');
  const range = { start: { line: 4, column: 3 }, end: { line: 4, column: 10 } };
  const { span: _, clauses: __, related: ___, fix: ____, ...plain } = full;
  expect(found).toMatchObject({
    ...plain,
    range,
    clauses: [
      { name: 'amazon_openai_2026.runtime', file: 'amazon-openai-2026.deal', range },
      { name: 'microsoft_openai_2025.azure_api', quote: full.clauses[1].quote, locator: '§2.1' },
    ],
    fix: { title: 'Rename', edits: [{ range, newText: 'stateful' }] },
  });
  expect(found).not.toHaveProperty('span');
});

test('a file without text has a range at its start', async () => {
  const { report } = await json(['check', '--format', 'json']);
  expect(report.findings).toMatchObject([
    { file: 'bad.deal', range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } } },
  ]);
});

test('the finding that the documentation shows is one', async () => {
  const page = readFileSync(new URL('../../docs/json-report.md', import.meta.url), 'utf8');
  const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '') as Record<string, unknown>;
  const { report } = await json(['check', '--format', 'json'], { ...dispute, severity: 'warning' });
  expect(report.findings.find(({ rule }) => rule === 'exclusive-overlap')).toEqual(example);
});
