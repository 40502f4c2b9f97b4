import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../server/src/cli/environment.ts';
import type { CheckOptions } from '../../server/src/portfolio/check.ts';
import { nodeFileHost } from '../../server/src/portfolio/node-file-host.ts';
import type { Finding, Severity } from '../../server/src/rules/finding.ts';
import { contentEngine, deal, finding, folderWith, recorder, resultOf } from './helpers/deal.ts';
import { realEngine } from './helpers/engine.ts';

const engineThatFinds = (...findings: readonly Finding[]): Engine => ({
  ...contentEngine,
  check: () => resultOf(...findings),
});

/** An engine that remembers what it was asked. */
function listeningEngine() {
  const heard: { paths: string[]; options?: CheckOptions } = { paths: [] };
  const engine: Engine = {
    ...contentEngine,
    check: (files, options) => {
      heard.paths = [...files].map(({ path }) => path);
      heard.options = options;
      return resultOf();
    },
  };
  return { heard, engine };
}

describe('exit codes', () => {
  const codes: readonly (readonly [Severity | undefined, string | undefined, number])[] = [
    [undefined, undefined, 0],
    ['error', undefined, 1],
    ['warning', undefined, 0],
    ['error', 'never', 0],
    ['warning', 'warning', 1],
    ['error', 'warning', 1],
    ['information', 'warning', 0],
    ['information', 'information', 1],
    ['hint', 'information', 0],
  ];
  test.each(codes)('a finding of severity %s with --fail-on %s: %i', async (severity, limit, code) => {
    const engine = severity === undefined ? contentEngine : engineThatFinds({ ...finding, severity });
    const words = ['check', ...(limit === undefined ? [] : ['--fail-on', limit])];
    expect((await deal(folderWith({ 'a.deal': 'party A\n' }), words, { engine })).code).toBe(code);
  });
});

describe('which portfolio', () => {
  const files = { 'p/deal.config.json': '{}', 'p/a.deal': '', 'p/sub/b.deal': '', 'p/sub/deep/c.deal': '' };

  test.each([
    [['p'], ['a.deal', 'sub/b.deal', 'sub/deep/c.deal']],
    [['p/sub'], ['a.deal', 'sub/b.deal', 'sub/deep/c.deal']],
    [
      ['p/sub/b.deal', 'p/a.deal'],
      ['a.deal', 'sub/b.deal', 'sub/deep/c.deal'],
    ],
  ])('%j loads the whole of it', async (paths, loaded) => {
    const { heard, engine } = listeningEngine();
    expect((await deal(folderWith(files), ['check', ...paths], { engine })).code).toBe(0);
    expect(heard.paths).toEqual(loaded);
  });

  test('without a configuration the folder given is the root, and of a file its folder', async () => {
    const folder = folderWith({ 'a.deal': '', 'sub/b.deal': '', 'sub/deep/c.deal': '' });
    const { heard, engine } = listeningEngine();
    await deal(folder, ['check', 'sub'], { engine });
    expect(heard.paths).toEqual(['b.deal', 'deep/c.deal']);
    await deal(folder, ['check', 'sub/b.deal'], { engine });
    expect(heard.paths).toEqual(['b.deal', 'deep/c.deal']);
    await deal(folder, ['check', 'sub/b.deal', 'a.deal'], { engine });
    expect(heard.paths).toEqual(['a.deal', 'sub/b.deal', 'sub/deep/c.deal']);
  });

  test('only findings about what was asked for are shown: those of either clause', async () => {
    const clauses = [
      { name: 'a.x', file: 'a.deal', span: { start: 0, end: 1 } },
      { name: 'b.y', file: 'sub/b.deal', span: { start: 0, end: 1 } },
    ];
    const engine = engineThatFinds(
      { ...finding, message: 'between a and b', clauses },
      { ...finding, message: 'about a only' },
      { ...finding, message: 'about c only', file: 'sub/deep/c.deal' },
    );
    const { results } = await deal(folderWith(files), ['check', 'p/sub/b.deal'], { engine });
    expect(results).toContain('between a and b');
    expect(results).not.toContain('only\n ');
    expect(results).toContain('found 1 error');
    expect(results).toContain('findings are shown for sub/b.deal only');
  });

  test('what was not asked for does not fail the check', async () => {
    const { code } = await deal(folderWith(files), ['check', 'p/sub'], { engine: engineThatFinds(finding) });
    expect(code).toBe(0);
  });

  test('two portfolios at once are refused', async () => {
    const folder = folderWith({ 'a/x.deal': '', 'b/y.deal': '' });
    const { code, messages } = await deal(folder, ['check', 'a', 'b']);
    expect(code).toBe(2);
    expect(messages).toContain('`a` and `b` belong to two portfolios');
  });

  test('a folder with a configuration of its own is another portfolio, and is said not to be checked', async () => {
    const folder = folderWith({ 'a.deal': '', 'inner/deal.config.json': '{}', 'inner/b.deal': '' });
    const { heard, engine } = listeningEngine();
    expect((await deal(folder, ['check'], { engine })).results).toContain(
      'not checked: folders that are portfolios of their own: 1 ',
    );
    expect(heard.paths).toEqual(['a.deal']);
    expect((await deal(folder, ['check', '.', 'inner'], { engine })).code).toBe(2);
  });

  test('where there are other portfolios only, they are named', async () => {
    const folder = folderWith({ 'x/deal.config.json': '{}', 'x/a.deal': '', 'y/deal.config.json': '{}' });
    const { code, messages } = await deal(folder, ['check']);
    expect(code).toBe(2);
    expect(messages).toContain('check one of `x`, `y`');
  });
});

