// The language server, as `esbuild.mjs` builds it. In a browser it is one file. On Node it is several, each loaded when it is
// needed: what answers `initialize`, small because an editor waits for it; what does the work, loaded right after; and
// pdf.js, larger than all else together, when a PDF is first read.

const SESSION = 'session.cjs';
const PDF_LIBRARY = 'pdf-library.cjs';

/** Leaves what is imported at run time to a file of its own. */
const apart = (filter, file) => ({
  name: `apart-${file}`,
  setup(build) {
    build.onResolve({ filter }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: `./${file}`, external: true } : undefined,
    );
  },
});

/**
 * @param {{ onNode: import('esbuild').BuildOptions, inBrowser: import('esbuild').BuildOptions }} options of all builds
 * @param {string} folder where the files go
 * @returns {import('esbuild').BuildOptions[]}
 */
export function serverBuilds({ onNode, inBrowser }, folder) {
  /** pdf.js asks where it is, but has no use for it. */
  const define = { 'import.meta.url': 'undefined' };
  const forNode = (entry, outfile, ...plugins) => ({
    ...onNode,
    ...entry,
    outfile: `${folder}/${outfile}`,
    format: 'cjs',
    minify: true,
    plugins: [...plugins, ...onNode.plugins],
    // `import()` of a CommonJS file goes through the loader of ES modules, `require` does not.
    supported: { 'dynamic-import': false },
  });
  return [
    forNode({ entryPoints: ['server/src/main-node.ts'] }, 'main-node.cjs', apart(/open-disk-session/, SESSION)),
    forNode(
      { entryPoints: ['server/src/lsp/open-disk-session.ts'] },
      SESSION,
      apart(/^deal:pdf-library$/, PDF_LIBRARY),
    ),
    forNode({ stdin: { contents: "export * from 'deal:pdf-library';" }, define }, PDF_LIBRARY),
    {
      ...inBrowser,
      entryPoints: ['server/src/main-worker.ts'],
      outfile: `${folder}/main-worker.js`,
      format: 'iife',
      minify: true,
      define,
      // Packages have files of their own for browsers.
      conditions: ['browser', 'module'],
    },
  ];
}
