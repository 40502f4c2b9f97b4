import packageJson from '../../../package.json';
import { didYouMean } from '../portfolio/did-you-mean.ts';
import type { Command } from './command.ts';
import { parseCommandLine } from './command-line.ts';
import { ask } from './commands/ask.ts';
import { check } from './commands/check.ts';
import { explain } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { format } from './commands/format.ts';
import { importCommand } from './commands/import.ts';
import { init } from './commands/init.ts';
import { lsp } from './commands/lsp.ts';
import { complain } from './complain.ts';
import type { Environment } from './environment.ts';
import { ExitCode } from './exit-code.ts';
import { commandHelp, generalHelp } from './help.ts';

export const commands: readonly Command[] = [check, ask, explain, format, init, exportCommand, importCommand, lsp];

/** Runs `deal` with the words after its name. Everything it says goes through the environment. */
export async function run(words: readonly string[], environment: Environment): Promise<ExitCode> {
  try {
    return await dispatch(words, environment);
  } catch (error) {
    return internalError(error, environment);
  }
}

function dispatch(words: readonly string[], environment: Environment): ExitCode | Promise<ExitCode> {
  const [name, ...rest] = words;
  switch (name) {
    case undefined:
      environment.messages.write(generalHelp(commands));
      return ExitCode.Usage;
    case '--help':
    case '-h':
    case 'help':
      environment.results.write(generalHelp(commands));
      return ExitCode.Clean;
    case '--version':
    case '-v':
      environment.results.write(`${packageJson.version}\n`);
      return ExitCode.Clean;
  }
  const command = commands.find((known) => known.name === name);
  if (command === undefined) return unknownCommand(name, environment);
  if (rest.includes('--help') || rest.includes('-h')) {
    environment.results.write(commandHelp(command));
    return ExitCode.Clean;
  }
  const args = parseCommandLine(rest, command.options);
  if (!args.ok) {
    return complain([...args.problems, `\`deal ${command.name} --help\` shows how to write it`], environment);
  }
  return command.run(args.value, environment);
}

function unknownCommand(name: string, environment: Environment): ExitCode {
  const { host, absolute } = environment;
  if (name.startsWith('-')) {
    return complain(
      [`options come after the command, as in \`deal check ${name}\`; \`deal --help\` lists the commands`],
      environment,
    );
  }
  const names = commands.map((command) => command.name);
  const hint = didYouMean(name, names);
  if (hint === '' && host.kindOf(absolute(name)) !== 'missing') {
    return complain([`\`${name}\` is not a command; to check it, write \`deal check ${name}\``], environment);
  }
  return complain([`\`${name}\` is not a command${hint || `; the commands are ${names.join(', ')}`}`], environment);
}

function internalError(error: unknown, { messages, variables }: Environment): ExitCode {
  const message = error instanceof Error ? error.message : String(error);
  messages.write(`deal: internal error: ${message}\n`);
  messages.write('deal: this is a defect of the checker, not of your files; please report it\n');
  if (variables.DEAL_DEBUG === '1') messages.write(`${error instanceof Error ? error.stack : ''}\n`);
  else messages.write('deal: DEAL_DEBUG=1 shows where it happened\n');
  return ExitCode.Internal;
}
