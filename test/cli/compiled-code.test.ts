/** What was compiled of code is used by the next process, and belongs to that code alone. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { loadCode } from '../../server/src/cli/compiled-code.ts';

const folder = mkdtempSync(join(tmpdir(), 'deal-compiled-'));
const file = join(folder, 'deal.mjs');
writeFileSync(file, '');
afterAll(() => rmSync(folder, { recursive: true }));

const load = (value: number, hash: string) =>
  loadCode<{ value: number }>(
    `(function (exports, require, module, address) { exports.value = ${value}; })`,
    hash,
    pathToFileURL(file).href,
  );

it('is taken by the hash of the code: the engine itself would take it for any code as long', () => {
  const first = load(1, 'one');
  expect(first.exports.value).toBe(1);
  first.keepCompiled();
  expect(readdirSync(folder).sort()).toEqual(['deal.mjs', 'deal.mjs.one.compiled']);
  expect(load(2, 'two').exports.value).toBe(2);
  // Of other code by the same hash, what was compiled before is run: so it is used.
  expect(load(3, 'one').exports.value).toBe(1);
});