describe('nothing to check ends with exit code 2', () => {
  test.each([
    [['check'], 'no .deal file below `.`; `deal init` makes a first one'],
    [['check', 'texts'], 'no .deal file below `texts`; `deal init` makes a first one'],
    [['check', 'nowhere'], '`nowhere`: there is no such file or folder'],
    [['check', ''], '``: there is no such file or folder'],
    [['check', 'texts/a.md', 'nowhere'], '`texts/a.md` is not a .deal file; name .deal files or folders'],
  ])('%j', async (words, message) => {
    const { code, messages } = await deal(folderWith({ 'texts/a.md': '' }), words);
    expect(messages).toContain(`deal: ${message}`);
    expect(code).toBe(2);
  });

  test('a file that the configuration excludes', async () => {
    const folder = folderWith({
      'deal.config.json': '{ "exclude": ["drafts/**"] }',
      'a.deal': '',
      'drafts/b.deal': '',
    });
    const { code, messages } = await deal(folder, ['check', 'drafts/b.deal']);
    expect(messages).toContain('`drafts/b.deal` is left out by `exclude` in deal.config.json');
    expect(code).toBe(2);
  });

  test.each(['drafts', 'drafts/', './drafts', 'drafts/**', 'dra*', '**/b.deal'])('excluded by %s', async (glob) => {
    const config = JSON.stringify({ exclude: [glob] });
    const folder = folderWith({ 'deal.config.json': config, 'a.deal': '', 'drafts/b.deal': Buffer.from([0xff]) });
    expect(await deal(folder, ['check'])).toMatchObject({
      code: 0,
      results: expect.stringContaining('checked 1 file,'),
    });
  });

  test('a root that may not be listed', async () => {
    const folder = folderWith({ 'a.deal': '' });
    const host = {
      entries: () => ({ unreadable: 'may not be read: permission denied', help: 'give yourself the right to read it' }),
      kindOf: (path: string) => (path.endsWith('.json') ? ('missing' as const) : ('folder' as const)),
      realPath: (path: string) => path,
      text: () => '',
      bytes: () => new Uint8Array(),
    };
    const { code, messages } = await deal(folder, ['check'], { host });
    expect(messages).toContain('`.` may not be read: permission denied; give yourself the right to read it');
    expect(code).toBe(2);
  });
});

