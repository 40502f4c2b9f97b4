import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { buildServer } from './build-server.ts';
import { positionOf, type Received, startClient } from './client.ts';
import { AMAZON, disputeFolder } from './portfolios.ts';

const NOT_INITIALIZED = -32002;
const INVALID_REQUEST = -32600;
const METHOD_NOT_FOUND = -32601;
const INVALID_PARAMS = -32602;
const PARSE_ERROR = -32700;
const CANCELLED = -32800;

/** A server that is spoken to in bytes. */
function rawServer() {
  const child = spawn(process.execPath, [join(buildServer(), 'main-node.cjs'), '--stdio'], { stdio: 'pipe' });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const answers: Record<string, unknown>[] = [];
  const waiting = new Set<() => void>();
  let rest = '';
  // Lengths count bytes: a character a byte.
  child.stdout.setEncoding('latin1').on('data', (text: string) => {
    rest += text;
    for (
      let head = /Content-Length: (\d+)\r\n\r\n/.exec(rest);
      head !== null;
      head = /Content-Length: (\d+)\r\n\r\n/.exec(rest)
    ) {
      const start = head.index + head[0].length;
      if (rest.length < start + Number(head[1])) break;
      answers.push(JSON.parse(Buffer.from(rest.slice(start, start + Number(head[1])), 'latin1').toString()));
      rest = rest.slice(start + Number(head[1]));
    }
    for (const look of [...waiting]) look();
  });
  const send = (body: unknown): void => {
    const text = typeof body === 'string' ? body : JSON.stringify({ jsonrpc: '2.0', ...(body as object) });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const answer = (id: number | null): Promise<Record<string, unknown>> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = answers.find((one) => one.id === id && !('method' in one));
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  const initialize = async (): Promise<void> => {
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    await answer(1);
    send({ method: 'initialized', params: {} });
  };
  return { child, send, answer, initialize };
}

const exitCode = async (child: ChildProcess): Promise<number | null> =>
  ((await once(child, 'exit')) as [number | null])[0];

describe('order', () => {
  test('before `initialize` requests are refused and notifications dropped', async () => {
    const server = rawServer();
    server.send({ id: 7, method: 'textDocument/hover', params: {} });
    expect(await server.answer(7)).toMatchObject({ error: { code: NOT_INITIALIZED } });
    server.send({ id: 8, method: 'shutdown' });
    expect(await server.answer(8)).toMatchObject({ error: { code: NOT_INITIALIZED } });
    server.send({ method: 'textDocument/didOpen', params: { textDocument: { uri: 'file:///a.deal', text: 'party' } } });
    await server.initialize();
    server.send({ id: 9, method: 'textDocument/documentSymbol', params: { textDocument: { uri: 'file:///a.deal' } } });
    expect(await server.answer(9)).toMatchObject({ result: null });
  });

  test('what comes before the server is ready is taken in its order', async () => {
    const server = rawServer();
    server.send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    server.send({ method: 'initialized', params: {} });
    const textDocument = { uri: 'file:///tmp/a.deal', languageId: 'deal', version: 1, text: 'party A' };
    server.send({ method: 'textDocument/didOpen', params: { textDocument } });
    server.send({ id: 2, method: 'textDocument/documentSymbol', params: { textDocument } });
    expect(await server.answer(2)).toMatchObject({ result: [{ name: 'A' }] });
  });

  test('a second `initialize` is refused', async () => {
    const server = rawServer();
    await server.initialize();
    server.send({ id: 2, method: 'initialize', params: { capabilities: {} } });
    expect(await server.answer(2)).toMatchObject({ error: { code: INVALID_REQUEST } });
  });

  test('after `shutdown` requests are refused; `exit` ends it with 0', async () => {
    const server = rawServer();
    await server.initialize();
    server.send({ id: 2, method: 'shutdown' });
    expect(await server.answer(2)).toMatchObject({ result: null });
    server.send({ id: 3, method: 'workspace/symbol', params: { query: '' } });
    expect(await server.answer(3)).toMatchObject({ error: { code: INVALID_REQUEST } });
    const code = exitCode(server.child);
    server.send({ method: 'exit' });
    expect(await code).toBe(0);
  });

  test('`exit` without `shutdown` ends it with 1, and so does a client that is gone', async () => {
    const server = rawServer();
    await server.initialize();
    const code = exitCode(server.child);
    server.send({ method: 'exit' });
    expect(await code).toBe(1);
    const abandoned = rawServer();
    await abandoned.initialize();
    const itsCode = exitCode(abandoned.child);
    abandoned.child.stdin?.end();
    expect(await itsCode).toBe(1);
  });

  test('it ends when the process that it works for has', async () => {
    const parent = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    const server = rawServer();
    server.send({ id: 1, method: 'initialize', params: { processId: parent.pid, rootUri: null, capabilities: {} } });
    await server.answer(1);
    const code = exitCode(server.child);
    parent.kill();
    expect(await code).toBe(1);
  });
});

describe('what is no good', () => {
  test('no JSON, no message, no header: it says so where it can, and lives', async () => {
    const server = rawServer();
    await server.initialize();
    server.send('{"jsonrpc": "2.0", oh no');
    expect(await server.answer(null)).toMatchObject({ error: { code: PARSE_ERROR } });
    for (const body of [
      'null',
      '42',
      '[]',
      '{}',
      '"hover"',
      '{"jsonrpc":"2.0"}',
      '{"jsonrpc":"2.0","id":5}',
      '{"id":null,"method":"x"}',
    ]) {
      server.send(body);
    }
    server.send({ method: '$/cancelRequest' });
    server.send({ method: '$/cancelRequest', params: { id: 'nobody' } });
    server.child.stdin?.write('Nonsense: 1\r\n\r\n');
    server.child.stdin?.write('Content-Length: many\r\n\r\n');
    server.send({ id: 2, method: 'workspace/symbol', params: { query: '' } });
    expect(await server.answer(2)).toMatchObject({ result: [] });
  });

  test('a message that comes byte by byte', async () => {
    const server = rawServer();
    await server.initialize();
    const body = JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'workspace/symbol', params: { query: '无' } });
    for (const byte of Buffer.from(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)) {
      server.child.stdin?.write(Buffer.from([byte]));
    }
    expect(await server.answer(2)).toMatchObject({ result: [] });
  });

  test('unknown methods: requests are refused, notifications left alone', async () => {
    const client = await startClient({ folder: disputeFolder() });
    await expect(client.request('deal/unheardOf', {})).rejects.toMatchObject({ code: METHOD_NOT_FOUND });
    await expect(client.request('$/unheardOf', {})).rejects.toMatchObject({ code: METHOD_NOT_FOUND });
    client.notify('deal/unheardOf', {});
    client.notify('$/unheardOf', null);
    expect(await client.pull('amazon.deal')).toHaveLength(1);
  });

  const METHODS = [
    'textDocument/diagnostic',
    'textDocument/hover',
    'textDocument/completion',
    'textDocument/signatureHelp',
    'textDocument/definition',
    'textDocument/references',
    'textDocument/documentHighlight',
    'textDocument/prepareRename',
    'textDocument/rename',
    'textDocument/prepareTypeHierarchy',
    'textDocument/prepareCallHierarchy',
    'textDocument/inlayHint',
    'textDocument/semanticTokens/range',
    'textDocument/selectionRange',
    'textDocument/rangeFormatting',
    'textDocument/rangesFormatting',
    'textDocument/onTypeFormatting',
    'textDocument/codeAction',
    'typeHierarchy/supertypes',
    'callHierarchy/incomingCalls',
    'workspace/willRenameFiles',
    'workspace/executeCommand',
  ];

  test('requests without what they need are refused', async () => {
    const client = await startClient({ folder: disputeFolder() });
    client.open('amazon.deal');
    const textDocument = { uri: client.uri('amazon.deal') };
    const item = { uri: textDocument.uri, name: 'x', kind: 1 };
    const attempts: unknown[] = [
      undefined,
      null,
      [],
      {},
      { textDocument: null },
      { textDocument: { uri: 7 } },
      { textDocument: { uri: 'no uri' } },
    ];
    const halves = [
      { textDocument, position: { line: 'x' }, range: {}, positions: 3, files: 1, item, ranges: 'x' },
      { textDocument, position: null, range: null },
    ];
    const outcomes: Record<string, Set<unknown>> = {};
    for (const method of METHODS) {
      for (const params of method === 'textDocument/diagnostic' ? attempts : [...attempts, ...halves]) {
        const outcome = await client.connection.sendRequest(method, params).then(
          () => 'answered',
          ({ code }) => code,
        );
        outcomes[method] = (outcomes[method] ?? new Set()).add(outcome);
      }
    }
    expect(outcomes).toEqual(Object.fromEntries(METHODS.map((method) => [method, new Set([INVALID_PARAMS])])));
    expect(await client.pull('amazon.deal')).toHaveLength(1);
    const isError = ({ method, params }: Received) => method === 'window/logMessage' && params.type === 1;
    expect(client.received.filter(isError)).toEqual([]);
  });

  test('a scenario that is none is refused', async () => {
    const client = await startClient({ folder: disputeFolder() });
    for (const params of [
      null,
      [],
      { asOf: 'soon' },
      { asOf: 7 },
      { reading: 7 },
      { assume: 'AGI' },
      { assume: { AGI: 'soon' } },
    ]) {
      await expect(client.connection.sendRequest('deal/setScenario', params)).rejects.toMatchObject({
        code: INVALID_PARAMS,
      });
    }
  });

  test('notifications that make no sense change nothing', async () => {
    const client = await startClient({ folder: disputeFolder() });
    client.open('amazon.deal');
    const uri = client.uri('amazon.deal');
    const useless: [string, unknown][] = [
      ['textDocument/didOpen', null],
      ['textDocument/didOpen', {}],
      ['textDocument/didOpen', { textDocument: { uri: 'nonsense', text: 'x' } }],
      ['textDocument/didChange', undefined],
      [
        'textDocument/didChange',
        { textDocument: { uri: client.uri('never-opened.deal'), version: 2 }, contentChanges: [{ text: 'x' }] },
      ],
      ['textDocument/didChange', { textDocument: { uri, version: 2 } }],
      [
        'textDocument/didChange',
        { textDocument: { uri, version: 2 }, contentChanges: [null, 7, {}, { text: 3 }, { text: 'x', range: 'all' }] },
      ],
      ['textDocument/didClose', { textDocument: { uri: client.uri('never-opened.deal') } }],
      ['textDocument/didClose', {}],
      ['textDocument/didSave', {}],
      ['workspace/didChangeWatchedFiles', null],
      [
        'workspace/didChangeWatchedFiles',
        {
          changes: [
            { uri: 'nonsense', type: 1 },
            { uri: client.uri('none.deal'), type: 9 },
          ],
        },
      ],
      ['workspace/didRenameFiles', { files: [null, {}] }],
      ['workspace/didChangeWorkspaceFolders', { event: {} }],
      ['workspace/didChangeConfiguration', { settings: null }],
      ['window/workDoneProgress/cancel', { token: 'none' }],
    ];
    for (const [method, params] of useless) client.notify(method, params);
    const [conflict] = await client.pull('amazon.deal');
    expect(conflict.code).toBe('exclusive-overlap');
  });

  test('positions outside of the text count as its nearest end', async () => {
    const client = await startClient({ folder: disputeFolder() });
    client.open('amazon.deal', AMAZON);
    const textDocument = { uri: client.uri('amazon.deal') };
    const far = { line: 1e9, character: 1e9 };
    for (const position of [
      far,
      { line: -5, character: -5 },
      { line: 0, character: 1e9 },
      { line: 1, character: -1 },
    ]) {
      expect(await client.request('textDocument/hover', { textDocument, position })).toBeDefined();
      await client.request('textDocument/completion', { textDocument, position });
      await client.request('textDocument/inlayHint', { textDocument, range: { start: position, end: far } });
    }
    // An edit far outside adds at the end, and places before it stay right.
    client.notify('textDocument/didChange', {
      textDocument: { ...textDocument, version: 2 },
      contentChanges: [
        { range: { start: far, end: far }, text: 'party Late\n' },
        { range: { start: { line: 5000, character: 0 }, end: { line: 6000, character: 3 } }, text: 'party Later\n' },
      ],
    });
    const symbols = await client.request('textDocument/documentSymbol', { textDocument });
    expect(symbols.at(-1)).toMatchObject({
      children: [{ range: { start: { line: 4 } } }, { range: { start: { line: 5 } } }],
    });
  });

  test('a file of megabytes without a line end', async () => {
    const client = await startClient({ folder: disputeFolder() });
    client.open('amazon.deal', 'party '.repeat(300_000));
    const items = await client.pull('amazon.deal');
    expect(items.length).toBeGreaterThan(0);
    client.change('amazon.deal', AMAZON);
    expect(await client.pull('amazon.deal')).toHaveLength(1);
  });
});

describe('cancellation', () => {
  test('a request that has not been looked at yet', async () => {
    const client = await startClient({ folder: disputeFolder() });
    client.open('amazon.deal');
    const source = new CancellationTokenSource();
    const position = positionOf(AMAZON, 'runtime:');
    const outcomes = Array.from({ length: 50 }, () =>
      client
        .request('textDocument/hover', { textDocument: { uri: client.uri('amazon.deal') }, position }, source.token)
        .then(
          () => 'answered',
          ({ code }) => code,
        ),
    );
    source.cancel();
    expect(await Promise.all(outcomes)).toContain(CANCELLED);
    expect(
      await client.request('textDocument/hover', { textDocument: { uri: client.uri('amazon.deal') }, position }),
    ).not.toBeNull();
  });

  test('a request that is held', async () => {
    const client = await startClient({ folder: disputeFolder() });
    const source = new CancellationTokenSource();
    const held = client.request(
      'workspace/diagnostic',
      { previousResultIds: [], partialResultToken: 'p' },
      source.token,
    );
    await client.sent('$/progress', ({ token }) => token === 'p');
    source.cancel();
    await expect(held).rejects.toMatchObject({ code: CANCELLED });
  });
});
