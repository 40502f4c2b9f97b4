import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

// The tests that run inside VS Code, as VS Code loads them: one CommonJS file for each kind of extension host.

const suite = fileURLToPath(new URL('../suite/', import.meta.url));
const dist = fileURLToPath(new URL('../../../dist/test-vscode/', import.meta.url));

export const nodeSuite = `${dist}index-node.cjs`;
export const webSuite = `${dist}index-web.js`;

export async function buildSuite() {
  const common = { bundle: true, format: 'cjs', sourcemap: 'inline', logLevel: 'warning' };
  await Promise.all([
    build({
      ...common,
      entryPoints: [`${suite}index-node.ts`],
      outfile: nodeSuite,
      platform: 'node',
      target: 'node20',
      external: ['vscode', 'mocha'],
    }),
    build({
      ...common,
      entryPoints: [`${suite}index-web.ts`],
      outfile: webSuite,
      platform: 'browser',
      target: 'es2022',
      external: ['vscode'],
      define: { global: 'globalThis' },
    }),
  ]);
}