describe('the scenario', () => {
  const folder = () =>
    folderWith({
      'a.deal': 'event AGI, IPO\ndeal d { event X }\nreading microsoft {}\n',
      'deal.config.json': `{
        "asOf": "2026-01-01", "assume": { "AGI": "2030-01-01", "IPO": "never" }, "rules": { "syntax": "warning" } }`,
    });

  test('comes from the configuration', async () => {
    const { heard, engine } = listeningEngine();
    await deal(folder(), ['check'], { engine });
    expect(heard.options).toMatchObject({
      asOf: '2026-01-01',
      assume: { AGI: '2030-01-01', IPO: 'never' },
      rules: { syntax: 'warning' },
    });
    expect(heard.options).not.toHaveProperty('reading');
  });

  test('and before it from the command line', async () => {
    const { heard, engine } = listeningEngine();
    const options = [
      '--as-of',
      '2027-02-03',
      '--assume',
      'AGI=never',
      '--assume=X=2031-01-01',
      '--reading',
      'microsoft',
    ];
    const { results } = await deal(folder(), ['check', ...options], { engine });
    expect(heard.options).toMatchObject({
      asOf: '2027-02-03',
      assume: { AGI: 'never', IPO: 'never', X: '2031-01-01' },
      reading: 'microsoft',
    });
    expect(results).toContain(
      'as of 2027-02-03, assuming AGI never, IPO never, X on 2031-01-01, as microsoft reads it',
    );
  });

  test.each([
    [['--reading', 'microsft'], '--reading: the portfolio declares no reading `microsft`; did you mean `microsoft`?'],
    [['--reading', 'x-y-z'], 'no reading `x-y-z`; it declares `microsoft`, `as written`'],
    [['--assume', 'AGJ=never'], '--assume: the portfolio declares no event `AGJ`; did you mean `AGI`?'],
  ])('that the portfolio knows nothing of is wrong use: %j', async (words, message) => {
    for (const command of [['check'], ['ask', 'host(by=A)']]) {
      const { code, messages } = await deal(folder(), [...command, ...words]);
      expect(messages).toContain(message);
      expect(code).toBe(2);
    }
    expect((await deal(folder(), ['check', '--reading', 'as written'])).code).toBe(0);
  });

  test('nor may the configuration assume what is not declared', async () => {
    const { code, messages } = await deal(
      folderWith({ 'a.deal': 'party AGI\n', 'deal.config.json': '{ "assume": { "AGI": "never" } }' }),
      ['check'],
    );
    expect(messages).toContain('deal.config.json: `assume`: the portfolio declares no event `AGI`; nor any other');
    expect(code).toBe(2);
  });

  test.each([
    [
      ['--assume', 'AGI=2027-05-01'],
      '--assume: `AGI` is assumed to happen on 2027-05-01, but it is stated to come after 2027-12-31 (a.deal)',
    ],
    [
      ['--assume', 'AGI=2031-01-01', '--assume', 'IPO=2032-01-01'],
      '--assume: `AGI` is assumed to happen on 2031-01-01, but it comes only after `IPO`, which is assumed to happen on 2032-01-01 (a.deal, b.deal)',
    ],
    [
      ['--assume', 'AGI=2031-01-01', '--assume', 'IPO=never'],
      '--assume: `AGI` is assumed to happen on 2031-01-01, but it comes only after `IPO`, which is assumed never to happen (a.deal, b.deal)',
    ],
    [['--assume', 'spin=2030-01-01'], '(a.deal; under the reading `broad`)'],
  ])('that the terms rule out is wrong use: %j', async (words, message) => {
    const ordered = folderWith({
      'a.deal': 'event AGI after 2027\nevent spin\nreading broad { event spin before 2029 }\n',
      'b.deal': 'event IPO before AGI\n',
    });
    for (const command of [['check'], ['ask', 'host(by=A)']]) {
      const { code, messages } = await deal(ordered, [...command, ...words]);
      expect(messages).toContain(message);
      expect(code).toBe(2);
    }
    expect((await deal(ordered, ['check', '--assume', 'AGI=2031-01-01'])).code).toBe(0);
  });

  test('what only a reading rules out may be assumed where that is not judged', async () => {
    const ordered = folderWith({ 'a.deal': 'event spin\nreading broad { event spin before 2029 }\n' });
    const words = ['check', '--assume', 'spin=2030-01-01', '--reading'];
    expect((await deal(ordered, [...words, 'as written'])).code).toBe(0);
    expect((await deal(ordered, [...words, 'broad'])).code).toBe(2);
  });

  describe('of events of deals’ own', () => {
    const two = `party P, A, B
scope s, t
deal d (by = P, to = A, from = 2025) { event closing  e: exclusive(scope = s, until = closing) }
deal g (by = P, to = A, from = 2025) { event closing  e: exclusive(scope = t, until = closing) }
deal f (by = P, to = B, from = 2026-03-01) { a: license(scope = s) b: license(scope = t) }
`;
    const found = async (text: string, assumption: string) => {
      const words = ['check', '--format', 'json', '--as-of', '2026-01-01', '--assume', assumption];
      const { code, results, messages } = await deal(folderWith({ 'a.deal': text }), words, { engine: realEngine });
      const findings = code === 2 ? [] : JSON.parse(results).findings;
      return { messages, pairs: findings.map((one: { clauses: { name: string }[] }) => one.clauses[1].name) };
    };

    test('each goes by its deal and name', async () => {
      expect((await found(two, 'd.closing=2026-02-01')).pairs).toEqual(['g.e']);
      expect((await found(two, 'g.closing=2026-02-01')).pairs).toEqual(['d.e']);
    });

    test('by its name alone only where that is clear', async () => {
      expect((await found(two, 'closing=2026-02-01')).messages).toContain(
        'several deals have an event `closing` of their own; name one: `d.closing` or `g.closing`',
      );
      const one = two.replace(/deal g .*/, '');
      expect((await found(one, 'closing=2026-02-01')).pairs).toEqual([]);
      expect((await found(`event closing\n${one}`, 'closing=2026-02-01')).pairs).toEqual(['d.e']);
    });
  });

  test('nor may the configuration assume it', async () => {
    const { code, messages } = await deal(
      folderWith({
        'a.deal': 'event AGI after 2027\n',
        'deal.config.json': '{ "assume": { "AGI": "2026-01-01" } }',
      }),
      ['check'],
    );
    expect(messages).toContain('deal.config.json: `assume`: `AGI` is assumed to happen on 2026-01-01, but');
    expect(code).toBe(2);
  });

  test('without either it is today', async () => {
    const { heard, engine } = listeningEngine();
    await deal(folderWith({ 'a.deal': '' }), ['check'], { engine });
    expect(heard.options?.asOf).toBe('2026-05-01');
  });
});

