import { chmodSync } from 'node:fs';
import { build } from 'esbuild';
import { textModulesForEsbuild } from './scripts/text-modules.mjs';

// `node esbuild.mjs [FILE]`. `dist/deal.mjs`: the whole command in one file that runs wherever it is copied to, with nothing but Node.
const outfile = process.argv[2] ?? 'dist/deal.mjs';
await build({
  entryPoints: ['server/src/main-cli.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // jsonc-parser: its CommonJS form hides its own files from the bundler.
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  banner: {
    // Some packages are CommonJS and ask for Node's own modules with `require`.
    js: "#!/usr/bin/env node\nimport { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
  },
  plugins: [textModulesForEsbuild],
  logLevel: 'warning',
});
chmodSync(outfile, 0o755);
