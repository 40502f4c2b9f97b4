import { chmodSync } from 'node:fs';
import { build } from 'esbuild';
import { commandCodeForEsbuild, keepCompiledCode } from './scripts/command-code.mjs';
import { exampleFilesForEsbuild } from './scripts/example-files.mjs';
import { packedPdfLibraryForEsbuild, pdfLibraryForEsbuild } from './scripts/pdf-library.mjs';
import { serverBuilds } from './scripts/server-builds.mjs';
import { textModulesForEsbuild } from './scripts/text-modules.mjs';

// `node esbuild.mjs [FILE]`. All that is built from source. With FILE: the command alone, into it.
// `node esbuild.mjs server FOLDER`: the language server alone, into a folder.

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  // jsonc-parser: its CommonJS form hides its own files from the bundler.
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  plugins: [textModulesForEsbuild, exampleFilesForEsbuild, pdfLibraryForEsbuild],
  logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions} */
const onNode = { ...common, platform: 'node', target: 'node20' };
/** @type {import('esbuild').BuildOptions} */
const inBrowser = { ...common, platform: 'browser', target: 'es2022' };

/** The whole command: runs wherever it is copied to, with nothing but Node. */
const command = (outfile) => ({
  ...onNode,
  entryPoints: ['server/src/main-cli.ts'],
  outfile,
  format: 'esm',
  // A template is read more slowly than the string that it would be made of.
  minifySyntax: false,
  plugins: [commandCodeForEsbuild({ ...onNode, plugins: [packedPdfLibraryForEsbuild, ...common.plugins] })],
  banner: { js: '#!/usr/bin/env node' },
});

/** The VS Code extension. VS Code loads it as CommonJS and provides `vscode`. */
const extension = [
  {
    ...onNode,
    entryPoints: ['client/src/extension-node.ts'],
    outfile: 'dist/client/extension-node.cjs',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...inBrowser,
    entryPoints: ['client/src/extension-web.ts'],
    outfile: 'dist/client/extension-web.js',
    format: 'cjs',
    external: ['vscode'],
  },
];

const [first, folder] = process.argv.slice(2);
if (first === 'server') {
  await Promise.all(serverBuilds({ onNode, inBrowser }, folder).map(build));
} else {
  const file = first ?? 'dist/deal.mjs';
  const others = first === undefined ? [...serverBuilds({ onNode, inBrowser }, 'dist/server'), ...extension] : [];
  await Promise.all([command(file), ...others].map(build));
  chmodSync(file, 0o755);
  if (first === undefined) keepCompiledCode(file);
}