describe('files that cannot be read are findings, and the rest is checked', () => {
  test('each is named, with what to do', async () => {
    const folder = folderWith({
      'good.deal': 'party A\n',
      'latin.deal': Buffer.from('party A\nparty Soci\xe9t\xe9\n', 'latin1'),
      'utf16.deal': Buffer.from('\ufeffparty A\n', 'utf16le'),
    });
    mkdirSync(`${folder}/folder.deal`);
    symlinkSync('nowhere.deal', `${folder}/dangling.deal`);
    const { heard, engine } = listeningEngine();
    const { code, results } = await deal(folder, ['check'], { engine });
    expect(heard.paths).toEqual(['good.deal']);
    expect(code).toBe(1);
    expect(results).toContain('error[unreadable-file]: `latin.deal` is not UTF-8 (line 2)\n');
    expect(results).toContain('error[unreadable-file]: `utf16.deal` is UTF-16, not UTF-8\n');
    expect(results).toContain('error[unreadable-file]: `folder.deal` is a folder, not a file\n');
    expect(results).toContain('error[unreadable-file]: `dangling.deal` is a link that leads to no file\n');
    expect(results).toContain('= help: save it with the encoding UTF-8');
    expect(results).toContain('not checked: unreadable files: 4 ');
  });

  test('one file for which there is no right', async () => {
    const folder = folderWith({ 'a.deal': '', 'secret.deal': '' });
    const { heard, engine } = listeningEngine();
    const host = nodeFileHost();
    const { code, results } = await deal(folder, ['check'], {
      engine,
      host: {
        ...host,
        text: (file) =>
          file.endsWith('secret.deal') ? { unreadable: 'may not be read', help: 'ask for it' } : host.text(file),
      },
    });
    expect(heard.paths).toEqual(['a.deal']);
    expect(results).toContain('error[unreadable-file]: `secret.deal` may not be read\n');
    expect(code).toBe(1);
  });

  test('the configuration sets the severity; off still counts them', async () => {
    const broken = { 'a.deal': '', 'bad.deal': Buffer.from([0xff]) };
    const config = (severity: string) => ({ 'deal.config.json': `{ "rules": { "unreadable-file": "${severity}" } }` });
    expect((await deal(folderWith({ ...broken, ...config('warning') }), ['check'])).results).toContain(
      'warning[unreadable-file]',
    );
    const off = await deal(folderWith({ ...broken, ...config('off') }), ['check']);
    expect(off.results).not.toContain('[unreadable-file]');
    expect(off.results).toContain('not checked: unreadable files: 1 ');
    expect(off.code).toBe(0);
  });

  test('they take their place in the order of findings', async () => {
    const engine = engineThatFinds({ ...finding, file: 'c.deal' }, { ...finding, severity: 'warning', file: 'a.deal' });
    const folder = folderWith({ 'a.deal': '', 'b.deal': Buffer.from([0xff]), 'c.deal': '' });
    const { results } = await deal(folder, ['check', '--format', 'json'], { engine });
    const { findings } = JSON.parse(results) as { findings: { file: string }[] };
    expect(findings.map(({ file }) => file)).toEqual(['b.deal', 'c.deal', 'a.deal']);
  });
});

