import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FileHost } from '../../server/src/portfolio/file-host.ts';
import { loadPortfolio } from '../../server/src/portfolio/load.ts';
import { nodeFileHost } from '../../server/src/portfolio/node-file-host.ts';
import { folderWith } from './helpers/deal.ts';

const host = nodeFileHost();
const paths = ({ files }: { files: readonly { path: string }[] }): readonly string[] => files.map(({ path }) => path);

test('every .deal file, in a stable order, but none of the folders of tools', () => {
  const root = folderWith({
    'b.deal': '',
    'B.deal': '',
    'a/z.deal': '',
    'a/é/无.deal': '',
    'node_modules/x/a.deal': '',
    '.git/a.deal': '',
    '.cache/a.deal': '',
    '.deal': '',
    'notes.md': '',
    'a.deal.bak': '',
  });
  expect(paths(loadPortfolio(host, { root }))).toEqual(['B.deal', 'a/z.deal', 'a/é/无.deal', 'b.deal']);
});

test('texts arrive as they are: with their byte order mark, line ends and every character', () => {
  const text = '\ufeffparty 甲 // 👍 ü\r\nparty B\0\r\n';
  const root = folderWith({ 'a.deal': text, 'empty.deal': '' });
  expect(loadPortfolio(host, { root }).files).toEqual([
    { path: 'a.deal', text },
    { path: 'empty.deal', text: '' },
  ]);
});

test.each([1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024])(
  'a file of %i bytes arrives whole',
  (size) => {
    const text = `${'é'.repeat((size - 1) >> 1)}${'x'.repeat(size - 2 * ((size - 1) >> 1))}`;
    const root = folderWith({ 'a.deal': text, 'b.deal': 'short' });
    const loaded = loadPortfolio(host, { root });
    expect(loaded.files[0].text === text).toBe(true);
    expect(loaded.files[1].text).toBe('short');
  },
);

test('a file too large for a contract is not read', () => {
  const root = folderWith({ 'a.deal': 'x', 'big.deal': Buffer.alloc(64 * 1024 * 1024 + 1, 'x') });
  const { files, problems } = loadPortfolio(host, { root });
  expect(files).toHaveLength(1);
  expect(problems).toMatchObject([{ message: '`big.deal` is too large (65 MB; at most 64 MB are read)' }]);
});

test('excluded files are not read and excluded folders not entered', () => {
  const root = folderWith({ 'a.deal': '', 'drafts/b.deal': '', 'drafts/c/d.deal': '' });
  const asked: string[] = [];
  const watched: FileHost = {
    ...host,
    entries: (folder) => {
      asked.push(folder.slice(root.length));
      return host.entries(folder);
    },
  };
  expect(paths(loadPortfolio(watched, { root, isExcluded: (path) => path === 'drafts' }))).toEqual(['a.deal']);
  expect(asked).toEqual(['']);
});

test('loops of links end, and no file is read twice', () => {
  const root = folderWith({ 'a.deal': 'party A', 'sub/b.deal': '', '.shared/c.deal': '' });
  symlinkSync('..', `${root}/sub/up`);
  symlinkSync('.', `${root}/self`);
  symlinkSync('loop.deal', `${root}/loop.deal`);
  symlinkSync('a.deal', `${root}/again.deal`);
  symlinkSync('.shared/c.deal', `${root}/c.deal`);
  symlinkSync('../.shared/c.deal', `${root}/sub/c-too.deal`);
  const loaded = loadPortfolio(host, { root });
  expect(paths(loaded)).toEqual(['a.deal', 'c.deal', 'sub/b.deal']);
  expect(loaded.problems).toMatchObject([
    { file: 'loop.deal', message: '`loop.deal` is a link that leads to no file' },
  ]);
});

test('links that lead out are not followed: a file is a finding, a folder is counted', () => {
  const outside = folderWith({ 'secret.deal': 'party Secret', 'more/x.deal': '' });
  const root = folderWith({ 'a.deal': '' });
  symlinkSync(`${outside}/secret.deal`, `${root}/linked.deal`);
  symlinkSync(`${outside}/secret.deal`, `${root}/other.txt`);
  symlinkSync(`${outside}/more`, `${root}/folder`);
  const loaded = loadPortfolio(host, { root });
  expect(paths(loaded)).toEqual(['a.deal']);
  expect(loaded.problems).toMatchObject([{ message: '`linked.deal` is a link that leads out of the portfolio' }]);
  expect(loaded.linksLeftOut).toEqual(['folder']);
});

test('a root that is itself a link is one portfolio like any other', () => {
  const folder = folderWith({ 'real/a.deal': '' });
  symlinkSync('real', `${folder}/link`);
  symlinkSync('a.deal', `${folder}/real/b.deal`);
  const loaded = loadPortfolio(host, { root: `${folder}/link` });
  expect(paths(loaded)).toEqual(['a.deal']);
  expect(loaded.problems).toEqual([]);
});

test('a folder that may not be listed is named, and the rest is loaded', () => {
  const root = folderWith({ 'a.deal': '', 'closed/b.deal': '', 'open/c.deal': '' });
  const closed: FileHost = {
    ...host,
    entries: (folder) =>
      folder.endsWith('/closed')
        ? { unreadable: 'may not be read: permission denied', help: 'ask' }
        : host.entries(folder),
  };
  const loaded = loadPortfolio(closed, { root });
  expect(paths(loaded)).toEqual(['a.deal', 'open/c.deal']);
  expect(loaded.problems).toMatchObject([
    { rule: 'unreadable-file', file: 'closed', message: 'the folder `closed` may not be read: permission denied' },
  ]);
});

test('a portfolio within is left out, unless it is to be entered', () => {
  const root = folderWith({ 'deal.config.json': '{}', 'a.deal': '', 'in/deal.config.json': '{}', 'in/b.deal': '' });
  const loaded = loadPortfolio(host, { root });
  expect(paths(loaded)).toEqual(['a.deal']);
  expect(loaded.otherPortfolios).toEqual(['in']);
  expect(paths(loadPortfolio(host, { root, enterOtherPortfolios: true }))).toEqual(['a.deal', 'in/b.deal']);
});

test('fingerprints tell files apart and stay the same', () => {
  const root = folderWith({ 'a.deal': Buffer.from([0xff]), 'b.deal': Buffer.from([0xff]) });
  const [first, second] = loadPortfolio(host, { root }).problems.map(({ fingerprint }) => fingerprint);
  expect(first).toMatch(/^[0-9a-f]{16}$/);
  expect(first).not.toBe(second);
  writeFileSync(`${root}/a.deal`, Buffer.from([0x61, 0x0a, 0xff]));
  mkdirSync(`${root}/new`);
  expect(loadPortfolio(host, { root }).problems[0].fingerprint).toBe(first);
});
