/** The commands of `docs/ci.md` are ones that the command takes, and print what the page says they do. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { deal, folderWith } from '../cli/helpers/deal.ts';
import { realEngine } from '../cli/helpers/engine.ts';
import { schemaErrors } from '../cli/helpers/sarif.ts';

const page = readFileSync(new URL('../../docs/ci.md', import.meta.url), 'utf8');

/** As the page has it: the portfolio in `deals/`; a conflict, and one that is silenced. */
const repository = () =>
  folderWith({
    'deals/all.deal': `party S, B, C
scope x
deal one (by = S, to = B, from = 2026-01-01) { sole: exclusive_license(scope = x) }
deal two (by = S, to = C, from = 2026-01-01) {
  also: license(scope = x)
  // deal-ignore exclusive-overlap: B was told
  known: license(scope = x)
}
`,
  });

const check = (folder: string, words: string) => deal(folder, words.trim().split(/\s+/), { engine: realEngine });

it.each([
  ['sarif', (results: string) => expect(schemaErrors(JSON.parse(results))).toEqual([])],
  ['github', (results: string) => expect(results).toMatch(/^::error file=deals\/all\.deal,line=5,/)],
  ['gitlab', (results: string) => expect(JSON.parse(results)[0].location.path).toBe('deals/all.deal')],
  ['junit', (results: string) => expect(results).toContain('classname="deals/all.deal"')],
])('the example of --format %s', async (format, holds) => {
  const examples = [...page.matchAll(/node tools\/deal\.mjs (check [^>\n]*)/g)].map(([, words]) => words);
  const example = examples.find((words) => words.includes(`--format ${format}`));
  const { code, results } = await check(repository(), example ?? 'no example');
  holds(results);
  expect(code).toBe(1);
});

it('the commands about a baseline', async () => {
  const commands = [...page.matchAll(/^deal (check .*)$/gm)].map(([, words]) => words);
  expect(commands).toHaveLength(2);
  const folder = repository();
  for (const command of commands) expect(await check(folder, command), command).toMatchObject({ code: 0 });
});

const hasJq = spawnSync('jq', ['--version']).status === 0;
it.skipIf(!hasJq)('the step that takes out what is suppressed leaves the rest', async () => {
  const [, program] = /jq '([^']+)'/.exec(page) ?? [];
  const { results } = await check(repository(), 'check deals --format sarif');
  const open = JSON.parse(execFileSync('jq', [program], { input: results, encoding: 'utf8' }));
  expect(JSON.parse(results).runs[0].results).toHaveLength(2);
  expect(open.runs[0].results).toMatchObject([{ suppressions: [] }]);
  expect(schemaErrors(open)).toEqual([]);
});

it('every format of the table is one', async () => {
  const formats = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, format]) => format);
  expect(formats).toEqual(['sarif', 'github', 'gitlab', 'junit', 'json']);
  for (const format of formats) {
    expect((await check(repository(), `check deals --format ${format}`)).results, format).not.toBe('');
  }
});
