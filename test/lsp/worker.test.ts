import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createMessageConnection,
  type MessageConnection,
  PortMessageReader,
  PortMessageWriter,
} from 'vscode-languageserver/node';
import { buildServer } from './build-server.ts';
import { FULL_CLIENT } from './client.ts';
import { AMAZON, AZURE, AZURE_TEXT, DISPUTE } from './portfolios.ts';

// The server as a browser runs it: nothing of Node within reach, no disk, every file asked of the client.

const ROOT = 'vscode-vfs://github/owner/repo';

/** Runs a script as a web worker: messages go over `postMessage` and `onmessage`, and there is nothing of Node. */
const SHIM = `
const { parentPort, workerData } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
const { runInThisContext } = require('node:vm');
globalThis.self = globalThis;
globalThis.addEventListener = () => undefined;
globalThis.postMessage = (message) => parentPort.postMessage(message);
parentPort.on('message', (data) => globalThis.onmessage?.({ data }));
const code = readFileSync(workerData.file, 'utf8');
for (const name of ['process', 'Buffer', 'require', 'module', 'global', 'setImmediate']) {
  Object.defineProperty(globalThis, name, { value: undefined });
}
runInThisContext(code);
`;

interface Browser {
  readonly connection: MessageConnection;
  /** What the files of the workspace are, by path; may be changed. */
  readonly files: Map<string, string | Uint8Array>;
  readonly asked: readonly string[];
  readonly uri: (path: string) => string;
  readonly pull: (path: string) => Promise<readonly { readonly code: string; readonly message: string }[]>;
}

async function browserWith(contents: Readonly<Record<string, string | Uint8Array>>): Promise<Browser> {
  const worker = new Worker(SHIM, { eval: true, workerData: { file: join(buildServer(), 'main-worker.js') } });
  worker.on('error', (error) => console.error(error));
  onTestFinished(async () => {
    await worker.terminate();
  });
  const files = new Map(Object.entries(contents));
  const asked: string[] = [];
  const connection = createMessageConnection(new PortMessageReader(worker), new PortMessageWriter(worker));
  const uri = (path: string): string => `${ROOT}/${path.split('/').map(encodeURIComponent).join('/')}`;
  const pathOf = (of: string): string => decodeURIComponent(of.slice(ROOT.length + 1));
  connection.onRequest((method, sent) => {
    const params = sent as { readonly uri: string };
    asked.push(method === 'deal/readFile' ? pathOf(params.uri) : method);
    switch (method) {
      case 'deal/findFiles':
        return { files: [...files.keys()].filter((path) => /\.deal$|deal\.config\.json$/.test(path)).map(uri) };
      case 'deal/readFile': {
        const content = files.get(pathOf(params.uri));
        if (content === undefined) return { unreadable: 'is not there' };
        return typeof content === 'string' ? { text: content } : { base64: Buffer.from(content).toString('base64') };
      }
      default:
        return null;
    }
  });
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: ROOT, name: 'repo' }],
    capabilities: FULL_CLIENT,
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    files,
    asked,
    uri,
    pull: async (path) => {
      const report: { items: [] } = await connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri: uri(path) },
      });
      return report.items;
    },
  };
}

const codes = (items: readonly { readonly code: string }[]): string[] => items.map(({ code }) => code);

test('the script needs nothing of Node', () => {
  const code = readFileSync(join(buildServer(), 'main-worker.js'), 'utf8');
  expect(code).not.toMatch(/\brequire\("(?:node:|fs|path|crypto|child_process)/);
});

describe('in a browser', () => {
  test('checks the whole portfolio, quotes included', async () => {
    const browser = await browserWith({ ...DISPUTE, 'texts/azure.md': AZURE_TEXT.replace('exclusive', 'preferred') });
    expect(codes(await browser.pull('amazon.deal'))).toEqual(['exclusive-overlap']);
    expect(codes(await browser.pull('azure.deal'))).toEqual(['quote-not-found']);
    expect(browser.asked).toContain('texts/azure.md');
  });

  test('answers where things are in the URIs of the client', async () => {
    const browser = await browserWith(DISPUTE);
    const textDocument = { uri: browser.uri('amazon.deal'), languageId: 'deal', version: 1, text: AMAZON };
    await browser.connection.sendNotification('textDocument/didOpen', { textDocument });
    const [link] = await browser.connection.sendRequest<{ targetUri: string }[]>('textDocument/definition', {
      textDocument,
      position: { line: 2, character: AMAZON.split('\n')[2].indexOf('Bedrock') },
    });
    expect(link.targetUri).toBe(browser.uri('terms.deal'));
  });

  test('takes in what changes, appears and goes', async () => {
    const browser = await browserWith({ ...DISPUTE, 'amazon.deal': '' });
    expect(await browser.pull('amazon.deal')).toEqual([]);
    const changed = async (path: string, type: number): Promise<void> => {
      const changes = [{ uri: browser.uri(path), type }];
      await browser.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
      // It asks for the file before it knows.
      for (let round = 0; round < 3; round++)
        await browser.connection.sendRequest('workspace/symbol', { query: 'none' });
    };
    browser.files.set('new/amazon.deal', AMAZON);
    await changed('new/amazon.deal', 1);
    expect(codes(await browser.pull('new/amazon.deal'))).toEqual(['exclusive-overlap']);
    browser.files.set('azure.deal', AZURE.replace('stateless_api', 'stateful_runtime'));
    await changed('azure.deal', 2);
    expect(await browser.pull('new/amazon.deal')).toEqual([]);
    browser.files.delete('terms.deal');
    await changed('terms.deal', 3);
    expect(codes(await browser.pull('new/amazon.deal'))).toContain('unknown-name');
  });

  test('reports a file that is no text, and reads contracts that are none', async () => {
    const page = new TextEncoder().encode(
      '<html><body><h2>§2.1</h2><p>Azure is the exclusive cloud for stateless calls.</p></body></html>',
    );
    const browser = await browserWith({
      ...DISPUTE,
      'broken.deal': new Uint8Array([0xff, 0xfe, 0x00]),
      'azure.deal': AZURE.replace('azure.md', 'azure.html'),
      'texts/azure.html': page,
    });
    expect(codes(await browser.pull('broken.deal'))).toEqual(['unreadable-file']);
    expect(await browser.pull('azure.deal')).toEqual([]);
  });

  test('a client that finds nothing, or answers nonsense, is lived with', async () => {
    const browser = await browserWith({});
    expect(await browser.pull('amazon.deal')).toEqual([]);
    const textDocument = { uri: browser.uri('a.deal'), languageId: 'deal', version: 1, text: 'party A, A' };
    await browser.connection.sendNotification('textDocument/didOpen', { textDocument });
    expect(codes(await browser.pull('a.deal'))).toEqual(['duplicate-name']);
  });
});
