import type { Command } from '../command.ts';
import { complain } from '../complain.ts';
import { ExitCode } from '../exit-code.ts';
import { helpOption } from '../options.ts';

export const lsp: Command = {
  name: 'lsp',
  operands: '',
  summary: 'Run the language server, for editors',
  details: `An editor starts this and speaks the Language Server Protocol with it; nobody needs to run it by hand. Without an
option it reads from standard input and writes to standard output.`,
  options: [
    { name: 'stdio', help: 'Speak over standard input and output (default)' },
    { name: 'node-ipc', help: 'Speak over the channel of a parent that is a Node process' },
    { name: 'socket', value: 'PORT', help: 'Connect to this port of the machine and speak over it' },
    { name: 'pipe', value: 'NAME', help: 'Connect to this named pipe or socket file and speak over it' },
    { name: 'clientProcessId', value: 'PID', help: 'End when this process has ended' },
    helpOption,
  ],
  run: (args, environment) => {
    if (args.operands.length > 0) {
      return complain([`\`deal lsp\` takes no file: the editor says what is open`], environment);
    }
    const problem = environment.startServer();
    return problem === undefined ? ExitCode.Clean : complain([problem], environment);
  },
};
