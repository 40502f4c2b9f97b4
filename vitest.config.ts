import { defineConfig } from 'vitest/config';
import { pdfLibraryForVitest } from './scripts/pdf-library.mjs';
import { textModulesForVitest } from './scripts/text-modules.mjs';

export default defineConfig({
  plugins: [textModulesForVitest, pdfLibraryForVitest],
  test: { include: ['test/**/*.test.ts'], testTimeout: 120_000 },
});
