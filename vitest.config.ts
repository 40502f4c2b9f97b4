import { defineConfig } from 'vitest/config';
import { textModulesForVitest } from './scripts/text-modules.mjs';

export default defineConfig({
  plugins: [textModulesForVitest],
  test: { include: ['test/**/*.test.ts'], testTimeout: 120_000 },
});
