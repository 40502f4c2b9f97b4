import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

export interface LoadedCode<T> {
  readonly exports: T;
  /** Writes what is compiled of it by now, for the processes that come after. Throws where that cannot be written. */
  readonly keepCompiled: () => void;
}

type Wrapped<T> = (exports: object, require: NodeJS.Require, module: { readonly exports: T }, address: string) => void;

/**
 * Runs code that is at hand as a text, a function of `exports`, `require`, `module` and `address`. What the engine of the
 * language has compiled of it before is read from a file beside `address`, the file that is being run: to compile a megabyte
 * takes longer than most commands. Whatever is not there, or was compiled by another version of the engine, is compiled.
 *
 * `hash`: of the code. It is in the name of that file, for the engine itself takes any code of the same length for the same.
 */
export function loadCode<T>(code: string, hash: string, address: string): LoadedCode<T> {
  const file = fileURLToPath(address);
  const compiled = `${file}.${hash}.compiled`;
  const cachedData = readCompiled(compiled, file);
  const script = new Script(code, { filename: 'deal:command', ...(cachedData && { cachedData }) });
  const module = { exports: {} as T };
  const run = script.runInThisContext() as Wrapped<T>;
  run(module.exports as object, createRequire(address), module, address);
  return {
    exports: module.exports,
    keepCompiled: () => {
      // At no time is there half of it.
      const unfinished = `${compiled}.${process.pid}`;
      writeFileSync(unfinished, script.createCachedData());
      renameSync(unfinished, compiled);
    },
  };
}

/** Only of the owner of the code itself: in a folder that many can write to, others cannot say what it means. */
function readCompiled(compiled: string, file: string): Buffer | undefined {
  try {
    return statSync(compiled).uid === statSync(file).uid ? readFileSync(compiled) : undefined;
  } catch {
    return undefined;
  }
}
