import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installProgram } from '../../scripts/debian-packages.mjs';
import { AMAZON, AZURE, AZURE_TEXT, disputeFolder, TERMS } from '../lsp/portfolios.ts';

// An editor that nobody here wrote, with its own client, against `deal lsp`.
const repository = fileURLToPath(new URL('../../', import.meta.url));
const script = (name: string): string => fileURLToPath(new URL(`${name}.lua`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'deal-neovim-'));
const build = (...words: readonly string[]) =>
  spawnSync(process.execPath, ['esbuild.mjs', ...words], { cwd: repository });

beforeAll(() => {
  const problem = installProgram('nvim');
  if (problem !== undefined) throw new Error(problem);
  expect(build(join(folder, 'deal.mjs')).stderr.toString()).toBe('');
  expect(build('server', join(folder, 'server')).stderr.toString()).toBe('');
  // The program may have to be installed.
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a session in Neovim has seen of a portfolio. */
function seenIn(session: string, portfolio: string) {
  const result = join(folder, `${session}.json`);
  const { stderr } = spawnSync('nvim', ['--headless', '--clean', '-n', '-c', `luafile ${script(session)}`], {
    encoding: 'utf8',
    timeout: 100_000,
    env: {
      ...process.env,
      XDG_STATE_HOME: folder,
      DEAL_EDITOR: script('editor'),
      DEAL_FOLDER: portfolio,
      DEAL_RESULT: result,
      DEAL_COMMAND: JSON.stringify([process.execPath, join(folder, 'deal.mjs'), 'lsp']),
    },
  });
  const seen = JSON.parse(readFileSync(result, 'utf8'));
  expect([seen.failure ?? '', stderr]).toEqual(['', expect.not.stringContaining('Error')]);
  return seen;
}

test('diagnostics, hover, definition, rename and a code action in Neovim', () => {
  const portfolio = disputeFolder();
  const seen = seenIn('session', portfolio);
  expect(seen.diagnostics).toEqual([
    {
      line: 2,
      column: 2,
      severity: 1,
      source: 'deal',
      message: expect.stringContaining('`runtime` lets Amazon do what `azure_api` reserves for Azure'),
    },
  ]);
  expect(seen.hover).toContain('Bedrock');
  expect(seen.definition).toMatchObject({
    uri: pathToFileURL(join(portfolio, 'terms.deal')).href,
    range: { start: { line: 5, character: 'cloud '.length } },
  });
  expect(seen.renamed.amazon).toBe(AMAZON.replace('Bedrock', 'Base').trimEnd());
  expect(seen.renamed.terms).toBe(TERMS.replace('cloud Bedrock', 'cloud Base').trimEnd());
  expect(seen.actions.length).toBeGreaterThan(2);
  // The first action carves what is hosted out of what is reserved, in the other file.
  expect(seen.mended).toContain('exclusive(cloud = Azure, scope = stateless_api, until = AGI) except (cloud = Base)');
  expect(seen.again).toBe(1);
});

test('a contract in Markdown in Neovim: what is reported of its passages, and a passage annotated', () => {
  const WORDS = 'Either party may terminate for convenience upon thirty (30) days notice.';
  const portfolio = disputeFolder({
    'amazon.deal': AMAZON.replace('2028-12-31)', '2028-12-31, source = "texts/amazon.md")'),
    'texts/amazon.md': '# Amazon\n\nAmazon hosts the runtime.\n',
    'texts/azure.md': `${AZURE_TEXT}\n## §2.2\n\n${WORDS}\n`,
  });
  const seen = seenIn('contract', portfolio);
  expect(seen.deal).toHaveLength(1);
  expect(seen.contract).toEqual([{ ...seen.deal[0], line: 4, column: 0 }]);
  // The passage of the other deal, in its own contract.
  expect(seen.related[0]).toMatchObject({
    location: {
      uri: pathToFileURL(join(portfolio, 'texts/amazon.md')).href,
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 'Amazon hosts the runtime.'.length } },
    },
  });
  expect(seen.actions[0]).toContain('Annotate this passage as termination right');
  const clause = `\n\n  > [§2.2] ${WORDS}\n  termination_right(notice = 30 days)\n}`;
  expect(seen.written).toBe(AZURE.trimEnd().replace(/\n\}$/, clause));
  expect(seen.undone).toBe(AZURE.trimEnd());
});
