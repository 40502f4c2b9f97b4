import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { conflictBenchmark } from './conflicts.ts';
import { editorBenchmark } from './editor.ts';
import { growthBenchmark } from './growth.ts';
import { parseBenchmark } from './parse.ts';
import { quotesBenchmark } from './quotes.ts';
import { termsBenchmark } from './terms.ts';
import { wholeCheckBenchmark } from './whole-check.ts';

// `npm run bench [-- benchmark …]`: prints figures and ratios; exit code 1 if a target of the ratios was missed.

const BENCHMARKS: Readonly<Record<string, () => void | Promise<void>>> = {
  parse: parseBenchmark,
  conflicts: () => conflictBenchmark(false),
  'conflicts-dominant': () => conflictBenchmark(true),
  check: wholeCheckBenchmark,
  growth: growthBenchmark,
  quotes: quotesBenchmark,
  terms: termsBenchmark,
  editor: editorBenchmark,
};
/**
 * The peers keep gigabytes of trees; the limit of the heap is no part of what is measured. Nor is the collection between two
 * rounds: swept by other threads, it would go on in the next one.
 */
const NODE_OPTIONS = ['--expose-gc', '--max-old-space-size=8192', '--no-concurrent-sweeping'];

const [first, ...rest] = process.argv.slice(2);
if (first === '--here') await BENCHMARKS[rest[0]]();
else runEach(first === undefined ? Object.keys(BENCHMARKS) : [first, ...rest]);

/** Each in a process of its own, one at a time: no benchmark inherits another's heap or compiled code. */
function runEach(names: readonly string[]): void {
  const unknown = names.find((name) => !(name in BENCHMARKS));
  if (unknown !== undefined) {
    console.error(`no benchmark "${unknown}"; there are ${Object.keys(BENCHMARKS).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores. Absolute times vary with the machine; ratios count.`,
  );
  const self = fileURLToPath(import.meta.url);
  for (const name of names) {
    const { status } = spawnSync(process.execPath, [...NODE_OPTIONS, self, '--here', name], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}
