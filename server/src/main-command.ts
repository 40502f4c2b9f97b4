import { ExitCode } from './cli/exit-code.ts';
import { nodeEnvironment } from './cli/node-environment.ts';
import { run } from './cli/run.ts';
import { askPortfolio } from './portfolio/ask.ts';
import { checkPortfolio } from './portfolio/check.ts';
import { format } from './syntax/format.ts';

/** Runs `deal` in this process with the words after its name. The exit code is in `process.exitCode` then. */
export async function command(words: readonly string[]): Promise<void> {
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
  process.exitCode = await run(words, nodeEnvironment({ check: checkPortfolio, ask: askPortfolio, format }));
}
