import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { docx, paragraph } from '../evidence/helpers/docx.ts';
import { lines, pdf } from '../evidence/helpers/pdf.ts';
import { folderWith } from './helpers/deal.ts';

// The command as people run it: one file, in a folder of its own, in a process of its own.
const repository = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'deal-command-'));
const command = join(folder, 'deal.mjs');

beforeAll(() => {
  const built = spawnSync(process.execPath, ['esbuild.mjs', join(folder, 'built.mjs')], { cwd: repository });
  expect(built.stderr.toString()).toBe('');
  copyFileSync(join(folder, 'built.mjs'), command);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const deal = (words: readonly string[], cwd: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
};

test('works alone: version, help, and the pages of the rules', () => {
  const cwd = folderWith({});
  expect(deal(['--version'], cwd)).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    stderr: '',
  });
  expect(deal(['--help'], cwd)).toMatchObject({ status: 0, stderr: '' });
  expect(deal(['explain', 'unreadable-file'], cwd)).toMatchObject({ status: 0, stderr: '' });
});

test('exit codes reach the shell', () => {
  expect(deal(['init'], folderWith({})).status).toBe(0);
  expect(deal(['check'], folderWith({}))).toMatchObject({ status: 2, stdout: '' });
  expect(deal([], folderWith({}))).toMatchObject({ status: 2, stdout: '' });
});

test('what was compiled once is kept beside the command where that is asked for; nothing rests on it', () => {
  const cwd = folderWith({});
  const home = mkdtempSync(join(tmpdir(), 'deal-compiled-'));
  const own = join(home, 'deal.mjs');
  copyFileSync(command, own);
  const compiled = () => readdirSync(home).filter((name) => name.endsWith('.compiled'));
  const version = (variables: Readonly<Record<string, string>> = {}) => {
    const env = { ...process.env, ...variables };
    const { status, stdout, stderr } = spawnSync(process.execPath, [own, '--version'], { cwd, env, encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  const expected = version();
  expect(expected).toMatchObject({ status: 0, stderr: '' });
  expect(compiled()).toEqual([]);
  expect(version({ DEAL_COMPILED_CODE: 'write' })).toEqual(expected);
  expect(compiled()).toHaveLength(1);
  expect(readdirSync(home)).toHaveLength(2);
  expect(version()).toEqual(expected);
  for (const broken of ['', 'x', readFileSync(join(home, compiled()[0])).subarray(0, 1000)]) {
    writeFileSync(join(home, compiled()[0]), broken);
    expect(version()).toEqual(expected);
  }
  rmSync(home, { recursive: true });
});

test('`init`, then `check`: no finding at all, and nothing to format', () => {
  const cwd = folderWith({});
  deal(['init', 'portfolio'], cwd);
  const { status, stdout } = deal(['check', 'portfolio', '--fail-on', 'information'], cwd);
  expect(stdout).toContain('no findings\nchecked 2 files, 1 deal, 1 clause');
  expect(stdout).toContain('quotes: 1 verified\n');
  expect(status).toBe(0);
  expect(deal(['format', '--check', 'portfolio'], cwd)).toMatchObject({ status: 0, stdout: '' });
});

test.each([
  [['explain'], 0],
  [['check'], 1],
  [['check', '--format', 'json'], 1],
])('a reader that closes the pipe ends %j quietly', async (words, code) => {
  const broken = Array.from({ length: 500 }, (_, index) => [`${index}.deal`, Buffer.from([0xff])]);
  const child = spawn(process.execPath, [command, ...words], {
    cwd: folderWith(Object.fromEntries(broken)),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let messages = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    messages += text;
  });
  const [status] = (await once(child, 'close')) as [number];
  expect(messages).toBe('');
  expect(status).toBe(code);
});

test('a pipe takes all of a long report', () => {
  const long = Array.from({ length: 3000 }, (_, index) => [`${index}.deal`, Buffer.from([0xff])]);
  const cwd = folderWith({ ...Object.fromEntries(long), 'a.deal': '' });
  const { status, stdout } = deal(['check', '--format', 'json'], cwd);
  expect((JSON.parse(stdout) as { findings: unknown[] }).findings).toHaveLength(3000);
  expect(status).toBe(1);
});

test.skipIf(process.platform !== 'linux')('results that cannot be written: exit code 3 and the reason', () => {
  const shell = spawnSync('sh', ['-c', `"$0" "$1" explain > /dev/full`, process.execPath, command], {
    encoding: 'utf8',
  });
  expect(shell.stderr).toContain('deal: the results could not be written');
  expect(shell.status).toBe(3);
});

test('the one file takes the text out of contracts of every format', () => {
  const contracts = {
    'a.docx': docx(paragraph('The Seller sells.')),
    'a.pdf': pdf([lines(['The Seller sells.'], 60, 700)]),
    'a.html': '<p>The Seller sells.',
    'a.md': 'The Seller **sells**.',
  };
  const deals = Object.keys(contracts).map(
    (name, index) => `deal d${index} (by = S, source = "${name}") {\n  > The Seller sells.\n  grant()\n}\n`,
  );
  const { stdout, stderr } = deal(['check'], folderWith({ ...contracts, 'a.deal': `party S\n${deals.join('')}` }));
  expect(stdout).toContain('quotes: 4 verified\n');
  expect(stderr).toBe('');
});
