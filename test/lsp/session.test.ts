import { describe, expect, test } from 'vitest';
import { createCancellation } from '../../server/src/lsp/cancellation.ts';
import { clientFeatures } from '../../server/src/lsp/client-features.ts';
import { openPortfolio } from '../../server/src/lsp/open-portfolio.ts';
import { whenQuiet } from '../../server/src/lsp/quiet.ts';
import { createRefresher } from '../../server/src/lsp/refresher.ts';
import { openSession } from '../../server/src/lsp/session.ts';
import type { SessionContext } from '../../server/src/lsp/session-context.ts';
import type { WorkspaceFiles } from '../../server/src/lsp/workspace-files.ts';
import type { SourceHost } from '../../server/src/portfolio/file-host.ts';
import { FULL_CLIENT } from './client.ts';
import { AZURE, AZURE_TEXT, DISPUTE, TERMS } from './portfolios.ts';

// What cannot be brought about from outside: a clock that goes on, a feature that throws, turns of the event loop.

/** A host of files in memory, below `/root`. */
const hostOf = (files: Readonly<Record<string, string>>): SourceHost => {
  const text = (file: string) =>
    files[file.replace(/^\/root\//, '')] ?? { unreadable: 'is not there', help: 'put it there' };
  return {
    entries: (folder) =>
      Object.keys(files)
        .filter((path) => folder === '/root' && !path.includes('/'))
        .map((name) => ({ name, kind: 'file' as const })),
    kindOf: (path) => (path === '/root' ? 'folder' : typeof text(path) === 'string' ? 'file' : 'missing'),
    realPath: (path) => path,
    text,
    bytes: (file) => {
      const found = text(file);
      return typeof found === 'string' ? new TextEncoder().encode(found) : found;
    },
  };
};

const filesOf = (host: SourceHost): WorkspaceFiles => ({
  host,
  discover: async () => undefined,
  refresh: async () => undefined,
  fetchMissing: async () => false,
});

/** A session on files in memory. */
async function sessionOn(host: SourceHost, instead: Partial<SessionContext> = {}) {
  const sent: { method: string; params: unknown }[] = [];
  const initialize = { rootUri: 'file:///root', capabilities: FULL_CLIENT };
  const context: SessionContext = {
    outbox: {
      notify: (method, params) => {
        sent.push({ method, params });
      },
      request: async () => null,
    },
    client: clientFeatures(initialize),
    initialize,
    failure: (code, message) => Object.assign(new Error(message), { code }),
    today: () => '2026-05-01',
    nextTurn: (act) => {
      setImmediate(act);
    },
    later: (act) => {
      setImmediate(act);
    },
    rulePage: () => undefined,
    name: 'test-',
    ...instead,
  };
  const session = openSession(context, () => filesOf(host));
  session.notify('initialized', {});
  const { token } = createCancellation();
  const request = async (method: string, params: unknown): Promise<unknown> => session.request(method, params, token);
  const pull = async (path: string) => {
    const report = await request('textDocument/diagnostic', { textDocument: { uri: `file:///root/${path}` } });
    return (report as { items: { severity: number; code: string }[] }).items;
  };
  return { session, sent, request, pull };
}

describe('a session', () => {
  test('takes the next day for today when it has come', async () => {
    let today = '2026-05-01';
    const { 'deal.config.json': _, ...files } = DISPUTE;
    const { pull } = await sessionOn(hostOf(files), { today: () => today });
    expect(await pull('amazon.deal')).toMatchObject([{ severity: 1 }]);
    today = '2029-01-01';
    // By now the overlap is past.
    expect(await pull('amazon.deal')).toMatchObject([{ severity: 3 }]);
  });

  test('tells how a portfolio is doing when that is different from last time, and once for many changes', async () => {
    const later: (() => void)[] = [];
    const { session, pull, sent } = await sessionOn(hostOf(DISPUTE), { later: (act) => void later.push(act) });
    const uri = 'file:///root/amazon.deal';
    const quiet = async (): Promise<number> => {
      await pull('amazon.deal');
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
      const due = later.splice(0);
      for (const act of due) act();
      return due.length;
    };
    const told = () => sent.filter(({ method }) => method === 'deal/status').length;
    await quiet();
    expect(told()).toBe(1);
    const text = String(DISPUTE['amazon.deal']);
    session.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'deal', version: 1, text } });
    expect([await quiet(), told()]).toEqual([1, 1]);
    for (const content of ['', text, '']) {
      const contentChanges = [{ text: content }];
      session.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
    }
    expect([await quiet(), told()]).toEqual([1, 2]);
    // At rest nothing is put off, and nothing waits.
    expect(later).toEqual([]);
  });

  test('survives a feature that throws: the request has an error, which is logged', async () => {
    const client = clientFeatures({ capabilities: FULL_CLIENT });
    const broken = {
      ...client,
      get markdown(): never {
        throw new TypeError('this client is broken');
      },
    };
    const { request, pull, sent } = await sessionOn(hostOf(DISPUTE), { client: broken });
    const params = { textDocument: { uri: 'file:///root/amazon.deal' }, position: { line: 2, character: 4 } };
    await expect(request('textDocument/hover', params)).rejects.toMatchObject({
      code: -32603,
      message: 'textDocument/hover failed: this client is broken',
    });
    const logged = sent.filter(({ method }) => method === 'window/logMessage');
    expect(logged).toMatchObject([{ params: { type: 1, message: expect.stringContaining('this client is broken') } }]);
    expect(await pull('amazon.deal')).toHaveLength(1);
  });

  test('survives files that cannot be had at all', async () => {
    const host = hostOf(DISPUTE);
    const { pull, sent } = await sessionOn({
      ...host,
      entries: () => {
        throw new Error('the disk is on fire');
      },
    });
    expect(await pull('amazon.deal')).toEqual([]);
    expect(sent).toContainEqual({
      method: 'window/logMessage',
      params: { type: 1, message: expect.stringContaining('the disk is on fire') },
    });
  });
});

