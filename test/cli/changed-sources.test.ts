/** A baseline keeps the hash of every contract: what is another since is said. */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { askPortfolio } from '../../server/src/portfolio/ask.ts';
import { checkPortfolio } from '../../server/src/portfolio/check.ts';
import { format } from '../../server/src/syntax/format.ts';
import { docx, paragraph } from '../evidence/helpers/docx.ts';
import { deal, folderWith } from './helpers/deal.ts';

const engine = { check: checkPortfolio, ask: askPortfolio, format };
const SOLD = 'The Seller sells.';
const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const before = { 'b.docx': docx(paragraph(SOLD)), 'a.md': SOLD, 'c.txt': SOLD };
const saleOf = (source: string): string =>
  `deal sale_${source[0]} (by = S, source = "${source}") {\n  > ${SOLD}\n  grant()\n}\n`;

/** A portfolio of three contracts with a baseline. */
async function portfolio(): Promise<string> {
  const deals = ['party S\n', ...Object.keys(before).map(saleOf)].join('');
  const folder = folderWith({ ...before, 'all.deal': deals, 'deal.config.json': '{ "baseline": "known.json" }' });
  expect((await deal(folder, ['check', '--update-baseline'], { engine })).code).toBe(0);
  return folder;
}

test('nothing is said while the bytes are the same', async () => {
  const folder = await portfolio();
  expect(JSON.parse(readFileSync(`${folder}/known.json`, 'utf8'))).toMatchObject({
    sources: Object.entries(before)
      .map(([path, bytes]) => ({ path, sha256: sha256(bytes) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  });
  expect((await deal(folder, ['check'], { engine })).results).not.toContain('since known.json');
  const { results } = await deal(folder, ['check', '--format', 'json'], { engine });
  expect(JSON.parse(results)).toMatchObject({ baseline: { changedSources: [] } });
});

test('other bytes are a change, though every quote is still found; a contract that is gone is one too', async () => {
  const folder = await portfolio();
  const changed = docx(paragraph(SOLD) + paragraph('The Buyer pays twice.'));
  writeFileSync(`${folder}/b.docx`, changed);
  writeFileSync(`${folder}/a.md`, `${SOLD}\n`);
  rmSync(`${folder}/c.txt`);
  const { results } = await deal(folder, ['check'], { engine });
  expect(results).toContain('quotes: 2 verified');
  expect(results).toContain(
    'sources changed since known.json was written: 2: `a.md` and `b.docx` (their quotes were compared anew)\n' +
      'sources no longer read since known.json was written: 1: `c.txt` (no quote was compared with them)\n',
  );
  const json = await deal(folder, ['check', '--format', 'json'], { engine });
  expect(JSON.parse(json.results)).toMatchObject({
    baseline: {
      changedSources: [
        { path: 'a.md', recorded: sha256(SOLD), sha256: sha256(`${SOLD}\n`) },
        { path: 'b.docx', recorded: sha256(before['b.docx']), sha256: sha256(changed) },
        { path: 'c.txt', recorded: sha256(SOLD) },
      ],
    },
  });
  expect(JSON.parse(json.results).baseline.changedSources[2]).not.toHaveProperty('sha256');
});

test('`--update-baseline` takes the contracts as they are now', async () => {
  const folder = await portfolio();
  writeFileSync(`${folder}/a.md`, `${SOLD}\n`);
  expect((await deal(folder, ['check', '--update-baseline'], { engine })).results).not.toContain('changed since');
  expect((await deal(folder, ['check'], { engine })).results).not.toContain('changed since');
});

test('a baseline that keeps no sources says nothing of them', async () => {
  const folder = await portfolio();
  writeFileSync(`${folder}/known.json`, '{ "version": 1, "findings": [] }');
  writeFileSync(`${folder}/a.md`, `${SOLD}\n`);
  const { results } = await deal(folder, ['check', '--format', 'json'], { engine });
  expect(JSON.parse(results).baseline).toEqual({ file: 'known.json', known: 0, gone: 0 });
});
