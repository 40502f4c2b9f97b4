import { symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FileHost } from '../../server/src/portfolio/file-host.ts';
import { nodeFileHost } from '../../server/src/portfolio/node-file-host.ts';
import { sourceReader } from '../../server/src/portfolio/sources.ts';
import { folderWith } from './helpers/deal.ts';

const host = nodeFileHost();

test('Markdown and plain text are read, wherever they lie within', () => {
  const root = folderWith({ 'texts/a.md': 'A', 'b.TXT': 'B', 'c.markdown': 'C' });
  const read = sourceReader(host, root);
  expect(['texts/a.md', './texts/../b.TXT', 'texts\\a.md', 'c.markdown'].map(read)).toEqual(['A', 'B', 'A', 'C']);
});

test('nothing outside is ever read', () => {
  const folder = folderWith({ 'secret.md': 'secret', 'root/a.md': 'A', 'root/texts/b.md': '' });
  symlinkSync('../secret.md', `${folder}/root/link.md`);
  symlinkSync('..', `${folder}/root/up`);
  symlinkSync(folder, `${folder}/root/texts/far`);
  const asked: string[] = [];
  const watched: FileHost = {
    ...host,
    text: (file) => {
      asked.push(file);
      return host.text(file);
    },
  };
  const read = sourceReader(watched, `${folder}/root`);
  const ways = [
    '../secret.md',
    'texts/../../secret.md',
    `${folder}/secret.md`,
    `${folder}/root/a.md`,
    'C:/secret.md',
    'c:secret.md',
    '..\\secret.md',
    '\\\\server\\share\\a.md',
    'link.md',
    'up/secret.md',
    'texts/far/secret.md',
    'a.md\0.md',
  ];
  for (const path of ways) {
    expect(read(path), path).toEqual({
      unavailable: 'it lies outside of the portfolio: copy it into the folder of the portfolio',
    });
  }
  expect(asked).toEqual([]);
});

test.each([
  ['missing.md', 'there is no such file'],
  ['folder.md', 'it is a folder, not a file'],
  ['latin.txt', 'it is not UTF-8 (line 1): save it with the encoding UTF-8'],
  ['a.docx', '`.docx` is not supported yet: save the text as `.md` or `.txt`'],
  ['a.PDF', '`.PDF` is not supported yet: save the text as `.md` or `.txt`'],
  ['texts/plain', 'a file without an ending is not supported yet: save the text as `.md` or `.txt`'],
  ['https://example.org/a.md', 'it is a web address: save the text beside the portfolio and name the file'],
])('%s: %s', (path, why) => {
  const root = folderWith({ 'folder.md/x.md': '', 'latin.txt': Buffer.from([0xe9]), 'a.docx': '', 'a.PDF': '' });
  expect(sourceReader(host, root)(path)).toEqual({ unavailable: why });
});

test('each is read once', () => {
  let reads = 0;
  const counting: FileHost = {
    ...host,
    text: (file) => {
      reads++;
      return host.text(file);
    },
  };
  const read = sourceReader(counting, folderWith({ 'a.md': 'A' }));
  expect([read('a.md'), read('a.md'), reads]).toEqual(['A', 'A', 1]);
});
