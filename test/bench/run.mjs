import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { pdfLibraryForEsbuild } from '../../scripts/pdf-library.mjs';
import { textModulesForEsbuild } from '../../scripts/text-modules.mjs';

// `node test/bench/run.mjs [benchmark …]`: bundles the benchmarks as `dist/deal.mjs` is bundled, and runs them.
const root = fileURLToPath(new URL('../../', import.meta.url));
const outfile = `${root}dist/bench/bench.mjs`;
await build({
  absWorkingDir: root,
  entryPoints: ['test/bench/bench.ts'],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minifySyntax: true,
  plugins: [textModulesForEsbuild, pdfLibraryForEsbuild],
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
