import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { check } from './measure.ts';
import { ROOT } from './processes.ts';

/** A language server under measurement. */
export interface Contestant {
  readonly name: string;
  /** The words after `node`. */
  readonly command: readonly string[];
}

export const DEAL_SERVER: Contestant = {
  name: 'deal',
  command: [join(ROOT, 'dist/server/main-node.cjs'), '--stdio'],
};
export const DEAL_COMMAND: Contestant = { name: 'deal lsp', command: [join(ROOT, 'dist/deal.mjs'), 'lsp', '--stdio'] };

/** The empty server, bundled and minified as Deal's is. */
export async function emptyServer(folder: string): Promise<Contestant> {
  const outfile = join(folder, 'empty-server.cjs');
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['test/bench/empty-server.mjs'],
    outfile,
    bundle: true,
    minify: true,
    mainFields: ['module', 'main'],
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    legalComments: 'none',
    logLevel: 'warning',
  });
  return { name: 'empty server', command: [outfile, '--stdio'] };
}

const INITIALIZE = { processId: process.pid, capabilities: { textDocument: { diagnostic: {} } } };

/** Milliseconds from the start of the process until it has answered `initialize`. */
export async function timeToInitialize({ command }: Contestant): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = connectionWith(child);
  await connection.sendRequest('initialize', { ...INITIALIZE, rootUri: null });
  const time = performance.now() - start;
  await end(child);
  return time;
}

export interface RunningServer {
  readonly name: string;
  /** Types a text at a place and asks what is reported: milliseconds until the answer, and how much there is. */
  readonly edit: (range: object, text: string) => Promise<{ readonly milliseconds: number; readonly items: number }>;
  /** The resident memory now, in bytes; 0 where the system does not tell. */
  readonly memory: () => number;
  /** The processor time used so far, in milliseconds; 0 where the system does not tell. */
  readonly processorTime: () => number;
  readonly end: () => Promise<void>;
}

/** A server with a folder and one of its files open, when it has said what it reports there. */
export async function startServer({ name, command }: Contestant, folder: string, path: string): Promise<RunningServer> {
  const child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = connectionWith(child);
  const uri = pathToFileURL(join(folder, path)).href;
  await connection.sendRequest('initialize', { ...INITIALIZE, rootUri: pathToFileURL(folder).href });
  await connection.sendNotification('initialized', {});
  const text = readFileSync(join(folder, path), 'utf8');
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'deal', version: 1, text },
  });
  const pull = (): Promise<{ readonly items?: readonly unknown[] }> =>
    connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  await pull();
  let version = 1;
  return {
    name,
    edit: async (range, newText) => {
      version++;
      const start = performance.now();
      const sent = connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range, text: newText }],
      });
      const { items = [] } = await pull();
      const milliseconds = performance.now() - start;
      await sent;
      return { milliseconds, items: items.length };
    },
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(ofProcess(child, 'status'))?.[1] ?? 0) * 1024,
    processorTime: () => {
      // After the name in parentheses: user and system time are the 12th and 13th field, in hundredths of a second.
      const fields = ofProcess(child, 'stat').split(') ').at(-1)?.split(' ') ?? [];
      return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
    },
    end: () => end(child),
  };
}

function connectionWith(child: ChildProcess): MessageConnection {
  check(child.stdin !== null && child.stdout !== null, 'the server has no streams');
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest(() => null);
  connection.onNotification(() => undefined);
  connection.listen();
  return connection;
}

function ofProcess({ pid }: ChildProcess, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