test('a large portfolio looks for the quotes of a changed contract alone, and finds the same', () => {
  const many = Array.from(
    { length: 60 },
    (_, deal) =>
      `deal d${deal} (by = Amazon, to = Microsoft, from = 2026) {\n${'  license(scope = model_service)\n'.repeat(100)}}\n`,
  );
  const files: Record<string, string> = {
    'terms.deal': TERMS,
    'azure.deal': AZURE,
    'texts/azure.md': AZURE_TEXT,
    ...Object.fromEntries(many.map((text, index) => [`${index}.deal`, text])),
  };
  const open = () =>
    openPortfolio({
      root: '/root',
      files: Object.entries(files).flatMap(([path, text]) => (path.endsWith('.deal') ? [{ path, text }] : [])),
      unreadable: [],
      config: { config: {}, faults: [] },
      host: hostOf(files),
      circumstances: () => ({ asOf: '2026-05-01', asOfFrom: 'today', assume: {} }),
    });
  const portfolio = open();
  expect(portfolio.counts().clauses).toBeGreaterThan(5000);
  expect(portfolio.findingsIn('azure.deal')).toEqual([]);
  for (const text of [AZURE_TEXT.replace('exclusive', 'preferred'), '', AZURE_TEXT]) {
    files['texts/azure.md'] = text;
    portfolio.sourceChanged('texts/azure.md');
    portfolio.flush();
    expect(portfolio.findings()).toEqual(open().findings());
    expect([...portfolio.takeChanges().reported]).toContain('azure.deal');
    expect(portfolio.text('azure.deal')).toBe(AZURE);
  }
});

describe('what waits until it is quiet', () => {
  /** Turns of the event loop that are taken by hand. */
  const turns = () => {
    let next: (() => void)[] = [];
    return {
      nextTurn: (act: () => void) => void next.push(act),
      turn: () => {
        const now = next;
        next = [];
        for (const act of now) act();
      },
      isIdle: () => next.length === 0,
    };
  };

  test('is done once, a turn after the last call; then nothing is left to do', () => {
    const { nextTurn, turn, isIdle } = turns();
    let count = 0;
    const touch = whenQuiet(nextTurn, () => {
      count++;
    });
    touch();
    for (let message = 0; message < 20; message++) {
      turn();
      touch();
      expect(count).toBe(0);
    }
    turn();
    turn();
    expect(count).toBe(1);
    expect(isIdle()).toBe(true);
    touch();
    turn();
    turn();
    expect(count).toBe(2);
  });

  test('is not put off for ever', () => {
    const { nextTurn, turn } = turns();
    let count = 0;
    const touch = whenQuiet(nextTurn, () => {
      count++;
    });
    touch();
    for (let message = 0; message < 1000 && count === 0; message++) {
      turn();
      touch();
    }
    expect(count).toBe(1);
  });
});

test('a client that is slow to answer is asked again once, however often something changes', async () => {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const refresh = createRefresher({
    notify: () => undefined,
    request: (method) => {
      asked.push(method);
      return new Promise((resolve) => void answers.push(() => resolve(null)));
    },
  });
  for (let count = 0; count < 5; count++) refresh('a');
  refresh('b');
  expect(asked).toEqual(['a', 'b']);
  answers[0]();
  await Promise.resolve();
  await Promise.resolve();
  expect(asked).toEqual(['a', 'b', 'a']);
  answers[2]();
  await Promise.resolve();
  await Promise.resolve();
  expect(asked).toEqual(['a', 'b', 'a']);
});
