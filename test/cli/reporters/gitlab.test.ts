import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { contentEngine, deal, finding, folderWith, resultOf } from '../helpers/deal.ts';
import { dispute, files } from '../helpers/dispute.ts';
import { realEngine } from '../helpers/engine.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const FORMAT = ['check', '--format', 'gitlab'];

/** What GitLab asks for: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
const validate = new Ajv2020({ strict: true, allErrors: true }).compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', pattern: '^[a-z-]+$' },
      fingerprint: { type: 'string', pattern: '^[0-9a-f-]+$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^[^./]' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
});

interface Issue {
  readonly description: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** Fails where GitLab would have something against the report. */
function issuesIn(results: string): readonly Issue[] {
  const issues = JSON.parse(results) as readonly Issue[];
  validate(issues);
  expect(validate.errors ?? []).toEqual([]);
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  return issues;
}

test.each(['ai-cloud', 'film', 'software'])('examples/%s is what GitLab reads, at files that exist', async (name) => {
  const { results } = await deal(repository, [...FORMAT, `examples/${name}`, '--as-of', '2026-03-18'], {
    engine: realEngine,
  });
  const issues = issuesIn(results);
  expect(issues.length).toBeGreaterThan(0);
  for (const { location } of issues) expect(existsSync(`${repository}${location.path}`)).toBe(true);
});

test('an issue has the message as its description, and all else below', async () => {
  const engine = { ...contentEngine, check: () => resultOf(dispute) };
  const { results, messages, code } = await deal(folderWith(files), FORMAT, { engine });
  expect(issuesIn(results)).toEqual([
    {
      description: '`runtime` hosts on Bedrock what `azure_api` reserves for Azure.',
      content: { body: expect.stringContaining('Disputed: a conflict as microsoft reads it') },
      check_name: 'exclusive-overlap',
      fingerprint: '0123456789abcdef',
      severity: 'major',
      location: { path: 'amazon-openai-2026.deal', lines: { begin: 4, end: 4 } },
    },
  ]);
  // The report goes to a file: the log says what came out.
  expect(messages).toContain('found 1 error');
  expect(code).toBe(1);
});

test('fingerprints are unique, as GitLab shows one finding of each', async () => {
  const severities = ['error', 'warning', 'information', 'hint'] as const;
  const engine = {
    ...contentEngine,
    check: () => resultOf(...severities.map((severity) => ({ ...finding, severity }))),
  };
  const issues = issuesIn((await deal(folderWith({ 'a.deal': 'party A\n' }), FORMAT, { engine })).results);
  expect(issues.map(({ fingerprint }) => fingerprint)).toEqual(['ab12', 'ab12-2', 'ab12-3', 'ab12-4']);
  expect(issues.map(({ severity }) => severity)).toEqual(['major', 'minor', 'info', 'info']);
});

test('nothing found is an empty list', async () => {
  expect(issuesIn((await deal(folderWith({ 'a.deal': 'party A\n' }), FORMAT)).results)).toEqual([]);
});
