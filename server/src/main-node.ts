import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { type Connection, createConnection, Emitter, type Message, ResponseError } from 'vscode-languageserver/node';
import { serve } from './lsp/serve.ts';
import { streamReader, streamWriter } from './lsp/stdio-messages.ts';
import { localDay } from './portfolio/local-day.ts';

// The language server as a process: `--stdio` (also without any option), `--node-ipc`, `--socket=PORT` or `--pipe=NAME`.

/** In JSON-RPC: what was received is no JSON. */
const PARSE_ERROR = -32700;
const TRANSPORTS = ['--node-ipc', '--socket', '--pipe'];
const isGiven = (transport: string): boolean =>
  process.argv.some((word) => word === transport || word.startsWith(`${transport}=`));

// What goes wrong where nobody waits for it is told, and the server goes on: the editor has nothing else.
process.on('uncaughtException', (error) => report(error));
process.on('unhandledRejection', (reason) => report(reason));

// An edit runs little of the code, and none of it often: by its own measure the engine of the language would long go on
// interpreting most of it. By this one it compiles it sooner.
setFlagsFromString('--interrupt-budget=40000');

// Node 22 and later keep compiled code between runs.
(nodeModule as { enableCompileCache?: () => void }).enableCompileCache?.();

const server = serve(TRANSPORTS.some(isGiven) ? createConnection() : stdioConnection(), {
  ErrorClass: ResponseError,
  loadSession: async () => (await import('./lsp/open-disk-session.ts')).openSession,
  nextTurn: (act) => {
    setImmediate(act);
  },
  today: localDay,
  now: Date.now,
  ...rulePagesBeside(__filename),
});

// The client is gone, and with it who could ask for anything.
process.on('disconnect', exit);

function exit(): void {
  process.exit(server.isShutDown() ? 0 : 1);
}

/** The pages of the rules, where the package lies unpacked around the file that runs. */
function rulePagesBeside(file: string): { readonly rulePages?: string } {
  const folder = new URL('../../docs/rules/', pathToFileURL(file));
  return existsSync(folder) ? { rulePages: folder.href } : {};
}

/** Unlike the library's own connection this one tells the client when it has sent no message. */
function stdioConnection(): Connection {
  // Only messages may be written there.
  console.log = console.info = console.debug = console.error;
  const reader = streamReader(process.stdin, Emitter);
  const writer = streamWriter(process.stdout, Emitter);
  reader.onError((error) => {
    report(error);
    const answer = { jsonrpc: '2.0', id: null, error: { code: PARSE_ERROR, message: error.message } };
    writer.write(answer as Message).catch(report);
  });
  const connection = createConnection(reader, writer);
  for (const event of ['end', 'close']) process.stdin.on(event, exit);
  return connection;
}

function report(reason: unknown): void {
  process.stderr.write(`deal: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}\n`);
}
