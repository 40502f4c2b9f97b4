import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build as bundle } from 'esbuild';

// The module `deal:command`: the whole command as a text, and its hash. As a text it can be given to the engine of the language
// together with what was compiled of it before; a module cannot.

const NAME = 'deal:command';

/**
 * Code with what esbuild leaves of other characters, in regular expressions and templates, as escapes: a text of ASCII alone
 * takes half the memory and is read faster, which counts for megabytes at each start.
 */
const inAscii = (code) =>
  code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * @param {import('esbuild').BuildOptions} options how the command is bundled
 * @returns {import('esbuild').Plugin}
 */
export const commandCodeForEsbuild = (options) => ({
  name: 'command-code',
  setup(build) {
    build.onResolve({ filter: /^deal:command$/ }, () => ({ path: NAME, namespace: NAME }));
    build.onLoad({ filter: /.*/, namespace: NAME }, async () => {
      const { outputFiles } = await bundle({
        ...options,
        entryPoints: ['server/src/main-command.ts'],
        write: false,
        format: 'cjs',
        define: { 'import.meta.url': 'address' },
      });
      const code = inAscii(`(function (exports, require, module, address) {${outputFiles[0].text}\n})`);
      const hash = createHash('sha256').update(code).digest('hex').slice(0, 16);
      return { contents: `export const code = ${JSON.stringify(code)};\nexport const hash = '${hash}';` };
    });
  },
});

/** Runs the command once, and keeps beside it what the engine of the language compiles of it. */
export function keepCompiledCode(file) {
  const folder = dirname(file);
  const isCompiled = (name) => name.startsWith(`${basename(file)}.`) && name.endsWith('.compiled');
  for (const name of readdirSync(folder).filter(isCompiled)) rmSync(join(folder, name));
  const { status, stderr } = spawnSync(process.execPath, [file, 'check', 'examples/ai-cloud', '--fail-on', 'never'], {
    env: { ...process.env, DEAL_COMPILED_CODE: 'write' },
    encoding: 'utf8',
  });
  if (status !== 0 || !readdirSync(folder).some(isCompiled)) throw new Error(`${file} does not run: ${stderr}`);
}
