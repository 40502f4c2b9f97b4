import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../server/src/cli/environment.ts';
import { askPortfolio } from '../../server/src/portfolio/ask.ts';
import { nodeFileHost } from '../../server/src/portfolio/node-file-host.ts';
import { contentEngine, deal, finding, folderWith } from './helpers/deal.ts';
import { realEngine } from './helpers/engine.ts';

describe('explain', () => {
  const pages = new URL('../../docs/rules/', import.meta.url);
  const names = readdirSync(pages).filter((name) => name.endsWith('.md'));

  test('prints the page of a rule, also as a finding writes it', async () => {
    for (const rule of ['unreadable-file', 'error[unreadable-file]', '[unreadable-file]:', 'Unreadable-File']) {
      const { code, results } = await deal(folderWith({}), ['explain', rule]);
      expect(results.trimEnd()).toBe(readFileSync(new URL('unreadable-file.md', pages), 'utf8').trimEnd());
      expect(code).toBe(0);
    }
  });

  test('without a rule lists every page in one line', async () => {
    const { code, results } = await deal(folderWith({}), ['explain']);
    const lines = results.trimEnd().split('\n');
    expect(lines.map((line) => `${line.split(' ')[0]}.md`)).toEqual(names.sort());
    expect(lines.every((line) => /^\S+ {2,}\S/.test(line))).toBe(true);
    expect(code).toBe(0);
  });

  test.each(['constructor', '__proto__', '../language'])('%s is no rule', async (rule) => {
    expect((await deal(folderWith({}), ['explain', rule])).code).toBe(2);
  });
});

describe('format', () => {
  const engine: Engine = { ...contentEngine, format: (text) => text.replaceAll(/ +/g, ' ') };
  const files = {
    'a.deal': 'party  A\n',
    'b.deal': 'party B\n',
    'in/deal.config.json': '{}',
    'in/c.deal': 'scope  y\n',
  };
  const read = (folder: string, path: string): string => readFileSync(`${folder}/${path}`, 'utf8');

  test('writes what changes, in portfolios within too, and lists it', async () => {
    const folder = folderWith(files);
    const { code, results, messages } = await deal(folder, ['format'], { engine });
    expect(results).toBe('a.deal\nin/c.deal\n');
    expect(messages).toBe('2 files of 3 formatted anew\n');
    expect([read(folder, 'a.deal'), read(folder, 'in/c.deal')]).toEqual(['party A\n', 'scope y\n']);
    expect(code).toBe(0);
    expect(await deal(folder, ['format', '--check'], { engine })).toMatchObject({ code: 0, results: '' });
  });

  test('--check writes nothing and ends with exit code 1', async () => {
    const folder = folderWith(files);
    const { code, results, messages } = await deal(folder, ['format', '--check'], { engine });
    expect(results).toBe('a.deal\nin/c.deal\n');
    expect(messages).toContain('2 files of 3 not formatted; `deal format` formats them');
    expect(read(folder, 'a.deal')).toBe('party  A\n');
    expect(code).toBe(1);
  });

  test('only what was asked for', async () => {
    const folder = folderWith(files);
    expect((await deal(folder, ['format', 'in'], { engine })).results).toBe('in/c.deal\n');
    expect((await deal(folder, ['format', '--check', 'b.deal'], { engine })).code).toBe(0);
  });

  test('files that cannot be read or written are named, the others formatted', async () => {
    const folder = folderWith({ ...files, 'bad.deal': Buffer.from([0xff]) });
    const { code, results, messages } = await deal(folder, ['format'], {
      engine,
      writeFile: (path, text) => (path.endsWith('/a.deal') ? 'permission denied' : void writeFileSync(path, text)),
    });
    expect(results).toBe('in/c.deal\n');
    expect(messages).toContain('deal: a.deal could not be written: permission denied\n');
    expect(messages).toContain('deal: `bad.deal` is not UTF-8 (line 1); save it with the encoding UTF-8\n');
    expect(read(folder, 'in/c.deal')).toBe('scope y\n');
    expect(code).toBe(1);
  });

  test.each([[[]], [['--check']]])('what has errors is named, and is not taken for formatted: %j', async (words) => {
    const folder = folderWith({ 'a.deal': 'deal d (by = P) { x: license(scope =\n   y   :license( ) }\n' });
    const { code, messages } = await deal(folder, ['format', ...words], { engine: realEngine });
    expect(messages).toContain(
      'deal: a.deal has errors, and what they are in is left as it is; `deal check` shows them\n',
    );
    expect(code).toBe(1);
  });
});

