import { defineConfig } from 'vitest/config';
import { pdfLibraryForVitest } from './scripts/pdf-library.mjs';
import { textModulesForVitest } from './scripts/text-modules.mjs';

// To load the whole engine anew for every file of tests takes as long as the tests themselves: files share it, but for those
// that talk to a server in processes of its own, and one that fills what is kept for all.
const APART = ['test/lsp/**/*.test.ts', 'test/neovim/**/*.test.ts', 'test/syntax/known-texts.test.ts'];

export default defineConfig({
  plugins: [textModulesForVitest, pdfLibraryForVitest],
  test: {
    testTimeout: 120_000,
    // One processor is kept free by default: here nothing else is going on.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'together', include: ['test/**/*.test.ts'], exclude: APART, isolate: false } },
      { extends: true, test: { name: 'apart', include: APART } },
    ],
  },
});
