import { startServer } from './start-server.ts';

// An editor waits for its server. This module comes before all others, so that none of them is loaded for `deal lsp` as
// editors call it. Whatever else follows `lsp` is for the command of this name.

const AS_EDITORS_CALL_IT = /^--(?:stdio|node-ipc|socket=\d+|pipe=.+|clientProcessId=\d+)$/;

const [command, ...options] = process.argv.slice(2);
if (command === 'lsp' && options.every((option) => AS_EDITORS_CALL_IT.test(option)) && startServer() === undefined) {
  // The server ends the process.
  await new Promise(() => undefined);
}