describe('baseline', () => {
  const known = { ...finding, fingerprint: 'aaaa', message: 'known' };
  const fresh = { ...finding, fingerprint: 'bbbb', message: 'fresh' };

  test('is written, then leaves out what it knows, then tells what is gone', async () => {
    const folder = folderWith({ 'a.deal': '' });
    const written = await deal(folder, ['check', '--update-baseline'], { engine: engineThatFinds(known) });
    expect(written.code).toBe(0);
    expect(written.messages).toBe('deal: wrote deal.baseline.json\n');
    expect(JSON.parse(readFileSync(`${folder}/deal.baseline.json`, 'utf8'))).toEqual({
      version: 1,
      findings: [{ fingerprint: 'aaaa', rule: 'exclusive-overlap', file: 'a.deal', message: 'known' }],
      sources: [],
    });
    const later = await deal(folder, ['check', '--baseline', 'deal.baseline.json'], {
      engine: engineThatFinds(known, fresh),
    });
    expect(later.code).toBe(1);
    expect(later.results).toContain('fresh');
    expect(later.results).not.toContain(': known\n');
    expect(later.results).toContain('left out, known to deal.baseline.json: 1 finding\n');
    const gone = await deal(folder, ['check', '--baseline', 'deal.baseline.json']);
    expect(gone.results).toContain('1 of it no longer found');
  });

  test('a second finding of the same fingerprint is fresh', async () => {
    const folder = folderWith({ 'a.deal': '', 'deal.config.json': '{ "baseline": "known.json" }' });
    await deal(folder, ['check', '--update-baseline'], { engine: engineThatFinds(known) });
    const twice = await deal(folder, ['check'], { engine: engineThatFinds(known, known) });
    expect(twice.results).toContain('found 1 error');
  });

  test.each([
    [undefined, 'there is no baseline known.json; `deal check --update-baseline` writes it'],
    ['not json', 'known.json is not a baseline'],
    ['{ "version": 2, "findings": [] }', 'known.json is not a baseline'],
  ])('that is no baseline (%j): exit code 2', async (text, message) => {
    const folder = folderWith({ 'a.deal': '' });
    if (text !== undefined) writeFileSync(`${folder}/known.json`, text);
    const { code, messages } = await deal(folder, ['check', '--baseline', 'known.json']);
    expect(messages).toContain(message);
    expect(code).toBe(2);
  });
});

describe('colours', () => {
  const folder = () => folderWith({ 'a.deal': 'party A\n' });
  const coloured = async (words: readonly string[], variables: Record<string, string>, isTerminal: boolean) => {
    const { output, text } = recorder(isTerminal);
    await deal(folder(), ['check', ...words], { results: output, variables, engine: engineThatFinds(finding) });
    return text().includes('\u001b[');
  };

  test.each([
    [[], {}, true, true],
    [[], {}, false, false],
    [[], { NO_COLOR: '1' }, true, false],
    [[], { NO_COLOR: '' }, true, true],
    [[], { TERM: 'dumb' }, true, false],
    [[], { FORCE_COLOR: '1' }, false, true],
    [['--color'], { NO_COLOR: '1' }, false, true],
    [['--no-color'], { FORCE_COLOR: '1' }, true, false],
    [['--format', 'json'], {}, true, false],
  ])('%j with %j, terminal: %s → %s', async (words, variables, isTerminal, expected) => {
    expect(await coloured(words, variables as Record<string, string>, isTerminal)).toBe(expected);
  });
});

test('progress is shown after a second, on a terminal only, and taken away again', async () => {
  const folder = folderWith({ 'a.deal': '' });
  const said = async (isTerminal: boolean, elapsed: number): Promise<string> => {
    const { output, text } = recorder(isTerminal);
    let time = 0;
    const now = (): number => {
      time += elapsed;
      return time;
    };
    await deal(folder, ['check'], { now, messages: output });
    return text();
  };
  expect(await said(true, 2000)).toBe('\r\u001b[Kchecking 1 files …\r\u001b[K');
  expect(await said(true, 10)).toBe('');
  expect(await said(false, 2000)).toBe('');
});
