import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  createMessageConnection,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
  SocketMessageReader,
  SocketMessageWriter,
} from 'vscode-languageserver/node';
import { buildServer } from './build-server.ts';
import { startClient } from './client.ts';
import { disputeFolder } from './portfolios.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'deal-lsp-'));
const deal = join(folder, 'deal.mjs');
const build = (...words: readonly string[]) =>
  spawnSync(process.execPath, ['esbuild.mjs', ...words], { cwd: repository });

beforeAll(() => {
  expect(build(deal).stderr.toString()).toBe('');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('without the files of the server `deal lsp` says what to do', () => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [deal, 'lsp'], { encoding: 'utf8', input: '' });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^deal: the language server is not where it belongs, .*main-node\.cjs: install Deal anew/);
});

describe('`deal lsp`', () => {
  beforeAll(() => {
    expect(build('server', join(folder, 'server')).stderr.toString()).toBe('');
  });

  test.each([[['lsp']], [['lsp', '--stdio']], [['lsp', '--stdio', `--clientProcessId=${process.pid}`]]])(
    '%j speaks over standard input and output',
    async (words) => {
      const client = await startClient({ folder: disputeFolder(), command: [deal, ...words] });
      expect(await client.pull('amazon.deal')).toMatchObject([{ code: 'exclusive-overlap' }]);
      expect(await client.stop()).toBe(0);
    },
  );

  test('ends with 1 when its input ends', () => {
    expect(spawnSync(process.execPath, [deal, 'lsp'], { input: '' })).toMatchObject({
      status: 1,
      stdout: Buffer.alloc(0),
    });
  });

  test('wrong use and help are those of every command', () => {
    const run = (...words: readonly string[]) =>
      spawnSync(process.execPath, [deal, 'lsp', ...words], { encoding: 'utf8', input: '' });
    expect(run('a.deal')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('takes no file') });
    expect(run('--sdtio')).toMatchObject({ status: 2, stderr: expect.stringContaining('--stdio') });
    expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--node-ipc'), stderr: '' });
  });

  test('speaks over a socket, its port in a word of its own', async () => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const child = fork(deal, ['lsp', '--socket', String(port)], { silent: true });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [socket] = (await once(server, 'connection')) as [Socket];
    await greet(createMessageConnection(new SocketMessageReader(socket), new SocketMessageWriter(socket)));
    const exited = once(child, 'exit');
    socket.end();
    child.disconnect();
    expect((await exited)[0]).toBe(1);
  });
});

test('as the extension starts it, over the channel between processes; it ends with its parent', async () => {
  const child = fork(join(buildServer(), 'main-node.cjs'), ['--node-ipc'], { silent: true });
  onTestFinished(() => void child.kill('SIGKILL'));
  await greet(createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child)));
  const exited = once(child, 'exit');
  child.disconnect();
  expect((await exited)[0]).toBe(1);
});

async function greet(connection: MessageConnection): Promise<void> {
  connection.listen();
  const { serverInfo }: InitializeResult = await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
  });
  expect(serverInfo?.name).toBe('deal');
  await connection.sendNotification('initialized', {});
  expect(await connection.sendRequest('workspace/symbol', { query: '' })).toEqual([]);
}
