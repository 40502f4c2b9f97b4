/**
 * Writes server/src/exchange/kind-words.generated.ts: which words of a passage speak for which category of CUAD. Run it where
 * the contracts are at hand, after a change of how words are read or weighed:
 *
 *   node scripts/generate-kind-words.mjs FOLDER      the folder that holds spans.json
 *
 * The contracts of test/evidence/cuad are left out, so that the tests can ask about passages that nobody has learned from.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { root } from './setup.mjs';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('name the folder that holds spans.json');
  process.exit(2);
}
const bundle = `${root}dist/scripts/learn-kind-words.mjs`;
await build({
  absWorkingDir: root,
  entryPoints: ['server/src/exchange/learn-kind-words.ts'],
  outfile: bundle,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
});
const { learnKindWords, writeWords } = await import(bundle);

const passages = JSON.parse(readFileSync(`${folder}/spans.json`, 'utf8'));
const sample = JSON.parse(readFileSync(`${root}test/evidence/cuad/spans.json`, 'utf8'));
// The sample renames its files: a contract is known by a passage of some length that only it has.
const held = new Set(sample.filter(({ quote }) => quote.length > 60).map(({ quote }) => quote));
const heldFiles = new Set(passages.filter(({ quote }) => held.has(quote)).map(({ file }) => file));
const used = passages.filter(({ file }) => !heldFiles.has(file));
const words = writeWords(
  learnKindWords(used.map(({ file, category, quote }) => ({ contract: file, category, passage: quote }))),
);
if (/[`$\\]/.test(words)) throw new Error('A word clashes with the format');
const contracts = new Set(used.map(({ file }) => file)).size;
writeFileSync(
  `${root}server/src/exchange/kind-words.generated.ts`,
  `// Made by scripts/generate-kind-words.mjs; do not edit.
// Learned from ${used.length} annotations of ${contracts} contracts of the Contract Understanding Atticus Dataset (CUAD) v1,
// The Atticus Project, Inc., CC BY 4.0, https://www.atticusprojectai.org/cuad. Counted and weighed, not copied.

/** A line a category: its name, the logarithm of its share, and words with their weights, in hundredths. */
export const KIND_WORDS = \`${words}\`;
`,
);
console.log(`${used.length} annotations of ${contracts} contracts; ${heldFiles.size} contracts left out`);
