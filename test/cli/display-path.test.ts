import { expect, test } from 'vitest';
import { displayPath } from '../../server/src/cli/display-path.ts';
import { folderOf, isWithin, relativeTo } from '../../server/src/portfolio/file-host.ts';

test.each([
  ['/a/b', '/a/b', '.'],
  ['/a/b', '/a/b/c.deal', 'c.deal'],
  ['/a/b', '/a/c.deal', '../c.deal'],
  ['/a/b', '/a', '..'],
  ['/a/b', '/a/bc', '../bc'],
  ['/a/b/c', '/a/x/y', '../../x/y'],
  ['/a/b', '/x/y', '/x/y'],
  ['/', '/x/y', 'x/y'],
  ['C:/a', 'C:/a/b', 'b'],
  ['C:/a', 'D:/a', 'D:/a'],
  ['C:/a', 'C:/x', 'C:/x'],
])('in %s, %s is shown as %s', (currentFolder, path, shown) => {
  expect(displayPath(path, { currentFolder })).toBe(shown);
});

test.each([
  ['/a/b', '/a'],
  ['/a', '/'],
  ['/', '/'],
  ['C:/a', 'C:/'],
  ['C:/', 'C:/'],
  ['//server/share/a', '//server/share'],
])('the folder of %s is %s', (path, folder) => {
  expect(folderOf(path)).toBe(folder);
});

test('within is not just a common start', () => {
  expect(isWithin('/a', '/ab')).toBe(false);
  expect(isWithin('/', '/ab')).toBe(true);
  expect([relativeTo('/', '/ab'), relativeTo('/a', '/a/b'), relativeTo('/a', '/a')]).toEqual(['ab', 'b', '']);
});
