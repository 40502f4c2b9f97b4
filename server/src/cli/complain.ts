import { visible } from './cells.ts';
import type { Environment } from './environment.ts';
import { ExitCode } from './exit-code.ts';

/** Tells every problem on its own line, as wrong use of the command. */
export function complain(problems: readonly string[], { messages }: Environment): ExitCode {
  for (const problem of problems) messages.write(`deal: ${visible(problem)}\n`);
  return ExitCode.Usage;
}
