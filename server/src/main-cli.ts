import { setFlagsFromString } from 'node:v8';
import './cli/server-first.ts';
import { ExitCode } from './cli/exit-code.ts';
import { nodeEnvironment } from './cli/node-environment.ts';
import { run } from './cli/run.ts';
import { askPortfolio } from './portfolio/ask.ts';
import { checkPortfolio } from './portfolio/check.ts';
import { format } from './syntax/format.ts';

// A check is over before the engine of the language is done with compiling it: code into which less is inlined is compiled
// in less time, so that it is there sooner, and compiling takes less of the processor from the check.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');

const isServer = process.argv[2] === 'lsp';

// Most of what a command makes it needs to the end: looking through the old part of memory for what may go finds little, so
// that it is left until there is ten times as much, or memory becomes scarce.
if (!isServer) setFlagsFromString('--heap-growing-percent=900');

// `deal | head` closes the pipe before all is written: the reader has what it wanted, and nothing is wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`deal: the results could not be written: ${error.message}\n`);
  process.exitCode = ExitCode.Internal;
});
process.stderr.on('error', () => {
  // Nobody reads the messages; the exit code still tells.
});

// Not `process.exit` at once: what is still being written to a pipe would be lost.
process.exitCode = await run(
  process.argv.slice(2),
  nodeEnvironment({ check: checkPortfolio, ask: askPortfolio, format }),
);

// The language server goes on. Everything else ends once all is written, and leaves its memory to the system, which takes it
// back at once: on its own the process would give it back piece by piece.
if (!isServer) {
  process.stdout.write('', () => setImmediate(() => process.stderr.write('', () => process.exit())));
}
