import { basename } from 'node:path';
import { build } from 'esbuild';
import { pdfLibraryForEsbuild } from './pdf-library.mjs';
import { root, run } from './setup.mjs';
import { textModulesForEsbuild } from './text-modules.mjs';

// `node scripts/run.mjs FILE.ts [words]`: bundles a TypeScript program into `dist/scripts` and runs it.
const [entry, ...words] = process.argv.slice(2);
const outfile = `dist/scripts/${basename(entry, '.ts')}.mjs`;
await build({
  absWorkingDir: root,
  entryPoints: [entry],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: 'inline',
  plugins: [textModulesForEsbuild, pdfLibraryForEsbuild],
  logLevel: 'warning',
});
process.exitCode = run(process.execPath, ['--enable-source-maps', outfile, ...words], { show: true }).status;