describe('init', () => {
  test('makes a portfolio in a new folder and says how to go on', async () => {
    const folder = folderWith({});
    const { code, results, messages } = await deal(folder, ['init', 'new/portfolio']);
    expect(results.split('\n').slice(0, -1)).toEqual([
      'new/portfolio/deal.config.json',
      'new/portfolio/terms.deal',
      'new/portfolio/first-deal.deal',
      'new/portfolio/texts/first-deal.md',
    ]);
    expect(messages).toContain('`deal check new/portfolio`');
    expect(code).toBe(0);
    expect((await deal(folder, ['check', 'new/portfolio'])).code).toBe(0);
  });

  test('never overwrites: not one file is written when one is there', async () => {
    const folder = folderWith({ 'terms.deal': 'mine\n' });
    const { code, results, messages } = await deal(folder, ['init']);
    expect(messages).toContain('`terms.deal` would be overwritten; nothing was written');
    expect(results).toBe('');
    expect(code).toBe(2);
    expect(readdirSync(folder)).toEqual(['terms.deal']);
    expect(readFileSync(`${folder}/terms.deal`, 'utf8')).toBe('mine\n');
  });

  test('a file that appears in between is not overwritten either', async () => {
    const folder = folderWith({ 'terms.deal': 'mine\n' });
    const blind = {
      ...nodeFileHost(),
      kindOf: (path: string) => (path === folder ? ('folder' as const) : ('missing' as const)),
    };
    const { code, messages } = await deal(folder, ['init'], { host: blind });
    expect(messages).toContain('`terms.deal` could not be written: it is there already');
    expect(code).toBe(2);
    expect(readFileSync(`${folder}/terms.deal`, 'utf8')).toBe('mine\n');
  });

  test.each([
    [['init', 'file'], '`file` is not a folder'],
    [['init', 'file/sub'], 'could not be written: part of the path is a file, not a folder'],
  ])('%j', async (words, message) => {
    const { code, messages } = await deal(folderWith({ file: '' }), words);
    expect(messages).toContain(message);
    expect(code).toBe(2);
  });
});

describe('ask', () => {
  const answering = (answer: ReturnType<Engine['ask']>): Engine => ({ ...contentEngine, ask: () => answer });
  const folder = () => folderWith({ 'a.deal': 'party A\n' });
  const question = 'host(by=A, clod=B)';

  test('nothing in the way: exit code 0', async () => {
    const { code, results } = await deal(folder(), ['ask', question]);
    expect(results).toBe('clear: nothing in the portfolio stands in the way\n');
    expect(code).toBe(0);
  });

  test('what stands in the way is shown, then the verdict: exit code 1', async () => {
    const engine = answering({ verdict: 'conflict', findings: [finding], newNames: [], problems: [] });
    const { code, results } = await deal(folder(), ['ask', question], { engine });
    expect(results).toMatch(/^error\[exclusive-overlap\][\s\S]*\n\nconflict: it may not be granted/);
    expect(code).toBe(1);
    expect((await deal(folder(), ['ask', question, '--fail-on', 'never'], { engine })).code).toBe(0);
  });

  test('a question that is no clause is wrong use: the place in it is shown', async () => {
    const start = question.indexOf('clod');
    const problem = { ...finding, rule: 'unknown-name', file: 'question', span: { start, end: start + 4 } };
    const engine = answering({ verdict: 'clear', findings: [], newNames: [], problems: [problem] });
    const { code, results, messages } = await deal(folder(), ['ask', question], { engine });
    expect(messages).toContain('1 │ host(by=A, clod=B)\n  │            ^^^^\n');
    expect(messages).toContain('deal: the question is not a clause that can be judged');
    expect(results).toBe('');
    expect(code).toBe(2);
  });
});

test('the answers of the engine, in the terms of the question', async () => {
  const folder = folderWith({
    'p/deals.deal': `party A, B, C
scope s
deal first (by = A, to = B, from = 2026-01-01) {
  only: exclusive(scope = s)
}
`,
  });
  const engine: Engine = { ...contentEngine, ask: askPortfolio };
  const refused = await deal(folder, ['ask', 'grant(by=A, to=C, scope=s, from=2027-01-01)', 'p'], { engine });
  expect(refused.results).toContain('┌─ question:1:1\n');
  expect(refused.results).toContain('├─ p/deals.deal:4:3\n');
  expect(refused.results).toMatch(/\n\nconflict: it may not be granted as long as the promises above stand\n$/);
  expect(refused.code).toBe(1);
  const granted = await deal(folder, ['ask', 'grant(by=A, to=C, scope=t, from=2027-01-01)', 'p'], { engine });
  expect(granted.results).toContain(
    'information[unknown-name]: `t` is new: this portfolio declares no scope of this name',
  );
  expect(granted.results).toContain('clear: nothing in the portfolio stands in the way\n');
  expect(granted.code).toBe(0);
  const empty = await deal(folder, ['ask', 'grant(by=A, to=A, scope=t)', 'p', '--fail-on', 'warning'], { engine });
  expect(empty.results).toContain('`grant` is promised by `A` to `A`: nobody owes itself');
  expect(empty.results).toMatch(/clear: .*, but see above what is said of the question itself\n$/);
  expect(empty.code).toBe(1);
  const wrong = await deal(folder, ['ask', 'grant(by=A, skope=s)', 'p'], { engine });
  expect(wrong.messages).toContain('┌─ question:1:13\n1 │ grant(by=A, skope=s)\n  │             ^^^^^\n');
  expect(wrong.code).toBe(2);
});
