import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic, Range, WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { generatePortfolio, writePortfolio } from '../bench/generate-portfolio.ts';
import { startClient } from './client.ts';

// The editor and the command line are two faces of one checker: of every example they must say the same.
const repository = fileURLToPath(new URL('../../', import.meta.url));
const examples = readdirSync(join(repository, 'examples'));
const folder = mkdtempSync(join(tmpdir(), 'deal-command-'));
const command = join(folder, 'deal.mjs');

beforeAll(() => {
  const { stderr } = spawnSync(process.execPath, ['esbuild.mjs', command], { cwd: repository });
  expect(stderr.toString()).toBe('');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Reported {
  readonly findings: readonly {
    readonly file: string;
    readonly rule: string;
    readonly severity: 'error' | 'warning' | 'information' | 'hint';
    readonly message: string;
    readonly fingerprint: string;
    readonly range: Range & { start: { column: number }; end: { column: number } };
    readonly clauses: readonly unknown[];
  }[];
}

/** Compares what both say of a folder, and returns how much that is. */
async function compare(root: string, words: readonly string[]): Promise<number> {
  const { stdout } = spawnSync(process.execPath, [command, 'check', root, '--format', 'json', ...words], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const { findings } = JSON.parse(stdout) as Reported;
  const client = await startClient({ folder: root });
  if (words.length > 0) await client.request('deal/setScenario', { asOf: words[1] });
  const report: WorkspaceDiagnosticReport = await client.request('workspace/diagnostic', { previousResultIds: [] });
  const shown = report.items.flatMap((item) =>
    item.kind === 'full' ? item.items.map((diagnostic) => told(item.uri, diagnostic)) : [],
  );
  const severities = { error: 1, warning: 2, information: 3, hint: 4 };
  const position = ({ line, column }: { line: number; column: number }) => ({ line: line - 1, character: column - 1 });
  const expected = findings.map(({ file, rule, severity, message, fingerprint, range }) => ({
    uri: pathToFileURL(join(root, file)).href,
    code: rule,
    severity: severities[severity],
    message,
    fingerprint,
    range: { start: position(range.start), end: position(range.end) },
  }));
  expect(inOrder(shown)).toEqual(inOrder(expected));
  return expected.length;
}

describe('the same findings as `deal check`', () => {
  const days = [[], ['--as-of', '2027-06-30']];
  test.each(examples.flatMap((name) => days.map((words) => ({ name, words }))))(
    'in examples/$name $words',
    async ({ name, words }) => {
      await compare(join(repository, 'examples', name), words);
    },
  );

  test('in a portfolio of thousands of clauses, with hundreds of findings', async () => {
    const root = join(folder, 'portfolio');
    writePortfolio(generatePortfolio({ clauses: 4000, rich: true, dominantGrantor: true, conflictDensity: 0.2 }), root);
    expect(await compare(root, [])).toBeGreaterThan(100);
  });
});

/** A diagnostic as the report of the command has it. The message goes on with what the report has in fields of its own. */
const told = (uri: string, { code, severity, message, data, range }: Diagnostic) => ({
  uri: pathToFileURL(fileURLToPath(uri)).href,
  code,
  severity,
  message: String(message).split('\n')[0],
  fingerprint: data.fingerprint as string,
  range,
});

const inOrder = <T>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
