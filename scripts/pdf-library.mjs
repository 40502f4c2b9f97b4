import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build as bundle } from 'esbuild';

// The module `deal:pdf-library`: pdf.js as far as text is taken out of PDFs with it, in one thread, without a canvas.
//
// pdf.js is larger than all of Deal, and most portfolios hold no PDF: in the command it is kept as a packed string, which
// costs the start-up next to nothing, and is unpacked when a PDF is first read. Elsewhere it is bundled as it is, behind a
// dynamic import.

const NAME = 'deal:pdf-library';
const CMAPS = 'deal:pdf-character-maps';
const library = (path) => fileURLToPath(new URL(`../node_modules/pdfjs-dist/${path}`, import.meta.url));

/**
 * What is changed in pdf.js, by file: [what stands there once, what takes its place]. A version in which one of these no
 * longer stands stops the build.
 */
const CHANGES = {
  'pdf.mjs': [
    // On Node it would load a canvas, or complain that there is none.
    [/const isNodeJS = typeof process [^;]*;/g, 'const isNodeJS = false;'],
    [/const SCALE_MATRIX = new DOMMatrix\(\);/g, 'const SCALE_MATRIX = null;'],
  ],
  'pdf.worker.mjs': [
    // In a web worker it would take the worker's messages for its own.
    [/if \(typeof window === "undefined" && !isNodeJS && [^{]*\{/g, 'if (false) {'],
    // What a compressed stream unpacks to has no bound. It gets one, for all streams of a document together.
    [
      /(while \(size < requested\) \{\s*size \*= 2;\s*\}\n)(\s*const buffer2 = new Uint8Array\(size\);)/g,
      '$1    globalThis.pdfjsWorker.expansion.grow(size - buffer.byteLength, size);\n$2',
    ],
    // Forms that draw forms that draw forms: each counts as so many bytes.
    [
      /(prevRefs = null,\s*intersector = null\s*\}\) \{\n)/g,
      '$1    globalThis.pdfjsWorker.expansion.grow(16384, 0);\n',
    ],
    [
      /(for await \(const chunk of readable\) \{\s*chunks\.push\(chunk\);\s*totalLength \+= chunk\.byteLength;)/g,
      '$1 globalThis.pdfjsWorker.expansion.grow(chunk.byteLength, totalLength);',
    ],
  ],
};

function changed(name) {
  let text = readFileSync(library(`legacy/build/${name}`), 'utf8');
  for (const [pattern, replacement] of CHANGES[name]) {
    const count = [...text.matchAll(pattern)].length;
    if (count !== 1) throw new Error(`${name} of pdfjs-dist has changed: ${pattern} is found ${count} times`);
    text = text.replace(pattern, replacement);
  }
  return text;
}

/** The predefined character maps of Chinese, Japanese and Korean fonts that are not embedded; not their rarest encodings. */
const isUsual = (name) => !/UTF(?:8|32)|HKdl|HKm|HKgccs|ETHK|NWP|78|83|Johab|^CNS|JISX|JISPro|Ext|Add|GBT/.test(name);

function characterMaps() {
  const names = readdirSync(library('cmaps')).filter((name) => name.endsWith('.bcmap') && isUsual(name));
  const maps = names.map((name) => [name, readFileSync(library(`cmaps/${name}`)).toString('base64')]);
  return `export default ${JSON.stringify(Object.fromEntries(maps))};`;
}

/** The order matters: the display layer looks for the other when it is first used, and finds it in the same thread. */
const ENTRY = `import { WorkerMessageHandler } from 'deal:pdf.worker.mjs';
import { getDocument } from 'deal:pdf.mjs';
import characterMaps from '${CMAPS}';
const expansion = { limit: Infinity, largest: Infinity, used: 0, grow(bytes, whole) {
  this.used += bytes;
  if (whole > this.largest) this.used = Infinity;
  if (this.used > this.limit) throw new Error('expands beyond its bounds');
} };
globalThis.pdfjsWorker = { WorkerMessageHandler, expansion };
export { characterMaps, expansion, getDocument };`;

const modules = {
  [NAME]: () => ENTRY,
  [CMAPS]: characterMaps,
  'deal:pdf.mjs': () => changed('pdf.mjs'),
  'deal:pdf.worker.mjs': () => changed('pdf.worker.mjs'),
};

/** @returns {import('esbuild').Plugin} */
const plain = () => ({
  name: 'pdf-library',
  setup(build) {
    build.onResolve({ filter: /^deal:pdf/ }, ({ path }) => ({ path, namespace: NAME, sideEffects: true }));
    build.onLoad({ filter: /.*/, namespace: NAME }, ({ path }) => ({ contents: modules[path]() }));
  },
});

/** A module that unpacks the library and loads it. Only for Node, which has Brotli and imports from \`data:\` addresses. */
async function packedModule() {
  const { outputFiles } = await bundle({
    stdin: { contents: `export * from '${NAME}';`, resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
    write: false,
    bundle: true,
    format: 'iife',
    globalName: 'library',
    define: { 'import.meta.url': 'undefined' },
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    plugins: [plain()],
    logLevel: 'warning',
  });
  const { contents } = outputFiles[0];
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: contents.length };
  const packed = brotliCompressSync(contents, { params }).toString('base64');
  return `import { runInThisContext } from 'node:vm';
import { brotliDecompressSync } from 'node:zlib';
const code = brotliDecompressSync(Buffer.from('${packed}', 'base64')).toString();
export const { characterMaps, expansion, getDocument } = runInThisContext(\`(() => { \${code}; return library; })()\`);`;
}

/** @type {import('esbuild').Plugin} */
export const pdfLibraryForEsbuild = plain();

/** @type {import('esbuild').Plugin} */
export const packedPdfLibraryForEsbuild = {
  name: 'packed-pdf-library',
  setup(build) {
    build.onResolve({ filter: /^deal:pdf-library$/ }, () => ({ path: NAME, namespace: NAME }));
    build.onLoad({ filter: /.*/, namespace: NAME }, async () => ({ contents: await packedModule() }));
  },
};

/** @type {import('vitest/config').Plugin} */
export const pdfLibraryForVitest = {
  name: 'pdf-library',
  enforce: 'pre',
  resolveId: (id) => (id in modules ? `\0${id}` : undefined),
  load: (id) => modules[id.slice(1)]?.(),
};
